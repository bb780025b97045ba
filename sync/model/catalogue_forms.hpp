// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"

#include <map>
#include <string>

namespace lianxin {

// The catalogue that a program brings, with the forms of a province laid over it (D10): record types from 10,000 up and code lists of their
// own. Forms replace nothing that the program brings, so no form can loosen it. The version is the greater of both. Refused with the
// file and the reason; what comes back loads.
[[nodiscard]] Result<std::map<std::string, std::string>> withForms(const std::map<std::string, std::string>& core,
                                                                   const std::map<std::string, std::string>& forms,
                                                                   std::uint32_t version);

} // namespace lianxin

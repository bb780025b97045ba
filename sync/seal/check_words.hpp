// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/seal/enrolment.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lianxin::seal {

// The six words as people read them, from the catalogue's two lists of halves (PROTOCOL.md 6): the administrator's screen and the tablet's
// show the same ones. A half that the catalogue lacks is its number.
[[nodiscard]] std::vector<std::string> checkWordTexts(const Catalogue& catalogue, const CheckWords& words,
                                                      std::string_view language);
[[nodiscard]] std::string checkWordLine(const Catalogue& catalogue, const CheckWords& words, std::string_view language);

} // namespace lianxin::seal

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"

#include <map>
#include <string>

namespace lianxin::server {

// assets/catalogue and assets/codes as this program was built with (embed_catalogue.cmake): a server has no folder to lose them in.
[[nodiscard]] const std::map<std::string, std::string>& catalogueFiles();
[[nodiscard]] Result<Catalogue> builtInCatalogue();

} // namespace lianxin::server

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/parameters.hpp"

#include <map>
#include <string>
#include <string_view>

namespace lianxin::data {

// A file of assets/: from `folder`, or from the resources built in when `folder` is empty.
[[nodiscard]] Result<std::string> readAsset(std::string_view folder, std::string_view name);
// Every JSON file of one part of the assets, named "scales/phq9.json".
[[nodiscard]] Result<std::map<std::string, std::string>> readAssets(std::string_view folder, std::string_view part);
[[nodiscard]] Result<std::map<std::string, std::string>> readCatalogueAssets(std::string_view folder);
[[nodiscard]] Result<Catalogue> loadAssetCatalogue(std::string_view folder);
[[nodiscard]] Result<Parameters> loadAssetParameters(std::string_view folder, const Catalogue& catalogue);

} // namespace lianxin::data

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace lianxin::formimport {

using CatalogueFiles = std::map<std::string, std::string>; // "catalogue/x.json" -> text, as loadCatalogue takes them

// Of a folder that holds catalogue/ and codes/, or ":/lianxin/assets" for those inside the program.
[[nodiscard]] Result<CatalogueFiles> readCatalogueFiles(const std::string& folder);
[[nodiscard]] Result<std::string> readWhole(const std::string& file);
[[nodiscard]] Result<void> writeWhole(const std::string& file, const std::string& text); // makes the folders above
// The first type number from 10,000 that no file has yet.
[[nodiscard]] Result<std::uint32_t> nextTypeNumber(const CatalogueFiles& files);
// The draft laid over the catalogue must load; the error is the loader's.
[[nodiscard]] Result<void> loadsTogether(CatalogueFiles base, const CatalogueFiles& draft);

} // namespace lianxin::formimport

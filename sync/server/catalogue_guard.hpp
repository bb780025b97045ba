// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/server/server_home.hpp"

#include <map>
#include <string>

namespace lianxin::server {

using CatalogueFiles = std::map<std::string, std::string>; // "codes/mood.json" -> text, as loadCatalogue takes them

// A folder that holds catalogue/ and codes/, such as assets/.
[[nodiscard]] Result<CatalogueFiles> catalogueFilesIn(const std::string& folder);

// A data folder remembers the catalogue that it works with. A program that brings another one is an update of the catalogue: it is taken
// only when it keeps what D10 and D14 promise (checkCatalogueUpdate), and remembered from then on. notAllowed otherwise: nothing changes.
[[nodiscard]] Result<void> takeCatalogue(const HomePaths& paths, const CatalogueFiles& files);

// For the issuer, before signing: may the catalogue of folder `next` replace that of folder `current`?
[[nodiscard]] Result<void> checkCatalogueFolders(const std::string& current, const std::string& next);

} // namespace lianxin::server

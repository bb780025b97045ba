// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/seal/signed_forms.hpp"
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

// What the program brings and the forms that were published in the data folder on top; `forms` is their signed text, empty for none.
struct ServedCatalogue {
    CatalogueFiles files;
    std::string forms;
};
[[nodiscard]] Result<ServedCatalogue> servedCatalogue(const HomePaths& paths, const seal::IssuerCertificate& issuer,
                                                      const CatalogueFiles& core);

// For the issuer: the forms in `folder` signed as the next version. `current` is the signed text in use, empty for none: what it holds
// may not be lost or loosened (checkCatalogueUpdate).
[[nodiscard]] Result<std::string> signFormsIn(const std::string& folder, const Authority& authority,
                                              const CatalogueFiles& core, const std::string& current, Millis now);
// For the server: takes the issuer's document for its own, after the same checks. It works with it from its next start.
[[nodiscard]] Result<std::uint32_t> publishForms(const HomePaths& paths, const seal::IssuerCertificate& issuer,
                                                 const CatalogueFiles& core, const std::string& text);

// For the issuer, before signing: may the catalogue of folder `next` replace that of folder `current`?
[[nodiscard]] Result<void> checkCatalogueFolders(const std::string& current, const std::string& next);

} // namespace lianxin::server

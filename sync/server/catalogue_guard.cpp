// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/catalogue_guard.hpp"

#include "sync/model/catalogue_forms.hpp"
#include "sync/model/catalogue_update.hpp"
#include "sync/model/json.hpp"
#include "sync/server/private_files.hpp"

#include <boost/json/object.hpp>

#include <algorithm>
#include <filesystem>

namespace lianxin::server {

namespace {

// Texts of the files in one object, as the catalogue travels to the tablets.
std::string packed(const CatalogueFiles& files)
{
    boost::json::object object;
    for (const auto& [name, text] : files)
        object[name] = text;
    return canonicalJson(object);
}

Result<Catalogue> remembered(const std::string& text)
{
    LIANXIN_TRY(const auto json, parseJson(text));
    CatalogueFiles files;
    if (const auto* object = json.if_object())
        for (const auto& [name, file] : *object)
            if (file.is_string())
                files.emplace(std::string(name.data(), name.size()),
                              std::string(file.get_string().c_str(), file.get_string().size()));
    return loadCatalogue(files);
}

// An empty text is a document without forms.
Result<seal::SignedForms> formsOf(const seal::IssuerCertificate& issuer, const std::string& text)
{
    if (text.empty())
        return seal::SignedForms{};
    LIANXIN_TRY(auto forms, seal::parseSignedForms(text));
    if (!seal::verifyForms(issuer, forms))
        return fail(Errc::notAllowed, "these forms are not signed by this organisation's issuer");
    return forms;
}

Result<void> checkFormsUpdate(const CatalogueFiles& core, const seal::SignedForms& from, const seal::SignedForms& to)
{
    LIANXIN_TRY(const auto oldFiles, withForms(core, from.files, from.version));
    LIANXIN_TRY(const auto newFiles, withForms(core, to.files, to.version));
    LIANXIN_TRY(const auto before, loadCatalogue(oldFiles));
    LIANXIN_TRY(const auto after, loadCatalogue(newFiles));
    return checkCatalogueUpdate(before, after);
}

} // namespace

Result<ServedCatalogue> servedCatalogue(const HomePaths& paths, const seal::IssuerCertificate& issuer,
                                        const CatalogueFiles& core)
{
    ServedCatalogue served;
    if (fileExists(paths.forms())) {
        LIANXIN_TRY(served.forms, readFile(paths.forms()));
    }
    const auto forms = formsOf(issuer, served.forms);
    auto files = forms ? withForms(core, forms->files, forms->version) : Result<CatalogueFiles>(forms.error());
    if (!files)
        return fail(files.error().code, paths.forms() + ": " + files.error().detail);
    served.files = std::move(*files);
    return served;
}

Result<std::string> signFormsIn(const std::string& folder, const Authority& authority, const CatalogueFiles& core,
                                const std::string& current, Millis now)
{
    LIANXIN_TRY(const auto before, formsOf(authority.issuerCertificate(), current));
    LIANXIN_TRY(const auto catalogue, loadCatalogue(core));
    seal::SignedForms next;
    next.version = std::max(before.version, catalogue.version()) + 1;
    next.signedAt = now;
    LIANXIN_TRY(next.files, catalogueFilesIn(folder));
    LIANXIN_CHECK(checkFormsUpdate(core, before, next));
    return seal::signedFormsText(authority.sign(std::move(next)));
}

Result<std::uint32_t> publishForms(const HomePaths& paths, const seal::IssuerCertificate& issuer,
                                   const CatalogueFiles& core, const std::string& text)
{
    LIANXIN_TRY(const auto next, formsOf(issuer, text));
    if (text.empty())
        return fail(Errc::invalidInput, "an empty document");
    LIANXIN_TRY(const auto now, servedCatalogue(paths, issuer, core));
    LIANXIN_TRY(const auto before, formsOf(issuer, now.forms));
    LIANXIN_CHECK(checkFormsUpdate(core, before, next));
    // The data folder's own memory goes first: what it refuses is not published.
    LIANXIN_TRY(const auto files, withForms(core, next.files, next.version));
    LIANXIN_CHECK(takeCatalogue(paths, files));
    LIANXIN_CHECK(writePublicFile(paths.forms(), text));
    return next.version;
}

Result<CatalogueFiles> catalogueFilesIn(const std::string& folder)
{
    namespace fs = std::filesystem;
    CatalogueFiles files;
    for (const char* part : {"catalogue", "codes"}) {
        std::error_code error;
        if (part == "codes" && !fs::exists(fs::path(folder) / part))
            continue; // a form that brings no choices of its own
        for (auto entry = fs::directory_iterator(fs::path(folder) / part, error);
             !error && entry != fs::directory_iterator(); entry.increment(error))
            if (entry->path().extension() == ".json") {
                const auto name = fs::path(part) / entry->path().filename();
                LIANXIN_TRY(files[name.generic_string()], readFile(entry->path().string()));
            }
        if (error)
            return fail(Errc::notFound, (fs::path(folder) / part).string() + ": " + error.message());
    }
    return files;
}

Result<void> takeCatalogue(const HomePaths& paths, const CatalogueFiles& files)
{
    const auto text = packed(files);
    if (fileExists(paths.catalogue())) {
        LIANXIN_TRY(const auto before, readFile(paths.catalogue()));
        if (before == text)
            return {};
        const auto current = remembered(before);
        if (!current)
            return fail(Errc::damaged, paths.catalogue() + ": " + current.error().detail);
        LIANXIN_TRY(const auto next, loadCatalogue(files));
        if (const auto fits = checkCatalogueUpdate(*current, next); !fits)
            return fail(fits.error().code, "this program's catalogue may not replace the one of " + paths.folder +
                                               ":\n" + fits.error().detail);
    }
    return writePublicFile(paths.catalogue(), text);
}

Result<void> checkCatalogueFolders(const std::string& current, const std::string& next)
{
    LIANXIN_TRY(const auto oldFiles, catalogueFilesIn(current));
    LIANXIN_TRY(const auto newFiles, catalogueFilesIn(next));
    LIANXIN_TRY(const auto from, loadCatalogue(oldFiles));
    LIANXIN_TRY(const auto to, loadCatalogue(newFiles));
    return checkCatalogueUpdate(from, to);
}

} // namespace lianxin::server

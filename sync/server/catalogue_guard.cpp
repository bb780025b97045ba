// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/catalogue_guard.hpp"

#include "sync/model/catalogue_update.hpp"
#include "sync/model/json.hpp"
#include "sync/server/private_files.hpp"

#include <boost/json/object.hpp>

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

} // namespace

Result<CatalogueFiles> catalogueFilesIn(const std::string& folder)
{
    namespace fs = std::filesystem;
    CatalogueFiles files;
    for (const char* part : {"catalogue", "codes"}) {
        std::error_code error;
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

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue_forms.hpp"

#include <algorithm>

namespace lianxin {

namespace {

constexpr std::string_view kTypes = "catalogue/";
constexpr std::string_view kLists = "codes/";
constexpr std::string_view kEnding = ".json";
constexpr std::string_view kVersionFile = "catalogue/catalogue.json";

bool isPlainName(std::string_view file, std::string_view folder)
{
    return file.starts_with(folder) && file.ends_with(kEnding) && file.size() > folder.size() + kEnding.size() &&
           file.find('/', folder.size()) == std::string_view::npos;
}

} // namespace

Result<std::map<std::string, std::string>> withForms(const std::map<std::string, std::string>& core,
                                                     const std::map<std::string, std::string>& forms,
                                                     std::uint32_t version)
{
    auto all = core;
    for (const auto& [file, text] : forms) {
        if (!isPlainName(file, kTypes) && !isPlainName(file, kLists))
            return fail(Errc::invalidInput, file + ": neither a record type nor a code list");
        if (!all.emplace(file, text).second)
            return fail(Errc::notAllowed, file + ": the program brings it; a form has files of its own");
    }
    LIANXIN_TRY(const auto before, loadCatalogue(core));
    all[std::string(kVersionFile)] = "{\"version\": " + std::to_string(std::max(before.version(), version)) + "}\n";
    LIANXIN_TRY(const auto catalogue, loadCatalogue(all));
    for (const auto& [file, text] : forms) {
        if (!isPlainName(file, kTypes))
            continue;
        // A type has the name of its file; the loader saw to it.
        const auto name = file.substr(kTypes.size(), file.size() - kTypes.size() - kEnding.size());
        const auto* type = catalogue.type(std::string_view(name));
        if (type == nullptr || type->number <= kLastCoreNumber)
            return fail(Errc::notAllowed, file + ": forms have numbers above " + std::to_string(kLastCoreNumber));
    }
    return all;
}

} // namespace lianxin

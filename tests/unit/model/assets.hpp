// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"

#include <QtGlobal>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

// The assets of the source tree, read as they ship.
namespace lianxin::test {

inline std::string readAsset(const std::string& name)
{
    const std::ifstream file(std::filesystem::path(LIANXIN_SOURCE_DIR) / "assets" / name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

inline std::map<std::string, std::string> catalogueFiles()
{
    std::map<std::string, std::string> files;
    for (const std::string folder : {"catalogue", "codes"})
        for (const auto& entry :
             std::filesystem::directory_iterator(std::filesystem::path(LIANXIN_SOURCE_DIR) / "assets" / folder)) {
            const auto name = folder + "/" + entry.path().filename().string();
            files.emplace(name, readAsset(name));
        }
    return files;
}

inline const Catalogue& catalogue()
{
    static const Catalogue loaded = [] {
        auto result = loadCatalogue(catalogueFiles());
        if (!result)
            qFatal("%s", result.error().detail.c_str());
        return *result;
    }();
    return loaded;
}

inline std::uint32_t numberOf(const RecordType& type, std::string_view field)
{
    const auto* found = type.field(field);
    if (found == nullptr)
        qFatal("no field %s", std::string(field).c_str());
    return found->number;
}

} // namespace lianxin::test

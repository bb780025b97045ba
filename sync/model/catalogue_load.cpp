// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue_load.hpp"

#include <algorithm>
#include <deque>
#include <set>

namespace lianxin {

namespace {

constexpr std::size_t kMaxFileBytes = 2048U * 1024U; // a form of 2,000 questions

bool endsWithJson(std::string_view name) { return name.ends_with(".json"); }

// Sources live here, because nodes point into them.
using Sources = std::deque<CatalogueSource>;

Result<Sources> openAll(const std::map<std::string, std::string>& files, std::string_view folder)
{
    Sources sources;
    for (const auto& [file, text] : files) {
        if (!file.starts_with(folder) || !endsWithJson(file))
            continue;
        LIANXIN_TRY(auto source, openCatalogueSource(file, text, kMaxFileBytes));
        sources.push_back(std::move(source));
    }
    return sources;
}

std::optional<Error> firstError(const Sources& sources)
{
    for (const auto& source : sources)
        if (source.error)
            return source.error;
    return std::nullopt;
}

std::string baseName(const std::string& file)
{
    const auto slash = file.rfind('/');
    const auto start = slash == std::string::npos ? 0 : slash + 1;
    return file.substr(start, file.size() - start - std::string_view(".json").size());
}

// Two files must not claim one name or number; the later one in the order of file names is the one to mend.
template <typename Item> void checkUnique(Sources& sources, const std::vector<Item>& items, bool numbers)
{
    std::set<std::string> names;
    std::set<std::uint32_t> used;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const CatalogueNode node(sources[i]);
        if (!names.insert(items[i].name).second)
            node.refuse("name", "duplicate name \"" + items[i].name + "\"");
        if (items[i].name != baseName(sources[i].file))
            node.refuse("name", "name differs from the file's name");
        if constexpr (requires { items[i].number; })
            if (numbers && !used.insert(items[i].number).second)
                node.refuse("number", "duplicate number " + std::to_string(items[i].number));
    }
}

Result<std::vector<CodeList>> loadCodeLists(const std::map<std::string, std::string>& files)
{
    LIANXIN_TRY(auto sources, openAll(files, "codes/"));
    std::vector<CodeList> lists(sources.size());
    for (std::size_t i = 0; i < lists.size(); ++i)
        readCodeList(CatalogueNode(sources[i]), lists[i]);
    checkUnique(sources, lists, false);
    if (auto error = firstError(sources))
        return *error;
    return lists;
}

Result<std::uint32_t> loadVersion(const std::string& file, const std::string& text)
{
    LIANXIN_TRY(auto source, openCatalogueSource(file, text, kMaxFileBytes));
    const CatalogueNode node(source);
    node.keysAre({"version"});
    const auto version = node.positive("version", true, kLastCoreNumber * 1000);
    if (version == 0)
        node.refuse("version", "version must be at least 1");
    if (source.error)
        return *source.error;
    return version;
}

} // namespace

Result<Catalogue> loadCatalogue(const std::map<std::string, std::string>& files)
{
    const std::string versionFile = "catalogue/catalogue.json";
    const auto version = files.find(versionFile);
    if (version == files.end())
        return fail(Errc::invalidInput, versionFile + ":1: the file is missing");
    Catalogue::Content content;
    LIANXIN_TRY(content.version, loadVersion(versionFile, version->second));
    LIANXIN_TRY(content.codeLists, loadCodeLists(files));

    auto typeFiles = files;
    typeFiles.erase(versionFile);
    LIANXIN_TRY(auto sources, openAll(typeFiles, "catalogue/"));
    content.types.resize(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i)
        readRecordType(CatalogueNode(sources[i]), content.codeLists, content.types[i]);
    checkUnique(sources, content.types, true);
    for (std::size_t i = 0; i < sources.size(); ++i)
        checkRecordType(CatalogueNode(sources[i]), content.types[i], content.types);
    if (auto error = firstError(sources))
        return *error;
    for (std::size_t i = 0; i < sources.size(); ++i)
        readRowSections(CatalogueNode(sources[i]), content.types, content.types[i]);
    for (std::size_t i = 0; i < sources.size(); ++i)
        readExpressions(CatalogueNode(sources[i]), content.types, content.codeLists, content.types[i]);
    if (auto error = firstError(sources))
        return *error;
    std::vector<CatalogueNode> nodes;
    for (auto& source : sources)
        nodes.emplace_back(source);
    refuseCircles(nodes, content.types);
    if (auto error = firstError(sources))
        return *error;
    if (content.types.empty())
        return fail(Errc::invalidInput, versionFile + ":1: no record types beside it");
    std::sort(content.types.begin(), content.types.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
    return Catalogue(std::move(content));
}

void readCodeList(const CatalogueNode& node, CodeList& list)
{
    node.keysAre({"name", "zh", "en", "source", "codes"});
    list.name = node.text("name", true);
    list.label = node.label();
    list.source = node.text("source");
    std::set<std::uint32_t> numbers;
    for (const auto& item : node.items("codes")) {
        item.keysAre({"number", "zh", "en", "report", "retired", "data"});
        Code code;
        code.number = item.positive("number", true, 9999999);
        code.label = item.label();
        code.label.report = item.text("report");
        code.retired = item.flag("retired");
        if (item.has("data")) {
            if (!item.at("data").json().is_object())
                item.refuse("data", "\"data\" must be an object");
            else
                code.data = item.at("data").json().get_object();
        }
        if (!numbers.insert(code.number).second)
            item.refuse("number", "duplicate code " + std::to_string(code.number));
        list.codes.push_back(std::move(code));
    }
    if (list.codes.empty())
        node.refuse("codes", "a code list needs codes");
}

} // namespace lianxin

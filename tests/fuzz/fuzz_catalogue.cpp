// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue.hpp"
#include "sync/model/divisions.hpp"
#include "tests/fuzz/fuzz_target.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace {

namespace fs = std::filesystem;

std::string slurp(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string firstLines(const std::string& text, std::size_t most) { return text.substr(0, text.rfind('\n', most) + 1); }

constexpr std::string_view kCodes =
    R"({"name":"body","zh":"a","en":"a","codes":[{"number":1,"zh":"b","en":"b"},{"number":2,"zh":"c","en":"c"}]})";
constexpr std::string_view kThing =
    R"({"number": 15, "name": "thing", "zh": "a", "en": "a", "icon": "box", "scope": "area", "merge": "registers",
 "sensitivity": 1, "readers": ["VW", "TO"], "writers": ["VW"], "title": ["item"], "sections": [{"name": "main", "zh": "a", "en": "a"}],
 "fields": [
  {"number": 11, "name": "item", "zh": "a", "en": "a", "kind": "text", "level": 1, "chars": 60, "required": "submit"},
  {"number": 12, "name": "state", "zh": "a", "en": "a", "kind": "code", "level": 1, "codes": "body"},
  {"number": 13, "name": "day", "zh": "a", "en": "a", "kind": "date", "level": 1, "requiredWhen": {"all": [{"field": "state", "in": [1, 2]}]}}]})";

// A small catalogue around the file under test: the shipped one takes too long to read a million times.
std::map<std::string, std::string> frame()
{
    return {{"catalogue/catalogue.json", R"({"version":1})"},
            {"codes/body.json", std::string(kCodes)},
            {"catalogue/thing.json", std::string(kThing)}};
}

} // namespace

// Every answer about a file names the file and the line; divisions are read or refused.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    bool accepted = Divisions::parse(bytes).has_value();
    for (const char* name : {"catalogue/thing.json", "codes/body.json", "catalogue/catalogue.json"}) {
        auto files = frame();
        files[name] = std::string(bytes);
        const auto loaded = loadCatalogue(files);
        accepted = accepted || loaded.has_value();
        if (!loaded)
            promise(loaded.error().detail.find(':') != std::string::npos, "a refusal says where");
    }
    return accepted;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    return {R"({"version":1})", std::string(kCodes), std::string(kThing),
            firstLines(slurp(fs::path(LIANXIN_SOURCE_DIR) / "assets/divisions/divisions.tsv"), 2000)};
}

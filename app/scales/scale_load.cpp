// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files of assets/scales to Scale. A scale that contradicts itself is refused as a whole: a wrong threshold is worse than none.
#include "app/scales/scale.hpp"

#include "sync/model/catalogue_source.hpp"

#include <algorithm>
#include <set>

namespace lianxin::scales {
namespace {

constexpr std::int64_t kMostItems = 99;
constexpr std::int64_t kGreatestTotal = 999;

int whole(const CatalogueNode& node, std::string_view key)
{
    const auto value = node.number(key);
    if (!value && !node.has(key))
        node.refuse("missing \"" + std::string(key) + "\"");
    if (value && (*value < 0 || *value > kGreatestTotal)) {
        node.refuse(key, "\"" + std::string(key) + "\" must be from 0 to " + std::to_string(kGreatestTotal));
        return 0;
    }
    return static_cast<int>(value.value_or(0));
}

std::vector<Option> readOptions(const CatalogueNode& node, std::string_view key)
{
    std::vector<Option> options;
    std::set<int> values;
    for (const auto& entry : node.items(key)) {
        entry.keysAre({"value", "zh", "en"});
        Option option{whole(entry, "value"), entry.label()};
        if (!values.insert(option.value).second)
            entry.refuse("value", "two answers have the value " + std::to_string(option.value));
        options.push_back(std::move(option));
    }
    if (options.size() < 2)
        node.refuse(key, "a question needs at least two answers");
    return options;
}

Item readItem(const CatalogueNode& node, const Scale& scale, const std::vector<Option>& answers, const Label& stem)
{
    node.keysAre({"number", "zh", "en", "stemZh", "stemEn", "answers", "reversed", "scored", "safetyFrom"});
    Item item;
    item.number = node.positive("number", true, kMostItems);
    item.text = node.label();
    item.stem = node.has("stemZh") ? node.label("stemZh", "stemEn") : stem;
    item.options = node.has("answers") ? readOptions(node, "answers") : answers;
    item.reversed = node.flag("reversed");
    item.scored = !node.has("scored") || node.flag("scored");
    if (item.number != scale.items.size() + 1)
        node.refuse("number", "items are numbered 1, 2, 3 … in their order");
    if (node.has("safetyFrom")) {
        item.safetyFrom = whole(node, "safetyFrom");
        if (item.options.empty() || *item.safetyFrom <= item.least() || !item.offers(*item.safetyFrom))
            node.refuse("safetyFrom", "\"safetyFrom\" is one of the answers, not the least");
    }
    return item;
}

void readItems(const CatalogueNode& node, Scale& scale)
{
    if (!node.has("answers"))
        return node.refuse("missing \"answers\"");
    const auto answers = readOptions(node, "answers");
    const Label stem = node.label("stemZh", "stemEn");
    for (const auto& entry : node.items("items"))
        scale.items.push_back(readItem(entry, scale, answers, stem));
    if (scale.items.empty())
        node.refuse("items", "a scale without questions");
    for (const auto& item : scale.items) {
        if (!item.scored || item.options.empty())
            continue;
        scale.least += item.least();
        scale.greatest += item.greatest();
    }
    const auto missing = node.at("missing");
    missing.keysAre({"most", "prorate", "source"});
    scale.mostMissing = whole(missing, "most");
    scale.prorates = missing.flag("prorate");
    (void)missing.text("source", true);
    const auto scored = std::count_if(scale.items.begin(), scale.items.end(), [](const Item& i) { return i.scored; });
    if (scale.mostMissing * 5 > scored) // domain 2.12
        missing.refuse("most", "at most 20 % of the scored items may be unanswered");
    if (scale.mostMissing > 0 && !scale.prorates)
        missing.refuse("most", "a total with unanswered items needs \"prorate\"");
}

void readEntry(const CatalogueNode& node, Scale& scale)
{
    for (const auto* key : {"items", "answers", "stemZh", "missing"})
        if (node.has(key))
            node.refuse(key, "a gated scale shows nothing of its text: only \"entry\"");
    const auto entry = node.at("entry");
    entry.keysAre({"min", "max", "checks", "noteZh", "noteEn", "byBand"});
    scale.least = whole(entry, "min");
    scale.greatest = whole(entry, "max");
    scale.entryNote = entry.label("noteZh", "noteEn", false);
    scale.enteredByBand = entry.flag("byBand");
    if (scale.least >= scale.greatest)
        entry.refuse("max", "\"max\" must be above \"min\"");
    std::set<std::uint32_t> numbers;
    for (const auto& one : entry.items("checks")) {
        one.keysAre({"number", "zh", "en", "role"});
        const auto role = one.text("role", true);
        if (role != "safety" && role != "criterion")
            one.refuse("role", "a check is \"safety\" or \"criterion\"");
        Check check{one.positive("number", true, kMostItems), one.label(), role == "safety"};
        if (!numbers.insert(check.number).second)
            one.refuse("number", "two checks have the number " + std::to_string(check.number));
        scale.checks.push_back(std::move(check));
    }
}

Profile readProfile(const CatalogueNode& node, const Scale& scale)
{
    node.keysAre({"name", "from", "source", "bands"});
    Profile profile;
    profile.name = node.text("name", true);
    profile.source = node.text("source", true);
    if (profile.name.size() > 40) // characters of the field threshold_profile
        node.refuse("name", "a profile's name has at most 40 characters");
    if (const auto day = parseDay(node.text("from", true)))
        profile.from = *day;
    else
        node.refuse("from", "\"from\" is a day, YYYY-MM-DD");
    int next = scale.least;
    std::set<std::uint32_t> numbers;
    for (const auto& one : node.items("bands")) {
        one.keysAre({"number", "from", "to", "zh", "en", "nextZh", "nextEn", "positive", "risk"});
        Band band{one.positive("number", true, kMostItems),
                  whole(one, "from"),
                  whole(one, "to"),
                  one.label(),
                  one.label("nextZh", "nextEn"),
                  one.flag("positive"),
                  one.flag("risk")};
        if (band.number == 0 || !numbers.insert(band.number).second)
            one.refuse("number", "a band has a number of its own, from 1");
        if (band.from != next || band.to < band.from)
            one.refuse("from", "bands follow each other without gap: expected " + std::to_string(next));
        next = band.to + 1;
        profile.bands.push_back(std::move(band));
    }
    if (next != scale.greatest + 1)
        node.refuse("bands", "the bands end at " + std::to_string(next - 1) + ", the scale at " +
                                 std::to_string(scale.greatest));
    return profile;
}

Scale readScale(const CatalogueNode& node)
{
    node.keysAre({"number", "name", "version", "official", "zh", "en", "spoken", "stemZh", "stemEn", "worse", "licence",
                  "answers", "items", "missing", "entry", "profiles"});
    Scale scale;
    scale.code = node.positive("number", true, kMostItems);
    scale.name = node.text("name", true);
    scale.version = node.text("version", true);
    scale.official = node.text("official", true);
    scale.label = node.label();
    scale.spoken = node.flag("spoken");
    const auto worse = node.has("worse") ? node.text("worse") : std::string("high");
    scale.lowIsWorse = worse == "low";
    if (worse != "low" && worse != "high")
        node.refuse("worse", "\"worse\" is \"high\" or \"low\"");
    const auto licence = node.at("licence");
    licence.keysAre({"gated", "zh", "en", "source"});
    scale.gated = licence.flag("gated");
    scale.licence = licence.label();
    scale.source = licence.text("source", true);
    if (!licence.has("gated"))
        licence.refuse("missing \"gated\"");
    if (scale.gated) {
        readEntry(node, scale);
    } else {
        if (node.has("entry"))
            node.refuse("entry", "\"entry\" is for gated scales");
        readItems(node, scale);
    }
    if (scale.spoken && (scale.gated || scale.items.size() > 2))
        node.refuse("spoken", "what a village worker asks is two free questions");
    std::set<std::string> names;
    for (const auto& one : node.items("profiles")) {
        auto profile = readProfile(one, scale);
        if (!names.insert(profile.name).second)
            one.refuse("name", "two profiles are called \"" + profile.name + "\"");
        if (!scale.profiles.empty() && profile.from <= scale.profiles.back().from)
            one.refuse("from", "profiles stand in the order of their days");
        scale.profiles.push_back(std::move(profile));
    }
    if (scale.profiles.empty())
        node.refuse("profiles", "a scale without thresholds");
    return scale;
}

} // namespace

Result<ScaleSet> loadScales(const std::map<std::string, std::string>& files)
{
    ScaleSet set;
    std::set<std::uint32_t> codes;
    for (const auto& [file, text] : files) {
        if (!file.starts_with("scales/") || !file.ends_with(".json"))
            continue;
        auto document = parseJsonDocument(text);
        if (!document)
            return fail(Errc::invalidInput, file + ": " + document.error().detail);
        CatalogueSource source{file, std::move(*document), {}};
        const CatalogueNode root(source);
        if (file == "scales/scales.json") {
            root.keysAre({"version", "openWith"});
            set.version = root.positive("version", true, 1'000'000);
            for (const auto& code : root.items("openWith"))
                set.openWith.push_back(code.asPositive());
        } else {
            set.scales.push_back(readScale(root));
            const Scale& scale = set.scales.back();
            if ("scales/" + scale.name + ".json" != file)
                root.refuse("name", "the file's name is the scale's");
            if (!codes.insert(scale.code).second)
                root.refuse("number", "another scale has the number " + std::to_string(scale.code));
        }
        if (source.error)
            return *source.error;
    }
    if (set.version == 0)
        return fail(Errc::invalidInput, "scales/scales.json:1: missing");
    std::sort(set.scales.begin(), set.scales.end(), [](const Scale& a, const Scale& b) { return a.code < b.code; });
    return set;
}

} // namespace lianxin::scales

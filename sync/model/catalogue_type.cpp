// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue_load.hpp"

#include <boost/json/object.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace lianxin {

namespace {

constexpr std::array<std::string_view, 5> kRecipients = {"author", "counsellor", "supervisor", "escrow",
                                                         "counsellorElseSupervisor"};

void readScope(const CatalogueNode& node, RecordType& type)
{
    type.rootTypes = node.texts("root");
    type.isRoot = type.rootTypes.empty();
    const auto scope = node.text("scope", type.isRoot);
    if (!type.isRoot && node.has("scope"))
        node.refuse("scope", "a record with a root is filed where its root is and has no scope");
    if (scope == "directory")
        type.scope = RecordScope::directory;
    else if (scope == "case")
        type.scope = RecordScope::counselCase;
    else if (scope != "area" && type.isRoot)
        node.refuse("scope", "unknown scope \"" + scope + "\"");
    if (node.has("parent")) {
        node.at("parent").keysAre({"type", "field"});
        type.parentType = node.at("parent").text("type", true);
    }
}

std::vector<AccessRule> readAccess(const CatalogueNode& node, std::string_view key)
{
    std::vector<AccessRule> rules;
    if (!node.has(key))
        node.refuse("missing \"" + std::string(key) + "\"");
    for (const auto& item : node.items(key)) {
        auto text = item.asText();
        AccessRule rule;
        if (const auto colon = text.find(':'); colon != std::string::npos) {
            if (text.substr(colon) != ":author")
                item.refuse("after a role only \":author\" can follow");
            rule.authorOnly = true;
            text.resize(colon);
        }
        const auto role = roleNamed(text);
        if (!role)
            item.refuse("unknown role \"" + text + "\"");
        rule.role = role.value_or(Role::VW);
        rules.push_back(rule);
    }
    return rules;
}

void readSections(const CatalogueNode& node, RecordType& type)
{
    for (const auto& item : node.items("sections")) {
        item.keysAre({"name", "zh", "en", "folded", "rows"});
        Section section{item.text("name", true), item.label(), item.flag("folded"), {}, item.text("rows"), 0};
        if (std::any_of(type.sections.begin(), type.sections.end(),
                        [&](const Section& s) { return s.name == section.name; }))
            item.refuse("name", "duplicate section \"" + section.name + "\"");
        type.sections.push_back(std::move(section));
    }
    if (type.sections.empty())
        node.refuse("sections", "a record type needs at least one section");
}

void checkNumber(const CatalogueNode& node, std::uint32_t number, std::set<std::uint32_t>& used)
{
    if (number < kFirstFieldNumber)
        node.refuse("number", "numbers below " + std::to_string(kFirstFieldNumber) + " are reserved");
    if (!used.insert(number).second)
        node.refuse("number", "duplicate number " + std::to_string(number));
}

// Envelope and groups come first: fields name them.
void readGroups(const CatalogueNode& node, RecordType& type, std::set<std::uint32_t>& used)
{
    if (node.has("envelope")) {
        const auto envelope = node.at("envelope");
        envelope.keysAre({"number", "recipients"});
        type.envelope = EnvelopeRule{envelope.positive("number", true, kLastNumber), {}};
        checkNumber(envelope, type.envelope->number, used);
        if (!envelope.at("recipients").json().is_object()) {
            envelope.refuse("recipients", "\"recipients\" must name each type of root");
            return;
        }
        for (const auto& entry : envelope.at("recipients").json().get_object()) {
            const std::string root(entry.key().data(), entry.key().size());
            auto names = envelope.at("recipients").texts(root);
            for (const auto& name : names)
                if (std::find(kRecipients.begin(), kRecipients.end(), name) == kRecipients.end())
                    envelope.refuse("recipients", "unknown recipient \"" + name + "\"");
            type.envelope->recipients.emplace(root, std::move(names));
        }
    }
    for (const auto& item : node.items("groups")) {
        item.keysAre({"number", "name", "zh", "en"});
        Group group{item.positive("number", true, kLastNumber), item.text("name", true), item.label(), {}};
        checkNumber(item, group.number, used);
        type.groups.push_back(std::move(group));
    }
}

void readFields(const CatalogueNode& node, const std::vector<CodeList>& lists, RecordType& type,
                std::set<std::uint32_t>& used)
{
    std::set<std::string> names;
    const auto items = node.items("fields");
    for (const auto& item : items) {
        Field field;
        readField(item, type, lists, field);
        checkNumber(item, field.number, used);
        if (!names.insert(field.name).second)
            item.refuse("name", "duplicate field \"" + field.name + "\"");
        for (auto& section : type.sections)
            if (section.name == field.section)
                section.fields.push_back(field.number);
        for (auto& group : type.groups)
            if (group.number == field.group)
                group.fields.push_back(field.number);
        type.fields.push_back(std::move(field));
    }
    if (type.fields.empty())
        node.refuse("fields", "a record type needs fields");
    for (std::size_t i = 0; i < type.fields.size(); ++i)
        readFieldRules(items[i], type, lists, type.fields[i]);
    for (const auto& group : type.groups)
        if (group.fields.size() < 2)
            node.refuse("groups", "group \"" + group.name + "\" needs at least two fields");
}

std::vector<std::uint32_t> readFieldNames(const CatalogueNode& node, std::string_view key, const RecordType& type)
{
    std::vector<std::uint32_t> numbers;
    for (const auto& item : node.items(key))
        numbers.push_back(readFieldName(item, type));
    return numbers;
}

void readTimeline(const CatalogueNode& node, RecordType& type)
{
    if (!node.has("timeline"))
        return;
    const auto timeline = node.at("timeline");
    timeline.keysAre({"at", "summary", "tint"});
    type.timeline = Timeline{readFieldName(timeline.at("at"), type), readFieldNames(timeline, "summary", type),
                             timeline.text("tint")};
    const auto* at = type.field(type.timeline->at);
    if (at != nullptr && at->kind != FieldKind::date && at->kind != FieldKind::timestamp)
        timeline.refuse("at", "a timeline needs a date or timestamp");
}

void readMerge(const CatalogueNode& node, RecordType& type)
{
    const auto merge = node.text("merge", true);
    if (merge == "append")
        type.merge = MergeKind::append;
    else if (merge != "registers")
        node.refuse("merge", "unknown merge kind \"" + merge + "\"");
    type.editableDays = static_cast<int>(node.positive("editableDays", false, 3660));
    if (node.has("editableDays") && type.merge != MergeKind::append)
        node.refuse("editableDays", "only records that append have days of editing");
    type.amendmentType = node.text("amendment");
}

void readPillar(const CatalogueNode& node, const std::vector<CodeList>& lists, RecordType& type)
{
    type.pillar = static_cast<int>(node.positive("pillar", false, kLastNumber));
    const auto pillars =
        std::find_if(lists.begin(), lists.end(), [](const CodeList& list) { return list.name == "service_pillar"; });
    if (type.pillar != 0 && (pillars == lists.end() || pillars->find(type.pillar) == nullptr))
        node.refuse("pillar", "no code " + std::to_string(type.pillar) + " in \"service_pillar\"");
}

} // namespace

void readRecordType(const CatalogueNode& node, const std::vector<CodeList>& lists, RecordType& type)
{
    node.keysAre({"number",    "name",      "zh",          "en",      "report",  "icon",         "pillar",
                  "offered",   "root",      "scope",       "parent",  "merge",   "editableDays", "finalWhen",
                  "reminders", "amendment", "sensitivity", "readers", "writers", "title",        "timeline",
                  "envelope",  "states",    "sections",    "groups",  "fields"});
    type.number = node.positive("number", true, kLastNumber);
    if (type.number == 0)
        node.refuse("number", "a type's number starts at 1");
    type.name = node.text("name", true);
    if (!isCatalogueName(type.name))
        node.refuse("name", "names are lower case letters, digits and '_'");
    type.label = node.label();
    type.label.report = node.text("report");
    type.icon = node.text("icon");
    readPillar(node, lists, type);
    type.offered = node.flag("offered");
    type.sensitivity = static_cast<int>(node.positive("sensitivity", true, 4));
    readScope(node, type);
    type.readers = readAccess(node, "readers");
    type.writers = readAccess(node, "writers");
    readSections(node, type);
    std::set<std::uint32_t> used;
    readGroups(node, type, used);
    readFields(node, lists, type, used);
    if (node.has("parent"))
        type.parentField = readFieldName(node.at("parent").at("field"), type);
    readMerge(node, type);
    type.title = readFieldNames(node, "title", type);
    readTimeline(node, type);
    readStates(node, lists, type);
    for (const auto& field : type.fields)
        if (field.sensitivity > type.sensitivity)
            node.refuse("sensitivity", "field \"" + field.name + "\" is more sensitive than its type");
}

void checkRecordType(const CatalogueNode& node, const RecordType& type, const std::vector<RecordType>& types)
{
    const auto named = [&](const std::string& name) -> const RecordType* {
        const auto found =
            std::find_if(types.begin(), types.end(), [&](const RecordType& t) { return t.name == name; });
        return found == types.end() ? nullptr : &*found;
    };
    for (const auto& root : type.rootTypes) {
        const auto* rootType = named(root);
        if (rootType == nullptr || !rootType->isRoot)
            node.refuse("root", "\"" + root + "\" is no root type");
        else if (type.envelope && !type.envelope->recipients.contains(root))
            node.at("envelope").refuse("recipients", "nobody can open an envelope under \"" + root + "\"");
    }
    if (type.isRoot && type.envelope && !type.envelope->recipients.contains(type.name))
        node.at("envelope").refuse("recipients", "nobody can open an envelope under \"" + type.name + "\"");
    if (!type.parentType.empty() && named(type.parentType) == nullptr)
        node.refuse("parent", "unknown type \"" + type.parentType + "\"");
    if (!type.amendmentType.empty() && named(type.amendmentType) == nullptr)
        node.refuse("amendment", "unknown type \"" + type.amendmentType + "\"");
}

const RecordType* parentOf(const std::vector<RecordType>& types, const RecordType& type)
{
    const auto& above = !type.parentType.empty()     ? type.parentType
                        : type.rootTypes.size() == 1 ? type.rootTypes.front()
                                                     : std::string();
    const auto found = std::find_if(types.begin(), types.end(), [&](const RecordType& t) { return t.name == above; });
    return above.empty() || found == types.end() ? nullptr : &*found;
}

bool hangsOn(const RecordType& child, const RecordType& type)
{
    return child.parentType.empty() ? child.hasRoot(type.name) : child.parentType == type.name;
}

void readRowSections(const CatalogueNode& node, const std::vector<RecordType>& types, RecordType& type)
{
    const auto items = node.items("sections");
    std::set<std::uint32_t> shown;
    for (std::size_t i = 0; i < type.sections.size(); ++i) {
        auto& section = type.sections[i];
        if (section.rows.empty())
            continue;
        const auto child =
            std::find_if(types.begin(), types.end(), [&](const RecordType& t) { return t.name == section.rows; });
        if (child == types.end() || !hangsOn(*child, type)) {
            items[i].refuse("rows", "\"" + section.rows + "\" is no record type that hangs on \"" + type.name + "\"");
            continue;
        }
        if (child->serverAuthored())
            items[i].refuse("rows", "\"" + section.rows + "\" is written by the server only");
        if (!shown.insert(child->number).second)
            items[i].refuse("rows", "\"" + section.rows + "\" stands in another section already");
        section.rowType = child->number;
    }
}

} // namespace lianxin

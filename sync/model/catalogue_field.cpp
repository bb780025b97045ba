// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue_load.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace lianxin {

namespace {

constexpr int kConfidential = 4; // sensitivity, domain 2.0

template <typename T> using Words = std::initializer_list<std::pair<std::string_view, T>>;

template <typename T> T readWord(const CatalogueNode& node, std::string_view key, T absent, Words<T> words)
{
    if (!node.has(key))
        return absent;
    const auto word = node.text(key);
    for (const auto& [name, value] : words)
        if (name == word)
            return value;
    node.refuse(key, "unknown " + std::string(key) + " \"" + word + "\"");
    return absent;
}

FieldKind readKind(const CatalogueNode& node)
{
    if (!node.has("kind"))
        node.refuse("missing \"kind\"");
    return readWord<FieldKind>(node, "kind", FieldKind::text,
                               {{"text", FieldKind::text},
                                {"integer", FieldKind::integer},
                                {"boolean", FieldKind::boolean},
                                {"money", FieldKind::money},
                                {"date", FieldKind::date},
                                {"timestamp", FieldKind::timestamp},
                                {"code", FieldKind::code},
                                {"codeSet", FieldKind::codeSet},
                                {"ref", FieldKind::ref},
                                {"refSet", FieldKind::refSet},
                                {"place", FieldKind::place}});
}

std::string usualControl(const Field& field)
{
    switch (field.kind) {
    case FieldKind::text:
        return field.maxLength > 120 ? "longText" : field.format == TextFormat::division ? "division" : "text";
    case FieldKind::integer: return "number";
    case FieldKind::boolean: return "toggle";
    case FieldKind::money: return "money";
    case FieldKind::date: return "date";
    case FieldKind::timestamp: return "dateTime";
    case FieldKind::code: return "options";
    case FieldKind::codeSet: return "chips";
    case FieldKind::ref: return "picker";
    case FieldKind::refSet: return field.refType == "person" ? "people" : "picker";
    case FieldKind::place: return "place";
    case FieldKind::envelope: break;
    }
    return "hidden";
}

bool holdsAttachments(const Field& field) { return field.kind == FieldKind::refSet && field.refType == "attachment"; }

void readControl(const CatalogueNode& node, Field& field)
{
    constexpr std::array<std::string_view, 16> kControls = {
        "options", "chips",  "text",  "longText", "date",   "dateTime", "phone",  "number",
        "money",   "toggle", "place", "picker",   "people", "division", "attach", "scan"};
    field.control = node.has("control") ? node.text("control") : usualControl(field);
    if (field.control != "hidden" && std::find(kControls.begin(), kControls.end(), field.control) == kControls.end())
        node.refuse("control", "unknown control \"" + field.control + "\"");
    if (field.control == "attach" && !holdsAttachments(field))
        node.refuse("control", "attach is for a refSet of attachments");
    if (field.control == "scan" && field.kind != FieldKind::text)
        node.refuse("control", "scan fills a text");
}

void readDefault(const CatalogueNode& node, Field& field)
{
    if (!node.has("default"))
        return;
    const auto rule = node.at("default");
    rule.keysAre({"from", "value", "expression", "parameter"});
    if ((rule.has("value") ? 1 : 0) + (rule.has("from") ? 1 : 0) + (rule.has("expression") ? 1 : 0) +
            (rule.has("parameter") ? 1 : 0) !=
        1)
        rule.refuse("a default has one of \"from\", \"value\", \"expression\" and \"parameter\"");
    if (rule.has("parameter")) {
        field.defaultFrom = DefaultFrom::parameter;
        field.parameter = rule.text("parameter", true);
        return;
    }
    if (rule.has("expression")) {
        field.defaultFrom = DefaultFrom::expression;
        return;
    }
    if (rule.has("value")) {
        field.defaultFrom = DefaultFrom::literal;
        field.defaultValue = Value::fromJson(rule.at("value").json());
        return;
    }
    field.defaultFrom = readWord<DefaultFrom>(rule, "from", DefaultFrom::none,
                                              {{"now", DefaultFrom::now},
                                               {"today", DefaultFrom::today},
                                               {"currentUser", DefaultFrom::currentUser},
                                               {"rootArea", DefaultFrom::rootArea},
                                               {"targets", DefaultFrom::targets},
                                               {"task", DefaultFrom::task},
                                               {"last", DefaultFrom::last},
                                               {"next", DefaultFrom::next},
                                               {"supervisor", DefaultFrom::supervisor}});
}

void readPlacement(const CatalogueNode& node, const RecordType& type, Field& field)
{
    field.section = node.has("section")     ? node.text("section")
                    : type.sections.empty() ? std::string()
                                            : type.sections.front().name;
    const auto section = std::find_if(type.sections.begin(), type.sections.end(),
                                      [&](const Section& s) { return s.name == field.section; });
    if (section == type.sections.end())
        node.refuse("section", "unknown section \"" + field.section + "\"");
    else
        field.quick = !section->folded;
    field.sealed = node.flag("sealed");
    if (field.sealed && !type.envelope)
        node.refuse("sealed", "a sealed field needs the type to name an envelope register");
    if (!node.has("group"))
        return;
    const auto& json = node.at("group").json();
    if (json.is_array()) {
        node.refuse("group", "a field can be in one group only");
        return;
    }
    const auto name = node.text("group");
    const auto group =
        std::find_if(type.groups.begin(), type.groups.end(), [&](const Group& g) { return g.name == name; });
    if (group == type.groups.end())
        node.refuse("group", "unknown group \"" + name + "\"");
    else
        field.group = group->number;
    if (field.isSet())
        node.refuse("group", "a set has a register for each element and cannot be in a group");
    if (field.sealed)
        node.refuse("group", "a sealed field cannot be in a group");
}

void checkKind(const CatalogueNode& node, const std::vector<CodeList>& lists, const Field& field)
{
    const bool coded = field.kind == FieldKind::code || field.kind == FieldKind::codeSet;
    const bool refers = field.kind == FieldKind::ref || field.kind == FieldKind::refSet;
    const bool known =
        std::any_of(lists.begin(), lists.end(), [&](const CodeList& l) { return l.name == field.codeList; });
    if (coded && !known)
        node.refuse("codes", "unknown code list \"" + field.codeList + "\"");
    if (!coded && node.has("codes"))
        node.refuse("codes", "only code and codeSet have a code list");
    if (refers && field.refType.empty())
        node.refuse("missing \"ref\"");
    if (!refers && node.has("ref"))
        node.refuse("ref", "only ref and refSet name a type");
    if (field.kind == FieldKind::text && field.maxLength == 0)
        node.refuse("a text needs its greatest length in \"chars\"");
    if (field.kind != FieldKind::text && node.has("chars"))
        node.refuse("chars", "only a text has a length");
    if (field.min && field.max && *field.min > *field.max)
        node.refuse("min", "\"min\" is above \"max\"");
}

const CodeList* listOf(const std::vector<CodeList>& lists, const Field& field)
{
    const auto found =
        std::find_if(lists.begin(), lists.end(), [&](const CodeList& l) { return l.name == field.codeList; });
    return found == lists.end() ? nullptr : &*found;
}

void checkCode(const CatalogueNode& node, const std::vector<CodeList>& lists, const Field& field, const Value& value)
{
    const auto* list = listOf(lists, field);
    if (list != nullptr && (!value.asInt() || list->find(*value.asInt()) == nullptr))
        node.refuse("no code " + value.canonical() + " in \"" + list->name + "\"");
}

void readConditionValues(const CatalogueNode& node, const RecordType& type, const std::vector<CodeList>& lists,
                         Condition& condition)
{
    const std::string_view key = condition.op == Condition::Op::in ? "in" : "has";
    const auto list = node.at(key);
    if (list.json().is_array())
        for (const auto& element : list.json().get_array())
            condition.values.push_back(Value::fromJson(element));
    else
        condition.values.push_back(Value::fromJson(list.json()));
    const auto* field = type.field(condition.field);
    if (field == nullptr)
        return;
    if (condition.op == Condition::Op::has && !field->isSet())
        node.refuse(key, "\"has\" asks a set; \"" + field->name + "\" is none");
    for (const auto& value : condition.values)
        checkCode(list, lists, *field, value);
}

} // namespace

std::uint32_t readFieldName(const CatalogueNode& node, const RecordType& type)
{
    const auto name = node.asText();
    const auto* field = type.field(std::string_view(name));
    if (field == nullptr) {
        node.refuse("unknown field \"" + name + "\"");
        return 0;
    }
    return field->number;
}

Condition readCondition(const CatalogueNode& node, const RecordType& type, const std::vector<CodeList>& lists,
                        int depth)
{
    Condition condition;
    node.keysAre({"field", "in", "has", "set", "min", "max", "differs", "all", "any", "not"});
    if (!node.json().is_object() || depth > 8) {
        node.refuse("a condition is an object, at most 8 deep");
        return condition;
    }
    const auto size = node.json().get_object().size();
    for (const auto& [key, op] : Words<Condition::Op>{{"all", Condition::Op::all}, {"any", Condition::Op::any}}) {
        if (!node.has(key))
            continue;
        condition.op = op;
        for (const auto& part : node.items(key))
            condition.parts.push_back(readCondition(part, type, lists, depth + 1));
    }
    if (node.has("not")) {
        condition.op = Condition::Op::negated;
        condition.parts.push_back(readCondition(node.at("not"), type, lists, depth + 1));
    }
    const bool compound = node.has("all") || node.has("any") || node.has("not");
    if (size != (compound ? 1U : 2U))
        node.refuse("a condition is one of all, any, not, or a field with one test");
    if (compound)
        return condition;
    condition.field = readFieldName(node.at("field"), type);
    if (node.has("set")) {
        condition.op = Condition::Op::set;
        condition.bound = node.flag("set") ? 1 : 0;
    } else if (node.has("min") || node.has("max")) {
        condition.op = node.has("min") ? Condition::Op::min : Condition::Op::max;
        condition.bound = node.number(node.has("min") ? "min" : "max").value_or(0);
    } else if (node.has("differs")) {
        condition.op = Condition::Op::differs;
        condition.bound = readFieldName(node.at("differs"), type);
        const auto* one = type.field(condition.field);
        const auto* other = type.field(static_cast<std::uint32_t>(condition.bound));
        if (one != nullptr && other != nullptr && (one->kind != other->kind || one->codeList != other->codeList))
            node.refuse("differs", "only fields of one kind and code list can differ");
    } else if (node.has("in") || node.has("has")) {
        condition.op = node.has("in") ? Condition::Op::in : Condition::Op::has;
        readConditionValues(node, type, lists, condition);
    } else {
        node.refuse("a condition needs a test: in, has, set, min, max or differs");
    }
    return condition;
}

void readField(const CatalogueNode& node, const RecordType& type, const std::vector<CodeList>& lists, Field& field)
{
    node.keysAre({"number",     "name",         "zh",           "en",           "report",       "hintZh",
                  "hintEn",     "kind",         "codes",        "ref",          "chars",        "min",
                  "max",        "daysBack",     "daysAhead",    "notBefore",    "idBirth",      "idSex",
                  "unitZh",     "unitEn",       "required",     "requiredWhen", "relevantWhen", "group",
                  "level",      "search",       "format",       "sealed",       "retired",      "readOnly",
                  "default",    "section",      "control",      "suggestions",  "choices",      "computed",
                  "constraint", "constraintZh", "constraintEn", "choiceFilter"});
    field.number = node.positive("number", true, kLastNumber);
    field.name = node.text("name", true);
    if (!isCatalogueName(field.name))
        node.refuse("name", "names are lower case letters, digits and '_'");
    field.label = node.label();
    field.label.report = node.text("report");
    field.hint = node.label("hintZh", "hintEn", false);
    field.unit = node.label("unitZh", "unitEn", false);
    field.kind = readKind(node);
    field.codeList = node.text("codes");
    field.refType = node.text("ref");
    field.maxLength = node.positive("chars", false, 20000);
    field.min = node.number("min");
    field.max = node.number("max");
    if (const auto days = node.number("daysBack"))
        field.daysBack = static_cast<int>(*days);
    if (const auto days = node.number("daysAhead"))
        field.daysAhead = static_cast<int>(*days);
    field.required = readWord<Required>(node, "required", Required::never,
                                        {{"submit", Required::submit}, {"always", Required::always}});
    field.search = readWord<SearchKind>(node, "search", SearchKind::none,
                                        {{"name", SearchKind::name},
                                         {"phone", SearchKind::phone},
                                         {"place", SearchKind::place},
                                         {"number", SearchKind::number}});
    field.format = readWord<TextFormat>(node, "format", TextFormat::none,
                                        {{"phone", TextFormat::phone},
                                         {"mobile", TextFormat::mobile},
                                         {"idNumber", TextFormat::idNumber},
                                         {"disabilityCard", TextFormat::disabilityCard},
                                         {"division", TextFormat::division},
                                         {"householdNumber", TextFormat::householdNumber},
                                         {"creditCode", TextFormat::creditCode},
                                         {"base64url", TextFormat::base64url}});
    field.sensitivity = static_cast<int>(node.positive("level", true, 4));
    field.retired = node.flag("retired");
    field.readOnly = node.flag("readOnly") || node.has("computed");
    field.constraintHint = node.label("constraintZh", "constraintEn", false);
    readDefault(node, field);
    readPlacement(node, type, field);
    readControl(node, field);
    checkKind(node, lists, field);
    if (field.search != SearchKind::none && (field.sealed || field.sensitivity == kConfidential))
        node.refuse("search", "what is sealed or confidential is never searched");
    for (const auto& item : node.items("suggestions")) {
        item.keysAre({"zh", "en"});
        field.suggestions.push_back(item.label());
    }
}

void readFieldRules(const CatalogueNode& node, const RecordType& type, const std::vector<CodeList>& lists, Field& field)
{
    const auto other = [&](std::string_view key) { return node.has(key) ? readFieldName(node.at(key), type) : 0U; };
    field.notBefore = other("notBefore");
    field.idBirth = other("idBirth");
    field.idSex = other("idSex");
    if (field.defaultFrom == DefaultFrom::literal && field.kind == FieldKind::code)
        checkCode(node.at("default"), lists, field, field.defaultValue);
    // What hands may put into a field of attachments is chosen among the kinds of those.
    Field kinds;
    kinds.codeList = holdsAttachments(field) ? "attachment_kind" : field.codeList;
    for (const auto& item : node.items("choices")) {
        item.keysAre({"codes", "when"});
        Choice choice;
        for (const auto& code : item.items("codes")) {
            choice.codes.push_back(code.asPositive());
            checkCode(code, lists, kinds, Value::fromInt(choice.codes.back()));
        }
        field.choices.push_back(std::move(choice));
    }
}

} // namespace lianxin

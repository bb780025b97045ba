// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue_load.hpp"

#include <algorithm>

namespace lianxin {

namespace {

// Reads the rules of one type when all types are known: rows are child types, the parent is one type or nothing.
class RuleReader {
public:
    RuleReader(const std::vector<RecordType>& types, const std::vector<CodeList>& lists, RecordType& type)
        : m_types(types), m_lists(lists), m_type(type), m_parent(parentOf(types, type))
    {
        std::vector<const RecordType*> rows;
        for (const auto& other : types)
            if (hangsOn(other, type))
                rows.push_back(&other);
        m_scope = scopeOf(type, m_parent, rows);
    }

    [[nodiscard]] const std::vector<CodeList>& lists() const { return m_lists; }
    void offerCodes(const CodeList& list) { m_scope.code = codeEntries(list); }
    void forgetCodes() { m_scope.code.clear(); }

    // A condition as JSON, or a text in the language; `wanted` none takes any kind.
    std::optional<BoundExpression> read(const CatalogueNode& node, std::string_view key, DatumKind wanted,
                                        bool takesCondition)
    {
        if (!node.has(key))
            return std::nullopt;
        const auto place = node.at(key);
        auto bound = place.json().is_object() && takesCondition ? fromCondition(place) : fromText(place);
        const auto named = '"' + std::string(key) + '"';
        if (!bound) {
            place.refuse(named + ' ' + bound.error().detail);
            return std::nullopt;
        }
        if (bound->kind() != wanted && bound->kind() != DatumKind::none) {
            place.refuse(named + " must be " + std::string(datumKindName(wanted)) + ", this is " +
                         std::string(datumKindName(bound->kind())));
            return std::nullopt;
        }
        for (const auto& reference : bound->references()) {
            note(reference);
            if (const auto* closed = sealedElsewhere(reference))
                place.refuse(named + " looks at sealed \"" + closed->name + "\" of another record, which stays closed");
        }
        return std::move(*bound);
    }

private:
    Result<BoundExpression> fromCondition(const CatalogueNode& node)
    {
        return expressionOf(readCondition(node, m_type, m_lists), m_type);
    }

    Result<BoundExpression> fromText(const CatalogueNode& node)
    {
        LIANXIN_TRY(const auto expression, Expression::parse(node.asText()));
        return BoundExpression::bind(expression, m_scope);
    }

    void note(const BoundReference& reference)
    {
        m_type.looksAtParent = m_type.looksAtParent || reference.scope == FieldScopeKind::parent;
        auto& rows = m_type.rowTypes;
        if (reference.rows != 0 && std::find(rows.begin(), rows.end(), reference.rows) == rows.end())
            rows.push_back(reference.rows);
    }

    // Envelopes of the parent and of rows are not opened to judge a rule, and nothing sealed comes out through one (D15).
    [[nodiscard]] const Field* sealedElsewhere(const BoundReference& reference) const
    {
        const RecordType* other = nullptr;
        if (reference.scope == FieldScopeKind::parent)
            other = m_parent;
        else if (reference.scope == FieldScopeKind::rows)
            other = &*std::find_if(m_types.begin(), m_types.end(),
                                   [&](const RecordType& type) { return type.number == reference.rows; });
        const auto* field = other != nullptr ? other->field(reference.number) : nullptr;
        return field != nullptr && field->sealed ? field : nullptr;
    }

    const std::vector<RecordType>& m_types;
    const std::vector<CodeList>& m_lists;
    RecordType& m_type;
    const RecordType* m_parent;
    FieldScope m_scope;
};

void readFieldExpressions(const CatalogueNode& node, RuleReader& reader, Field& field)
{
    field.requiredWhen = reader.read(node, "requiredWhen", DatumKind::boolean, true);
    field.relevantWhen = reader.read(node, "relevantWhen", DatumKind::boolean, true);
    field.constraint = reader.read(node, "constraint", DatumKind::boolean, true);
    field.computed = reader.read(node, "computed", datumKindOf(field), false);
    if (field.computed && (field.kind == FieldKind::place || field.required != Required::never || field.requiredWhen))
        node.refuse("computed", "a computed field is neither a place nor asked for");
    if (node.has("default"))
        field.defaultExpression = reader.read(node.at("default"), "expression", datumKindOf(field), false);
    const auto choices = node.items("choices");
    for (std::size_t i = 0; i < choices.size() && i < field.choices.size(); ++i)
        field.choices[i].when = reader.read(choices[i], "when", DatumKind::boolean, true);
    const auto& lists = reader.lists();
    const auto list =
        std::find_if(lists.begin(), lists.end(), [&](const CodeList& l) { return l.name == field.codeList; });
    if (node.has("choiceFilter") && list == lists.end()) {
        node.refuse("choiceFilter", "only code and codeSet have codes to choose from");
        return;
    }
    if (list != lists.end())
        reader.offerCodes(*list);
    field.choiceFilter = reader.read(node, "choiceFilter", DatumKind::boolean, false);
    reader.forgetCodes();
}

// What is sealed must not come out through a sum that stands open (D15).
void checkSealing(const CatalogueNode& node, const RecordType& type, const Field& field)
{
    for (const auto* rule : {&field.computed, &field.defaultExpression})
        for (std::size_t i = 0; *rule && i < (*rule)->references().size() && !field.sealed; ++i) {
            const auto& reference = (*rule)->references()[i];
            const auto* source = reference.scope == FieldScopeKind::own ? type.field(reference.number) : nullptr;
            if (source != nullptr && source->sealed)
                node.refuse('"' + field.name + "\" is computed from sealed \"" + source->name +
                            "\" and must be sealed too");
        }
}

void addNeeds(DependencyGraph::Needs& needs, std::uint32_t field, const std::optional<BoundExpression>& rule)
{
    if (!rule)
        return;
    for (const auto& reference : rule->references()) {
        if (reference.scope == FieldScopeKind::own)
            needs[field].insert(reference.number);
        else if (reference.scope == FieldScopeKind::parent)
            needs[field].insert(kParentNode);
        else if (reference.rows != 0)
            needs[field].insert(rowsNode(reference.rows));
    }
    needs.try_emplace(field); // today() needs nothing, and is computed all the same
}

void readDependencies(const CatalogueNode& node, RecordType& type)
{
    DependencyGraph::Needs needs;
    for (const auto& field : type.fields) {
        addNeeds(needs, field.number, field.relevantWhen);
        addNeeds(needs, field.number, field.computed);
    }
    type.dependencies = DependencyGraph(needs);
    const auto& cycle = type.dependencies.cycle();
    if (cycle.empty())
        return;
    std::string names;
    for (const auto number : cycle)
        names += (names.empty() ? "" : ", ") +
                 (type.field(number) != nullptr ? type.field(number)->name : std::to_string(number));
    const auto index = std::find_if(type.fields.begin(), type.fields.end(),
                                    [&](const Field& f) { return f.number == cycle.front(); }) -
                       type.fields.begin();
    node.items("fields")[static_cast<std::size_t>(index)].refuse(
        "relevance and computed values depend on each other in a circle: " + names);
}

// An envelope is not opened to remind of something, and whoever sees the task may not be one who may open it.
void checkReminder(const CatalogueNode& node, const RecordType& type, const Reminder& reminder)
{
    for (const auto* rule : {&reminder.on, &reminder.when})
        for (std::size_t i = 0; *rule && i < (*rule)->references().size(); ++i) {
            const auto& reference = (*rule)->references()[i];
            const auto* source = reference.scope == FieldScopeKind::own ? type.field(reference.number) : nullptr;
            if (reference.scope != FieldScopeKind::own)
                node.refuse("a reminder looks at fields of its own record");
            else if (source != nullptr && source->sealed)
                node.refuse("a reminder cannot look at sealed \"" + source->name + '"');
        }
}

void readReminders(const CatalogueNode& node, RuleReader& reader, RecordType& type)
{
    constexpr std::int64_t kMostDays = 366;
    const auto items = node.has("reminders") ? node.items("reminders") : std::vector<CatalogueNode>{};
    if (!items.empty() && type.name != "household" && !type.hasRoot("household"))
        node.refuse("reminders", "only what hangs on a family reminds somebody");
    for (const auto& item : items) {
        item.keysAre({"number", "zh", "en", "on", "before", "after", "when"});
        Reminder reminder;
        reminder.number = item.positive("number", true, kMostDays);
        reminder.label = item.label();
        reminder.before = static_cast<int>(item.positive("before", false, kMostDays));
        reminder.after = static_cast<int>(item.positive("after", false, kMostDays));
        reminder.on = reader.read(item, "on", DatumKind::date, false);
        if (!item.has("on"))
            item.refuse("missing \"on\"");
        reminder.when = reader.read(item, "when", DatumKind::boolean, true);
        checkReminder(item, type, reminder);
        if (std::ranges::find(type.reminders, reminder.number, &Reminder::number) != type.reminders.end())
            item.refuse("number", "reminder " + std::to_string(reminder.number) + " is there twice");
        type.reminders.push_back(std::move(reminder));
    }
}

} // namespace

void readExpressions(const CatalogueNode& node, const std::vector<RecordType>& types,
                     const std::vector<CodeList>& lists, RecordType& type)
{
    RuleReader reader(types, lists, type);
    const auto items = node.items("fields");
    for (std::size_t i = 0; i < type.fields.size(); ++i)
        readFieldExpressions(items[i], reader, type.fields[i]);
    for (std::size_t i = 0; i < type.fields.size(); ++i)
        checkSealing(items[i], type, type.fields[i]);
    type.finalWhen = reader.read(node, "finalWhen", DatumKind::boolean, true);
    readReminders(node, reader, type);
    readDependencies(node, type);
}

} // namespace lianxin

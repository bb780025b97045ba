// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue_load.hpp"

#include <algorithm>
#include <set>

namespace lianxin {

namespace {

class CourseReader {
public:
    CourseReader(const CatalogueNode& node, const CodeList& list, const RecordType& type)
        : m_node(node), m_list(list), m_type(type)
    {}

    StateRule read(std::uint32_t field)
    {
        StateRule rule;
        rule.field = field;
        rule.start = codes(m_node, "start");
        if (rule.start.empty())
            m_node.refuse("start", "a new record needs a state to begin with");
        for (const auto& item : m_node.items("steps"))
            rule.steps.push_back(step(item));
        checkReached(rule);
        checkDefault(rule);
        return rule;
    }

private:
    std::uint32_t code(const CatalogueNode& node)
    {
        const auto number = node.asPositive();
        if (m_list.find(number) == nullptr)
            node.refuse("no code " + std::to_string(number) + " in \"" + m_list.name + "\"");
        return number;
    }

    std::vector<std::uint32_t> codes(const CatalogueNode& node, std::string_view key)
    {
        std::vector<std::uint32_t> found;
        for (const auto& item : node.items(key))
            found.push_back(code(item));
        return found;
    }

    StateStep step(const CatalogueNode& item)
    {
        item.keysAre({"from", "to", "by"});
        StateStep step;
        if (item.has("from"))
            step.from = code(item.at("from"));
        else
            item.refuse("missing \"from\"");
        step.to = codes(item, "to");
        if (step.to.empty())
            item.refuse("to", "a step leads somewhere");
        for (const auto& name : item.has("by") ? item.items("by") : std::vector<CatalogueNode>{}) {
            const auto role = roleNamed(name.asText());
            const auto mayWrite = [&](const AccessRule& rule) { return rule.role == *role; };
            if (!role)
                name.refuse("unknown role \"" + name.asText() + "\"");
            else if (std::none_of(m_type.writers.begin(), m_type.writers.end(), mayWrite))
                name.refuse("\"" + name.asText() + "\" may not write this type");
            else
                step.by.push_back(*role);
        }
        for (const auto to : step.to)
            if (to == step.from)
                item.refuse("to", "a step leads from state " + std::to_string(to) + " to itself");
            else if (step.by.empty() && !m_taken.insert({step.from, to}).second)
                item.refuse("to", "the step from " + std::to_string(step.from) + " to " + std::to_string(to) +
                                      " is there twice");
        return step;
    }

    // A state that no course leads to would be advised against for ever.
    void checkReached(const StateRule& rule)
    {
        std::set<std::uint32_t> reached(rule.start.begin(), rule.start.end());
        for (bool more = true; more;) {
            more = false;
            for (const auto& step : rule.steps)
                for (const auto to : step.to)
                    if (reached.contains(step.from))
                        more = reached.insert(to).second || more;
        }
        for (const auto& state : m_list.codes)
            if (!state.retired && !reached.contains(state.number))
                m_node.refuse("steps", "no step leads to state " + std::to_string(state.number));
    }

    void checkDefault(const StateRule& rule)
    {
        const auto* field = m_type.field(rule.field);
        if (field == nullptr || field->defaultFrom != DefaultFrom::literal)
            return;
        const auto first = field->defaultValue.asInt().value_or(0);
        if (std::find(rule.start.begin(), rule.start.end(), static_cast<std::uint32_t>(first)) == rule.start.end())
            m_node.refuse("start", "new records begin with " + std::to_string(first) + ", which is no start");
    }

    const CatalogueNode& m_node;
    const CodeList& m_list;
    const RecordType& m_type;
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_taken;
};

} // namespace

void readStates(const CatalogueNode& node, const std::vector<CodeList>& lists, RecordType& type)
{
    if (!node.has("states"))
        return;
    const auto states = node.at("states");
    states.keysAre({"field", "start", "steps"});
    const auto number = readFieldName(states.at("field"), type);
    const auto* field = type.field(number);
    if (field == nullptr)
        return;
    const auto list =
        std::find_if(lists.begin(), lists.end(), [&](const CodeList& l) { return l.name == field->codeList; });
    if (field->kind != FieldKind::code || list == lists.end()) {
        states.refuse("field", "a state is a code field");
        return;
    }
    type.states = CourseReader(states, *list, type).read(number);
}

} // namespace lianxin

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue_load.hpp"

#include <algorithm>

namespace lianxin {

namespace {

// A field of a type, as one node of the graph over all types.
using Place = std::pair<std::size_t, std::uint32_t>; // index of the type, number of the field

class FieldsOfAll {
public:
    explicit FieldsOfAll(const std::vector<RecordType>& types) : m_types(types)
    {
        for (std::size_t i = 0; i < types.size(); ++i)
            m_byNumber[types[i].number] = i;
        for (std::size_t i = 0; i < types.size(); ++i)
            for (const auto& field : types[i].fields) {
                add(i, field, field.relevantWhen);
                add(i, field, field.computed);
            }
    }

    // In the order of the circle; empty when there is none.
    [[nodiscard]] std::vector<Place> circle() const
    {
        std::vector<Place> places;
        const DependencyGraph graph(m_needs);
        for (const auto node : graph.cycle())
            places.push_back(m_places[node]);
        return places;
    }

private:
    std::uint32_t nodeOf(const Place& place)
    {
        const auto [found, fresh] = m_nodes.emplace(place, static_cast<std::uint32_t>(m_places.size()));
        if (fresh)
            m_places.push_back(place);
        return found->second;
    }

    void add(std::size_t type, const Field& field, const std::optional<BoundExpression>& rule)
    {
        if (!rule)
            return;
        const auto node = nodeOf({type, field.number});
        for (const auto& reference : rule->references())
            if (const auto place = placeOf(type, reference))
                m_needs[node].insert(nodeOf(*place));
    }

    // Rows counted without a look at a field of theirs depend on nothing that is written in them.
    [[nodiscard]] std::optional<Place> placeOf(std::size_t type, const BoundReference& reference) const
    {
        switch (reference.scope) {
        case FieldScopeKind::own: return Place{type, reference.number};
        case FieldScopeKind::parent:
            if (const auto* parent = parentOf(m_types, m_types[type]))
                return Place{static_cast<std::size_t>(parent - m_types.data()), reference.number};
            return std::nullopt;
        case FieldScopeKind::rows: return Place{m_byNumber.at(reference.rows), reference.number};
        case FieldScopeKind::rowSet:
        case FieldScopeKind::code: break;
        }
        return std::nullopt;
    }

    const std::vector<RecordType>& m_types;
    std::map<std::uint32_t, std::size_t> m_byNumber;
    std::map<Place, std::uint32_t> m_nodes;
    std::vector<Place> m_places; // by node
    DependencyGraph::Needs m_needs;
};

} // namespace

void refuseCircles(const std::vector<CatalogueNode>& nodes, const std::vector<RecordType>& types)
{
    const auto circle = FieldsOfAll(types).circle();
    if (circle.empty())
        return;
    std::string names;
    for (const auto& [type, number] : circle)
        names += (names.empty() ? "" : ", ") + types[type].name + "." + types[type].field(number)->name;
    const auto& [type, number] = circle.front();
    const auto& fields = types[type].fields;
    const auto index = std::find_if(fields.begin(), fields.end(),
                                    [&, wanted = number](const Field& f) { return f.number == wanted; }) -
                       fields.begin();
    nodes[type].items("fields")[static_cast<std::size_t>(index)].refuse(
        "relevance and computed values of records that hang on each other depend on each other in a circle: " + names);
}

} // namespace lianxin

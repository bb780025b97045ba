// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/form_draft.hpp"

#include <algorithm>

namespace lianxin::formimport {

const DraftCode* DraftList::named(std::string_view code) const
{
    const auto found = std::find_if(codes.begin(), codes.end(), [&](const DraftCode& c) { return c.name == code; });
    return found == codes.end() ? nullptr : &*found;
}

const Question* FormDraft::question(std::string_view original) const
{
    const auto place = places.find(original);
    return place == places.end() ? nullptr : &parts[place->second.part].questions[place->second.question];
}

const DraftList* FormDraft::list(std::string_view original) const
{
    const auto found =
        std::find_if(lists.begin(), lists.end(), [&](const DraftList& l) { return l.original == original; });
    return found == lists.end() ? nullptr : &*found;
}

DraftList* FormDraft::list(std::string_view original)
{
    const auto found =
        std::find_if(lists.begin(), lists.end(), [&](const DraftList& l) { return l.original == original; });
    return found == lists.end() ? nullptr : &*found;
}

std::string catalogueName(std::string_view original)
{
    constexpr std::size_t kMost = 60;
    std::string name;
    for (const char c : lowered(original)) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (fits || (!name.empty() && name.back() != '_'))
            name += fits ? c : '_';
    }
    while (name.ends_with('_'))
        name.pop_back();
    if (name.empty() || name.front() < 'a')
        name.insert(0, name.empty() ? "q" : "q_");
    if (name.size() > kMost)
        name.resize(kMost);
    return name;
}

std::string choiceColumn(std::string_view heading)
{
    const auto name = catalogueName(heading);
    return name == "number" ? "column_number" : name;
}

DatumKind datumKindOf(FieldKind kind)
{
    Field field;
    field.kind = kind;
    return lianxin::datumKindOf(field);
}

DraftScopes::DraftScopes(const FormDraft& draft) : m_scopes(draft.parts.size())
{
    for (std::size_t part = 1; part < draft.parts.size(); ++part)
        m_scopes.front().rows[draft.parts[part].name].number = static_cast<std::uint32_t>(part);
    for (const auto& [original, place] : draft.places)
        know(draft, place);
}

void DraftScopes::know(const FormDraft& draft, FormDraft::Place place)
{
    const auto& question = draft.parts[place.part].questions[place.question];
    const FieldScope::Entry entry{static_cast<std::uint32_t>(place.question + 1), datumKindOf(question.kind)};
    m_scopes[place.part].fields[question.name] = entry;
    if (place.part != 0)
        m_scopes.front().rows[draft.parts[place.part].name].fields[question.name] = entry;
    else
        for (std::size_t part = 1; part < m_scopes.size(); ++part)
            m_scopes[part].parent[question.name] = entry;
}

} // namespace lianxin::formimport

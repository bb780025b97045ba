// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/search_groups.hpp"

#include <algorithm>

namespace lianxin::store {

namespace {
constexpr std::size_t kMostGroups = 24; // letters that a mark can be
} // namespace

SearchGroups::SearchGroups(const Catalogue& catalogue)
{
    const auto* list = catalogue.codeList("search_group");
    if (list == nullptr)
        return;
    for (const auto& code : list->codes) {
        const auto* types = code.data.if_contains("types");
        if (types == nullptr || !types->is_array() || m_codes.size() == kMostGroups)
            continue;
        for (const auto& name : types->as_array())
            if (const auto* text = name.if_string())
                if (const auto* type = catalogue.type(std::string_view(text->data(), text->size())))
                    m_groups.emplace(type->number, m_codes.size());
        m_codes.push_back(code.number);
    }
}

std::size_t SearchGroups::of(std::uint32_t type) const
{
    const auto found = m_groups.find(type);
    return found == m_groups.end() ? m_codes.size() : found->second;
}

std::uint32_t SearchGroups::code(std::size_t group) const { return group < m_codes.size() ? m_codes[group] : 0; }

} // namespace lianxin::store

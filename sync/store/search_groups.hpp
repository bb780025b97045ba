// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace lianxin::store {

// Which record types are found together, in the order in which they are shown: the code list search_group says so. Each group has its own
// stretch of the term table, so that a keystroke finds the best of each however many families begin alike.
class SearchGroups {
public:
    explicit SearchGroups(const Catalogue& catalogue);

    // Place in the order; types that no code names come last, together.
    [[nodiscard]] std::size_t of(std::uint32_t type) const;
    [[nodiscard]] std::size_t count() const { return m_codes.size() + 1; }
    [[nodiscard]] std::uint32_t code(std::size_t group) const; // 0: of the last one
    // First character of the terms of a group.
    [[nodiscard]] static char mark(std::size_t group) { return static_cast<char>('A' + group); }

private:
    std::vector<std::uint32_t> m_codes;
    std::unordered_map<std::uint32_t, std::size_t> m_groups;
};

} // namespace lianxin::store

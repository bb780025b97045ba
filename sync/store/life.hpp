// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/store/record_view.hpp"

#include <algorithm>
#include <vector>

namespace lianxin::store {

// What the life register of a record says, seen beside everything else that was written into it. A record that one put away while another
// wrote into it stays in sight until a person decides (sync.md 2): for that, who puts away names what was seen.
struct LifeReading {
    Life life{Life::active};
    bool open{false};        // a person decides: lives differ, or words came that nobody saw who put it away
    std::vector<Dot> unseen; // those words; sorted
};

struct RegisterHeads {
    const RegisterKey* key;
    const core::Heads* heads;
};

// `type` may be unknown. What only the province writes (a household's number) is no word of a person and keeps nothing in sight.
[[nodiscard]] LifeReading readLife(const RecordType* type, const std::vector<RegisterHeads>& registers);

// Of register states as they are stored, and of a view.
template <typename Registers> [[nodiscard]] LifeReading readLifeOf(const RecordType* type, const Registers& registers)
{
    // Hardly any record has one: nothing is gathered for the others.
    if (std::ranges::none_of(registers, [](const auto& reg) { return reg.key.number == kLifeRegister; }))
        return {};
    std::vector<RegisterHeads> heads;
    heads.reserve(registers.size());
    for (const auto& reg : registers)
        heads.push_back({&reg.key, &reg.heads});
    return readLife(type, heads);
}

// A life that puts a record away, with what its author had seen of what stands there now: {"saw":{replica:[number,…]},"state":2}. Every other
// life, and one that says so already, stays as it is.
[[nodiscard]] Value withSeen(const Value& life, const RecordView& now, const Past& past);

} // namespace lianxin::store

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"

#include <functional>
#include <map>
#include <string>
#include <utility>

namespace lianxin::sim {

// What stands for the wire's coding and hashing in histories of the merge core: a body is a name for the changeset itself.
class Bodies {
public:
    static std::string nameOf(const Dot& dot) { return dot.replica.text() + "/" + std::to_string(dot.number); }
    void put(core::Changeset changeset) { m_bodies[nameOf(changeset.dot)] = std::move(changeset); }
    [[nodiscard]] Result<core::Changeset> decode(std::string_view body) const { return m_bodies.find(body)->second; }

private:
    std::map<std::string, core::Changeset, std::less<>> m_bodies;
};

inline Hash feedHash(const Hash& chain, RecordId, std::uint64_t sequence, std::string_view)
{
    Hash next = chain;
    next.bytes[sequence % 32] = static_cast<std::uint8_t>(next.bytes[sequence % 32] + 1 + sequence);
    return next;
}

} // namespace lianxin::sim

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/sent_vectors.hpp"

namespace lianxin::server {

std::size_t SentVectors::sizeOf(const core::Context& vector)
{
    constexpr std::size_t kAround = 160; // list, map and the context itself
    std::size_t size = kAround + vector.entries().size() * sizeof(core::Context::Entry);
    for (const auto& entry : vector.entries())
        size += entry.numbers.intervals().size() * sizeof(core::IntervalSet::Interval) + 16;
    return size;
}

void SentVectors::note(const core::Context& vector)
{
    if (vector.isEmpty())
        return;
    const auto name = seal::nameOf(vector);
    if (const auto known = m_byName.find(name); known != m_byName.end()) {
        m_latest.splice(m_latest.begin(), m_latest, known->second);
        return;
    }
    m_latest.emplace_front(name, vector);
    m_byName.emplace(name, m_latest.begin());
    m_bytes += sizeOf(vector);
    while (m_bytes > m_mostBytes) {
        m_bytes -= sizeOf(m_latest.back().second);
        m_byName.erase(m_latest.back().first);
        m_latest.pop_back();
    }
}

std::optional<core::Context> SentVectors::find(const seal::VectorName& name)
{
    const auto known = m_byName.find(name);
    if (known == m_byName.end())
        return std::nullopt;
    m_latest.splice(m_latest.begin(), m_latest, known->second);
    return known->second->second;
}

} // namespace lianxin::server

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/vector_name.hpp"

#include <cstddef>
#include <list>
#include <optional>
#include <unordered_map>
#include <utility>

namespace lianxin::server {

// Vectors that went to tablets, so that a push can name one instead of every tablet that wrote in the area (PROTOCOL.md 7.1). Only in memory,
// and only the latest: what is not here any more is asked for, at the price of one more request. Only the store worker's thread comes here.
class SentVectors {
public:
    // An evening's vectors of 15,000 tablets, most of them of villages with a handful of authors.
    static constexpr std::size_t kMostBytes = 64U * 1024U * 1024U;
    explicit SentVectors(std::size_t mostBytes = kMostBytes) : m_mostBytes(mostBytes) {}

    void note(const core::Context& vector);
    [[nodiscard]] std::optional<core::Context> find(const seal::VectorName& name);

private:
    using Entry = std::pair<seal::VectorName, core::Context>;
    [[nodiscard]] static std::size_t sizeOf(const core::Context& vector);

    std::size_t m_mostBytes;
    std::size_t m_bytes{0};
    std::list<Entry> m_latest; // the one used last first
    std::unordered_map<seal::VectorName, std::list<Entry>::iterator> m_byName;
};

} // namespace lianxin::server

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/register.hpp"
#include "sync/wire/column_bytes.hpp"
#include "sync/wire/segment_streams.hpp"

#include <array>
#include <span>
#include <vector>

namespace lianxin::wire {

struct RowDot {
    Dot dot;
    std::size_t user{0}; // place in the table
    core::Hlc hlc{0};
};

// Streams 10 to 15 of a segment: which dots each row has. They are read for all rows at once, because their numbers stand by the clock.
class SegmentDots {
public:
    static constexpr std::size_t kMost = std::size_t{1} << 20U; // of all rows, of which 32,000 have about one each

    // `ids` of the rows in order. Errors: invalidInput.
    [[nodiscard]] Result<void> read(std::array<ColumnIn, kStreamCount>& in, std::span<const RecordId> ids,
                                    std::span<const ReplicaId> replicas, std::size_t users);
    [[nodiscard]] std::span<const RowDot> of(std::size_t row) const
    {
        return std::span(m_dots).subspan(m_before[row], m_before[row + 1] - m_before[row]);
    }

private:
    [[nodiscard]] Result<void> number(ColumnIn& in, std::vector<ClockedDot>& byClock);

    std::vector<RowDot> m_dots;
    std::vector<std::size_t> m_before; // per row, and at the end
};

} // namespace lianxin::wire

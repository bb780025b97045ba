// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/segment_source.hpp"

#include "sync/wire/segment_codec.hpp"

namespace lianxin::store {

Result<void> SegmentSource::read(const Take& take) const
{
    for (const auto& segment : segments)
        LIANXIN_CHECK(read(segment, take));
    return {};
}

Result<void> SegmentSource::read(const Segment& segment, const Take& take) const
{
    std::uint32_t rows = 0;
    LIANXIN_CHECK(wire::readSegment(segment.bytes, homes.size(), [&](wire::SegmentRow& row) -> Result<void> {
        ++rows;
        const auto& home = homes[row.partition];
        if (!home)
            return {};
        row.record.partition = home->cursor.partition;
        return take(row.record, *home);
    }));
    return rows == segment.rows ? Result<void>() : fail(Errc::invalidInput, "a segment of another number of rows");
}

std::uint64_t rowsIn(const std::vector<SegmentSource>& sources)
{
    std::uint64_t rows = 0;
    for (const auto& source : sources)
        for (const auto& segment : source.segments)
            rows += segment.rows;
    return rows;
}

} // namespace lianxin::store

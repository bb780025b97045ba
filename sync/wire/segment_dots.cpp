// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/segment_dots.hpp"

#include "sync/wire/json_fields.hpp"

#include <algorithm>

namespace lianxin::wire {

namespace {

constexpr std::uint64_t kClockHalf = std::uint64_t{1}
                                     << 47U; // what a clock's milliseconds may be, and no less than minus that

Error outOfRange() { return fail(Errc::invalidInput, "segment: a dot out of range"); }

} // namespace

Result<void> SegmentDots::read(std::array<ColumnIn, kStreamCount>& in, std::span<const RecordId> ids,
                               std::span<const ReplicaId> replicas, std::size_t users)
{
    const auto isShort = [&in] {
        return in[kDotReplicas].isBad() || in[kDotUsers].isBad() || in[kDotMillis].isBad() || in[kDotCounters].isBad();
    };
    std::vector<ClockedDot> byClock;
    for (const auto& id : ids) {
        m_before.push_back(m_dots.size());
        auto millis = timeOf(id);
        for (auto count = in[kDotCounts].number(); count > 0; --count) {
            const auto replica = in[kDotReplicas].number();
            const auto user = in[kDotUsers].number();
            millis = in[kDotMillis].sum(millis);
            const auto counter = in[kDotCounters].number();
            if (isShort() || replica >= replicas.size() || user >= users || counter > 0xffffU ||
                millis + kClockHalf >= 2 * kClockHalf || m_dots.size() == kMost)
                return outOfRange();
            const auto hlc = static_cast<core::Hlc>(millis << 16U | counter);
            byClock.push_back({replica, hlc, m_dots.size()});
            m_dots.push_back({{replicas[static_cast<std::size_t>(replica)], 0}, static_cast<std::size_t>(user), hlc});
        }
    }
    m_before.push_back(m_dots.size());
    return number(in[kDotNumbers], byClock);
}

Result<void> SegmentDots::number(ColumnIn& in, std::vector<ClockedDot>& byClock)
{
    std::ranges::sort(byClock);
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < byClock.size(); ++i) {
        if (i > 0 && byClock[i].replica != byClock[i - 1].replica)
            number = 0;
        number = in.sum(number);
        if (number == 0 || number > kMaxNumber)
            return outOfRange();
        m_dots[byClock[i].at].dot.number = number;
    }
    return in.isBad() ? outOfRange() : Result<void>();
}

} // namespace lianxin::wire

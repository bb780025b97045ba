// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/segment_builder.hpp"

#include "sync/seal/segment_seal.hpp"
#include "sync/wire/segment_codec.hpp"

#include <algorithm>
#include <deque>
#include <future>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

namespace lianxin::server {

namespace {

constexpr std::size_t kRowsPerQuery = 1024;
// Columns get better with rows, slowly above this; 32,000 records of a village's mix are about 0.9 MB compressed and 10 MB unpacked.
constexpr std::size_t kRowsPerSegment = 32'768;
constexpr std::size_t kBytesPerSegment = 10 * 1024 * 1024; // of values and heads, about what comes out of the segment

// Rows that are kept decoded; of a very large partition the others wait packed, in a tenth of the memory.
constexpr std::size_t kLooseRows = 65'536;
constexpr std::size_t kWorthAThread = 1024;
constexpr std::size_t kPackedAtOnce = 2; // segments, each with its rows unpacked: tens of megabytes
constexpr std::size_t kHeadBytes = 16;   // of a head around its value

struct Row {
    wire::SegmentRow row;
    std::string packed; // its registers, when they wait
    std::size_t size{0};
};

std::size_t sizeOf(const core::RecordState& record)
{
    std::size_t size = kHeadBytes;
    for (const auto& reg : record.registers)
        for (const auto& head : reg.heads)
            size += kHeadBytes + head.value.canonical().size();
    return size;
}

class Builder {
public:
    Builder(core::ServerStore& store, core::ServerCore& core) : m_store(store), m_core(core) {}

    Result<void> add(const PartitionId& id)
    {
        LIANXIN_TRY(const auto row, m_store.partition(id));
        core::SegmentPartition part{id, row.sequence, row.chain, {}};
        LIANXIN_TRY(part.vector, m_core.baseOf(row));
        const auto first = m_rows.size();
        for (std::uint64_t after = 0;;) {
            LIANXIN_TRY(auto some, m_store.feed(id, after, kRowsPerQuery));
            if (some.empty())
                break;
            after = some.back().first;
            for (auto& [feed, record] : some)
                keep(std::move(record));
        }
        std::sort(m_rows.begin() + static_cast<std::ptrdiff_t>(first), m_rows.end(), [](const Row& a, const Row& b) {
            return std::tie(a.row.record.root, a.row.record.record) < std::tie(b.row.record.root, b.row.record.record);
        });
        m_partitions.push_back(std::move(part));
        return pack(false);
    }

    Result<BuiltSegments> build(EpochId epoch, const seal::SignKey& receiptKey)
    {
        LIANXIN_CHECK(pack(true));
        while (!m_packing.empty() && !m_built.tooLarge)
            collect();
        if (m_built.tooLarge)
            return std::move(m_built);
        m_built.manifest.epoch = epoch;
        m_built.manifest.partitions = std::move(m_partitions);
        m_built.manifest.signature = seal::signManifest(receiptKey, m_built.manifest);
        return std::move(m_built);
    }

private:
    void keep(core::RecordState&& record)
    {
        Row row;
        row.size = sizeOf(record);
        row.row = {m_partitions.size(), std::move(record)};
        m_waitingBytes += row.size;
        if (m_rows.size() - m_next >= kLooseRows)
            row.packed = core::encodeRegisters(std::exchange(row.row.record.registers, {}));
        m_rows.push_back(std::move(row));
    }

    // Packing needs no store: it goes on beside the reading of what is packed next. Before the last partition only what fills a segment.
    Result<void> pack(bool isLast)
    {
        while (m_next < m_rows.size() && !m_built.tooLarge) {
            if (!isLast && m_rows.size() - m_next < kRowsPerSegment && m_waitingBytes < kBytesPerSegment)
                return {};
            std::vector<wire::SegmentRow> rows;
            for (std::size_t size = 0;
                 m_next < m_rows.size() && rows.size() < kRowsPerSegment && size < kBytesPerSegment; ++m_next) {
                size += m_rows[m_next].size;
                m_waitingBytes -= m_rows[m_next].size;
                LIANXIN_TRY(auto row, take(m_rows[m_next]));
                rows.push_back(std::move(row));
            }
            if (m_packing.size() == kPackedAtOnce)
                collect();
            const auto how = rows.size() < kWorthAThread ? std::launch::deferred : std::launch::async;
            m_packing.push_back(std::async(how, [rows = std::move(rows)]() mutable {
                Packed packed;
                Builder::pack(packed, std::move(rows));
                return packed;
            }));
        }
        return {};
    }

    static Result<wire::SegmentRow> take(Row& row)
    {
        if (!row.packed.empty()) {
            LIANXIN_TRY(row.row.record.registers, core::decodeRegisters(std::exchange(row.packed, {})));
        }
        return std::move(row.row);
    }

    struct Packed {
        std::vector<core::SegmentRef> names;
        std::vector<std::string> segments;
        std::optional<std::size_t> tooLarge; // the partition of a row that does not fit alone
    };

    // In halves when they do not fit: long texts, envelopes.
    static void pack(Packed& packed, std::vector<wire::SegmentRow> rows)
    {
        if (auto bytes = wire::encodeSegment(rows); !bytes.empty()) {
            packed.names.push_back({seal::segmentHash(bytes), static_cast<std::uint32_t>(bytes.size()),
                                    static_cast<std::uint32_t>(rows.size())});
            packed.segments.push_back(std::move(bytes));
            return;
        }
        if (rows.size() == 1) {
            packed.tooLarge = rows.front().partition;
            return;
        }
        const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
        std::vector<wire::SegmentRow> second(std::make_move_iterator(middle), std::make_move_iterator(rows.end()));
        rows.erase(middle, rows.end());
        pack(packed, std::move(rows));
        if (!packed.tooLarge)
            pack(packed, std::move(second));
    }

    // The oldest of them.
    void collect()
    {
        auto packed = m_packing.front().get();
        m_packing.pop_front();
        if (packed.tooLarge)
            m_built.tooLarge = m_partitions[*packed.tooLarge].partition;
        std::ranges::move(packed.names, std::back_inserter(m_built.manifest.segments));
        std::ranges::move(packed.segments, std::back_inserter(m_built.segments));
    }

    core::ServerStore& m_store;
    core::ServerCore& m_core;
    std::vector<core::SegmentPartition> m_partitions;
    std::vector<Row> m_rows;
    std::size_t m_next{0};         // of them, to be packed
    std::size_t m_waitingBytes{0}; // of those from there on
    std::deque<std::future<Packed>> m_packing;
    BuiltSegments m_built;
};

} // namespace

Result<BuiltSegments> buildSegments(core::ServerStore& store, core::ServerCore& core,
                                    const std::vector<PartitionId>& partitions, EpochId epoch,
                                    const seal::SignKey& receiptKey)
{
    Builder builder(store, core);
    for (const auto& id : partitions)
        LIANXIN_CHECK(builder.add(id));
    return builder.build(epoch, receiptKey);
}

} // namespace lianxin::server

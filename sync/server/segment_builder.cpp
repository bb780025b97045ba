// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/segment_builder.hpp"

#include "sync/seal/segment_seal.hpp"
#include "sync/wire/segment_codec.hpp"

#include <algorithm>
#include <span>

namespace lianxin::server {

namespace {

constexpr std::size_t kRowsPerQuery = 1024;
// Columns get better with rows, slowly above this; 32,000 records of a village's mix are about 0.9 MB compressed and 10 MB unpacked.
constexpr std::size_t kRowsPerSegment = 32'768;
constexpr std::size_t kBytesPerSegment = 10 * 1024 * 1024; // of encoded registers, about what comes out of the segment

// A row at rest: a tenth of what its decoded registers take.
struct PackedRow {
    RecordId root;
    RecordId record;
    std::size_t partition{0};
    std::uint32_t type{0};
    std::string registers;
};

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
            LIANXIN_TRY(const auto some, m_store.feed(id, after, kRowsPerQuery));
            if (some.empty())
                break;
            for (const auto& [feed, record] : some)
                m_rows.push_back({record.root, record.record, m_partitions.size(), record.type,
                                  core::encodeRegisters(record.registers)});
            after = some.back().first;
        }
        std::sort(m_rows.begin() + static_cast<std::ptrdiff_t>(first), m_rows.end(),
                  [](const PackedRow& a, const PackedRow& b) {
                      return std::tie(a.root, a.record) < std::tie(b.root, b.record);
                  });
        m_partitions.push_back(std::move(part));
        return {};
    }

    Result<BuiltSegments> build(EpochId epoch, const seal::SignKey& receiptKey)
    {
        for (std::size_t at = 0; at < m_rows.size();) {
            std::size_t size = 0;
            auto end = at;
            while (end < m_rows.size() && end - at < kRowsPerSegment && size < kBytesPerSegment)
                size += m_rows[end++].registers.size();
            LIANXIN_TRY(const bool fits, segment(std::span(m_rows).subspan(at, end - at)));
            if (!fits)
                return std::move(m_built);
            at = end;
        }
        m_built.manifest.epoch = epoch;
        m_built.manifest.partitions = std::move(m_partitions);
        m_built.manifest.signature = seal::signManifest(receiptKey, m_built.manifest);
        return std::move(m_built);
    }

private:
    // In halves when they do not fit: long texts, envelopes. False: one row alone does not.
    Result<bool> segment(std::span<const PackedRow> packed)
    {
        std::vector<wire::SegmentRow> rows;
        rows.reserve(packed.size());
        for (const auto& row : packed) {
            wire::SegmentRow made{row.partition, {row.record, row.root, row.type, {}, {}}};
            LIANXIN_TRY(made.record.registers, core::decodeRegisters(row.registers));
            rows.push_back(std::move(made));
        }
        auto bytes = wire::encodeSegment(rows);
        rows.clear();
        if (!bytes.empty()) {
            m_built.manifest.segments.push_back({seal::segmentHash(bytes), static_cast<std::uint32_t>(bytes.size()),
                                                 static_cast<std::uint32_t>(packed.size())});
            m_built.segments.push_back(std::move(bytes));
            return true;
        }
        if (packed.size() == 1) {
            m_built.tooLarge = m_partitions[packed.front().partition].partition;
            return false;
        }
        LIANXIN_TRY(const bool first, segment(packed.first(packed.size() / 2)));
        if (!first)
            return false;
        return segment(packed.subspan(packed.size() / 2));
    }

    core::ServerStore& m_store;
    core::ServerCore& m_core;
    std::vector<core::SegmentPartition> m_partitions;
    std::vector<PackedRow> m_rows;
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

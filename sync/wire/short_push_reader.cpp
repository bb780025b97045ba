// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/wire/changeset_codec.hpp"
#include "sync/wire/column_bytes.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/short_push.hpp"
#include "sync/wire/short_push_terms.hpp"

#include <algorithm>
#include <limits>

namespace lianxin::wire {

namespace {

using namespace brief;

constexpr std::size_t kEntryText = 14; // a replica and a number in the body, at least

std::int64_t unfolded(std::uint64_t value) { return static_cast<std::int64_t>((value >> 1U) ^ (~(value & 1U) + 1U)); }

core::Context changed(const core::Context& from, const std::vector<core::Context::Entry>& said)
{
    core::Context to;
    const auto isSaid = [&said](const ReplicaId& replica) {
        return std::ranges::any_of(said, [&](const core::Context::Entry& entry) { return entry.replica == replica; });
    };
    for (const auto& entry : from.entries())
        if (said.empty() || !isSaid(entry.replica))
            to.merge(entry.replica, entry.numbers);
    for (const auto& entry : said)
        to.merge(entry.replica, entry.numbers);
    return to;
}

class Reader {
public:
    Reader(const PushMemory& memory, std::string_view structure, std::string_view texts)
        : m_memory(memory), m_in(structure), m_texts(texts)
    {}

    Result<WholePush> push(std::uint64_t acknowledged, const EpochId& epoch)
    {
        WholePush whole;
        auto& request = whole.request;
        request.epoch = epoch;
        request.acknowledged = acknowledged;
        request.acknowledgedHash = m_memory.before;
        auto head = m_memory.before;
        m_number = acknowledged;
        const auto parcels = m_in.count();
        for (std::size_t i = 0; i < parcels && !isBad(); ++i) {
            core::Parcel parcel;
            parcel.replica = m_memory.replica;
            parcel.first = m_number + 1;
            parcel.before = head;
            parcel.signature = m_in.id<core::Signature>();
            parcel.seed = m_in.id<core::BlindingSeed>();
            LIANXIN_TRY(auto changesets, bodies(parcel));
            head = parcel.head;
            request.parcels.push_back(std::move(parcel));
            whole.changesets.push_back(std::move(changesets));
        }
        if (isBad() || !m_in.atEnd() || !m_texts.atEnd() || parcels == 0)
            return fail(Errc::invalidInput, "not a short push");
        return whole;
    }

private:
    [[nodiscard]] bool isBad() const { return m_isWrong || m_in.isBad() || m_texts.isBad(); }
    void wrong() { m_isWrong = true; }

    Result<std::vector<core::Changeset>> bodies(core::Parcel& parcel)
    {
        std::vector<core::Changeset> changesets;
        const auto count = m_in.count();
        if (count == 0 || (m_changesets += count) > kMaxChangesetsPerPush)
            return fail(Errc::invalidInput, "no changesets in a short push, or more than 500");
        for (std::size_t i = 0; i < count; ++i) {
            LIANXIN_TRY(const auto said, one());
            if (isBad())
                return fail(Errc::invalidInput, "not a short push");
            parcel.bodies.push_back(encodeChangeset(said));
            m_bytes += parcel.bodies.back().size();
            if (m_bytes > kMaxPushBytes)
                return fail(Errc::invalidInput, "a short push of more than a push may have");
            // As strict as for a body that came whole; what its author could not have written is no push.
            LIANXIN_TRY(auto changeset, decodeChangeset(parcel.bodies.back()));
            changesets.push_back(std::move(changeset));
        }
        parcel.head = seal::chainOf(parcel).back();
        return changesets;
    }

    Result<core::Changeset> one()
    {
        const auto& last = m_before.body;
        core::Changeset now;
        now.dot = {m_memory.replica, ++m_number};
        now.user = m_memory.user;
        const auto flags = m_in.number();
        if (flags > kAllFlags || ((flags & kSamePasts) != 0 && m_before.isFirst))
            wrong();
        now.deviceTime = static_cast<Millis>(m_in.sum(static_cast<std::uint64_t>(last.deviceTime)));
        now.clockOffset = last.clockOffset;
        now.catalogue = last.catalogue;
        now.scopeGeneration = last.scopeGeneration;
        if ((flags & kSameHead) == 0) {
            now.clockOffset = static_cast<Millis>(m_in.sum(static_cast<std::uint64_t>(last.clockOffset)));
            now.catalogue = number32();
            now.scopeGeneration = m_in.number();
        }
        now.hlc = m_before.clockAfter(now.deviceTime, now.clockOffset);
        if ((flags & kOwnClock) == 0)
            now.hlc = static_cast<core::Hlc>(m_in.sum(static_cast<std::uint64_t>(now.hlc)));
        if ((flags & kWhy) != 0)
            now.why = text(4 * kMaxWhy);
        if ((flags & kSamePasts) != 0) {
            now.pasts = last.pasts;
        } else {
            LIANXIN_CHECK(pasts(now));
        }
        LIANXIN_CHECK((flags & kOneWrite) != 0 ? oneWrite(now) : changes(now));
        m_before = {now, false};
        return now;
    }

    Result<void> oneWrite(core::Changeset& now)
    {
        core::RecordChange change;
        change.record = m_in.id<RecordId>();
        m_records.push_back(change.record);
        LIANXIN_CHECK(known(change));
        change.writes.push_back(write(false));
        now.changes.push_back(std::move(change));
        return {};
    }

    Result<void> changes(core::Changeset& now)
    {
        const auto count = m_in.count(3);
        for (std::size_t i = 0; i < count && !isBad(); ++i) {
            core::RecordChange change;
            change.record = record();
            const auto place = m_in.number();
            if (place == 0) {
                LIANXIN_CHECK(known(change));
            } else {
                said(change, place);
            }
            const auto writes = m_in.count(2);
            for (std::size_t w = 0; w < writes && !isBad(); ++w)
                change.writes.push_back(write(true));
            now.changes.push_back(std::move(change));
        }
        return {};
    }

    Result<void> known(core::RecordChange& change)
    {
        if (isBad())
            return {};
        LIANXIN_TRY(const auto place, m_memory.placeOf(change.record));
        if (!place)
            return fail(Errc::notFound, "a record that is not here");
        change.root = place->root;
        change.type = place->type;
        change.partition = place->partition;
        return {};
    }

    void said(core::RecordChange& change, std::uint64_t place)
    {
        if (place / 2 > std::numeric_limits<std::uint32_t>::max())
            wrong();
        change.type = static_cast<std::uint32_t>(place / 2);
        if (const auto at = m_in.number(); at == 0) {
            const auto partition = PartitionId::parse(text(kMaxString));
            if (!partition)
                wrong();
            m_partitions.push_back(partition ? *partition : PartitionId{});
            change.partition = m_partitions.back();
        } else if (at <= m_partitions.size()) {
            change.partition = m_partitions[at - 1];
        } else {
            wrong();
        }
        change.root = place % 2 == 0 ? change.record : record();
    }

    core::Write write(bool saysPast)
    {
        core::Write now;
        auto key = m_in.number();
        const bool isLater = saysPast && key % 2 == 1;
        if (saysPast)
            key /= 2;
        if (key / 2 > std::numeric_limits<std::uint32_t>::max())
            wrong();
        now.key.number = static_cast<std::uint32_t>(key / 2);
        if (key % 2 == 1)
            now.key.element = text(kMaxString);
        if (isLater)
            now.past = number32();
        now.value = value();
        return now;
    }

    Value value()
    {
        const auto word = m_in.number();
        const auto rest = word / 4;
        switch (word % 4) {
        case kInteger: return Value::fromInt(unfolded(rest));
        case kDigits: {
            const auto digits = std::to_string(rest);
            if (digits.size() < 2 || digits.front() != '1')
                wrong();
            return Value::fromText(std::string_view(digits).substr(digits.empty() ? 0 : 1));
        }
        case kWord:
            if (rest > 2)
                wrong();
            return rest == 0 ? Value::null() : Value::fromBool(rest == 2);
        default: break;
        }
        auto canonical = Value::fromCanonical(std::string(m_texts.raw(static_cast<std::size_t>(rest))));
        if (!canonical)
            wrong();
        return canonical ? std::move(*canonical) : Value::null();
    }

    Result<void> pasts(core::Changeset& now)
    {
        const auto count = m_in.count(2);
        if (count > kMaxPasts)
            wrong();
        std::size_t entries = 0;
        for (std::size_t i = 0; i < count && !isBad(); ++i) {
            LIANXIN_TRY(auto past, this->past());
            entries += past.entries().size();
            if (entries * kEntryText > core::kMaxChangesetBytes) // a few bytes here name very many there
                wrong();
            m_pasts.push_back(past);
            now.pasts.push_back(std::move(past));
        }
        return {};
    }

    Result<core::Context> past()
    {
        core::Context from;
        const auto kind = m_in.number();
        if (kind == kFromVector) {
            const auto name = m_in.id<seal::VectorName>();
            auto vector = isBad() ? std::nullopt : m_memory.vector(name);
            if (!vector && !isBad())
                return fail(Errc::notFound, "a vector that is not remembered");
            if (vector)
                from = std::move(*vector);
        } else if (kind >= kFromPast) {
            if (kind - kFromPast < m_pasts.size())
                from = m_pasts[kind - kFromPast];
            else
                wrong();
        }
        const auto count = m_in.count(2);
        std::vector<core::Context::Entry> said;
        for (std::size_t i = 0; i < count && !isBad(); ++i) {
            const auto replica = this->replica();
            said.push_back({replica, numbers()});
        }
        return changed(from, said);
    }

    ReplicaId replica()
    {
        const auto at = m_in.number();
        if (at == 0)
            return m_memory.replica;
        if (at == 1) {
            m_replicas.push_back(m_in.id<ReplicaId>());
            return m_replicas.back();
        }
        if (at - 2 < m_replicas.size())
            return m_replicas[at - 2];
        wrong();
        return {};
    }

    core::IntervalSet numbers()
    {
        core::IntervalSet set;
        const auto kind = m_in.number();
        if (kind == 1)
            add(set, 1, m_in.number());
        std::uint64_t at = 0;
        for (std::uint64_t i = 1; i < kind && !isBad(); ++i) {
            const auto first = at + m_in.number();
            at = first + m_in.number();
            add(set, first, at);
        }
        return set;
    }

    void add(core::IntervalSet& set, std::uint64_t first, std::uint64_t last)
    {
        if (first == 0 || first > last || last > kMostNumber)
            wrong();
        else
            set.addRange(first, last);
    }

    RecordId record()
    {
        const auto at = m_in.number();
        if (at == 0) {
            m_records.push_back(m_in.id<RecordId>());
            return m_records.back();
        }
        if (at <= m_records.size())
            return m_records[at - 1];
        wrong();
        return {};
    }

    std::uint32_t number32()
    {
        const auto number = m_in.number();
        if (number > std::numeric_limits<std::uint32_t>::max())
            wrong();
        return static_cast<std::uint32_t>(number);
    }

    std::string text(std::size_t most)
    {
        const auto size = m_in.number();
        if (size > most)
            wrong();
        return isBad() ? std::string() : std::string(m_texts.raw(static_cast<std::size_t>(size)));
    }

    static constexpr std::uint64_t kMostNumber = std::uint64_t{1} << 62U;

    const PushMemory& m_memory;
    ColumnIn m_in;
    ColumnIn m_texts;
    bool m_isWrong{false};
    std::uint64_t m_number{0};
    std::size_t m_changesets{0};
    std::size_t m_bytes{0};
    Before m_before;
    std::vector<core::Context> m_pasts;
    std::vector<ReplicaId> m_replicas;
    std::vector<RecordId> m_records;
    std::vector<PartitionId> m_partitions;
};

} // namespace

Result<ShortPush> ShortPush::read(std::string_view body)
{
    ColumnIn in(body);
    const bool isPacked = in.raw(1) == "\2";
    const auto structure = in.counted();
    ColumnIn head(structure);
    ShortPush push;
    push.m_acknowledged = head.number();
    push.m_epoch = head.id<EpochId>();
    push.m_rest = structure.substr(structure.size() - head.left());
    const auto texts = in.raw(in.left());
    if (!isOne(body) || in.isBad() || head.isBad() || push.m_acknowledged > (std::uint64_t{1} << 62U))
        return fail(Errc::invalidInput, "not a short push");
    if (isPacked) {
        LIANXIN_TRY(push.m_texts, decompressShared(texts, kMaxPushBytes));
    } else {
        push.m_texts = texts;
    }
    return push;
}

Result<WholePush> ShortPush::complete(const PushMemory& memory) const
{
    return Reader(memory, m_rest, m_texts).push(m_acknowledged, m_epoch);
}

} // namespace lianxin::wire

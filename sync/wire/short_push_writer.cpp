// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/changeset_codec.hpp"
#include "sync/wire/column_bytes.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/short_push.hpp"
#include "sync/wire/short_push_terms.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace lianxin::wire {

namespace {

using namespace brief;

std::uint64_t folded(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U);
}

bool isDigits(std::string_view text)
{
    return !text.empty() && text.size() <= kMostDigits &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Behind what stands before them.
std::uint64_t numberOf(std::string_view digits, std::uint64_t before = 0)
{
    for (const char digit : digits)
        before = 10 * before + static_cast<std::uint64_t>(digit - '0');
    return before;
}

// What has to be said so that `from` becomes `to`: replicas with other numbers, and those that are not there.
std::vector<core::Context::Entry> differences(const core::Context& from, const core::Context& to)
{
    std::vector<core::Context::Entry> out;
    for (const auto& entry : to.entries())
        if (const auto* there = from.of(entry.replica); there == nullptr || *there != entry.numbers)
            out.push_back(entry);
    for (const auto& entry : from.entries())
        if (to.of(entry.replica) == nullptr)
            out.push_back({entry.replica, {}});
    return out;
}

class Writer {
public:
    explicit Writer(const PushGuess& guess) : m_guess(guess) {}

    Result<void> parcel(const core::Parcel& parcel)
    {
        m_out.raw(parcel.signature.raw());
        m_out.raw(parcel.seed.raw());
        m_out.number(parcel.bodies.size());
        for (const auto& body : parcel.bodies) {
            LIANXIN_TRY(auto changeset, decodeChangeset(body));
            m_isSayable = m_isSayable && changeset.user == m_guess.user && changeset.dot.replica == parcel.replica;
            m_self = parcel.replica;
            LIANXIN_CHECK(one(changeset));
            m_before = {std::move(changeset), false};
        }
        return {};
    }
    ColumnOut& out() { return m_out; }
    [[nodiscard]] bool isSayable() const { return m_isSayable; }
    [[nodiscard]] std::string take(std::string_view head) const
    {
        // Texts repeat what every tablet says: the shared dictionary knows it.
        auto small = m_texts.empty() ? std::string() : compressShared(m_texts);
        const bool isSmaller = !small.empty() && small.size() < m_texts.size();
        ColumnOut whole;
        whole.raw(isSmaller ? "\2" : "\1");
        whole.number(head.size() + m_out.size());
        whole.raw(head);
        whole.raw(m_out.bytes());
        whole.raw(isSmaller ? small : m_texts);
        return whole.bytes();
    }

private:
    Result<void> one(const core::Changeset& now)
    {
        const auto& last = m_before.body;
        LIANXIN_TRY(const bool isOneWrite, saysOneWrite(now));
        const bool isSameHead = now.clockOffset == last.clockOffset && now.catalogue == last.catalogue &&
                                now.scopeGeneration == last.scopeGeneration;
        const auto clock = m_before.clockAfter(now.deviceTime, now.clockOffset);
        const bool isSamePasts = !m_before.isFirst && now.pasts == last.pasts;
        m_out.number((isSameHead ? kSameHead : 0) | (now.hlc == clock ? kOwnClock : 0) | (now.why.empty() ? 0 : kWhy) |
                     (isSamePasts ? kSamePasts : 0) | (isOneWrite ? kOneWrite : 0));
        m_out.difference(static_cast<std::uint64_t>(now.deviceTime), static_cast<std::uint64_t>(last.deviceTime));
        if (!isSameHead) {
            m_out.difference(static_cast<std::uint64_t>(now.clockOffset), static_cast<std::uint64_t>(last.clockOffset));
            m_out.number(now.catalogue);
            m_out.number(now.scopeGeneration);
        }
        if (now.hlc != clock)
            m_out.difference(static_cast<std::uint64_t>(now.hlc), static_cast<std::uint64_t>(clock));
        if (!now.why.empty())
            text(now.why);
        if (!isSamePasts)
            LIANXIN_CHECK(pasts(now));
        if (isOneWrite) {
            const auto& change = now.changes.front();
            m_out.raw(change.record.raw());
            m_records.emplace(change.record, m_records.size());
            write(change.writes.front(), false);
            return {};
        }
        m_out.number(now.changes.size());
        for (const auto& change : now.changes)
            LIANXIN_CHECK(this->change(change));
        return {};
    }

    Result<bool> saysOneWrite(const core::Changeset& now)
    {
        if (now.changes.size() != 1)
            return false;
        const auto& change = now.changes.front();
        if (change.writes.size() != 1 || change.writes.front().past != 0 || m_records.contains(change.record))
            return false;
        return isKnown(change);
    }

    Result<bool> isKnown(const core::RecordChange& change)
    {
        LIANXIN_TRY(const auto place, m_guess.placeOf(change.record));
        return place == KnownPlace{change.root, change.type, change.partition};
    }

    Result<void> pasts(const core::Changeset& now)
    {
        m_out.number(now.pasts.size());
        const auto first = m_pasts.size();
        for (std::size_t i = 0; i < now.pasts.size(); ++i) {
            LIANXIN_CHECK(past(now.pasts[i], partitionOf(now, i)));
            m_pasts.push_back(now.pasts[i]);
        }
        m_lastPasts = first;
        return {};
    }

    static const PartitionId& partitionOf(const core::Changeset& changeset, std::size_t past)
    {
        for (const auto& change : changeset.changes)
            for (const auto& write : change.writes)
                if (write.past == past)
                    return change.partition;
        return changeset.changes.front().partition;
    }

    // The shortest of what it can be said from.
    Result<void> past(const core::Context& now, const PartitionId& partition)
    {
        auto kind = kFromNothing;
        auto said = differences({}, now);
        auto least = said.size() * kEntryBytes;
        const auto consider = [&](std::uint64_t as, const core::Context& from, std::size_t cost) {
            auto other = differences(from, now);
            if (other.size() * kEntryBytes + cost >= least)
                return;
            least = other.size() * kEntryBytes + cost;
            kind = as;
            said = std::move(other);
        };
        for (auto i = m_lastPasts; i < m_pasts.size(); ++i)
            consider(kFromPast + i, m_pasts[i], 1);
        LIANXIN_TRY(const auto* vector, vectorOf(partition));
        if (vector != nullptr)
            consider(kFromVector, *vector, sizeof(seal::VectorName) + 1);
        m_out.number(kind);
        if (kind == kFromVector)
            m_out.raw(seal::nameOf(*vector).raw());
        m_out.number(said.size());
        for (const auto& entry : said) {
            replica(entry.replica);
            numbers(entry.numbers);
        }
        return {};
    }

    Result<const core::Context*> vectorOf(const PartitionId& partition)
    {
        auto found = m_vectors.find(partition);
        if (found == m_vectors.end()) {
            LIANXIN_TRY(auto vector, m_guess.vectorOf(partition));
            found = m_vectors.emplace(partition, std::move(vector)).first;
        }
        return found->second ? &*found->second : nullptr;
    }

    void replica(const ReplicaId& id)
    {
        if (id == m_self) {
            m_out.number(0);
            return;
        }
        const auto [place, isNew] = m_replicas.emplace(id, m_replicas.size());
        m_out.number(isNew ? 1 : 2 + place->second);
        if (isNew)
            m_out.raw(id.raw());
    }

    void numbers(const core::IntervalSet& set)
    {
        const auto all = set.intervals();
        const bool isPlain = all.size() == 1 && all.front().first == 1;
        m_out.number(all.empty() ? 0 : isPlain ? 1 : 1 + all.size());
        if (isPlain) {
            m_out.number(all.front().last);
            return;
        }
        std::uint64_t at = 0;
        for (const auto& interval : all) {
            m_out.number(interval.first - at);
            m_out.number(interval.last - interval.first);
            at = interval.last;
        }
    }

    void record(const RecordId& id)
    {
        const auto [place, isNew] = m_records.emplace(id, m_records.size());
        m_out.number(isNew ? 0 : 1 + place->second);
        if (isNew)
            m_out.raw(id.raw());
    }

    Result<void> change(const core::RecordChange& now)
    {
        record(now.record);
        LIANXIN_TRY(const bool isKnownThere, isKnown(now));
        if (isKnownThere) {
            m_out.number(0);
        } else {
            m_out.number(2 * std::uint64_t{now.type} + (now.root == now.record ? 0 : 1));
            const auto [place, isNew] = m_partitions.emplace(now.partition, m_partitions.size());
            m_out.number(isNew ? 0 : 1 + place->second);
            if (isNew)
                text(now.partition.text());
            if (now.root != now.record)
                record(now.root);
        }
        m_out.number(now.writes.size());
        for (const auto& write : now.writes)
            this->write(write, true);
        return {};
    }

    void write(const core::Write& now, bool saysPast)
    {
        const auto& [number, element] = now.key;
        const bool isLater = saysPast && now.past != 0;
        const auto key = 2 * std::uint64_t{number} + (element.empty() ? 0 : 1);
        m_out.number(saysPast ? 2 * key + (isLater ? 1 : 0) : key);
        if (!element.empty())
            text(element);
        if (isLater)
            m_out.number(now.past);
        value(now.value.canonical());
    }

    void value(std::string_view canonical)
    {
        const bool isString = canonical.size() > 2 && canonical.front() == '"';
        const auto inside = isString ? canonical.substr(1, canonical.size() - 2) : std::string_view();
        const auto bare = canonical.starts_with('-') ? canonical.substr(1) : canonical;
        if (canonical == "null" || canonical == "false" || canonical == "true")
            m_out.number(4 * std::uint64_t{canonical == "null" ? 0U : canonical == "false" ? 1U : 2U} + kWord);
        else if (isDigits(inside))
            m_out.number(4 * numberOf(inside, 1) + kDigits);
        else if (isDigits(bare))
            m_out.number(4 * folded(static_cast<std::int64_t>(numberOf(bare)) * (bare == canonical ? 1 : -1)) +
                         kInteger);
        else {
            m_out.number(4 * canonical.size() + kText);
            m_texts += canonical;
        }
    }

    void text(std::string_view words)
    {
        m_out.number(words.size());
        m_texts += words;
    }

    static constexpr std::size_t kEntryBytes = 10; // a replica and a number, about

    const PushGuess& m_guess;
    ColumnOut m_out;
    std::string m_texts;
    ReplicaId m_self;
    bool m_isSayable{true};
    Before m_before;
    std::vector<core::Context> m_pasts; // of this push, in order
    std::size_t m_lastPasts{0};         // where those of the last body that said some begin
    std::unordered_map<ReplicaId, std::size_t> m_replicas;
    std::unordered_map<RecordId, std::size_t> m_records;
    std::map<PartitionId, std::size_t> m_partitions;
    std::map<PartitionId, std::optional<core::Context>> m_vectors;
};

// Every parcel goes on where what came before it ended, and nothing is erased or trimmed.
bool isPlain(const core::PushRequest& request)
{
    auto next = request.acknowledged + 1;
    for (const auto& parcel : request.parcels) {
        if (parcel.first != next || !parcel.remains.empty() || parcel.bodies.empty())
            return false;
        next = parcel.last() + 1;
    }
    return !request.trimmed && !request.parcels.empty();
}

} // namespace

Result<std::string> encodeShortPush(const core::PushRequest& request, const PushGuess& guess)
{
    if (!isPlain(request))
        return std::string();
    Writer writer(guess);
    ColumnOut head;
    head.number(request.acknowledged);
    head.raw(request.epoch.raw());
    head.number(request.parcels.size());
    for (const auto& parcel : request.parcels)
        LIANXIN_CHECK(writer.parcel(parcel));
    return writer.isSayable() ? writer.take(head.bytes()) : std::string();
}

} // namespace lianxin::wire

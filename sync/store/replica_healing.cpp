// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a tablet does when its server was restored from a backup (sync-rules R13-R18, PROTOCOL.md 9).
#include "sync/store/replica_parts.hpp"
#include "sync/store/schema.hpp"
#include "sync/store/stub_table.hpp"

#include "sync/seal/chain.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace lianxin::store {

namespace {

constexpr std::size_t kHeadBytes = 64; // a dot, a user, a clock and punctuation around a value

std::size_t sizeOf(const core::RegisterState& reg)
{
    std::size_t size = kHeadBytes;
    for (const auto& head : reg.heads)
        size += kHeadBytes + head.value.canonical().size();
    for (const auto& entry : reg.exceptions.entries())
        size += 16 + 24 * entry.numbers.intervals().size();
    return size;
}

// The last row given, and how many of its registers when it is not given whole. Roots go before what hangs on them, and before all rows those
// that left (StubTable).
struct Progress {
    static constexpr std::int64_t kStubs = -1;

    std::int64_t partition{kStubs};
    RecordId root;
    RecordId record;
    std::uint64_t registers{0}; // 0: the whole row

    static constexpr std::string_view kStart = "from the start";

    [[nodiscard]] std::string text() const
    {
        return std::to_string(partition) + " " + root.text() + " " + record.text() + " " + std::to_string(registers);
    }
    [[nodiscard]] static Result<Progress> parse(std::string_view text)
    {
        Progress progress;
        if (text == kStart)
            return progress;
        std::vector<std::string> words{{}};
        for (const char c : text)
            if (c == ' ')
                words.emplace_back();
            else
                words.back() += c;
        if (words.size() != 4)
            return fail(Errc::damaged, "the progress of a donation does not read");
        progress.partition = std::strtoll(words[0].c_str(), nullptr, 10);
        LIANXIN_TRY(progress.root, RecordId::parse(words[1]));
        LIANXIN_TRY(progress.record, RecordId::parse(words[2]));
        progress.registers = std::strtoull(words[3].c_str(), nullptr, 10);
        return progress;
    }
    [[nodiscard]] bool isPast(const core::RecordState& row) const
    {
        if (row.root != root || record.isNil())
            return false;
        const auto key = [this](RecordId id) { return std::pair(id != root, id); };
        return key(row.record) < key(record) || (row.record == record && registers == 0);
    }
};

// Gathers rows into frames: one for each partition and common context. A row in the middle of a pull has registers of several.
class Parcelling {
public:
    Parcelling(const PartitionTable& partitions, std::size_t budget) : m_partitions(partitions), m_budget(budget) {}

    // The registers of the row from `from` on that still fit, at least one of the whole donation; answers the first that did not.
    [[nodiscard]] Result<std::size_t> add(const StoredRecord& record, std::size_t from)
    {
        for (auto i = from; i < record.state.registers.size(); ++i) {
            if (m_size >= m_budget)
                return i;
            auto reg = record.state.registers[i];
            LIANXIN_TRY(auto* frame, frameOf(record.partition, record.state.partition, reg.contextId));
            reg.contextId = 0;
            reg.feed = 0;
            reg.note.reset();
            m_size += sizeOf(reg);
            if (frame->rows.empty() || frame->rows.back().record != record.state.record) {
                const auto& state = record.state;
                frame->rows.push_back({state.record, state.root, state.type, state.partition, {}});
            }
            frame->rows.back().registers.push_back(std::move(reg));
        }
        return record.state.registers.size();
    }
    // Only a row that is larger than a whole part is cut: what opens a case must arrive with the names that it belongs to.
    [[nodiscard]] bool hasRoomFor(const StoredRecord& record) const
    {
        auto size = m_size;
        for (const auto& reg : record.state.registers)
            size += sizeOf(reg);
        return m_size == 0 || size <= m_budget;
    }
    [[nodiscard]] std::vector<core::Frame> take()
    {
        std::vector<core::Frame> frames;
        for (auto& [key, frame] : m_frames)
            frames.push_back(std::move(frame));
        return frames;
    }

private:
    // R7: the vector of the register's own frame; V where there is none, or where it has become part of V.
    [[nodiscard]] Result<core::Frame*> frameOf(std::int64_t partition, const PartitionId& name, std::uint64_t contextId)
    {
        const auto found = m_frames.find({partition, name, contextId});
        if (found != m_frames.end())
            return &found->second;
        core::Frame frame;
        frame.partition = name;
        LIANXIN_TRY(const auto own, contextId == 0 ? Result<std::optional<core::Context>>(std::nullopt)
                                                   : m_partitions.interned(contextId));
        if (own) {
            frame.vector = *own;
        } else {
            LIANXIN_TRY(auto row, m_partitions.get(partition));
            frame.vector = std::move(row.vector);
        }
        return &m_frames.emplace(std::tuple(partition, name, contextId), std::move(frame)).first->second;
    }

    const PartitionTable& m_partitions;
    std::size_t m_budget;
    std::size_t m_size{0};
    std::map<std::tuple<std::int64_t, PartitionId, std::uint64_t>, core::Frame> m_frames;
};

struct Family {
    std::int64_t partition{0};
    RecordId root;
};

Result<std::optional<Family>> familyFrom(Database& database, const Progress& progress, std::int64_t directory,
                                         bool after)
{
    LIANXIN_TRY(auto rows, database.statement(after ? "SELECT partition, root FROM record WHERE (partition, root) > "
                                                      "(?1, ?2) AND partition <> ?3 ORDER BY partition, root LIMIT 1"
                                                    : "SELECT partition, root FROM record WHERE (partition, root) >= "
                                                      "(?1, ?2) AND partition <> ?3 ORDER BY partition, root LIMIT 1"));
    rows.bindInt(1, progress.partition).bindId(2, progress.root).bindInt(3, directory);
    LIANXIN_TRY(const bool row, rows.step());
    if (!row)
        return std::optional<Family>{};
    Family family;
    family.partition = rows.intAt(0);
    LIANXIN_TRY(family.root, rows.idAt<RecordId>(1));
    return std::optional(family);
}

// A partition of which nothing ever came began here. The new server hears of it when what was written in it is applied; until then its silence
// takes nothing away, and no V says anything of what lies there. Of all others it is told first, by the donation.
Result<void> awaitOwnPartitions(PartitionTable& partitions, Database& database)
{
    LIANXIN_TRY(const auto rows, partitions.all());
    LIANXIN_TRY(auto lies,
                database.statement("SELECT count(*), sum(registers <> ?2) FROM record WHERE partition = ?1"));
    for (auto row : rows) {
        if (row.grant != Grant::granted)
            continue;
        lies.reset();
        LIANXIN_TRY(const bool counted, lies.bindInt(1, row.id).bindBlob(2, core::encodeRegisters({})).step());
        if (!counted || lies.intAt(0) == 0 || lies.intAt(1) > 0)
            continue;
        row.grant = Grant::expected;
        row.vector = {};
        LIANXIN_CHECK(partitions.update(row));
    }
    return {};
}

// True: the part is full.
Result<bool> giveStubs(const StubTable& stubs, Parcelling& parcelling, Progress& progress)
{
    while (progress.partition == Progress::kStubs) {
        LIANXIN_TRY(const auto stub, stubs.after(progress.record));
        if (!stub) {
            progress = {};
            progress.partition = 0;
            return false;
        }
        const StoredRecord record{stub->root, stub->partition, {}, 0, 0, 0};
        if (!parcelling.hasRoomFor(record))
            return true;
        LIANXIN_CHECK(parcelling.add(record, 0));
        progress.root = progress.record = stub->root.record;
    }
    return false;
}

// A row that left for where this replica may not go was had, and is given, in the partition that it left.
Result<void> nameOrigin(StoredRecord& record, const StubTable& stubs, const PartitionTable& partitions)
{
    LIANXIN_TRY(const auto home, partitions.get(record.partition));
    if (home.grant != Grant::gone)
        return {};
    LIANXIN_TRY(const auto stub, stubs.find(record.state.root));
    if (stub)
        record.state.partition = stub->root.partition;
    return {};
}

} // namespace

Result<void> ReplicaStore::adoptEpoch(const core::DonationReply& reply, const seal::PublicSignKey& server)
{
    auto& parts = *m_parts;
    const auto& receipt = reply.receipt;
    LIANXIN_TRY(const auto self, parts.self());
    if (receipt.replica != self || receipt.epoch.isNil() || !seal::verifyReceipt(server, receipt))
        return fail(Errc::protocol, "a new epoch that the server did not sign for");
    LIANXIN_TRY(const auto epoch, parts.metaTable.id<EpochId>(meta::kEpoch));
    if (receipt.epoch == epoch)
        return fail(Errc::protocol, "the epoch is the one that is known");
    LIANXIN_CHECK(parts.log.compare(receipt.held, receipt.head));

    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    auto& database = *parts.database;
    LIANXIN_CHECK(parts.metaTable.setBytes(meta::kEpoch, receipt.epoch.raw()));
    LIANXIN_CHECK(parts.metaTable.setBytes(meta::kDonation, Progress::kStart));
    LIANXIN_CHECK(parts.metaTable.setBytes(meta::kCursorDigest, core::CursorDigest{}.raw()));
    LIANXIN_TRY(auto cursors, database.statement("UPDATE partition SET cursor = 0, consistent = 0, chain = ?1"));
    LIANXIN_CHECK(cursors.bindId(1, Hash{}).run());
    // Contexts of frames of a pull that is over now: the new one's head must not take them for its own.
    LIANXIN_CHECK(database.exec("UPDATE context SET partition = -partition WHERE partition > 0"));
    LIANXIN_CHECK(awaitOwnPartitions(parts.partitions, database));
    // V stays: it is what the rows here mean until the new server has sent each of them.
    LIANXIN_TRY(auto stale, database.statement("UPDATE record SET flags = flags | ?1"));
    LIANXIN_CHECK(stale.bindInt(1, kFlagStale).run());
    LIANXIN_TRY(const auto plans, parts.segments.plans());
    for (const auto& plan : plans)
        LIANXIN_CHECK(parts.segments.drop(plan.id));
    LIANXIN_CHECK(parts.segments.sweep());
    LIANXIN_CHECK(parts.log.beginEpoch(receipt));
    LIANXIN_CHECK(parts.noteContact(reply.serverTime));
    LIANXIN_CHECK(
        parts.audit.append(parts.ports.clock->now(), "new epoch", "the server holds " + std::to_string(receipt.held)));
    LIANXIN_CHECK(transaction.commit());
    notify({});
    return {};
}

Result<bool> ReplicaStore::isDonating() const
{
    LIANXIN_TRY(const auto progress, m_parts->metaTable.bytes(meta::kDonation));
    return !progress.empty();
}

Result<Donation> ReplicaStore::nextDonation(std::uint32_t budget) const
{
    auto& parts = *m_parts;
    Donation donation;
    LIANXIN_TRY(donation.request.epoch, parts.metaTable.id<EpochId>(meta::kEpoch));
    LIANXIN_TRY(const auto text, parts.metaTable.bytes(meta::kDonation));
    LIANXIN_TRY(auto progress, Progress::parse(text));
    if (text == Progress::kStart) {
        LIANXIN_TRY(donation.request.withdrawn, parts.log.withdrawn());
    }
    // The directory is the province's own word: it comes from there alone.
    LIANXIN_TRY(const auto directory, parts.partitions.find(PartitionId::directory()));
    Parcelling parcelling(parts.partitions, budget);
    StubTable stubs(*parts.database, parts.partitions);
    LIANXIN_TRY(bool isFull, giveStubs(stubs, parcelling, progress));
    bool isNext = false; // the family after the one that progress names
    while (!isFull) {
        LIANXIN_TRY(const auto family, familyFrom(*parts.database, progress, directory ? directory->id : 0, isNext));
        if (!family) {
            donation.request.last = true;
            break;
        }
        LIANXIN_TRY(auto rows,
                    parts.database->statement("SELECT partition, root, record, type, registers, view, flags, "
                                              "since, arrived FROM record WHERE partition = ?1 AND root = ?2 "
                                              "ORDER BY record <> root, record"));
        rows.bindInt(1, family->partition).bindId(2, family->root);
        const bool isSame = family->partition == progress.partition && family->root == progress.root;
        while (!isFull) {
            LIANXIN_TRY(const bool row, rows.step());
            if (!row)
                break;
            LIANXIN_TRY(auto record, parts.records.read(rows));
            if (isSame && progress.isPast(record.state))
                continue;
            isFull = !parcelling.hasRoomFor(record);
            if (isFull)
                break;
            LIANXIN_CHECK(nameOrigin(record, stubs, parts.partitions));
            const bool isCut = isSame && record.state.record == progress.record;
            LIANXIN_TRY(const auto end, parcelling.add(record, isCut ? progress.registers : 0));
            progress = {family->partition, family->root, record.state.record,
                        end == record.state.registers.size() ? 0 : end};
            isFull = end < record.state.registers.size();
        }
        isNext = !isFull;
        if (isNext && (progress.partition != family->partition || progress.root != family->root))
            progress = {family->partition, family->root, {}, 0}; // a family without rows that could be given
    }
    donation.request.frames = parcelling.take();
    donation.progress = donation.request.last ? std::string() : progress.text();
    return donation;
}

Result<void> ReplicaStore::donated(const Donation& donation, const core::DonationReply& reply,
                                   const seal::PublicSignKey& server)
{
    auto& parts = *m_parts;
    const auto& receipt = reply.receipt;
    LIANXIN_TRY(const auto self, parts.self());
    LIANXIN_TRY(const auto epoch, parts.metaTable.id<EpochId>(meta::kEpoch));
    if (receipt.replica != self || !seal::verifyReceipt(server, receipt))
        return fail(Errc::protocol, "a donation that the server did not sign for");
    if (receipt.epoch != epoch || donation.request.epoch != epoch)
        return fail(Errc::epochChanged, "the server has another epoch");
    LIANXIN_CHECK(parts.log.compare(receipt.held, receipt.head));
    LIANXIN_TRY(auto transaction, Transaction::begin(*parts.database));
    LIANXIN_CHECK(parts.log.storeReceipt(receipt));
    LIANXIN_CHECK(parts.metaTable.setBytes(meta::kDonation, donation.progress));
    LIANXIN_CHECK(parts.noteContact(reply.serverTime));
    if (donation.request.last)
        LIANXIN_CHECK(parts.audit.append(parts.ports.clock->now(), "given back", "all rows"));
    return transaction.commit();
}

Result<bool> ReplicaStore::isRefilling() const
{
    LIANXIN_TRY(const auto rows, m_parts->partitions.all());
    return std::ranges::any_of(rows, [](const PartitionRow& row) {
        return row.grant == Grant::granted && row.cursor.consistent == 0 && !row.vector.isEmpty();
    });
}

} // namespace lianxin::store

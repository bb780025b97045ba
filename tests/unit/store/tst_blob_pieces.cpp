// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/blob_store.hpp"
#include "tests/unit/store/faulty_vfs.hpp"
#include "tests/unit/store/store_world.hpp"

#include <sys/wait.h>
#include <unistd.h>

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;

namespace {

const PartitionId kVillage = *PartitionId::parse("v:350128001201");

std::string noise(std::size_t size, std::uint32_t seed)
{
    SeededRandom random(seed);
    std::string bytes(size, '\0');
    random.fill({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
    return bytes;
}

} // namespace

// A blob that comes in pieces: nothing counts before its chunk is whole, nothing that counts is lost.
class BlobPiecesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::string m_file;
    RawKey m_key;
    SetClock m_clock;
    std::unique_ptr<BlobStore> m_store;
    std::string m_bytes;
    std::vector<Hash> m_chunks;
    Hash m_blob;

    [[nodiscard]] std::unique_ptr<BlobStore> open(const std::string& file) const
    {
        return must(BlobStore::open(file, m_key, {&m_clock, nullptr}));
    }
    [[nodiscard]] core::BlobPiece piece(std::uint32_t place, std::size_t from, std::size_t size) const
    {
        return {m_blob, place, static_cast<std::uint32_t>(from), m_bytes.substr(place * kBlobChunk + from, size)};
    }
    PieceOutcome put(const core::BlobPiece& piece) { return must(m_store->putPieces({{piece}})).front(); }
    [[nodiscard]] Errc refused(const core::BlobPiece& piece)
    {
        const auto done = m_store->putPieces({{piece}});
        return done ? Errc::internal : done.error().code;
    }

private slots:
    void initTestCase() { faulty::install(); }
    void init()
    {
        SeededRandom random(static_cast<std::uint32_t>(++m_count));
        m_key = RawKey::random(random);
        m_file = m_folder.filePath(QString("%1.db").arg(m_count)).toStdString();
        m_bytes = noise(2 * kBlobChunk + 1000, 3);
        const auto there = open(m_folder.filePath(QString("%1-there.db").arg(m_count)).toStdString());
        m_blob = must(there->put(kVillage, BlobRank::original, m_bytes));
        m_chunks = must(there->chunkList(m_blob));
        m_store = open(m_file);
        must(m_store->expect(kVillage, BlobRank::original, m_bytes.size(), m_chunks));
    }
    void cleanup()
    {
        faulty::disarm();
        m_store.reset();
    }

    void piecesBecomeChunks()
    {
        QCOMPARE(put(piece(2, 0, 400)), PieceOutcome::kept);
        QCOMPARE(put(piece(2, 500, 100)), PieceOutcome::gap);
        QCOMPARE(put(piece(2, 0, 300)), PieceOutcome::kept);   // here already
        QCOMPARE(put(piece(2, 300, 200)), PieceOutcome::kept); // overlaps
        const auto half = must(m_store->progress(m_blob));
        QCOMPARE(half.missing, (std::vector<std::uint32_t>{0, 1, 2}));
        QCOMPARE(half.begunAt(2), 500U);
        m_store.reset();
        m_store = open(m_file); // killed in between
        QCOMPARE(must(m_store->progress(m_blob)).begunAt(2), 500U);
        QCOMPARE(put(piece(2, 500, 500)), PieceOutcome::whole);
        QCOMPARE(put(piece(2, 0, 5)), PieceOutcome::whole);
        QCOMPARE(must(m_store->progress(m_blob)).missing, (std::vector<std::uint32_t>{0, 1}));
        QVERIFY(must(m_store->progress(m_blob)).begun.empty());
        QCOMPARE(m_store->range(m_blob, 0, 10).error().code, Errc::notFound);
        const auto both = must(m_store->putPieces({{piece(0, 0, kBlobChunk), piece(1, 0, kBlobChunk)}}));
        QCOMPARE(both, (std::vector{PieceOutcome::whole, PieceOutcome::whole}));
        QVERIFY(must(m_store->bytes(m_blob)) == m_bytes);
        QVERIFY(must(m_store->range(m_blob, kBlobChunk - 10, 30)) == m_bytes.substr(kBlobChunk - 10, 30));
        QVERIFY(must(m_store->range(m_blob, m_bytes.size() - 3, 30)) == m_bytes.substr(m_bytes.size() - 3));
        QVERIFY(must(m_store->range(m_blob, m_bytes.size(), 30)).empty());
        must(m_store->verify());
    }

    // Whatever was wrong with it, the whole chunk is asked for anew, and nothing of it is ever given out.
    void wrongBytesAreNotKept()
    {
        auto wrong = piece(0, 0, kBlobChunk);
        wrong.bytes.back() = static_cast<char>(wrong.bytes.back() ^ 1);
        QCOMPARE(put(wrong), PieceOutcome::wrong);
        QVERIFY(must(m_store->progress(m_blob)).begun.empty());
        auto early = piece(0, 0, 1000);
        early.bytes.front() = static_cast<char>(early.bytes.front() ^ 1);
        QCOMPARE(put(early), PieceOutcome::kept); // nobody can know yet
        QCOMPARE(put(piece(0, 1000, kBlobChunk - 1000)), PieceOutcome::wrong);
        QCOMPARE(m_store->chunk(m_blob, 0).error().code, Errc::notFound);
        QCOMPARE(put(piece(0, 0, kBlobChunk)), PieceOutcome::whole);
        QVERIFY(must(m_store->chunk(m_blob, 0)) == m_bytes.substr(0, kBlobChunk));
    }

    void whatNoBlobHas()
    {
        QCOMPARE(refused({m_blob, 3, 0, "a"}), Errc::invalidInput);
        QCOMPARE(refused({m_blob, 2, 999, "ab"}), Errc::invalidInput);
        QCOMPARE(refused({m_blob, 2, 0, ""}), Errc::invalidInput);
        QCOMPARE(refused({m_blob, 0, 1, m_bytes.substr(0, kBlobChunk)}), Errc::invalidInput);
        QCOMPARE(refused({Hash{}, 0, 0, "a"}), Errc::notFound);
        // One of them takes the others back.
        QVERIFY(!m_store->putPieces({{piece(0, 0, 100), {m_blob, 3, 0, "a"}}}));
        QVERIFY(must(m_store->progress(m_blob)).begun.empty());
    }

    // Killed at every write: what was answered is there, and all of it comes together in the end.
    void killedAnywhere()
    {
        constexpr std::size_t kPiece = 100'000;
        bool finished = false;
        for (int at = 1; !finished && at < 400; at += 7) {
            m_store.reset();
            const pid_t child = fork();
            if (child == 0) {
                faulty::arm(faulty::Fault::crashLosingUnsynced, at);
                const auto store = BlobStore::open(faulty::uri(m_file), m_key, {&m_clock, nullptr});
                if (!store)
                    _exit(1);
                for (int i = 0; i < 20; ++i) {
                    const auto progress = (*store)->progress(m_blob);
                    if (!progress || progress->missing.empty())
                        _exit(progress ? 0 : 1);
                    const auto place = progress->missing.front();
                    const auto from = progress->begunAt(place);
                    const auto size = std::min<std::size_t>(kPiece, core::chunkSize(m_bytes.size(), place) - from);
                    if (!(*store)->putPieces({{piece(place, from, size)}}))
                        _exit(1);
                }
                _exit(2);
            }
            int status = 0;
            QCOMPARE(waitpid(child, &status, 0), child);
            const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
            QVERIFY2(code == faulty::kCrashCode || code == 0, qPrintable(QString::number(code)));
            finished = code == 0;
            m_store = open(m_file);
            must(m_store->verify());
            const auto progress = must(m_store->progress(m_blob));
            for (const auto& [place, held] : progress.begun)
                QVERIFY(held < kBlobChunk);
        }
        QVERIFY(finished);
        QVERIFY(must(m_store->bytes(m_blob)) == m_bytes);
    }

    void namesComeBeforeBytes()
    {
        const RecordId first{{1}};
        const RecordId second{{2}};
        must(m_store->name(m_blob, second));
        must(m_store->name(m_blob, first));
        must(m_store->name(m_blob, first));
        QCOMPARE(must(m_store->names(m_blob)), (std::vector{first, second}));
        QVERIFY(must(m_store->names(Hash{})).empty());
    }

    // Thumbnails first, then what was made last; what nobody named cannot go.
    void theOrderOfGoing()
    {
        const auto old = must(m_store->put(kVillage, BlobRank::original, "old"));
        const auto young = must(m_store->put(kVillage, BlobRank::original, "young"));
        const auto small = must(m_store->put(kVillage, BlobRank::thumbnail, "small"));
        for (const auto& id : {old, young, small})
            must(m_store->setShared(id, true));
        must(m_store->claim({{old, young, small}}));
        QVERIFY(must(m_store->toSend(9)).empty());
        for (const auto& id : {old, young, small})
            must(m_store->name(id, RecordId{{1}}));
        const auto list = must(m_store->toSend(9));
        QCOMPARE(list.size(), std::size_t{3});
        QVERIFY(list[0].id == small && list[1].id == young && list[2].id == old);
        const auto waiting = must(m_store->waiting());
        QCOMPARE(waiting.originals, 2U);
        QCOMPARE(waiting.thumbnails, 1U);
        QCOMPARE(waiting.bytes, std::uint64_t{13});
    }

    // A restored server may have lost what it signed for.
    void anotherEpochOffersAgain()
    {
        const auto id = must(m_store->put(kVillage, BlobRank::original, "picture"));
        must(m_store->setShared(id, true));
        must(m_store->claim({{id}}));
        must(m_store->name(id, RecordId{{1}}));
        must(m_store->offerAgainIn(EpochId{{1}}));
        must(m_store->markReceived(id));
        must(m_store->offerAgainIn(EpochId{{1}}));
        QVERIFY(must(m_store->toSend(9)).empty());
        must(m_store->offerAgainIn(EpochId{{2}}));
        QCOMPARE(must(m_store->toSend(9)).size(), std::size_t{1}); // not what has not come down yet
    }

    void trafficOfADay()
    {
        QCOMPARE(must(m_store->traffic(7)).both(), std::uint64_t{0});
        must(m_store->noteTraffic(7, {100, 20}));
        must(m_store->noteTraffic(7, {1, 2}));
        must(m_store->noteTraffic(8, {5, 5}));
        m_store.reset();
        m_store = open(m_file);
        QCOMPARE(must(m_store->traffic(7)).both(), std::uint64_t{123});
        QCOMPARE(must(m_store->traffic(8)).sent, std::uint64_t{5});
    }

    // Today no server says how far its backup has come, so no copy is ever given up.
    void theCopyStaysUntilABackupPassedIt()
    {
        constexpr Millis kDay = 24LL * 3600 * 1000;
        m_clock.time = 100 * kDay;
        const auto id = must(m_store->put(kVillage, BlobRank::original, "picture"));
        const auto mayGo = [&](std::optional<BackupMark> mark) {
            return mayFreeLocalCopy(must(m_store->facts(id)), mark);
        };
        QVERIFY(!mayGo(BackupMark{200 * kDay})); // nobody signed for it
        must(m_store->markReceived(id));
        QVERIFY(!mayGo(std::nullopt));
        QVERIFY(!mayGo(BackupMark{101 * kDay}));
        QVERIFY(mayGo(BackupMark{103 * kDay}));
        const auto small = must(m_store->put(kVillage, BlobRank::thumbnail, "small"));
        must(m_store->markReceived(small));
        QVERIFY(!mayFreeLocalCopy(must(m_store->facts(small)), BackupMark{200 * kDay}));
    }
};

QTEST_GUILESS_MAIN(BlobPiecesTest)
#include "tst_blob_pieces.moc"

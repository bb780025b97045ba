// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/blob_store.hpp"
#include "tests/unit/store/faulty_vfs.hpp"
#include "tests/unit/store/store_world.hpp"

#include <QDirIterator>
#include <QFile>

#include <sys/wait.h>
#include <unistd.h>

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;

namespace {

const PartitionId kVillage = *PartitionId::parse("v:350128001201");
const PartitionId kOther = *PartitionId::parse("v:350128001202");

std::string noise(std::size_t size, std::uint32_t seed)
{
    SeededRandom random(seed);
    std::string bytes(size, '\0');
    random.fill({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
    return bytes;
}

class Given : public SpareRoom {
public:
    bool give() override { return false; }
    bool isGiven() const override { return given; }
    bool given{false};
};

} // namespace

class BlobStoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::string m_file;
    RawKey m_key;
    SetClock m_clock;
    Given m_room;
    std::unique_ptr<BlobStore> m_store;

    [[nodiscard]] Result<std::unique_ptr<BlobStore>> open(const std::string& path) const
    {
        return BlobStore::open(path, m_key, {&m_clock, &m_room});
    }
    [[nodiscard]] QByteArray everythingOnDisk() const
    {
        QByteArray all;
        QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

private slots:
    void initTestCase() { faulty::install(); }
    void init()
    {
        SeededRandom random(static_cast<std::uint32_t>(++m_count));
        m_key = RawKey::random(random);
        m_room.given = false;
        m_file = m_folder.filePath(QString("%1.db").arg(m_count)).toStdString();
        m_store = must(open(m_file));
    }
    void cleanup()
    {
        faulty::disarm();
        faulty::setRoom(std::nullopt);
        m_store.reset();
    }

    void bytesComeBack_data()
    {
        QTest::addColumn<int>("size");
        for (const int size :
             {1, 1000, int(kBlobChunk) - 1, int(kBlobChunk), int(kBlobChunk) + 1, 3 * int(kBlobChunk) + 5})
            QTest::addRow("%d", size) << size;
    }
    void bytesComeBack()
    {
        QFETCH(int, size);
        const auto bytes = noise(static_cast<std::size_t>(size), 5);
        const auto id = must(m_store->put(kVillage, BlobRank::original, bytes));
        m_store.reset();
        m_store = must(open(m_file));
        QVERIFY(must(m_store->bytes(id)) == bytes);
        const auto facts = must(m_store->facts(id));
        QCOMPARE(facts.bytes, std::uint64_t(size));
        QCOMPARE(facts.chunks, std::uint32_t((size + kBlobChunk - 1) / kBlobChunk));
        QCOMPARE(blobId(kVillage, facts.bytes, must(m_store->chunkList(id))), id);
        must(m_store->verify());
    }

    void aSourceMayAnswerInSmallParts()
    {
        const auto bytes = noise(kBlobChunk + 777, 6);
        std::size_t at = 0;
        const auto id =
            must(m_store->put(kVillage, BlobRank::original, [&](std::span<char> room) -> Result<std::size_t> {
                const auto size = std::min({room.size(), std::size_t{333}, bytes.size() - at});
                std::copy_n(bytes.data() + at, size, room.data());
                at += size;
                return size;
            }));
        QCOMPARE(id, must(m_store->put(kVillage, BlobRank::original, bytes)));
        const auto broken = m_store->put(kVillage, BlobRank::original, [](std::span<char>) -> Result<std::size_t> {
            return fail(Errc::io, "the source broke");
        });
        QCOMPARE(broken.error().code, Errc::io);
    }

    void sameBytesAreOneBlobInOnePartitionOnly()
    {
        const auto bytes = noise(5000, 8);
        const auto first = must(m_store->put(kVillage, BlobRank::original, bytes));
        QCOMPARE(must(m_store->put(kVillage, BlobRank::original, bytes)), first);
        QVERIFY(must(m_store->put(kOther, BlobRank::original, bytes)) != first);
        QVERIFY(must(m_store->put(kVillage, BlobRank::original, bytes + "x")) != first);
    }

    void whatIsTooMuchIsRefused()
    {
        QCOMPARE(m_store->put(kVillage, BlobRank::original, std::string_view{}).error().code, Errc::invalidInput);
        const auto endless = m_store->put(kVillage, BlobRank::original,
                                          [](std::span<char> room) -> Result<std::size_t> { return room.size(); });
        QCOMPARE(endless.error().code, Errc::invalidInput);
        const auto id = must(m_store->put(kVillage, BlobRank::original, noise(9000, 1)));
        QCOMPARE(m_store->bytes(id, 8999).error().code, Errc::invalidInput);
        QCOMPARE(m_store->bytes(Hash{}).error().code, Errc::notFound);
    }

    // A picture of somebody's home, a word of a memo: not in the file, not in its log, nowhere in the folder, and gone when it is dropped.
    void nothingInClearOnTheDisk()
    {
        const std::string picture = "\xff\xd8\xff\xe0JFIF" + std::string(kBlobChunk, 'P') + "CANARY-of-a-living-room";
        const auto id = must(m_store->put(kVillage, BlobRank::original, picture));
        must(m_store->claim({{id}}));
        for (int round = 0; round < 2; ++round) {
            const auto disk = everythingOnDisk();
            QVERIFY(disk.size() > static_cast<qsizetype>(picture.size()));
            for (const auto& plain :
                 {QByteArray("CANARY"), QByteArray("JFIF"), QByteArray(64, 'P'), QByteArray("OggS"),
                  QByteArray::fromStdString(kVillage.text()), QByteArray::fromRawData(id.raw().data(), 32)})
                QVERIFY2(!disk.contains(plain), plain.constData());
            must(m_store->checkpoint());
        }
        must(m_store->drop(id));
        QCOMPARE(m_store->facts(id).error().code, Errc::notFound);
        QVERIFY(must(m_store->unclaimed(m_clock.time + 1)).empty());
    }

    void anotherKeyOpensNothing()
    {
        must(m_store->put(kVillage, BlobRank::original, noise(1000, 1)));
        m_store.reset();
        const RawKey right = m_key;
        SeededRandom random(999);
        m_key = RawKey::random(random);
        QCOMPARE(open(m_file).error().code, Errc::wrongSecret);
        m_key = right;
        QVERIFY(open(m_file).has_value());
    }

    void rekeyKeepsEverything()
    {
        const auto bytes = noise(2 * kBlobChunk, 3);
        const auto id = must(m_store->put(kVillage, BlobRank::original, bytes));
        SeededRandom random(77);
        const RawKey fresh = RawKey::random(random);
        must(m_store->rekey(fresh));
        m_store.reset();
        m_key = fresh;
        m_store = must(open(m_file));
        QVERIFY(must(m_store->bytes(id)) == bytes);
    }

    void whoseItIs()
    {
        const auto kept = must(m_store->put(kVillage, BlobRank::original, "kept"));
        m_clock.time += 10;
        const auto left = must(m_store->put(kVillage, BlobRank::original, "left"));
        must(m_store->claim({{kept, Hash{}}}));
        QCOMPARE(must(m_store->unclaimed(m_clock.time)), std::vector<Hash>{});
        QCOMPARE(must(m_store->unclaimed(m_clock.time + 1)), std::vector<Hash>{left});
        must(m_store->drop(left));
        must(m_store->drop(left)); // twice is no harm
        QVERIFY(must(m_store->bytes(kept)) == "kept");
    }

    // Only what is claimed and shared goes, thumbnails before originals, and once.
    void whatGoesUp()
    {
        const auto original = must(m_store->put(kVillage, BlobRank::original, "original"));
        const auto thumbnail = must(m_store->put(kVillage, BlobRank::thumbnail, "thumbnail"));
        const auto secret = must(m_store->put(kVillage, BlobRank::thumbnail, "not asked yet"));
        must(m_store->setShared(original, true));
        must(m_store->setShared(thumbnail, true));
        QVERIFY(must(m_store->toSend(9)).empty()); // no record names them yet
        must(m_store->claim({{original, thumbnail, secret}}));
        for (const auto& id : {original, thumbnail, secret})
            must(m_store->name(id, RecordId{{1}}));
        const auto list = must(m_store->toSend(9));
        QCOMPARE(list.size(), std::size_t{2});
        QCOMPARE(list[0].id, thumbnail);
        QCOMPARE(list[1].id, original);
        must(m_store->markReceived(thumbnail));
        must(m_store->setShared(original, false)); // the yes was taken back
        QVERIFY(must(m_store->toSend(9)).empty());
        must(m_store->setShared(secret, true));
        QCOMPARE(must(m_store->toSend(9)).front().id, secret);
    }

    // Chunk by chunk from elsewhere, in any order, some twice, some wrong.
    void whatComesDown()
    {
        const auto bytes = noise(2 * kBlobChunk + 100, 12);
        const auto id = must(m_store->put(kVillage, BlobRank::original, bytes));
        const auto list = must(m_store->chunkList(id));
        std::vector<std::string> chunks;
        for (std::uint32_t place = 0; place < list.size(); ++place)
            chunks.push_back(must(m_store->chunk(id, place)));
        QCOMPARE(m_store->chunk(id, 3).error().code, Errc::notFound);

        auto there = must(open(m_folder.filePath(QString("%1-there.db").arg(m_count)).toStdString()));
        must(there->expect(kVillage, BlobRank::original, bytes.size(), list));
        must(there->expect(kVillage, BlobRank::original, bytes.size(), list));
        QCOMPARE(must(there->missing(id)), (std::vector<std::uint32_t>{0, 1, 2}));
        QCOMPARE(there->bytes(id).error().code, Errc::notFound);
        must(there->putChunk(id, 2, chunks[2]));
        QCOMPARE(there->putChunk(id, 0, chunks[1]).error().code, Errc::protocol);
        QCOMPARE(there->putChunk(id, 2, chunks[1]).error().code, Errc::invalidInput);
        QCOMPARE(there->putChunk(id, 7, chunks[1]).error().code, Errc::invalidInput);
        must(there->putChunk(id, 0, chunks[0]));
        must(there->putChunk(id, 0, chunks[0]));
        QCOMPARE(must(there->missing(id)), std::vector<std::uint32_t>{1});
        must(there->putChunk(id, 1, chunks[1]));
        QVERIFY(must(there->bytes(id)) == bytes);
        QVERIFY(must(there->toSend(9)).empty()); // what came down does not go up
        QCOMPARE(there->expect(kVillage, BlobRank::original, 5, list).error().code, Errc::invalidInput);
    }

    // Expected from the province, made here as well before it came.
    void madeHereBeforeItCame()
    {
        const auto bytes = noise(kBlobChunk + 1, 13);
        auto there = must(open(m_folder.filePath(QString("%1-there.db").arg(m_count)).toStdString()));
        const auto id = must(m_store->put(kVillage, BlobRank::original, bytes));
        must(there->expect(kVillage, BlobRank::original, bytes.size(), must(m_store->chunkList(id))));
        QCOMPARE(must(there->put(kVillage, BlobRank::original, bytes)), id);
        QVERIFY(must(there->bytes(id)) == bytes);
        QVERIFY(must(there->facts(id)).claimed);
        QVERIFY(must(there->missing(id)).empty());
    }

    void wordsComeBeforePictures()
    {
        m_room.given = true;
        QCOMPARE(m_store->put(kVillage, BlobRank::original, "bytes").error().code, Errc::diskFull);
        m_room.given = false;
        QVERIFY(m_store->put(kVillage, BlobRank::original, "bytes").has_value());
    }

    void aFullDiskLeavesNothingHalf()
    {
        m_store.reset();
        m_store = must(open(faulty::uri(m_file)));
        const auto before = must(m_store->put(kVillage, BlobRank::original, noise(1000, 1)));
        must(m_store->checkpoint());
        faulty::setRoom(kBlobChunk);
        const auto big = noise(4 * kBlobChunk, 2);
        QCOMPARE(m_store->put(kVillage, BlobRank::original, big).error().code, Errc::diskFull);
        QVERIFY(must(m_store->bytes(before)) == noise(1000, 1));
        QCOMPARE(must(m_store->unclaimed(m_clock.time + 1)).size(), std::size_t{1});
        faulty::setRoom(std::nullopt);
        QVERIFY(must(m_store->bytes(must(m_store->put(kVillage, BlobRank::original, big)))) == big);
        must(m_store->verify());
    }

    // The power goes at every write while pictures are put away: what was said to be kept is whole, the rest is not there at all.
    void powerGoesAtEveryWrite()
    {
        m_store.reset();
        const auto first = noise(kBlobChunk + 50, 21);
        const auto second = noise(kBlobChunk - 50, 22);
        bool met = true;
        int at = 0;
        for (at = 1; met && at < 2000; ++at) {
            for (const auto* tail : {"", "-wal", "-journal"})
                std::filesystem::remove(m_file + tail);
            int pipes[2];
            QVERIFY(pipe(pipes) == 0);
            const auto child = fork();
            if (child == 0) {
                faulty::arm(at % 2 ? faulty::Fault::crashLosingUnsynced : faulty::Fault::crashLosingSomeUnsynced, at);
                auto store = open(faulty::uri(m_file));
                for (const auto* bytes : {&first, &second})
                    if (store && (*store)->put(kVillage, BlobRank::original, *bytes))
                        (void)!::write(pipes[1], "k", 1);
                _exit(0);
            }
            ::close(pipes[1]);
            int kept = 0;
            for (char what = 0; ::read(pipes[0], &what, 1) == 1;)
                ++kept;
            ::close(pipes[0]);
            int status = 0;
            waitpid(child, &status, 0);
            met = WIFEXITED(status) && WEXITSTATUS(status) == faulty::kCrashCode;
            auto store = open(m_file);
            QVERIFY2(store.has_value(), qPrintable(QString("write %1").arg(at)));
            const auto there = must((*store)->unclaimed(m_clock.time + 1)).size();
            QVERIFY(there >= static_cast<std::size_t>(kept) && there <= 2);
            for (const auto& id : must((*store)->unclaimed(m_clock.time + 1))) {
                const auto bytes = must((*store)->bytes(id));
                QVERIFY(bytes == first || bytes == second);
            }
            must((*store)->verify());
        }
        QVERIFY2(!met && at > 20, qPrintable(QString::number(at))); // the last child came to the end
    }
};

QTEST_GUILESS_MAIN(BlobStoreTest)
#include "tst_blob_store.moc"

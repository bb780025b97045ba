// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/backup.hpp"
#include "sync/server/picture_backup.hpp"
#include "sync/store/database.hpp"
#include "tests/unit/server/blob_world.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

// The second place of a province's pictures: it grows by what is new, goes on where it was cut off, keeps nothing that is damaged, and is told of
// only when it was read.
class TestPictureBackup : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::string m_from, m_to;
    store::RawKey m_key;
    ManualClock m_clock;
    SystemRandom m_random;

    [[nodiscard]] std::unique_ptr<BlobShelf> open(const std::string& folder)
    {
        return must(openPictures(folder, m_key, m_clock));
    }
    RecordId bring(BlobShelf& shelf, const Picture& picture, std::size_t chunks = core::kMostBlobChunks)
    {
        const auto record = makeRecordId(m_clock.now(), m_random);
        must(shelf.expect(picture.list, record));
        for (std::uint32_t place = 0; place < std::min(chunks, picture.list.chunks.size()); ++place)
            must(shelf.put({{picture.id, place, 0, picture.bytes.substr(place * core::kBlobChunk, core::kBlobChunk)}}));
        return record;
    }
    // A bit that fell over in the file and was written back with a fresh check of the page.
    void damage(const std::string& folder)
    {
        const auto database = must(store::Database::open(folder + "/blobs.db", m_key));
        must(database->exec("UPDATE chunk SET body = zeroblob(length(body)) WHERE place = 0 AND body IS NOT NULL "
                            "AND blob = (SELECT min(key) FROM blob WHERE missing = 0)"));
    }

private slots:
    void init()
    {
        m_key = store::RawKey::random(m_random);
        m_from = m_folder.filePath(QString("from%1").arg(++m_count)).toStdString();
        m_to = m_folder.filePath(QString("to%1").arg(m_count)).toStdString();
    }

    void itGrowsByWhatIsNewAndWhole()
    {
        const auto from = open(m_from);
        const Picture small(noise(1'000, 1), kVillage), large(noise(2 * core::kBlobChunk + 5, 2), kVillage),
            underWay(noise(2 * core::kBlobChunk, 3), kVillage);
        const auto record = bring(*from, small);
        bring(*from, large);
        bring(*from, underWay, 1);
        QVERIFY(!hasPictures(m_to));
        {
            const auto to = open(m_to);
            // Step by step, each of one picture.
            const auto first = must(copyPictures(*from, *to, {}, 1));
            QCOMPARE(first.pictures, std::uint64_t{1});
            QVERIFY(first.after.has_value());
            const auto second = must(copyPictures(*from, *to, *first.after, 1));
            QCOMPARE(second.pictures, std::uint64_t{1});
            QCOMPARE(first.bytes + second.bytes, small.bytes.size() + large.bytes.size());
            QVERIFY(!must(copyPictures(*from, *to, *second.after, 1)).after);
        }
        QVERIFY(hasPictures(m_to));
        const auto to = open(m_to);
        QCOMPARE(must(verifyPictures(*to)), std::uint64_t{2});
        QCOMPARE(must(to->bytes(large.id, 0, large.bytes.size())), large.bytes);
        QCOMPARE(must(to->names(small.id)), std::vector<RecordId>{record});
        QVERIFY(!must(to->list(underWay.id)));
        QCOMPARE(must(copyPictures(*from, *to, {}, 1 << 30)).pictures, std::uint64_t{0}); // nothing new
        bring(*from, underWay);
        QCOMPARE(must(copyPictures(*from, *to, {}, 1 << 30)).pictures, std::uint64_t{1});
        QCOMPARE(must(verifyPictures(*to)), std::uint64_t{3});
    }

    // The machine stopped in the middle of a picture.
    void itGoesOnInsideAPicture()
    {
        const auto from = open(m_from), to = open(m_to);
        const Picture picture(noise(3 * core::kBlobChunk, 4), kVillage);
        bring(*from, picture);
        bring(*to, picture, 1);
        const auto step = must(copyPictures(*from, *to, {}, 1 << 30));
        QCOMPARE(step.pictures, std::uint64_t{1});
        QCOMPARE(must(verifyPictures(*to)), std::uint64_t{1});
    }

    void whatIsDamagedIsPassedOver()
    {
        const Picture bad(noise(core::kBlobChunk + 1, 5), kVillage), good(noise(2'000, 6), kVillage);
        {
            const auto from = open(m_from);
            bring(*from, bad);
            bring(*from, good);
        }
        damage(m_from);
        const auto from = open(m_from);
        {
            const auto to = open(m_to);
            const auto step = must(copyPictures(*from, *to, {}, 1 << 30));
            QCOMPARE(step.damaged, std::uint64_t{1});
            QCOMPARE(step.pictures, std::uint64_t{1});
            QCOMPARE(must(verifyPictures(*to)), std::uint64_t{1});
            QVERIFY(!must(to->list(bad.id)));
        }
        damage(m_to);
        const auto read = verifyPictures(*open(m_to));
        QVERIFY(!read && read.error().code == Errc::damaged);
    }

    void anotherKeyOpensNothing()
    {
        bring(*open(m_to), Picture(noise(10, 7), kVillage));
        const auto opened = openPictures(m_to, store::RawKey::random(m_random), m_clock);
        QVERIFY(!opened && opened.error().code == Errc::wrongSecret);
    }

    // From the command's questions to what tablets are told.
    void itIsToldWhenItWasRead()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const Picture picture(noise(5'000, 8), kVillage);
        const auto named = keep(province, tablet, picture.id);
        const auto ask = province.call(
            tablet.request(wire::kPathBlobAsk, wire::encodeBlobAsk({tablet.epoch, {{named.record, picture.list}}})));
        QCOMPARE(ask.status, 200);
        const auto put = province.call(tablet.request(
            wire::kPathBlobPut, wire::encodeBlobPut({tablet.epoch, {{picture.id, 0, 0, picture.bytes}}})));
        QCOMPARE(put.status, 200);

        const auto pass = [&] { return must(province.admin({{"do", "backup-pictures"}, {"folder", m_to}})); };
        const auto told = [&]() -> Millis {
            auto asked = tablet.pull();
            asked.wantsMark = true;
            const auto reply = must(province.pull(tablet, asked));
            return reply.backup ? reply.backup->pictures : -1;
        };
        const auto folder = province.backUp();
        const auto held = must(verifyBackup(folder, province.province().identity().databaseKey));
        must(province.admin({{"do", "backup-verified"}, {"folder", folder}, {"held", held}}));
        QCOMPARE(told(), 0); // words are safe, pictures are not

        const auto first = pass();
        QCOMPARE(first.at("pictures").as_int64(), 1);
        QVERIFY(!first.contains("after"));
        QCOMPARE(told(), 0);
        province.clock.time += 1'000;
        const auto second = pass();
        QCOMPARE(second.at("pictures").as_int64(), 0);
        // What was read belongs to the last pass only.
        QVERIFY(!province.admin({{"do", "pictures-verified"}, {"begun", first.at("begun")}}).has_value());
        QVERIFY(!province.admin({{"do", "pictures-verified"}}).has_value());
        QVERIFY(!province.admin({{"do", "pictures-verified"}, {"begun", 0}}).has_value());
        must(province.admin({{"do", "pictures-verified"}, {"begun", second.at("begun")}}));
        QCOMPARE(told(), province.clock.now());
        province.restart();
        QCOMPARE(told(), province.clock.now());

        QVERIFY(!province.admin({{"do", "backup-pictures"}}).has_value());
        QVERIFY(!province.admin({{"do", "backup-pictures"}, {"folder", m_to}, {"after", "x"}}).has_value());
        // Another epoch begins without a word of it.
        province.putBack(folder);
        QVERIFY(!province.admin({{"do", "pictures-verified"}, {"begun", second.at("begun")}}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestPictureBackup)
#include "tst_picture_backup.moc"

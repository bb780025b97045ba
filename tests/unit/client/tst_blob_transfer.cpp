// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/blob_transfer.hpp"
#include "tests/unit/server/blob_world.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::client;
using namespace lianxin::server::test;
using server::HttpReply;
using store::BlobRank;

// What the tablet does about pictures, against the server's own services, without a line between them.
class BlobTransferTest : public QObject {
    Q_OBJECT
    using Way = BlobTransfer::Way;

    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<TestProvince> m_province;
    std::unique_ptr<Tablet> m_tablet;
    std::unique_ptr<store::BlobStore> m_blobs;
    std::unique_ptr<BlobTransfer> m_transfer;
    std::vector<Hash> m_arrived;
    int m_woken{0};
    std::vector<std::string> m_paths;
    std::size_t m_mostBody{0};
    std::chrono::milliseconds m_took{2000}; // neither fast nor slow

    std::unique_ptr<store::BlobStore> store()
    {
        store::RawKey key;
        key.key.fill(static_cast<std::uint8_t>(++m_count));
        const auto file = m_folder.filePath(QString("%1.db").arg(m_count)).toStdString();
        auto opened = store::BlobStore::open(file, key, {&m_province->clock, nullptr});
        if (!opened)
            qFatal("no store");
        return std::move(*opened);
    }
    std::unique_ptr<BlobTransfer> transfer(store::BlobStore& blobs)
    {
        auto made = std::make_unique<BlobTransfer>(
            BlobTransfer::Ports{blobs, m_province->clock, m_tablet->receiptKey, [this] { ++m_woken; }});
        made->listen([this](const Hash& blob, RecordId) { m_arrived.push_back(blob); });
        return made;
    }
    HttpAnswer answerOf(const HttpReply& reply, std::size_t sent) const
    {
        HttpAnswer answer;
        answer.status = reply.status;
        answer.body = unpacked(reply);
        answer.sentBytes = sent;
        answer.receivedBytes = reply.body.size();
        answer.took = m_took;
        return answer;
    }
    // One request there and back; false: nothing to do.
    bool once(BlobTransfer& transfer, Tablet& tablet)
    {
        const auto request = transfer.next(tablet.epoch);
        if (!request)
            return false;
        m_paths.emplace_back(request->path);
        m_mostBody = std::max(m_mostBody, request->body.size());
        transfer.answered(
            answerOf(m_province->call(tablet.request(request->path, request->body)), request->body.size()));
        return true;
    }
    int untilQuiet(BlobTransfer& transfer, Tablet& tablet)
    {
        int turns = 0;
        while (turns < 300 && once(transfer, tablet))
            ++turns;
        return turns;
    }
    // Made on this tablet, let go by the rule of consent, and its record pushed.
    Hash made(const std::string& bytes, BlobRank rank = BlobRank::original)
    {
        const auto id = *m_blobs->put(*PartitionId::parse(kVillage), rank, bytes);
        const auto named = keep(*m_province, *m_tablet, id);
        if (!m_blobs->claim({{id}}) || !m_blobs->setShared(id, true) || !m_blobs->name(id, named.record))
            qFatal("not kept");
        m_record = named.record;
        return id;
    }
    RecordId m_record;
    bool received(const Hash& id) const { return m_blobs->facts(id)->received; }

private slots:
    void init()
    {
        m_province = std::make_unique<TestProvince>();
        m_tablet = std::make_unique<Tablet>(m_province->enrol("Lin", "VW", kVillage));
        m_blobs = store();
        m_transfer = transfer(*m_blobs);
        m_arrived.clear();
        m_paths.clear();
        m_mostBody = 0;
        m_took = std::chrono::milliseconds(2000);
    }
    void cleanup()
    {
        m_transfer.reset();
        m_blobs.reset();
        m_province.reset();
    }

    void thumbnailsFirstThenTheNewest()
    {
        const auto old = made(noise(100'000, 1));
        const auto young = made(noise(100'000, 2));
        const auto small = made(noise(4'000, 3), BlobRank::thumbnail);
        std::vector<Hash> order;
        for (int turns = 0; turns < 100 && once(*m_transfer, *m_tablet); ++turns)
            for (const auto& id : {old, young, small})
                if (received(id) && std::ranges::find(order, id) == order.end())
                    order.push_back(id);
        QCOMPARE(order, (std::vector{small, young, old}));
        QCOMPARE(std::ranges::count(m_paths, std::string(wire::kPathBlobAsk)), 1); // all three with one question
        QVERIFY(m_mostBody < 33'000);                                              // what a broken link may cost
        QVERIFY(m_transfer->standing().today.sent > 204'000);
    }

    // A yes that was taken back, between two pieces.
    void whatIsTakenBackIsNotSentOn()
    {
        const auto id = made(noise(200'000, 4));
        QVERIFY(once(*m_transfer, *m_tablet) && once(*m_transfer, *m_tablet));
        QVERIFY(m_blobs->setShared(id, false));
        QVERIFY(!once(*m_transfer, *m_tablet));
        QVERIFY(!received(id));
        QVERIFY(m_blobs->setShared(id, true));
        QVERIFY(untilQuiet(*m_transfer, *m_tablet) > 3);
        QVERIFY(received(id));
    }

    void theDaysShare()
    {
        const auto id = made(noise(200'000, 5));
        m_transfer->setDailyLimit(80'000);
        untilQuiet(*m_transfer, *m_tablet);
        QVERIFY(!received(id));
        const auto standing = m_transfer->standing();
        QVERIFY(standing.restsUntilTomorrow);
        QVERIFY(standing.today.both() <= 90'000 && standing.today.both() > 70'000);
        QCOMPARE(standing.waiting.originals, 1U);
        m_province->clock.time += 24LL * 3600 * 1000;
        QVERIFY(!m_transfer->standing().restsUntilTomorrow);
        untilQuiet(*m_transfer, *m_tablet);
        QVERIFY(!received(id)); // another 80 KB
        const int woken = m_woken;
        m_transfer->sendAllNow();
        QVERIFY(m_woken > woken && m_transfer->isUnlimited());
        untilQuiet(*m_transfer, *m_tablet);
        QVERIFY(received(id));
        QVERIFY(!m_transfer->isUnlimited()); // the next picture counts again
    }

    void aFastLinkTakesMoreAtOnceAndABrokenOneLess()
    {
        m_took = std::chrono::milliseconds(50);
        const auto id = made(noise(900'000, 6));
        m_transfer->setDailyLimit(BlobTransfer::kNoLimit);
        QVERIFY(untilQuiet(*m_transfer, *m_tablet) < 10);
        QVERIFY(received(id));
        QVERIFY(m_mostBody > 200'000);
        m_mostBody = 0;
        made(noise(300'000, 7));
        HttpAnswer nothing;
        nothing.failure = Errc::offline;
        for (int i = 0; i < 12; ++i) {
            QVERIFY(m_transfer->next(m_tablet->epoch).has_value());
            m_transfer->answered(nothing);
        }
        m_took = std::chrono::milliseconds(2000);
        QVERIFY(once(*m_transfer, *m_tablet) && once(*m_transfer, *m_tablet));
        QVERIFY(m_mostBody < 9'000);
    }

    // Only the receipt key's word moves a picture to the province.
    void aForgedWordIsNone()
    {
        const auto id = made(noise(3'000, 8), BlobRank::thumbnail);
        QVERIFY(once(*m_transfer, *m_tablet));
        const auto request = m_transfer->next(m_tablet->epoch);
        core::BlobState whole;
        whole.stage = core::BlobStage::whole;
        HttpAnswer answer;
        answer.status = 200;
        answer.body = wire::encodeBlobStates({whole});
        m_transfer->answered(answer);
        QVERIFY(!received(id));
        QVERIFY(!m_transfer->next(m_tablet->epoch).has_value()); // not again at once
        m_province->clock.time += 2LL * 3600 * 1000;
        untilQuiet(*m_transfer, *m_tablet);
        QVERIFY(received(id));
    }

    // A sign-in page, a server of before, a record that is held back: no endless questions.
    void whatDoesNotHelpIsNotRepeated()
    {
        const auto id = made(noise(3'000, 9), BlobRank::thumbnail);
        HttpAnswer page;
        page.status = 200;
        page.body = "<html>sign in</html>";
        QVERIFY(m_transfer->next(m_tablet->epoch).has_value());
        m_transfer->answered(page);
        QVERIFY(!m_transfer->next(m_tablet->epoch).has_value());
        m_province->clock.time += 120'000;
        QVERIFY(m_transfer->next(m_tablet->epoch).has_value());
        page.status = 404;
        m_transfer->answered(page);
        m_province->clock.time += 120'000;
        QVERIFY(!m_transfer->next(m_tablet->epoch).has_value());
        m_province->clock.time += 2LL * 3600 * 1000;
        QVERIFY(m_blobs->name(id, RecordId{{0xff}})); // the last name is one that the server does not have
        untilQuiet(*m_transfer, *m_tablet);
        QVERIFY(received(id)); // by the other
    }

    void aRestoredServerGetsItAgain()
    {
        const auto id = made(noise(50'000, 10));
        untilQuiet(*m_transfer, *m_tablet);
        QVERIFY(received(id));
        QVERIFY(!m_transfer->next(m_tablet->epoch).has_value());
        QVERIFY(m_transfer->next(EpochId{{7}}).has_value());
        QVERIFY(!received(id));
    }

    void aColleagueSeesThumbnailsAndTouchesOriginals()
    {
        const auto bytes = noise(400'000, 11);
        const auto id = made(bytes);
        const auto whole = m_record;
        const auto small = made(noise(4'000, 12), BlobRank::thumbnail);
        const auto thumbnail = m_record;
        auto colleague = m_province->enrol("Wang", "VW", kVillage);
        const auto blobs = store();
        const auto down = transfer(*blobs);
        down->want({thumbnail, small, BlobRank::thumbnail, false});
        QCOMPARE(down->wayOf(small), Way::onItsWay);
        untilQuiet(*down, colleague);
        QCOMPARE(down->wayOf(small), Way::notThere); // its maker has not sent it yet
        untilQuiet(*m_transfer, *m_tablet);
        QVERIFY(received(id) && received(small));
        m_province->clock.time += 2LL * 3600 * 1000;
        untilQuiet(*down, colleague);
        QCOMPARE(m_arrived, std::vector<Hash>{small});
        QVERIFY(*blobs->bytes(small) == *m_blobs->bytes(small));
        QCOMPARE(down->wayOf(small), Way::notAsked);
        // Nothing left of the day: a person's touch counts more.
        down->setDailyLimit(0);
        down->want({whole, id, BlobRank::original, false});
        QVERIFY(!once(*down, colleague));
        down->want({whole, id, BlobRank::original, true});
        untilQuiet(*down, colleague);
        QVERIFY(*blobs->bytes(id) == bytes);
        QVERIFY(blobs->toSend(9)->empty()); // what came down does not go up
        down->want({whole, id, BlobRank::original, true});
        QVERIFY(!once(*down, colleague));
    }

    // A relay that lies: dropped, asked for once more, then left alone; never shown, and listed as missing all the while.
    void wrongBytesAreNeverShown()
    {
        const Picture picture(noise(300'000, 13), kVillage);
        const Picture other(noise(300'000, 14), kVillage);
        m_transfer->want({RecordId{{1}}, picture.id, BlobRank::original, true});
        const auto serve = [&](const Picture& from, std::size_t most) {
            const auto request = m_transfer->next(m_tablet->epoch);
            if (!request)
                return false;
            const auto asked = *wire::decodeBlobGet(request->body);
            core::BlobPart part{asked.wants.front(), true, std::nullopt,
                                from.bytes.substr(asked.wants.front().offset.value_or(0), most)};
            if (!part.from.offset)
                part.list = from.list;
            HttpAnswer answer;
            answer.status = 200;
            answer.body = wire::encodeBlobParts({part});
            m_transfer->answered(answer);
            return true;
        };
        QVERIFY(serve(other, 1'000)); // another list
        QCOMPARE(m_blobs->facts(picture.id).error().code, Errc::notFound);
        Picture mixed = picture;
        mixed.bytes.replace(100, 10, "0123456789");
        QVERIFY(serve(mixed, core::kBlobChunk)); // the list fits, the first chunk does not
        QVERIFY(m_blobs->facts(picture.id)->missing == 2);
        QVERIFY(m_blobs->bytes(picture.id).error().code == Errc::notFound);
        QVERIFY(!serve(mixed, 1'000)); // enough for today
        QVERIFY(m_arrived.empty());
        m_province->clock.time += 25LL * 3600 * 1000;
        while (serve(picture, 90'000)) {
        }
        QVERIFY(*m_blobs->bytes(picture.id) == picture.bytes);
        QCOMPARE(m_arrived.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(BlobTransferTest)
#include "tst_blob_transfer.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_process.hpp"
#include "tablet.hpp"

#include "app/data/asset_files.hpp"
#include "sync/client/blob_transfer.hpp"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace lianxin;
using namespace lianxin::e2e;
using store::BlobRank;

// Pictures against the real server process, over a link on which no connection lives long enough for one of them.
class TstAttachments : public QObject {
    Q_OBJECT

    static constexpr int kSize = 600 * 1024;
    static constexpr qint64 kMostUp = 44'000;
    static constexpr qint64 kHandshake = 4'000; // TLS, headers and the question of each new connection
    static constexpr qint64 kBudget = 32 * 1024;

    // A tablet with a place for pictures.
    struct Person {
        std::unique_ptr<Tablet> tablet;
        QTemporaryDir folder;
        store::RawKey key;
        platform::SystemClock clock;
        std::unique_ptr<store::BlobStore> blobs;
        std::unique_ptr<client::BlobTransfer> transfer;
        std::unique_ptr<Line> line;
        int arrived{0};

        [[nodiscard]] bool openBlobs()
        {
            auto opened = store::BlobStore::open(folder.filePath(QStringLiteral("blobs.db")).toStdString(), key,
                                                 {&clock, nullptr});
            if (opened)
                blobs = std::move(*opened);
            return opened.has_value();
        }
        [[nodiscard]] bool connects()
        {
            line = tablet->line();
            if (!line)
                return false;
            transfer = std::make_unique<client::BlobTransfer>(client::BlobTransfer::Ports{
                *blobs, clock, tablet->receiptKey(), [this] { line->driver.carryWanted(); }});
            transfer->setDailyLimit(client::BlobTransfer::kNoLimit);
            transfer->listen([this](const Hash&, RecordId) { ++arrived; });
            line->driver.carry(*transfer);
            line->driver.setOnline(true);
            return true;
        }
        void disconnects()
        {
            line.reset();
            transfer.reset();
        }
        ~Person() { disconnects(); }
    };
    [[nodiscard]] std::unique_ptr<Person> person(FaultyProxy& proxy)
    {
        auto made = std::make_unique<Person>();
        made->key.key.fill(static_cast<std::uint8_t>(++m_people));
        made->tablet = std::make_unique<Tablet>(*m_catalogue, proxy, m_server->ca());
        const auto name = QStringLiteral("Worker %1").arg(m_people);
        const bool ready =
            made->openBlobs() &&
            made->tablet->enrol(m_server->enrolUser(name, QStringLiteral("VW"), {QStringLiteral("v:350128900200")}));
        return ready ? std::move(made) : nullptr;
    }
    struct Kept {
        RecordId record;
        Hash blob;
    };
    // A family, a picture of it, and the yes.
    [[nodiscard]] Kept keep(Person& person, std::uint32_t seed, BlobRank rank = BlobRank::original)
    {
        std::string bytes(rank == BlobRank::original ? kSize : 6'000, '\0');
        QRandomGenerator random(seed);
        for (auto& byte : bytes)
            byte = static_cast<char>(random.bounded(256));
        const auto family = person.tablet->newId();
        const Kept kept{person.tablet->newId(), *person.blobs->put(storyVillage(), rank, bytes)};
        const bool done =
            person.tablet->save("household", family, family, {{"phone1", Value::fromText("19900001000")}}) &&
            person.tablet->save("attachment", kept.record, family,
                                {{"owner", Value::fromText(family.text())},
                                 {"kind", Value::fromInt(1)},
                                 {"hash", Value::fromText(kept.blob.text())}}) &&
            person.blobs->claim({{kept.blob}}) && person.blobs->setShared(kept.blob, true) &&
            person.blobs->name(kept.blob, kept.record);
        if (!done)
            qFatal("nothing was kept");
        return kept;
    }
    [[nodiscard]] static bool received(Person& person, const Kept& kept)
    {
        return person.blobs->facts(kept.blob)->received;
    }

    std::optional<Catalogue> m_catalogue;
    std::unique_ptr<ServerProcess> m_server;
    int m_people{0};

private slots:
    void initTestCase()
    {
        auto catalogue = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
        QVERIFY2(catalogue.has_value(), catalogue ? "" : catalogue.error().detail.c_str());
        m_catalogue.emplace(std::move(*catalogue));
        m_server = std::make_unique<ServerProcess>(QStringLiteral(LIANXIN_SERVER));
        QVERIFY(m_server->init());
        QVERIFY(m_server->start({QStringLiteral("--requests-per-minute"), QStringLiteral("100000")}));
    }
    void cleanupTestCase() { QVERIFY(m_server->stop()); }

    // Six hundred kilobytes, and every connection dies after forty-four.
    void aLinkThatIsCutAllTheTime()
    {
        FaultyProxy good(m_server->port());
        const auto first = person(good);
        QVERIFY(first);
        const auto easy = keep(*first, 1);
        const auto from = good.bytesUp();
        QVERIFY(first->connects());
        QVERIFY(QTest::qWaitFor([&] { return received(*first, easy); }, 60'000));
        const auto whole = good.bytesUp() - from;

        FaultyProxy proxy(m_server->port());
        const auto second = person(proxy);
        QVERIFY(second);
        const auto hard = keep(*second, 2);
        const auto before = proxy.bytesUp();
        proxy.cutUpAfter(kMostUp);
        QVERIFY(second->connects());
        QVERIFY(QTest::qWaitFor([&] { return received(*second, hard); }, 180'000));
        const auto spent = proxy.bytesUp() - before;
        const auto wasted = (spent - whole) / std::max(proxy.cuts(), 1);
        qInfo("%lld bytes over a good link, %lld with %d cuts: wasted_bytes_per_cut %lld", whole, spent, proxy.cuts(),
              wasted);
        QVERIFY(proxy.cuts() >= kSize / kMostUp);
        QVERIFY(wasted <= kBudget + kHandshake);
        // Words were first, and came with the first connection.
        QCOMPARE(second->line->driver.state().acknowledged, second->line->driver.state().saved);
    }

    // The server is killed in the middle, and the tablet too: what was acknowledged is not sent again. Meanwhile words go first.
    void bothDieInTheMiddle()
    {
        FaultyProxy proxy(m_server->port());
        const auto maker = person(proxy);
        QVERIFY(maker);
        const auto kept = keep(*maker, 3);
        proxy.cutUpAfter(kMostUp);
        const auto start = proxy.bytesUp();
        QVERIFY(maker->connects());
        QVERIFY(QTest::qWaitFor([&] { return proxy.bytesUp() - start > kSize; }, 120'000));
        QVERIFY(!received(*maker, kept));
        m_server->killHard();
        maker->disconnects();
        maker->blobs.reset();
        QVERIFY(maker->tablet->reopen());
        QVERIFY(maker->openBlobs());
        QVERIFY(m_server->start({QStringLiteral("--requests-per-minute"), QStringLiteral("100000")}));
        proxy.setTarget(m_server->port());
        proxy.cutUpAfter(0);
        const auto halfway = proxy.bytesUp();
        const auto saved = maker->tablet->newId();
        QVERIFY(maker->tablet->save("household", saved, saved, {{"phone1", Value::fromText("19900002000")}}));
        QVERIFY(maker->connects());
        bool wordsFirst = false;
        QVERIFY(QTest::qWaitFor(
            [&] {
                const auto& state = maker->line->driver.state();
                wordsFirst = wordsFirst || (state.acknowledged == state.saved && !received(*maker, kept));
                return received(*maker, kept);
            },
            60'000));
        QVERIFY(wordsFirst);
        const auto rest = proxy.bytesUp() - halfway;
        qInfo("%lld of %d bytes were sent after both had died", rest, kSize);
        QVERIFY(rest < kSize * 3 / 4);
    }

    // A colleague: the thumbnail when it is looked at, the original when it is touched, over a link that is cut on the way down.
    void aColleagueGetsIt()
    {
        FaultyProxy good(m_server->port());
        const auto maker = person(good);
        QVERIFY(maker);
        const auto small = keep(*maker, 4, BlobRank::thumbnail);
        const auto large = keep(*maker, 5);
        QVERIFY(maker->connects());
        QVERIFY(QTest::qWaitFor([&] { return received(*maker, small) && received(*maker, large); }, 60'000));

        FaultyProxy proxy(m_server->port());
        const auto reader = person(proxy);
        QVERIFY(reader);
        QVERIFY(reader->connects());
        QVERIFY(syncsUntilQuiet(reader->line->driver));
        QCOMPARE(reader->arrived, 0); // nobody looked
        reader->transfer->want({small.record, small.blob, BlobRank::thumbnail, false});
        QVERIFY(QTest::qWaitFor([&] { return reader->arrived == 1; }, 60'000));
        proxy.cutDownAfter(kMostUp);
        reader->transfer->want({large.record, large.blob, BlobRank::original, true});
        QVERIFY(QTest::qWaitFor([&] { return reader->arrived == 2; }, 180'000));
        QVERIFY(proxy.cuts() >= kSize / kMostUp - 1);
        QVERIFY(*reader->blobs->bytes(large.blob) == *maker->blobs->bytes(large.blob));
        QVERIFY(*reader->blobs->bytes(small.blob) == *maker->blobs->bytes(small.blob));
    }

    // Last: the machine is lost with everything on it, and so is the tablet that made the picture.
    void theSecondPlaceBringsPicturesBack()
    {
        FaultyProxy proxy(m_server->port());
        auto maker = person(proxy);
        const auto reader = person(proxy);
        QVERIFY(maker && reader);
        const auto kept = keep(*maker, 6);
        QVERIFY(maker->connects());
        QVERIFY(QTest::qWaitFor([&] { return received(*maker, kept); }, 60'000));
        const auto bytes = *maker->blobs->bytes(kept.blob);
        const auto backup = m_server->path(QStringLiteral("backups/first"));
        QVERIFY(m_server->backup(backup)); // of the running server
        QVERIFY(m_server->backup(m_server->path(QStringLiteral("backups/second"))));
        QVERIFY(QFile::exists(m_server->path(QStringLiteral("backups/pictures/blobs.db"))));
        QVERIFY(m_server->status()
                    .value(QStringLiteral("healing"))
                    .toArray()
                    .at(0)
                    .toObject()
                    .value(QStringLiteral("announced_pictures"))
                    .toInteger() > 0);
        maker.reset();

        QVERIFY(m_server->stop());
        QVERIFY(m_server->backup(m_server->path(QStringLiteral("backups/third")))); // and of one that rests
        for (const auto* file : {"/blobs.db", "/blobs.db-wal", "/blobs.db-shm", "/province.db"})
            QFile::remove(m_server->data() + QLatin1String(file));
        QVERIFY(m_server->restore(backup));
        QVERIFY(m_server->start({QStringLiteral("--requests-per-minute"), QStringLiteral("100000")}));
        proxy.setTarget(m_server->port());
        QVERIFY(reader->connects());
        QVERIFY(syncsUntilQuiet(reader->line->driver));
        reader->transfer->want({kept.record, kept.blob, BlobRank::original, true});
        QVERIFY(QTest::qWaitFor([&] { return reader->arrived == 1; }, 60'000));
        QVERIFY(*reader->blobs->bytes(kept.blob) == bytes);
    }
};

QTEST_GUILESS_MAIN(TstAttachments)
#include "tst_attachments.moc"

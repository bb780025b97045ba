// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_process.hpp"
#include "tablet.hpp"

#include "app/data/asset_files.hpp"

#include <QRandomGenerator>
#include <QTest>

using namespace lianxin;
using namespace lianxin::e2e;

// A first sync by segments against the real server process, over a link on which no connection lives long enough for one of them.
class TstSegments : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyConnectionDiesAfterFortyKilobytes();
    void goesOnAfterBothDied();
    void cleanupTestCase() { QVERIFY(m_server->stop()); }

private:
    static constexpr int kFamilies = 640; // more than the least that is offered as segments
    static constexpr qint64 kMostDown = 44'000;

    [[nodiscard]] std::unique_ptr<Tablet> worker(FaultyProxy& proxy);
    [[nodiscard]] QString truth() { return m_server->stateHash(QString::fromStdString(storyVillage().text())); }

    std::optional<Catalogue> m_catalogue;
    std::unique_ptr<ServerProcess> m_server;
    int m_workers{0};
};

std::unique_ptr<Tablet> TstSegments::worker(FaultyProxy& proxy)
{
    auto tablet = std::make_unique<Tablet>(*m_catalogue, proxy, m_server->ca());
    const auto name = QStringLiteral("Worker %1").arg(++m_workers);
    return tablet->enrol(m_server->enrolUser(name, QStringLiteral("VW"), {QStringLiteral("v:350128900200")}))
               ? std::move(tablet)
               : nullptr;
}

// Notes that no compression makes small: a segment of a quarter of a megabyte.
void TstSegments::initTestCase()
{
    auto catalogue = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
    QVERIFY2(catalogue.has_value(), catalogue ? "" : catalogue.error().detail.c_str());
    m_catalogue.emplace(std::move(*catalogue));
    m_server = std::make_unique<ServerProcess>(QStringLiteral(LIANXIN_SERVER));
    QVERIFY(m_server->init());
    QVERIFY(m_server->start());
    FaultyProxy proxy(m_server->port());
    const auto writer = worker(proxy);
    QVERIFY(writer);
    QRandomGenerator random(4);
    for (int i = 0; i < kFamilies; ++i) {
        QByteArray note(330, ' ');
        for (auto& letter : note)
            letter = static_cast<char>('a' + random.bounded(26));
        const auto id = writer->newId();
        QVERIFY(writer->save("household", id, id,
                             {{"phone1", Value::fromText("1990000" + std::to_string(1000 + i))},
                              {"directions", Value::fromText(note.toStdString())}}));
    }
    QVERIFY(writer->syncs());
    QCOMPARE(writer->stateHash(), truth());
}

void TstSegments::everyConnectionDiesAfterFortyKilobytes()
{
    FaultyProxy proxy(m_server->port());
    const auto reader = worker(proxy);
    QVERIFY(reader);
    const auto before = proxy.bytesDown();
    proxy.cutDownAfter(kMostDown);
    QVERIFY(reader->syncs());
    QVERIFY2(proxy.cuts() >= 3, qPrintable(QString::number(proxy.cuts())));
    QCOMPARE(reader->countOf("household"), static_cast<std::size_t>(kFamilies));
    QCOMPARE(reader->stateHash(), truth());
    QCOMPARE(reader->store().search("19900001007")->size(), std::size_t{1});
    const auto audit = reader->store().audit(100);
    QVERIFY(audit.has_value());
    for (const auto& entry : *audit)
        QVERIFY2(entry.kind != "segments dropped", entry.detail.c_str());
    // The same once more over a good link. The link is fast and so asks for 64 KB again after each 32 KB that came; a request that dies before
    // its answer begins is sent again by Qt itself. Three dead connections for each part that came are what that may cost.
    const auto cut = proxy.bytesDown() - before;
    FaultyProxy good(m_server->port());
    const auto other = worker(good);
    QVERIFY(other);
    const auto from = good.bytesDown();
    QVERIFY(other->syncs());
    QCOMPARE(other->stateHash(), truth());
    const auto whole = good.bytesDown() - from;
    qInfo("%lld bytes over a good link, %lld with %d cuts", whole, cut, proxy.cuts());
    QVERIFY(whole > 3 * kMostDown); // no connection could have carried it
    QVERIFY(proxy.cuts() <= 4 * (whole / 32'000 + 1));
}

// The tablet is killed with half of it here, the server too; the half is not fetched again.
void TstSegments::goesOnAfterBothDied()
{
    FaultyProxy proxy(m_server->port());
    const auto reader = worker(proxy);
    QVERIFY(reader);
    proxy.cutDownAfter(kMostDown);
    std::uint64_t left = 0;
    {
        const auto line = reader->line();
        QVERIFY(line);
        line->driver.setOnline(true);
        QVERIFY(QTest::qWaitFor([&] { return proxy.cuts() >= 2; }, 60'000));
        left = reader->store().segmentProgress()->missing;
        QVERIFY(left > 0);
        QCOMPARE(reader->countOf("household"), std::size_t{0}); // nothing is shown of a half
    }
    m_server->killHard();
    QVERIFY(reader->reopen());
    QVERIFY(m_server->start());
    proxy.setTarget(m_server->port());
    QVERIFY(reader->store().segmentProgress()->missing <= left);
    left = reader->store().segmentProgress()->missing;
    proxy.cutDownAfter(0);
    const auto before = proxy.bytesDown();
    QVERIFY(reader->syncs());
    QCOMPARE(reader->stateHash(), truth());
    QVERIFY(proxy.bytesDown() - before < static_cast<qint64>(left) + 30'000); // the rest, a handshake and the tail
}

QTEST_GUILESS_MAIN(TstSegments)
#include "tst_segments.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hills.hpp"

#include "app/data/asset_files.hpp"

#include <QTest>

#include <optional>

using namespace lianxin;
using namespace lianxin::e2e;
using namespace std::chrono_literals;

// A first sync of a township and a day's work over links that break in each of the ways in which links break. The long one, at 32 kbit/s, is
// `./dev bench hills`.
class TstHills : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aFirstSyncWastesAtMostOneFramePerCut_data();
    void aFirstSyncWastesAtMostOneFramePerCut();
    void aDaysWorkGetsThrough_data();
    void aDaysWorkGetsThrough();
    void cleanupTestCase() { QVERIFY(m_hills->end()); }

private:
    static constexpr double kFrame = 32 * 1024; // bytes: PROTOCOL.md's and sync.md's "one frame"

    std::optional<Catalogue> m_catalogue;
    std::unique_ptr<Hills> m_hills;
};

void TstHills::initTestCase()
{
    auto catalogue = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
    QVERIFY2(catalogue.has_value(), catalogue ? "" : catalogue.error().detail.c_str());
    m_catalogue.emplace(std::move(*catalogue));
    m_hills = std::make_unique<Hills>(QStringLiteral(LIANXIN_SERVER), *m_catalogue, 700ms, 60s);
    const auto trouble = m_hills->begin(120);
    QVERIFY2(trouble.empty(), trouble.c_str());
}

void TstHills::aFirstSyncWastesAtMostOneFramePerCut_data()
{
    QTest::addColumn<int>("cutEvery");
    QTest::newRow("each 20 KB") << 20'000;
    QTest::newRow("each 44 KB") << 44'000;
}

void TstHills::aFirstSyncWastesAtMostOneFramePerCut()
{
    QFETCH(int, cutEvery);
    Weather weather;
    weather.seed = static_cast<quint32>(cutEvery);
    weather.cutEvery = cutEvery;
    const auto run = m_hills->firstSync(weather);
    QVERIFY2(run.good.trouble.empty(), run.good.trouble.c_str());
    QVERIFY2(run.bad.trouble.empty(), run.bad.trouble.c_str());
    QVERIFY2(run.bad.tally.cuts >= 2, qPrintable(QString::number(run.bad.tally.cuts)));
    qInfo(
        "%zu records, cut each %d B, seed %u: %lld B over a good link, %lld B with %d cuts, wasted_bytes_per_cut %.0f",
        m_hills->records(), cutEvery, weather.seed, run.good.tally.down + run.good.tally.up,
        run.bad.tally.down + run.bad.tally.up, run.bad.tally.cuts, run.wastedPerCut());
    QVERIFY(run.wastedPerCut() <= kFrame);
    // Half of it: what came of a cut answer is kept, so the rest is a handshake and the last block.
    QVERIFY(run.wastedPerCut() <= kFrame / 2);
}

void TstHills::aDaysWorkGetsThrough_data()
{
    QTest::addColumn<int>("drop");
    QTest::addColumn<int>("silent");
    QTest::addColumn<int>("late");
    QTest::addColumn<int>("delayMs");
    QTest::addColumn<int>("cutEvery");
    QTest::newRow("connections die at once") << 40 << 0 << 0 << 0 << 0;
    QTest::newRow("the other end falls silent") << 0 << 50 << 0 << 0 << 0;
    QTest::newRow("a request arrives after the next one") << 0 << 0 << 50 << 0 << 0;
    QTest::newRow("all of it, far away") << 20 << 20 << 20 << 60 << 6000;
}

void TstHills::aDaysWorkGetsThrough()
{
    QFETCH(int, drop);
    QFETCH(int, silent);
    QFETCH(int, late);
    QFETCH(int, delayMs);
    QFETCH(int, cutEvery);
    Weather weather;
    weather.seed = 7;
    weather.dropPercent = drop;
    weather.silentPercent = silent;
    weather.latePercent = late;
    weather.delayMs = delayMs;
    weather.cutEvery = cutEvery;
    const auto run = m_hills->day(weather);
    QVERIFY2(run.good.trouble.empty(), run.good.trouble.c_str());
    QVERIFY2(run.bad.trouble.empty(), run.bad.trouble.c_str());
    const auto& tally = run.bad.tally;
    qInfo("%d connections: %d cut, %d silent, %d late; %lld B where a good link takes %lld; wasted_bytes_per_cut %.0f",
          tally.roads, tally.cuts, tally.silent, tally.late, tally.up + tally.down,
          run.good.tally.up + run.good.tally.down, run.wastedPerCut());
    QVERIFY(tally.broken() > 0);
    QCOMPARE(drop > 0 || cutEvery > 0, tally.cuts > 0);
    QCOMPARE(silent > 0 && delayMs == 0, tally.silent > 0 && delayMs == 0);
    QCOMPARE(late > 0 && delayMs == 0, tally.late > 0 && delayMs == 0);
    QVERIFY(run.wastedPerCut() <= kFrame);
}

QTEST_GUILESS_MAIN(TstHills)
#include "tst_hills.moc"

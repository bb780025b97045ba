// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_process.hpp"
#include "tablet.hpp"

#include "app/data/asset_files.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::e2e;

// Two people, one family, one province: the whole way of a change over a link that breaks, against the real server process.
class TstSyncStory : public QObject {
    Q_OBJECT

private slots:
    void theWholeWay();
    void somethingElseInItsPlace();

private:
    struct Cast {
        Tablet& officer;
        Tablet& worker;
        ServerProcess& server;
        FaultyProxy& proxy;
        RecordId family;
    };
    void bothKnowTheFamily(Cast& cast);
    void bothChangeItOffline(Cast& cast);
    void theLinkBreaksAndThePowerGoes(Cast& cast);
    void oneThingToLookAt(Cast& cast);
    void theOfficerSettlesIt(Cast& cast);
    void everybodyAgrees(Cast& cast);
};

// D25: byte-equal states on the server and on each holder.
void TstSyncStory::everybodyAgrees(Cast& cast)
{
    const auto hash = cast.server.stateHash(QString::fromStdString(storyVillage().text()));
    QVERIFY(!hash.isEmpty());
    QCOMPARE(cast.officer.stateHash(), hash);
    QCOMPARE(cast.worker.stateHash(), hash);
}

void TstSyncStory::bothKnowTheFamily(Cast& cast)
{
    QVERIFY(cast.officer.save("household", cast.family, cast.family, {{"phone1", Value::fromText("19900000008")}}));
    QVERIFY(cast.officer.syncs());
    QVERIFY(cast.worker.syncs());
    QCOMPARE(cast.worker.shown(cast.family, "household", "phone1"), std::string("19900000008"));
}

// Both change the telephone and each something else; the worker records a visit.
void TstSyncStory::bothChangeItOffline(Cast& cast)
{
    qInfo("%s", "offline: the worker records a visit, both change the telephone and each another field");
    auto& [officer, worker, server, proxy, family] = cast;
    const auto visit = worker.newId();
    QVERIFY(worker.save("visit", visit, family,
                        {{"mode", Value::fromInt(1)}, {"outcome", Value::fromInt(1)}, {"mood", Value::fromInt(2)}}));
    QVERIFY(worker.save("household", family, family, {{"phone1", Value::fromText("19900000012")}}, "told at the door"));
    QVERIFY(worker.save("household", family, family, {{"taboo_note", Value::fromText("quiet voice")}}));
    QVERIFY(officer.save("household", family, family, {{"phone1", Value::fromText("19900000021")}}));
    QVERIFY(officer.save("household", family, family, {{"directions", Value::fromText("third house")}}));
}

void TstSyncStory::theLinkBreaksAndThePowerGoes(Cast& cast)
{
    auto& [officer, worker, server, proxy, family] = cast;
    qInfo("%s", "the worker syncs over a link that is cut after the server stored everything");
    // The worker's link is cut in the middle of the server's answers: what was stored there must not be stored twice.
    proxy.cutReplyAfter(1200, 2);
    QVERIFY(worker.syncs());
    QVERIFY(proxy.cuts() > 0);
    qInfo("%s", "kill -9 of the server, the officer's store reopened as after a crash; both sync");
    // The power goes in the province and on the officer's tablet.
    server.killHard();
    QVERIFY(officer.reopen());
    QVERIFY(server.start());
    proxy.setTarget(server.port());
    QVERIFY(officer.syncs());
    QVERIFY(worker.syncs());
}

// Different fields merged by themselves; the telephone is one thing to look at, on both, and nobody's word is lost.
void TstSyncStory::oneThingToLookAt(Cast& cast)
{
    qInfo("%s", "different fields merged, the telephone is one thing to look at on both");
    auto& [officer, worker, server, proxy, family] = cast;
    for (auto* tablet : {&officer, &worker}) {
        QCOMPARE(tablet->shown(family, "household", "directions"), std::string("third house"));
        QCOMPARE(tablet->shown(family, "household", "taboo_note"), std::string("quiet voice"));
        QCOMPARE(tablet->countOf("visit"), std::size_t{1});
        const auto conflicts = tablet->store().conflicts();
        QVERIFY(conflicts.has_value());
        QCOMPARE(conflicts->size(), std::size_t{1});
        QCOMPARE(conflicts->front().registers.size(), std::size_t{1});
        const auto view = tablet->store().view(family);
        const auto* phone = view->find(conflicts->front().registers.front());
        QCOMPARE(phone->heads.size(), std::size_t{2});
        QVERIFY(phone->note && phone->note->before);
        QCOMPARE(phone->note->before->value.asText().value_or(""), std::string("19900000008"));
        QCOMPARE(phone->note->whys.size(), std::size_t{1});
    }
    QCOMPARE(officer.shown(family, "household", "phone1"), worker.shown(family, "household", "phone1"));
    everybodyAgrees(cast);
}

void TstSyncStory::theOfficerSettlesIt(Cast& cast)
{
    qInfo("%s", "the officer settles it; it clears everywhere; all hashes are equal");
    auto& [officer, worker, server, proxy, family] = cast;
    QVERIFY(officer.save("household", family, family, {{"phone1", Value::fromText("19900000012")}}));
    QVERIFY(officer.syncs());
    QVERIFY(worker.syncs());
    for (auto* tablet : {&officer, &worker}) {
        QCOMPARE(tablet->store().conflicts()->size(), std::size_t{0});
        QCOMPARE(tablet->shown(family, "household", "phone1"), std::string("19900000012"));
        QCOMPARE(tablet->store().counts()->waiting, std::uint64_t{0});
    }
    everybodyAgrees(cast);
}

void TstSyncStory::theWholeWay()
{
    const auto catalogue = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
    QVERIFY2(catalogue.has_value(), catalogue ? "" : catalogue.error().detail.c_str());
    ServerProcess server(QStringLiteral(LIANXIN_SERVER));
    QVERIFY(server.init());
    QVERIFY(server.start());
    FaultyProxy proxy(server.port());
    Tablet officer(*catalogue, proxy, server.ca());
    Tablet worker(*catalogue, proxy, server.ca());
    QVERIFY(officer.enrol(
        server.enrolUser(QStringLiteral("Officer"), QStringLiteral("TO"), {QStringLiteral("t:350128900")})));
    QVERIFY(worker.enrol(
        server.enrolUser(QStringLiteral("Worker"), QStringLiteral("VW"), {QStringLiteral("v:350128900200")})));

    Cast cast{officer, worker, server, proxy, officer.newId()};
    using Step = void (TstSyncStory::*)(Cast&);
    for (const Step step : {&TstSyncStory::bothKnowTheFamily, &TstSyncStory::bothChangeItOffline,
                            &TstSyncStory::theLinkBreaksAndThePowerGoes, &TstSyncStory::oneThingToLookAt,
                            &TstSyncStory::theOfficerSettlesIt}) {
        (this->*step)(cast);
        // A failed QVERIFY only leaves the step it stands in.
        if (QTest::currentTestFailed())
            return;
    }
    // The family got its number from the province.
    QVERIFY(!worker.shown(cast.family, "household", "hh_no").empty());
    const auto log = server.log();
    QVERIFY2(!log.contains("1990000") && !log.contains("quiet voice"), "personal data in the server's log");
    QVERIFY(server.stop());
}

// A network that wants a sign-in answers in the server's place: nothing is sent to it, nobody has to press anything afterwards.
void TstSyncStory::somethingElseInItsPlace()
{
    const auto catalogue = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
    QVERIFY(catalogue.has_value());
    ServerProcess server(QStringLiteral(LIANXIN_SERVER));
    ServerProcess other(QStringLiteral(LIANXIN_SERVER)); // of another organisation, with an authority of its own
    QVERIFY(server.init() && server.start() && other.init() && other.start());
    FaultyProxy proxy(server.port());
    Tablet worker(*catalogue, proxy, server.ca());
    QVERIFY(worker.enrol(
        server.enrolUser(QStringLiteral("Worker"), QStringLiteral("VW"), {QStringLiteral("v:350128900200")})));
    const auto family = worker.newId();
    QVERIFY(worker.save("household", family, family, {{"phone1", Value::fromText("19900000008")}}));
    proxy.setTarget(other.port());
    const auto line = worker.line();
    QVERIFY(line);
    line->driver.setOnline(true);
    QVERIFY(QTest::qWaitFor([&] { return line->driver.trouble().has_value(); }, 30'000));
    QCOMPARE(line->driver.trouble()->code, Errc::stranger);
    QCOMPARE(line->driver.state().phase, core::Phase::waiting);
    QCOMPARE(line->driver.state().acknowledged, std::uint64_t{0});
    proxy.setTarget(server.port());
    QVERIFY(QTest::qWaitFor([&] { return line->driver.state().phase == core::Phase::idle; }, 60'000));
    QCOMPARE(line->driver.state().acknowledged, line->driver.state().saved);
    QVERIFY(!line->driver.trouble());
    QVERIFY(server.stop() && other.stop());
}

QTEST_GUILESS_MAIN(TstSyncStory)
#include "tst_sync_story.moc"

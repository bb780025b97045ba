// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay_process.hpp"
#include "tablet.hpp"

#include "app/data/asset_files.hpp"
#include "sync/client/carry_driver.hpp"
#include "sync/client/near_meeting.hpp"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace lianxin;
using namespace lianxin::e2e;

namespace {

constexpr int kPatience = 60'000; // ms; only a hang reaches it
constexpr auto kCanary = "CANARY-桥头村-19900000012";

// A tablet's lines: to the province through its proxy, and to whoever carries.
struct Ways {
    Ways(Tablet& tablet, const QUrl& province)
        : line(tablet.store(), province, tablet.ca(),
               client::SyncIdentity{tablet.reply().replica, &tablet.key(), tablet.reply().receiptKey()},
               tablet.random()),
          carrying({tablet.store(), line.driver, line.transport,
                    client::SyncIdentity{tablet.reply().replica, &tablet.key(), tablet.reply().receiptKey()},
                    carry::Trust{tablet.reply().issuer, tablet.reply().receiptKey()}, tablet.reply().server.boxKey,
                    tablet.ca(), tablet.clock(), tablet.random(), [&tablet] { return tablet.certificate(); }})
    {}
    Line line;
    client::CarryDriver carrying;
};

} // namespace

// A village without a network, an office with a bad one, and a province: real processes, real TLS, real files.
class TstRelay : public QObject {
    Q_OBJECT

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultyProxy> m_village; // between tablets and province
    std::unique_ptr<FaultyProxy> m_uplink;  // between relay and province
    std::unique_ptr<RelayProcess> m_relay;
    std::unique_ptr<Tablet> m_a, m_b;
    std::unique_ptr<Catalogue> m_catalogue;

    QUrl villageUrl() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_village->port())); }
    QString uplinkUrl() const { return QStringLiteral("https://127.0.0.1:%1").arg(m_uplink->port()); }
    std::unique_ptr<Tablet> enrolled(const char* name)
    {
        auto tablet = std::make_unique<Tablet>(*m_catalogue, *m_village, m_server->ca());
        const auto area = QString::fromStdString(storyVillage().text());
        return tablet->enrol(m_server->enrolUser(QString::fromUtf8(name), QStringLiteral("VW"), {area}))
                   ? std::move(tablet)
                   : nullptr;
    }
    bool savesFamily(Tablet& tablet)
    {
        const auto id = tablet.newId();
        return tablet.save("household", id, id, {{"phone1", Value::fromText("19900000012")}}, kCanary);
    }
    std::unique_ptr<Ways> waysOf(Tablet& tablet)
    {
        auto ways = std::make_unique<Ways>(tablet, villageUrl());
        return ways->line.driver.start() ? std::move(ways) : nullptr;
    }
    static store::CarriedState carried(Tablet& tablet) { return *tablet.store().carried(); }
    static std::uint64_t saved(Tablet& tablet) { return tablet.store().syncState()->saved; }
    // A family's own, and the one by which the province gives it a number.
    static constexpr qint64 kPerFamily = 2;
    qint64 changesets() { return m_server->status().value(QStringLiteral("changesets")).toInteger(); }
    bool relayRests() // nothing waits any more
    {
        return QTest::qWaitFor([&] { return m_relay->status().value(QStringLiteral("waiting")).toInt(-1) == 0; },
                               kPatience);
    }
    bool meet(Tablet& visitor, Ways& visitorWays, Tablet& host, Ways& hostWays);
    void scanForCanary();

private slots:
    void init();
    void carriedIsNotReceived();
    void twoHops();
    void segmentsComeFromTheOffice();
    void aLostTabletIsShutOut();
    void aRelayPutBackFromAnImage();
    void theOtherRealmIsRefused();
};

void TstRelay::init()
{
    if (!m_catalogue) {
        auto loaded = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
        QVERIFY(loaded.has_value());
        m_catalogue = std::make_unique<Catalogue>(std::move(*loaded));
    }
    m_a.reset();
    m_b.reset();
    m_relay.reset();
    m_server = std::make_unique<ServerProcess>(QStringLiteral(LIANXIN_SERVER));
    QVERIFY(m_server->init());
    QVERIFY(m_server->start());
    m_village = std::make_unique<FaultyProxy>(m_server->port());
    m_uplink = std::make_unique<FaultyProxy>(m_server->port());
    m_relay = std::make_unique<RelayProcess>(QStringLiteral(LIANXIN_SERVER));
    QVERIFY(m_relay->join(*m_server, QStringLiteral("t:350128900"), uplinkUrl()));
    QVERIFY(m_relay->start());
    m_a = enrolled("林");
    m_b = enrolled("王");
    QVERIFY(m_a && m_b);
    QVERIFY(m_server->confirm());
    for (auto* tablet : {m_a.get(), m_b.get()}) {
        const auto ways = waysOf(*tablet);
        QVERIFY(ways && syncsUntilQuiet(ways->line.driver)); // certificates
        QVERIFY(tablet->certificate().has_value());
        // The next one tells of the relay: the first had no certificate yet when it asked itself what to do for others.
        ways->line.driver.syncNow();
        QVERIFY(QTest::qWaitFor([&] { return tablet->store().note("relays")->has_value(); }, kPatience));
    }
}

// Neither in its files as they lie there, nor in what its database holds under its own key.
void TstRelay::scanForCanary()
{
    const std::array<QByteArray, 3> canaries{QByteArray("CANARY"), QByteArray("桥头村"), QByteArray("19900000012")};
    int files = 0;
    QDirIterator walk(m_relay->home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        for (const auto& canary : canaries)
            QVERIFY2(!bytes.contains(canary), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files >= 5);
    QFile keyFile(m_relay->home() + QStringLiteral("/relay-db.key"));
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    const auto raw = fromBase64Url(keyFile.readAll().trimmed().toStdString());
    QVERIFY(raw.has_value());
    store::RawKey key;
    std::copy_n(raw->begin(), key.key.size(), key.key.begin());
    std::copy_n(raw->begin() + static_cast<std::ptrdiff_t>(key.key.size()), key.salt.size(), key.salt.begin());
    const auto database =
        store::Database::open((m_relay->home() + QStringLiteral("/relay.db")).toStdString(), key, {true});
    QVERIFY(database.has_value());
    auto rows = (*database)->statement("SELECT bytes FROM carried");
    int envelopes = 0;
    while (*rows->step()) {
        const QByteArray bytes(rows->blobAt(0).data(), static_cast<qsizetype>(rows->blobAt(0).size()));
        for (const auto& canary : canaries)
            QVERIFY(!bytes.contains(canary));
        // The box itself, taken apart: no zstd frame that anybody could open either.
        QVERIFY(!bytes.contains(QByteArray("\x28\xb5\x2f\xfd", 4)));
        ++envelopes;
    }
    QVERIFY(envelopes > 0);
}

void TstRelay::carriedIsNotReceived()
{
    m_village->setDown(true);
    m_uplink->setDown(true);
    QVERIFY(savesFamily(*m_a));
    QVERIFY(savesFamily(*m_a));
    const auto before = changesets();
    auto ways = waysOf(*m_a);
    ways->line.driver.setOnline(true); // there is a network, and no province in it
    QVERIFY(QTest::qWaitFor([&] { return carried(*m_a).township.upTo == saved(*m_a); }, kPatience));
    QCOMPARE(carried(*m_a).acknowledged, std::uint64_t{0}); // carried, never received
    QCOMPARE(carried(*m_a).by(1), store::CarriedBy::township);
    QCOMPARE(m_relay->status().value(QStringLiteral("waiting")).toInt(), 1);
    QCOMPARE(changesets(), before);

    m_relay->killHard();
    scanForCanary();
    QCOMPARE(m_relay->status().value(QStringLiteral("waiting")).toInt(), 1); // durable
    QVERIFY(m_relay->start());

    m_uplink->setDown(false); // the office has its link; the village still has none
    QVERIFY(relayRests());
    QCOMPARE(changesets(), before + 2 * kPerFamily);
    QCOMPARE(carried(*m_a).acknowledged, std::uint64_t{0}); // nobody told it yet
    const auto hears = [&] {
        ways->carrying.handOver();
        return carried(*m_a).acknowledged == saved(*m_a);
    };
    QVERIFY(QTest::qWaitFor(hears, kPatience));
    QCOMPARE(m_a->store().counts()->waiting, std::uint64_t{0});

    m_village->setDown(false); // and now it meets the province itself
    ways->line.driver.syncNow();
    QVERIFY(syncsUntilQuiet(ways->line.driver));
    ways.reset();
    QVERIFY(m_a->syncs());
    QVERIFY(m_b->syncs());
    QCOMPARE(changesets(), before + 2 * kPerFamily);
    const auto hash = m_server->stateHash(QString::fromStdString(storyVillage().text()));
    QCOMPARE(m_a->stateHash(), hash);
    QCOMPARE(m_b->stateHash(), hash);
    QVERIFY(m_relay->stop());
    QVERIFY(!m_relay->log().contains("CANARY"));
}

// The office's machine is put back to what it was yesterday: it begins with counters that the province has seen, and goes on all the same.
void TstRelay::aRelayPutBackFromAnImage()
{
    m_village->setDown(true);
    const auto bring = [&] {
        const auto before = changesets();
        if (!savesFamily(*m_a))
            return false;
        auto ways = waysOf(*m_a);
        ways->line.driver.setOnline(true);
        return QTest::qWaitFor([&] { return changesets() == before + kPerFamily; }, kPatience) && relayRests();
    };
    QVERIFY(bring());
    QVERIFY(m_relay->stop());
    const QTemporaryDir image;
    QVERIFY(m_relay->copyHome(image.path()));
    QVERIFY(m_relay->start());
    for (int i = 0; i < 5; ++i)
        QVERIFY(bring());
    QVERIFY(m_relay->stop());
    QVERIFY(m_relay->putBack(image.path()));
    QVERIFY(m_relay->start());
    QVERIFY(bring());
    QVERIFY(m_relay->stop());
}

bool TstRelay::meet(Tablet& visitor, Ways& visitorWays, Tablet& host, Ways& hostWays)
{
    auto* hostCarry = hostWays.carrying.carry();
    auto* visitorCarry = visitorWays.carrying.carry();
    if (hostCarry == nullptr || visitorCarry == nullptr)
        return false;
    client::NearDoor door({*hostCarry, host.store(), host.reply().replica, &host.key(), host.random()});
    const auto address = door.open(QHostAddress::LocalHost);
    const auto code =
        address ? carry::parseNear(carry::nearText(*address)) : Result<carry::NearAddress>(address.error());
    bool came = false;
    bool visited = false;
    bool well = false;
    QObject::connect(&door, &client::NearDoor::met, &door,
                     [&](const client::NearOutcome& met) { came = met.end == client::NearEnd::met; });
    client::NearVisit visit(
        {*visitorCarry, visitor.store(), visitor.reply().replica, &visitor.key(), visitor.random()});
    if (code)
        visit.go(carry::placeOf(*code), [&](const client::NearOutcome& met) {
            visited = true;
            well = met.end == client::NearEnd::met;
        });
    return QTest::qWaitFor([&] { return visited && came; }, kPatience) && well;
}

// Tablet, colleague's tablet, office, province; and the receipt all the way back.
void TstRelay::twoHops()
{
    m_village->setDown(true);
    m_uplink->setDown(true);
    QVERIFY(savesFamily(*m_a));
    QVERIFY(savesFamily(*m_b));
    const auto before = changesets();
    auto a = waysOf(*m_a);
    auto b = waysOf(*m_b);
    QVERIFY(meet(*m_a, *a, *m_b, *b));
    QCOMPARE(carried(*m_a).by(1), store::CarriedBy::neighbour);
    QCOMPARE(carried(*m_b).by(1), store::CarriedBy::neighbour); // both ways
    QCOMPARE(carried(*m_a).acknowledged, std::uint64_t{0});
    QVERIFY(meet(*m_a, *a, *m_b, *b)); // again: nothing more, no harm
    QCOMPARE(m_b->store().carryShelf().counts()->waiting, std::uint64_t{1});

    b->carrying.handOver(); // B drives to the township
    QVERIFY(QTest::qWaitFor([&] { return carried(*m_b).township.upTo == 1; }, kPatience));
    QCOMPARE(m_relay->status().value(QStringLiteral("waiting")).toInt(), 2);
    QVERIFY(meet(*m_a, *a, *m_b, *b));
    QCOMPARE(carried(*m_a).by(1), store::CarriedBy::township);

    m_uplink->setDown(false);
    QVERIFY(relayRests());
    QCOMPARE(changesets(), before + 2 * kPerFamily);
    QVERIFY(QTest::qWaitFor([&] { return !b->carrying.isHandingOver(); }, kPatience));
    b->carrying.handOver();
    QVERIFY(QTest::qWaitFor([&] { return carried(*m_b).acknowledged == 1; }, kPatience));
    QVERIFY(meet(*m_a, *a, *m_b, *b));
    QCOMPARE(carried(*m_a).acknowledged, std::uint64_t{1});

    m_village->setDown(false); // what each still carries of the other goes up as well, and changes nothing
    QVERIFY(savesFamily(*m_a));
    QVERIFY(meet(*m_a, *a, *m_b, *b));
    b->line.driver.setOnline(true);
    QVERIFY(syncsUntilQuiet(b->line.driver)); // and takes A's second family along
    QCOMPARE(changesets(), before + 3 * kPerFamily);
    a->line.driver.noteSaved(saved(*m_a));
    QVERIFY(syncsUntilQuiet(a->line.driver));
    QCOMPARE(changesets(), before + 3 * kPerFamily);
}

// A new tablet hears what there is, then the link is gone: the office has it, and cannot read it.
void TstRelay::segmentsComeFromTheOffice()
{
    constexpr int kFamilies = 640; // more than the least that is offered as segments
    for (int i = 0; i < kFamilies; ++i)
        QVERIFY(savesFamily(*m_a));
    QVERIFY(m_a->syncs());
    const auto first = enrolled("陈"); // the first one to ask has the segments made
    QVERIFY(first && first->syncs());
    QVERIFY(m_relay->stop());
    QVERIFY(m_relay->start({QStringLiteral("--list-seconds"), QStringLiteral("1")}));
    const auto late = enrolled("黄");
    QVERIFY(late && m_server->confirm());
    auto ways = waysOf(*late);
    QVERIFY(ways);
    ways->carrying.addRelay(m_relay->address()); // it has had no day to ask the province for relays
    const auto missing = [&] { return late->store().segmentProgress()->missing; };
    bool cut = false;
    connect(&ways->line.driver, &client::SyncDriver::changed, this, [&] {
        if (!cut && missing() > 0) {
            cut = true;
            m_village->setDown(true);
        }
    });
    ways->line.driver.setOnline(true);
    QVERIFY(QTest::qWaitFor([&] { return cut; }, kPatience));
    QVERIFY(missing() > 0);
    // The office fetches when it looks next; the tablet asks it again and again.
    const auto here = [&] {
        ways->carrying.handOver();
        return late->countOf("household") == static_cast<std::size_t>(kFamilies);
    };
    QVERIFY(QTest::qWaitFor(here, kPatience));
    QCOMPARE(late->stateHash(), m_server->stateHash(QString::fromStdString(storyVillage().text())));
    QVERIFY(m_relay->stop());
    QDirIterator walk(m_relay->home(), QDir::Files | QDir::Hidden);
    while (walk.hasNext()) {
        QFile file(walk.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("19900000012"));
    }
}

// One command at the province; the office hears of it when it looks next, and takes nothing of that tablet any more.
void TstRelay::aLostTabletIsShutOut()
{
    QVERIFY(m_relay->stop());
    QVERIFY(m_relay->start({QStringLiteral("--list-seconds"), QStringLiteral("1")}));
    m_village->setDown(true);
    QVERIFY(m_server->revokeTablet(QString::fromStdString(m_a->reply().replica.text())));
    auto a = waysOf(*m_a);
    auto b = waysOf(*m_b);
    const auto refused = [&] {
        QVERIFY2(savesFamily(*m_a), "saves");
        a->carrying.handOver();
        QVERIFY(QTest::qWaitFor([&] { return !a->carrying.isHandingOver(); }, kPatience));
    };
    // Until the office has heard of it, it takes them: what it took goes up and is put aside there.
    QVERIFY(QTest::qWaitFor(
        [&] {
            refused();
            return carried(*m_a).township.upTo < saved(*m_a);
        },
        kPatience));
    const auto there = carried(*m_a).township.upTo;
    QVERIFY(meet(*m_a, *a, *m_b, *b)); // and through a colleague
    QVERIFY(savesFamily(*m_b));
    b->carrying.handOver();
    QVERIFY(QTest::qWaitFor([&] { return carried(*m_b).township.upTo == saved(*m_b); }, kPatience)); // hers goes on
    QVERIFY(QTest::qWaitFor([&] { return !b->carrying.isHandingOver(); }, kPatience));
    QCOMPARE(carried(*m_a).township.upTo, there);
    QVERIFY(relayRests());
    QVERIFY(m_relay->stop());
    QVERIFY(m_relay->log().contains("not-allowed"));
    QVERIFY(m_relay->start()); // it remembers without the province
    m_uplink->setDown(true);
    refused();
    QCOMPARE(carried(*m_a).township.upTo, there);
}

void TstRelay::theOtherRealmIsRefused()
{
    RelayProcess production(QStringLiteral(LIANXIN_SERVER));
    QCOMPARE(production.init({QStringLiteral("--production")}), 0);
    QCOMPARE(production.registerAt(*m_server, QStringLiteral("t:350128900"), uplinkUrl()), 3);
    RelayProcess uninvited(QStringLiteral(LIANXIN_SERVER));
    QCOMPARE(uninvited.init(), 0);
    QVERIFY(!uninvited.start());   // says what to do instead
    QCOMPARE(uninvited.init(), 2); // never over another one
}

QTEST_GUILESS_MAIN(TstRelay)
#include "tst_relay.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/relay_store.hpp"
#include "tests/unit/carry/carry_world.hpp"

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::test;
using carry::TabletCarry;

// What an office's file keeps, and for how long.
class RelayStoreTest : public QObject {
    Q_OBJECT

    static constexpr Millis kHour = 3600LL * 1000;
    static constexpr Millis kDay = 24 * kHour;
    static constexpr store::CarryLimits kLimits{1ULL << 30U, 1ULL << 20U, 100, 10 * kDay};

    QTemporaryDir m_folder;
    int m_count{0};
    SetClock m_clock;
    std::unique_ptr<Organisation> m_org;
    std::unique_ptr<Province> m_province;
    std::unique_ptr<CarryTablet> m_tablet;
    std::optional<RelayIdentity> m_identity;
    std::string m_home;
    std::unique_ptr<RelayStore> m_store;

    void reopen()
    {
        m_store.reset();
        m_store = must(RelayStore::open(RelayPaths{m_home}, *m_identity, kLimits, m_clock));
    }
    std::uint64_t waiting() { return must(m_store->counts()).waiting; }
    // As the forwarder does, every hour.
    void pass(Millis time)
    {
        for (Millis at = 0; at < time; at += kHour) {
            m_clock.time += kHour;
            std::ignore = must(m_store->expire());
        }
    }

private slots:
    void init()
    {
        ++m_count;
        m_org = std::make_unique<Organisation>();
        m_province = std::make_unique<Province>();
        m_tablet = std::make_unique<CarryTablet>(*m_org, *m_province,
                                                 m_folder.filePath(QString("%1.db").arg(m_count)).toStdString(), 1);
        auto key = seal::SignKey::generate(m_org->random);
        RelayInvitation invitation;
        invitation.certificate = m_org->certify(seal::CertificateKind::relay, "https://relay.example", key.publicKey());
        invitation.server = m_org->certify(seal::CertificateKind::server, "province", m_province->key.publicKey());
        invitation.issuer = m_org->issuer;
        m_identity.emplace(RelayIdentity{std::move(key), store::RawKey::random(m_org->random), {}, invitation});
        const auto home = m_folder.filePath(QString("home%1").arg(m_count));
        QVERIFY(QDir().mkpath(home));
        m_home = home.toStdString();
        m_clock.time = SetClock().time;
        reopen();
        m_tablet->tablet.addHousehold("林秀英");
        m_tablet->handTo(*m_store, TabletCarry::Carriers::township);
        QCOMPARE(waiting(), std::uint64_t{1});
        QCOMPARE(must(m_store->expire()), std::uint64_t{0});
    }

    void ageIsWhatPassed()
    {
        pass(9 * kDay);
        QCOMPARE(waiting(), std::uint64_t{1});
        pass(2 * kDay);
        QCOMPARE(waiting(), std::uint64_t{0});
    }

    void aClockThatIsSetAddsNothing()
    {
        for (const auto jump : {3000 * kDay, -6000 * kDay, 3000 * kDay}) {
            m_clock.time += jump;
            QCOMPARE(must(m_store->expire()), std::uint64_t{0});
            reopen(); // it is remembered
            pass(kDay);
            QCOMPARE(waiting(), std::uint64_t{1});
        }
        pass(8 * kDay);
        QCOMPARE(waiting(), std::uint64_t{0});
    }

    void countersAreSkippedForGood()
    {
        const auto before = must(m_store->nextCounter());
        must(m_store->skipCounters());
        const auto after = must(m_store->nextCounter());
        QVERIFY(after > before + 1'000'000);
        reopen();
        QCOMPARE(must(m_store->nextCounter()), after + 1);
    }
};

QTEST_GUILESS_MAIN(RelayStoreTest)
#include "tst_relay_store.moc"

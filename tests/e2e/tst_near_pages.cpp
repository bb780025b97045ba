// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::e2e;
using ui::NearModel;
using ui::Session;

namespace {
constexpr int kPatience = 60'000; // ms; only a hang reaches it
} // namespace

// Two workers at one table, each with the whole session of the app: they give and take on their pages, one of them drives to where there is a
// network, and the other one hears of it at the next table.
class TstNearPages : public QObject {
    Q_OBJECT

    std::optional<Catalogue> m_catalogue;
    std::unique_ptr<VaultWorld> m_a, m_b;

    void meet()
    {
        for (auto* world : {m_a.get(), m_b.get()}) {
            world->session->show(Session::Sync);
            world->session->openNear();
            QCOMPARE(world->session->page(), Session::Near);
        }
        auto& door = *m_b->session->near();
        auto& visitor = *m_a->session->near();
        door.openDoor();
        QCOMPARE(door.step(), NearModel::Waiting);
        visitor.goVisiting(); // without a camera: by hand
        QCOMPARE(visitor.step(), NearModel::Typing);
        visitor.read(door.codeText().toLower());
        QVERIFY(visitor.isUnderstood());
        visitor.go();
        QVERIFY(QTest::qWaitFor([&] { return visitor.step() == NearModel::Done && door.step() == NearModel::Done; },
                                kPatience));
    }
    static ui::RowsModel& waiting(VaultWorld& world)
    {
        world.session->sync()->refresh();
        return *world.session->sync()->waiting();
    }
    static QString whereIs(VaultWorld& world)
    {
        return waiting(world).nested(0, "records")->value(0, "stateText").toString();
    }
    static std::uint64_t acknowledged(VaultWorld& world) { return world.store().syncState()->acknowledged; }

private slots:
    void initTestCase() { QVERIFY(VaultWorld::speaksChinese(m_catalogue)); }
    void init()
    {
        m_a = std::make_unique<VaultWorld>(*m_catalogue);
        QVERIFY(m_a->begin());
        m_b = std::make_unique<VaultWorld>(*m_catalogue, &m_a->server);
        QVERIFY(m_b->begin());
        // Before the administrator confirmed it nobody carries for a tablet, and that is said.
        m_b->session->openNear();
        m_b->session->near()->openDoor();
        QCOMPARE(m_b->session->near()->fault(), std::optional(ui::Fault::nearNotYet));
        QVERIFY(m_a->server.confirm());
        QVERIFY(m_a->sync() && m_b->sync());
        QVERIFY(m_a->sync() && m_b->sync()); // the certificates of both came down
    }
    void cleanup()
    {
        m_b.reset();
        m_a.reset();
    }

    void theyGiveAndTake()
    {
        const auto before = acknowledged(*m_a);
        QVERIFY(!m_a->addFamily("19900000021").isNil());
        QVERIFY(!m_a->addFamily("19900000022").isNil());
        QVERIFY(!m_b->addFamily("19900000023").isNil());
        QCOMPARE(whereIs(*m_a), QStringLiteral("这台平板"));
        meet();
        QCOMPARE(m_a->session->near()->givenText(), QStringLiteral("您的2条，旁边那台也带上了"));
        QCOMPARE(m_a->session->near()->takenText(), QStringLiteral("这台平板替它带上了1条"));
        QCOMPARE(whereIs(*m_a), QStringLiteral("邻近平板"));
        QCOMPARE(whereIs(*m_b), QStringLiteral("邻近平板"));
        QCOMPARE(acknowledged(*m_a), before); // carried: the province knows nothing of it
        QCOMPARE(m_a->session->sync()->places()->value(2, "countText").toString(), QString::number(before));

        QVERIFY(m_b->sync()); // where there is a network; A has none
        const auto changesets = m_a->server.status().value(QLatin1String("changesets")).toInt();
        QCOMPARE(acknowledged(*m_a), before);
        meet();
        QCOMPARE(m_a->session->near()->confirmedText(), QStringLiteral("它捎来了回执：省里已收到您的2条"));
        QCOMPARE(acknowledged(*m_a), before + 2);
        QCOMPARE(waiting(*m_a).count(), 0);
        QVERIFY(m_a->sync()); // and itself: nothing goes a second time
        QVERIFY(m_b->sync());
        QCOMPARE(m_a->server.status().value(QLatin1String("changesets")).toInt(), changesets);
        QCOMPARE(m_a->store().stateHash(storyVillage())->text(), m_b->store().stateHash(storyVillage())->text());
    }
    void leavingThePageEndsIt()
    {
        m_b->session->openNear();
        auto& door = *m_b->session->near();
        door.openDoor();
        const auto code = door.codeText();
        m_b->session->back(); // a step of the page first
        QCOMPARE(m_b->session->page(), Session::Near);
        QCOMPARE(door.step(), NearModel::Choose);
        door.openDoor();
        const auto later = door.codeText();
        QVERIFY(later != code);
        m_b->session->show(Session::Today);
        m_a->session->openNear();
        auto& visitor = *m_a->session->near();
        for (const auto& old : {code, later}) {
            visitor.typeCode();
            visitor.read(old);
            visitor.go();
            QVERIFY(QTest::qWaitFor([&] { return visitor.step() == NearModel::Stopped; }, kPatience));
            QCOMPARE(visitor.fault(), std::optional(ui::Fault::nearGone));
        }
        m_b->session->lock();
        QCOMPARE(m_b->session->near()->step(), NearModel::Choose);
    }
};

QTEST_MAIN(TstNearPages)
#include "tst_near_pages.moc"

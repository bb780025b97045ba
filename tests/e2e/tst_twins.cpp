// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "province_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::e2e;

// A tablet's whole storage is copied to another one, or put back from an image of last week (R25-R29): one replica id in two bodies. Real
// processes, real TLS; nobody does anything but go online.
class TstTwins : public QObject {
    Q_OBJECT

private slots:
    void init();
    void twoBodiesOfOneTablet();
    void aTabletIsPutBack();

private:
    std::unique_ptr<ProvinceWorld> m_world;
    std::unique_ptr<Tablet> m_first;
};

void TstTwins::init()
{
    m_first.reset();
    m_world = std::make_unique<ProvinceWorld>();
    QVERIFY(m_world->begin());
    m_first = m_world->worker("First");
    QVERIFY(m_first);
}

void TstTwins::twoBodiesOfOneTablet()
{
    const auto early = ProvinceWorld::family(*m_first, "19900000001");
    QVERIFY(m_first->syncs());
    const auto both = ProvinceWorld::family(*m_first, "19900000002"); // not sent yet when the storage is copied
    const auto twin = m_world->body();
    QVERIFY(twin->isCopyOf(*m_first));
    const auto id = m_first->replica();
    const auto ofFirst = ProvinceWorld::family(*m_first, "19900000003");
    const auto ofTwin = ProvinceWorld::family(*twin, "19900000004");
    QVERIFY(twin->save("household", early, early, {{"phone2", Value::fromText("19900000005")}}));

    QVERIFY(m_first->syncs());
    QVERIFY(m_first->replica() == id); // nobody knows of the twin yet
    QVERIFY(twin->syncs());
    QVERIFY(twin->replica() != id);
    QVERIFY(m_first->syncs());
    QVERIFY(m_first->replica() != id && m_first->replica() != twin->replica());
    QVERIFY(twin->syncs());
    for (auto* tablet : {m_first.get(), twin.get()}) {
        QCOMPARE(tablet->stateHash(), m_world->truth());
        QCOMPARE(ProvinceWorld::phoneOf(*tablet, both), std::string("19900000002"));
        QCOMPARE(ProvinceWorld::phoneOf(*tablet, ofFirst), std::string("19900000003"));
        QCOMPARE(ProvinceWorld::phoneOf(*tablet, ofTwin), std::string("19900000004"));
        QCOMPARE(tablet->shown(early, "household", "phone2"), std::string("19900000005"));
        QCOMPARE(tablet->store().conflicts()->size(), std::size_t{0});
        QCOMPARE(tablet->store().counts()->waiting, std::uint64_t{0});
    }
    // Two tablets from here on, each with its own id.
    const auto later = ProvinceWorld::family(*twin, "19900000006");
    QVERIFY(twin->syncs() && m_first->syncs());
    QCOMPARE(ProvinceWorld::phoneOf(*m_first, later), std::string("19900000006"));
    QVERIFY(m_world->server().log().contains("restamped"));
    QVERIFY(m_world->server().stop());
}

void TstTwins::aTabletIsPutBack()
{
    const auto early = ProvinceWorld::family(*m_first, "19900000001");
    QVERIFY(m_first->syncs());
    const auto image = m_world->body();
    QVERIFY(image->isCopyOf(*m_first));
    const auto late = ProvinceWorld::family(*m_first, "19900000002");
    for (int i = 0; i < 20; ++i) // more requests than the image has counters in hand
        QVERIFY(m_first->syncs());
    QVERIFY(m_first->isCopyOf(*image)); // what was here is gone
    QVERIFY(!*m_first->store().contains(late));
    const auto since = ProvinceWorld::family(*m_first, "19900000003");
    QVERIFY(m_first->syncs());
    QCOMPARE(ProvinceWorld::phoneOf(*m_first, late), std::string("19900000002"));
    QCOMPARE(ProvinceWorld::phoneOf(*m_first, since), std::string("19900000003"));
    QCOMPARE(ProvinceWorld::phoneOf(*m_first, early), std::string("19900000001"));
    QVERIFY(m_first->syncs());
    QCOMPARE(m_first->stateHash(), m_world->truth());
    QVERIFY(m_world->server().stop());
}

QTEST_GUILESS_MAIN(TstTwins)
#include "tst_twins.moc"

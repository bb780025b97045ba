// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_process.hpp"
#include "tablet.hpp"

#include "app/data/asset_files.hpp"

#include <QJsonObject>
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
    [[nodiscard]] QString truth() { return m_server->stateHash(QString::fromStdString(storyVillage().text())); }
    [[nodiscard]] RecordId family(Tablet& tablet, const char* phone)
    {
        const auto id = tablet.newId();
        return tablet.save("household", id, id, {{"phone1", Value::fromText(phone)}}) ? id : RecordId{};
    }
    [[nodiscard]] static std::string phone(Tablet& tablet, RecordId id)
    {
        return tablet.shown(id, "household", "phone1");
    }
    [[nodiscard]] std::unique_ptr<Tablet> body()
    {
        return std::make_unique<Tablet>(*m_catalogue, *m_proxy, m_server->ca());
    }

    std::optional<Catalogue> m_catalogue;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultyProxy> m_proxy;
    std::unique_ptr<Tablet> m_first;
};

void TstTwins::init()
{
    auto catalogue = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
    QVERIFY2(catalogue.has_value(), catalogue ? "" : catalogue.error().detail.c_str());
    m_first.reset();
    m_catalogue.emplace(std::move(*catalogue));
    m_server = std::make_unique<ServerProcess>(QStringLiteral(LIANXIN_SERVER));
    QVERIFY(m_server->init());
    QVERIFY(m_server->start());
    m_proxy = std::make_unique<FaultyProxy>(m_server->port());
    m_first = body();
    QVERIFY(m_first->enrol(
        m_server->enrolUser(QStringLiteral("First"), QStringLiteral("VW"), {QStringLiteral("v:350128900200")})));
}

void TstTwins::twoBodiesOfOneTablet()
{
    const auto early = family(*m_first, "19900000001");
    QVERIFY(m_first->syncs());
    const auto both = family(*m_first, "19900000002"); // not sent yet when the storage is copied
    const auto twin = body();
    QVERIFY(twin->isCopyOf(*m_first));
    const auto id = m_first->replica();
    const auto ofFirst = family(*m_first, "19900000003");
    const auto ofTwin = family(*twin, "19900000004");
    QVERIFY(twin->save("household", early, early, {{"phone2", Value::fromText("19900000005")}}));

    QVERIFY(m_first->syncs());
    QVERIFY(m_first->replica() == id); // nobody knows of the twin yet
    QVERIFY(twin->syncs());
    QVERIFY(twin->replica() != id);
    QVERIFY(m_first->syncs());
    QVERIFY(m_first->replica() != id && m_first->replica() != twin->replica());
    QVERIFY(twin->syncs());
    for (auto* tablet : {m_first.get(), twin.get()}) {
        QCOMPARE(tablet->stateHash(), truth());
        QCOMPARE(phone(*tablet, both), std::string("19900000002"));
        QCOMPARE(phone(*tablet, ofFirst), std::string("19900000003"));
        QCOMPARE(phone(*tablet, ofTwin), std::string("19900000004"));
        QCOMPARE(tablet->shown(early, "household", "phone2"), std::string("19900000005"));
        QCOMPARE(tablet->store().conflicts()->size(), std::size_t{0});
        QCOMPARE(tablet->store().counts()->waiting, std::uint64_t{0});
    }
    // Two tablets from here on, each with its own id.
    const auto later = family(*twin, "19900000006");
    QVERIFY(twin->syncs() && m_first->syncs());
    QCOMPARE(phone(*m_first, later), std::string("19900000006"));
    QVERIFY(m_server->log().contains("restamped"));
    QVERIFY(m_server->stop());
}

void TstTwins::aTabletIsPutBack()
{
    const auto early = family(*m_first, "19900000001");
    QVERIFY(m_first->syncs());
    const auto image = body();
    QVERIFY(image->isCopyOf(*m_first));
    const auto late = family(*m_first, "19900000002");
    for (int i = 0; i < 20; ++i) // more requests than the image has counters in hand
        QVERIFY(m_first->syncs());
    QVERIFY(m_first->isCopyOf(*image)); // what was here is gone
    QVERIFY(!*m_first->store().contains(late));
    const auto since = family(*m_first, "19900000003");
    QVERIFY(m_first->syncs());
    QCOMPARE(phone(*m_first, late), std::string("19900000002"));
    QCOMPARE(phone(*m_first, since), std::string("19900000003"));
    QCOMPARE(phone(*m_first, early), std::string("19900000001"));
    QVERIFY(m_first->syncs());
    QCOMPARE(m_first->stateHash(), truth());
    QVERIFY(m_server->stop());
}

QTEST_GUILESS_MAIN(TstTwins)
#include "tst_twins.moc"

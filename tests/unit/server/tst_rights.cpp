// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/province_fixture.hpp"

#include <QtTest>

#include <map>
#include <memory>
#include <set>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;
using core::QuarantineReason;

namespace {

constexpr auto kCounty = "c:350128";
constexpr auto kDirectory = "p:35";
constexpr auto kBoard = "b:350128";
constexpr auto kNextVillage = "v:350128009201"; // of another township
constexpr auto kOtherCounty = "v:350129001201";

// An area as people of a role are given it: a village, a township, a county, the province.
const char* areaOf(const std::string& role)
{
    return role == "VW" || role == "CO" || role == "VO" ? kVillage
           : role == "TO"                               ? kTownship
           : role == "CS"                               ? kCounty
                                                        : kDirectory;
}

} // namespace

// Who may file what where, asked of the real server with the shipped catalogue.
class TestRights : public QObject {
    Q_OBJECT

private:
    TestProvince m_province; // of the long table; the others make their own
    std::map<std::string, std::unique_ptr<Tablet>> m_people;

    Tablet& person(const std::string& role, const std::string& area)
    {
        auto& tablet = m_people[role + area];
        if (!tablet)
            tablet = std::make_unique<Tablet>(m_province.enrol(role + area, role, area));
        return *tablet;
    }
    // A record of this type: a root, or a child of `root`.
    static core::RecordChange record(TestProvince& province, const std::string& typeName, const std::string& partition,
                                     const core::RecordChange* root = nullptr)
    {
        core::RecordChange change;
        change.record = makeRecordId(province.clock.now(), province.random);
        change.root = root == nullptr ? change.record : root->record;
        change.type = province.type(typeName).number;
        change.partition = *PartitionId::parse(partition);
        core::Write write;
        if (root == nullptr) {
            write.key.number = kLocationRegister;
            write.value = Value::fromText(partition);
        } else {
            write.key.number = kLifeRegister;
            write.value = Value::fromTrusted(R"({"state":1})");
        }
        change.writes.push_back(write);
        return change;
    }
    static QuarantineReason judged(TestProvince& province, Tablet& tablet, std::vector<core::RecordChange> changes)
    {
        const auto reply = province.push(tablet, tablet.push({tablet.parcel({tablet.body(std::move(changes))})}));
        if (!reply)
            qFatal("%s", reply.error().detail.c_str());
        return reply->outcomes.empty() ? QuarantineReason::none : reply->outcomes.front().reason;
    }

private slots:
    // A type hangs on each of its roots, and a writer of the catalogue gets through; nobody else does.
    void catalogueDecidesWhoWrites_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("root");
        for (const auto& type : m_province.province().catalogue().types()) {
            if (type.serverAuthored() || type.scope == RecordScope::counselCase || type.envelope)
                continue;
            const auto name = QString::fromStdString(type.name);
            if (type.isRoot)
                QTest::newRow(type.name.c_str()) << name << QString();
            for (const auto& root : type.rootTypes)
                if (root != "counsel_case")
                    QTest::newRow((type.name + " under " + root).c_str()) << name << QString::fromStdString(root);
        }
    }

    void catalogueDecidesWhoWrites()
    {
        QFETCH(QString, type);
        QFETCH(QString, root);
        const auto& recordType = m_province.type(type.toStdString());
        const auto& rootType = root.isEmpty() ? recordType : m_province.type(root.toStdString());
        const bool directory = rootType.scope == RecordScope::directory;
        for (const std::string_view word : {"VW", "CO", "VO", "TO", "CS", "PS", "PR"}) {
            const std::string role(word);
            const std::string where = directory ? kDirectory : role == "PS" || role == "PR" ? kVillage : areaOf(role);
            std::vector<core::RecordChange> changes;
            if (root.isEmpty()) {
                changes.push_back(record(m_province, type.toStdString(), where));
            } else { // the root is there already, made by somebody who may
                auto& owner = person(std::string(roleName(rootType.writers.front().role)), kDirectory);
                const auto made = record(m_province, root.toStdString(), where);
                QCOMPARE(judged(m_province, owner, {made}), QuarantineReason::none);
                changes.push_back(record(m_province, type.toStdString(), where, &made));
            }
            const bool may = mayWrite(*roleNamed(role), recordType, Relation::holder);
            const auto reason = judged(m_province, person(role, areaOf(role)), changes);
            QVERIFY2(
                reason == (may ? QuarantineReason::none : QuarantineReason::notAllowed),
                qPrintable(
                    QStringLiteral("%1: reason %2").arg(QString::fromStdString(role)).arg(static_cast<int>(reason))));
        }
    }

    // A home lies in an area, never in the directory; a policy document in the directory, never in an area.
    void placesOfRoots()
    {
        TestProvince province;
        auto county = province.enrol("Chen", "CS", kCounty);
        for (const char* type :
             {"warm_home", "vol_team", "provider_org", "training", "supervision", "policy", "honour"}) {
            QCOMPARE(judged(province, county, {record(province, type, kCounty)}), QuarantineReason::none);
            QCOMPARE(judged(province, county, {record(province, type, kVillage)}), QuarantineReason::none);
            QCOMPARE(judged(province, county, {record(province, type, kDirectory)}), QuarantineReason::foreignRoot);
        }
        auto provincial = province.enrol("Wang", "PR", kDirectory);
        QCOMPARE(judged(province, provincial, {record(province, "policy_doc", kDirectory)}), QuarantineReason::none);
        QCOMPARE(judged(province, provincial, {record(province, "policy_doc", kCounty)}),
                 QuarantineReason::foreignRoot);
    }

    // What hangs on a home does not hang on a family, and the other way round.
    void rootsAreKept()
    {
        TestProvince province;
        auto worker = province.enrol("Lin", "VW", kVillage);
        const auto family = province.household(kVillage);
        const auto home = record(province, "warm_home", kVillage);
        QCOMPARE(judged(province, worker, {family}), QuarantineReason::none);
        QCOMPARE(judged(province, worker, {home}), QuarantineReason::none);
        QCOMPARE(judged(province, worker, {record(province, "activity_plan", kVillage, &home)}),
                 QuarantineReason::none);
        QCOMPARE(judged(province, worker, {record(province, "activity_plan", kVillage, &family)}),
                 QuarantineReason::foreignRoot);
        QCOMPARE(judged(province, worker, {record(province, "claim", kVillage, &family)}), QuarantineReason::none);
        QCOMPARE(judged(province, worker, {record(province, "claim", kVillage, &home)}), QuarantineReason::foreignRoot);
        QCOMPARE(judged(province, worker, {record(province, "attendance", kVillage, &family)}), QuarantineReason::none);
        QCOMPARE(judged(province, worker, {record(province, "attendance", kVillage, &home)}), QuarantineReason::none);
    }

    // Money of a county is not on a village's tablet; the library of the province is on everybody's.
    void whoGetsWhat()
    {
        TestProvince province;
        auto county = province.enrol("Chen", "CS", kCounty);
        auto provincial = province.enrol("Wang", "PR", kDirectory);
        auto worker = province.enrol("Lin", "VW", kVillage);
        const auto money = record(province, "fund_ledger", kCounty);
        const auto home = record(province, "warm_home", kVillage);
        const auto book = record(province, "material", kDirectory);
        QCOMPARE(judged(province, county, {money}), QuarantineReason::none);
        QCOMPARE(judged(province, county, {home}), QuarantineReason::none);
        QCOMPARE(judged(province, provincial, {book}), QuarantineReason::none);
        const auto reply = province.pull(worker, worker.pull());
        QVERIFY(reply.has_value());
        std::set<RecordId> got;
        for (const auto& frame : reply->frames)
            for (const auto& row : frame.rows)
                got.insert(row.record);
        QVERIFY(!got.contains(money.record));
        QVERIFY(got.contains(home.record));
        QVERIFY(got.contains(book.record));
    }

    // A home on the county's board comes to the next village, whose worker notes an activity there; nobody's name comes along, and the
    // next county sees nothing of it.
    void aBoardIsTheCountys()
    {
        TestProvince province;
        auto office = province.enrol("Zheng", "TO", kTownship);
        auto near = province.enrol("Wu", "VW", kNextVillage);
        auto far = province.enrol("Li", "VW", kOtherCounty);
        const auto home = record(province, "warm_home", kBoard);
        QCOMPARE(judged(province, office, {home}), QuarantineReason::none);
        QCOMPARE(judged(province, far, {record(province, "warm_home", kBoard)}), QuarantineReason::notAllowed);
        const auto held = record(province, "activity", kBoard, &home);
        QCOMPARE(judged(province, near, {held}), QuarantineReason::none);
        for (const char* type : {"attendance", "vol_service", "attachment"})
            QCOMPARE(judged(province, near, {record(province, type, kBoard, &home)}), QuarantineReason::foreignRoot);
        QCOMPARE(judged(province, office, {record(province, "household", kBoard)}), QuarantineReason::foreignRoot);
        QCOMPARE(judged(province, office, {record(province, "vol_team", kBoard)}), QuarantineReason::foreignRoot);
        for (auto* tablet : {&office, &near, &far}) {
            const auto reply = province.pull(*tablet, tablet->pull());
            QVERIFY(reply.has_value());
            std::set<RecordId> got;
            for (const auto& frame : reply->frames)
                for (const auto& row : frame.rows)
                    got.insert(row.record);
            QCOMPARE(got.contains(home.record), tablet != &far);
            QCOMPARE(got.contains(held.record), tablet != &far);
        }
    }
};

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "census.hpp"

#include "app/data/asset_files.hpp"
#include "app/data/data_loader.hpp"
#include "sync/model/validate.hpp"
#include "sync/seal/hash.hpp"

#include <QTest>

#include <map>
#include <set>

using namespace lianxin;
using namespace lianxin::data;
using lianxin::test::demoGenerator;
using lianxin::test::dumpOf;
using lianxin::test::kToday;

namespace {

const std::string kAssets = LIANXIN_SOURCE_DIR "/assets";

QString dumpHash(std::size_t households, bool edges)
{
    const auto made = demoGenerator(1);
    seal::Blake2b hash;
    for (std::size_t i = 0; i < households; ++i)
        hash.add(dumpOf(made.household(i)));
    if (edges)
        hash.add(dumpOf(made.edgePack()));
    return QString::fromStdString(hash.finish().text());
}

} // namespace

class TstData : public QObject {
    Q_OBJECT

private slots:
    void everyChangeFitsTheCatalogue();
    void theSameSeedGivesTheSameFamilies();
    void aFamilyDependsOnSeedAndIndexAlone();
    void theDumpIsTheKnownOne_data();
    void theDumpIsTheKnownOne();
    void identityNumbersAndPhonesAreSafe();
    void worksAndServicesFitTheCatalogue();
    void whatIsReferredToIsThere();
    void tenFamiliesShowEachKind();
    void eventsComeAfterTheFamilyAndBeforeToday();
    void poolsOfAnotherShapeAreRefused();
};

void TstData::everyChangeFitsTheCatalogue()
{
    const auto catalogue = loadAssetCatalogue(kAssets);
    QVERIFY2(catalogue.has_value(), catalogue.has_value() ? "" : catalogue.error().detail.c_str());
    const auto made = demoGenerator(1);
    for (std::size_t i = 0; i < 60; ++i)
        for (const auto& change : made.household(i)) {
            const auto edit = editOf(*catalogue, change);
            QVERIFY2(edit.has_value(), edit.has_value() ? "" : edit.error().detail.c_str());
        }
    for (const auto& change : made.edgePack()) {
        const auto edit = editOf(*catalogue, change);
        QVERIFY2(edit.has_value(), edit.has_value() ? "" : edit.error().detail.c_str());
    }
}

void TstData::theSameSeedGivesTheSameFamilies()
{
    const auto made = demoGenerator(7);
    const auto other = demoGenerator(8);
    for (std::size_t i = 0; i < 10; ++i) {
        QCOMPARE(dumpOf(made.household(i)), dumpOf(demoGenerator(7).household(i)));
        QVERIFY(dumpOf(made.household(i)) != dumpOf(other.household(i)));
    }
    // A village's families are the first of the township's and of the county's: nothing depends on the size of the set.
    QCOMPARE(Generator::villages(10).front(), Generator::villages(2000).front());
    QCOMPARE(Generator::villages(150).size(), std::size_t{15});
}

void TstData::aFamilyDependsOnSeedAndIndexAlone()
{
    const auto made = demoGenerator(1);
    const auto alone = dumpOf(demoGenerator(1).household(149));
    for (std::size_t i = 0; i < 149; ++i) // others before it, others after it
        (void)made.household(i);
    QCOMPARE(dumpOf(made.household(149)), alone);
    (void)made.edgePack();
    (void)made.household(1999);
    QCOMPARE(dumpOf(made.household(149)), alone);
}

// Another hash means that everybody's demo data change: do it on purpose, and say so in the commit.
void TstData::theDumpIsTheKnownOne_data()
{
    QTest::addColumn<quint64>("households");
    QTest::addColumn<bool>("edges");
    QTest::addColumn<QString>("hash");
    QTest::newRow("V0") << quint64{2} << false << "vZfVCAa3E7dnfVWso-jWg3nwzbxX85f_vRZn7iVYTP4";
    QTest::newRow("V") << quint64{10} << false << "ObQiVlT3X0ewnqEpI3HJEu4Ca2BuL1-tVBBPl7U55Ic";
    QTest::newRow("T") << quint64{150} << false << "3_G6RyLi4pzh3FgRewIgbhB-fnx4FbP_mRyVWr-gQCk";
    QTest::newRow("edge pack") << quint64{0} << true << "TuIZ2h7Cs3C1SnJmhch7LIE_GGRLL1lEyYsBuAqgPTI";
}

void TstData::theDumpIsTheKnownOne()
{
    QFETCH(quint64, households);
    QFETCH(bool, edges);
    QFETCH(QString, hash);
    QCOMPARE(dumpHash(static_cast<std::size_t>(households), edges), hash);
}

void TstData::identityNumbersAndPhonesAreSafe()
{
    const auto made = demoGenerator(3);
    int numbers = 0;
    for (std::size_t i = 0; i < 200; ++i)
        for (const auto& change : made.household(i))
            for (const auto& record : change.records)
                for (const auto& [name, value] : record.fields) {
                    if (name == "id_no") {
                        QVERIFY(value.as_string().starts_with("3599"));
                        ++numbers;
                    }
                    // Block that nobody has, or a local number with a zero in front, which no exchange gives out.
                    if (name == "phone" || name == "phone1" || name == "phone2" || name == "doctor_phone")
                        QVERIFY(value.as_string().starts_with("1990000") || value.as_string().starts_with("0591-0000"));
                    if (name == "address")
                        QVERIFY(value.as_string().starts_with("示例"));
                }
    QVERIFY(numbers > 150);
    QCOMPARE(idCheckDigit("35990119580930001"), '3');
    QCOMPARE(idCheckDigit("35990119600101000"), 'X');
}

void TstData::worksAndServicesFitTheCatalogue()
{
    const auto catalogue = loadAssetCatalogue(kAssets);
    const auto made = demoGenerator(1);
    auto changes = made.works(10);
    const auto library = made.library();
    changes.insert(changes.end(), library.begin(), library.end());
    for (std::size_t i = 0; i < 40; ++i) {
        const auto more = made.services(i);
        QCOMPARE(dumpOf(more), dumpOf(demoGenerator(1).services(i)));
        changes.insert(changes.end(), more.begin(), more.end());
    }
    std::set<RecordId> seen;
    for (const auto& change : changes) {
        QVERIFY(change.at < kToday);
        const auto edit = editOf(*catalogue, change);
        QVERIFY2(edit.has_value(), edit.has_value() ? "" : edit.error().detail.c_str());
        for (const auto& record : change.records) {
            QVERIFY(seen.insert(record.record).second);
            QVERIFY2(createdAt(record.record) == change.at, record.type.c_str());
            for (const auto* name : {"phone", "leader_phone", "report_phone"})
                if (const auto* phone = record.fields.if_contains(name))
                    QVERIFY(phone->as_string().starts_with("1990000"));
        }
    }
}

// An attendance names an activity of the home's, a claim its insurance, an activity's home lies on the county's board.
void TstData::whatIsReferredToIsThere()
{
    const auto made = demoGenerator(1);
    std::map<std::string, std::string> types;
    const auto works = made.works(10);
    for (const auto& change : works)
        for (const auto& record : change.records) {
            types[record.record.text()] = record.type;
            if (record.type == "warm_home" || record.type == "activity" || record.type == "activity_plan")
                QCOMPARE(record.partition.text(), std::string("b:350128"));
        }
    std::size_t references = 0;
    for (std::size_t i = 0; i < 10; ++i) {
        const auto services = made.services(i);
        for (const auto& change : services)
            for (const auto& record : change.records)
                types[record.record.text()] = record.type;
        for (const auto& change : services)
            for (const auto& record : change.records)
                for (const auto* name : {"activity", "policy", "insured", "batch", "card", "claim", "project"})
                    if (const auto* found = record.fields.if_contains(name); found != nullptr && ++references > 0)
                        QVERIFY2(types.contains(std::string(found->as_string().c_str())), name);
    }
    QVERIFY(references > 40);
}

void TstData::tenFamiliesShowEachKind()
{
    std::map<std::string, int> counts;
    const auto made = demoGenerator(1);
    const auto count = [&](const std::vector<NamedChange>& changes) {
        for (const auto& change : changes)
            for (const auto& record : change.records)
                ++counts[record.type];
    };
    count(made.works(10));
    count(made.library());
    for (std::size_t i = 0; i < 10; ++i)
        count(made.services(i));
    for (const auto* type : {"warm_home",
                             "activity_plan",
                             "plan_item",
                             "activity",
                             "vol_team",
                             "volunteer",
                             "provider_org",
                             "service_contract",
                             "policy",
                             "training",
                             "training_attendance",
                             "supervision",
                             "check_item",
                             "finding",
                             "rectification",
                             "care_package_batch",
                             "care_package_item",
                             "material",
                             "policy_doc",
                             "attendance",
                             "vol_service",
                             "insured",
                             "claim",
                             "claim_document",
                             "care_package_issue",
                             "preferential_card",
                             "benefit_use",
                             "project_aid",
                             "project_approval",
                             "repayment"})
        QVERIFY2(counts[type] > 0, type);
    QCOMPARE(counts["warm_home"], 3);
}

void TstData::eventsComeAfterTheFamilyAndBeforeToday()
{
    const auto made = demoGenerator(5);
    for (std::size_t i = 0; i < 50; ++i) {
        const auto changes = made.household(i);
        QCOMPARE(changes.front().records.front().type, std::string("household"));
        for (const auto& change : changes) {
            QVERIFY(change.at >= changes.front().at);
            QVERIFY(change.at < kToday);
        }
    }
}

void TstData::poolsOfAnotherShapeAreRefused()
{
    QCOMPARE(Generator::make("[]", "{}", {}).error().code, Errc::invalidInput);
    QVERIFY(!Generator::make("{", "{}", {}).has_value());
}

QTEST_APPLESS_MAIN(TstData)
#include "tst_data.moc"

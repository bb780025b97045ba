// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "census.hpp"

#include "app/data/asset_files.hpp"
#include "app/data/data_loader.hpp"
#include "sync/model/validate.hpp"
#include "sync/seal/hash.hpp"

#include <QTest>

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

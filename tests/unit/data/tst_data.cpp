// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/asset_files.hpp"
#include "app/data/data_loader.hpp"
#include "app/data/generator.hpp"
#include "sync/model/validate.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::data;

namespace {

constexpr Millis kToday = 1'795'392'000'000;
const std::string kAssets = LIANXIN_SOURCE_DIR "/assets";

Generator generator(std::uint64_t seed)
{
    const auto pools = readAsset(kAssets, "demo/pools.json");
    const auto edges = readAsset(kAssets, "demo/edge.json");
    return *Generator::make(*pools, *edges, {seed, kToday, UserId{}, UserId{}, true});
}

std::string dumpOf(const std::vector<NamedChange>& changes)
{
    std::string text;
    for (const auto& change : changes)
        text += dumpLine(change);
    return text;
}

} // namespace

class TstData : public QObject {
    Q_OBJECT

private slots:
    void everyChangeFitsTheCatalogue();
    void theSameSeedGivesTheSameFamilies();
    void identityNumbersAndPhonesAreSafe();
    void eventsComeAfterTheFamilyAndBeforeToday();
    void poolsOfAnotherShapeAreRefused();
};

void TstData::everyChangeFitsTheCatalogue()
{
    const auto catalogue = loadAssetCatalogue(kAssets);
    QVERIFY2(catalogue.has_value(), catalogue.has_value() ? "" : catalogue.error().detail.c_str());
    const auto made = generator(1);
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
    const auto made = generator(7);
    const auto other = generator(8);
    for (std::size_t i = 0; i < 10; ++i) {
        QCOMPARE(dumpOf(made.household(i)), dumpOf(generator(7).household(i)));
        QVERIFY(dumpOf(made.household(i)) != dumpOf(other.household(i)));
    }
    // A village's families are the first of the township's and of the county's: nothing depends on the size of the set.
    QCOMPARE(Generator::villages(10).front(), Generator::villages(2000).front());
    QCOMPARE(Generator::villages(150).size(), std::size_t{15});
}

void TstData::identityNumbersAndPhonesAreSafe()
{
    const auto made = generator(3);
    int numbers = 0;
    for (std::size_t i = 0; i < 200; ++i)
        for (const auto& change : made.household(i))
            for (const auto& record : change.records)
                for (const auto& [name, value] : record.fields) {
                    if (name == "id_no") {
                        QVERIFY(value.as_string().starts_with("3599"));
                        ++numbers;
                    }
                    if (name == "phone" || name == "phone1")
                        QVERIFY(value.as_string().starts_with("1990000"));
                }
    QVERIFY(numbers > 150);
    QCOMPARE(idCheckDigit("35990119580930001"), '3');
    QCOMPARE(idCheckDigit("35990119600101000"), 'X');
}

void TstData::eventsComeAfterTheFamilyAndBeforeToday()
{
    const auto made = generator(5);
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

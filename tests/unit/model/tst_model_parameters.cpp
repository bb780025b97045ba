// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.hpp"

#include "sync/model/parameters.hpp"

#include <QTest>

using namespace lianxin;
using test::catalogue;

namespace {

std::map<std::string, std::string> shipped()
{
    std::map<std::string, std::string> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(LIANXIN_SOURCE_DIR) / "assets/parameters"))
        files.emplace("parameters/" + entry.path().filename().string(),
                      test::readAsset("parameters/" + entry.path().filename().string()));
    return files;
}

const Parameters& parameters()
{
    static const Parameters loaded = [] {
        auto result = loadParameters(shipped(), catalogue());
        if (!result)
            qFatal("%s", result.error().detail.c_str());
        return *result;
    }();
    return loaded;
}

// Code lists without record types: nothing asks for a parameter.
const Catalogue& listsOnly()
{
    static const Catalogue lists({1, {}, catalogue().codeLists()});
    return lists;
}

Day day(const char* text) { return *parseDay(text); }

std::string at(const char* name, const char* area, const char* when)
{
    return parameters().value(name, area, day(when)).canonical();
}

// Line 4 holds the values of a row.
std::string fileWith(const std::string& values, const std::string& head = R"("kind": "integer")")
{
    return "{\n \"name\": \"terms\", \"zh\": \"条件\", \"en\": \"Terms\",\n \"parameters\": [{\"name\": \"daily\", "
           "\"zh\": \"每天\", "
           "\"en\": \"Daily\", " +
           head + ", \"values\": [\n" + values + "]}]\n}\n";
}

} // namespace

class TestModelParameters : public QObject {
    Q_OBJECT

private slots:
    // The smallest area around it, on a day between first and last.
    void smallestAreaCounts()
    {
        const auto loaded = loadParameters(
            {{"parameters/terms.json", fileWith(R"({"area": "35", "from": "2020-01-01", "value": 1, "source": "a"},
{"area": "350500", "from": "2021-01-01", "to": "2021-12-31", "value": 2, "source": "b"},
{"area": "350500", "from": "2022-01-01", "value": 3, "source": "c"},
{"area": "350582", "from": "2022-06-01", "value": 4, "source": "d"})")}},
            listsOnly());
        QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
        const auto value = [&](const char* area, const char* when) {
            return loaded->value("terms.daily", area, day(when)).asInt().value_or(-1);
        };
        QCOMPARE(value("350128001201", "2026-01-01"), 1);
        QCOMPARE(value("350582001201", "2020-12-31"), 1);
        QCOMPARE(value("350582001201", "2021-01-01"), 2);
        QCOMPARE(value("350582001201", "2021-12-31"), 2);
        QCOMPARE(value("350582001201", "2022-01-01"), 3);
        QCOMPARE(value("350582001201", "2022-06-01"), 4);
        QCOMPARE(value("350581001201", "2022-06-01"), 3);
        QCOMPARE(value("350582001201", "2019-12-31"), -1);
        QCOMPARE(value("360100001201", "2026-01-01"), -1);
        QCOMPARE(value("", "2026-01-01"), -1);
        QVERIFY(loaded->value("terms.other", "35", day("2026-01-01")).isNull());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const std::string& text, const char* reason) {
            QTest::newRow(name) << QString::fromStdString(text) << QString::fromLatin1(reason);
        };
        const std::string good = R"({"area": "35", "from": "2020-01-01", "value": 1, "source": "a"})";
        row("not JSON", "{\n oops", ":2: ");
        row("unknown key", fileWith(R"({"area": "35", "from": "2020-01-01", "value": 1, "source": "a", "if": 2})"),
            ":4: unknown key \"if\"");
        row("no source", fileWith(R"({"area": "35", "from": "2020-01-01", "value": 1})"), ":4: missing \"source\"");
        row("no area", fileWith(R"({"area": "village", "from": "2020-01-01", "value": 1, "source": "a"})"),
            ":4: an area");
        row("no such day", fileWith(R"({"area": "35", "from": "2021-02-29", "value": 1, "source": "a"})"),
            "no such day");
        row("ends before it begins",
            fileWith(R"({"area": "35", "from": "2021-01-02", "to": "2021-01-01", "value": 1, "source": "a"})"),
            "lies before");
        row("two for one day", fileWith(good + ",\n" + good), ":5: overlaps another value of area 35");
        row("no value", fileWith(R"({"area": "35", "from": "2020-01-01", "source": "a"})"), "missing \"value\"");
        row("a text", fileWith(R"({"area": "35", "from": "2020-01-01", "value": "1", "source": "a"})"), "no integer");
        row("no such kind", fileWith("", R"("kind": "place")"), ":3: a parameter is");
        row("codes without a list", fileWith("", R"("kind": "codeSet")"), "belong together");
        row("unknown list", fileWith("", R"("kind": "codeSet", "codes": "nothing")"), "unknown code list");
        row("unknown code",
            fileWith(R"({"area": "35", "from": "2020-01-01", "value": [1, 77], "source": "a"})",
                     R"("kind": "codeSet", "codes": "family_type")"),
            "no code 77");
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const auto result = loadParameters({{"parameters/terms.json", text.toStdString()}}, catalogue());
        QVERIFY(!result);
        const auto detail = QString::fromStdString(result.error().detail);
        QVERIFY2(detail.startsWith(QLatin1String("parameters/terms.json:")), qPrintable(detail));
        QVERIFY2(detail.contains(reason), qPrintable(detail));
    }

    void otherNameIsRefused()
    {
        const auto result = loadParameters({{"parameters/other.json", fileWith("")}}, catalogue());
        QVERIFY(!result && result.error().detail.find("differs from the file's name") != std::string::npos);
    }

    // A catalogue that asks for a parameter which is not there, or of another kind.
    void defaultsAreThere()
    {
        auto files = shipped();
        files.erase("parameters/hospital_care.json");
        const auto result = loadParameters(files, catalogue());
        QVERIFY(!result && result.error().detail.find("no parameter \"hospital_care.") != std::string::npos);
        files = shipped();
        auto& text = files.at("parameters/consent.json");
        text = QString::fromStdString(text).replace(QLatin1String("\"text\""), QLatin1String("\"date\"")).toStdString();
        text = QString::fromStdString(text)
                   .replace(QLatin1String("\"2026-1\""), QLatin1String("\"2026-01-01\""))
                   .toStdString();
        const auto other = loadParameters(files, catalogue());
        QVERIFY(!other && other.error().detail.find("of another kind") != std::string::npos);
    }

    // What the seed says of each prefecture (domain 3.6).
    void eligibilityOfTheSeed()
    {
        QCOMPARE(at("eligibility.hospital_care", "350128001201", "2023-12-28"), std::string("[1,2]")); // 福州
        QCOMPARE(at("eligibility.hospital_care", "350322001201", "2023-12-28"), std::string("[1,2]")); // 莆田
        QCOMPARE(at("eligibility.hospital_care", "350981001201", "2023-12-28"), std::string("[1,2]")); // 宁德
        QCOMPARE(at("eligibility.hospital_care", "350582001201", "2023-12-28"), std::string("[1]"));   // 泉州
        QCOMPARE(at("eligibility.accident_insurance", "350403001201", "2023-12-28"), std::string("[1,2,3]"));
        QCOMPARE(at("eligibility.hospital_supplement", "350582001201", "2023-12-28"), std::string("[1,2]"));
        QCOMPARE(at("eligibility.hospital_supplement", "350128001201", "2023-12-28"), std::string("null"));
        QCOMPARE(at("hospital_supplement.percent", "350582001201", "2023-12-28"), std::string("40"));
        QCOMPARE(at("eligibility.pension_topup", "350322001201", "2023-12-28"), std::string("[1,2]"));
        QCOMPARE(at("eligibility.card_benefits", "350803001201", "2023-12-28"), std::string("[1,2,3,4,5,6,7]"));
        QCOMPARE(at("care.household_year_minimum", "350604001201", "2023-12-28"), std::string("100000"));
        QCOMPARE(at("allowance_standard.province_raise", "350128001201", "2022-06-30"), std::string("null"));
        QCOMPARE(at("allowance_standard.province_raise", "350128001201", "2022-07-01"), std::string("14000"));
    }

    // What nobody told us stays open (domain 11).
    void unknownStaysUnknown()
    {
        for (const char* name : {"hospital_care.daily", "hospital_care.max_days", "allowance_standard.death_monthly",
                                 "assessment.weight_4"}) {
            QVERIFY2(parameters().parameter(name) != nullptr, name);
            QCOMPARE(at(name, "350128001201", "2026-11-27"), std::string("null"));
        }
    }
};

QTEST_APPLESS_MAIN(TestModelParameters)
#include "tst_model_parameters.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "duty_world.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

using namespace lianxin;
using namespace lianxin::duty;
using namespace lianxin::test;

// The rule file: what is refused and how it is said, dates, and what cities and counties change.
class TestDutyRules : public QObject {
    Q_OBJECT

    static boost::json::object shipped()
    {
        return boost::json::parse(readAssetFile(QStringLiteral("duty/rules.json"))).as_object();
    }
    static QString complaint(const boost::json::object& file)
    {
        const auto rules = parseRules(boost::json::serialize(file));
        return rules ? QStringLiteral("accepted") : QString::fromStdString(rules.error().detail);
    }

private slots:
    void badFilesAreRefusedByMemberAndReason_data()
    {
        QTest::addColumn<QString>("pointer"); // of the member that is replaced; "-": taken away
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* pointer, const char* value, const char* expected) {
            QTest::newRow(name) << pointer << value << expected;
        };
        row("not a number", "/profiles/0/mostPerFamily", "\"three\"",
            "profiles[0].mostPerFamily: must be a whole number");
        row("out of bounds", "/profiles/0/mostPerFamily", "0", "profiles[0].mostPerFamily: 0, must be 1 to 10");
        row("huge", "/profiles/0/lookAhead", "9007199254740993", "profiles[0].lookAhead: 2147483647, must be 0 to 366");
        row("missing", "/profiles/0/rank/reach", "-", "profiles[0].rank.reach: is missing");
        row("mistyped", "/profiles/0/rank/raech", "1", "profiles[0].rank.raech: is not known");
        row("word", "/profiles/0/festivals/1/contact", "\"ring\"",
            "profiles[0].festivals[1].contact: ring, must be one of visit, call, kin, activity, none");
        row("twice", "/profiles/0/festivals/1/code", "1", "profiles[0].festivals[1].code: 1 stands there twice");
        row("enough", "/profiles/0/festivals/0/enough", "\"visit\"",
            "profiles[0].festivals[0].enough: asks for more than contact");
        row("bands", "/profiles/0/care/bands", "[3,9,6]", "profiles[0].care.bands: must go up");
        row("two bands", "/profiles/0/care/bands", "[3,6]", "profiles[0].care.bands: must be three numbers that go up");
        row("clock", "/profiles/0/clocks/life/contactMinutes", "-5",
            "profiles[0].clocks.life.contactMinutes: -5, must be 1 to 10080");
        row("order", "/profiles/0/clocks/life/followDays", "[7,3]", "profiles[0].clocks.life.followDays: must go up");
        row("day", "/profiles/0/allowance/bornFrom", "\"1933-02-30\"",
            "profiles[0].allowance.bornFrom: 1933-02-30 is no day (YYYY-MM-DD)");
        row("until", "/profiles/0/until", "\"2018-01-01\"", "profiles[0].until: lies before from");
        row("wish", "/profiles/0/wishes/quiet", "\"none\"",
            "profiles[0].wishes.quiet: must be a number of the list contact_pref");
        row("no profile", "/profiles", "[]", "profiles: must hold one at least");
        row("profiles", "/profiles", "{}", "profiles: must be a list");
        row("version", "/version", "true", "version: must be a whole number");
        row("object", "/profiles/0/care", "[]", "profiles[0].care: must be an object");
        row("override", "/overrides", R"([{"area":"fj","change":{}}])",
            "overrides[0].area: fj is no beginning of a division code");
        row("override without change", "/overrides", R"([{"area":"3501"}])", "overrides[0].change: must be an object");
        row("override out of bounds", "/overrides", R"([{"area":"3501","change":{"catchUpDays":99}}])",
            "overrides[0].change.catchUpDays: 99, must be 0 to 60");
        row("override of nothing", "/overrides", R"([{"area":"3501","change":{"catchUp":9}}])",
            "overrides[0].change.catchUp: is not known");
    }
    void badFilesAreRefusedByMemberAndReason()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, expected);
        boost::json::value file = shipped();
        const auto slash = pointer.lastIndexOf(QLatin1Char('/'));
        auto& parent =
            slash == 0 ? file : *file.find_pointer(pointer.left(slash).toStdString(), *new boost::system::error_code);
        const std::string member = pointer.mid(slash + 1).toStdString();
        if (value == QLatin1String("-"))
            parent.as_object().erase(member);
        else
            parent.as_object()[member] = boost::json::parse(value.toStdString());
        QCOMPARE(complaint(file.as_object()), QStringLiteral("duty rules: ") + expected);
    }

    void whatIsNoJsonIsRefused()
    {
        for (const char* text : {"", "[]", "null", "{\"version\":1.5}", "{\"version\":1,\"version\":2}"})
            QVERIFY2(!parseRules(text), text);
    }

    void profilesHoldFromDayToDay()
    {
        auto file = shipped();
        auto& profiles = file["profiles"].as_array();
        profiles.push_back(profiles[0]);
        profiles[0].as_object()["until"] = "2026-12-31";
        profiles[1].as_object()["from"] = "2027-01-01";
        profiles[1].as_object()["catchUpDays"] = 10;
        const auto rules = parseRules(boost::json::serialize(file));
        QVERIFY2(rules.has_value(), rules ? "" : rules.error().detail.c_str());
        QCOMPARE(rules->at(day("2026-12-31")).catchUpDays, 15);
        QCOMPARE(rules->at(day("2027-01-01")).catchUpDays, 10);
        QCOMPARE(rules->at(day("1970-01-01")).catchUpDays, 15); // before all of them: the first
        QCOMPARE(rules->at(day("2060-01-01")).catchUpDays, 10);
        profiles[1].as_object()["from"] = "2026-12-31";
        QCOMPARE(complaint(file), QStringLiteral("duty rules: profiles[1].from: overlaps another profile"));
    }

    void countiesChangeWhatIsTheirs()
    {
        auto file = shipped();
        file["overrides"] = boost::json::parse(R"([
            {"area":"3501","from":"2026-01-01","change":{"catchUpDays":10,"care":{"points":{"alone":4}}}},
            {"area":"350128","change":{"catchUpDays":7}}])");
        const auto rules = parseRules(boost::json::serialize(file));
        QVERIFY2(rules.has_value(), rules ? "" : rules.error().detail.c_str());
        const auto alone = static_cast<std::size_t>(CareReason::alone);
        QCOMPARE(rules->at(day("2026-06-01"), "350200001001").catchUpDays, 15);
        QCOMPARE(rules->at(day("2026-06-01"), "350102001001").catchUpDays, 10);
        QCOMPARE(rules->at(day("2026-06-01"), "350102001001").care.points[alone], 4);
        QCOMPARE(rules->at(day("2025-06-01"), "350102001001").catchUpDays, 15); // not yet
        QCOMPARE(rules->at(day("2026-06-01"), "350128001201").catchUpDays, 7);  // the narrower one
        QCOMPARE(rules->at(day("2026-06-01"), "350128001201").care.points[alone], 3);
        // And a family there is treated by it.
        Known known = oneFamily();
        known.households[0].area = "350128001201";
        QVERIFY(ofKind(dutyOf(*rules, festivalList(), known, at("2026-10-03")).now, RuleKind::festival).empty());
        known.households[0].area = "350200001201";
        QVERIFY(!ofKind(dutyOf(*rules, festivalList(), known, at("2026-10-03")).now, RuleKind::festival).empty());
    }

    void everyFestivalOfTheListHasItsRule()
    {
        for (const auto& code : festivalList().codes)
            QVERIFY2(shippedRules().at(day("2026-06-01")).festival(code.number) != nullptr, code.label.en.c_str());
    }

    void everyReasonHasWords()
    {
        const CodeList* words = shippedCatalogueOfDuty().codeList("care_reason");
        QVERIFY(words != nullptr);
        for (int reason = 1; reason <= static_cast<int>(CareReason::townshipHolds); ++reason) {
            const Code* code = words->find(reason);
            QVERIFY2(code != nullptr && !code->label.zh.empty() && !code->label.en.empty(),
                     std::to_string(reason).c_str());
        }
    }

    void namesOfRulesAreDifferent()
    {
        std::set<std::string_view> names;
        for (std::size_t i = 0; i < kRuleKinds; ++i)
            QVERIFY(names.insert(ruleName(static_cast<RuleKind>(i))).second);
    }
};

QTEST_GUILESS_MAIN(TestDutyRules)
#include "tst_duty_rules.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.hpp"

#include <QTest>

#include <set>

using namespace lianxin;
using test::catalogue;

namespace {

constexpr const char* kSteps = R"([{"from": 1, "to": [2]}, {"from": 2, "to": [1], "by": ["TO"]}])";

// A type whose course is what a row puts there.
std::map<std::string, std::string> filesWith(const std::string& states, const std::string& field = "\"value\": 1")
{
    const std::string list = R"({"name": "way", "zh": "到哪", "en": "Way", "codes": [
  {"number": 1, "zh": "一", "en": "One"}, {"number": 2, "zh": "二", "en": "Two"}]}
)";
    std::string type = R"({
 "number": 1, "name": "thing", "zh": "事", "en": "Thing", "scope": "area", "merge": "registers", "sensitivity": 1,
 "readers": ["VW"], "writers": ["VW", "TO"],
 "states": )" + states +
                       R"(,
 "sections": [{"name": "main", "zh": "事", "en": "Thing"}],
 "fields": [
  {"number": 10, "name": "way", "zh": "到哪", "en": "Way", "kind": "code", "codes": "way", "level": 1, "default": {)" +
                       field + R"(}},
  {"number": 11, "name": "word", "zh": "话", "en": "Word", "kind": "text", "chars": 9, "level": 1}
 ]
}
)";
    return {
        {"catalogue/catalogue.json", "{\"version\": 1}\n"}, {"catalogue/thing.json", type}, {"codes/way.json", list}};
}

std::string course(const std::string& start, const std::string& steps, const std::string& field = "way")
{
    return "{\"field\": \"" + field + "\", \"start\": " + start + ", \"steps\": " + steps + "}";
}

Value code(int number) { return Value::fromInt(number); }

} // namespace

class TestModelStates : public QObject {
    Q_OBJECT

private slots:
    void advises()
    {
        StateRule rule;
        rule.start = {1, 2};
        rule.steps = {{1, {2}, {}}, {2, {3}, {Role::TO}}, {2, {4}, {}}, {2, {3}, {Role::CS}}};
        const auto advice = [&](const Value& before, int after, std::optional<Role> role) {
            return adviceOn(rule, before, code(after), role);
        };
        QCOMPARE(advice({}, 1, Role::VW), StateAdvice::fits);
        QCOMPARE(advice({}, 3, Role::VW), StateAdvice::unusualStart);
        QCOMPARE(advice(code(1), 2, Role::VW), StateAdvice::fits);
        QCOMPARE(advice(code(1), 4, Role::VW), StateAdvice::unusualStep);
        QCOMPARE(advice(code(2), 2, Role::VW), StateAdvice::fits); // nothing changed
        QCOMPARE(advice(code(2), 3, Role::VW), StateAdvice::others);
        QCOMPARE(advice(code(2), 3, Role::TO), StateAdvice::fits);
        QCOMPARE(advice(code(2), 3, Role::CS), StateAdvice::fits);
        QCOMPARE(advice(code(2), 3, std::nullopt), StateAdvice::fits);
        QCOMPARE(advice(code(4), 1, Role::TO), StateAdvice::unusualStep); // no way back out of an end
        QCOMPARE(adviceOn(rule, code(1), Value::null(), Role::VW), StateAdvice::fits);
        QCOMPARE(nextStates(rule, code(2)), (std::vector<std::uint32_t>{3, 4}));
        QCOMPARE(nextStates(rule, Value::null()), rule.start);
        QVERIFY(nextStates(rule, code(4)).empty());
    }

    void loads()
    {
        const auto result = loadCatalogue(filesWith(course("[1]", kSteps)));
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        const auto& rule = result->type("thing")->states;
        QVERIFY(rule.has_value());
        QCOMPARE(rule->field, 10U);
        QCOMPARE(rule->steps.size(), std::size_t{2});
        QCOMPARE(rule->steps[1].by, std::vector<Role>{Role::TO});
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("states");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const std::string& states, const char* reason) {
            QTest::newRow(name) << QString::fromStdString(states) << QString::fromLatin1(reason);
        };
        row("unknown field", course("[1]", kSteps, "road"), "unknown field \"road\"");
        row("field without codes", course("[1]", kSteps, "word"), "a state is a code field");
        row("unknown start", course("[7]", kSteps), "no code 7");
        row("no start", course("[]", kSteps), "a state to begin with");
        row("default that is no start", course("[2]", kSteps), "new records begin with 1");
        row("unknown step", course("[1]", R"([{"from": 1, "to": [2, 9]}])"), "no code 9");
        row("step out of nowhere", course("[1]", R"([{"to": [2]}])"), "missing \"from\"");
        row("step to nowhere", course("[1, 2]", R"([{"from": 1, "to": []}])"), "leads somewhere");
        row("step to itself", course("[1, 2]", R"([{"from": 1, "to": [1]}])"), "to itself");
        row("the same step twice", course("[1]", R"([{"from": 1, "to": [2]}, {"from": 1, "to": [2]}])"), "there twice");
        row("never reached", course("[1]", R"([{"from": 2, "to": [1]}])"), "no step leads to state 2");
        row("unknown role", course("[1]", R"([{"from": 1, "to": [2], "by": ["XX"]}])"), "unknown role \"XX\"");
        row("a role that may not write", course("[1]", R"([{"from": 1, "to": [2], "by": ["CS"]}])"), "may not write");
        row("unknown key", course("[1]", R"([{"from": 1, "to": [2], "when": 3}])"), "unknown key \"when\"");
    }

    void refuses()
    {
        QFETCH(QString, states);
        QFETCH(QString, reason);
        const auto result = loadCatalogue(filesWith(states.toStdString()));
        QVERIFY(!result);
        const auto detail = QString::fromStdString(result.error().detail);
        QVERIFY2(detail.startsWith(QLatin1String("catalogue/thing.json:4: ")), qPrintable(detail));
        QVERIFY2(detail.contains(reason), qPrintable(detail));
    }

    // A field that says how far something got has a course, or a reason why everything may follow everything.
    void everyStateHasItsCourse()
    {
        const std::set<std::string> free = {
            "app_user.state",      "insured.state",       "volunteer.state",
            "allowance_pay.state", "pension_topup.state", "preferential_card.state"}; // two or three plain facts
        int courses = 0;
        for (const auto& type : catalogue().types()) {
            courses += type.states ? 1 : 0;
            for (const auto& field : type.fields) {
                const bool isState = field.name == "state" || field.name == "status" || field.name == "stage";
                if (isState && field.kind == FieldKind::code && !free.contains(type.name + "." + field.name))
                    QVERIFY2(type.states && type.states->field == field.number, type.name.c_str());
            }
        }
        QCOMPARE(courses, 12);
    }

    // The courses of the dictionary, walked from their beginning to an end.
    void coursesOfTheDictionary_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QList<int>>("way");
        QTest::newRow("claim paid") << "claim" << QList<int>{1, 2, 3, 4, 5, 8};
        QTest::newRow("claim asked again") << "claim" << QList<int>{1, 2, 3, 4, 6, 7, 5, 8};
        QTest::newRow("project paid back") << "project_aid" << QList<int>{1, 2, 3, 4, 5, 6, 7, 8, 11, 8, 9};
        QTest::newRow("project without repayment") << "project_aid" << QList<int>{1, 2, 3, 4, 5, 6, 7, 9};
        QTest::newRow("project sent back") << "project_aid" << QList<int>{1, 2, 10, 2, 3};
        QTest::newRow("activity") << "activity" << QList<int>{1, 2, 3, 5, 6};
        QTest::newRow("supervision") << "supervision" << QList<int>{1, 2, 3, 4, 5, 6};
        QTest::newRow("emergency") << "emergency_case" << QList<int>{1, 2, 3, 4, 5, 6, 7};
        QTest::newRow("need") << "care_need" << QList<int>{1, 2, 3, 4};
        QTest::newRow("household") << "household" << QList<int>{1, 2, 3, 2, 4, 5};
        QTest::newRow("counselling") << "counsel_case" << QList<int>{1, 2, 3, 4, 5, 6};
        QTest::newRow("visit sent back") << "visit" << QList<int>{2, 3, 2};
    }

    void coursesOfTheDictionary()
    {
        QFETCH(QString, type);
        QFETCH(QList<int>, way);
        const auto& rule = *catalogue().type(std::string_view(type.toStdString()))->states;
        Value before;
        for (const int state : way) {
            QCOMPARE(adviceOn(rule, before, code(state), std::nullopt), StateAdvice::fits);
            before = code(state);
        }
    }

    void stepsOfOthers()
    {
        const auto& project = *catalogue().type("project_aid")->states;
        QCOMPARE(adviceOn(project, code(4), code(5), Role::VW), StateAdvice::others);
        QCOMPARE(adviceOn(project, code(4), code(5), Role::CS), StateAdvice::fits);
        QCOMPARE(adviceOn(project, code(1), code(7), Role::CS), StateAdvice::unusualStep);
        const auto& household = *catalogue().type("household")->states;
        QCOMPARE(adviceOn(household, code(1), code(2), Role::VW), StateAdvice::others);
        QCOMPARE(adviceOn(household, code(1), code(2), Role::TO), StateAdvice::fits);
    }
};

QTEST_APPLESS_MAIN(TestModelStates)
#include "tst_model_states.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/xpath.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::formimport;

namespace {

Question question(const char* name, FieldKind kind, const char* list = "")
{
    Question made;
    made.original = made.name = name;
    made.kind = kind;
    made.list = list;
    return made;
}

// age, n, born, seen, words, sex (names are numbers), answer (names are words), wishes, and in the repeat "child": cage, cname, camount.
FormDraft draft()
{
    FormDraft form;
    form.name = "form";
    form.lists = {{"form_sex", "sex", {}, {{0, 1, "1", {}, {}}, {0, 2, "2", {}, {}}}, {}},
                  {"form_yn", "yn", {}, {{0, 1, "yes", {}, {}}, {0, 2, "no", {}, {}}}, {}},
                  {"form_town",
                   "town",
                   {},
                   {{0, 1, "a", {}, {{"county", "yes"}, {"zone", "north"}}}, {0, 2, "b", {}, {{"county", "no"}}}},
                   {}}};
    form.parts.resize(2);
    form.parts[0].questions = {question("age", FieldKind::integer),       question("n", FieldKind::integer),
                               question("born", FieldKind::date),         question("seen", FieldKind::timestamp),
                               question("words", FieldKind::text),        question("sex", FieldKind::code, "sex"),
                               question("answer", FieldKind::code, "yn"), question("wishes", FieldKind::codeSet, "yn"),
                               question("ok", FieldKind::boolean),        question("town", FieldKind::code, "town")};
    form.parts[1].original = "child";
    form.parts[1].name = "form_child";
    form.parts[1].questions = {question("cage", FieldKind::integer), question("cname", FieldKind::text)};
    form.repeats["child"] = 1;
    for (std::size_t part = 0; part < 2; ++part)
        for (std::size_t i = 0; i < form.parts[part].questions.size(); ++i)
            form.places.emplace(form.parts[part].questions[i].original, FormDraft::Place{part, i});
    return form;
}

} // namespace

class TestXPath : public QObject {
    Q_OBJECT

private slots:
    void translates_data()
    {
        QTest::addColumn<QString>("xpath");
        QTest::addColumn<QString>("ours");
        const auto row = [](const char* xpath, const char* ours) { QTest::newRow(xpath) << xpath << ours; };
        row("${age} > 18 and ${n} != 3", "age > 18 and n != 3");
        row("${age} > 18 or ${n} = 3 and ${ok}", "age > 18 or n = 3 and ok");
        row("not(${age} >= 60)", "not age >= 60");
        row("${age} + ${n} * 2 - 1", "age + n * 2 - 1");
        row("${answer} = 'yes'", "answer = 1");
        row("'no' != ${answer}", "answer != 2");
        row("${sex} = 1", "sex = 1");
        row("1 < ${sex}", "sex > 1");
        row("${answer} = ''", "not is_set(answer)");
        row("${words} != ''", "is_set(words)");
        row("selected(${wishes}, 'no')", "wishes has 2");
        row("selected(${answer}, 'yes')", "answer = 1");
        row("not(selected(${wishes}, 'no')) and count-selected(${wishes}) >= 1",
            "not wishes has 2 and count_selected(wishes) >= 1");
        row("${wishes} = 'yes'", "wishes has 1 and count_selected(wishes) = 1");
        row("if(${age} >= 60, 'old', 'young')", "if(age >= 60, 'old', 'young')");
        row("if(${ok}, ${age}, '')", "if(ok, age, null)");
        row("coalesce(${age}, 0)", "coalesce(age, 0)");
        row("count(${child})", "count(form_child)");
        row("sum(${cage})", "sum(form_child.cage)");
        row("max(${cage}) - min(${cage})", "max(form_child.cage) - min(form_child.cage)");
        row("max(${age}, ${n})", "max(age, n)");
        row("today() - ${born}", "days_between(born, today())");
        row("int((today() - ${born}) div 365.25)", "age_in_years(born)");
        row("floor((today() - ${born}) div 365)", "age_in_years(born)");
        row("${born} <= today()", "born <= today()");
        row("${born} > '2000-01-01'", "born > date('2000-01-01')");
        row("${born} > date('2000-01-01')", "born > date('2000-01-01')");
        row("${seen} > today()", "date(seen) > today()");
        row("${born} + 30", "add_days(born, 30)");
        row("${age} div 2", "round_div(age, 2)");
        row("int(${age} div 2)", "age div 2");
        row("round(${age} div 2)", "round_div(age, 2)");
        row("${age} mod 2 = 1", "age mod 2 = 1");
        row("${age} * 0.4", "mul_div(age, 4, 10)");
        row("${age} * 1.50", "mul_div(age, 15, 10)");
        row("-${age} + 1", "-age + 1");
        row("${words} = 'it'", "words = 'it'");
        row("string-length(${words}) > 3", "coalesce(length(words), 0) > 3");
        row("contains(${words}, 'x') and starts-with(${words}, 'y')",
            "contains(words, 'x') and starts_with(words, 'y')");
        row("substr(${words}, 0, 4)", "substr(words, 0 + 1, 4 - 0)");
        row("concat(${words}, '-', ${age})", "concat(words, '-', age)");
        row("regex(${words}, '^[0-9]{3}-\\d$')", "like(words, '###-#')");
        row("regex(${words}, '^[0-9]+$')", "is_digits(words)");
        row("regex(${words}, '^[A-Za-z]#$')", "like(words, '@\\#')");
        row("true() or false()", "true or false");
        row("${words} + 1", "number(words) + 1");
        row("sum(${cage}) > 10 and count(${child}) < 3", "sum(form_child.cage) > 10 and count(form_child) < 3");
    }
    void translates()
    {
        QFETCH(QString, xpath);
        QFETCH(QString, ours);
        auto form = draft();
        const DraftScopes scopes(form);
        const auto done = translateXPath(xpath.toStdString(), {&form, 0, &scopes, nullptr, nullptr}, DatumKind::none);
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
        QCOMPARE(QString::fromStdString(done->text), ours);
    }

    void truths_data()
    {
        QTest::addColumn<QString>("xpath");
        QTest::addColumn<QString>("ours");
        QTest::newRow("number") << "${age}"
                                << "age != 0";
        QTest::newRow("text") << "${words}"
                              << "is_set(words)";
        QTest::newRow("choice") << "${answer}"
                                << "is_set(answer)";
        QTest::newRow("set") << "not(${wishes})"
                             << "not is_set(wishes)";
        QTest::newRow("truth") << "${ok}"
                               << "ok";
    }
    void truths()
    {
        QFETCH(QString, xpath);
        QFETCH(QString, ours);
        auto form = draft();
        const DraftScopes scopes(form);
        const auto done =
            translateXPath(xpath.toStdString(), {&form, 0, &scopes, nullptr, nullptr}, DatumKind::boolean);
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
        QCOMPARE(QString::fromStdString(done->text), ours);
    }

    void inOtherPlaces()
    {
        auto form = draft();
        const DraftScopes scopes(form);
        const auto ours = [&](const char* xpath, std::size_t part, const Question* self,
                              const DraftList* choices = nullptr) {
            const auto done = translateXPath(xpath, {&form, part, &scopes, self, choices}, DatumKind::boolean);
            return done ? done->text : "! " + done.error().detail;
        };
        QCOMPARE(ours(". >= 0 and . <= ${age}", 0, &form.parts[0].questions[1]), std::string("n >= 0 and n <= age"));
        QCOMPARE(ours("${cage} < ${age}", 1, nullptr), std::string("cage < parent.age"));
        QCOMPARE(ours("zone = 'north'", 0, nullptr, form.list("town")), std::string("code.zone = 'north'"));
        QCOMPARE(ours("county = ${answer}", 0, nullptr, form.list("town")), std::string("code.county = answer"));
        QCOMPARE(form.list("town")->columnLists.at("county"), std::string("yn"));
        QCOMPARE(ours("name != 'a'", 0, nullptr, form.list("town")), std::string("code.number != 1"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("xpath");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* xpath, const char* reason) {
            QTest::newRow(*xpath == '\0' ? "nothing" : xpath) << xpath << reason;
        };
        row("", "breaks off");
        row("${age} >", "breaks off");
        row("${nobody} = 1", "no question that was taken");
        row("${answer} = 'maybe'", "has no choice \"maybe\"");
        row("${answer} > 1", "no numbers");
        row("${answer} + 1", "no numbers");
        row("${age} > 1.5", "fraction");
        row("0.5", "fraction");
        row("${age} + 0.5", "fraction");
        row("${cage} > 1", "outside count, sum, min or max");
        row("${child}", "outside count, sum, min or max");
        row("sum(${age})", "in no repeat");
        row("/data/age = 1", "path");
        row("../age = 1", "path");
        row("pulldata('x', 'y', 'z', 'w')", "pulldata");
        row("regex(${words}, '[0-9]+')", "not from ^ to $");
        row("regex(${words}, '^(a|b)$')", "more than characters");
        row("${age} = ${words}", "compared with");
        row("(${age}", "not closed");
        row("${age", "no end");
        row("'abc", "no end");
        row("age = 1", "stands where a value should be");
        row("selected(${age}, 1)", "no choice");
        row("jr:choice-name(${answer}, '${answer}')", "choice-name");
    }
    void refuses()
    {
        QFETCH(QString, xpath);
        QFETCH(QString, reason);
        auto form = draft();
        const DraftScopes scopes(form);
        const auto done = translateXPath(xpath.toStdString(), {&form, 0, &scopes, nullptr, nullptr}, DatumKind::none);
        QVERIFY2(!done, done ? done->text.c_str() : "");
        QVERIFY2(QString::fromStdString(done.error().detail).contains(reason), done.error().detail.c_str());
    }
};

QTEST_APPLESS_MAIN(TestXPath)
#include "tst_xpath.moc"

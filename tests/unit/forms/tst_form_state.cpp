// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/form_state.hpp"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace lianxin;
using namespace lianxin::forms;

namespace {

std::string head(const char* number, const char* name, const std::string& more)
{
    return std::string(R"({"number": )") + number + R"(, "name": ")" + name + R"(", "zh": "x", "en": "x", )" + more +
           R"("merge": "registers", "sensitivity": 1, "readers": ["VW"], "writers": ["VW"], "sections": [{"name": "main", "zh": "x", "en": "x"}], "fields": [)";
}

std::string field(int number, const std::string& name, const std::string& kind, const std::string& more = {})
{
    return std::string(number == 10 ? "" : ",\n") + R"({"number": )" + std::to_string(number) + R"(, "name": ")" +
           name + R"(", "zh": "x", "en": "x", "level": 1, "kind": ")" + kind + "\"" +
           (more.empty() ? "" : ", " + more) + "}";
}

std::string rule(const char* key, const std::string& text) { return std::string("\"") + key + "\": \"" + text + "\""; }

const Catalogue& catalogueOf(const std::string& parent, const std::string& child)
{
    static std::map<std::string, Catalogue> made;
    auto found = made.find(parent + child);
    if (found == made.end()) {
        auto result =
            loadCatalogue({{"catalogue/catalogue.json", "{\"version\": 1}"},
                           {"catalogue/form.json", head("1", "form", R"("scope": "area", )") + parent + "]}"},
                           {"catalogue/line.json", head("2", "line", R"("root": ["form"], )") + child + "]}"}});
        if (!result)
            qFatal("%s", result.error().detail.c_str());
        found = made.emplace(parent + child, *result).first;
    }
    return found->second;
}

const std::string kLine = field(10, "price", "money") + field(11, "pieces", "integer") +
                          field(12, "worth", "money", rule("computed", "price * pieces"));

Value number(std::int64_t n) { return Value::fromInt(n); }

std::string question(int n) { return std::string("q").append(std::to_string(n)); }

// 300 questions: sums over earlier ones, relevance by earlier ones; every tenth stands alone.
std::string manyQuestions()
{
    std::string fields = field(10, "q10", "integer");
    for (int n = 11; n < 310; ++n) {
        const auto before = question(n - 1);
        const auto far = question(n - std::min(n - 10, 7));
        const auto name = question(n);
        if (n % 10 == 0)
            fields += field(n, name, "integer");
        else if (n % 3 == 0)
            fields += field(n, name, "integer",
                            rule("computed", "coalesce(" + before + ", 0) + coalesce(" + far + ", 0) * 2 + 1"));
        else
            fields += field(n, name, "integer",
                            rule("relevantWhen", "coalesce(" + before + ", 0) mod 5 != 3 or is_set(" + far + ")"));
    }
    return fields;
}

double milliseconds(qint64 nanoseconds) { return static_cast<double>(nanoseconds) / 1e6; }

} // namespace

class TestFormState : public QObject {
    Q_OBJECT

private slots:
    void computesInOrder()
    {
        const auto& catalogue =
            catalogueOf(field(10, "total", "integer", rule("computed", "a + b")) + field(11, "a", "integer") +
                            field(12, "b", "integer", rule("computed", "a * 2")) +
                            field(13, "big", "boolean", rule("computed", "total > 10")),
                        kLine);
        FormState state(*catalogue.type("form"), {});
        QVERIFY(state.values().empty());
        state.set(11, number(3));
        QCOMPARE(state.value(10), number(9));
        QCOMPARE(state.value(13), Value::fromBool(false));
        state.set(11, number(4));
        QCOMPARE(state.value(10), number(12));
        QCOMPARE(state.value(13), Value::fromBool(true));
        state.set(10, number(1));
        QCOMPARE(state.value(10), number(12));
        state.set(11, Value::null());
        QVERIFY2(state.kept().empty(), "what nothing is computed from is empty");
    }

    void computedGoesWithRelevance()
    {
        const auto& catalogue = catalogueOf(
            field(10, "asked", "boolean") + field(11, "a", "integer", rule("relevantWhen", "asked")) +
                field(12, "twice", "integer", rule("computed", "a * 2") + ", " + rule("relevantWhen", "asked")),
            kLine);
        FormState state(*catalogue.type("form"), {{11, number(5)}});
        QVERIFY(state.kept().empty());
        QCOMPARE(state.value(11), number(5));
        state.set(10, Value::fromBool(true));
        QCOMPARE(state.kept().at(12), number(10));
        state.set(10, Value::fromBool(false));
        QCOMPARE(state.kept().size(), std::size_t(1));
        QCOMPARE(state.value(11), number(5));
        QVERIFY(state.value(12).isNull());
    }

    void rowsAreSummed()
    {
        const auto& catalogue =
            catalogueOf(field(10, "total", "money", rule("computed", "sum(line.price * line.pieces)")) +
                            field(11, "lines", "integer", rule("computed", "count(line where line.pieces > 1)")) +
                            field(12, "why", "text", "\"chars\": 10, " + rule("relevantWhen", "total > 1000")),
                        kLine);
        FormState state(*catalogue.type("form"), {{12, Value::fromText("x")}});
        QCOMPARE(state.value(10), number(0));
        QVERIFY(!state.kept().contains(12));
        state.setRows(2, {{{10, number(300)}, {11, number(2)}}, {{10, number(500)}, {11, number(1)}}});
        QCOMPARE(state.value(10), number(1100));
        QCOMPARE(state.value(11), number(1));
        QVERIFY(state.kept().contains(12));
        state.setRow(2, 1, {{10, number(1)}, {11, number(3)}});
        QCOMPARE(state.value(10), number(603));
        QCOMPARE(state.value(11), number(2));
        state.setRow(2, 7, {});
        state.setRows(2, {});
        QCOMPARE(state.value(10), number(0));
    }

    void parentAndMoment()
    {
        const auto& catalogue =
            catalogueOf(field(10, "born", "date"),
                        kLine + field(13, "age", "integer", rule("computed", "age_in_years(parent.born)")));
        Surroundings around;
        around.parent[10] = Value::fromText("1960-05-20");
        around.moment.now = 1'795'752'000'000;
        QCOMPARE(FormState(*catalogue.type("line"), {}, around).value(13), number(66));
        QVERIFY(FormState(*catalogue.type("line"), {}).value(13).isNull());
    }

    // Editing step by step leaves exactly what a form opened with the same answers shows.
    void stepsEqualOpening()
    {
        const auto& type = *catalogueOf(manyQuestions(), kLine).type("form");
        std::mt19937 random(7);
        FormState state(type, {});
        for (int edit = 0; edit < 300; ++edit) {
            const auto& changed = type.fields[random() % type.fields.size()];
            state.set(changed.number,
                      random() % 4 == 0 ? Value::null() : number(static_cast<std::int64_t>(random() % 20)));
            const FormState fresh(type, state.values());
            QCOMPARE(fresh.values(), state.values());
            QCOMPARE(fresh.kept(), state.kept());
        }
    }

    // Figures for the report; printed, not asserted: the machine is shared. A frame has 16 ms.
    void figures()
    {
        const auto& type = *catalogueOf(manyQuestions(), kLine).type("form");
        FormState state(type, {});
        QElapsedTimer timer;
        qint64 worst = 0;
        qint64 sum = 0;
        for (int round = 0; round < 600; ++round) {
            const auto& question = type.fields[static_cast<std::size_t>(round) % type.fields.size()];
            timer.start();
            state.set(question.number, number(round % 17));
            const auto took = timer.nsecsElapsed();
            worst = std::max(worst, took);
            sum += took;
        }
        timer.start();
        const FormState opened(type, state.values());
        qInfo("300 questions: mean %.3f ms, worst %.3f ms an edit; opening %.3f ms", milliseconds(sum / 600),
              milliseconds(worst), milliseconds(timer.nsecsElapsed()));

        const auto& summed =
            *catalogueOf(
                 field(10, "total", "money", rule("computed", "sum(line.price * line.pieces where line.pieces > 0)")) +
                     field(11, "most", "money", rule("computed", "max(line.price)")) +
                     field(12, "mean", "money", rule("computed", "round_div(total, count(line))")),
                 kLine)
                 .type("form");
        FormState repeats(summed, {});
        repeats.setRows(2, std::vector<FieldValues>(200, FieldValues{{10, number(250)}, {11, number(2)}}));
        worst = sum = 0;
        for (std::size_t row = 0; row < 200; ++row) {
            timer.start();
            repeats.setRow(2, row, {{10, number(static_cast<std::int64_t>(row))}, {11, number(3)}});
            const auto took = timer.nsecsElapsed();
            worst = std::max(worst, took);
            sum += took;
        }
        QCOMPARE(repeats.value(10), number(3 * 199 * 100));
        qInfo("200 repeats: mean %.3f ms, worst %.3f ms an edit", milliseconds(sum / 200), milliseconds(worst));
    }
};

QTEST_APPLESS_MAIN(TestFormState)
#include "tst_form_state.moc"

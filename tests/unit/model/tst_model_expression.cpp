// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "expression_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::test;

// The language: every example of its description, refusals with their place, round trip, limits, cost.
class TestModelExpression : public QObject {
    Q_OBJECT

private slots:
    void documented_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("answer");
        int rows = 0;
        bool inside = false;
        for (const auto& line : QString::fromStdString(readAsset("catalogue/EXPRESSIONS.md")).split('\n')) {
            if (line.startsWith("```")) {
                inside = line == "```expressions";
                continue;
            }
            const auto arrow = line.indexOf(" -> ");
            if (!inside || arrow < 0)
                continue;
            ++rows;
            QTest::newRow(qPrintable(line.left(arrow).trimmed()))
                << line.left(arrow).trimmed() << line.mid(arrow + 4).trimmed();
        }
        QVERIFY2(rows > 100, "the description has its examples");
    }
    void documented()
    {
        QFETCH(QString, expression);
        QFETCH(QString, answer);
        QCOMPARE(QString::fromStdString(answerOf(expression.toStdString())), answer);
    }

    // Every function stands in the description with an example.
    void everyFunctionIsDocumented()
    {
        const auto text = readAsset("catalogue/EXPRESSIONS.md");
        for (const auto& row : allFunctions()) {
            QCOMPARE(functionNamed(row.name), &functionRow(row.function));
            const auto call = std::string(row.name) + "(";
            QVERIFY2(text.find(call) != std::string::npos, call.c_str());
        }
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("refusal");
        const auto row = [](const char* text, const char* refusal) {
            QTest::newRow(*text == '\0' ? "nothing" : text) << text << refusal;
        };
        row("", "at 0: expected a value, a field, a function or '('");
        row("1 +", "at 3: expected a value, a field, a function or '('");
        row("(1", "at 2: expected ')'");
        row("1)", "at 1: expected an operator or the end");
        row("mood in 1", "at 8: expected '('");
        row("mood in (1", "at 10: expected ',' or ')'");
        row("'open", "at 0: expected the end of this text");
        row("mood # 1", "at 5: this character means nothing here");
        row("1.5", "at 1: expected a whole number: there are no fractions");
        row("12ab", "at 2: expected the number to end here");
        row("99999999999999999999", "at 0: expected a number of at most 64 bits");
        row("${Mood}", "at 2: expected a field name: lower case letters, digits and '_'");
        row("${mood", "at 6: expected '}'");
        row("gift. + 1", "at 6: expected a field name after '.'");
        row("if(1, 2)", "at 0: expected 3 arguments of if");
        row("today(1)", "at 0: expected 0 arguments of today");
        row("sin(1)", "at 0: expected a function; there is no \"sin\"");
        row("mood = colour", "at 7: unknown field \"colour\"");
        row("parent.colour", "at 0: unknown field \"parent.colour\"");
        row("sum(toys.price)", "at 4: unknown rows \"toys\"");
        row("1 + gift.price", "at 4: expected count, sum, min or max around \"gift.price\"");
        row("sum(gift.price + max(gift.price))", "at 17: expected no walk over rows inside another");
        row("sum(gift.price + pill.dose)", "at 17: expected rows of one kind inside one walk");
        row("gift", "at 0: expected a field; \"gift\" are rows, which only count() takes");
        row("mood = 'low'", "at 7: expected integer, this is text");
        row("helped and mood", "at 11: expected boolean, this is integer");
        row("helped < true", "at 7: expected kinds that can be compared; boolean cannot");
        row("count_selected(mood)", "at 15: expected a set, this is integer");
        row("date('2026-13-01')", "at 5: expected a date as YYYY-MM-DD, YYYY-MM or YYYY");
        row("if(mood, 1, 2)", "at 3: expected boolean, this is integer");
        row("if(helped, 1, 'a')", "at 14: expected integer, this is text");
        row("1 where 2", "at 2: expected an operator or the end");
    }
    void refusals()
    {
        QFETCH(QString, expression);
        QFETCH(QString, refusal);
        const auto bound = bindText(expression.toStdString());
        QVERIFY(!bound);
        QCOMPARE(QString::fromStdString(bound.error().detail), refusal);
        QCOMPARE(bound.error().code, Errc::invalidInput);
    }

    void canonical_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char* text, const char* canonical) { QTest::newRow(text) << text << canonical; };
        row("  mood   =3", "mood = 3");
        row("((mood)) = (3)", "mood = 3");
        row("1-(2-3)", "1 - (2 - 3)");
        row("(1-2)-3", "1 - 2 - 3");
        row("2*(3+4)", "2 * (3 + 4)");
        row("(2*3)+4", "2 * 3 + 4");
        row("not (helped and asked)", "not (helped and asked)");
        row("not (mood = 3)", "not mood = 3");
        row("(not helped) = asked", "(not helped) = asked");
        row("(helped and asked) and helped", "(helped and asked) and helped");
        row("helped or asked and helped", "helped or asked and helped");
        row("(helped or asked) and helped", "(helped or asked) and helped");
        row("\"it's\"", "'it''s'");
        row("wishes has (4)", "wishes has 4");
        row("wishes has (1+1)", "wishes has (1 + 1)");
        row("- - 5", "--5");
        row("-(1 + 2)", "-(1 + 2)");
        row("${in} = 1", "${in} = 1");
        row("${mood}", "mood");
        row("sum( gift.price where gift.kind=1 )", "sum(gift.price where gift.kind = 1)");
        row("(mood in (1,2)) = helped", "(mood in (1, 2)) = helped");
    }
    void canonical()
    {
        QFETCH(QString, expression);
        QFETCH(QString, canonical);
        const auto parsed = Expression::parse(expression.toStdString());
        QVERIFY2(parsed, parsed ? "" : parsed.error().detail.c_str());
        QCOMPARE(QString::fromStdString(parsed->text()), canonical);
        QCOMPARE(QString::fromStdString(Expression::parse(parsed->text())->text()), canonical);
    }

    void namesOnce()
    {
        const auto parsed = Expression::parse("mood + nights + mood + sum(gift.price) + parent.town");
        QVERIFY(parsed);
        QCOMPARE(parsed->names().size(), std::size_t(4));
        QCOMPARE(parsed->names()[0].name, std::string("mood"));
        QCOMPARE(parsed->names()[2].scope, std::string("gift"));
        QCOMPARE(parsed->names()[3].scope, std::string("parent"));
    }

    void limits()
    {
        const auto refused = [](const std::string& text, const char* part) {
            const auto parsed = Expression::parse(text);
            return !parsed && parsed.error().detail.find(part) != std::string::npos;
        };
        QVERIFY(refused(std::string(kMaxExpressionBytes + 1, ' '), "8192 bytes"));
        QVERIFY(refused(std::string(4000, '('), "100 levels"));
        QVERIFY(refused(std::string(4000, '-') + "1", "100 levels"));
        QVERIFY(refused("\xff", "UTF-8"));
        std::string sum = "1";
        for (int i = 0; i < 98; ++i)
            sum += "+1";
        QCOMPARE(answerOf(sum), std::string("99"));
        std::string many = "helped";
        for (int i = 0; i < 500; ++i)
            many += " and helped";
        QCOMPARE(answerOf(many), std::string("true"));
    }

    void troubles_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("cause");
        const auto row = [](const char* text, const char* cause) { QTest::newRow(text) << text << cause; };
        row("nights + 1", "none");
        row("nothing + 1", "none");
        row("9223372036854775807 * 2", "overflow");
        row("-9223372036854775807 - 2", "overflow");
        row("(-9223372036854775807 - 1) div -1", "overflow");
        row("mul_div(9223372036854775807, 3, 2)", "overflow");
        row("1 mod 0", "division by zero");
        row("mul_div(1, 1, 0)", "division by zero");
        row("add_days(today(), 9999999999)", "date out of range");
        row("add_months(date('9999-12-01'), 1)", "date out of range");
        row("add_days(date('0001-01-01'), -1)", "date out of range");
        row("year(timestamp(9223372036854775807))", "date out of range");
        row("sum(gift.price * 9223372036854775807)", "overflow");
    }
    void troubles()
    {
        QFETCH(QString, expression);
        QFETCH(QString, cause);
        const auto bound = bindText(expression.toStdString());
        QVERIFY2(bound, bound ? "" : bound.error().detail.c_str());
        const auto answer = evaluate(*bound);
        QCOMPARE(QString::fromUtf8(troubleName(answer.trouble).data()), cause);
        if (cause != "none")
            QVERIFY(isNull(answer.value));
    }

    // mul_div against long division by hand, with every combination of signs.
    void roundsHalfAway()
    {
        for (std::int64_t a = -25; a <= 25; ++a)
            for (std::int64_t c = -7; c <= 7; ++c) {
                Trouble trouble{};
                const auto answer = mulDiv(a, 1, c, trouble);
                if (c == 0) {
                    QVERIFY(isNull(answer));
                    continue;
                }
                const auto twice = 2 * std::abs(a);
                auto rounded = (twice + std::abs(c)) / (2 * std::abs(c));
                if ((a < 0) != (c < 0))
                    rounded = -rounded;
                QCOMPARE(std::get<std::int64_t>(answer), rounded);
            }
    }

    // Stored values that do not fit their field read as null and bring nothing down.
    void strangeValues()
    {
        auto values = worldValues();
        for (auto& [number, value] : values)
            value = Value::fromText("not what it should be");
        for (const auto* text : {"mood + 1", "visited < now()", "birth < today()", "helped and true", "wishes has 1",
                                 "sum(gift.price)", "length(note)"}) {
            const auto bound = bindText(text);
            QVERIFY(bound);
            (void)bound->evaluate(RecordSource(values), worldMoment());
        }
    }

    void noMomentNoToday()
    {
        const auto bound = bindText("age_in_years(birth)");
        QVERIFY(isNull(bound->evaluate(worldSource()).value));
    }

    void speed()
    {
        const auto bound = bindText(
            "mood >= 3 and nights + 2 * amount > 100 and (wishes has 4 or not helped) and starts_with(phone, '199')");
        QVERIFY(bound);
        const auto source = worldSource();
        int held = 0;
        QBENCHMARK
        {
            for (int i = 0; i < 1000; ++i)
                held += bound->holds(source, worldMoment()) ? 1 : 0;
        }
        QVERIFY(held > 0);
    }
};

QTEST_APPLESS_MAIN(TestModelExpression)
#include "tst_model_expression.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The vectors of domain 4, and what must hold for every scale and every answer.
#include "shipped_scales.hpp"

#include "app/scales/scoring.hpp"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace lianxin;
using namespace lianxin::scales;
using lianxin::test::shippedScales;

namespace {

using Answers = std::vector<int>;

const Day kDay = *parseDay("2026-10-14");
constexpr int kNoTotal = -1;

Answers all(const char* scale, int value) { return Answers(shippedScales().named(scale)->items.size(), value); }

// Every answer that the items offer, and none, by chance but always the same.
Answers anyAnswers(const Scale& scale, std::mt19937& chance, bool withGaps)
{
    Answers answers;
    for (const auto& item : scale.items) {
        const auto pick = chance() % (item.options.size() + (withGaps ? 1 : 0));
        answers.push_back(pick < item.options.size() ? item.options[pick].value : kNotAnswered);
    }
    return answers;
}

std::vector<const Scale*> bundled()
{
    std::vector<const Scale*> found;
    for (const auto& scale : shippedScales().scales)
        if (!scale.gated)
            found.push_back(&scale);
    return found;
}

} // namespace

class TestScales : public QObject {
    Q_OBJECT

private slots:
    void vectors_data()
    {
        QTest::addColumn<QString>("scale");
        QTest::addColumn<QList<int>>("answers");
        QTest::addColumn<int>("total");
        QTest::addColumn<QString>("band");
        QTest::addColumn<bool>("positive");
        QTest::addColumn<bool>("safety");
        QTest::addColumn<bool>("risk");
        const auto row = [](const char* name, const char* scale, const Answers& answers, int total, const char* band,
                            bool positive, bool safety, bool risk) {
            QTest::newRow(name) << QString(scale) << QList<int>(answers.begin(), answers.end()) << total
                                << QString(band) << positive << safety << risk;
        };
        row("phq9 mild", "phq9", {1, 1, 1, 1, 1, 0, 0, 0, 0}, 5, "Mild", false, false, false);
        row("phq9 moderate", "phq9", {2, 2, 2, 1, 1, 1, 1, 0, 0}, 10, "Moderate", true, false, false);
        row("phq9 item 9 alone", "phq9", {0, 0, 0, 0, 0, 0, 0, 0, 1}, 1, "None or minimal", false, true, true);
        row("phq9 all 3", "phq9", {3, 3, 3, 3, 3, 3, 3, 3, 3}, 27, "Severe", true, true, true);
        row("phq9 19", "phq9", {3, 3, 3, 3, 3, 3, 1, 0, 0}, 19, "Moderately severe", true, false, false);
        row("phq9 20 without item 9", "phq9", {3, 3, 3, 3, 3, 3, 2, 0, 0}, 20, "Severe", true, false, true);
        row("phq9 the functional line counts nothing", "phq9", {1, 1, 1, 1, 1, 0, 0, 0, 0, 3}, 5, "Mild", false, false,
            false);
        row("gad7 mild", "gad7", {1, 1, 1, 1, 1, 0, 0}, 5, "Mild", false, false, false);
        row("gad7 all 3", "gad7", all("gad7", 3), 21, "Severe", true, false, false);
        row("gds15 all yes", "gds15", all("gds15", 1), 10, "Look closer", true, false, false);
        row("gds15 all no", "gds15", all("gds15", 0), 5, "Worth attention", false, false, false);
        row("ucla3", "ucla3", {2, 2, 2}, 6, "Lonelier", true, false, false);
        row("ucla3 least", "ucla3", {1, 1, 1}, 3, "Less lonely", false, false, false);
        row("phq2 2", "phq2", {1, 1}, 2, "Not marked", false, false, false);
        row("phq2 3", "phq2", {1, 2}, 3, "Worth asking more", true, false, false);
        row("gad2 3", "gad2", {0, 3}, 3, "Worth asking more", true, false, false);
        // Missing answers: one of nine counts as the mean of the others, halves go up; two leave the total empty.
        row("phq9 one missing", "phq9", {1, 1, 1, 1, 1, 0, 0, 0, kNotAnswered}, 6, "Mild", false, false, false);
        row("phq9 one missing, exact", "phq9", {1, 1, 1, 1, 1, 1, 1, 1, kNotAnswered}, 9, "Mild", false, false, false);
        row("phq9 two missing", "phq9", {3, 3, 0, 0, 0, 0, 0, kNotAnswered, kNotAnswered}, kNoTotal, "", false, false,
            false);
        row("phq9 item 9 counts in what is not finished", "phq9",
            {kNotAnswered, kNotAnswered, kNotAnswered, kNotAnswered, kNotAnswered, kNotAnswered, kNotAnswered,
             kNotAnswered, 1},
            kNoTotal, "", false, true, true);
        row("phq9 20 are certain without a total", "phq9", {3, 3, 3, 3, 3, 3, 2, kNotAnswered, kNotAnswered}, kNoTotal,
            "", false, false, true);
        row("phq9 nobody answered", "phq9", {}, kNoTotal, "", false, false, false);
        row("phq9 a value that nobody was offered", "phq9", {9, 9, 9, 9, 9, 9, 9, 9, 9}, kNoTotal, "", false, false,
            false);
        row("gds15 one missing", "gds15", Answers(14, 1), kNoTotal, "", false, false, false);
        row("phq2 one missing", "phq2", {3}, kNoTotal, "", false, false, false);
        row("ucla3 one missing", "ucla3", {3, 3, kNotAnswered}, kNoTotal, "", false, false, false);
    }
    void vectors()
    {
        QFETCH(QString, scale);
        QFETCH(QList<int>, answers);
        const Scale* asked = shippedScales().named(scale.toStdString());
        QVERIFY(asked != nullptr);
        const auto outcome = score(*asked, Answers(answers.begin(), answers.end()), kDay);
        QTEST(outcome.total.value_or(kNoTotal), "total");
        QTEST(outcome.band == nullptr ? QString() : QString::fromStdString(outcome.band->label.en), "band");
        QTEST(outcome.positive, "positive");
        QTEST(outcome.safety, "safety");
        QTEST(outcome.leadsToRisk, "risk");
    }

    void enteredScores_data()
    {
        QTest::addColumn<QString>("scale");
        QTest::addColumn<int>("score");
        QTest::addColumn<QString>("checks");
        QTest::addColumn<bool>("positive");
        QTest::addColumn<bool>("risk");
        const auto row = [](const char* name, const char* scale, int entered, const char* checks, bool positive,
                            bool risk) { QTest::newRow(name) << scale << entered << checks << positive << risk; };
        row("pg13r all 3", "pg13r", 30, "2:1,13:1", true, false);
        row("pg13r too early", "pg13r", 30, "2:0,13:1", false, false);
        row("pg13r not impaired", "pg13r", 50, "2:1,13:0", false, false);
        row("pg13r nothing said beside", "pg13r", 30, "", false, false);
        row("pg13r 29", "pg13r", 29, "2:1,13:1", false, false);
        row("srq20 7", "srq20", 7, "17:0", false, false);
        row("srq20 8", "srq20", 8, "17:0", true, false);
        row("srq20 item 17 whatever the total", "srq20", 1, "17:1", false, true);
        row("icg 25", "icg19", 25, "", false, false);
        row("icg 26", "icg19", 26, "", true, false);
        row("who5 12", "who5", 12, "", true, false);
        row("who5 13", "who5", 13, "", false, false);
        row("cssrs none", "cssrs", 0, "", false, false);
        row("cssrs low", "cssrs", 1, "", true, true);
        row("cssrs high", "cssrs", 3, "", true, true);
    }
    void enteredScores()
    {
        QFETCH(QString, scale);
        QFETCH(int, score);
        QFETCH(QString, checks);
        const Scale* asked = shippedScales().named(scale.toStdString());
        const auto said = checksOf(*asked, checks.toStdString());
        QVERIFY(said.has_value());
        const auto outcome = scoreEntered(*asked, score, *said, kDay);
        QCOMPARE(outcome.total, std::optional(score));
        QTEST(outcome.positive, "positive");
        QTEST(outcome.leadsToRisk, "risk");
    }
    void aScoreOutsideTheRangeIsNone()
    {
        const Scale* pg13r = shippedScales().named("pg13r");
        for (const int entered : {-1, 0, 9, 51, 999}) // eleven items would reach 55
            QVERIFY(!scoreEntered(*pg13r, entered, {}, kDay).total);
        QVERIFY(!scoreEntered(*pg13r, std::nullopt, {}, kDay).total);
    }

    // --- laws

    // Answers are kept by item: in which order the hands gave them changes nothing.
    void orderOfAnsweringDoesNotMatter()
    {
        std::mt19937 chance(7);
        for (const Scale* scale : bundled())
            for (int round = 0; round < 200; ++round) {
                const Answers wanted = anyAnswers(*scale, chance, true);
                const auto expected = score(*scale, wanted, kDay);
                std::vector<std::size_t> order(wanted.size());
                std::iota(order.begin(), order.end(), std::size_t{0});
                std::shuffle(order.begin(), order.end(), chance);
                Answers kept(wanted.size(), kNotAnswered);
                for (const auto at : order)
                    kept[at] = wanted[at];
                const auto found = score(*scale, kept, kDay);
                QCOMPARE(found.total, expected.total);
                QCOMPARE(found.band, expected.band);
                QCOMPARE(found.leadsToRisk, expected.leadsToRisk);
            }
    }
    void totalsStayInRange()
    {
        std::mt19937 chance(11);
        for (const Scale* scale : bundled())
            for (int round = 0; round < 2000; ++round) {
                const auto outcome = score(*scale, anyAnswers(*scale, chance, round % 2 == 0), kDay);
                if (!outcome.total)
                    continue;
                QVERIFY2(*outcome.total >= scale->least && *outcome.total <= scale->greatest, scale->name.c_str());
                QVERIFY(outcome.band != nullptr);
            }
    }
    // More of a complaint never lowers the total; a safety answer is never lost by answering more or less beside it.
    void worseAnswersNeverScoreLess()
    {
        std::mt19937 chance(13);
        for (const Scale* scale : bundled())
            for (int round = 0; round < 300; ++round) {
                Answers answers = anyAnswers(*scale, chance, false);
                const auto at = chance() % answers.size();
                const Item& item = scale->items[at];
                const auto before = score(*scale, answers, kDay);
                answers[at] = item.reversed ? item.least() : item.greatest();
                const auto after = score(*scale, answers, kDay);
                QVERIFY(*after.total >= *before.total);
                QVERIFY(!before.safety || after.safety);
            }
    }
    void whatIsCertainNeverTurnsWhenTheRestIsAnswered()
    {
        std::mt19937 chance(17);
        const Scale* phq9 = shippedScales().named("phq9");
        for (int round = 0; round < 5000; ++round) {
            Answers answers = anyAnswers(*phq9, chance, true);
            const auto early = score(*phq9, answers, kDay);
            if (early.total || !early.leadsToRisk)
                continue;
            for (std::size_t i = 0; i < answers.size(); ++i)
                if (answers[i] == kNotAnswered)
                    answers[i] = phq9->items[i].options[chance() % phq9->items[i].options.size()].value;
            QVERIFY(score(*phq9, answers, kDay).leadsToRisk);
        }
    }
    void answersSurviveTheirText()
    {
        std::mt19937 chance(19);
        for (const Scale* scale : bundled())
            for (int round = 0; round < 100; ++round) {
                const Answers answers = anyAnswers(*scale, chance, true);
                const auto read = answersOf(*scale, answersText(answers));
                QVERIFY(read.has_value());
                QCOMPARE(*read, answers);
            }
    }
    void strangeTextsAreRefused()
    {
        const Scale* phq2 = shippedScales().named("phq2");
        for (const char* text : {"4", "1,1,1", "1,", ",1", "a", "1;1", "-2", "1, 1", "99999999999"})
            QVERIFY2(!answersOf(*phq2, text), text);
        QVERIFY(answersOf(*phq2, "")->empty());
        const Scale* srq = shippedScales().named("srq20");
        for (const char* text : {"18:1", "17", "17:2", "17:", "17:1,17:1", "x:1"})
            QVERIFY2(!checksOf(*srq, text), text);
        QCOMPARE(checksText(*checksOf(*srq, "17:1")), std::string("17:1"));
    }

    // --- profiles

    void aLaterProfileDoesNotRewriteHistory()
    {
        auto files = test::shippedScaleFiles();
        auto& text = files["scales/phq2.json"];
        const std::string old = "\n ]\n}\n"; // the end of the profiles
        QVERIFY(text.ends_with(old));
        text.replace(text.size() - old.size(), old.size(), R"(,
  {"name": "phq2-2028", "from": "2028-01-01", "source": "a stricter one, for this test", "bands": [
    {"number": 1, "from": 0, "to": 1, "zh": "低", "en": "Low", "nextZh": "无", "nextEn": "Nothing"},
    {"number": 2, "from": 2, "to": 6, "zh": "高", "en": "High", "nextZh": "看", "nextEn": "Look", "positive": true}]}
 ]
}
)");
        const auto set = loadScales(files);
        QVERIFY2(set.has_value(), set ? "" : set.error().detail.c_str());
        const Scale* phq2 = set->named("phq2");
        const auto before = score(*phq2, Answers{1, 1}, *parseDay("2027-12-31"));
        const auto after = score(*phq2, Answers{1, 1}, *parseDay("2028-01-01"));
        QVERIFY(!before.positive);
        QVERIFY(after.positive);
        QCOMPARE(before.profile->name, std::string("phq2-2026"));
        QCOMPARE(phq2->profile("phq2-2026")->numbered(1), before.band);
        QCOMPARE(score(*phq2, Answers{1, 1}, *parseDay("2020-01-01")).profile->name, std::string("phq2-2026"));
    }
};

QTEST_APPLESS_MAIN(TestScales)
#include "tst_scales.moc"

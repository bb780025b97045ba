// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The files that ship, and bad ones: each refused with file, line and reason.
#include "shipped_scales.hpp"

#include <QTest>

#include <set>

using namespace lianxin;
using namespace lianxin::scales;
using lianxin::test::shippedScales;

class TestScaleFiles : public QObject {
    Q_OBJECT

private slots:
    void whatIsBundledAndWhatIsNot()
    {
        std::set<std::string> bundled;
        std::set<std::string> gated;
        for (const auto& scale : shippedScales().scales) {
            (scale.gated ? gated : bundled).insert(scale.official);
            QCOMPARE(scale.items.empty(), scale.gated);
            QVERIFY(!scale.source.empty());
        }
        QCOMPARE(bundled, (std::set<std::string>{"PHQ-2", "PHQ-9", "GAD-2", "GAD-7", "GDS-15", "UCLA-3"}));
        QCOMPARE(gated, (std::set<std::string>{"SRQ-20", "PG-13-R", "ICG", "WHO-5", "C-SSRS"}));
        QCOMPARE(shippedScales().spoken()->name, std::string("phq2"));
    }
    void rangesAreThePublishedOnes_data()
    {
        QTest::addColumn<int>("items");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("greatest");
        QTest::newRow("phq2") << 2 << 0 << 6;
        QTest::newRow("phq9") << 9 << 0 << 27;
        QTest::newRow("gad2") << 2 << 0 << 6;
        QTest::newRow("gad7") << 7 << 0 << 21;
        QTest::newRow("gds15") << 15 << 0 << 15;
        QTest::newRow("ucla3") << 3 << 3 << 9;
        QTest::newRow("srq20") << 0 << 0 << 20;
        QTest::newRow("pg13r") << 0 << 10 << 50;
        QTest::newRow("icg19") << 0 << 0 << 76;
        QTest::newRow("who5") << 0 << 0 << 25;
        QTest::newRow("cssrs") << 0 << 0 << 3;
    }
    void rangesAreThePublishedOnes()
    {
        const Scale* scale = shippedScales().named(QTest::currentDataTag());
        QVERIFY(scale != nullptr);
        QTEST(int(std::count_if(scale->items.begin(), scale->items.end(), [](const Item& i) { return i.scored; })),
              "items");
        QTEST(scale->least, "least");
        QTEST(scale->greatest, "greatest");
    }
    void theKeysOfTheElderlyScale()
    {
        std::set<std::uint32_t> reversed;
        for (const auto& item : shippedScales().named("gds15")->items)
            if (item.reversed)
                reversed.insert(item.number);
        QCOMPARE(reversed, (std::set<std::uint32_t>{1, 5, 7, 11, 13}));
    }
    void shortFormsAreTheFirstLinesOfTheLongOnes()
    {
        for (const auto& [brief, whole] : {std::pair{"phq2", "phq9"}, std::pair{"gad2", "gad7"}})
            for (const auto& item : shippedScales().named(brief)->items) {
                QCOMPARE(item.text.zh, shippedScales().named(whole)->item(item.number)->text.zh);
                QCOMPARE(item.text.en, shippedScales().named(whole)->item(item.number)->text.en);
            }
    }
    void onlyTheSafetyLinesAskForSafety()
    {
        std::set<std::string> asking;
        for (const auto& scale : shippedScales().scales) {
            for (const auto& item : scale.items)
                if (item.safetyFrom)
                    asking.insert(scale.name + std::to_string(item.number) + "from" + std::to_string(*item.safetyFrom));
            for (const auto& check : scale.checks)
                if (check.safety)
                    asking.insert(scale.name + std::to_string(check.number));
        }
        QCOMPARE(asking, (std::set<std::string>{"phq99from1", "srq2017"}));
    }
    void thresholdsAreLocked()
    {
        const auto lines = thresholdLines(shippedScales());
        const auto locked =
            QString::fromStdString(test::readText("scales/scales.lock")).split(u'\n', Qt::SkipEmptyParts);
        QStringList now;
        for (const auto& line : lines)
            now << QString::fromStdString(line);
        for (const auto& line : locked)
            QVERIFY2(now.contains(line), qPrintable("a published threshold changed: " + line));
        for (const auto& line : now)
            QVERIFY2(locked.contains(line), qPrintable("append to scales.lock: " + line));
    }
    void codesAndQualificationsAreThoseOfTheCatalogue()
    {
        const auto codes = QString::fromStdString(test::readText("codes/scale_code.json"));
        for (const auto& scale : shippedScales().scales) {
            const QString number = QStringLiteral("{\"number\": %1, ").arg(scale.code);
            const qsizetype at = codes.indexOf(number);
            QVERIFY2(at >= 0, scale.name.c_str());
            QVERIFY(codes.mid(at).section(u'}', 0, 0).contains(QString::fromStdString(scale.official)));
        }
        const auto qualifications = QString::fromStdString(test::readText("codes/qualification.json"));
        for (const auto code : shippedScales().openWith)
            QVERIFY(qualifications.contains(QStringLiteral("\"number\": %1,").arg(code)));
    }

    void badFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("line"); // 0: none that could be named
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* file, const char* from, const char* to, int line,
                            const char* reason) { QTest::newRow(name) << file << from << to << line << reason; };
        row("unknown key", "phq9", "\"official\"", "\"oficial\"", 5, "unknown key");
        row("a gap", "phq9", "\"from\": 5, \"to\": 9", "\"from\": 6, \"to\": 9", 34, "without gap");
        row("an overlap", "phq9", "\"from\": 5, \"to\": 9", "\"from\": 4, \"to\": 9", 34, "without gap");
        row("too short", "phq9", "\"from\": 20, \"to\": 27", "\"from\": 20, \"to\": 26", 32, "the scale at 27");
        row("a safety answer that is none", "phq9", "\"safetyFrom\": 1", "\"safetyFrom\": 7", 26, "safetyFrom");
        row("a safety answer that everybody gives", "phq9", "\"safetyFrom\": 1", "\"safetyFrom\": 0", 26, "safetyFrom");
        row("two answers of one value", "phq9", "{\"value\": 3, \"zh\": \"几乎", "{\"value\": 2, \"zh\": \"几乎", 15,
            "two answers");
        row("an item left out", "phq9", "{\"number\": 3, \"zh\": \"入睡", "{\"number\": 4, \"zh\": \"入睡", 20,
            "1, 2, 3");
        row("too many may be missing", "phq9", "\"most\": 1", "\"most\": 2", 29, "20 %");
        row("missing without a rule", "phq9", "\"prorate\": true, ", "", 29, "prorate");
        row("no such day", "phq9", "2026-01-01", "2026-02-30", 31, "YYYY-MM-DD");
        row("a fraction", "phq9", "\"to\": 27", "\"to\": 27.5", 37, "");
        row("twice the same key", "phq9", "\"to\": 27", "\"to\": 27, \"to\": 27", 37, "");
        row("not JSON", "phq9", "{\n", "", 1, "");
        row("a gated scale with items", "srq20", "\"entry\"",
            "\"items\": [{\"number\": 1, \"zh\": \"头\", \"en\": \"H\"}], \"entry\"", 9, "gated");
        row("a gated scale that is open", "srq20", "\"gated\": true", "\"gated\": false", 9, "for gated");
        row("a check of no kind", "srq20", "\"safety\"", "\"danger\"", 9, "criterion");
        row("upside down", "srq20", "\"max\": 20", "\"max\": 0", 9, "above");
        row("another's number", "srq20", "\"number\": 7,", "\"number\": 2,", 2, "number");
        row("another's name", "srq20", "\"name\": \"srq20\"", "\"name\": \"srq\"", 3, "file's name");
        row("English alone", "ucla3", "\"zh\": \"孤单三问\", ", "", 0, "label");
    }
    void badFiles()
    {
        QFETCH(QString, file);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, line);
        QFETCH(QString, reason);
        auto files = test::shippedScaleFiles();
        const std::string name = "scales/" + file.toStdString() + ".json";
        QString text = QString::fromStdString(files[name]);
        if (file == "ucla3")
            text.replace(QStringLiteral("\"zh\": \"孤单三问\",\n"), QString());
        else {
            const qsizetype at = text.indexOf(from);
            QVERIFY(at >= 0);
            text.replace(at, from.size(), to);
        }
        files[name] = text.toStdString();
        const auto set = loadScales(files);
        QVERIFY(!set.has_value());
        const QString detail = QString::fromStdString(set.error().detail);
        QVERIFY2(detail.startsWith(QString::fromStdString(name) + u':'), qPrintable(detail));
        QVERIFY2(detail.contains(reason), qPrintable(detail));
        if (line > 0)
            QVERIFY2(detail.contains(QStringLiteral(":%1: ").arg(line)) ||
                         detail.contains(QStringLiteral("line %1 ").arg(line)),
                     qPrintable(detail));
    }
    void aSetWithoutItsRootIsRefused()
    {
        auto files = test::shippedScaleFiles();
        files.erase("scales/scales.json");
        QVERIFY(!loadScales(files));
    }
};

QTEST_APPLESS_MAIN(TestScaleFiles)
#include "tst_scale_files.moc"

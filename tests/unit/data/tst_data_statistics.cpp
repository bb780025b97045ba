// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "census.hpp"

#include "app/data/asset_files.hpp"
#include "sync/model/json.hpp"

#include <boost/json/array.hpp>

#include <QTest>

#include <cmath>
#include <set>

using namespace lianxin;
using namespace lianxin::test;

// The set C of 2,000 families against the recipe of domain.md 8.3 and 8.4.
class TestDataStatistics : public QObject {
    Q_OBJECT

private:
    static const Census& county()
    {
        static const Census census(demoGenerator(1), 2000);
        return census;
    }

    static void row(const char* name, double measured, double expected, double tolerance)
    {
        QTest::newRow(name) << measured << expected << tolerance;
    }
    static void households();
    static void people();
    static void identities();
    static void events();
    static void clocks();
    static void words();

private slots:
    void proportions_data()
    {
        QTest::addColumn<double>("measured");
        QTest::addColumn<double>("expected");
        QTest::addColumn<double>("tolerance");
        households();
        people();
        identities();
        events();
        clocks();
        words();
    }

    void proportions()
    {
        QFETCH(double, measured);
        QFETCH(double, expected);
        QFETCH(double, tolerance);
        QVERIFY2(std::abs(measured - expected) <= tolerance,
                 qPrintable(QStringLiteral("%1, the recipe says %2 ± %3").arg(measured).arg(expected).arg(tolerance)));
    }

    void everyBlockHasALeapMonth()
    {
        std::set<std::size_t> blocks;
        for (const auto index : county().leapFamilies())
            blocks.insert(index / 150);
        for (std::size_t block = 0; block < 13; ++block) // 2,000 families: thirteen whole blocks
            QVERIFY2(blocks.contains(block), qPrintable(QString::number(block)));
        const Census other(demoGenerator(99), 150);
        QVERIFY(!other.leapFamilies().empty());
    }

    void thereAreWordsEnough()
    {
        const auto pools = parseJson(*data::readAsset(LIANXIN_SOURCE_DIR "/assets", "demo/pools.json"));
        std::set<std::string> fragments;
        std::size_t listed = 0;
        for (const auto& [slot, list] : pools->as_object().at("notes").as_object())
            for (const auto& fragment : list.as_array()) {
                fragments.insert(fragment.as_string().c_str());
                ++listed;
            }
        QCOMPARE(fragments.size(), listed); // each only once
        QVERIFY2(listed >= 150, qPrintable(QString::number(listed)));
    }
};

void TestDataStatistics::households()
{
    const auto& c = county();
    const double all = c.count("household");
    row("families", all, 2000, 0);
    row("bereaved", c.count("type 1") / all, 0.42, 0.03);
    row("with a disabled child", c.count("type 2") / all, 0.58, 0.03);
    row("widowed", c.count("head 30") / all, 0.20, 0.03);
    row("divorced", c.count("head 40") / all, 0.14, 0.025);
    row("both gone", c.count("status 4") / all, 0.04, 0.015);
    row("third generation", c.count("third generation") / all, 0.08, 0.02);
    row("without phone", 1 - c.count("with phone") / all, 0.04, 0.012);
    row("landline", c.count("landline") / c.count("with phone"), 0.08, 0.02);
    const double wishes[] = {0.58, 0.22, 0.09, 0.05, 0.04, 0.02};
    for (int i = 0; i < 6; ++i)
        row(("wish " + std::to_string(i + 1)).c_str(), c.count("pref " + std::to_string(i + 1)) / all, wishes[i],
            i < 2 ? 0.035 : 0.015);
    row("people per family", c.count("person") / all, 1.9, 0.1);
}

void TestDataStatistics::people()
{
    const auto& c = county();
    row("women", c.share("woman", "target"), 0.556, 0.025);
    row("alone", c.share("lives alone", "target"), 0.22, 0.025);
    row("age", c.mean("age"), 64.8, 0.8);
    row("youngest", c.quantile("age", 0), 49, 1);
    row("oldest", c.quantile("age", 1), 90, 6);
    row("chronically ill", c.share("chronic", "target"), 0.58, 0.03);
    row("high blood pressure", c.share("chronic 1", "target"), 0.38, 0.03);
    row("diabetes", c.share("chronic 2", "target"), 0.16, 0.02);
    row("cancer", c.share("chronic 8", "target"), 0.04, 0.012);
    row("needs all care", c.share("care 3", "target"), 0.07, 0.015);
    row("needs some care", c.share("care 2", "target"), 0.12, 0.02);
    row("forgetful", c.share("care 4", "target"), 0.03, 0.01);
    row("no school", c.share("education 90", "target"), 0.07, 0.015);
    row("primary school", c.share("education 80", "target"), 0.177, 0.025);
    row("middle school", c.share("education 70", "target"), 0.496, 0.03);
    row("high school", c.share("education 60", "target"), 0.156, 0.025);
    row("college", c.share("education 30", "target"), 0.101, 0.02);
    row("surname Chen", c.share("surname 陈", "person"), 0.12, 0.02);
    row("surname Lin", c.share("surname 林", "person"), 0.11, 0.02);
    row("surname Huang", c.share("surname 黄", "person"), 0.065, 0.015);
    row("She surnames", (c.count("surname 雷") + c.count("surname 蓝") + c.count("surname 钟")) / c.count("person"),
        0.012, 0.006);
    row("rare characters", c.share("rare name", "person"), 0.003, 0.0025);
    row("birthdays by the moon", c.share("keeps the moon", "born before 1970"), 0.55, 0.03);
    row("leap months", c.share("leap month", "keeps the moon"), 0.037, 0.015);
    row("years since loss", c.mean("years since loss"), 11.08, 0.8);
    row("loss before birth", c.count("loss before birth"), 0, 0);
}

void TestDataStatistics::identities()
{
    const auto& c = county();
    row("number missing", c.share("id missing", "person"), 0.01, 0.006);
    row("wrong check digit", c.share("id wrong", "person"), 0.002, 0.0018);
    row("fifteen digits", c.share("id old", "person"), 0.001, 0.0009);
    row("another birthday", c.share("id other birthday", "person"), 0.003, 0.0022);
    row("anything else", c.count("id unexpected"), 0, 0);
    row("outside 3599", c.count("id unsafe"), 0, 0);
}

void TestDataStatistics::events()
{
    const auto& c = county();
    row("calls", c.count("call") / c.years(), 6, 0.4);
    row("home visits", c.count("home visit") / c.years(), 3, 0.25);
    row("people seen at festivals", c.count("festival persons") / c.years(), 1.4, 0.15);
    row("illness", c.count("illness visit") / c.years(), 0.034, 0.012);
    row("people in emergencies", c.count("emergency persons") / c.years(), 0.05, 0.015);
    row("needs", c.count("care_need") / c.years(), 0.6, 0.06);
    row("contacts", c.count("contact_assignment") / c.count("status 2"), 2, 0);
    const double moods[] = {0.62, 0.29, 0.08, 0.01};
    for (int i = 0; i < 4; ++i)
        row(("mood " + std::to_string(i + 1)).c_str(), c.share("mood " + std::to_string(i + 1), "mood"), moods[i],
            0.01);
    row("flags", c.count("risk_flag"), c.count("mood 4"), 0);
}

void TestDataStatistics::clocks()
{
    const auto& c = county();
    const auto months = [&](std::initializer_list<int> which) {
        double sum = 0;
        for (const int month : which)
            sum += c.count("month " + std::to_string(month));
        return sum / c.count("visit");
    };
    row("weeks of Spring Festival", months({1, 2}), 0.29, 0.04);
    row("quiet months", months({3, 11}), 0.097, 0.025);
    row("Mid-Autumn", months({9, 10}), 0.194, 0.04);
    row("weekdays", c.share("weekday", "visit"), 0.92, 0.015);
    row("mornings", c.share("morning", "visit"), 0.60, 0.02);
    row("afternoons", c.share("afternoon", "visit"), 0.35, 0.02);
    row("evenings", c.share("evening", "visit"), 0.05, 0.01);
    row("written that day", c.share("written that day", "visit"), 0.70, 0.02);
    row("within three days", c.share("written soon", "visit"), 0.25, 0.02);
    row("later", c.share("written later", "visit"), 0.05, 0.01);
    row("before it happened", c.count("written before"), 0, 0);
}

void TestDataStatistics::words()
{
    const auto& c = county();
    row("notes, median", c.quantile("note length", 0.5), 38, 6);
    row("notes, one in twenty", c.quantile("note length", 0.95), 160, 30);
    row("notes, longest", c.quantile("note length", 1), 500, 60);
    row("actions, median", c.quantile("action length", 0.5), 55, 10);
    row("addresses, median", c.quantile("address length", 0.5), 22, 3);
    row("addresses, longest", c.quantile("address length", 1), 30, 30);
}

QTEST_APPLESS_MAIN(TestDataStatistics)
#include "tst_data_statistics.moc"

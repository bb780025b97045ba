// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.hpp"
#include "sync/model/lunar.hpp"

#include <QTest>

using namespace lianxin;
using test::catalogue;

namespace {

Day day(const char* text) { return *parseDay(text); }

std::string festivalText(std::uint32_t number, int year)
{
    const auto found = festivalDay(*catalogue().codeList("festival")->find(number), year);
    return found ? dayText(*found).substr(5) : std::string("-");
}

// Civil days of a fixed lunar day that fall into a civil year.
std::string lunarText(int year, int month, int lunarDay)
{
    for (int lunarYear = year - 1; lunarYear <= year; ++lunarYear)
        if (const auto found = lunarOccurrence(lunarYear, month, lunarDay, false, LeapPolicy::regular);
            found && static_cast<int>(found->year()) == year)
            return dayText(*found).substr(5);
    return "-";
}

} // namespace

class TestModelLunar : public QObject {
    Q_OBJECT

private slots:
    void vectors_data()
    {
        QTest::addColumn<QString>("civil");
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("month");
        QTest::addColumn<int>("lunarDay");
        QTest::addColumn<bool>("leap");
        const auto row = [](const char* civil, int year, int month, int lunarDay, bool leap = false) {
            QTest::newRow(civil) << civil << year << month << lunarDay << leap;
        };
        row("1930-01-30", 1930, 1, 1);
        row("1958-09-30", 1958, 8, 18);
        row("1962-02-05", 1962, 1, 1);
        row("1984-12-01", 1984, 10, 9, true);
        row("2003-07-15", 2003, 6, 16);
        row("2012-05-12", 2012, 4, 22);
        row("2012-05-21", 2012, 4, 1, true);
        row("2020-06-01", 2020, 4, 10, true);
        row("2025-07-28", 2025, 6, 4, true);
        row("2026-11-23", 2026, 10, 15);
        row("1955-05-01", 1955, 3, 10, true);
        row("2027-02-06", 2027, 1, 1); // where the system's library is a day off
        row("2030-02-03", 2030, 1, 1);
        row("2034-02-19", 2034, 1, 1);
    }
    void vectors()
    {
        QFETCH(QString, civil);
        QFETCH(int, year);
        QFETCH(int, month);
        QFETCH(int, lunarDay);
        QFETCH(bool, leap);
        const LunarDate expected{year, month, lunarDay, leap};
        const auto date = *parseDay(civil.toStdString());
        QVERIFY(lunarOf(date) == expected);
        QVERIFY(civilOf(expected) == date);
    }

    // Law: the two ways undo each other on every day of the table, and lunar days follow each other without a gap.
    void everyDayThereAndBack()
    {
        auto before = lunarOf(day("1930-01-30"));
        for (auto date = addDays(day("1930-01-30"), 1); date < day("2057-01-01"); date = addDays(date, 1)) {
            const auto lunar = lunarOf(date);
            QVERIFY2(lunar, dayText(date).c_str());
            QVERIFY2(civilOf(*lunar) == date, dayText(date).c_str());
            QVERIFY(lunar->day == before->day + 1 || (lunar->day == 1 && before->day >= 29));
            before = lunar;
        }
        QVERIFY(!lunarOf(day("1930-01-29")));
        QVERIFY(!lunarOf(day("2100-01-01")));
    }

    void yearsHaveSensibleLengths()
    {
        for (int year = 1930; year <= 2056; ++year) {
            int days = 0;
            for (int month = 1; month <= 12; ++month)
                days += lunarMonthLength(year, month, false) + lunarMonthLength(year, month, true);
            const bool leap = leapMonthOf(year) != 0;
            QVERIFY2(leap ? days >= 383 && days <= 385 : days >= 353 && days <= 355, std::to_string(year).c_str());
        }
        QCOMPARE(leapMonthOf(2026), 0);
        QCOMPARE(leapMonthOf(2025), 6);
        QCOMPARE(leapMonthOf(2033), 11);
        QCOMPARE(leapMonthOf(1929), 0);
        QCOMPARE(lunarMonthLength(2026, 13, false), 0);
        QCOMPARE(lunarMonthLength(2026, 3, true), 0);
    }

    void anniversaries()
    {
        // Born in leap third month, tenth day (1955-05-01).
        QVERIFY(lunarOccurrence(2026, 3, 10, true, LeapPolicy::regular) == day("2026-04-26"));
        QVERIFY(lunarOccurrence(2026, 3, 10, true, LeapPolicy::preferLeap) == day("2026-04-26"));
        QVERIFY(lunarOccurrence(2031, 3, 10, true, LeapPolicy::regular) == day("2031-04-01"));
        QVERIFY(lunarOccurrence(2031, 3, 10, true, LeapPolicy::preferLeap) == day("2031-05-01"));
        // Born on the thirtieth of the twelfth month: the 29th of 2026's is the eve.
        QVERIFY(lunarOccurrence(2026, 12, 30, false, LeapPolicy::regular) == day("2027-02-05"));
        QVERIFY(!lunarOccurrence(2057, 1, 1, false, LeapPolicy::regular));
        QCOMPARE(solarOccurrence(2027, 2, 29), day("2027-02-28"));
        QCOMPARE(solarOccurrence(2028, 2, 29), day("2028-02-29"));
    }

    void nextOnes()
    {
        QVERIFY(nextLunarOccurrence(day("2026-11-23"), 1, 1, false, LeapPolicy::regular) == day("2027-02-06"));
        QVERIFY(nextLunarOccurrence(day("2027-02-06"), 1, 1, false, LeapPolicy::regular) == day("2027-02-06"));
        QVERIFY(nextLunarOccurrence(day("2027-02-07"), 1, 1, false, LeapPolicy::regular) == day("2028-01-26"));
        QVERIFY(nextLunarOccurrence(day("2027-01-20"), 12, 30, false, LeapPolicy::regular) == day("2027-02-05"));
        QCOMPARE(nextSolarOccurrence(day("2026-11-23"), 11, 22), day("2027-11-22"));
        QCOMPARE(nextSolarOccurrence(day("2026-11-23"), 11, 23), day("2026-11-23"));
    }

    // The published table, 2024 to 2036.
    void festivals_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("days");
        const char* const rows[] = {
            "2024|01-18|02-09|02-10|02-24|04-04|05-12|06-10|06-16|08-10|08-18|09-17|10-11|12-21",
            "2025|01-07|01-28|01-29|02-12|04-04|05-11|05-31|06-15|08-29|09-06|10-06|10-29|12-21",
            "2026|01-26|02-16|02-17|03-03|04-05|05-10|06-19|06-21|08-19|08-27|09-25|10-18|12-22",
            "2027|01-15|02-05|02-06|02-20|04-05|05-09|06-09|06-20|08-08|08-16|09-15|10-08|12-22",
            "2028|01-04|01-25|01-26|02-09|04-04|05-14|05-28|06-18|08-26|09-03|10-03|10-26|12-21",
            "2029|01-22|02-12|02-13|02-27|04-04|05-13|06-16|06-17|08-16|08-24|09-22|10-16|12-21",
            "2030|01-11|02-02|02-03|02-17|04-05|05-12|06-05|06-16|08-05|08-13|09-12|10-05|12-22",
            "2031|01-01|01-22|01-23|02-06|04-05|05-11|06-24|06-15|08-24|09-01|10-01|10-24|12-22",
            "2032|01-20|02-10|02-11|02-25|04-04|05-09|06-12|06-20|08-12|08-20|09-19|10-12|12-21",
            "2033|01-08|01-30|01-31|02-14|04-04|05-08|06-01|06-19|08-01|08-09|09-08|10-01|12-21",
            "2034|01-27|02-18|02-19|03-05|04-05|05-14|06-20|06-18|08-20|08-28|09-27|10-20|12-22",
            "2035|01-16|02-07|02-08|02-22|04-05|05-13|06-10|06-17|08-10|08-18|09-16|10-09|12-22",
            "2036|01-05|01-27|01-28|02-11|04-04|05-11|05-30|06-15|08-28|09-05|10-04|10-27|12-21"};
        for (const char* row : rows) {
            const auto text = QString::fromLatin1(row);
            QTest::newRow(qPrintable(text.left(4))) << text.left(4).toInt() << text.mid(5);
        }
    }
    void festivals()
    {
        QFETCH(int, year);
        QFETCH(QString, days);
        const auto named = [&](std::uint32_t number) { return QString::fromStdString(festivalText(number, year)); };
        const auto lunar = [&](int month, int lunarDay) {
            return QString::fromStdString(lunarText(year, month, lunarDay));
        };
        const QStringList found = {lunar(12, 8), named(12),   named(2), named(3), named(4),  named(5), named(6),
                                   named(14),    lunar(7, 7), named(7), named(8), named(10), named(11)};
        QCOMPARE(found.join('|'), days);
    }

    void everyFestivalHasADay()
    {
        for (const auto& festival : catalogue().codeList("festival")->codes)
            for (int year = 2024; year <= 2040; ++year)
                QVERIFY2(festivalDay(festival, year), festival.label.zh.c_str());
    }

    void days_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const char* good : {"2026-11-23", "2024-02-29", "1930-01-30", "0001-01-01"})
            QTest::newRow(good) << good << true;
        for (const char* bad : {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-11-23", "2026/11/23",
                                "2026-11-23 ", "-026-11-23", "+026-01-01", "2026-+1-01"})
            QTest::newRow(bad) << bad << false;
    }
    void days()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto parsed = parseDay(text.toStdString());
        QCOMPARE(parsed.has_value(), good);
        if (good)
            QCOMPARE(QString::fromStdString(dayText(*parsed)), text);
    }

    void civilDaysAreChinas()
    {
        QCOMPARE(dayInChina(0), day("1970-01-01"));
        QCOMPARE(dayInChina(1795406400000), day("2026-11-23"));
        QCOMPARE(dayInChina(startOfDayInChina(day("2026-11-23"))), day("2026-11-23"));
        QCOMPARE(dayInChina(startOfDayInChina(day("2026-11-23")) - 1), day("2026-11-22"));
        QCOMPARE(dayInChina(-8LL * 3600 * 1000 - 1), day("1969-12-31"));
        QCOMPARE(daysBetween(day("2026-11-23"), day("2027-02-06")), 75);
    }
};

QTEST_APPLESS_MAIN(TestModelLunar)
#include "tst_model_lunar.moc"

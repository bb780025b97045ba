// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lists as offices keep them, into the real encrypted store: what is understood, what is said about the rest, and that nothing is written twice.
#include "app/forms/record_fields.hpp"
#include "app/intake/intake.hpp"
#include "app/intake/list_cell.hpp"
#include "tests/unit/formimport/workbook_maker.hpp"
#include "tests/unit/forms/forms_world.hpp"

#include <QFile>
#include <QtTest>

#include <unicode/ucnv.h>

using namespace lianxin;
using namespace lianxin::intake;

namespace {

constexpr const char* kHead = "户编号,姓名,身份证号码,性别,联系电话,所在村,家庭住址,对象类别,纳入年月,备注,特扶情况\n";

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().detail.c_str());
    return std::move(*result);
}

std::string inGbk(const std::string& utf8)
{
    UErrorCode status = U_ZERO_ERROR;
    std::string bytes(4 * utf8.size() + 8, '\0');
    const auto size = ucnv_convert("GBK", "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()), utf8.data(),
                                   static_cast<std::int32_t>(utf8.size()), &status);
    if (U_FAILURE(status))
        qFatal("no GBK");
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

// A right number: seventeen digits and the check digit of GB 11643.
std::string idNumber(int sequence)
{
    char body[18];
    std::snprintf(body, sizeof body, "3599011958%02d%02d%03d", sequence % 12 + 1, sequence % 28 + 1, sequence % 1000);
    constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += kWeights[i] * (body[i] - '0');
    return std::string(body, 17) + "10X98765432"[sum % 11];
}

} // namespace

class HouseholdListTest : public QObject {
    Q_OBJECT
    std::unique_ptr<FormsWorld> m_world;
    std::string m_rules;

    [[nodiscard]] ListContext context()
    {
        return {m_world->catalogue.get(),
                nullptr,
                m_world->now(),
                {{"359901001201", "凤山村"}, {"359901001202", "下莒村"}}};
    }
    [[nodiscard]] Result<HouseholdList> read(const std::string& bytes)
    {
        sheet::ImportReport report;
        LIANXIN_TRY(const auto table, sheet::readTable(bytes, report));
        LIANXIN_TRY(const auto rules, parseListRules(m_rules, *m_world->catalogue));
        LIANXIN_TRY(auto known, KnownPeople::of(*m_world->store, *m_world->catalogue));
        return readHouseholdList(table, rules, context(), std::move(known));
    }
    [[nodiscard]] std::size_t writeAll(const HouseholdList& list)
    {
        Intake intake(m_world->ports(), list);
        while (!intake.finished())
            (void)must(intake.next());
        return intake.done();
    }
    [[nodiscard]] std::uint64_t people() { return must(m_world->store->countOfType(m_world->type("person").number)); }
    [[nodiscard]] std::uint64_t families()
    {
        return must(m_world->store->countOfType(m_world->type("household").number));
    }
    static bool says(const ListRow& row, const std::string& code)
    {
        return std::ranges::any_of(row.notes, [&](const CellNote& note) { return note.hint.code == code; });
    }

private slots:
    void init()
    {
        m_world = std::make_unique<FormsWorld>();
        QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/forms/household_list.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_rules = file.readAll().toStdString();
    }

    void aListIsReadAndWritten()
    {
        const auto before = std::pair(families(), people());
        const auto list = must(read("全镇特扶对象名册,,,,\n" + std::string(kHead) + "1,林秋月," + idNumber(1) +
                                    ",,139 0000 0001,城厢区下莒村,12号,失独,2019-07,新,失独\n1,陈大山," + idNumber(3) +
                                    ",男,,下莒村,12号,,,\n2,黄木生,,男,19900000002,凤山村,3号,伤残,201907,,伤残\n"));
        QCOMPARE(list.rows.size(), std::size_t{3});
        QCOMPARE(list.count(ListRow::Fate::fresh), std::size_t{3});
        QCOMPARE(list.freshFamilies(), std::size_t{2});
        QCOMPARE(list.strangeHeads, std::vector<std::string>{"备注"});
        QCOMPARE(list.rows[0].number, 3U); // the line of the file
        QCOMPARE(list.rows[0].village, std::string("359901001202"));
        // Birthday and sex stand in the number.
        QCOMPARE(list.rows[0].person.at(m_world->field("person", "birth_date")).asText().value_or(""),
                 std::string("1958-02-02"));
        QCOMPARE(list.rows[0].person.at(m_world->field("person", "phone")).asText().value_or(""),
                 std::string("13900000001"));
        QCOMPARE(writeAll(list), std::size_t{2});
        QCOMPARE(families(), before.first + 2);
        QCOMPARE(people(), before.second + 3);
        bool found = false;
        for (const auto& view : must(m_world->store->ofType(m_world->type("household").number))) {
            const forms::RecordFields fields(m_world->type("household"), view);
            if (fields.text("call_name") != "林秋月")
                continue;
            found = true;
            QCOMPARE(view.partition.text(), std::string("v:359901001202"));
            QCOMPARE(fields.number("family_type").value_or(0), std::int64_t{1});
            QCOMPARE(fields.text("allowance_since"), std::string("2019-07-01"));
            QCOMPARE(fields.text("live_code"), std::string("359901001202"));
            QCOMPARE(must(m_world->store->children(view.record)).size(), std::size_t{3}); // the file and two people
        }
        QVERIFY(found);
    }

    void theSameFileAgainWritesNothing()
    {
        const auto text = std::string(kHead) + "1,林秋月," + idNumber(1) + ",,,下莒村,12号,,,\n" +
                          "2,黄木生,,男,19900000002,凤山村,,,,\n3,郑阿婆,,女,,凤山村,7号,,,\n";
        QCOMPARE(writeAll(must(read(text))), std::size_t{3});
        const auto after = std::pair(families(), people());
        const auto again = must(read(text));
        QCOMPARE(again.count(ListRow::Fate::known), std::size_t{3});
        QCOMPARE(writeAll(again), std::size_t{0});
        QCOMPARE(std::pair(families(), people()), after);
        // Two numbers are two people, however alike they are; one row more of a family goes into its file.
        const auto more = must(read(text + "1,林小明," + idNumber(5) + ",,,下莒村,12号,,,\n9,郑阿婆," + idNumber(7) +
                                    ",女,,凤山村,8号,,,\n"));
        QCOMPARE(more.count(ListRow::Fate::fresh), std::size_t{2});
        QCOMPARE(more.freshFamilies(), std::size_t{1});
        QCOMPARE(writeAll(more), std::size_t{2});
        QCOMPARE(families(), after.first + 1);
        QCOMPARE(people(), after.second + 2);
    }

    void oneStandsTwiceInTheList()
    {
        const auto list = must(read(std::string(kHead) + "1,林秋月," + idNumber(1) + ",,,下莒村,12号,,,\n5,林秋月," +
                                    idNumber(1) + ",,,凤山村,1号,,,\n"));
        QCOMPARE(list.rows[1].fate, ListRow::Fate::twice);
        QCOMPARE(list.rows[1].sameAs, 2U);
        QCOMPARE(writeAll(list), std::size_t{1});
    }

    void whatIsNotUnderstoodIsSaid_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("taken");
        const auto wrong = QString::fromStdString(idNumber(1).replace(17, 1, idNumber(1)[17] == '1' ? "2" : "1"));
        QTest::newRow("no name") << "1,,,,,下莒村,1号,,,"
                                 << "no_name" << false;
        QTest::newRow("no village") << "1,甲,,,,,1号,,,"
                                    << "no_village" << false;
        QTest::newRow("strange village") << "1,甲,,,,上海市,1号,,,"
                                         << "village_unknown" << false;
        QTest::newRow("two villages") << "1,甲,,,,凤山村和下莒村,1号,,,"
                                      << "village_unclear" << false;
        QTest::newRow("18th digit") << "1,甲," + wrong + ",,,下莒村,1号,,,"
                                    << "id_check" << true;
        QTest::newRow("short number") << "1,甲,35990119580930,,,下莒村,1号,,,"
                                      << "id_length" << true;
        QTest::newRow("number of a spreadsheet") << "1,甲,3.59901E+17,,,下莒村,1号,,,"
                                                 << "number_cut" << true;
        QTest::newRow("zeros at the end") << "1,甲,359901195809300000,,,下莒村,1号,,,"
                                          << "number_cut" << true;
        QTest::newRow("sex differs") << "1,甲," + QString::fromStdString(idNumber(1)) + ",女,,下莒村,1号,,,"
                                     << "id_sex_differs" << true;
        QTest::newRow("strange word") << "1,甲,,,,下莒村,1号,不清楚,,"
                                      << "word_unknown" << true;
        QTest::newRow("strange date") << "1,甲,,,,下莒村,1号,,去年,"
                                      << "date_unclear" << true;
        QTest::newRow("since when, but not what") << "1,甲,,,,下莒村,1号,失独,2019-07,"
                                                  << "not_asked" << true;
        QTest::newRow("telephone") << "1,甲,,,12,下莒村,1号,,,"
                                   << "phone" << true;
    }
    void whatIsNotUnderstoodIsSaid()
    {
        QFETCH(QString, row);
        QFETCH(QString, code);
        QFETCH(bool, taken);
        const auto list = must(read(kHead + row.toStdString() + "\n"));
        QCOMPARE(list.rows.size(), std::size_t{1});
        QStringList codes;
        for (const auto& note : list.rows[0].notes)
            codes << QString::fromStdString(note.hint.code);
        QVERIFY2(codes.contains(code), qPrintable(codes.join(' ')));
        QCOMPARE(list.rows[0].fate, taken ? ListRow::Fate::fresh : ListRow::Fate::stays);
        QCOMPARE(writeAll(list), std::size_t{taken ? 1U : 0U});
    }

    void daysAsOfficesWriteThem_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("day");
        for (const char* cell : {"1958-09-30", "1958/9/30", "1958.9.30", "1958年9月30日", "19580930", "21458"})
            QTest::newRow(cell) << cell << "1958-09-30";
        QTest::newRow("month") << "2019-07"
                               << "2019-07-01";
        QTest::newRow("month without a mark") << "201907"
                                              << "2019-07-01";
        for (const char* cell : {"1958-02-30", "58-9-30", "九月", "9", "999999999", "1958-9-30-1-99999999999999999999"})
            QTest::newRow(cell) << cell << (QByteArray(cell).startsWith("1958-9-30-1") ? "1958-09-30" : "");
    }
    void daysAsOfficesWriteThem()
    {
        QFETCH(QString, cell);
        QFETCH(QString, day);
        const auto read = dayIn(cell.toStdString(), true);
        QCOMPARE(read ? QString::fromStdString(dayText(*read)) : QString(), day);
    }

    void everyEncodingAndSpreadsheet()
    {
        const auto text =
            std::string(kHead) + "1,林秋月," + idNumber(1) + ",女,13900000001,下莒村,12号,失独,2019-07,\n";
        const auto plain = must(read(text));
        QCOMPARE(plain.count(ListRow::Fate::fresh), std::size_t{1});
        auto tabs = text;
        std::ranges::replace(tabs, ',', '\t');
        std::string wide = "\xff\xfe";
        for (const auto unit : QString::fromStdString(tabs)) {
            wide += static_cast<char>(unit.unicode() & 0xff);
            wide += static_cast<char>(unit.unicode() >> 8);
        }
        test::Rows rows;
        for (const auto& line : QString::fromStdString(text).split('\n', Qt::SkipEmptyParts)) {
            rows.emplace_back();
            for (const auto& cell : line.split(','))
                rows.back().push_back(cell.toStdString());
        }
        const auto book = test::zipped(test::workbookParts({{"名册", rows}, {"说明", {{"x"}}}}));
        for (const auto& bytes : {inGbk(text), "\xef\xbb\xbf" + text, wide, tabs, book}) {
            const auto list = must(read(bytes));
            QCOMPARE(list.rows.size(), std::size_t{1});
            QCOMPARE(list.rows[0].name, plain.rows[0].name);
            QCOMPARE(list.rows[0].household, plain.rows[0].household);
            QCOMPARE(list.rows[0].person.at(m_world->field("person", "phone")),
                     plain.rows[0].person.at(m_world->field("person", "phone")));
        }
        QVERIFY(!read("\x89PNG\r\n\x1a\n nothing of a list"));
        QVERIFY(!read(""));
        QCOMPARE(read("甲,乙\n1,2\n").error().detail, std::string("no_header"));
    }

    // Two thousand rows, a third of them not right: each is taken, or says why not; nothing is there twice after a stop and a second run.
    void twoThousandRows()
    {
        std::string text = kHead;
        for (int i = 0; i < 2000; ++i) {
            const auto number = std::to_string(i);
            const bool noVillage = i % 10 == 3;
            const bool badDate = i % 10 == 5;
            const bool badNumber = i % 10 == 7;
            text += number + ",人" + number + "," + (badNumber ? "3.5E+17" : "") + ",男," +
                    std::to_string(13900000000LL + i) + "," + (noVillage ? "别处" : "下莒村") + "," + number +
                    "号,失独," + (badDate ? "??" : "2019-07") + ",\n";
        }
        const auto before = families();
        const auto list = must(read(text));
        QCOMPARE(list.rows.size(), std::size_t{2000});
        QCOMPARE(list.count(ListRow::Fate::stays), std::size_t{200});
        QCOMPARE(list.count(ListRow::Fate::fresh), std::size_t{1800});
        QVERIFY(std::ranges::all_of(list.rows, [](const ListRow& row) {
            return row.fate == ListRow::Fate::fresh || says(row, "village_unknown");
        }));
        QCOMPARE(std::ranges::count_if(list.rows, [](const ListRow& row) { return says(row, "date_unclear"); }), 200);
        QCOMPARE(std::ranges::count_if(list.rows, [](const ListRow& row) { return says(row, "number_cut"); }), 200);
        Intake stopped(m_world->ports(), list);
        for (int i = 0; i < 700; ++i)
            OK(stopped.next());
        m_world->reopen(); // the power went
        QCOMPARE(families(), before + 700);
        const auto again = must(read(text));
        QCOMPARE(again.count(ListRow::Fate::known), std::size_t{700});
        QCOMPARE(writeAll(again), std::size_t{1100});
        QCOMPARE(families(), before + 1800);
        QCOMPARE(must(read(text)).count(ListRow::Fate::fresh), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(HouseholdListTest)
#include "tst_household_list.moc"

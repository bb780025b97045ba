// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/form_files.hpp"
#include "app/formimport/form_import.hpp"
#include "app/formimport/form_numbers.hpp"
#include "sync/model/catalogue_update.hpp"
#include "workbook_maker.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::formimport;
using namespace lianxin::test;

namespace {

const std::vector<std::pair<std::string, Rows>> kCensus = {
    {"survey",
     {{"type", "name", "label::中文 (zh)", "label::English (en)", "hint", "relevant", "constraint",
       "constraint_message::中文 (zh)", "calculation", "required", "default", "choice_filter", "media::image"},
      {"start", "start"},
      {"begin group", "who", "谁", "Who"},
      {"text", "Name", "姓名", "Name", "身份证上的", "", "", "", "", "yes"},
      {"date", "born", "出生", "Born", "", "", ". <= today()", "还没到呢", "", "", "", ""},
      {"calculate", "age", "", "", "", "", "", "", "int((today() - ${born}) div 365.25)"},
      {"select_one yn", "alone", "独居", "Lives alone", "", "${age} >= 60"},
      {"select_multiple need", "needs", "需要", "Needs", "", "${alone} = 'yes'", "", "", "", "${age} > 80",
       "meal visit"},
      {"end group"},
      {"select_one county", "county", "县", "County"},
      {"select_one town", "town", "镇", "Town", "", "", "", "", "", "", "", "county = ${county}"},
      {"note", "n1", "请轻声问"},
      {"integer", "rooms", "房间", "Rooms", "", "", ". > 0 and . < 50"},
      {"begin repeat", "pill", "药", "Medicine"},
      {"text", "drug", "药名", "Drug", "", "", "", "", "", "true()"},
      {"integer", "dose", "每天几次", "Times a day", "", "${rooms} > 0", "", "", "", "", "2"},
      {"end repeat"},
      {"calculate", "doses", "", "", "", "", "", "", "sum(${dose})"},
      {"decimal", "weight", "体重", "Weight"},
      {"image", "face", "照片", "Photo"},
      {"geopoint", "where", "位置", "Place"},
      {"dateTime", "at", "时间", "Time", "", "", "", "", "", "", "now()"}}},
    {"choices",
     {{"list_name", "name", "label::中文 (zh)", "label::English (en)", "county"},
      {"yn", "yes", "是", "Yes"},
      {"yn", "no", "否", "No"},
      {"yn", "yes", "又是", "Again"},
      {"need", "meal", "送餐", "Meals"},
      {"need", "visit", "探望", "Visits"},
      {"county", "c1", "甲县", "First"},
      {"county", "c2", "乙县", "Second"},
      {"town", "1", "东镇", "East", "c1"},
      {"town", "2", "西镇", "West", "c2"},
      {"town", "3", "南镇", "South", "c9"},
      {"", "lost", "没有列表"}}},
    {"settings", {{"form_title", "form_id"}, {"入户登记", "Census 2026"}}}};

CatalogueFiles base()
{
    const auto files = readCatalogueFiles(LIANXIN_SOURCE_DIR "/assets");
    if (!files)
        qFatal("%s", files.error().detail.c_str());
    return *files;
}

Catalogue together(const CatalogueFiles& draft)
{
    auto all = base();
    all.insert(draft.begin(), draft.end());
    auto loaded = loadCatalogue(all);
    if (!loaded)
        qFatal("%s", loaded.error().detail.c_str());
    return *loaded;
}

ImportedForm imported(const std::string& bytes)
{
    auto form = importForm(bytes, {});
    if (!form)
        qFatal("%s", form.error().detail.c_str());
    return std::move(*form);
}

std::string expressionOf(const std::optional<BoundExpression>& rule) { return rule ? rule->text() : "-"; }

} // namespace

class TestFormImport : public QObject {
    Q_OBJECT

private slots:
    void bothWritingsGiveOneForm()
    {
        const auto fromCsv = imported(csvOf(kCensus));
        const auto fromXlsx = imported(zipped(workbookParts(kCensus)));
        QCOMPARE(fromXlsx.files, fromCsv.files);
        QCOMPARE(fromXlsx.report.lines().size(), fromCsv.report.lines().size());
    }

    void becomesARecordType()
    {
        const auto form = imported(zipped(workbookParts(kCensus)));
        const auto catalogue = together(form.files);
        const auto* census = catalogue.type("census_2026");
        QVERIFY(census != nullptr);
        QVERIFY(census->number >= 10000 && census->hasRoot("household"));
        const auto& of = [&](const char* name) -> const Field& {
            const auto* field = census->field(std::string_view(name));
            if (field == nullptr)
                qFatal("no field %s", name);
            return *field;
        };
        QCOMPARE(census->label.zh, std::string("入户登记"));
        QCOMPARE(of("name").required, Required::submit);
        QCOMPARE(of("name").hint.zh, std::string("身份证上的"));
        QCOMPARE(expressionOf(of("born").constraint), std::string("born <= today()"));
        QCOMPARE(of("born").constraintHint.zh, std::string("还没到呢"));
        QCOMPARE(of("age").kind, FieldKind::integer);
        QCOMPARE(expressionOf(of("age").computed), std::string("age_in_years(born)"));
        QCOMPARE(expressionOf(of("alone").relevantWhen), std::string("age >= 60"));
        QCOMPARE(expressionOf(of("needs").relevantWhen), std::string("alone = 1"));
        QCOMPARE(expressionOf(of("needs").requiredWhen), std::string("age > 80"));
        QCOMPARE(of("needs").defaultValue.canonical(), std::string("[1,2]"));
        QCOMPARE(of("needs").codeList, std::string("census_2026_need"));
        QCOMPARE(expressionOf(of("town").choiceFilter), std::string("code.county = county"));
        QCOMPARE(of("rooms").hint.zh, std::string("请轻声问"));
        QCOMPARE(of("where").kind, FieldKind::place);
        QCOMPARE(of("at").defaultFrom, DefaultFrom::now);
        QCOMPARE(expressionOf(of("doses").computed), std::string("sum(census_2026_pill.dose)"));
        QVERIFY(census->field("weight") == nullptr && census->field("face") == nullptr);
        const auto* pill = catalogue.type("census_2026_pill");
        QVERIFY(pill != nullptr);
        QCOMPARE(pill->parentType, std::string("census_2026"));
        QCOMPARE(expressionOf(pill->field("dose")->relevantWhen), std::string("parent.rooms > 0"));
        QCOMPARE(pill->field("dose")->defaultValue, Value::fromInt(2));
        const auto* towns = catalogue.codeList("census_2026_town");
        QVERIFY(towns != nullptr);
        QCOMPARE(towns->codes[1].data.at("county").as_int64(), 2);
        QVERIFY(!towns->codes[2].data.contains("county"));
        QCOMPARE(census->sections.size(), std::size_t(4));
        QCOMPARE(census->sections.back().rowType, catalogue.type("census_2026_pill")->number);
    }

    void tellsWhatItCouldNotTake_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* line : {"survey, media::image: not taken: this column has no counterpart here",
                                 "survey row 2, type: note: \"start\" comes with each record by itself",
                                 "survey row 4, name: note: \"Name\" is called name here",
                                 "survey row 6, calculation: note: an age is counted in birthdays, not in days",
                                 "survey row 19, type: not taken: decimal numbers are not kept",
                                 "survey row 20, type: not taken: pictures come with a later version",
                                 "choices row 4, name: not taken: the list has \"yes\" already",
                                 "choices row 11, county: not taken: the list county has no choice \"c9\"",
                                 "choices row 12, list_name: not taken: a choice needs both list_name and name"})
            QTest::newRow(line) << line;
    }
    void tellsWhatItCouldNotTake()
    {
        QFETCH(QString, line);
        const auto report = QString::fromStdString(imported(zipped(workbookParts(kCensus))).report.text());
        QVERIFY2(report.contains(line), qPrintable(report));
    }

    void nothingElseIsLost()
    {
        const auto form = imported(csvOf(kCensus));
        std::size_t notTaken = 0;
        for (const auto& line : form.report.lines())
            notTaken += line.kind == ReportLine::Kind::notTaken ? 1 : 0;
        QVERIFY2(notTaken == 6, form.report.text().c_str());
        QVERIFY(!form.report.complete());
    }

    void rootOfItsOwn()
    {
        ImportOptions options;
        options.root.clear();
        const auto form = importForm(csvOf(kCensus), options);
        QVERIFY(form);
        const auto catalogue = together(form->files);
        QVERIFY(catalogue.type("census_2026")->isRoot);
        QVERIFY(catalogue.type("census_2026_pill")->hasRoot("census_2026"));
    }

    void permanentNumbers()
    {
        const auto form = imported(csvOf(kCensus));
        const auto first =
            allotNumbers(base(), form.files, "type.10000 elsewhere registers\ncensus_2026.10007 born date\n");
        QVERIFY2(first, first ? "" : first.error().detail.c_str());
        const auto catalogue = together(first->files);
        QCOMPARE(catalogue.type("census_2026")->number, 10001U);
        QCOMPARE(catalogue.type("census_2026")->field("born")->number, 10007U);
        QVERIFY(first->added > 20);
        // Once more: nothing moves, nothing is added.
        const auto second = allotNumbers(base(), first->files, first->lock);
        QVERIFY(second);
        QCOMPARE(second->added, std::size_t(0));
        QCOMPARE(second->files, first->files);
        QCOMPARE(second->lock, first->lock);
        // Another kind under an old name is another meaning.
        const auto refused = allotNumbers(base(), form.files, "census_2026.10007 born text\n");
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.find("change its meaning") != std::string::npos,
                 refused.error().detail.c_str());
    }

    // A newer spreadsheet without a question and without an answer: both go on as retired, under their numbers, and no document loses a field.
    void whatIsAskedNoMoreIsRetired()
    {
        const auto first = allotNumbers(base(), imported(csvOf(kCensus)).files, {});
        QVERIFY2(first, first ? "" : first.error().detail.c_str());
        QCOMPARE(first->retired, std::size_t(0));
        auto newer = kCensus;
        std::erase_if(newer[0].second, [](const auto& row) {
            return row.size() > 1 && (row[1] == "county" || row[1] == "town" || row[1] == "rooms");
        });
        for (auto& row : newer[0].second) // what looked at the rooms
            for (auto& cell : row)
                if (cell.find("${rooms}") != std::string::npos)
                    cell.clear();
        std::erase_if(newer[1].second, [](const auto& row) { return row.size() > 1 && row[1] == "visit"; });
        const auto draft = imported(csvOf(newer)).files;
        QVERIFY(together(draft).type("census_2026")->field("rooms") == nullptr);
        for (const bool withLabels : {true, false}) {
            const auto second = allotNumbers(base(), draft, first->lock, withLabels ? first->files : CatalogueFiles{});
            QVERIFY2(second, second ? "" : second.error().detail.c_str());
            QCOMPARE(second->added, std::size_t(0));
            QVERIFY(second->retired >= 4);
            const auto catalogue = together(second->files);
            const auto before = together(first->files);
            const auto* census = catalogue.type("census_2026");
            for (const char* name : {"county", "town", "rooms"}) {
                const auto* field = census->field(std::string_view(name));
                const auto* was = before.type("census_2026")->field(std::string_view(name));
                QVERIFY2(field != nullptr && field->retired, name);
                QCOMPARE(field->number, was->number);
                QCOMPARE(field->kind, was->kind);
                QCOMPARE(field->codeList, was->codeList);
                QVERIFY(!field->constraint && !field->relevantWhen && field->required == Required::never);
                QCOMPARE(field->label.zh, withLabels ? was->label.zh : std::string(name));
            }
            QVERIFY(!census->field("name")->retired);
            const auto* needs = catalogue.codeList("census_2026_need");
            QVERIFY(needs != nullptr && needs->find(2) != nullptr && needs->find(2)->retired);
            QVERIFY(!needs->find(1)->retired);
            // The tablets take it: nothing is gone, renumbered or loosened.
            auto breaches = updateBreaches(before, catalogue);
            std::erase_if(breaches, [](const std::string& line) { return line.find(": version ") != line.npos; });
            QVERIFY2(breaches.empty(), breaches.empty() ? "" : breaches.front().c_str());
            // Once more: what is retired stays as it is.
            const auto third = allotNumbers(base(), second->files, second->lock);
            QVERIFY(third);
            QCOMPARE(third->retired, std::size_t(0));
            QCOMPARE(third->files, second->files);
        }
        // A question that stands in the draft again is asked again, under its number.
        const auto again = allotNumbers(base(), imported(csvOf(kCensus)).files, first->lock, first->files);
        QVERIFY(again);
        QVERIFY(!together(again->files).type("census_2026")->field("rooms")->retired);
        QCOMPARE(again->retired, std::size_t(0));
    }
};

QTEST_APPLESS_MAIN(TestFormImport)
#include "tst_form_import.moc"

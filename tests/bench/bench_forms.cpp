// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// lianxin_bench_forms: what one edit costs in a form of 300 questions with chains of relevance, and in one with 200 rows. Over the real
// encrypted store, up to the rows that the page shows; drawing is not in it. Prints a table, --json FILE writes the list; asserts nothing.
#include "app/viewmodel/form_editor.hpp"
#include "bench_report.hpp"
#include "tests/unit/forms/tally_world.hpp"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace lianxin;

namespace {

constexpr int kQuestions = 300;
constexpr int kRows = 200;
constexpr int kFirst = 10;
constexpr std::uint32_t kFormType = 10010, kListType = 10011;

// Nobody goes anywhere.
class Standing : public ui::Navigator {
public:
    void goFamily(RecordId) override {}
    void goForm(forms::NewRecord) override {}
    void goEdit(RecordId) override {}
    void goDraft(const store::Draft&) override {}
    void goSaved(RecordId) override {}
    void goEmergency(RecordId) override {}
    void goConflicts(RecordId) override {}
    void goScales(const ui::ScaleWish&) override {}
    void goSession(RecordId, RecordId) override {}
    void goRecord(RecordId) override {}
    void goNoting(RecordId) override {}
    void goSettings() override {}
    void goCrisis() override {}
    void goBack() override {}
    void goHands(ui::HandWish, ui::HandDone) override {}
    void dialNumber(const QString&, const QString&) override {}
    void say(const QString&, std::function<void()>) override {}
    void tell(const Error& error) override { qFatal("%s", error.detail.c_str()); }
    void withStepUp(std::function<void()>) override {}
    void dropStepUp() override {}
};

std::string question(int n) { return std::string("q").append(std::to_string(n)); }

// Every third is computed from the one before, the others are asked only while the one before is there: without the first there is nothing.
std::string manyQuestions()
{
    std::string fields;
    for (int n = kFirst; n < kFirst + kQuestions; ++n) {
        fields += n == kFirst ? "" : ",\n";
        fields += R"({"number": )" + std::to_string(n) + R"(, "name": ")" + question(n) +
                  R"(", "zh": "问", "en": "Q", )" + R"("kind": "integer", "level": 1)";
        if (n > kFirst && n % 3 == 0)
            fields += ", \"computed\": \"" + question(n - 1) + " + 1\"";
        else if (n > kFirst)
            fields += ", \"relevantWhen\": \"is_set(" + question(n - 1) + ")\"";
        fields += "}";
    }
    return R"({"number": 10010, "name": "bench_form", "zh": "表", "en": "Form", "root": ["household"], "merge": "registers", "sensitivity": 1,
 "readers": ["VW"], "writers": ["VW"], "sections": [{"name": "main", "zh": "表", "en": "Form"}], "fields": [)" +
           fields + "]}";
}

constexpr const char* kList =
    R"json({"number": 10011, "name": "bench_list", "zh": "单", "en": "List", "root": ["household"],
 "merge": "registers", "sensitivity": 1, "readers": ["VW"], "writers": ["VW"],
 "sections": [{"name": "main", "zh": "单", "en": "List"}, {"name": "rows", "zh": "项", "en": "Items", "rows": "bench_item"}],
 "fields": [
  {"number": 10, "name": "rate", "zh": "率", "en": "Rate", "kind": "integer", "level": 1},
  {"number": 11, "name": "total", "zh": "计", "en": "Total", "kind": "money", "level": 1, "computed": "sum(bench_item.worth)"},
  {"number": 12, "name": "dear", "zh": "贵", "en": "Dear", "kind": "integer", "level": 1, "computed": "count(bench_item where bench_item.worth > 5000)"}
 ]})json";

constexpr const char* kItem =
    R"json({"number": 10012, "name": "bench_item", "zh": "项", "en": "Item", "root": ["household"],
 "parent": {"type": "bench_list", "field": "in_list"}, "merge": "registers", "sensitivity": 1, "readers": ["VW"], "writers": ["VW"],
 "title": ["name"], "sections": [{"name": "main", "zh": "项", "en": "Item"}],
 "fields": [
  {"number": 10, "name": "in_list", "zh": "单", "en": "List", "kind": "ref", "ref": "bench_list", "level": 1, "control": "hidden"},
  {"number": 11, "name": "name", "zh": "名", "en": "Name", "kind": "text", "chars": 20, "level": 1},
  {"number": 12, "name": "price", "zh": "价", "en": "Price", "kind": "money", "level": 1},
  {"number": 13, "name": "worth", "zh": "值", "en": "Worth", "kind": "money", "level": 1, "computed": "price * coalesce(parent.rate, 1)"}
 ]})json";

class FormBench {
public:
    explicit FormBench(bench::Report& report) : m_report(report)
    {
        *m_world.catalogue = test::extended({{"catalogue/bench_form.json", manyQuestions()},
                                             {"catalogue/bench_list.json", kList},
                                             {"catalogue/bench_item.json", kItem}});
        m_desk.open({m_world.store.get(), m_world.sealer.get(), m_world.worker, Role::VW});
    }

    void run()
    {
        rules();
        page();
        rows();
    }

private:
    template <typename Do> std::vector<double> times(int count, Do once)
    {
        std::vector<double> out;
        for (int i = 0; i < count; ++i) {
            QElapsedTimer watch;
            watch.start();
            once(i);
            out.push_back(static_cast<double>(watch.nsecsElapsed()) / 1e6);
        }
        return out;
    }
    void add(const std::string& name, const std::vector<double>& taken, const std::string& what)
    {
        m_report.add(name + "_p50_ms", bench::percentile(taken, 0.5), "ms", what + ", median");
        m_report.add(name + "_p99_ms", bench::percentile(taken, 0.99), "ms", what + ", 99 of 100");
    }

    // The rules alone. The first question turns the whole chain over; one in the middle what comes after it.
    void rules()
    {
        bench::progress("rules of 300 questions");
        forms::FormState state(m_world.type("bench_form"), {});
        for (int n = kFirst; n < kFirst + kQuestions; ++n)
            state.set(static_cast<std::uint32_t>(n), Value::fromInt(n % 3));
        if (state.kept().size() != static_cast<std::size_t>(kQuestions))
            qFatal("the chain does not hold together");
        add("form_300_rules_chain",
            times(200, [&](int i) { state.set(kFirst, i % 2 == 0 ? Value::null() : Value::fromInt(1)); }),
            "answer that turns a chain of 300 rules over");
        add("form_300_rules_edit", times(200, [&](int i) { state.set(kFirst + 150, Value::fromInt(i % 7)); }),
            "answer in the middle of 300 questions");
    }

    // As a finger sees it: rules, hints, the rows of the page and their differences.
    void page()
    {
        bench::progress("page of 300 questions");
        ui::FormEditor editor(m_book, m_nowhere);
        QElapsedTimer watch;
        watch.start();
        need(editor.begin({kFormType, m_world.household, m_world.village(), {}}));
        m_report.add("form_300_open_ms", static_cast<double>(watch.nsecsElapsed()) / 1e6, "ms",
                     "form of 300 questions opened");
        for (int n = kFirst; n < kFirst + kQuestions; ++n)
            editor.edit(n, QString::number(n % 3));
        add("form_300_key", times(200, [&](int i) { editor.edit(kFirst + 150, QString::number(i % 7)); }),
            "one key in the middle of 300 questions, up to the rows of the page");
        add("form_300_chain_key", times(100, [&](int i) { editor.edit(kFirst, i % 2 == 0 ? "" : "1"); }),
            "one key that hides or shows the other 299 questions");
        add("form_300_draft",
            times(20,
                  [&](int i) {
                      editor.edit(kFirst + 1, QString::number(i % 3));
                      need(editor.saveNow());
                  }),
            "one key and the draft of 300 questions made durable");
    }

    void rows()
    {
        bench::progress("200 rows");
        ui::FormEditor editor(m_book, m_nowhere);
        need(editor.begin({kListType, m_world.household, m_world.village(), {}}));
        const int key = ui::kRowsKey + 2;
        add("rows_200_add",
            times(kRows,
                  [&](int i) {
                      m_world.time += 1000;
                      editor.addItem(key);
                      editor.edit(11, QString::number(i));
                      editor.edit(12, QString::number(i));
                      editor.commit();
                  }),
            "a row opened, two answers, put into the form and made durable, while the form grows to 200");
        editor.listItems(key);
        const QString middle = editor.items()->value(kRows / 2, "itemId").toString();
        add("rows_200_open_and_back",
            times(50,
                  [&](int) {
                      editor.openItem(middle);
                      editor.putAside();
                  }),
            "one of 200 rows opened and left again");
        editor.openItem(middle);
        add("rows_200_key", times(100, [&](int i) { editor.edit(12, QString::number(i)); }),
            "one key in one of 200 rows");
        editor.putAside();
        editor.putAside(); // the list
        add("rows_200_parent_key", times(100, [&](int i) { editor.edit(10, QString::number(i % 9 + 1)); }),
            "one key in the form that all 200 rows and two sums follow");
        QElapsedTimer watch;
        watch.start();
        editor.commit();
        m_report.add("rows_200_keep_ms", static_cast<double>(watch.nsecsElapsed()) / 1e6, "ms",
                     "form and 200 rows kept in one save");
    }

    static void need(const Result<void>& done)
    {
        if (!done)
            qFatal("%s", done.error().detail.c_str());
    }

    bench::Report& m_report;
    FormsWorld m_world;
    duty::DutyRules m_duty;
    forms::RiskRules m_risk;
    ui::Desk m_desk{ui::Shelf{*m_world.catalogue, nullptr, m_duty, m_risk, m_world, m_world}};
    ui::FamilyBook m_book{m_desk};
    Standing m_nowhere;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    CLI::App cli{"Measures edits in large forms and prints a table"};
    std::string json;
    cli.add_option("--json", json, "also write a list of {\"name\", \"value\", \"unit\"}");
    CLI11_PARSE(cli, argc, argv);
    bench::Report report;
    FormBench(report).run();
    report.print({});
    if (!json.empty() && !report.write(json, {})) {
        std::fprintf(stderr, "bench: cannot write the JSON file\n");
        return 1;
    }
    return 0;
}

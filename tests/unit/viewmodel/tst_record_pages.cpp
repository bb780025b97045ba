// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/emergency_model.hpp"
#include "app/viewmodel/family_model.hpp"
#include "app/viewmodel/noting_model.hpp"
#include "app/viewmodel/record_model.hpp"
#include "app/viewmodel/timeline.hpp"
#include "app/viewmodel/work_model.hpp"
#include "sync/model/catalogue_values.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QTest>

#include <boost/json/array.hpp>

using namespace lianxin;
using namespace lianxin::test;

// Pages that know record types by the catalogue alone.
class TestRecordPages : public QObject, private LooksWorld {
    Q_OBJECT

private:
    // A child of a root that the second tablet holds.
    RecordId child(RecordId root, const char* typeName, std::vector<std::pair<const char*, Value>> values)
    {
        const RecordType* type = m_b->catalogue.type(std::string_view(typeName));
        const RecordId id = m_b->newId();
        store::RecordEdit record{id, root, type->number, village(), {}, {}};
        FieldValues fields;
        for (const auto& [name, value] : values)
            fields[type->field(std::string_view(name))->number] = value;
        for (const auto& [key, value] : registerChanges(*type, {}, fields))
            record.writes.push_back({key, value});
        must(m_b->store->save({{}, {record}, {}, "test"}));
        return id;
    }
    static int rowOf(const ui::RowsModel& rows, const char* key) { return rows.find(QString::fromLatin1(key)); }

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aHomeWithWhatHangsOnIt()
    {
        const auto home = make(*m_b, "warm_home", village(),
                               {{"name", Value::fromText("示例家园")},
                                {"phone", Value::fromText("19900000500")},
                                {"status", Value::fromInt(2)}});
        const auto plan = child(home, "activity_plan", {{"year", Value::fromInt(2026)}});
        const auto item = child(home, "plan_item",
                                {{"plan", Value::fromText(plan.text())},
                                 {"month", Value::fromInt(10)},
                                 {"title", Value::fromText("过重阳")}});
        const auto early = child(home, "plan_item",
                                 {{"plan", Value::fromText(plan.text())},
                                  {"month", Value::fromInt(2)},
                                  {"title", Value::fromText("写春联")}});
        child(
            home, "activity",
            {{"title", Value::fromText("一起过生日")}, {"category", Value::fromInt(1)}, {"state", Value::fromInt(5)}});
        ui::RecordModel page(*m_desk, m_steps);
        page.begin(home);
        QCOMPARE(page.heading(), QStringLiteral("示例家园"));
        QCOMPARE(page.phoneText(), QStringLiteral("199 0000 0500"));
        QVERIFY(page.line().contains(QStringLiteral("桥头村")));
        QVERIFY(page.canEdit());
        const auto& groups = *page.groups();
        // The plan's months stand on the plan's page, the home's names the plan.
        QCOMPARE(rowOf(groups, "plan_item"), -1);
        const int plans = rowOf(groups, "activity_plan");
        const int activities = rowOf(groups, "activity");
        QVERIFY(plans >= 0 && activities >= 0);
        QCOMPARE(groups.nested(plans, "items")->count(), 1);
        QCOMPARE(groups.nested(activities, "items")->value(0, "heading").toString(), QStringLiteral("一起过生日"));
        QVERIFY(groups.nested(activities, "items")->value(0, "line").toString().contains(QStringLiteral("已举办")));

        page.open(ui::idText(plan));
        QCOMPARE(m_steps.records, std::vector<RecordId>{plan});
        page.show(plan);
        const auto* months = page.groups()->nested(rowOf(groups, "plan_item"), "items");
        QCOMPARE(months->value(0, "recordId").toString(), ui::idText(early)); // by month, not by when it was written
        QCOMPARE(months->value(0, "heading").toString(), QStringLiteral("2月"));
        QCOMPARE(months->value(1, "recordId").toString(), ui::idText(item));
        page.open(ui::idText(item));
        QCOMPARE(m_steps.edits, std::vector<RecordId>{item});
        page.add(QStringLiteral("plan_item"));
        QCOMPARE(m_steps.forms.size(), std::size_t{1});
        const auto& wanted = m_steps.forms.back();
        QCOMPARE(wanted.root, home);
        QVERIFY(wanted.partition == village());
        QCOMPARE(wanted.prefill.begin()->second, Value::fromText(plan.text()));
        QVERIFY(page.stepBack());
        QCOMPARE(page.shown(), home);
        QVERIFY(!page.stepBack());
        page.call();
        QCOMPARE(m_steps.dialled, QStringLiteral("199 0000 0500"));
    }

    void aClaimWithItsPapers()
    {
        const auto claim = child(m_family, "claim",
                                 {{"event", Value::fromInt(1)},
                                  {"admit_date", Value::fromText("2026-09-01")},
                                  {"state", Value::fromInt(2)},
                                  {"hospital", Value::fromText("示例医院")}});
        const auto other = child(m_family, "claim", {{"event", Value::fromInt(2)}});
        child(m_family, "claim_document",
              {{"claim", Value::fromText(claim.text())},
               {"document", Value::fromInt(1)},
               {"have", Value::fromBool(true)}});
        child(m_family, "claim_document", {{"claim", Value::fromText(other.text())}, {"document", Value::fromInt(2)}});
        ui::RecordModel page(*m_desk, m_steps);
        page.begin(claim);
        const int papers = rowOf(*page.groups(), "claim_document");
        QVERIFY(papers >= 0);
        // Every paper that a claim needs, ticked where it is there; those of another claim are not counted.
        const auto* checks = page.groups()->nested(papers, "checks");
        QVERIFY(checks->count() > 2);
        for (int row = 0; row < checks->count(); ++row)
            QCOMPARE(checks->value(row, "done").toBool(), checks->value(row, "code").toInt() == 1);
        QCOMPARE(page.groups()->count(), 1);
        bool hospital = false;
        for (int row = 0; row < page.facts()->count(); ++row)
            hospital = hospital || page.facts()->value(row, "line").toString() == QStringLiteral("示例医院");
        QVERIFY(hospital);
    }

    // Pictures and voices of an emergency and of its steps stand on its page; those of another one do not.
    void whatWasTakenForAnEmergency()
    {
        const auto taken = [&](RecordId owner, int kind, const char* caption) {
            return child(m_family, "attachment",
                         {{"owner", Value::fromText(owner.text())},
                          {"kind", Value::fromInt(kind)},
                          {"caption", Value::fromText(caption)}});
        };
        const auto attach = [&](RecordId owner, const char* typeName, RecordId attachment) {
            auto editor = must(forms::RecordEditor::openExisting(m_desk->editorPorts(), owner));
            editor.edit().set(
                m_b->catalogue.type(std::string_view(typeName))->field(std::string_view("attachments"))->number,
                Value::fromJson(boost::json::array{boost::json::string(attachment.text())}));
            must(editor.commit());
        };
        const auto flood = child(m_family, "emergency_case", {{"kind", Value::fromInt(4)}});
        const auto other = child(m_family, "emergency_case", {{"kind", Value::fromInt(1)}});
        const auto step = child(m_family, "emergency_action",
                                {{"case", Value::fromText(flood.text())}, {"text", Value::fromText("搬东西")}});
        const auto door = taken(flood, 1, "门口积水");
        attach(flood, "emergency_case", door);
        attach(step, "emergency_action", taken(step, 2, "邻居说的"));
        attach(other, "emergency_case", taken(other, 1, "别的事"));
        ui::EmergencyModel page(*m_book, m_steps);
        page.show(flood);
        QCOMPARE(page.pictures()->count(), 2);
        QCOMPARE(page.pictures()->value(0, "attachmentId").toString(), ui::idText(door));
        QCOMPARE(page.pictures()->value(1, "iconName").toString(), QStringLiteral("mic"));
        page.show({});
        QCOMPARE(page.pictures()->count(), 0);
    }

    void aClaimAndAFamilyLeadToTheSum()
    {
        const auto claim = child(m_family, "claim", {{"event", Value::fromInt(1)}});
        ui::RecordModel page(*m_desk, m_steps);
        page.begin(claim);
        QVERIFY(page.canSum());
        page.sum();
        ui::FamilyModel family(*m_book, m_steps);
        family.show(m_family);
        QVERIFY(family.canSumClaim());
        family.sumClaim();
        family.openAllowance();
        QCOMPARE(m_steps.sums, (std::vector<RecordId>{claim, m_family}));
        QCOMPARE(m_steps.allowances, std::vector<RecordId>{m_family});
        openAs(Role::VO);
        family.show(m_family);
        QVERIFY(!family.canSumClaim());
    }

    // A day without an hour places a record in the family's line of time as well.
    void daysStandInTheLineOfTime()
    {
        const auto early = child(m_family, "care_package_issue",
                                 {{"kind", Value::fromInt(1)}, {"issued_at", Value::fromText("2026-08-03")}});
        const auto late = child(m_family, "benefit_use",
                                {{"day", Value::fromText("2026-08-04")}, {"hospital", Value::fromText("示例医院")}});
        const auto family = must(m_book->load(m_family));
        const auto entries = ui::timelineOf(*m_book, family);
        QCOMPARE(entries.size(), std::size_t{2});
        QCOMPARE(entries[0].record, late);
        QCOMPARE(entries[1].record, early);
        QVERIFY(dayInChina(entries[1].at) == *parseDay("2026-08-03"));
        QVERIFY(entries[0].line.contains(QStringLiteral("示例医院")));
    }

    void whoMayNotReadSeesNothing()
    {
        const auto claim = child(m_family, "claim", {{"event", Value::fromInt(1)}});
        openAs(Role::VO);
        ui::RecordModel page(*m_desk, m_steps);
        page.begin(claim);
        QVERIFY(page.heading().isEmpty());
        QCOMPARE(page.facts()->count() + page.groups()->count(), 0);
        QVERIFY(!page.canEdit());
    }

    // Sections by service, in the order of the seed, and only what this person may write.
    void whatElseCanBeNoted()
    {
        openAs(Role::VW);
        child(m_family, "care_package_issue",
              {{"kind", Value::fromInt(1)}, {"issued_at", Value::fromText("2026-08-03")}});
        ui::NotingModel page(*m_book, m_steps);
        page.show(m_family);
        QCOMPARE(page.heading(), QStringLiteral("林阿姨"));
        const auto& services = *page.services();
        QCOMPARE(services.value(0, "label").toString(), QStringLiteral("精神慰藉"));
        QCOMPARE(services.value(3, "label").toString(), QStringLiteral("保险保障"));
        QStringList kinds;
        for (int service = 0; service < services.count(); ++service)
            for (int row = 0; row < services.nested(service, "items")->count(); ++row) {
                const auto* items = services.nested(service, "items");
                kinds << items->value(row, "kind").toString();
                if (kinds.back() == QLatin1String("care_package_issue"))
                    QVERIFY(!items->value(row, "line").toString().isEmpty());
            }
        for (const char* kind :
             {"claim", "insured", "vol_service", "attendance", "project_aid", "consent", "benefit_use", "loss_record"})
            QVERIFY2(kinds.contains(QLatin1String(kind)), kind);
        QVERIFY(!kinds.contains(QLatin1String("allowance_pay")));  // the township's
        QVERIFY(!kinds.contains(QLatin1String("claim_document"))); // on the claim's page
        page.note(QStringLiteral("claim"));
        QCOMPARE(m_steps.forms.back().root, m_family);
        const auto asked = m_steps.forms.size();
        page.note(QStringLiteral("allowance_pay"));
        page.note(QStringLiteral("household"));
        QCOMPARE(m_steps.forms.size(), asked);
    }

    void homesAndWork()
    {
        openAs(Role::VW);
        const auto home = make(*m_b, "warm_home", village(), {{"name", Value::fromText("示例家园")}});
        ui::WorkModel page(*m_desk, m_steps);
        page.refresh();
        const auto& kinds = *page.kinds();
        QVERIFY(rowOf(kinds, "warm_home") >= 0);
        QCOMPARE(rowOf(kinds, "household"), -1);
        QCOMPARE(rowOf(kinds, "counsel_case"), -1);
        QCOMPARE(rowOf(kinds, "app_user"), -1);
        QCOMPARE(rowOf(kinds, "fund_ledger"), -1); // no reader
        QCOMPARE(rowOf(kinds, "training"), -1);    // nothing there, nothing to add
        page.choose(QStringLiteral("warm_home"));
        QCOMPARE(page.records()->count(), 1);
        QVERIFY(page.canAdd());
        page.open(ui::idText(home));
        QCOMPARE(m_steps.records, std::vector<RecordId>{home});
        page.add();
        QVERIFY(m_steps.forms.back().partition == *boardOf(village()) && m_steps.forms.back().root.isNil());
        openAs(Role::PR);
        page.choose(QStringLiteral("policy_doc"));
        QVERIFY(page.canAdd());
        page.add();
        QVERIFY(m_steps.forms.back().partition == PartitionId::directory());
    }
};

QTEST_GUILESS_MAIN(TestRecordPages)
#include "tst_record_pages.moc"

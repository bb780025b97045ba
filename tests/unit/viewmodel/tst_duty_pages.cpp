// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/families_model.hpp"
#include "app/viewmodel/family_model.hpp"
#include "app/viewmodel/form_editor.hpp"
#include "app/viewmodel/received_model.hpp"
#include "app/viewmodel/task_note.hpp"
#include "app/viewmodel/today_model.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QSignalSpy>

using namespace lianxin;
using namespace lianxin::test;

namespace {

class FormSteps : public Steps {
public:
    void goForm(forms::NewRecord record) override { wanted.push_back(std::move(record)); }
    void goEdit(RecordId record) override { edited.push_back(record); }
    void goDraft(const store::Draft& draft) override { resumed.push_back(draft.id); }
    void goEmergency(RecordId record) override { emergencies.push_back(record); }
    void tell(const Error& error) override { told << QString::fromStdString(error.detail); }

    std::vector<forms::NewRecord> wanted;
    std::vector<RecordId> edited, resumed, emergencies;
    QStringList told;
};

Millis at(const char* text, int hour, int minute = 0)
{
    return startOfDayInChina(*parseDay(text)) + (hour * 60LL + minute) * 60'000;
}

} // namespace

// The rules on the real store: records in, cards and explanations out.
class DutyPagesTest : public QObject, private LooksWorld {
    Q_OBJECT

    FormSteps m_where;

    using Values = std::vector<std::pair<const char*, Value>>;

    RecordId keep(const char* typeName, const Values& values)
    {
        const RecordType& type = m_desk->type(typeName);
        forms::NewRecord wanted{type.number, m_family, village(), {}, {}};
        for (const auto& [name, value] : values)
            wanted.prefill[type.field(std::string_view(name))->number] = value;
        auto editor = must(forms::RecordEditor::openNew(m_desk->editorPorts(), std::move(wanted)));
        return must(editor.commit()).record;
    }
    RecordId visit(Millis when, int mode = 1, int outcome = 1, Values more = {})
    {
        more.insert(more.end(), {{"occurred_at", Value::fromInt(when)},
                                 {"mode", Value::fromInt(mode)},
                                 {"outcome", Value::fromInt(outcome)}});
        return keep("visit", more);
    }
    void setTime(Millis now)
    {
        for (auto* tablet : {m_a.get(), m_b.get(), m_c.get()})
            tablet->clock.time = now;
    }
    [[nodiscard]] duty::Duty duty() const { return ui::dutyToday(*m_book); }
    [[nodiscard]] int count(duty::RuleKind kind) const
    {
        const auto found = duty();
        return static_cast<int>(std::ranges::count(found.now, kind, &duty::Task::kind));
    }
    static Value codes(std::initializer_list<int> numbers)
    {
        boost::json::array array;
        for (const int number : numbers)
            array.push_back(std::int64_t{number});
        return Value::fromJson(array);
    }

private slots:
    void init()
    {
        QFile rules(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/duty/rules.json"));
        QVERIFY(rules.open(QIODevice::ReadOnly));
        m_duty = must(duty::parseRules(rules.readAll().toStdString()));
        m_where = {};
        setUp();
        setTime(at("2026-10-14", 9, 30));
    }
    void cleanup() { tearDown(); }

    void aFestivalStandsOnTheCardInItsTone()
    {
        visit(at("2026-09-16", 10));
        ui::TodayModel today(*m_book, m_where);
        today.refreshNow();
        QCOMPARE(today.cards()->count(), 1);
        QCOMPARE(today.cards()->value(0, "reason").toString(), QStringLiteral("Drop in before 重阳"));
        QVERIFY(today.cards()->value(0, "reasonLine").toString().contains(QStringLiteral("not reached this month")));
        QVERIFY(today.cards()->value(0, "canExplain").toBool());
        const auto words = ui::wordsOf(*m_desk, today.duty().now[0]);
        QVERIFY(words.tip.startsWith(QStringLiteral("Let them tell first"))); // respect
    }

    // A township's day: the most pressing dozen, and the rest as far as somebody wants to go on.
    void aLongDayComesInParts()
    {
        for (int i = 0; i < 30; ++i) {
            const RecordType& type = m_desk->type("household");
            auto editor = must(forms::RecordEditor::openNew(m_desk->editorPorts(), {type.number, {}, village(), {}}));
            (void)must(editor.commit());
        }
        ui::TodayModel today(*m_book, m_where);
        today.refreshNow();
        QCOMPARE(today.layout(), ui::TodayModel::Rows);
        QCOMPARE(today.cards()->count(), 12);
        QVERIFY(today.moreText().contains(QStringLiteral("19")));
        const auto first = today.cards()->value(0, "familyId").toString();
        today.showMore();
        QCOMPARE(today.cards()->count(), 31);
        QCOMPARE(today.cards()->value(0, "familyId").toString(), first);
        QVERIFY(today.moreText().isEmpty());
    }

    void explainingWritesTheTasksOwnNote()
    {
        visit(at("2026-09-16", 10));
        ui::TodayModel today(*m_book, m_where);
        today.refreshNow();
        const auto task = today.duty().now[0];
        today.explain(ui::idText(m_family));
        QCOMPARE(m_where.wanted.size(), std::size_t(1));

        ui::FormEditor form(*m_book, m_where);
        must(form.begin(m_where.wanted[0]));
        const RecordType& note = m_desk->type("task_note");
        QVERIFY(!form.canCommit()); // a reason is asked for
        form.toggle(static_cast<int>(note.field(std::string_view("reason"))->number), 2);
        QVERIFY(form.canCommit());
        form.commit();
        QCOMPARE(m_where.told, QStringList());

        const auto view = must(m_b->store->view(task.id));
        const forms::RecordFields fields(note, view);
        QCOMPARE(view.root, m_family);
        QCOMPARE(fields.text("rule"), std::string("festival"));
        QCOMPARE(fields.ref("subject"), std::optional(task.subject));
        QCOMPARE(fields.day("occurrence"), parseDay("2026-10-18"));
        QCOMPARE(fields.number("kind"), std::optional<std::int64_t>(1));
        QCOMPARE(count(duty::RuleKind::festival), 0);
        today.refreshNow();
        QVERIFY(std::ranges::find(today.duty().now, task.id, &duty::Task::id) == today.duty().now.end());

        // Taken back, the task stands there again; explained once more, it is the same record.
        QVERIFY(m_where.takeBack);
        m_where.takeBack();
        QCOMPARE(count(duty::RuleKind::festival), 1);
        QVERIFY(must(m_b->store->drafts()).empty());
        today.refreshNow();
        today.explain(ui::idText(m_family));
        QVERIFY(m_where.edited == std::vector<RecordId>{task.id});
        must(form.beginEdit(task.id));
        form.commit();
        QCOMPARE(count(duty::RuleKind::festival), 0);
    }

    void twoPeopleWhoExplainOneTaskWriteOneRecord()
    {
        visit(at("2026-09-16", 10));
        syncAll();
        const auto task = duty().now[0];
        const RecordType& note = m_desk->type("task_note");
        for (auto* tablet : {m_a.get(), m_b.get()}) {
            store::RecordEdit record{task.id, m_family, note.number, village(), {}, {}};
            record.writes.push_back({{note.field(std::string_view("kind"))->registerNumber(), {}},
                                     Value::fromInt(tablet == m_a.get() ? 1 : 3)});
            must(tablet->store->save({{}, {record}, {}, "test"}));
        }
        syncAll();
        QCOMPARE(must(m_b->store->ofType(note.number)).size(), std::size_t(1));
        QCOMPARE(count(duty::RuleKind::festival), 0);
    }

    void aVisitThatIsWrittenFromTheFamilyKnowsWhatItIsFor()
    {
        visit(at("2026-09-16", 10));
        ui::FamilyModel family(*m_book, m_where);
        family.show(m_family);
        QCOMPARE(family.duties()->count(), 1);
        family.write();
        QCOMPARE(m_where.wanted.size(), std::size_t(1));
        const RecordType& type = m_desk->type("visit");
        const forms::RecordFields prefill(type, m_where.wanted[0].prefill);
        QCOMPARE(prefill.number("festival"), std::optional<std::int64_t>(10));
        QVERIFY(prefill.has("purpose", 11));
        const auto task = duty().now[0];
        QVERIFY(prefill.refs("tasks") == std::vector<RecordId>{task.id});

        // Nobody was there, a line was written: having come counts for the festival, and the month is still open.
        visit(at("2026-10-14", 9), 1, 3,
              {{"tasks", Value::fromJson(boost::json::array{boost::json::string(task.id.text())})},
               {"quick_note", Value::fromText("门关着，留了张条")}});
        QCOMPARE(count(duty::RuleKind::festival), 0);
        QVERIFY(!duty().now.empty());
    }

    void theFamilysPageSaysWhyWithoutANumber()
    {
        visit(at("2026-10-12", 10), 1, 1, {{"mood", Value::fromInt(3)}});
        keep("person", {{"name", Value::fromText("林秀英")},
                        {"birth_date", Value::fromText("1945-03-01")},
                        {"sex", Value::fromInt(2)},
                        {"is_service_target", Value::fromBool(true)},
                        {"lives_alone", Value::fromBool(true)}});
        keep("loss_record", {{"kind", Value::fromInt(1)}, {"event_date", Value::fromText("2026-03-01")}});
        ui::FamilyModel family(*m_book, m_where);
        family.show(m_family);
        // alone 3, eighty 2, loss 4, low 2
        QCOMPARE(duty().careOf(m_family).points, 11);
        QCOMPARE(family.careText(), QStringLiteral("特别关注"));
        QStringList reasons;
        for (int i = 0; i < family.careReasons()->count(); ++i)
            reasons << family.careReasons()->value(i, "line").toString();
        QCOMPARE(reasons.size(), 4);
        QVERIFY(reasons.contains(QStringLiteral("一个人住")));
        for (const auto& reason : reasons)
            QVERIFY(std::none_of(reason.begin(), reason.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }));
        bool tagged = false;
        for (int i = 0; i < family.tags()->count(); ++i)
            tagged = tagged || family.tags()->value(i, "strong").toBool();
        QVERIFY(tagged);
        openAs(Role::CS); // reads families and does not look after them
        family.show(m_family);
        QVERIFY(family.careText().isEmpty());
        QCOMPARE(family.careReasons()->count(), 0);
    }

    void aLevelThatThePersonWroteHoldsForAWhile()
    {
        visit(at("2026-10-12", 10));
        const RecordType& type = m_desk->type("household");
        auto editor = must(forms::RecordEditor::openExisting(m_desk->editorPorts(), m_family));
        editor.edit().set(type.field(std::string_view("care_level"))->number, Value::fromInt(2));
        editor.edit().set(type.field(std::string_view("care_reason"))->number, Value::fromText("刚搬家"));
        must(editor.commit());
        QCOMPARE(duty().careOf(m_family).level, 2);
        setTime(at("2027-01-12", 9));
        QCOMPARE(duty().careOf(m_family).level, 2);
        setTime(at("2027-01-13", 9));
        QVERIFY(duty().careOf(m_family).level > 2);
    }

    void anEmergencyRunsItsClocks()
    {
        visit(at("2026-10-13", 10));
        const RecordId record = keep("emergency_case", {{"kind", Value::fromInt(2)},
                                                        {"severity", Value::fromInt(3)},
                                                        {"known_at", Value::fromInt(at("2026-10-14", 9))}});
        ui::TodayModel today(*m_book, m_where);
        today.refreshNow();
        const auto& now = today.duty().now;
        QVERIFY(now[0].kind == duty::RuleKind::reach && now[0].ambulanceFirst);
        QCOMPARE(*now[0].dueAt, at("2026-10-14", 9, 30));
        QVERIFY(now[1].kind == duty::RuleKind::meet);
        QVERIFY(!ui::canExplain(*m_desk, now[0]) && !ui::canExplain(*m_desk, now[1]));
        QCOMPARE(*now[1].dueAt, at("2026-10-14", 13)); // a village
        QCOMPARE(today.cards()->value(0, "actionIcon").toString(), QStringLiteral("sos"));
        today.act(ui::idText(m_family));
        QVERIFY(m_where.emergencies == std::vector<RecordId>{record});

        const RecordType& type = m_desk->type("emergency_case");
        auto editor = must(forms::RecordEditor::openExisting(m_desk->editorPorts(), record));
        editor.edit().set(type.field(std::string_view("first_contact_at"))->number,
                          Value::fromInt(at("2026-10-14", 9, 20)));
        must(editor.commit());
        QCOMPARE(count(duty::RuleKind::reach), 0);
        QCOMPARE(count(duty::RuleKind::meet), 1);
        visit(at("2026-10-14", 9, 25));
        QCOMPARE(count(duty::RuleKind::meet), 0);
    }

    void aStayInHospitalIsOneStayUntilSomebodyIsHome()
    {
        visit(at("2026-10-01", 10), 2, 5, {{"body", Value::fromInt(3)}});
        setTime(at("2026-10-02", 9));
        QCOMPARE(count(duty::RuleKind::meet), 1);
        setTime(at("2026-10-05", 9));
        visit(at("2026-10-05", 8), 5, 1, {{"body", Value::fromInt(3)}});
        QCOMPARE(count(duty::RuleKind::meet), 0);
        setTime(at("2026-10-12", 9));
        QCOMPARE(count(duty::RuleKind::hospital), 1); // a week after what we know last
        QCOMPARE(duty().care.front().second.has(duty::CareReason::hospital), true);
        visit(at("2026-10-12", 8), 1, 1, {{"body", Value::fromInt(1)}});
        QCOMPARE(count(duty::RuleKind::hospital), 0);
    }

    void mood4AsksTheSafetyQuestionsUntilTheyWereAsked()
    {
        visit(at("2026-10-14", 9), 1, 1, {{"mood", Value::fromInt(4)}});
        QCOMPARE(count(duty::RuleKind::risk), 1);
        const auto task = duty().now[0];
        QVERIFY(task.kind == duty::RuleKind::risk);
        QVERIFY(!ui::canExplain(*m_desk, task)); // a person is needed, not a reason
        keep("risk_flag", {{"flag", Value::fromInt(1)}, {"at", Value::fromInt(at("2026-10-14", 9, 10))}});
        QCOMPARE(count(duty::RuleKind::risk), 0);
        QVERIFY(duty().careOf(m_family).has(duty::CareReason::risk));
    }

    void theChildsDaysAreShownToTheMainContactOnly()
    {
        visit(at("2026-10-05", 10));
        keep("loss_record",
             {{"kind", Value::fromInt(1)}, {"event_date", Value::fromText("2019-10-15")}, {"watch_days", codes({1})}});
        QCOMPARE(count(duty::RuleKind::watch), 0);
        keep("contact_assignment", {{"user", Value::fromText(recordOf(m_a->user).text())},
                                    {"post", Value::fromInt(2)},
                                    {"is_primary", Value::fromBool(true)},
                                    {"from_date", Value::fromText("2026-09-01")}});
        QCOMPARE(count(duty::RuleKind::watch), 0);
        keep("contact_assignment", {{"user", Value::fromText(recordOf(m_b->user).text())},
                                    {"post", Value::fromInt(1)},
                                    {"is_primary", Value::fromBool(true)},
                                    {"from_date", Value::fromText("2026-10-15")}});
        QCOMPARE(count(duty::RuleKind::watch), 0); // from tomorrow
        setTime(at("2026-10-15", 9));
        QCOMPARE(count(duty::RuleKind::watch), 1);
        ui::TodayModel today(*m_book, m_where);
        today.refreshNow();
        const QString reason = today.cards()->value(0, "reason").toString();
        QCOMPARE(reason, QStringLiteral("Keep an eye out these days"));
    }

    void theTownshipCallsTheWeatherForAllItsVillages()
    {
        visit(at("2026-10-13", 10));
        keep("person", {{"name", Value::fromText("林秀英")},
                        {"is_service_target", Value::fromBool(true)},
                        {"lives_alone", Value::fromBool(true)}});
        ui::ReceivedModel received(*m_book, m_where);
        received.refresh();
        QCOMPARE(received.weather()->count(), 4);
        received.callWeather(1);
        QCOMPARE(m_where.told, QStringList());
        QVERIFY(received.weather()->value(0, "chosen").toBool());
        QVERIFY(received.weatherText().contains(QStringLiteral("台风")));
        QCOMPARE(count(duty::RuleKind::weather), 1);
        const auto found = duty();
        const auto task = std::ranges::find(found.now, duty::RuleKind::weather, &duty::Task::kind);
        QCOMPARE(*task->dueAt, at("2026-10-14", 21, 30));
        received.callWeather(1); // they know already
        QCOMPARE(count(duty::RuleKind::weather), 1);

        openAs(Role::VW); // the village does what the township called for, and calls nothing itself
        received.refresh();
        QCOMPARE(received.weather()->count(), 0);
        QCOMPARE(count(duty::RuleKind::weather), 1);
        openAs(Role::TO);
        m_where.takeBack();
        QCOMPARE(count(duty::RuleKind::weather), 0);
        QVERIFY(must(m_b->store->drafts()).empty());
    }

    void aFamilyPutAsideAsksNothing()
    {
        visit(at("2026-09-16", 10));
        const RecordType& type = m_desk->type("household");
        auto editor = must(forms::RecordEditor::openExisting(m_desk->editorPorts(), m_family));
        editor.edit().set(type.field(std::string_view("status"))->number, Value::fromInt(3));
        must(editor.commit());
        QVERIFY(duty().now.empty());
    }
};

QTEST_GUILESS_MAIN(DutyPagesTest)
#include "tst_duty_pages.moc"

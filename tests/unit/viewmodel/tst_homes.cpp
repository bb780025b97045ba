// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/attendance_model.hpp"
#include "app/viewmodel/duty_reader.hpp"
#include "app/viewmodel/form_editor.hpp"
#include "app/viewmodel/home_model.hpp"
#include "app/viewmodel/record_model.hpp"
#include "app/viewmodel/today_model.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::test;

// A home's board, who came to its activities, and what claims and homes ask for, on the real store.
class TestHomes : public QObject, private LooksWorld {
    Q_OBJECT

    using Values = std::vector<std::pair<const char*, Value>>;

    RecordId keep(RecordId root, const char* typeName, const Values& values)
    {
        const RecordType& type = m_desk->type(typeName);
        forms::NewRecord wanted{type.number, root, village(), {}, {}};
        for (const auto& [name, value] : values)
            wanted.prefill[type.field(std::string_view(name))->number] = value;
        auto editor = must(forms::RecordEditor::openNew(m_desk->editorPorts(), std::move(wanted)));
        return must(editor.commit()).record;
    }
    RecordId home(const char* name)
    {
        return keep({}, "warm_home",
                    {{"name", Value::fromText(name)},
                     {"phone", Value::fromText("19900000701")},
                     {"manager", Value::fromText("邱美珠")},
                     {"have_place", Value::fromBool(true)},
                     {"status", Value::fromInt(2)}});
    }
    [[nodiscard]] Day dayIn(int month, int day) const
    {
        return {m_desk->today().year(), std::chrono::month(static_cast<unsigned>(month)),
                std::chrono::day(static_cast<unsigned>(day))};
    }
    RecordId activity(RecordId root, const char* title, Day day, int state, int people = 0)
    {
        Values values{{"title", Value::fromText(title)},
                      {"category", Value::fromInt(4)},
                      {"start_at", Value::fromInt(startOfDayInChina(day) + 9 * 3'600'000)},
                      {"state", Value::fromInt(state)}};
        if (people > 0)
            values.emplace_back("people_special", Value::fromInt(people));
        return keep(root, "activity", values);
    }
    RecordId person(RecordId family, const char* name)
    {
        return keep(family, "person", {{"name", Value::fromText(name)}, {"is_service_target", Value::fromBool(true)}});
    }
    [[nodiscard]] std::size_t attendances() const
    {
        std::size_t count = 0;
        for (const auto& view : must(m_b->store->ofType(m_desk->type("attendance").number)))
            count += view.life == store::Life::active ? 1 : 0;
        return count;
    }

private slots:
    void init()
    {
        QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/duty/rules.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_duty = must(duty::parseRules(file.readAll().toStdString()));
        setUp();
    }
    void cleanup() { tearDown(); }

    void theBoardTellsTheYear()
    {
        const auto id = home("桥头暖心家园");
        const auto other = home("上厝暖心家园");
        const int year = static_cast<int>(m_desk->today().year());
        const int month = static_cast<int>(static_cast<unsigned>(m_desk->today().month()));
        const auto plan = keep(id, "activity_plan",
                               {{"year", Value::fromInt(year)},
                                {"q1", Value::fromText("常来坐坐")},
                                {"published", Value::fromBool(true)}});
        keep(id, "plan_item",
             {{"plan", Value::fromText(plan.text())},
              {"month", Value::fromInt(12)},
              {"title", Value::fromText("冬至搓丸")}});
        const auto first = activity(id, "新春茶话", dayIn(1, 8), 5, 15);
        activity(id, "生日会", dayIn(1, 20), 5, 16);
        activity(id, "没办成", dayIn(2, 20), 4);
        const auto next = activity(id, "茶话", addDays(m_desk->today(), 3), 2);
        ui::HomeModel page(*m_desk, m_steps);
        page.show(id);
        QCOMPARE(page.homes()->count(), 2);
        QCOMPARE(page.phoneText(), QStringLiteral("199 0000 0701"));
        QCOMPARE(page.quarters()->count(), 4);
        QCOMPARE(page.quarters()->value(0, "theme").toString(), QStringLiteral("常来坐坐"));
        auto* months = page.quarters()->nested(0, "months");
        QVERIFY(months->value(0, "held").toBool());
        QCOMPARE(months->value(0, "line").toString(), QStringLiteral("2 held·31 came"));
        QVERIFY(months->value(0, "activityId").toString() == ui::idText(first) ||
                !months->value(0, "activityId").toString().isEmpty());
        QCOMPARE(months->value(1, "held").toBool(), false); // what was cancelled was not held
        if (month != 12)
            QCOMPARE(page.quarters()->nested(3, "months")->value(2, "line").toString(), QStringLiteral("冬至搓丸"));
        QVERIFY(page.quarters()->nested((month - 1) / 3, "months")->value((month - 1) % 3, "current").toBool());
        QCOMPARE(page.next()->count(), 1);
        QCOMPARE(page.next()->value(0, "activityId").toString(), ui::idText(next));
        QCOMPARE(page.six()->count(), 6);
        QVERIFY(page.six()->value(0, "have").toBool());
        QVERIFY(!page.six()->value(1, "have").toBool());
        page.call();
        QCOMPARE(m_steps.dialled, QStringLiteral("199 0000 0701"));
        page.openPlan();
        QCOMPARE(m_steps.records.back(), plan);
        page.noteActivity();
        QCOMPARE(m_steps.forms.back().root, id);
        page.choose(ui::idText(other));
        page.openPlan(); // none yet: the form of one
        QCOMPARE(m_steps.forms.back().type, m_desk->type("activity_plan").number);
        openAs(Role::VO);
        page.show(id);
        QVERIFY(!page.canAdd() && !page.canEdit());
    }

    void tickedOnceKeptOnceTakenBack()
    {
        const auto id = home("桥头暖心家园");
        const auto held = activity(id, "茶话", m_desk->today(), 2);
        m_b->clock.time = startOfDayInChina(m_desk->today()) + 12 * 3'600'000;
        const auto lin = person(m_family, "林秀英");
        const auto husband = person(m_family, "陈金水");
        const auto second = make(*m_b, "household", village(), {{"call_name", Value::fromText("黄阿姨")}});
        const auto huang = person(second, "黄月娥");
        ui::FamilyBook book(*m_desk);
        openAs(Role::VW);
        const auto before = must(m_b->store->syncState()).saved;
        {
            ui::AttendanceModel left(book, m_steps);
            left.show(held);
            QCOMPARE(left.people()->count(), 3);
            left.toggle(ui::idText(lin));
        }
        ui::AttendanceModel page(book, m_steps); // the tick was kept
        page.show(held);
        page.toggle(ui::idText(husband));
        page.toggle(ui::idText(huang));
        page.toggle(ui::idText(huang));
        page.toggle(ui::idText(huang));
        page.addGuests(4);
        page.addGuests(-1);
        QVERIFY(page.canSave());
        page.save();
        QCOMPARE(must(m_b->store->syncState()).saved, before + 1); // one transaction
        QCOMPARE(attendances(), std::size_t{2});                   // one for each family
        const RecordType& type = m_desk->type("activity");
        const auto now = [&] { return forms::RecordFields(type, must(m_b->store->view(held))); };
        QCOMPARE(now().number("people_special").value_or(0), 3);
        QCOMPARE(now().number("people_other").value_or(0), 3);
        QCOMPARE(now().number("state").value_or(0), 5);
        QVERIFY(!page.canSave());
        QVERIFY(page.people()->value(0, "noted").toBool());
        for (const auto& view : must(m_b->store->ofType(m_desk->type("attendance").number))) {
            const forms::RecordFields fields(m_desk->type("attendance"), view);
            QCOMPARE(fields.refs("persons").size(), view.root == m_family ? std::size_t{2} : std::size_t{1});
            QVERIFY(fields.flag("first_time"));
        }
        m_steps.takeBack();
        QCOMPARE(attendances(), std::size_t{0});
        QCOMPARE(now().number("state").value_or(0), 2);
        QVERIFY(page.canSave()); // the ticks are there again
        page.save();
        QCOMPARE(attendances(), std::size_t{2});
        page.setFilter(QStringLiteral("黄"));
        QCOMPARE(page.people()->count(), 1);
        page.setFilter(QStringLiteral("没有的人"));
        QVERIFY(!page.emptyText().isEmpty());
    }

    // A tick that was wrong is taken off later: one of two stays, an attendance of nobody is put away, the numbers follow, and it can be taken back.
    void whoWasNotedIsUnticked()
    {
        const auto id = home("桥头暖心家园");
        const auto held = activity(id, "茶话", m_desk->today(), 2);
        m_b->clock.time = startOfDayInChina(m_desk->today()) + 12 * 3'600'000;
        const auto lin = person(m_family, "林秀英");
        const auto husband = person(m_family, "陈金水");
        const auto second = make(*m_b, "household", village(), {{"call_name", Value::fromText("黄阿姨")}});
        const auto huang = person(second, "黄月娥");
        ui::FamilyBook book(*m_desk);
        openAs(Role::VW);
        ui::AttendanceModel page(book, m_steps);
        page.show(held);
        for (const auto& one : {lin, husband, huang})
            page.toggle(ui::idText(one));
        page.save();
        QCOMPARE(attendances(), std::size_t{2});
        const auto row = [&](RecordId one, const char* role) {
            return page.people()->value(page.people()->find(ui::idText(one)), role).toBool();
        };
        QVERIFY(row(lin, "noted") && row(lin, "ticked") && !row(lin, "fixed"));
        page.toggle(ui::idText(lin));
        page.toggle(ui::idText(huang));
        QVERIFY(!row(lin, "ticked") && page.canSave());
        QCOMPARE(page.countText(), QStringLiteral("1 came"));
        page.toggle(ui::idText(lin));
        page.toggle(ui::idText(lin)); // a touch too many takes nothing back for good
        const auto before = must(m_b->store->syncState()).saved;
        page.save();
        QCOMPARE(must(m_b->store->syncState()).saved, before + 1);
        QCOMPARE(attendances(), std::size_t{1});
        const RecordType& type = m_desk->type("activity");
        const auto special = [&] {
            return forms::RecordFields(type, must(m_b->store->view(held))).number("people_special").value_or(0);
        };
        QCOMPARE(special(), std::int64_t{1});
        QVERIFY(!row(huang, "noted") && row(husband, "ticked"));
        m_steps.takeBack();
        QCOMPARE(attendances(), std::size_t{2});
        QCOMPARE(special(), std::int64_t{3});
        QVERIFY(row(huang, "noted"));
        // After the days in which it may be changed it stands as it is, and the row says so.
        m_b->clock.time += 8LL * 24 * 3600 * 1000;
        page.show(held);
        QVERIFY(row(lin, "fixed"));
        page.toggle(ui::idText(lin));
        QVERIFY(row(lin, "ticked") && !page.canSave());
    }

    // The way on the machine's maps only where the home has a place, and the month's activities at a touch.
    void theWayAndTheCalendar()
    {
        const auto id = home("桥头暖心家园");
        activity(id, "今天的茶话", m_desk->today(), 5, 12);
        activity(id, "没办成", m_desk->today(), 4);
        const int shift = static_cast<int>(static_cast<unsigned>(m_desk->today().day()));
        activity(id, "上个月的", addDays(m_desk->today(), -shift), 5, 9);
        ui::HomeModel page(*m_desk, m_steps);
        page.show(id);
        QVERIFY(!page.canNavigate());
        auto editor = must(forms::RecordEditor::openExisting(m_desk->editorPorts(), id));
        editor.edit().set(m_desk->type("warm_home").field(std::string_view("place"))->number,
                          Value::fromJson({2550316, 11978912}));
        must(editor.commit());
        page.refresh();
        QVERIFY(page.canNavigate());
        page.navigate();
        QCOMPARE(m_steps.onMap.size(), 1);
        QVERIFY2(m_steps.onMap.front().startsWith(QStringLiteral("geo:25.50316,119.78912?q=")),
                 qPrintable(m_steps.onMap.front()));
        m_steps.maps = false;
        QVERIFY(!page.canNavigate());
        QVERIFY(!page.calendarOpen());
        page.toggleCalendar();
        QVERIFY(page.calendarOpen());
        QCOMPARE(page.calendar()->count(), 1); // what was cancelled is not in it
        QCOMPARE(page.calendar()->value(0, "heading").toString(), QStringLiteral("今天的茶话"));
        page.turnMonth(-1);
        QCOMPARE(page.calendar()->value(0, "heading").toString(), QStringLiteral("上个月的"));
        page.turnMonth(-1);
        QVERIFY(!page.calendarEmptyText().isEmpty());
        page.toggleCalendar();
        page.toggleCalendar(); // begins with this month again
        QCOMPARE(page.calendar()->value(0, "heading").toString(), QStringLiteral("今天的茶话"));
    }

    void papersAreAskedForAndThenTheAnswer()
    {
        const auto task = [&](duty::RuleKind kind) {
            const auto duty = ui::dutyToday(*m_book);
            const auto found = std::ranges::find(duty.now, kind, &duty::Task::kind);
            return found == duty.now.end() ? std::optional<duty::Task>() : *found;
        };
        const auto today = m_desk->today();
        const auto claim = keep(m_family, "claim",
                                {{"event", Value::fromInt(1)},
                                 {"admit_date", Value::fromText(dayText(addDays(today, -16)))},
                                 {"discharge_date", Value::fromText(dayText(addDays(today, -7)))},
                                 {"state", Value::fromInt(2)}});
        const auto known = ui::knownFor(*m_book);
        QCOMPARE(known.claims.size(), std::size_t{1});
        QVERIFY(known.claims.front().stage == duty::ClaimStage::gathering);
        const auto papers = task(duty::RuleKind::claim);
        QVERIFY(papers && papers->subject == claim);
        auto editor = must(forms::RecordEditor::openExisting(m_desk->editorPorts(), claim));
        const RecordType& type = m_desk->type("claim");
        editor.edit().set(type.field(std::string_view("state"))->number, Value::fromInt(5));
        must(editor.commit());
        QVERIFY(ui::knownFor(*m_book).claims.front().stage == duty::ClaimStage::done);
        QVERIFY(!task(duty::RuleKind::claim));
    }

    void papersAreTickedOnTheClaim()
    {
        const auto claim = keep(m_family, "claim", {{"event", Value::fromInt(1)}, {"state", Value::fromInt(2)}});
        ui::RecordModel page(*m_desk, m_steps);
        page.begin(claim);
        const int group = page.groups()->find(QStringLiteral("claim_document"));
        QVERIFY(group >= 0);
        const auto checks = [&] { return page.groups()->nested(group, "checks"); };
        QCOMPARE(checks()->count(), 7);
        QVERIFY(!checks()->value(1, "done").toBool());
        page.check(QStringLiteral("claim_document"), 2);
        QVERIFY(checks()->value(1, "done").toBool());
        const auto papers = [&] { return must(m_b->store->ofType(m_desk->type("claim_document").number)).size(); };
        QCOMPARE(papers(), std::size_t{1});
        page.check(QStringLiteral("claim_document"), 2); // taken back, not written twice
        QVERIFY(!checks()->value(1, "done").toBool());
        page.check(QStringLiteral("claim_document"), 2);
        QVERIFY(checks()->value(1, "done").toBool());
        QCOMPARE(papers(), std::size_t{1});
        openAs(Role::CS); // reads, does not write
        page.begin(claim);
        const int read = page.groups()->find(QStringLiteral("claim_document"));
        QCOMPARE(page.groups()->nested(read, "checks")->count(), 0);
    }

    void aHomesYearIsLookedAt()
    {
        const auto id = home("桥头暖心家园");
        const int year = static_cast<int>(m_desk->today().year());
        const auto month = static_cast<unsigned>(m_desk->today().month());
        const auto asks = [&](duty::RuleKind kind) {
            const auto duty = ui::dutyToday(*m_book);
            return std::ranges::any_of(duty.homes, [&](const duty::Task& task) {
                return task.kind == kind && task.subject == id && task.from <= m_desk->today();
            });
        };
        QVERIFY(asks(duty::RuleKind::activity));
        ui::TodayModel today(*m_book, m_steps);
        today.refreshNow();
        QVERIFY(today.followUps()->find(ui::idText(id)) >= 0);
        today.openFollowUp(ui::idText(id));
        QCOMPARE(m_steps.records.back(), id);
        const auto plan = keep(id, "activity_plan", {{"year", Value::fromInt(year)}});
        keep(id, "plan_item",
             {{"plan", Value::fromText(plan.text())},
              {"month", Value::fromInt(month)},
              {"title", Value::fromText("台风")},
              {"excused", Value::fromBool(true)}});
        QVERIFY(!asks(duty::RuleKind::activity)); // excused is as good as held
        QVERIFY(asks(duty::RuleKind::theme));
        const auto known = ui::knownFor(*m_book);
        QCOMPARE(known.excused.size(), std::size_t{1});
        QCOMPARE(known.plans.front().year, year);
    }

    // Of many references the chosen stand first; letters find the others, and are no answer.
    void manyReferencesAreSearched()
    {
        const auto team = make(*m_b, "vol_team", village(), {{"name", Value::fromText("邻里队")}});
        RecordId last;
        for (int i = 0; i < 30; ++i)
            last =
                keep(team, "volunteer",
                     {{"name", Value::fromText("志愿者" + std::to_string(100 + i))}, {"category", Value::fromInt(5)}});
        ui::FormEditor form(*m_book, m_steps);
        const RecordType& type = m_desk->type("vol_service");
        QVERIFY(form.begin({type.number, m_family, village(), {}, {}}).has_value());
        const auto number = static_cast<int>(type.field(std::string_view("volunteers"))->number);
        auto& rows = *form.rows();
        const int row = rows.find(number);
        QVERIFY(row >= 0);
        QCOMPARE(rows.value(row, "control").toString(), QStringLiteral("ref"));
        QVERIFY(rows.nested(row, "options")->count() <= 8);
        form.edit(number, QStringLiteral("129"));
        form.leave(number);
        const int again = rows.find(number);
        QCOMPARE(rows.nested(again, "options")->count(), 1);
        QCOMPARE(rows.value(again, "errorText").toString(), QString());
        form.toggle(number, rows.nested(again, "options")->value(0, "code").toInt());
        const int chosen = rows.find(number);
        QVERIFY(rows.nested(chosen, "options")->value(0, "chosen").toBool());
        QCOMPARE(rows.nested(chosen, "options")->value(0, "label").toString(), QStringLiteral("志愿者129"));
        QVERIFY(rows.nested(chosen, "options")->count() > 1);
    }
};

QTEST_MAIN(TestHomes)
#include "tst_homes.moc"

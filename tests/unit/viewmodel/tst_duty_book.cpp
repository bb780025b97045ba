// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is due, kept up to date in pieces: it must always be what reading every record anew would give.
#include "app/viewmodel/duty_collector.hpp"
#include "app/viewmodel/today_model.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace lianxin;
using namespace lianxin::test;

class DutyBookTest : public QObject, private LooksWorld {
    Q_OBJECT

    static constexpr Millis kHour = 3600LL * 1000;
    static constexpr Millis kDay = 24 * kHour;

    // Another way to the same: every record of the store once, in the store's order, whatever family it is of.
    [[nodiscard]] duty::Duty anew() const
    {
        ui::DutyCollector collector(*m_book);
        for (const auto& id : m_book->order())
            collector.family(id);
        for (const auto& type : m_desk->catalogue().types())
            for (const auto& view : must(m_b->store->ofType(type.number)))
                collector.take(view);
        collector.drafts();
        const auto known = collector.finish();
        return duty::dutyOf(m_duty, *m_desk->catalogue().codeList("festival"), known, m_desk->now());
    }
    static QStringList told(const duty::Duty& duty)
    {
        QStringList lines;
        const auto add = [&](const char* list, const std::vector<duty::Task>& tasks) {
            for (const auto& task : tasks)
                lines << QStringLiteral("%1 %2 %3 %4")
                             .arg(list, qs(task.household.text()), qs(task.id.text()), qs(dayText(task.on)));
        };
        add("now", duty.now);
        add("ahead", duty.ahead);
        add("home", duty.homes);
        for (const auto& [id, level] : duty.care)
            lines << QStringLiteral("care %1 %2").arg(qs(id.text())).arg(level.level);
        return lines;
    }
    static QString qs(const std::string& text) { return QString::fromStdString(text); }

    RecordId keep(const char* typeName, RecordId family, const std::vector<std::pair<const char*, Value>>& values)
    {
        const RecordType& type = m_desk->type(typeName);
        forms::NewRecord wanted{type.number, family, village(), {}, {}};
        for (const auto& [name, value] : values)
            wanted.prefill[type.field(std::string_view(name))->number] = value;
        auto editor = must(forms::RecordEditor::openNew(m_desk->editorPorts(), std::move(wanted)));
        return must(editor.commit()).record;
    }
    // In one save, so that the test does not take as long as a county did.
    void makeFamilies(int count)
    {
        const RecordType& type = m_desk->type("household");
        store::Edit edit{{}, {}, {}, "test"};
        for (int i = 0; i < count; ++i) {
            const auto id = m_b->newId();
            store::RecordEdit record{id, id, type.number, village(), {}, {}};
            record.writes.push_back(
                {{type.field(std::string_view("call_name"))->number, {}}, Value::fromText("家" + std::to_string(i))});
            record.writes.push_back(
                {{type.field(std::string_view("family_type"))->registerNumber(), {}}, Value::fromInt(1)});
            record.writes.push_back({kLocation, Value::fromText(village().text())});
            edit.records.push_back(std::move(record));
        }
        must(m_b->store->save(edit));
    }

private slots:
    void init()
    {
        QFile rules(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/duty/rules.json"));
        QVERIFY(rules.open(QIODevice::ReadOnly));
        m_duty = must(duty::parseRules(rules.readAll().toStdString()));
        setUp();
        m_b->clock.time = startOfDayInChina(*parseDay("2026-10-14")) + 9 * kHour;
    }
    void cleanup() { tearDown(); }

    // Saves of all sorts, in a random order, on a few families: after each the pieces say what everything anew says.
    void piecesSayWhatTheWholeSays_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void piecesSayWhatTheWholeSays()
    {
        QFETCH(const unsigned, seed);
        std::mt19937 random(seed);
        const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
        makeFamilies(5);
        QTRY_COMPARE(m_book->order().size(), std::size_t{6});
        ui::DutyBook duties(*m_book);
        duties.refresh();
        const auto now = [&] { return m_b->clock.time; };
        for (int turn = 0; turn < 40; ++turn) {
            const RecordId family =
                m_book->order()[static_cast<std::size_t>(pick(static_cast<int>(m_book->order().size())))];
            switch (pick(8)) {
            case 0:
            case 1:
                keep("visit", family,
                     {{"occurred_at", Value::fromInt(now() - pick(40) * kDay)},
                      {"mode", Value::fromInt(1 + pick(2))},
                      {"outcome", Value::fromInt(1 + pick(4))},
                      {"mood", Value::fromInt(1 + pick(4))}});
                break;
            case 2:
                keep("person", family,
                     {{"name", Value::fromText("林秀英")},
                      {"birth_date", Value::fromText("1951-10-2" + std::to_string(pick(10)))},
                      {"is_service_target", Value::fromBool(true)},
                      {"lives_alone", Value::fromBool(pick(2) == 0)}});
                break;
            case 3:
                keep("loss_record", family,
                     {{"kind", Value::fromInt(1)},
                      {"event_date", Value::fromText("2026-09-1" + std::to_string(pick(10)))}});
                break;
            case 4:
                keep("weather_alert", {},
                     {{"kind", Value::fromInt(1)},
                      {"at", Value::fromInt(now())},
                      {"until", Value::fromInt(now() + kDay)}});
                break;
            case 5: {
                auto edit = must(forms::RecordEditor::openExisting(m_desk->editorPorts(), family));
                edit.edit().set(m_desk->type("household").field(std::string_view("contact_pref"))->number,
                                Value::fromInt(1 + pick(5)));
                must(edit.commit());
                break;
            }
            case 6: makeFamilies(1); break;
            case 7: m_b->clock.time += pick(3) * kDay; break;
            }
            QCoreApplication::processEvents();
            duties.refresh();
            QCOMPARE(told(duties.duty()), told(anew()));
        }
        QVERIFY(!duties.duty().now.empty());
    }

    // A county: the page stands at once and says that it is being read; nothing is taken for an empty day, and everything is there in the end.
    void veryManyFamiliesAreReadInSteps()
    {
        makeFamilies(1000);
        QTRY_COMPARE(m_book->order().size(), std::size_t{1001});
        ui::TodayModel today(*m_book, m_steps);
        QSignalSpy told(&today, &ui::TodayModel::changed);
        today.refreshNow();
        QCOMPARE(today.layout(), ui::TodayModel::Reading);
        QVERIFY(today.readingText().contains(QStringLiteral("1001")));
        QCOMPARE(today.cards()->count(), 0);
        std::vector<int> percents;
        connect(&today, &ui::TodayModel::changed, this, [&] { percents.push_back(today.percentRead()); });
        QTRY_VERIFY(today.layout() != ui::TodayModel::Reading);
        QVERIFY(percents.size() > 2);
        QVERIFY(std::ranges::is_sorted(percents));
        QCOMPARE(today.layout(), ui::TodayModel::Rows);
        QCOMPARE(DutyBookTest::told(today.duty()), DutyBookTest::told(anew()));

        // From then on a save reads one family, and the page is never empty again.
        keep("visit", m_family,
             {{"occurred_at", Value::fromInt(m_b->clock.time)},
              {"mode", Value::fromInt(1)},
              {"outcome", Value::fromInt(1)}});
        today.refreshNow();
        QVERIFY(today.layout() != ui::TodayModel::Reading);
        QCOMPARE(DutyBookTest::told(today.duty()), DutyBookTest::told(anew()));

        // Another day: rules have dates of their own. What stood there stays until it is read anew.
        m_b->clock.time += kDay;
        today.refreshNow();
        QVERIFY(today.layout() != ui::TodayModel::Reading);
        QTRY_COMPARE(DutyBookTest::told(today.duty()), DutyBookTest::told(anew()));
    }

    // The day and its rule stand in the catalogue; the record alone settles it.
    void aRecordsOwnDayIsNotForgotten()
    {
        const auto dated = [&] {
            const auto duty = ui::dutyToday(*m_book);
            std::vector<duty::Task> found;
            std::ranges::copy_if(duty.now, std::back_inserter(found),
                                 [](const duty::Task& task) { return task.kind == duty::RuleKind::dated; });
            return found;
        };
        const auto visit = [&] {
            keep("visit", m_family,
                 {{"occurred_at", Value::fromInt(m_b->clock.time - kHour)},
                  {"mode", Value::fromInt(1)},
                  {"outcome", Value::fromInt(1)}});
        };
        visit();
        const auto card = keep("preferential_card", m_family,
                               {{"card_no", Value::fromText("FJ-0001")},
                                {"issued_on", Value::fromText("2023-11-01")},
                                {"valid_to", Value::fromText("2026-11-10")}});
        QCOMPARE(dated().size(), std::size_t{1});
        QCOMPARE(dated().front().subject, card);
        QCOMPARE(ui::wordsOf(*m_desk, dated().front()).reason, QStringLiteral("优待证快到期了"));
        visit(); // speaking about something else does not renew it
        QCOMPARE(dated().size(), std::size_t{1});

        auto renewed = must(forms::RecordEditor::openExisting(m_desk->editorPorts(), card));
        renewed.edit().set(m_desk->type("preferential_card").field(std::string_view("valid_to"))->number,
                           Value::fromText("2029-11-10"));
        must(renewed.commit());
        QVERIFY(dated().empty());

        // Only while what the rule asks for holds; and a year alone is no day to be told of.
        const auto insured = [&](const char* until, int state) {
            keep("insured", m_family,
                 {{"kind", Value::fromInt(1)},
                  {"from_date", Value::fromText("2025-11-01")},
                  {"to_date", Value::fromText(until)},
                  {"state", Value::fromInt(state)}});
        };
        insured("2026-10-31", 2);
        insured("2026", 1);
        QVERIFY(dated().empty());
        insured("2026-10-31", 1);
        QCOMPARE(dated().size(), std::size_t{1});
        m_b->clock.time += 60 * kDay; // long over: nobody is told for ever
        QVERIFY(dated().empty());
    }

    void nothingStaysOfALockedTablet()
    {
        ui::TodayModel today(*m_book, m_steps);
        today.refreshNow();
        QVERIFY(!today.duty().care.empty());
        m_desk->close();
        QTRY_COMPARE(today.cards()->count(), 0);
        QVERIFY(today.duty().care.empty());
        openAs(Role::TO);
        today.refreshNow();
        QVERIFY(!today.duty().care.empty());
    }
};

QTEST_GUILESS_MAIN(DutyBookTest)
#include "tst_duty_book.moc"

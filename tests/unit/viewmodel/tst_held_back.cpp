// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/held_back.hpp"
#include "app/viewmodel/form_editor.hpp"
#include "app/viewmodel/sync_model.hpp"
#include "app/viewmodel/timeline.hpp"
#include "app/viewmodel/today_model.hpp"
#include "app/viewmodel/words.hpp"
#include "tests/faults/fault_table.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

using namespace lianxin;
using namespace lianxin::test;

// What the province put aside comes back to its author: why, with one thing to do, until it is decided.
class TstHeldBack : public QObject, private LooksWorld {
    Q_OBJECT

    FaultTable m_table;

    [[nodiscard]] const RecordType& type(const char* name) const
    {
        return *m_b->catalogue.type(std::string_view(name));
    }
    [[nodiscard]] RegisterKey field(const char* typeName, const char* name) const
    {
        return {type(typeName).field(std::string_view(name))->registerNumber(), {}};
    }
    [[nodiscard]] store::RecordEdit visitEdit(RecordId visit, const char* words) const
    {
        store::RecordEdit edit{visit, m_family, type("visit").number, village(), {}, {}};
        edit.writes = {{field("visit", "mode"), Value::fromInt(1)},
                       {field("visit", "outcome"), Value::fromInt(1)},
                       {field("visit", "mood"), Value::fromInt(2)},
                       {field("visit", "quick_note"), Value::fromText(words)}};
        return edit;
    }
    // A visit, and what was noted with it, in one save that the province puts aside.
    RecordId oddVisit(bool withNeed = false)
    {
        const auto visit = m_b->newId();
        store::Edit edit{"odd", {visitEdit(visit, "膝盖疼。")}, std::nullopt, "save"};
        if (withNeed) {
            store::RecordEdit need{m_b->newId(), m_family, type("care_need").number, village(), {}, {}};
            need.writes = {{field("care_need", "text"), Value::fromText("扶手")}};
            m_need = need.record;
            edit.records.push_back(std::move(need));
        }
        must(m_b->store->save(edit));
        m_province->sync(*m_b);
        return visit;
    }
    [[nodiscard]] Dot lastOwn() const { return {m_b->replica, must(m_b->store->syncState()).saved}; }
    [[nodiscard]] std::vector<ui::Asked> asked() const { return ui::askedOf(*m_book); }
    [[nodiscard]] std::string at(const Tablet& tablet, RecordId record, const RegisterKey& key) const
    {
        const auto view = tablet.store->view(record);
        const auto* found = view ? view->find(key) : nullptr;
        return found != nullptr ? found->value.canonical() : std::string();
    }
    [[nodiscard]] static bool writes(const core::RecordChange& change, const RegisterKey& key)
    {
        return std::ranges::find(change.writes, key, &core::Write::key) != change.writes.end();
    }
    [[nodiscard]] bool isOdd(const RegisterKey& key) const
    {
        return key == field("visit", "mode") || key == field("visit", "outcome") || key == field("visit", "mood") ||
               key == field("visit", "quick_note");
    }
    // As in the form: opened, something changed, kept.
    void correct(RecordId record, const char* typeName, const char* name, const Value& value)
    {
        auto editor = must(forms::RecordEditor::openExisting(m_desk->editorPorts(), record));
        editor.edit().set(type(typeName).field(std::string_view(name))->number, value);
        must(editor.commit());
    }
    RecordId m_need;

private slots:
    void initTestCase() { ui::loadWords(*QCoreApplication::instance(), QStringLiteral("zh_CN")); }
    void init()
    {
        setUp();
        openAs(Role::VW);
        m_province->suspicious = [](const core::Changeset& changeset) { return changeset.why == "odd"; };
    }
    void cleanup() { tearDown(); }

    void eachReasonHasItsSentenceAndItsAction_data()
    {
        QTest::addColumn<int>("reason");
        QTest::newRow("held-unknown-type") << 1;
        QTest::newRow("held-unknown-field") << 2;
        QTest::newRow("held-not-allowed") << 3;
        QTest::newRow("held-too-large") << 4;
        QTest::newRow("held-other-family") << 5;
        QTest::newRow("held-malformed") << 6;
        QTest::newRow("held-foreign-author") << 7;
    }
    void eachReasonHasItsSentenceAndItsAction()
    {
        QFETCH(int, reason);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        m_province->suspicion = static_cast<core::QuarantineReason>(reason);
        const auto visit = oddVisit();
        ui::SyncModel model(*m_desk, *m_book, m_steps);
        model.refresh();
        auto& asks = *model.setAside();
        QCOMPARE(asks.heading(), QStringLiteral("省里请您再看一下"));
        QVERIFY(!asks.whoDecides().isEmpty());
        QCOMPARE(asks.rows()->count(), 1);
        QCOMPARE(asks.settled()->count(), 0);
        QCOMPARE(asks.rows()->value(0, "name").toString(), QStringLiteral("林阿姨"));
        QCOMPARE(asks.rows()->value(0, "line").toString(), m_table.zh(name));
        QCOMPARE(asks.rows()->value(0, "actionLabel").toString(), m_table.button(name));
        const auto number = asks.rows()->value(0, "number").toString();
        asks.open(number); // whatever the reason: what she wrote
        QCOMPARE(m_steps.edits, std::vector<RecordId>{visit});
        asks.act(number);
        const bool looks = m_table.action(name) == QLatin1String("look");
        QCOMPARE(m_steps.edits.size(), std::size_t(looks ? 2 : 1));
        QCOMPARE(asks.rows()->count(), looks ? 1 : 0);
        QCOMPARE(asks.settled()->count(), looks ? 0 : 1);
    }

    void itStandsOnTodaysPageAndInTheLineOfTime()
    {
        ui::TodayModel today(*m_book, m_steps);
        today.refreshNow();
        QCOMPARE(today.followUps()->count(), 0);
        const auto visit = oddVisit();
        today.refreshNow();
        QCOMPARE(today.followUps()->count(), 1);
        QCOMPARE(today.followUps()->value(0, "heading").toString(), QStringLiteral("省里请您再看一下"));
        QVERIFY(today.followUps()->value(0, "line").toString().startsWith(QStringLiteral("林阿姨")));
        today.openFollowUp(today.followUps()->value(0, "followId").toString());
        QCOMPARE(m_steps.edits, std::vector<RecordId>{visit});
        const auto place = [&] {
            const auto family = must(m_book->load(m_family));
            for (const auto& entry : ui::timelineOf(*m_book, family))
                if (entry.record == visit)
                    return entry.row.values.value("placeText").toString();
            return QStringLiteral("not there");
        };
        const QString asking = place();
        QVERIFY(!asking.isEmpty());
        correct(visit, "visit", "quick_note", Value::fromText("膝盖好些了。"));
        today.refreshNow();
        QCOMPARE(today.followUps()->count(), 0);
        QVERIFY(place() != asking);
    }

    // R33, R36-R38: the correction holds everything, is applied at once, and the old one is left alone whatever is decided.
    void aCorrectionStandsInItsPlace_data()
    {
        QTest::addColumn<bool>("release");
        QTest::newRow("released afterwards") << true;
        QTest::newRow("withdrawn afterwards") << false;
    }
    void aCorrectionStandsInItsPlace()
    {
        QFETCH(bool, release);
        const auto visit = oddVisit();
        const auto odd = lastOwn();
        m_province->pullAll(*m_a);
        QVERIFY(!must(m_a->store->contains(visit)));
        correct(visit, "visit", "quick_note", Value::fromText("短一点。"));
        const auto written = must(m_b->store->ownChangeset(lastOwn().number));
        QCOMPARE(written.changes.size(), std::size_t{1});
        for (const auto* name : {"mode", "outcome", "mood", "quick_note"}) // all of it, not only the words
            QVERIFY2(writes(written.changes.front(), field("visit", name)), name);
        for (const auto& write : written.changes.front().writes)
            QVERIFY(written.pasts.at(write.past).contains(odd) || !isOdd(write.key));
        QCOMPARE(asked().size(), std::size_t{1});
        QCOMPARE(asked().front().state, ui::Asked::State::answered);
        m_province->sync(*m_b);
        m_province->pullAll(*m_a);
        QCOMPARE(at(*m_a, visit, field("visit", "quick_note")), Value::fromText("短一点。").canonical());
        QCOMPARE(at(*m_a, visit, field("visit", "mood")), Value::fromInt(2).canonical());
        release ? m_province->release(odd) : m_province->withdraw(odd);
        m_province->pullAll(*m_b);
        m_province->pullAll(*m_a);
        QVERIFY(asked().empty());
        for (const auto* tablet : {m_a.get(), m_b.get()}) {
            QCOMPARE(at(*tablet, visit, field("visit", "quick_note")), Value::fromText("短一点。").canonical());
            QCOMPARE(at(*tablet, visit, field("visit", "mood")), Value::fromInt(2).canonical());
            QVERIFY(!must(tablet->store->view(visit)).conflict);
        }
        QCOMPARE(must(m_b->store->stateHash(village())), m_province->stateHash(village()));
    }

    void keptAsItIsItIsSaidOnceMore()
    {
        const auto visit = oddVisit();
        auto editor = must(forms::RecordEditor::openExisting(m_desk->editorPorts(), visit));
        must(editor.commit());
        QCOMPARE(asked().front().state, ui::Asked::State::answered);
        m_province->sync(*m_b);
        m_province->pullAll(*m_a);
        QCOMPARE(at(*m_a, visit, field("visit", "mood")), Value::fromInt(2).canonical());
    }

    // One save answers one save: the need that was noted with the visit goes along.
    void whatWasSavedTogetherIsAnsweredTogether()
    {
        const auto visit = oddVisit(true);
        QCOMPARE(asked().front().main, visit);
        correct(visit, "visit", "quick_note", Value::fromText("短一点。"));
        QCOMPARE(asked().front().state, ui::Asked::State::answered);
        m_province->sync(*m_b);
        m_province->pullAll(*m_a);
        QCOMPARE(at(*m_a, m_need, field("care_need", "text")), Value::fromText("扶手").canonical());
        QCOMPARE(at(*m_a, visit, field("visit", "mode")), Value::fromInt(1).canonical());
    }

    // An honest edit of something else must not be held back with it.
    void anotherEditLeavesItAlone()
    {
        m_b->write(m_family, {{key("phone1"), Value::fromText("19900000099")}}, "odd");
        m_province->sync(*m_b);
        correct(m_family, "household", "directions", Value::fromText("桥头第二家。"));
        const auto written = must(m_b->store->ownChangeset(lastOwn().number));
        QVERIFY(writes(written.changes.front(), key("directions")));
        QVERIFY(!writes(written.changes.front(), key("phone1")));
        m_province->sync(*m_b);
        m_province->pullAll(*m_a);
        QCOMPARE(at(*m_a, m_family, key("directions")), Value::fromText("桥头第二家。").canonical());
        QCOMPARE(at(*m_a, m_family, key("phone1")), Value::fromText("19900000008").canonical());
        QCOMPARE(asked().front().state, ui::Asked::State::look); // she is still asked
    }

    // A form that stood open while the save was made has not seen it: it does not speak for it.
    void aFormOpenedBeforeDoesNotSpeakForIt()
    {
        auto editor = must(forms::RecordEditor::openExisting(m_desk->editorPorts(), m_family));
        m_b->write(m_family, {{key("phone1"), Value::fromText("19900000099")}}, "odd");
        m_province->sync(*m_b);
        editor.edit().set(type("household").field(std::string_view("directions"))->number, Value::fromText("桥头。"));
        must(editor.commit());
        QVERIFY(!writes(must(m_b->store->ownChangeset(lastOwn().number)).changes.front(), key("phone1")));
        QCOMPARE(asked().front().state, ui::Asked::State::look);
    }

    // A visit takes additions after a week; one that never arrived is mended in its own form.
    void itsOwnFormOpensHoweverLate()
    {
        const auto visit = oddVisit();
        m_b->clock.time += 60LL * 24 * 3600 * 1000;
        ui::FormEditor form(*m_book, m_steps);
        must(form.beginEdit(visit));
        QCOMPARE(form.kind(), QStringLiteral("visit"));
        QCOMPARE(form.askedText(), m_table.zh(QStringLiteral("held-not-allowed"))); // why, above what she wrote
        form.close();
        correct(visit, "visit", "quick_note", Value::fromText("短一点。"));
        m_province->sync(*m_b);
        must(form.beginEdit(visit));
        QVERIFY(form.askedText().isEmpty());
        QCOMPARE(form.kind(), QStringLiteral("amendment")); // there now: what comes later is added
        form.close();
    }

    void leftToTheProvinceItLeavesHerList()
    {
        oddVisit();
        const auto odd = lastOwn();
        must(ui::leaveToProvince(*m_desk, odd.number));
        QCOMPARE(asked().front().state, ui::Asked::State::left);
        m_b->reopen();
        openAs(Role::VW);
        QCOMPARE(asked().front().state, ui::Asked::State::left);
        ui::TodayModel today(*m_book, m_steps);
        today.refreshNow();
        QCOMPARE(today.followUps()->count(), 0);
        m_province->withdraw(odd);
        m_province->pullAll(*m_b);
        QVERIFY(asked().empty());
    }

    void putAsideAgainOnlyTheNewOneIsAsked()
    {
        const auto visit = oddVisit();
        m_province->suspicious = [](const core::Changeset&) { return true; };
        correct(visit, "visit", "quick_note", Value::fromText("短一点。"));
        m_province->sync(*m_b);
        QCOMPARE(asked().size(), std::size_t{2});
        QCOMPARE(asked()[0].state, ui::Asked::State::answered);
        QCOMPARE(asked()[1].state, ui::Asked::State::look);
    }
};

QTEST_MAIN(TstHeldBack)
#include "tst_held_back.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The triggers of domain 3.5: what must lead to the risk assessment does, and nobody can walk away from it unnoticed.
#include "safety_world.hpp"

#include "app/viewmodel/crisis_model.hpp"

using namespace lianxin;
using namespace lianxin::test;

class TestSafetyQuestions : public QObject {
    Q_OBJECT

    static int field(const SafetyWorld& at, const char* type, const char* name)
    {
        return static_cast<int>(at.world.field(type, name));
    }
    static void writeVisit(SafetyWorld& at, int outcome, int mood)
    {
        OK(at.form->begin({at.world.type("visit").number, at.world.household, at.world.village(), {}}));
        at.form->toggle(field(at, "visit", "mode"), 1);
        at.form->toggle(field(at, "visit", "outcome"), outcome);
        if (mood > 0)
            at.form->toggle(field(at, "visit", "mood"), mood);
        at.form->commit();
    }
    static void beginQuestions(SafetyWorld& at)
    {
        OK(at.form->begin(ui::safetyQuestions(*at.desk, at.world.household, at.world.village(), at.world.person, 2)));
    }
    static void answerQuestions(SafetyWorld& at, int ideation, int behaviour, int level)
    {
        at.form->toggle(field(at, "risk_assessment", "ideation"), ideation);
        at.form->toggle(field(at, "risk_assessment", "behaviour"), behaviour);
        at.form->toggle(field(at, "risk_assessment", "level"), level);
    }
    static QStringList labels(SafetyWorld& at, const char* control)
    {
        QStringList found;
        for (int row = 0; row < at.form->rows()->count(); ++row)
            if (at.form->rows()->value(row, "control").toString() == QLatin1String(control))
                found << at.form->rows()->value(row, "label").toString();
        return found;
    }

private slots:
    void aVisitWithMoodFourOwesTheQuestions_data()
    {
        QTest::addColumn<int>("mood");
        QTest::addColumn<int>("owed");
        for (int mood = 0; mood <= 4; ++mood)
            QTest::addRow("mood %d", mood) << mood << (mood == 4 ? 1 : 0);
    }
    void aVisitWithMoodFourOwesTheQuestions()
    {
        QFETCH(int, mood);
        SafetyWorld at(Role::VW);
        writeVisit(at, 1, mood);
        QCOMPARE(at.kept("visit").size(), std::size_t{1});
        QTEST(static_cast<int>(at.draftsOf("risk_assessment").size()), "owed");
        QCOMPARE(at.hands.steps.contains(QStringLiteral("form")), mood == 4);
    }
    // The page of the questions opens on the draft that is there already, and leaving it or losing power leaves it there.
    void theQuestionsSurviveLeavingAndAKill()
    {
        SafetyWorld at(Role::VW);
        at.world.steppedUp = false; // a village worker answers without a second code
        writeVisit(at, 1, 4);
        const auto owed = at.draftsOf("risk_assessment").front().record;
        OK(at.form->begin(at.hands.wanted));
        QCOMPARE(at.form->editor()->record(), owed);
        at.form->putAside();
        QCOMPARE(at.draftsOf("risk_assessment").size(), std::size_t{1});
        at.kill();
        QCOMPARE(at.draftsOf("risk_assessment").front().record, owed);
        QCOMPARE(at.draftsOf("risk_assessment").front().root, at.world.household);
    }
    // What was unlocked for a sealed form is closed when it is left, whichever button leaves it.
    void aSealedFormPutAsideIsLockedAgain()
    {
        SafetyWorld at(Role::CO);
        at.world.steppedUp = true;
        beginQuestions(at);
        answerQuestions(at, 1, 1, 1);
        at.form->putAside();
        QVERIFY(!at.world.steppedUp);
        QCOMPARE(at.draftsOf("risk_assessment").size(), std::size_t{1});
    }
    void aPlainFormPutAsideLeavesTheStepUpAlone()
    {
        SafetyWorld at(Role::CO);
        at.world.steppedUp = true;
        OK(at.form->begin({at.world.type("visit").number, at.world.household, at.world.village(), {}}));
        at.form->toggle(field(at, "visit", "mode"), 1);
        at.form->putAside();
        QVERIFY(at.world.steppedUp);
    }
    void theDraftIsThereBeforeTheVisitIs()
    {
        SafetyWorld at(Role::VW);
        std::vector<std::size_t> seen;
        at.world.store->setChangeListener([&](const std::vector<RecordId>&) {
            if (!at.kept("visit").empty())
                seen.push_back(at.draftsOf("risk_assessment").size());
        });
        writeVisit(at, 1, 4);
        QVERIFY(!seen.empty());
        QCOMPARE(seen.front(), std::size_t{1});
    }
    void anEmergencyOfThatKindOwesThemForLater()
    {
        SafetyWorld at(Role::VW);
        OK(at.form->begin({at.world.type("emergency_case").number, at.world.household, at.world.village(), {}}));
        at.form->toggle(field(at, "emergency_case", "kind"), 6);
        at.form->toggle(field(at, "emergency_case", "severity"), 3);
        at.form->toggle(field(at, "emergency_case", "known_by"), 1);
        at.form->commit();
        QCOMPARE(at.kept("emergency_case").size(), std::size_t{1});
        QCOMPARE(at.draftsOf("risk_assessment").size(), std::size_t{1});
        QVERIFY(at.hands.steps.contains(QStringLiteral("emergency"))); // first things first
        QVERIFY(!at.hands.steps.contains(QStringLiteral("form")));
    }
    void threeTimesNotReachedWithinAWeek_data()
    {
        QTest::addColumn<int>("careLevel");
        QTest::addColumn<QList<int>>("outcomes"); // 3 not in, 6 no answer, 1 met
        QTest::addColumn<int>("daysBetween");
        QTest::addColumn<int>("owed");
        QTest::newRow("three") << 1 << QList<int>{3, 3, 3} << 2 << 1;
        QTest::newRow("two") << 1 << QList<int>{3, 3} << 2 << 0;
        QTest::newRow("met between") << 1 << QList<int>{3, 3, 1, 3} << 1 << 0;
        QTest::newRow("too slowly") << 1 << QList<int>{3, 3, 3} << 4 << 0;
        QTest::newRow("not level 1") << 2 << QList<int>{3, 3, 3} << 2 << 0;
        QTest::newRow("declined is an answer") << 1 << QList<int>{4, 4, 4} << 1 << 0;
    }
    void threeTimesNotReachedWithinAWeek()
    {
        QFETCH(int, careLevel);
        QFETCH(QList<int>, outcomes);
        QFETCH(int, daysBetween);
        SafetyWorld at(Role::VW);
        auto household = forms::RecordEditor::openExisting(at.world.ports(), at.world.household);
        OK(household);
        household->edit().set(at.world.field("household", "care_level"), Value::fromInt(careLevel));
        OK(household->commit());
        QCOMPARE(at.book->summary(at.world.household)->careLevel, careLevel);
        for (const int outcome : outcomes) {
            at.world.time += daysBetween * 24LL * 3600 * 1000;
            writeVisit(at, outcome, 0);
        }
        QTEST(static_cast<int>(at.draftsOf("risk_assessment").size()), "owed");
        if (at.draftsOf("risk_assessment").empty())
            return;
        OK(at.form->begin(at.hands.wanted));
        const auto notes = labels(at, "note"); // a neighbour first
        QCOMPARE(notes.size(), 1);
        QVERIFY(notes.front().contains(QStringLiteral("邻居")));
    }
    void sessionsThatRaiseAWorryAskFirst()
    {
        SafetyWorld at(Role::CO);
        OK(at.form->begin(
            {at.world.type("counsel_session").number, at.counselCase, PartitionId::forCase(at.counselCase), {}}));
        at.form->edit(field(at, "counsel_session", "assessment"), QStringLiteral("夜里睡不着"));
        at.form->edit(field(at, "counsel_session", "plan"), QStringLiteral("下周再谈"));
        at.form->toggle(field(at, "counsel_session", "safety_worry"), 1);
        at.form->commit();
        QCOMPARE(at.form->kind(), QStringLiteral("risk_assessment"));
        QVERIFY(at.kept("counsel_session").empty());
        QCOMPARE(at.draftsOf("risk_assessment").size(), std::size_t{1});
        QCOMPARE(at.draftsOf("counsel_session").size(), std::size_t{1});
    }
    void aScaleLeadsFromTheSessionAndBack()
    {
        SafetyWorld at(Role::CO);
        OK(at.form->begin(
            {at.world.type("counsel_session").number, at.counselCase, PartitionId::forCase(at.counselCase), {}}));
        QVERIFY(at.form->canReadScale());
        at.form->readScale();
        QCOMPARE(at.hands.wish.root, at.counselCase);
        const auto session = at.hands.wish.session;
        QCOMPARE(at.draftsOf("counsel_session").front().record, session); // to come back to
        at.form->close();
        OK(at.form->resume(*at.world.store->draft(session).value()));
        at.form->addResult(at.world.person); // any id stands for the result here
        OK(at.form->saveNow());
        const auto scales = at.form->editor()->form().value(at.world.field("counsel_session", "scales"));
        QCOMPARE(scales.canonical(), "[\"" + at.world.person.text() + "\"]");
    }

    void badRulesAreRefused_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("no triggers") << "\"triggers\""
                                     << "\"trigger\"";
        QTest::newRow("a trigger of everything") << "\"when\": {\"mood\": [4]}"
                                                 << "\"when\": {}";
        QTest::newRow("a trigger without its code") << "\"trigger\": 5"
                                                    << "\"code\": 5";
        QTest::newRow("a trigger of no type") << "\"type\": \"visit\""
                                              << "\"type\": 14";
        QTest::newRow("never") << "\"times\": 3"
                               << "\"times\": 0";
        QTest::newRow("no outcomes") << "\"outcomes\": [3, 6]"
                                     << "\"outcomes\": 3";
    }
    void badRulesAreRefused()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QString text = QString::fromStdString(readText(QStringLiteral("forms/risk.json")));
        QVERIFY(text.contains(from));
        QVERIFY(!forms::parseRiskRules(text.replace(from, to).toStdString()));
    }

    // --- the decision

    void aReasonIsAskedForWhenTheDecisionDiffers_data()
    {
        QTest::addColumn<int>("ideation");
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("asked");
        QTest::newRow("as suggested") << 3 << 2 << false;
        QTest::newRow("higher") << 3 << 3 << true;
        QTest::newRow("lower") << 3 << 1 << true;
        QTest::newRow("none, as suggested") << 0 << 0 << false;
    }
    void aReasonIsAskedForWhenTheDecisionDiffers()
    {
        QFETCH(int, ideation);
        QFETCH(int, level);
        QFETCH(bool, asked);
        SafetyWorld at(Role::VW);
        beginQuestions(at);
        QVERIFY(at.form->editor()
                    ->form()
                    .value(at.world.field("risk_assessment", "level"))
                    .isNull()); // nobody decides for us
        answerQuestions(at, ideation, 0, level);
        at.form->commit();
        QCOMPARE(at.kept("risk_assessment").empty(), asked);
        if (!asked)
            return;
        at.form->edit(field(at, "risk_assessment", "level_reason"), QStringLiteral("刚和家人谈过"));
        at.form->leave(field(at, "risk_assessment", "level_reason"));
        at.form->commit();
        QCOMPARE(at.kept("risk_assessment").size(), std::size_t{1});
    }
    void eachLevelHasItsActionsAndNumbers_data()
    {
        QTest::addColumn<int>("ideation");
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("calls");
        QTest::addColumn<bool>("crisis");
        QTest::newRow("none") << 0 << 0 << 0 << false;
        QTest::newRow("low") << 1 << 1 << 5 << false;
        QTest::newRow("medium") << 3 << 2 << 5 << false;
        QTest::newRow("high") << 4 << 3 << 5 << true;
        QTest::newRow("urgent") << 5 << 4 << 5 << true;
    }
    void eachLevelHasItsActionsAndNumbers()
    {
        QFETCH(int, ideation);
        QFETCH(int, level);
        QFETCH(bool, crisis);
        SafetyWorld at(Role::VW);
        at.world.make("org_unit", {},
                      {{"code", Value::fromText("359901001000")},
                       {"name", Value::fromText("示例镇")},
                       {"duty_phone", Value::fromText("19900000900")}});
        beginQuestions(at);
        answerQuestions(at, ideation, 0, level);
        QTEST(static_cast<int>(labels(at, "call").size()), "calls");
        QCOMPARE(labels(at, "note").size(), 1); // what to do, in words
        const auto actions = at.world.field("risk_assessment", "actions");
        const int row = at.form->rows()->find(static_cast<int>(actions));
        QVERIFY(row >= 0);
        auto* offered = at.form->rows()->nested(row, "options");
        QVERIFY(offered->count() >= 4 && offered->count() <= 8);
        const int first = offered->value(0, "code").toInt();
        at.form->toggle(static_cast<int>(actions), first);
        if (level > 0) {
            at.form->call(ui::kCallKey);
            QCOMPARE(at.hands.dialled, QStringLiteral("120"));
            at.form->call(ui::kCallKey + 1);
            QCOMPARE(at.hands.dialled, QStringLiteral("199 0000 0900"));
        }
        at.form->commit();
        QCOMPARE(at.hands.steps.contains(QStringLiteral("crisis")), crisis);
        const auto kept = at.kept("risk_assessment").front();
        const auto opened = forms::RecordEditor::openExisting(at.world.ports(), kept.record);
        OK(opened);
        QCOMPARE(opened->form().value(actions).canonical(), "[" + std::to_string(first) + "]"); // written down
    }
};

QTEST_MAIN(TestSafetyQuestions)
#include "tst_safety_questions.moc"

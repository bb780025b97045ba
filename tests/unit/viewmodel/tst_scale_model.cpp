// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A scale from choosing to meaning, over a real encrypted store: what is kept, what survives, who sees what.
#include "safety_world.hpp"

#include "sync/seal/envelope.hpp"

#include <QAbstractItemModelTester>

using namespace lianxin;
using namespace lianxin::test;
using ui::ScaleModel;

class TestScaleModel : public QObject {
    Q_OBJECT

    // PHQ-9 in a counsellor's hands, at its first line.
    static void beginNine(SafetyWorld& at)
    {
        OK(at.scale->choose(at.caseWish()));
        QCOMPARE(at.scale->step(), ScaleModel::Choose);
        at.scale->take(at.code("phq9"));
        QCOMPARE(at.scale->step(), ScaleModel::Item);
    }

private slots:
    void theListNamesAllAndSaysWhichAreScoresOnly()
    {
        SafetyWorld at(Role::CO);
        QAbstractItemModelTester tester(at.scale->choices(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        OK(at.scale->choose(at.caseWish()));
        QCOMPARE(at.scale->choices()->count(), 11);
        QVERIFY(!at.scale->choices()->value(0, "gated").toBool());
        QVERIFY(at.scale->choices()->value(10, "gated").toBool());
    }
    void theTabletIsHandedOverLocked()
    {
        SafetyWorld at(Role::CO);
        beginNine(at);
        QVERIFY(!at.world.steppedUp);
        QCOMPARE(at.scale->count(), 10);
        QCOMPARE(at.scale->position(), 1);
        QCOMPARE(at.scale->answers()->count(), 4);
        QVERIFY(!at.scale->canGoBack());
    }
    void everyAnswerSurvivesAKill()
    {
        SafetyWorld at(Role::CO);
        beginNine(at);
        const std::vector<int> answers{2, scales::kNotAnswered, 1, 3};
        for (std::size_t i = 0; i < answers.size(); ++i) {
            at.scale->answer(answers[i]);
            at.kill();
            const auto drafts = at.draftsOf("scale_result");
            QCOMPARE(drafts.size(), std::size_t{1});
            const auto locked = at.scale->resume(drafts.front());
            QVERIFY(!locked); // the second unlock comes first
            QCOMPARE(locked.error().code, Errc::notAllowed);
            at.world.steppedUp = true;
            OK(at.scale->resume(drafts.front()));
            QVERIFY(!at.world.steppedUp); // and is gone before the line is shown
            QCOMPARE(at.scale->position(), static_cast<int>(i) + 2);
        }
        at.scale->previous();
        QVERIFY(at.scale->answers()->value(3, "chosen").toBool());
        at.scale->previous();
        at.scale->previous();
        QVERIFY(at.scale->declined());
    }
    void whatTheCounsellorSees()
    {
        SafetyWorld at(Role::CO);
        beginNine(at);
        at.answerAll({2, 2, 2, 1, 1, 1, 1, 0, 0, 2});
        QCOMPARE(at.scale->step(), ScaleModel::Thanks);
        QVERIFY(at.scale->totalText().isEmpty()); // nothing of it is in the memory of the page
        QVERIFY(!at.scale->staysToTalk());
        QVERIFY(at.draftsOf("scale_result").empty());
        QCOMPARE(at.kept("scale_result").size(), std::size_t{1});
        at.hands.knowsTheCode = false;
        at.scale->handBack();
        QCOMPARE(at.scale->step(), ScaleModel::Thanks);
        at.scale->back(); // Esc opens nothing
        QCOMPARE(at.scale->step(), ScaleModel::Thanks);
        at.hands.knowsTheCode = true;
        at.scale->handBack();
        QCOMPARE(at.scale->step(), ScaleModel::Found);
        QCOMPARE(at.scale->totalText(), QStringLiteral("10"));
        QCOMPARE(at.scale->bandText(), QStringLiteral("中度"));
        QVERIFY(!at.scale->nextText().isEmpty());
        QVERIFY(at.scale->profileText().contains(QStringLiteral("Kroenke")));
        QVERIFY(at.scale->safetyText().isEmpty());
        QCOMPARE(at.scale->resultRows()->count(), 10);
    }
    void theResultKeepsTheProfileThatJudgedIt()
    {
        SafetyWorld at(Role::CO);
        beginNine(at);
        at.answerAll({1, 1, 1, 1, 1, 0, 0, 0, 0, 0});
        at.world.steppedUp = true;
        const auto record = at.kept("scale_result").front().record;
        const auto editor = forms::RecordEditor::openExisting(at.world.ports(), record);
        OK(editor);
        const auto value = [&](const char* name) { return editor->form().value(at.world.field("scale_result", name)); };
        QCOMPARE(value("threshold_profile").asText(), std::string("phq9-2026"));
        QCOMPARE(value("scale_version").asText(), std::string("2026a"));
        QCOMPARE(value("answers").asText(), std::string("1,1,1,1,1,0,0,0,0,0"));
        QCOMPARE(value("total").asInt(), 5);
        QCOMPARE(value("band").asInt(), 2);
        QCOMPARE(value("missing").asInt(), 0);
        QCOMPARE(value("person").asText(), at.world.person.text());
        // Years later the thresholds are others: this result says what it said.
        at.scaleSet.scales[1].profiles.push_back(at.scaleSet.scales[1].profiles.front());
        auto& later = at.scaleSet.scales[1].profiles.back();
        later.name = "phq9-2028";
        later.bands[1].label.zh = "别的";
        OK(at.scale->showResult(record));
        QCOMPARE(at.scale->bandText(), QStringLiteral("轻度"));
    }
    void sealedForItsReadersAndNobodyElse()
    {
        SafetyWorld at(Role::CO);
        beginNine(at);
        at.answerAll({1, 1, 1, 1, 1, 0, 0, 0, 0, 0});
        const auto view = at.kept("scale_result").front();
        QCOMPARE(view.partition, PartitionId::forCase(at.counselCase));
        for (const auto& reg : view.registers)
            QVERIFY(reg.key.number == 10 || reg.key.number == 60); // when, and the envelope
        const auto envelope = view.find({60, {}})->value.asText();
        const auto info = seal::inspectEnvelope(*fromBase64Url(*envelope));
        OK(info);
        const auto& readers = info->recipients;
        QVERIFY(std::find(readers.begin(), readers.end(), at.world.supervisor) != readers.end());
        QCOMPARE(readers.size(), std::size_t{3}); // the counsellor, the supervisor, escrow
        at.world.steppedUp = false;
        const auto opened = forms::RecordEditor::openExisting(at.world.ports(), view.record);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Errc::notAllowed);
    }
    void noWordOfItIsInAnyRow_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("answers"); // 1: a draft; 2: kept
        QTest::newRow("counsellor, draft") << int(Role::CO) << 1;
        QTest::newRow("counsellor, kept") << int(Role::CO) << 2;
        QTest::newRow("village worker, draft") << int(Role::VW) << 1;
        QTest::newRow("village worker, kept") << int(Role::VW) << 2;
    }
    void noWordOfItIsInAnyRow()
    {
        QFETCH(int, role);
        QFETCH(int, answers);
        const std::string canary = "canary-scale-v1";
        auto set = shippedScales();
        set.scales[0].version = canary; // the two spoken questions
        SafetyWorld at(static_cast<Role>(role), std::move(set));
        if (role == int(Role::CO)) {
            OK(at.scale->choose(at.caseWish()));
            at.scale->take(at.code("phq2"));
        } else {
            OK(at.scale->choose(at.villageWish()));
            at.scale->consent(true);
        }
        for (int i = 0; i < answers; ++i)
            at.scale->answer(3);
        QCOMPARE(at.kept("scale_result").size(), std::size_t(answers == 2 ? 1 : 0));
        QCOMPARE(at.draftsOf("scale_result").size(), std::size_t(answers == 2 ? 0 : 1));
        at.world.store->setChangeListener({});
        at.scale->close();
        at.desk->close();
        QVERIFY(!rowsHold(at.world, canary));
        QVERIFY(!rowsHold(at.world, "phq2-2026"));
    }

    // --- safety

    void aSafetyAnswerOwesTheQuestionsAtOnce()
    {
        SafetyWorld at(Role::CO);
        beginNine(at);
        at.answerAll({0, 0, 0, 0, 0, 0, 0, 0});
        QVERIFY(at.draftsOf("risk_assessment").empty());
        at.scale->answer(1); // line 9; line 10 is still to come
        QCOMPARE(at.draftsOf("risk_assessment").size(), std::size_t{1});
        at.kill(); // the battery goes here: it is owed all the same
        QCOMPARE(at.draftsOf("risk_assessment").size(), std::size_t{1});
        const auto owed = at.draftsOf("risk_assessment").front();
        QCOMPARE(owed.root, at.counselCase);
        at.world.steppedUp = true;
        OK(at.scale->resume(at.draftsOf("scale_result").front()));
        at.scale->answer(0);
        QCOMPARE(at.scale->step(), ScaleModel::Thanks);
        at.scale->handBack();
        QVERIFY(at.scale->safetyDue());
        at.scale->askSafety();
        QVERIFY(at.hands.draft.has_value());
        QCOMPARE(at.hands.draft->record, owed.record);
        QCOMPARE(at.draftsOf("risk_assessment").size(), std::size_t{1}); // the same ones, not others
    }
    void aSlipOfTheFingerThatIsTakenBackOwesNothing()
    {
        SafetyWorld at(Role::CO);
        beginNine(at);
        at.answerAll({0, 0, 0, 0, 0, 0, 0, 0, 3});
        QCOMPARE(at.draftsOf("risk_assessment").size(), std::size_t{1});
        at.scale->previous();
        at.scale->answer(0);
        QVERIFY(at.draftsOf("risk_assessment").empty());
        at.scale->answer(0);
        at.scale->handBack();
        QVERIFY(!at.scale->safetyDue());
    }
    void aSevereTotalOwesThemToo()
    {
        SafetyWorld at(Role::CO);
        beginNine(at);
        at.answerAll({3, 3, 3, 3, 3, 3, 2});
        QCOMPARE(at.draftsOf("risk_assessment").size(), std::size_t{1}); // certain before the last lines
        at.answerAll({0, 0, 0});
        QVERIFY(at.scale->staysToTalk());
        at.scale->handBack();
        QCOMPARE(at.scale->totalText(), QStringLiteral("20"));
        QVERIFY(at.scale->safetyDue());
    }
    void stoppingKeepsWhatWasSaid()
    {
        SafetyWorld at(Role::CO);
        beginNine(at);
        at.answerAll({1, 1, 1});
        at.scale->stopHere();
        QCOMPARE(at.scale->step(), ScaleModel::Thanks);
        at.scale->handBack();
        QCOMPARE(at.scale->totalText(), ScaleModel::tr("Not finished"));
        QVERIFY(at.scale->bandText().isEmpty());
        QCOMPARE(at.scale->resultRows()->count(), 10);
    }
    void stoppingBeforeAnythingWasSaidLeavesNothing()
    {
        SafetyWorld at(Role::CO);
        beginNine(at);
        at.scale->stopHere();
        QCOMPARE(at.hands.steps.back(), QStringLiteral("back"));
        QVERIFY(at.kept("scale_result").empty());
        QVERIFY(at.draftsOf("scale_result").empty());
    }

    // --- who

    void theVillageWorkerAsksFirstAndSeesNothing()
    {
        SafetyWorld at(Role::VW);
        OK(at.scale->choose(at.villageWish()));
        QCOMPARE(at.scale->step(), ScaleModel::Consent);
        at.scale->answer(3); // no line is open before consent
        QVERIFY(at.draftsOf("scale_result").empty());
        at.scale->consent(true);
        QCOMPARE(at.scale->count(), 2);
        at.answerAll({3, 3});
        QCOMPARE(at.scale->step(), ScaleModel::Thanks);
        QVERIFY(!at.scale->staysToTalk());
        at.scale->handBack();
        QCOMPARE(at.hands.steps, QStringList{QStringLiteral("back")});
        QVERIFY(at.scale->totalText().isEmpty());
        const auto kept = at.kept("scale_result").front();
        QCOMPARE(kept.root, at.world.household);
        const auto shown = at.scale->showResult(kept.record);
        QVERIFY(!shown);
        QCOMPARE(shown.error().code, Errc::notAllowed);
        const auto editor = forms::RecordEditor::openExisting(at.world.ports(), kept.record); // by its author
        OK(editor);
        QVERIFY(editor->form().value(at.world.field("scale_result", "consent")).isTrue());
    }
    void noMeansNo()
    {
        SafetyWorld at(Role::VW);
        OK(at.scale->choose(at.villageWish()));
        at.scale->consent(false);
        QCOMPARE(at.hands.steps, QStringList{QStringLiteral("back")});
        QVERIFY(!at.hands.said.isEmpty());
        QVERIFY(at.kept("scale_result").empty());
        QVERIFY(at.draftsOf("scale_result").empty());
    }
    void aVillageWorkerCannotTakeALongScale()
    {
        SafetyWorld at(Role::VW);
        OK(at.scale->choose(at.villageWish()));
        at.scale->take(at.code("phq9"));
        QCOMPARE(at.scale->step(), ScaleModel::Consent);
    }
    void qualificationDecides_data()
    {
        QTest::addColumn<int>("qualification");
        QTest::addColumn<bool>("opens");
        QTest::newRow("not noted: the profession counts") << -1 << true;
        QTest::newRow("none") << 0 << false;
        QTest::newRow("social worker") << 2 << true;
        QTest::newRow("counsellor") << 4 << true;
        QTest::newRow("physician") << 6 << true;
        QTest::newRow("lawyer") << 7 << false;
        QTest::newRow("other") << 99 << false;
    }
    void qualificationDecides()
    {
        QFETCH(int, qualification);
        QFETCH(bool, opens);
        SafetyWorld at(Role::CO);
        const RecordType& type = at.world.type("app_user");
        store::RecordEdit person{
            recordOf(at.world.worker), recordOf(at.world.worker), type.number, PartitionId::directory(), {}, {}};
        person.writes.push_back({{at.world.field("app_user", "name"), {}}, Value::fromText("王老师")});
        if (qualification >= 0)
            person.writes.push_back({{at.world.field("app_user", "qualification"), {}}, Value::fromInt(qualification)});
        OK(at.world.store->save({{}, {person}, {}, "test"}));
        QCOMPARE(at.scale->choose(at.caseWish()).has_value(), opens);
    }

    // --- scores that were taken on paper

    void aGatedScoreIsKeptWithItsChecks()
    {
        SafetyWorld at(Role::CO);
        OK(at.scale->choose(at.caseWish()));
        at.scale->take(at.code("srq20"));
        QCOMPARE(at.scale->step(), ScaleModel::Score);
        QVERIFY(!at.scale->canKeepScore());
        at.scale->typeScore(QStringLiteral("21"));
        QVERIFY(!at.scale->scoreTrouble().isEmpty());
        at.scale->typeScore(QStringLiteral("5"));
        QVERIFY(at.scale->scoreTrouble().isEmpty());
        QVERIFY(!at.scale->canKeepScore()); // item 17 is to be said first
        at.scale->check(17, true);
        QCOMPARE(at.draftsOf("risk_assessment").size(), std::size_t{1});
        QVERIFY(at.scale->canKeepScore());
        at.kill();
        at.world.steppedUp = true;
        OK(at.scale->resume(at.draftsOf("scale_result").front()));
        QCOMPARE(at.scale->scoreText(), QStringLiteral("5"));
        QVERIFY(at.scale->canKeepScore());
        at.scale->keepScore();
        QCOMPARE(at.scale->step(), ScaleModel::Found);
        QCOMPARE(at.scale->totalText(), QStringLiteral("5"));
        QVERIFY(at.scale->safetyDue());
        QVERIFY(at.scale->resultRows()->value(0, "strong").toBool());
    }
    void aBandIsChosenWhereTheScaleHasNoSum()
    {
        SafetyWorld at(Role::CO);
        OK(at.scale->choose(at.caseWish()));
        at.scale->take(at.code("cssrs"));
        QCOMPARE(at.scale->bands()->count(), 4);
        at.scale->chooseBand(2);
        QVERIFY(at.scale->canKeepScore());
        at.scale->keepScore();
        QCOMPARE(at.scale->bandText(), QStringLiteral("中"));
        QVERIFY(at.scale->safetyDue());
    }
    void theConditionsBesideAGriefScoreCount()
    {
        SafetyWorld at(Role::CO);
        OK(at.scale->choose(at.caseWish()));
        at.scale->take(at.code("pg13r"));
        at.scale->typeScore(QStringLiteral("38"));
        at.scale->check(2, false);
        at.scale->check(13, true);
        at.scale->keepScore();
        QVERIFY(at.scale->bandText() != QStringLiteral("到了界值"));
    }

    void backToTheSessionThatAsked()
    {
        SafetyWorld at(Role::CO);
        auto wish = at.caseWish();
        wish.session = at.counselCase; // any id stands for the session here
        OK(at.scale->choose(wish));
        at.scale->take(at.code("gad2"));
        at.answerAll({0, 1});
        at.scale->handBack();
        at.scale->leave();
        QCOMPARE(at.hands.steps.back(), QStringLiteral("session"));
        QCOMPARE(at.hands.linked, at.kept("scale_result").front().record);
    }
    void aLockForgetsEverything()
    {
        SafetyWorld at(Role::CO);
        beginNine(at);
        at.answerAll({1, 2});
        at.desk->close();
        QCOMPARE(at.scale->step(), ScaleModel::Closed);
        QVERIFY(at.scale->itemText().isEmpty());
        QCOMPARE(at.scale->answers()->count(), 0);
        QCOMPARE(at.draftsOf("scale_result").size(), std::size_t{1});
    }
};

QTEST_MAIN(TestScaleModel)
#include "tst_scale_model.moc"

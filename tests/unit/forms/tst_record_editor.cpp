// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/draft_body.hpp"
#include "app/forms/record_fields.hpp"
#include "app/forms/risk_rules.hpp"
#include "forms_world.hpp"

#include <QFile>
#include <QTest>

using namespace lianxin;
using namespace lianxin::forms;

namespace {

constexpr const char* kCanary = "canary-she-said-the-thing";

Value number(std::int64_t value) { return Value::fromInt(value); }

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().detail.c_str());
    return std::move(*result);
}

std::vector<std::string> texts(store::Database& database, const std::string& sql)
{
    auto statement = must(database.statement(sql));
    std::vector<std::string> found;
    while (must(statement.step()))
        found.emplace_back(statement.textAt(0));
    return found;
}

// Closes the store and looks for the canary in each column of each table, as somebody with the database key would.
bool rowsHoldIt(FormsWorld& world)
{
    world.sealer.reset();
    world.store.reset();
    const auto database = must(store::Database::open(world.dataFile(), world.key, {true, true, 4096}));
    bool found = false;
    for (const auto& table : texts(*database, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        for (const auto& column : texts(*database, "SELECT name FROM pragma_table_info('" + table + "')")) {
            auto count = must(database->statement("SELECT count(*) FROM \"" + table + "\" WHERE instr(CAST(\"" +
                                                  column + "\" AS BLOB), CAST(?1 AS BLOB)) > 0"));
            count.bindText(1, kCanary);
            found = found || (must(count.step()) && count.intAt(0) > 0);
        }
    return found;
}

} // namespace

class TestRecordEditor : public QObject {
    Q_OBJECT

private:
    static RecordEditor newVisit(FormsWorld& world)
    {
        auto editor =
            RecordEditor::openNew(world.ports(), {world.type("visit").number, world.household, world.village(), {}});
        return std::move(*editor);
    }
    static Result<RecordEditor> newCase(FormsWorld& world)
    {
        return RecordEditor::openNew(
            world.ports(),
            {world.type("counsel_case").number,
             {},
             {},
             {{world.field("counsel_case", "household"), Value::fromText(world.household.text())},
              {world.field("counsel_case", "person"), Value::fromText(world.person.text())},
              {world.field("counsel_case", "clinical_supervisor"), Value::fromText(world.supervisor.text())}}});
    }

private slots:
    void aVisitAsksForTwoThings()
    {
        FormsWorld world;
        auto editor = newVisit(world);
        const auto mode = world.field("visit", "mode");
        const auto outcome = world.field("visit", "outcome");
        QCOMPARE(editor.form().missing(), (std::vector{mode, outcome}));
        editor.edit().toggle(mode, number(1));
        editor.edit().toggle(outcome, number(1));
        QVERIFY(editor.form().missing().empty());
        // Prefilled: time, visitors, the person whom the service is for.
        const RecordFields fields(world.type("visit"), editor.form().values());
        QCOMPARE(fields.refs("served"), std::vector{world.person});
        QCOMPARE(fields.refs("visitors"), std::vector{recordOf(world.worker)});
        QCOMPARE(*fields.number("occurred_at"), world.time - world.time % 60000);
    }

    void relevanceFollowsTheAnswers()
    {
        FormsWorld world;
        auto editor = newVisit(world);
        const auto& type = world.type("visit");
        const auto mood = world.field("visit", "mood");
        editor.edit().set(world.field("visit", "outcome"), number(1));
        QVERIFY(editor.form().isRelevant(*type.field(mood)));
        editor.edit().set(mood, number(2));
        editor.edit().set(world.field("visit", "outcome"), number(3)); // not in
        QVERIFY(!editor.form().isRelevant(*type.field(mood)));
        QVERIFY(!editor.form().kept().contains(mood));
        editor.edit().set(world.field("visit", "outcome"), number(1)); // a slip of the finger loses nothing
        QCOMPARE(editor.form().kept().at(mood), number(2));
    }

    void choicesNarrowWithTheMode()
    {
        FormsWorld world;
        auto editor = newVisit(world);
        const auto& field = *world.type("visit").field(std::string_view("outcome"));
        editor.edit().set(world.field("visit", "mode"), number(2)); // call
        std::vector<std::uint32_t> offered;
        for (const auto* code : editor.form().offered(field, *world.catalogue->codeList("visit_outcome")))
            offered.push_back(code->number);
        QCOMPARE(offered, (std::vector<std::uint32_t>{5, 2, 6, 4}));
    }

    void aDraftSurvivesAKill()
    {
        FormsWorld world;
        {
            auto editor = newVisit(world);
            editor.edit().set(world.field("visit", "mode"), number(1));
            editor.edit().set(world.field("visit", "quick_note"), Value::fromText("正在晒菜干"));
            OK(editor.saveDraft());
        }
        world.reopen();
        const auto drafts = world.store->drafts();
        OK(drafts);
        QCOMPARE(drafts->size(), std::size_t(1));
        auto editor = RecordEditor::restore(world.ports(), drafts->front());
        OK(editor);
        QVERIFY(editor->isNew());
        QCOMPARE(editor->root(), world.household);
        QCOMPARE(editor->form().value(world.field("visit", "quick_note")).asText().value(), std::string("正在晒菜干"));
        editor->edit().set(world.field("visit", "outcome"), number(1));
        OK(editor->commit());
        QVERIFY(world.store->drafts()->empty());
        QCOMPARE(world.store->countOfType(world.type("visit").number).value(), 1U);
    }

    void commitWritesOnlyWhatChanged()
    {
        FormsWorld world;
        auto editor = RecordEditor::openExisting(world.ports(), world.household);
        OK(editor);
        editor->edit().set(world.field("household", "phone1"), Value::fromText("19900000013"));
        const auto edit = editor->toEdit();
        OK(edit);
        QCOMPARE(edit->writes.size(), std::size_t(1));
        QCOMPARE(edit->writes[0].key.number, world.field("household", "phone1"));
        OK(editor->commit());
        // Of a group the whole register goes, although one member changed.
        auto again = RecordEditor::openExisting(world.ports(), world.household);
        OK(again);
        again->edit().set(world.field("household", "address"), Value::fromText("示例村2号"));
        const auto group = again->toEdit();
        OK(group);
        QCOMPARE(group->writes.size(), std::size_t(1));
        QCOMPARE(group->writes[0].key.number, world.type("household").field(std::string_view("address"))->group);
        // An element of a set is a register of its own (D6).
        auto set = RecordEditor::openExisting(world.ports(), world.household);
        OK(set);
        set->edit().toggle(world.field("household", "best_time"), number(1));
        QCOMPARE(set->toEdit()->writes[0].key.element, std::string("1"));
        QVERIFY(set->toEdit()->writes[0].value.isTrue());
    }

    void nothingChangedWritesNothing()
    {
        FormsWorld world;
        const auto saved = world.store->syncState()->saved;
        auto editor = RecordEditor::openExisting(world.ports(), world.household);
        OK(editor);
        OK(editor->commit());
        QCOMPARE(world.store->syncState()->saved, saved);
    }

    void aRestoredEditStillComparesWithWhatItShowed()
    {
        FormsWorld world;
        auto editor = RecordEditor::openExisting(world.ports(), world.household);
        OK(editor);
        editor->edit().set(world.field("household", "directions"), Value::fromText("榕树右拐"));
        OK(editor->saveDraft());
        const auto draft = world.store->drafts()->front();
        // Meanwhile another form of the same person changes the phone.
        auto other = RecordEditor::openExisting(world.ports(), world.household);
        OK(other);
        other->edit().set(world.field("household", "phone1"), Value::fromText("19900000099"));
        OK(other->commit());
        auto restored = RecordEditor::restore(world.ports(), draft);
        OK(restored);
        OK(restored->commit());
        const auto view = world.store->view(world.household);
        const RecordFields fields(world.type("household"), *view);
        QCOMPARE(fields.text("phone1"), std::string("19900000099"));
        QCOMPARE(fields.text("directions"), std::string("榕树右拐"));
    }

    void undoOfANewRecordKeepsTheWords()
    {
        FormsWorld world;
        auto editor = newVisit(world);
        editor.edit().set(world.field("visit", "mode"), number(1));
        editor.edit().set(world.field("visit", "outcome"), number(1));
        editor.edit().set(world.field("visit", "quick_note"), Value::fromText("聊了家常"));
        const auto done = editor.commit();
        OK(done);
        OK(undo(world.ports(), *done));
        QCOMPARE(world.store->view(done->record)->life, store::Life::voided);
        QCOMPARE(world.store->drafts()->size(), std::size_t(1));
        auto again = RecordEditor::restore(world.ports(), world.store->drafts()->front());
        OK(again);
        QVERIFY(again->record() != done->record);
        QCOMPARE(again->form().value(world.field("visit", "quick_note")).asText().value(), std::string("聊了家常"));
    }

    void undoOfAChangeWritesTheOldValue()
    {
        FormsWorld world;
        auto editor = RecordEditor::openExisting(world.ports(), world.household);
        OK(editor);
        editor->edit().set(world.field("household", "phone1"), Value::fromText("19900000013"));
        editor->edit().set(world.field("household", "directions"), Value::fromText("榕树右拐"));
        const auto done = editor->commit();
        OK(done);
        OK(undo(world.ports(), *done));
        const auto view = world.store->view(world.household);
        const RecordFields fields(world.type("household"), *view);
        QCOMPARE(fields.text("phone1"), std::string("19900000012"));
        QVERIFY(fields.value("directions").isNull());
    }

    void aVisitIsEditableForSevenDays()
    {
        FormsWorld world;
        auto editor = newVisit(world);
        editor.edit().set(world.field("visit", "mode"), number(1));
        editor.edit().set(world.field("visit", "outcome"), number(1));
        const auto done = editor.commit();
        OK(done);
        const auto view = world.store->view(done->record);
        const auto& type = world.type("visit");
        const auto at = createdAt(done->record);
        constexpr Millis kDay = 24LL * 3600 * 1000;
        QCOMPARE(editingOf(type, *view, world.worker, Role::VW, at + 7 * kDay), Editing::edit);
        QCOMPARE(editingOf(type, *view, world.worker, Role::VW, at + 7 * kDay + 1), Editing::amend);
        QCOMPARE(editingOf(type, *view, world.supervisor, Role::TO, at + kDay), Editing::amend);
        QCOMPARE(editingOf(type, *view, world.worker, Role::PR, at), Editing::none);
    }

    // The bytes of the opened database's rows, as somebody with the database key would see them.
    void sealedWordsAreInNoRow()
    {
        FormsWorld world;
        auto counselCase = newCase(world);
        OK(counselCase);
        OK(counselCase->commit());
        const auto caseId = counselCase->record();
        auto editor = RecordEditor::openNew(
            world.ports(), {world.type("counsel_session").number, caseId, PartitionId::forCase(caseId), {}});
        OK(editor);
        QVERIFY(editor->isSealed());
        for (const auto* name : {"subjective", "assessment", "plan"})
            editor->edit().set(world.field("counsel_session", name), Value::fromText(kCanary));
        OK(editor->saveDraft());
        const auto draft = world.store->drafts()->front();
        QVERIFY(!QByteArray::fromStdString(draft.body).contains(kCanary));
        QVERIFY(!rowsHoldIt(world));
        world.reopen();

        world.steppedUp = false; // locked again: the draft waits, unread
        const auto locked = RecordEditor::restore(world.ports(), draft);
        QVERIFY(!locked);
        QCOMPARE(locked.error().code, Errc::notAllowed);
        world.steppedUp = true;
        auto restored = RecordEditor::restore(world.ports(), draft);
        OK(restored);
        QCOMPARE(restored->form().value(world.field("counsel_session", "plan")).asText().value(), std::string(kCanary));
        restored->edit().set(world.field("counsel_session", "seq"), number(1));
        OK(restored->commit());
        auto opened = RecordEditor::openExisting(world.ports(), restored->record());
        OK(opened);
        QCOMPARE(opened->form().value(world.field("counsel_session", "assessment")).asText().value(),
                 std::string(kCanary));
        QVERIFY(!rowsHoldIt(world));
        world.reopen();
        // And the scan finds what is there, or it would prove nothing.
        auto visit = newVisit(world);
        visit.edit().set(world.field("visit", "quick_note"), Value::fromText(kCanary));
        OK(visit.saveDraft());
        QVERIFY(rowsHoldIt(world));
    }

    void aWorkersRiskAssessmentIsForTheSupervisor()
    {
        FormsWorld world;
        auto editor = RecordEditor::openNew(
            world.ports(), {world.type("risk_assessment").number, world.household, world.village(), {}});
        OK(editor);
        editor->edit().set(world.field("risk_assessment", "ideation"), number(2));
        OK(editor->commit());
        const auto view = world.store->view(editor->record());
        const auto envelope = view->find({world.type("risk_assessment").envelope->number, {}})->value.asText();
        const auto info = seal::inspectEnvelope(*fromBase64Url(*envelope));
        OK(info);
        QCOMPARE(info->recipients.size(), std::size_t(3)); // author, supervisor, escrow
        QCOMPARE(info->recipients[1], world.supervisor);
    }

    void noReaderNoEnvelope()
    {
        FormsWorld world;
        const auto stranger = userOf(makeRecordId(world.time, world));
        auto counselCase = RecordEditor::openNew(
            world.ports(), {world.type("counsel_case").number,
                            {},
                            {},
                            {{world.field("counsel_case", "clinical_supervisor"), Value::fromText(stranger.text())}}});
        OK(counselCase);
        counselCase->edit().set(world.field("counsel_case", "goals"), Value::fromText(kCanary));
        OK(counselCase->saveDraft()); // what was typed is safe whatever the directory says
        const auto done = counselCase->commit();
        QVERIFY(!done);
        QCOMPARE(done.error().code, Errc::notFound);
        QCOMPARE(world.store->drafts()->size(), std::size_t(1));
    }

    void riskLevels_data()
    {
        QTest::addColumn<int>("ideation");
        QTest::addColumn<int>("behaviour");
        QTest::addColumn<int>("level");
        QTest::newRow("none") << 0 << 0 << 0;
        QTest::newRow("passive") << 1 << 0 << 1;
        QTest::newRow("active, no plan") << 2 << 0 << 1;
        QTest::newRow("a way") << 3 << 0 << 2;
        QTest::newRow("tried long ago") << 0 << 1 << 2;
        QTest::newRow("tried lately") << 0 << 2 << 3;
        QTest::newRow("intent") << 4 << 0 << 3;
        QTest::newRow("plan and intent") << 5 << 2 << 4;
    }
    void riskLevels()
    {
        QFETCH(int, ideation);
        QFETCH(int, behaviour);
        FormsWorld world;
        QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/forms/risk.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rules = parseRiskRules(file.readAll().toStdString());
        OK(rules);
        const FieldValues answers{{world.field("risk_assessment", "ideation"), number(ideation)},
                                  {world.field("risk_assessment", "behaviour"), number(behaviour)}};
        QTEST(int(rules->suggest(world.type("risk_assessment"), answers)), "level");
    }

    void aDamagedDraftIsRefused()
    {
        for (const char* body :
             {"", "{}", "[]", R"({"before":{},"envelope":"","new":true,"partition":"v:1","values":{}})",
              R"({"before":{},"envelope":"","new":true,"partition":"v:359901001201","values":{"x":1}})"})
            QVERIFY2(!DraftBody::decode(body), body);
    }
};

QTEST_GUILESS_MAIN(TestRecordEditor)
#include "tst_record_editor.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/record_editor.hpp"
#include "forms_world.hpp"
#include "sync/model/catalogue_values.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::forms;

namespace {
constexpr std::uint32_t kNewer = 997; // a field that a later catalogue has
}

// A tablet that was not updated yet, and what an updated one wrote (I12; PROTOCOL.md section 12).
class NewerFieldsTest : public QObject {
    Q_OBJECT

    static RecordId claimIn(FormsWorld& world)
    {
        return world.make(
            "claim", world.household,
            {{"admit_date", Value::fromText("2026-03-09")}, {"discharge_date", Value::fromText("2026-03-12")}});
    }
    static RegisterKey stayOf(const FormsWorld& world)
    {
        return {world.type("claim").field(std::string_view("admit_date"))->group, {}};
    }
    static Value newerStay(const FormsWorld& world)
    {
        const auto admitted = std::to_string(world.field("claim", "admit_date"));
        return *Value::fromCanonical("{\"" + admitted + "\":\"2026-03-09\",\"997\":\"2026-03-10\"}");
    }
    // What an updated tablet keeps: the group with a member more, and a field of its own.
    static void writeFromLater(FormsWorld& world, RecordId claim)
    {
        auto opened = world.store->openForEdit(claim);
        OK(opened);
        store::RecordEdit edit{claim, opened->view.root, opened->view.type, opened->view.partition, {}, opened->past};
        edit.writes = {{stayOf(world), newerStay(world)}, {RegisterKey{kNewer, {}}, Value::fromText("later")}};
        OK(world.store->save({{}, {edit}, {}, "test"}));
    }

private slots:
    void groupsBeyondAreFoundAndOthersAreNot()
    {
        const FormsWorld world;
        const auto& claim = world.type("claim");
        const auto stay = stayOf(world);
        QVERIFY(groupsBeyond(claim, {{stay, Value::fromTrusted("{\"13\":\"2026-03-09\"}")}}).empty());
        QVERIFY(groupsBeyond(claim, {{stay, Value::null()}, {{kNewer, {}}, Value::fromTrusted("{\"1\":2}")}}).empty());
        QCOMPARE(groupsBeyond(claim, {{stay, newerStay(world)}}), std::set<std::uint32_t>{stay.number});
        QCOMPARE(groupsBeyond(claim, {{stay, Value::fromTrusted("{\"x\":1}")}}), std::set<std::uint32_t>{stay.number});
    }

    void whatElseIsChangedLeavesItAsItIs()
    {
        FormsWorld world;
        const auto claim = claimIn(world);
        writeFromLater(world, claim);
        auto editor = RecordEditor::openExisting(world.ports(), claim);
        OK(editor);
        const auto& type = world.type("claim");
        QVERIFY(editor->isBeyond(*type.field(std::string_view("admit_date"))));
        QVERIFY(!editor->isBeyond(*type.field(std::string_view("hospital"))));
        QCOMPARE(editor->form().value(world.field("claim", "admit_date")), Value::fromText("2026-03-09"));
        editor->edit().set(world.field("claim", "hospital"), Value::fromText("闽江医院"));
        OK(editor->commit());
        const auto view = world.store->view(claim);
        OK(view);
        QCOMPARE(view->find(stayOf(world))->value, newerStay(world));
        QCOMPARE(view->find(RegisterKey{kNewer, {}})->value, Value::fromText("later"));
        QCOMPARE(view->find(RegisterKey{world.field("claim", "hospital"), {}})->value, Value::fromText("闽江医院"));
    }

    void aChangeOfItWaitsInTheDraft()
    {
        FormsWorld world;
        const auto claim = claimIn(world);
        writeFromLater(world, claim);
        auto editor = RecordEditor::openExisting(world.ports(), claim);
        OK(editor);
        editor->edit().set(world.field("claim", "discharge_date"), Value::fromText("2026-03-20"));
        OK(editor->saveDraft());
        const auto done = editor->commit();
        QVERIFY(!done);
        QCOMPARE(done.error().code, Errc::upgradeNeeded);
        QCOMPARE(world.store->view(claim)->find(stayOf(world))->value, newerStay(world));
        const auto drafts = world.store->drafts();
        OK(drafts);
        QCOMPARE(drafts->size(), std::size_t(1));
    }

    void aDraftThatIsOlderThanItKeepsItsWords()
    {
        FormsWorld world;
        const auto claim = claimIn(world);
        auto editor = RecordEditor::openExisting(world.ports(), claim);
        OK(editor);
        editor->edit().set(world.field("claim", "discharge_date"), Value::fromText("2026-03-20"));
        OK(editor->saveDraft());
        writeFromLater(world, claim);
        auto again = RecordEditor::restore(world.ports(), world.store->drafts()->front());
        OK(again);
        const auto done = again->commit();
        QVERIFY(!done);
        QCOMPARE(done.error().code, Errc::upgradeNeeded);
        QCOMPARE(world.store->view(claim)->find(stayOf(world))->value, newerStay(world));
        QCOMPARE(again->form().value(world.field("claim", "discharge_date")), Value::fromText("2026-03-20"));
    }
};

QTEST_GUILESS_MAIN(NewerFieldsTest)
#include "tst_newer_fields.moc"

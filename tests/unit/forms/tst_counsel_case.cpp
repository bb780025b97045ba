// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A case, its supervisor and its sessions: who can open what, from the first save on.
#include "forms_world.hpp"

#include <QTest>

#include <algorithm>

using namespace lianxin;
using namespace lianxin::forms;

class TestCounselCase : public QObject {
    Q_OBJECT

private:
    static Result<RecordEditor> newCase(FormsWorld& world)
    {
        return RecordEditor::openNew(
            world.ports(), {world.type("counsel_case").number,
                            {},
                            {},
                            {{world.field("counsel_case", "household"), Value::fromText(world.household.text())},
                             {world.field("counsel_case", "person"), Value::fromText(world.person.text())}}});
    }

private slots:
    // The supervisor whom a case names in its first save reads it from that save on; the province would hold it back otherwise.
    void aCaseIsSealedToItsSupervisor()
    {
        FormsWorld world;
        auto editor = newCase(world);
        OK(editor);
        OK(editor->commit());
        const auto view = world.store->view(editor->record());
        const auto envelope = view->find({world.type("counsel_case").envelope->number, {}})->value.asText();
        const auto info = seal::inspectEnvelope(*fromBase64Url(*envelope));
        OK(info);
        QVERIFY(std::find(info->recipients.begin(), info->recipients.end(), world.supervisor) !=
                info->recipients.end());
    }

    void theSupervisorOfTheAreaIsFilledIn()
    {
        FormsWorld world;
        const auto editor = RecordEditor::openNew(
            world.ports(), {world.type("counsel_case").number,
                            {},
                            {},
                            {{world.field("counsel_case", "household"), Value::fromText(world.household.text())}}});
        OK(editor);
        QCOMPARE(editor->form().value(world.field("counsel_case", "clinical_supervisor")).asText(),
                 world.supervisor.text());
    }

    void sessionsAreCounted()
    {
        FormsWorld world;
        auto counselCase = newCase(world);
        OK(counselCase);
        OK(counselCase->commit());
        for (std::int64_t expected = 1; expected <= 3; ++expected) {
            auto editor = RecordEditor::openNew(world.ports(), {world.type("counsel_session").number,
                                                                counselCase->record(),
                                                                PartitionId::forCase(counselCase->record()),
                                                                {}});
            OK(editor);
            QCOMPARE(editor->form().value(world.field("counsel_session", "seq")).asInt(), expected);
            OK(editor->commit());
        }
    }

    // Found by the story: a session that hangs on a household instead of its case is held back at the province and read by nobody.
    void aSessionCannotHangOnAHousehold()
    {
        FormsWorld world;
        const auto editor = RecordEditor::openNew(
            world.ports(), {world.type("counsel_session").number, world.household, world.village(), {}});
        QVERIFY(!editor);
    }
};

QTEST_GUILESS_MAIN(TestCounselCase)
#include "tst_counsel_case.moc"

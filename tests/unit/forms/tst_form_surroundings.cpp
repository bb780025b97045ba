// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/record_fields.hpp"
#include "tally_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::forms;
using namespace lianxin::test;

// Forms over the real store: rows and parent are read, computed values are kept at commit, defaults come from what is known.
class TestFormSurroundings : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<FormsWorld>();
        *m_world->catalogue = extended();
        m_tally = m_world->make("tally", m_world->household, {{"shop", Value::fromText("East")}});
        const auto other = m_world->make("tally", m_world->household, {{"paid", money(1)}});
        line(m_tally, 300, 2);
        line(m_tally, 500, 1);
        line(other, 9999, 9);
    }

    void rowsOfThisRecordOnly()
    {
        auto editor = must(RecordEditor::openExisting(m_world->ports(), m_tally));
        QCOMPARE(editor.form().value(13), money(1100));
        QVERIFY2(!editor.changed(), "a sum that was computed anew is nobody's edit");
        editor.edit().set(12, money(1000));
        QVERIFY(editor.changed());
        const auto hints = editor.hints();
        QCOMPARE(hints.size(), std::size_t(1));
        QCOMPARE(hints.front().code, std::string("constraint"));
        QCOMPARE(hints.front().severity, Severity::hint);
        (void)must(editor.commit());
        const RecordFields stored(m_world->type("tally"), must(m_world->store->view(m_tally)));
        QCOMPARE(stored.number("total"), std::optional<std::int64_t>(1100));
        QCOMPARE(stored.number("paid"), std::optional<std::int64_t>(1000));
    }

    void rowsChangeUnderTheForm()
    {
        auto editor = must(RecordEditor::openExisting(m_world->ports(), m_tally));
        auto rows = editor.form().surroundings().rows.at(10002);
        rows.front()[12] = Value::fromInt(10);
        editor.edit().setRows(10002, rows);
        QCOMPARE(editor.form().value(13),
                 money(rows.front().at(11).asInt().value_or(0) * 10 + (rows.front().at(11) == money(300) ? 500 : 600)));
    }

    void draftsComeBackWithThem()
    {
        auto editor = must(RecordEditor::openExisting(m_world->ports(), m_tally));
        editor.edit().set(12, money(2000));
        QVERIFY(editor.saveDraft());
        const auto drafts = must(m_world->store->drafts());
        QCOMPARE(drafts.size(), std::size_t(1));
        line(m_tally, 100, 1);
        const auto again = must(RecordEditor::restore(m_world->ports(), drafts.front()));
        QCOMPARE(again.form().value(12), money(2000));
        QCOMPARE(again.form().value(13), money(1200));
    }

    void newFormsKnowWhatIsKnown()
    {
        m_world->time += 60000;
        const auto editor =
            must(RecordEditor::openNew(m_world->ports(), {10001, m_world->household, m_world->village(), {}}));
        QCOMPARE(editor.form().value(10), Value::fromText("East"));
        QCOMPARE(editor.form().value(11), Value::fromText("19900000012"));
        const auto row = must(RecordEditor::openNew(
            m_world->ports(),
            {10002, m_world->household, m_world->village(), {{10, Value::fromText(m_tally.text())}}}));
        QCOMPARE(row.form().value(13), Value::fromText("East!"));
    }

private:
    void line(RecordId tally, std::int64_t price, std::int64_t pieces)
    {
        m_world->make(
            "tally_line", m_world->household,
            {{"in_tally", Value::fromText(tally.text())}, {"price", money(price)}, {"pieces", Value::fromInt(pieces)}});
    }

    std::unique_ptr<FormsWorld> m_world;
    RecordId m_tally;
};

QTEST_GUILESS_MAIN(TestFormSurroundings)
#include "tst_form_surroundings.moc"

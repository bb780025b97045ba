// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/record_fields.hpp"
#include "app/forms/repeats.hpp"
#include "tally_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::forms;
using namespace lianxin::test;

namespace {

constexpr std::uint32_t kLineType = 10002, kShop = 10, kTotal = 13, kPrice = 11, kPieces = 12, kFrom = 13, kPlace = 14;

} // namespace

// A form and its rows over the real store: one draft, one save, one way back.
class TestRepeats : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<FormsWorld>();
        *m_world->catalogue = extended();
    }

    void rowsOfANewFormAreOneSave()
    {
        auto form = newTally();
        auto repeats = Repeats::of(ports(), form);
        add(repeats, form, 300, 2);
        add(repeats, form, 500, 1);
        QCOMPARE(form.form().value(kTotal), money(1100));
        QCOMPARE(repeats.rows(kLineType).size(), std::size_t(2));
        const auto before = must(m_world->store->syncState()).saved;
        const auto done = must(form.commit({}, must(repeats.edits(ports(), form))));
        QCOMPARE(must(m_world->store->syncState()).saved, before + 1);
        QCOMPARE(lines(done.record).size(), std::size_t(2));
        QVERIFY(must(m_world->store->drafts()).empty());
        const RecordFields stored(m_world->type("tally"), must(m_world->store->view(done.record)));
        QCOMPARE(stored.number("total"), std::optional<std::int64_t>(1100));

        // Taken back: no row is left behind, and the words are a draft with rows of its own.
        QVERIFY(undo(ports(), done));
        QVERIFY(lines(done.record).empty());
        QVERIFY(must(m_world->store->view(done.record)).life == store::Life::voided);
        const auto drafts = must(m_world->store->drafts());
        QCOMPARE(drafts.size(), std::size_t(1));
        auto again = must(RecordEditor::restore(ports(), drafts.front()));
        auto copies = Repeats::of(ports(), again);
        QCOMPARE(copies.rows(kLineType).size(), std::size_t(2));
        QCOMPARE(again.form().value(kTotal), money(1100));
        const auto second = must(again.commit({}, must(copies.edits(ports(), again))));
        QVERIFY(second.record != done.record);
        QCOMPARE(lines(second.record).size(), std::size_t(2));
    }

    void rowsAndFormFollowEachOther()
    {
        auto form = newTally();
        auto repeats = Repeats::of(ports(), form);
        form.edit().set(kShop, Value::fromText("West"));
        repeats.follow(form);
        auto row = must(repeats.openNew(ports(), form, kLineType));
        QCOMPARE(row.form().value(kFrom), Value::fromText("West!"));
        QCOMPARE(row.form().value(kPlace), Value::fromInt(1));
        QVERIFY(repeats.put(form, row));
        QCOMPARE(must(repeats.openNew(ports(), form, kLineType)).form().value(kPlace), Value::fromInt(2));
        form.edit().set(kShop, Value::fromText("North"));
        repeats.follow(form);
        QCOMPARE(repeats.rows(kLineType).front().state.value(kFrom), Value::fromText("North!"));
        const auto done = must(form.commit({}, must(repeats.edits(ports(), form))));
        QCOMPARE(lines(done.record).front().text("from"), std::string("North!"));

        // Rows that nobody opened follow as well when only the form is edited later.
        auto later = must(RecordEditor::openExisting(ports(), done.record));
        auto shown = Repeats::of(ports(), later);
        later.edit().set(kShop, Value::fromText("South"));
        shown.follow(later);
        (void)must(later.commit({}, must(shown.edits(ports(), later))));
        QCOMPARE(lines(done.record).front().text("from"), std::string("South!"));
    }

    void aKillKeepsRows()
    {
        const auto tally = stored({{300, 2}, {500, 1}});
        {
            auto form = must(RecordEditor::openExisting(ports(), tally));
            auto repeats = Repeats::of(ports(), form);
            add(repeats, form, 100, 7);
            change(repeats, form, repeats.rows(kLineType).at(0).record, 9);
            (void)must(repeats.remove(ports(), form, repeats.rows(kLineType).at(1).record));
            QVERIFY(form.changed());
            QVERIFY(form.saveDraft());
        }
        m_world->reopen();
        const auto drafts = must(m_world->store->drafts());
        QCOMPARE(drafts.size(), std::size_t(1));
        auto form = must(RecordEditor::restore(ports(), drafts.front()));
        auto repeats = Repeats::of(ports(), form);
        QCOMPARE(repeats.rows(kLineType).size(), std::size_t(2));
        QCOMPARE(form.form().value(kTotal), money(300 * 9 + 700));
        (void)must(form.commit({}, must(repeats.edits(ports(), form))));
        QCOMPARE(lines(tally).size(), std::size_t(2));
    }

    void takenAwayAndBroughtBack()
    {
        const auto tally = stored({{300, 2}, {500, 1}});
        auto form = must(RecordEditor::openExisting(ports(), tally));
        auto repeats = Repeats::of(ports(), form);
        const auto first = repeats.rows(kLineType).front().record;
        change(repeats, form, first, 4);
        auto removed = must(repeats.remove(ports(), form, first));
        QCOMPARE(form.form().value(kTotal), money(500));
        repeats.bringBack(form, std::move(removed));
        QCOMPARE(form.form().value(kTotal), money(1700));
        QCOMPARE(repeats.rows(kLineType).front().record, first);
        auto again = must(repeats.remove(ports(), form, first));
        const auto done = must(form.commit({}, must(repeats.edits(ports(), form))));
        QCOMPARE(lines(tally).size(), std::size_t(1));
        QVERIFY(undo(ports(), done));
        QCOMPARE(lines(tally).size(), std::size_t(2));
    }

    void undoOfAChangedRowWritesTheOldValue()
    {
        const auto tally = stored({{300, 2}});
        auto form = must(RecordEditor::openExisting(ports(), tally));
        auto repeats = Repeats::of(ports(), form);
        change(repeats, form, repeats.rows(kLineType).front().record, 8);
        add(repeats, form, 10, 1);
        const auto done = must(form.commit({}, must(repeats.edits(ports(), form))));
        QCOMPARE(lines(tally).size(), std::size_t(2));
        QVERIFY(undo(ports(), done));
        QCOMPARE(lines(tally).size(), std::size_t(1));
        QCOMPARE(lines(tally).front().number("pieces"), std::optional<std::int64_t>(2));
    }

    // A row that came back as it was stored is not written; an untouched form with its rows writes nothing at all.
    void nothingChangedWritesNothing()
    {
        const auto tally = stored({{300, 2}, {1, 1}});
        auto form = must(RecordEditor::openExisting(ports(), tally));
        auto repeats = Repeats::of(ports(), form);
        change(repeats, form, repeats.rows(kLineType).front().record, 5);
        change(repeats, form, repeats.rows(kLineType).front().record, 2);
        QVERIFY(!form.changed());
        QVERIFY(must(repeats.edits(ports(), form)).empty());
    }

    // What was written elsewhere while a row lay in the draft is not run over: both values stand until a person chooses.
    void aRowKeepsWhatItHadSeen()
    {
        const auto tally = stored({{300, 2}});
        auto form = must(RecordEditor::openExisting(ports(), tally));
        auto repeats = Repeats::of(ports(), form);
        const auto row = repeats.rows(kLineType).front().record;
        change(repeats, form, row, 8);
        QVERIFY(form.saveDraft());
        auto elsewhere = must(RecordEditor::openExisting(ports(), row));
        elsewhere.edit().set(kPieces, Value::fromInt(5));
        (void)must(elsewhere.commit());
        auto restored = must(RecordEditor::restore(ports(), must(m_world->store->drafts()).front()));
        auto shown = Repeats::of(ports(), restored);
        (void)must(restored.commit({}, must(shown.edits(ports(), restored))));
        const auto view = must(m_world->store->view(row));
        QCOMPARE(view.find({kPieces, {}})->heads.size(), std::size_t(2));
    }

    void strangeRowsInADraftAreRefused_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("no array") << QByteArray("1");
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("no record") << QByteArray(R"([{"root": "AAAAAAAAAAAAAAAAAAAAAA", "past": ""}])");
        QTest::newRow("no past") << QByteArray(
            R"([{"record": "AAAAAAAAAAAAAAAAAAAAAA", "root": "AAAAAAAAAAAAAAAAAAAAAA", "past": "!"}])");
    }
    void strangeRowsInADraftAreRefused()
    {
        QFETCH(QByteArray, rows);
        const auto text = R"({"before":{},"envelope":"","new":true,"partition":"v:359901001201","rows":)" +
                          rows.toStdString() + R"(,"values":{}})";
        QVERIFY(!DraftBody::decode(text));
    }

private:
    EditorPorts ports() { return m_world->ports(); }
    RecordEditor newTally()
    {
        m_world->time += 1000;
        return must(RecordEditor::openNew(ports(), {10001, m_world->household, m_world->village(), {}}));
    }
    void add(Repeats& repeats, RecordEditor& form, std::int64_t price, std::int64_t pieces)
    {
        m_world->time += 1000;
        auto row = must(repeats.openNew(ports(), form, kLineType));
        row.edit().set(kPrice, money(price));
        row.edit().set(kPieces, Value::fromInt(pieces));
        QVERIFY(repeats.put(form, row));
    }
    void change(Repeats& repeats, RecordEditor& form, RecordId record, std::int64_t pieces)
    {
        auto row = must(repeats.open(ports(), form, record));
        row.edit().set(kPieces, Value::fromInt(pieces));
        QVERIFY(repeats.put(form, row));
    }
    RecordId stored(const std::vector<std::pair<std::int64_t, std::int64_t>>& rows)
    {
        auto form = newTally();
        auto repeats = Repeats::of(ports(), form);
        for (const auto& [price, pieces] : rows)
            add(repeats, form, price, pieces);
        return must(form.commit({}, must(repeats.edits(ports(), form)))).record;
    }
    std::vector<RecordFields> lines(RecordId tally)
    {
        std::vector<RecordFields> found;
        for (const auto& view : must(m_world->store->children(m_world->household)))
            if (view.type == kLineType && view.life == store::Life::active) {
                RecordFields fields(m_world->type("tally_line"), view);
                if (fields.ref("in_tally") == tally)
                    found.push_back(std::move(fields));
            }
        return found;
    }

    std::unique_ptr<FormsWorld> m_world;
};

QTEST_GUILESS_MAIN(TestRepeats)
#include "tst_repeats.moc"

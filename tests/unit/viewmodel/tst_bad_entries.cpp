// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people really type and paste: a hint where one helps, never a bar, and the words arrive as they were written.
#include "app/viewmodel/form_editor.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::test;

class BadEntries : public QObject, private LooksWorld {
    Q_OBJECT
    std::unique_ptr<ui::FormEditor> m_form;

    void begin(const char* type)
    {
        m_form = std::make_unique<ui::FormEditor>(*m_book, m_steps);
        QVERIFY(m_form->begin({m_desk->type(type).number, m_family, village(), {}}).has_value());
    }
    [[nodiscard]] int key(const char* field) const
    {
        return static_cast<int>(m_form->editor()->form().type().field(std::string_view(field))->number);
    }
    void type(const char* field, const QString& text)
    {
        m_form->edit(key(field), text);
        m_form->leave(key(field));
    }
    [[nodiscard]] QString said(const char* field)
    {
        for (int section = 0; section < 3 && m_form->rows()->find(key(field)) < 0; ++section)
            m_form->toggleSection(ui::kSectionKey + 1 + section);
        return m_form->rows()->value(m_form->rows()->find(key(field)), "errorText").toString();
    }
    [[nodiscard]] std::string kept(const char* field) const
    {
        return m_form->editor()->form().value(static_cast<std::uint32_t>(key(field))).asText().value_or("");
    }

private slots:
    void init() { setUp(); }
    void cleanup()
    {
        m_form.reset();
        tearDown();
    }

    void dates_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hint");
        QTest::newRow("an age of 130") << "person"
                                       << "birth_date"
                                       << "1896-03-01"
                                       << "看看年份对不对";
        QTest::newRow("born tomorrow") << "person"
                                       << "birth_date"
                                       << "2031-01-01"
                                       << "has not come yet";
        QTest::newRow("gone before birth") << "person"
                                           << "death_date"
                                           << "1950-01-01"
                                           << "comes before";
        QTest::newRow("a child lost before its birth") << "loss_record"
                                                       << "event_date"
                                                       << "1979-12-31"
                                                       << "comes before";
        QTest::newRow("18th digit") << "person"
                                    << "id_no"
                                    << "359901195809300014"
                                    << "may be off";
        QTest::newRow("30 February in a number") << "person"
                                                 << "id_no"
                                                 << "359901195802300014"
                                                 << "may be off";
    }
    void dates()
    {
        QFETCH(const QString, type);
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        QFETCH(const QString, hint);
        begin(qPrintable(type));
        if (field == "death_date") {
            this->type("birth_date", "1958-09-30");
            m_form->setChecked(key("alive"), false);
        }
        if (type == "loss_record")
            this->type("child_birth_date", "1980-01-01");
        this->type(qPrintable(field), text);
        const auto words = said(qPrintable(field));
        QVERIFY2(!words.isEmpty() && words.contains(hint), qPrintable(words));
        QCOMPARE(QString::fromStdString(kept(qPrintable(field))), text);
        // A hint is all it is: the form goes on and keeps it.
        for (const auto& one : m_form->editor()->hints())
            if (one.field == static_cast<std::uint32_t>(key(qPrintable(field))))
                QVERIFY(one.severity == Severity::hint);
    }

    void texts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("21,000 characters") << QString(21'000, QChar(0x5bb6));
        QTest::newRow("emoji") << QString::fromUtf8(
            "今天精神好 \xf0\x9f\x98\x80\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9");
        QTest::newRow("right-to-left marks")
            << QString::fromUtf8("\xe2\x80\xae\xe6\x9d\x91\xe5\x8f\xa3\xe2\x81\xa6\xd7\x90");
        QTest::newRow("rare characters") << QString::fromUtf8("\xf0\xa0\xae\xb7\xe4\xb6\xae");
    }
    // As they were written, on another tablet too.
    void texts()
    {
        QFETCH(const QString, text);
        begin("visit");
        type("quick_note", text);
        QVERIFY(m_form->saveNow().has_value());
        auto editor = must(forms::RecordEditor::restore(m_desk->editorPorts(), must(m_form->editor()->draftOf())));
        QVERIFY(!editor.form().isTooLarge(*m_desk->type("visit").field(std::string_view("quick_note"))));
        const auto done = must(editor.commit());
        syncAll();
        const RecordType& visit = *m_c->catalogue.type(std::string_view("visit"));
        QCOMPARE(
            QString::fromStdString(forms::RecordFields(visit, must(m_c->store->view(done.record))).text("quick_note")),
            text);
    }

    // A pasted book: the draft keeps all of it, the page says so and what to do, and the rest of the visit is kept once it is shorter.
    void aHundredThousandCharacters()
    {
        const QString book(100'000, QChar(0x5bb6));
        begin("visit");
        m_form->toggle(key("mode"), 1);
        m_form->toggle(key("outcome"), 1);
        QVERIFY2(m_form->canCommit(), qPrintable(m_form->footText()));
        type("quick_note", book);
        QVERIFY2(said("quick_note").contains(QStringLiteral("21000")), qPrintable(said("quick_note")));
        QVERIFY(!m_form->canCommit());
        QVERIFY2(m_form->footText().contains(QStringLiteral("shorter")), qPrintable(m_form->footText()));
        m_form->commit(); // nothing is written, nothing is lost
        QCOMPARE(must(m_b->store->counts()).waiting, std::uint64_t{0});
        QVERIFY(m_form->saveNow().has_value());
        m_form->close();
        const auto drafts = must(m_b->store->drafts());
        QCOMPARE(drafts.size(), std::size_t{1});
        QVERIFY(m_form->resume(drafts.front()).has_value());
        QCOMPARE(QString::fromStdString(kept("quick_note")), book);
        type("quick_note", book.left(20'000));
        QVERIFY(m_form->canCommit());
        m_form->commit();
        QCOMPARE(must(m_b->store->counts()).waiting, std::uint64_t{1});
    }
};

QTEST_GUILESS_MAIN(BadEntries)
#include "tst_bad_entries.moc"

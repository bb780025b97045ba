// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as people enter them (domain 9.4 to 9.6): what stands in one is not asked again, what is worth a word is said, and nothing is ever barred.
#include "app/viewmodel/form_editor.hpp"
#include "sync/model/number_facts.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::test;

class EnteredNumbers : public QObject, private LooksWorld {
    Q_OBJECT
    std::unique_ptr<ui::FormEditor> m_form;

    [[nodiscard]] int key(const char* field) const
    {
        return static_cast<int>(m_desk->type("person").field(std::string_view(field))->number);
    }
    [[nodiscard]] Value value(const char* field) const
    {
        return m_form->editor()->form().value(static_cast<std::uint32_t>(key(field)));
    }
    void type(const char* field, const char* text)
    {
        m_form->edit(key(field), QString::fromUtf8(text));
        m_form->leave(key(field));
    }
    [[nodiscard]] QString said(const char* field)
    {
        for (int section = 0; section < 3; ++section)
            if (m_form->rows()->find(key(field)) < 0)
                m_form->toggleSection(ui::kSectionKey + 1 + section);
        return m_form->rows()->value(m_form->rows()->find(key(field)), "errorText").toString();
    }

private slots:
    void init()
    {
        setUp();
        m_form = std::make_unique<ui::FormEditor>(*m_book, m_steps);
        QVERIFY(m_form->begin({m_desk->type("person").number, m_family, village(), {}}).has_value());
    }
    void cleanup()
    {
        m_form.reset();
        tearDown();
    }

    void anOldNumberIsConvertedAndMarked()
    {
        type("id_no", "359901580930001");
        QCOMPARE(value("id_no").asText().value_or(""), std::string("359901195809300013"));
        QVERIFY(value("id_no_converted").isTrue());
        QCOMPARE(value("birth_date").asText().value_or(""), std::string("1958-09-30")); // not asked again
        QCOMPARE(value("sex").asInt().value_or(0), std::int64_t{1});
        QVERIFY2(said("id_no").contains(QStringLiteral("15 digits")), qPrintable(said("id_no")));
        // Read off a card: the mark goes.
        type("id_no", "359901195809300013");
        QVERIFY(value("id_no_converted").isNull());
        QVERIFY(!said("id_no").contains(QStringLiteral("15 digits")));
    }

    // The mark is written with the record, so that another tablet says it too; and it never keeps anybody from saving.
    void theMarkTravels()
    {
        type("name", "林秀英");
        type("id_no", "359901580930001");
        auto copy = must(forms::RecordEditor::restore(m_desk->editorPorts(), must(m_form->editor()->draftOf())));
        for (const auto& hint : copy.hints())
            if (hint.code == "id_converted")
                QVERIFY(hint.severity == Severity::hint);
        const auto kept = must(copy.commit()).record;
        syncAll();
        const RecordType& person = *m_c->catalogue.type(std::string_view("person"));
        QVERIFY(forms::RecordFields(person, must(m_c->store->view(kept))).flag("id_no_converted"));
    }

    void whatStandsAlreadyIsNotOverwritten()
    {
        type("birth_date", "1957-01-01");
        type("id_no", "359901195809300013");
        QCOMPARE(value("birth_date").asText().value_or(""), std::string("1957-01-01"));
        QVERIFY(said("id_no").contains(QStringLiteral("otherwise")));
    }

    void aVillagesShortNumberIsRightWithANote()
    {
        type("phone", "66123");
        QCOMPARE(value("phone").asText().value_or(""), std::string("66123"));
        QVERIFY2(said("phone").contains(QStringLiteral("short number")), qPrintable(said("phone")));
        type("phone", "12356");
        QCOMPARE(said("phone"), QString());
        type("phone", "19900000001");
        QCOMPARE(said("phone"), QString());
    }

    void aCardTellsItsKindAndLevel()
    {
        type("disability_no", "35990119580930001343");
        QCOMPARE(value("disability_type").asInt().value_or(0), std::int64_t{4});
        QCOMPARE(value("disability_level").asInt().value_or(0), std::int64_t{3});
        type("disability_no", "35990119580930001342");
        QCOMPARE(value("disability_level").asInt().value_or(0), std::int64_t{3}); // what differs is told
        QVERIFY(said("disability_level").contains(QStringLiteral("otherwise")));
    }

    // Below the level that the allowance asks for: a word, by the parameter of the area, and none where nobody set a level.
    void theLevelOfTheAllowance()
    {
        const ParameterValue three{"35", *parseDay("2008-01-01"), *parseDay("9999-12-31"), Value::fromInt(3), "P14"};
        const Parameters known(
            {Parameter{"allowance_standard.disability_level_most", {}, FieldKind::integer, {}, {three}}});
        const auto told = [&](const char* card, const Parameters* parameters) {
            auto ports = m_desk->editorPorts();
            ports.parameters = parameters;
            auto editor =
                must(forms::RecordEditor::openNew(ports, {m_desk->type("person").number, m_family, village(), {}}));
            editor.edit().set(static_cast<std::uint32_t>(key("disability_no")), Value::fromText(card));
            for (const auto& hint : editor.hints())
                if (hint.code == "card_level")
                    return hint.limit;
            return std::int64_t{0};
        };
        QCOMPARE(told("35990119580930001344", &known), std::int64_t{3});
        QCOMPARE(told("35990119580930001343", &known), std::int64_t{0});
        QCOMPARE(told("35990119580930001344", nullptr), std::int64_t{0});
    }
};

QTEST_GUILESS_MAIN(EnteredNumbers)
#include "tst_entered_numbers.moc"

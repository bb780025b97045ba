// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a family can expect: conditions and days by the dated rules, questions that lead to where they are answered, and no amount that nobody knows.
#include "app/duty/duty_rules.hpp"
#include "app/viewmodel/allowance_model.hpp"
#include "sync/model/catalogue_values.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lianxin;
using namespace lianxin::test;
using duty::AllowanceItem;

class TestAllowance : public QObject, private LooksWorld {
    Q_OBJECT

    using Values = std::vector<std::pair<const char*, Value>>;
    Parameters m_parameters;
    std::unique_ptr<ui::Desk> m_counter;
    std::unique_ptr<ui::FamilyBook> m_files;

    RecordId keep(RecordId root, const char* typeName, const Values& values)
    {
        const RecordType& type = m_counter->type(typeName);
        forms::NewRecord wanted{type.number, root, village(), {}, {}};
        for (const auto& [name, value] : values)
            wanted.prefill[type.field(std::string_view(name))->number] = value;
        auto editor = must(forms::RecordEditor::openNew(m_counter->editorPorts(), std::move(wanted)));
        return must(editor.commit()).record;
    }
    void change(RecordId record, const char* typeName, const char* field, const Value& value)
    {
        auto editor = must(forms::RecordEditor::openExisting(m_counter->editorPorts(), record));
        editor.edit().set(m_counter->type(typeName).field(std::string_view(field))->number, value);
        must(editor.commit());
    }
    // A woman of so many years less some days, whose file answers everything but the certificate.
    RecordId woman(int years, int lessDays)
    {
        const Day today = m_counter->today();
        const Day born =
            addDays(solarOccurrence(static_cast<int>(today.year()) - years, static_cast<unsigned>(today.month()),
                                    static_cast<unsigned>(today.day())),
                    lessDays);
        return keep(m_family, "person",
                    {{"name", Value::fromText("林秀英")},
                     {"sex", Value::fromInt(2)},
                     {"birth_date", Value::fromText(dayText(born))},
                     {"is_service_target", Value::fromBool(true)}});
    }
    [[nodiscard]] static bool open(ui::AllowanceModel& page, int person, AllowanceItem item)
    {
        return page.people()->nested(person, "items")->value(static_cast<int>(item), "open").toBool();
    }
    [[nodiscard]] static bool have(ui::AllowanceModel& page, int person, AllowanceItem item)
    {
        return page.people()->nested(person, "items")->value(static_cast<int>(item), "have").toBool();
    }

private slots:
    void init()
    {
        QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/duty/rules.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_duty = must(duty::parseRules(file.readAll().toStdString()));
        setUp();
        std::map<std::string, std::string> files;
        const QDir dir(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/parameters"));
        for (const auto& name : dir.entryList({QStringLiteral("*.json")})) {
            QFile one(dir.filePath(name));
            QVERIFY(one.open(QIODevice::ReadOnly));
            files["parameters/" + name.toStdString()] = one.readAll().toStdString();
        }
        m_parameters = must(loadParameters(files, m_b->catalogue));
        m_counter = std::make_unique<ui::Desk>(
            ui::Shelf{m_b->catalogue, nullptr, m_duty, m_risk, m_b->clock, m_b->random, nullptr, &m_parameters});
        m_files = std::make_unique<ui::FamilyBook>(*m_counter);
        m_b->store->setChangeListener([this](const std::vector<RecordId>& ids) { m_counter->noteChanged(ids); });
        m_counter->open({m_b->store.get(), nullptr, m_b->user, Role::TO});
        change(m_family, "household", "hukou_code", Value::fromText("350128000000"));
    }
    void cleanup()
    {
        m_files.reset();
        m_counter.reset();
        tearDown();
    }

    // The reminder, the page and the published conditions are one rule.
    void rulesAndParametersSayTheSame()
    {
        const auto& rule = m_duty.at(m_counter->today(), "350128").allowance;
        const auto value = [&](const char* name) {
            return m_parameters.value(std::string("allowance_standard.") + name, "350128001201", m_counter->today());
        };
        QCOMPARE(value("wife_age").asInt().value_or(0), std::int64_t{rule.age});
        QCOMPARE(value("born_from").asText().value_or(""), dayText(rule.bornFrom));
        QCOMPARE(value("disability_level_most").asInt().value_or(0), rule.disabilityLevel);
    }

    void theBirthdayThatChangesSomethingIsSaid()
    {
        const auto person = woman(49, 30); // 49 in thirty days
        ui::AllowanceModel page(*m_files, m_steps);
        QAbstractItemModelTester tester(page.people(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        page.show(m_family);
        QCOMPARE(page.people()->count(), 1);
        QVERIFY(!have(page, 0, AllowanceItem::age) && !open(page, 0, AllowanceItem::age));
        QVERIFY(open(page, 0, AllowanceItem::certificate));
        QVERIFY(have(page, 0, AllowanceItem::child)); // the kind of the family says it
        QVERIFY(have(page, 0, AllowanceItem::hukou));
        const Day on = addDays(m_counter->today(), 30);
        const QString next = page.people()->value(0, "nextText").toString();
        QVERIFY2(next.contains(ui::dayWithYear(on)), qPrintable(next));
        QVERIFY2(next.contains(ui::dayShort(addDays(on, -90))), qPrintable(next));
        // On the day it is reached.
        m_b->clock.time += 30LL * 24 * 3600 * 1000;
        page.refresh();
        QVERIFY(have(page, 0, AllowanceItem::age));
        QCOMPARE(page.people()->value(0, "outlookText").toString(), QStringLiteral("something to ask still"));
        change(m_family, "household", "only_child_cert_no", Value::fromText("示例001"));
        page.refresh();
        QCOMPARE(page.people()->value(0, "outlookText").toString(), QStringLiteral("may fit"));
        QVERIFY(page.people()->value(0, "fits").toBool());
        Q_UNUSED(person)
    }

    void aQuestionLeadsToItsForm()
    {
        const auto person = woman(60, 0);
        change(person, "person", "birth_date", Value::null());
        ui::AllowanceModel page(*m_files, m_steps);
        page.show(m_family);
        const QString id = ui::idText(person);
        page.answer(id, static_cast<int>(AllowanceItem::born));
        QCOMPARE(m_steps.edits.back(), person);
        page.answer(id, static_cast<int>(AllowanceItem::certificate));
        QCOMPARE(m_steps.edits.back(), m_family);
        page.answer(id, static_cast<int>(AllowanceItem::child)); // nothing of it is noted: its form
        QCOMPARE(m_steps.forms.back().type, m_counter->type("loss_record").number);
    }

    // A husband waits for his wife's birthday; alone he counts by his own.
    void aHusbandsAgeIsHisWifes()
    {
        const auto wife = woman(48, 0);
        const auto husband = keep(m_family, "person",
                                  {{"name", Value::fromText("陈金水")},
                                   {"sex", Value::fromInt(1)},
                                   {"marriage", Value::fromInt(20)},
                                   {"birth_date", Value::fromText("1960-01-01")},
                                   {"is_service_target", Value::fromBool(true)}});
        ui::AllowanceModel page(*m_files, m_steps);
        page.show(m_family);
        const int row = page.people()->find(ui::idText(husband));
        QVERIFY(!have(page, row, AllowanceItem::age));
        change(husband, "person", "marriage", Value::fromInt(30));
        page.refresh();
        QVERIFY(have(page, page.people()->find(ui::idText(husband)), AllowanceItem::age));
        Q_UNUSED(wife)
    }

    void noAmountIsInvented()
    {
        woman(60, 0);
        ui::AllowanceModel page(*m_files, m_steps);
        page.show(m_family);
        QVERIFY2(page.raiseText().contains(QStringLiteral("140")), qPrintable(page.raiseText()));
        QVERIFY(page.raiseText().contains(ui::partialDate("2022-07")));
        for (const QString& text : {page.stateText(), page.people()->value(0, "nextText").toString(),
                                    page.people()->value(0, "outlookText").toString()})
            QVERIFY2(!text.contains(QStringLiteral("yuan")), qPrintable(text));
    }

    void whoGetsItIsNotAskedAgain()
    {
        woman(60, 0);
        change(m_family, "household", "allowance_target", Value::fromInt(1));
        change(m_family, "household", "allowance_since", Value::fromText("2015-03"));
        ui::AllowanceModel page(*m_files, m_steps);
        page.show(m_family);
        QVERIFY2(page.stateText().contains(ui::partialDate("2015-03")), qPrintable(page.stateText()));
        QCOMPARE(page.people()->value(0, "outlookText").toString(), QStringLiteral("gets it"));
        QCOMPARE(page.people()->nested(0, "items")->count(), 0);
    }

    // What there is in this area for a family of this kind, and whether it is noted.
    void whatElseThereIsHere()
    {
        woman(60, 0);
        ui::AllowanceModel page(*m_files, m_steps);
        page.show(m_family);
        const int care = page.benefits()->find(QStringLiteral("eligibility.hospital_care"));
        QVERIFY(care >= 0);
        QCOMPARE(page.benefits()->find(QStringLiteral("eligibility.pension_topup")), -1);       // Putian's
        QCOMPARE(page.benefits()->find(QStringLiteral("eligibility.hospital_supplement")), -1); // Quanzhou's
        page.openBenefit(QStringLiteral("eligibility.hospital_care"));
        QCOMPARE(m_steps.forms.back().type, m_counter->type("insured").number);
        const auto insured =
            keep(m_family, "insured", {{"kind", Value::fromInt(2)}, {"from_date", Value::fromText("2026-01-01")}});
        page.refresh();
        QCOMPARE(page.benefits()->value(care, "line").toString(), QStringLiteral("noted"));
        page.openBenefit(QStringLiteral("eligibility.hospital_care"));
        QCOMPARE(m_steps.edits.back(), insured);
        change(m_family, "household", "family_type", Value::fromInt(2)); // kind B: not here, all over Fuzhou
        page.refresh();
        QVERIFY(page.benefits()->find(QStringLiteral("eligibility.hospital_care")) >= 0);
    }

    void whoMayNotReadSeesNothing()
    {
        woman(60, 0);
        m_counter->close();
        m_counter->open({m_b->store.get(), nullptr, m_b->user, Role::VO});
        ui::AllowanceModel page(*m_files, m_steps);
        page.show(m_family);
        QCOMPARE(page.people()->count() + page.benefits()->count(), 0);
        QVERIFY(page.stateText().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAllowance)
#include "tst_allowance.moc"

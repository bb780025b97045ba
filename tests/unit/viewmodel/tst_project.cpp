// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/family_model.hpp"
#include "app/viewmodel/project_model.hpp"
#include "tests/unit/viewmodel/services_world.hpp"

#include <boost/json/array.hpp>

using namespace lianxin;
using namespace lianxin::test;

// Support by a project on the real store: its way from asking to the end, whose turn it is, what is missing, the money.
class TestProject : public QObject, private ServicesWorld {
    Q_OBJECT

    RecordId project(int kind, int state, Values more = {})
    {
        Values values{{"kind", Value::fromInt(kind)},
                      {"year", Value::fromInt(2026)},
                      {"purpose", text("养土鸡")},
                      {"applied_at", day(-20)},
                      {"state", Value::fromInt(state)}};
        values.insert(values.end(), more.begin(), more.end());
        return keep(m_family, "project_aid", values);
    }
    RecordId opinion(RecordId of, int level, int decision)
    {
        return keep(m_family, "project_approval",
                    {{"project", id(of)},
                     {"level", Value::fromInt(level)},
                     {"at", Value::fromInt(m_desk->now())},
                     {"decision", Value::fromInt(decision)},
                     {"opinion", text("材料齐了")}});
    }
    [[nodiscard]] std::int64_t state(RecordId of) const { return now("project_aid", of).number("state").value_or(0); }
    [[nodiscard]] QString label(int code) const { return m_desk->codeLabel("project_state", code); }
    static QString here(ui::ProjectModel& page)
    {
        for (int row = 0; row < page.ladder()->count(); ++row)
            if (page.ladder()->value(row, "here").toBool())
                return page.ladder()->value(row, "label").toString();
        return {};
    }
    [[nodiscard]] static QStringList amounts(ui::ProjectModel& page)
    {
        QStringList found;
        for (int row = 0; row < page.figures()->count(); ++row)
            found << page.figures()->value(row, "name").toString() + QLatin1Char(' ') +
                         page.figures()->value(row, "amount").toString();
        return found;
    }

private slots:
    void init() { begin(); }
    void cleanup() { tearDown(); }

    void aStepIsTakenAndTakenBack()
    {
        const auto made = project(1, 2, {{"amount", Value::fromInt(1'600'000)}, {"fund_source", Value::fromInt(1)}});
        openAs(Role::VW);
        ui::ProjectModel page(*m_book, m_steps);
        page.show(made);
        QVERIFY(page.heading().startsWith(QStringLiteral("林阿姨")));
        QCOMPARE(here(page), label(2));
        QCOMPARE(page.ladder()->count(), 9); // with the paying back
        QCOMPARE(amounts(page), QStringList({QStringLiteral("amount 16000")}));
        QVERIFY(page.repaidText().isEmpty() && !page.canRepay()); // nobody speaks of it yet
        QVERIFY(page.ladder()->value(0, "done").toBool());
        QVERIFY(!page.ladder()->value(2, "done").toBool());
        QCOMPARE(page.actionLabel(), QStringLiteral("Next: ") + label(3));
        const auto before = saved();
        page.act();
        QCOMPARE(saved(), before + 1);
        QCOMPARE(state(made), 3);
        QCOMPARE(here(page), label(3));
        // From here the township goes on; nothing is asked of the village.
        QVERIFY(page.actionLabel().isEmpty());
        QVERIFY(page.whoText().contains(m_desk->codeLabel("role", codeOfRole(Role::TO))));
        page.act();
        QCOMPARE(state(made), 3);
        m_steps.takeBack();
        page.refresh();
        QCOMPARE(state(made), 2);
        QCOMPARE(here(page), label(2));
    }

    void whatIsMissingIsSaidAndAskedForInTheForm()
    {
        const auto made = project(1, 4);
        openAs(Role::CS);
        ui::ProjectModel page(*m_book, m_steps);
        page.show(made);
        const QString amount = m_desk->label(m_desk->type("project_aid").field(std::string_view("amount"))->label);
        QVERIFY(column(page.missing(), "label").contains(amount));
        QCOMPARE(page.missing()->value(0, "what").toString(), QStringLiteral("opinion")); // the county has not spoken
        page.fill(QStringLiteral("opinion"));
        const auto& wanted = m_steps.forms.back();
        QCOMPARE(wanted.type, m_desk->type("project_approval").number);
        QCOMPARE(wanted.prefill.at(field("project_approval", "level")), Value::fromInt(3));
        QCOMPARE(wanted.prefill.at(field("project_approval", "project")), id(made));
        const auto before = saved();
        page.act(); // the form asks for the rest: nothing is written, the step stands in its draft
        QCOMPARE(saved(), before);
        QCOMPARE(state(made), 4);
        const auto draft = must(m_b->store->draft(made));
        QVERIFY(draft.has_value());
        const auto form = must(forms::RecordEditor::restore(m_desk->editorPorts(), *draft));
        QCOMPARE(form.form().value(field("project_aid", "state")), Value::fromInt(5));
        must(m_b->store->dropDraft(made));
        opinion(made, 3, 1);
        page.refresh();
        QVERIFY(!column(page.missing(), "what").contains(QStringLiteral("opinion")));
        QVERIFY(page.ladder()->value(3, "line").toString().contains(m_desk->codeLabel("approval_decision", 1)));
        QCOMPARE(page.ladder()->value(3, "opinion").toString(), QStringLiteral("材料齐了"));
    }

    void papersThatAreAskedForLeaveItWhereItWas()
    {
        const auto made = project(3, 10);
        opinion(made, 1, 1);
        opinion(made, 2, 2);
        ui::ProjectModel page(*m_book, m_steps);
        page.show(made);
        QCOMPARE(here(page), label(3)); // the township asked
        QVERIFY(page.ladder()->value(2, "line").toString().contains(label(10)));
        QCOMPARE(page.ladder()->count(), 8); // nothing is paid back by a house
        change("project_aid", made, "state", Value::fromInt(7));
        page.refresh();
        QVERIFY(page.actionLabel().endsWith(label(9)));
        QVERIFY(!column(page.others(), "label").contains(label(8)));
        change("project_aid", made, "state", Value::fromInt(9));
        page.refresh();
        QVERIFY(here(page).isEmpty());
        QVERIFY(page.ladder()->value(7, "done").toBool());
        QVERIFY(page.actionLabel().isEmpty());
    }

    void whatIsPaidBack()
    {
        const auto made = project(1, 8, {{"amount", Value::fromInt(1'600'000)}, {"fund_source", Value::fromInt(1)}});
        for (const int daysAgo : {90, 10})
            keep(m_family, "repayment",
                 {{"project", id(made)}, {"at", day(-daysAgo)}, {"amount", Value::fromInt(200'050)}});
        ui::ProjectModel page(*m_book, m_steps);
        page.show(made);
        QCOMPARE(amounts(page), QStringList({QStringLiteral("amount 16000"), QStringLiteral("repaid 4001"),
                                             QStringLiteral("left 11999")}));
        QCOMPARE(page.repayments()->count(), 2);
        QVERIFY(page.repayments()->value(0, "amount").toString().contains(QStringLiteral("2000.50")));
        QCOMPARE(page.actionLabel(), QStringLiteral("Note a repayment"));
        QVERIFY(!page.canRepay()); // it is the main action already
        page.act();
        QCOMPARE(m_steps.forms.back().type, m_desk->type("repayment").number);
        QCOMPARE(m_steps.forms.back().prefill.at(field("repayment", "project")), id(made));
        QCOMPARE(m_steps.forms.back().root, m_family);
        QVERIFY(column(page.others(), "label").contains(label(9)));
        keep(m_family, "repayment", {{"project", id(made)}, {"at", day(0)}, {"amount", Value::fromInt(1'199'900)}});
        page.refresh();
        QCOMPARE(page.actionLabel(), QStringLiteral("Next: ") + label(9)); // nothing is left
    }

    void theInterestOfALoan()
    {
        const auto made = project(2, 4,
                                  {{"bank", text("示例农村信用社")},
                                   {"principal", Value::fromInt(5'000'000)},
                                   {"rate_bp", Value::fromInt(435)},
                                   {"term_months", Value::fromInt(24)}});
        ui::ProjectModel page(*m_book, m_steps);
        page.show(made);
        QCOMPARE(amounts(page), QStringList({QStringLiteral("principal 50000"), QStringLiteral("interest 4350")}));
        QVERIFY(column(page.facts(), "line").contains(QStringLiteral("4.35%")));
        QVERIFY(column(page.facts(), "line").contains(QStringLiteral("示例农村信用社")));
        QVERIFY(page.repaidText().isEmpty());
        QVERIFY(!page.canRepay());
    }

    void whoOnlyReadsIsAskedNothing()
    {
        const auto made = project(4, 2);
        openAs(Role::CO);
        ui::ProjectModel page(*m_book, m_steps);
        page.show(made);
        QCOMPARE(here(page), label(2));
        QVERIFY(page.actionLabel().isEmpty() && !page.canEdit());
        QCOMPARE(page.others()->count(), 0);
        openAs(Role::PS);
        page.show(made);
        QVERIFY(page.heading().isEmpty() && !page.emptyText().isEmpty());
        QCOMPARE(page.ladder()->count(), 0);
    }

    // On the family's page, where somebody may look over the shoulder: that it goes on, not what it is.
    void theFamilysPageSaysWhereItStandsOnly()
    {
        const auto made = project(4, 2);
        const auto closed = project(1, 9, {{"amount", Value::fromInt(100)}, {"fund_source", Value::fromInt(1)}});
        ui::FamilyModel family(*m_book, m_steps);
        family.show(m_family);
        const int row = family.openMatters()->find(ui::idText(made));
        QVERIFY(row >= 0);
        QCOMPARE(family.openMatters()->value(row, "line").toString(), label(2));
        QVERIFY(!family.openMatters()->value(row, "heading").toString().contains(m_desk->codeLabel("project_kind", 4)));
        QVERIFY(family.openMatters()->find(ui::idText(closed)) < 0);
        family.openMatter(ui::idText(made));
        QCOMPARE(m_steps.records.back(), made);
    }
};

QTEST_MAIN(TestProject)
#include "tst_project.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a claim may come to: the vectors of domain 3.6 through the page's own path, what is taken over, what is kept, and by whom.
#include "app/viewmodel/claim_sum_model.hpp"
#include "sync/model/catalogue_values.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lianxin;
using namespace lianxin::test;

namespace {

Parameters shippedParameters(const Catalogue& catalogue)
{
    std::map<std::string, std::string> files;
    const QDir dir(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/parameters"));
    for (const auto& name : dir.entryList({QStringLiteral("*.json")})) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files["parameters/" + name.toStdString()] = file.readAll().toStdString();
    }
    return must(loadParameters(files, catalogue));
}

} // namespace

class TestClaimSum : public QObject, private LooksWorld {
    Q_OBJECT

    using Values = std::vector<std::pair<const char*, Value>>;
    Parameters m_parameters;
    std::unique_ptr<ui::Desk> m_counter;
    std::unique_ptr<ui::FamilyBook> m_files;

    RecordId keep(RecordId root, const char* typeName, const Values& values, PartitionId where = village())
    {
        const RecordType& type = m_counter->type(typeName);
        forms::NewRecord wanted{type.number, root, std::move(where), {}, {}};
        for (const auto& [name, value] : values)
            wanted.prefill[type.field(std::string_view(name))->number] = value;
        auto editor = must(forms::RecordEditor::openNew(m_counter->editorPorts(), std::move(wanted)));
        return must(editor.commit()).record;
    }
    [[nodiscard]] int key(const char* field) const
    {
        return static_cast<int>(m_counter->type("claim").field(std::string_view(field))->number);
    }
    void type(ui::ClaimSumModel& page, const char* field, const char* text) const
    {
        page.edit(key(field), QString::fromUtf8(text));
        page.leave(key(field));
    }
    [[nodiscard]] static QString amount(ui::ClaimSumModel& page, int row = 0)
    {
        return page.sums()->value(row, "amountText").toString();
    }
    [[nodiscard]] static QString steps(ui::ClaimSumModel& page, int row = 0)
    {
        const auto* list = page.sums()->nested(row, "steps");
        QStringList lines;
        for (int i = 0; i < list->count(); ++i)
            lines << list->value(i, "label").toString() + ": " + list->value(i, "line").toString();
        return lines.join(QStringLiteral("; "));
    }
    // The row of a question and what stands beside it.
    [[nodiscard]] static QString input(ui::ClaimSumModel& page, int key, const char* role)
    {
        for (int group = 0; group < page.groups()->count(); ++group) {
            const auto* items = page.groups()->nested(group, "items");
            if (const int row = items->find(key); row >= 0)
                return items->value(row, role).toString();
        }
        return QStringLiteral("not asked");
    }
    void at(Role role)
    {
        if (m_counter->isOpen())
            m_counter->close();
        m_counter->open({m_b->store.get(), nullptr, m_b->user, role});
    }

private slots:
    void init()
    {
        setUp();
        m_parameters = shippedParameters(m_b->catalogue);
        m_counter = std::make_unique<ui::Desk>(
            ui::Shelf{m_b->catalogue, nullptr, m_duty, m_risk, m_b->clock, m_b->random, nullptr, &m_parameters});
        m_files = std::make_unique<ui::FamilyBook>(*m_counter);
        m_b->store->setChangeListener([this](const std::vector<RecordId>& ids) { m_counter->noteChanged(ids); });
        at(Role::VW);
    }
    void cleanup()
    {
        m_files.reset();
        m_counter.reset();
        tearDown();
    }

    void vectors_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("paid");
        QTest::addColumn<QString>("icu");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("step");
        const auto row = [](const char* name, const char* from, const char* to, const char* paid, const char* icu,
                            const char* amount, const char* step) {
            QTest::newRow(name) << from << to << paid << icu << QString("about %1 yuan").arg(amount) << step;
        };
        row("a week", "2026-03-01", "2026-03-08", "", "", "700", "So many count: 7 day(s); For each day: 100 yuan");
        row("in and out on a day", "2026-03-01", "2026-03-01", "", "", "100", "counts as 1 day(s)");
        row("longer than what is paid", "2026-01-01", "2026-05-01", "0", "", "9000", "So many count: 90 day(s)");
        row("most was used up", "2026-03-01", "2026-03-11", "85", "", "500",
            "In a year at most: 90 day(s), 85 day(s) of them paid already; So many count: 5 day(s)");
        row("intensive care", "2026-03-01", "2026-03-08", "", "3", "1300",
            "On the ward: 4 day(s), 100 yuan each; In intensive care: 3 day(s), 300 yuan each");
        row("nothing left", "2026-03-01", "2026-03-11", "95", "", "0", "So many count: 0 day(s)");
    }

    // The page types what a person types; the claim's expressions compute, nothing else does.
    void vectors()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, paid);
        QFETCH(QString, icu);
        QFETCH(QString, step);
        ui::ClaimSumModel page(*m_files, m_steps);
        page.show(m_family);
        QCOMPARE(amount(page), QString()); // no guess before there is a stay
        QVERIFY(!page.sums()->value(0, "missingText").toString().isEmpty());
        type(page, "admit_date", from.toUtf8());
        type(page, "discharge_date", to.toUtf8());
        QCOMPARE(amount(page), QString()); // nor without a daily amount, which nobody published
        QVERIFY(page.sums()->value(0, "missingText").toString().contains(QStringLiteral("policy")));
        type(page, "daily_subsidy", "100");
        type(page, "icu_daily", "300");
        type(page, "max_days", "90");
        type(page, "days_paid", paid.toUtf8());
        type(page, "icu_days", icu.toUtf8());
        QTEST(amount(page), "amount");
        QVERIFY2(steps(page).contains(step), qPrintable(steps(page)));
        // Only numbers of the record are shown, and the record's own amount is the one shown.
        const forms::RecordFields claim(m_counter->type("claim"), page.editor()->form().kept());
        QCOMPARE(amount(page), QString("about %1 yuan").arg(claim.number("claimed_amount").value_or(-1) / 100));
    }

    void supplementInQuanzhou()
    {
        const auto quanzhou = *PartitionId::parse("v:350582001201");
        const auto family = make(*m_b, "household", quanzhou,
                                 {{"call_name", Value::fromText("蔡伯")}, {"family_type", Value::fromInt(1)}});
        ui::FamilyBook book(*m_counter);
        at(Role::VW);
        ui::ClaimSumModel page(book, m_steps);
        page.show(family);
        QCOMPARE(page.sums()->count(), 2); // the area gives one, so it is asked about
        QCOMPARE(input(page, key("supplement_percent"), "value"), QStringLiteral("40"));
        QCOMPARE(input(page, key("supplement_percent"), "sourceText"), QStringLiteral("holds here"));
        type(page, "reimbursed", "8450.00");
        QCOMPARE(amount(page, 1), QStringLiteral("about 3380 yuan"));
        QVERIFY(steps(page, 1).contains(QStringLiteral("Of that once more: 40 %")));
        page.show(m_family); // elsewhere nobody is asked for bills
        QCOMPARE(page.sums()->count(), 1);
        QCOMPARE(input(page, key("reimbursed"), "value"), QStringLiteral("not asked"));
    }

    // 2,900.00 of their own: the supplement gives no more, where the policy says so.
    void supplementIsCappedWhereThePolicySaysSo()
    {
        const auto policy = make(*m_a, "policy", *PartitionId::parse("v:350128001201"),
                                 {{"kind", Value::fromInt(3)},
                                  {"insurer", Value::fromText("示例保险")},
                                  {"supplement_percent", Value::fromInt(40)},
                                  {"capped", Value::fromBool(true)}});
        syncAll();
        keep(m_family, "insured",
             {{"kind", Value::fromInt(3)},
              {"policy", Value::fromText(policy.text())},
              {"from_date", Value::fromText("2026-01-01")}});
        ui::ClaimSumModel page(*m_files, m_steps);
        page.show(m_family);
        QCOMPARE(input(page, key("supplement_percent"), "sourceText"), QStringLiteral("from the policy"));
        type(page, "reimbursed", "8450");
        QCOMPARE(amount(page, 1), QStringLiteral("about 3380 yuan"));
        type(page, "out_of_pocket", "2900");
        QCOMPARE(amount(page, 1), QStringLiteral("about 2900 yuan"));
        QVERIFY(steps(page, 1).contains(QStringLiteral("2900 yuan; it gives no more than that")));
    }

    // Terms of the policy, the one person, days of an earlier claim: none of it is asked again.
    void whatIsKnownIsTakenOver()
    {
        const auto policy = make(*m_a, "policy", *PartitionId::parse("v:350128001201"),
                                 {{"kind", Value::fromInt(2)},
                                  {"insurer", Value::fromText("示例保险")},
                                  {"daily_subsidy", Value::fromInt(15000)},
                                  {"deductible_days", Value::fromInt(2)},
                                  {"max_days", Value::fromInt(60)},
                                  {"min_hospital_level", Value::fromInt(2)}});
        syncAll();
        const auto person = keep(m_family, "person",
                                 {{"name", Value::fromText("林秀英")}, {"is_service_target", Value::fromBool(true)}});
        keep(m_family, "insured",
             {{"kind", Value::fromInt(2)},
              {"policy", Value::fromText(policy.text())},
              {"from_date", Value::fromText("2026-01-01")},
              {"to_date", Value::fromText("2026-12-31")}});
        const auto earlier = keep(m_family, "claim",
                                  {{"event", Value::fromInt(1)},
                                   {"person", Value::fromText(person.text())},
                                   {"admit_date", Value::fromText("2026-02-01")},
                                   {"discharge_date", Value::fromText("2026-02-11")},
                                   {"state", Value::fromInt(5)}});
        Q_UNUSED(earlier)
        const auto claim = keep(m_family, "claim",
                                {{"event", Value::fromInt(1)},
                                 {"admit_date", Value::fromText("2026-09-01")},
                                 {"discharge_date", Value::fromText("2026-09-09")},
                                 {"hospital_level", Value::fromInt(1)},
                                 {"state", Value::fromInt(2)}});
        ui::ClaimSumModel page(*m_files, m_steps);
        QAbstractItemModelTester tester(page.groups(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        page.show(m_family); // the claim that is open
        QCOMPARE(page.editor()->record(), claim);
        QCOMPARE(input(page, key("days_paid"), "value"), QStringLiteral("10"));
        QCOMPARE(input(page, key("days_paid"), "sourceText"), QStringLiteral("added up from earlier claims"));
        QCOMPARE(input(page, key("daily_subsidy"), "sourceText"), QStringLiteral("from the policy"));
        QCOMPARE(amount(page), QStringLiteral("about 900 yuan")); // 8 days, 2 not paid, 150 each
        QVERIFY(steps(page).contains(QStringLiteral("Not paid at first: 2 day(s)")));
        QVERIFY(page.groups()->value(1, "folds").toBool() && !page.groups()->value(1, "open").toBool());
        page.toggleGroup(QStringLiteral("terms"));
        QVERIFY(page.groups()->value(1, "open").toBool());
        // A hospital below what the policy speaks of is a question, no bar.
        QCOMPARE(page.notes()->count(), 1);
        QVERIFY(page.notes()->value(0, "line").toString().contains(QStringLiteral("ask the company")));
        // Kept with the claim in one save, and taken back.
        QVERIFY(page.canKeep());
        page.keep();
        const auto stored = [&](const char* field) {
            return forms::RecordFields(m_counter->type("claim"), must(m_b->store->view(claim))).number(field);
        };
        QCOMPARE(stored("daily_subsidy"), std::optional<std::int64_t>(15000));
        QCOMPARE(stored("claimed_amount"), std::optional<std::int64_t>(90000));
        QVERIFY(!page.canKeep());
        m_steps.takeBack();
        QVERIFY(!stored("claimed_amount"));
        QVERIFY(page.canKeep());
    }

    void whatIsNotNotedYetGoesIntoTheForm()
    {
        ui::ClaimSumModel page(*m_files, m_steps);
        page.show(m_family);
        QVERIFY(!page.canTick());
        QCOMPARE(page.papers()->count(), 7); // to get ready
        type(page, "admit_date", "2026-09-01");
        type(page, "daily_subsidy", "abc");
        QVERIFY(!input(page, key("daily_subsidy"), "troubleText").isEmpty());
        type(page, "daily_subsidy", "100");
        page.step(key("discharge_date"), 0);
        page.step(key("discharge_date"), -1);
        page.keep();
        QCOMPARE(m_steps.forms.size(), std::size_t{1});
        const auto& wanted = m_steps.forms.back();
        QCOMPARE(wanted.root, m_family);
        const auto has = [&](const char* field) {
            return wanted.prefill.contains(static_cast<std::uint32_t>(key(field)));
        };
        QVERIFY(has("admit_date") && has("daily_subsidy") && has("discharge_date"));
        QVERIFY(!has("days") && !has("claimed_amount")); // computed anew by the form
        QVERIFY(must(m_b->store->ofType(m_counter->type("claim").number)).empty());
    }

    void papersAreTickedBesideIt()
    {
        const auto claim = keep(m_family, "claim", {{"event", Value::fromInt(1)}, {"state", Value::fromInt(2)}});
        ui::ClaimSumModel page(*m_files, m_steps);
        page.show(claim);
        QVERIFY(page.canTick());
        page.tick(2);
        QVERIFY(page.papers()->value(1, "done").toBool());
        page.tick(2);
        QVERIFY(!page.papers()->value(1, "done").toBool());
    }

    // A form that waits half written is what is known; what is kept here goes back into it.
    void aHalfWrittenFormIsNotLost()
    {
        const auto claim = keep(m_family, "claim", {{"event", Value::fromInt(1)}, {"state", Value::fromInt(2)}});
        auto open = must(forms::RecordEditor::openExisting(m_counter->editorPorts(), claim));
        open.edit().set(static_cast<std::uint32_t>(key("hospital")), Value::fromText("示例医院"));
        must(open.saveDraft());
        ui::ClaimSumModel page(*m_files, m_steps);
        page.show(claim);
        type(page, "daily_subsidy", "120");
        page.keep();
        const auto draft = must(m_b->store->draft(claim));
        QVERIFY(draft.has_value());
        const auto restored = must(forms::RecordEditor::restore(m_counter->editorPorts(), *draft));
        QCOMPARE(restored.form().value(static_cast<std::uint32_t>(key("hospital"))), Value::fromText("示例医院"));
        QCOMPARE(restored.form().value(static_cast<std::uint32_t>(key("daily_subsidy"))), Value::fromInt(12000));
    }

    void whoMayNotWriteOnlyReads()
    {
        const auto claim = keep(m_family, "claim",
                                {{"event", Value::fromInt(1)},
                                 {"admit_date", Value::fromText("2026-03-01")},
                                 {"discharge_date", Value::fromText("2026-03-08")},
                                 {"daily_subsidy", Value::fromInt(10000)}});
        at(Role::CS);
        ui::ClaimSumModel page(*m_files, m_steps);
        page.show(claim);
        QCOMPARE(amount(page), QStringLiteral("about 700 yuan"));
        QVERIFY(!page.canKeep() && !page.canTick());
        at(Role::VO);
        page.show(claim);
        QCOMPARE(page.sums()->count(), 0);
        m_counter->close();
        QVERIFY(page.line().isEmpty());
        at(Role::VW);
    }
};

QTEST_GUILESS_MAIN(TestClaimSum)
#include "tst_claim_sum.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms_world.hpp"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace lianxin;
using namespace lianxin::forms;

namespace {

Value number(std::int64_t value) { return Value::fromInt(value); }
Value text(const char* value) { return Value::fromText(value); }

Parameters shippedParameters(const Catalogue& catalogue)
{
    std::map<std::string, std::string> files;
    QDirIterator entries(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/parameters"), {QStringLiteral("*.json")});
    while (entries.hasNext()) {
        QFile file(entries.next());
        if (file.open(QIODevice::ReadOnly))
            files["parameters/" + entries.fileName().toStdString()] = file.readAll().toStdString();
    }
    auto loaded = loadParameters(files, catalogue);
    if (!loaded)
        qFatal("%s", loaded.error().detail.c_str());
    return std::move(*loaded);
}

// A form of a record type under the family of the world, filled by names of fields.
class Form {
public:
    Form(const EditorPorts& ports, FormsWorld& world, const char* type, RecordId root, const char* area = nullptr)
        : m_world(world), m_type(type),
          m_editor(RecordEditor::openNew(
              ports, {world.type(type).number, root, area ? *PartitionId::parse(area) : world.village(), {}}))
    {
        if (!m_editor)
            qFatal("%s", m_editor.error().detail.c_str());
    }
    Form& set(const char* field, const Value& value)
    {
        m_editor->edit().set(m_world.field(m_type, field), value);
        return *this;
    }
    [[nodiscard]] Value value(const char* field) const { return m_editor->form().value(m_world.field(m_type, field)); }
    [[nodiscard]] std::int64_t count(const char* field) const { return value(field).asInt().value_or(-1); }
    [[nodiscard]] bool hints(const char* field, const char* code) const
    {
        for (const auto& hint : m_editor->hints())
            if (hint.field == m_world.field(m_type, field) && hint.code == code)
                return true;
        return false;
    }
    [[nodiscard]] RecordId keep()
    {
        const auto done = m_editor->commit();
        if (!done)
            qFatal("%s", done.error().detail.c_str());
        return done->record;
    }

private:
    FormsWorld& m_world;
    const char* m_type;
    Result<RecordEditor> m_editor;
};

} // namespace

class TestNewRecords : public QObject {
    Q_OBJECT

private slots:
    // Vectors of domain 3.6: daily 100 yuan, nothing deducted, 90 days at most.
    void hospitalAllowance_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("paid");
        QTest::addColumn<int>("icu");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("yuan");
        QTest::newRow("a week") << "2026-03-01"
                                << "2026-03-08" << 0 << 0 << 7 << 700;
        QTest::newRow("in and out on a day") << "2026-03-01"
                                             << "2026-03-01" << 0 << 0 << 1 << 100;
        QTest::newRow("longer than what is paid") << "2026-01-01"
                                                  << "2026-05-01" << 0 << 0 << 120 << 9000;
        QTest::newRow("most was used up") << "2026-03-01"
                                          << "2026-03-11" << 85 << 0 << 10 << 500;
        QTest::newRow("intensive care") << "2026-03-01"
                                        << "2026-03-08" << 0 << 3 << 7 << 1300;
        QTest::newRow("more used than there is") << "2026-03-01"
                                                 << "2026-03-11" << 95 << 0 << 10 << 0;
        QTest::newRow("over new year") << "2025-12-30"
                                       << "2026-01-02" << 0 << 0 << 3 << 300;
    }

    void hospitalAllowance()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, paid);
        QFETCH(int, icu);
        FormsWorld world;
        Form claim(world.ports(), world, "claim", world.household);
        claim.set("daily_subsidy", number(10000)).set("icu_daily", number(30000)).set("max_days", number(90));
        claim.set("days_paid", number(paid)).set("icu_days", number(icu));
        QVERIFY(claim.value("claimed_amount").isNull()); // no guess before there is a stay
        claim.set("admit_date", text(qPrintable(from))).set("discharge_date", text(qPrintable(to)));
        QTEST(static_cast<int>(claim.count("days")), "days");
        QTEST(static_cast<int>(claim.count("claimed_amount") / 100), "yuan");
    }

    void supplement()
    {
        FormsWorld world;
        Form claim(world.ports(), world, "claim", world.household);
        claim.set("reimbursed", number(845000)).set("supplement_percent", number(40));
        QCOMPARE(claim.count("supplement_amount"), 338000);
        claim.set("out_of_pocket", number(290000));
        QCOMPARE(claim.count("supplement_amount"), 338000);
        claim.set("capped", Value::fromBool(true));
        QCOMPARE(claim.count("supplement_amount"), 290000);
        claim.set("out_of_pocket", Value::null());
        QCOMPARE(claim.count("supplement_amount"), 338000);
    }

    // What the area's parameters say stands in a new form; what nobody knows stays open.
    void parametersFillForms()
    {
        FormsWorld world;
        const auto parameters = shippedParameters(*world.catalogue);
        auto ports = world.ports();
        ports.parameters = &parameters;
        Form consent(ports, world, "consent", world.household);
        QCOMPARE(consent.value("text_version").asText().value_or(""), std::string("2026-1"));
        const Form elsewhere(ports, world, "claim", world.household);
        QVERIFY(elsewhere.value("supplement_percent").isNull() && elsewhere.value("daily_subsidy").isNull());
        const Form quanzhou(ports, world, "claim", world.household, "v:350582001201");
        QCOMPARE(quanzhou.count("supplement_percent"), 40);
        QVERIFY(quanzhou.value("daily_subsidy").isNull());
        const Form without(world.ports(), world, "claim", world.household, "v:350582001201");
        QVERIFY(without.value("supplement_percent").isNull());
    }

    void statesAreAdvised()
    {
        FormsWorld world;
        auto ports = world.ports();
        ports.role = Role::VW;
        Form project(ports, world, "project_aid", world.household);
        QVERIFY(!project.hints("state", "state_start"));
        project.set("state", number(5));
        QVERIFY(project.hints("state", "state_start"));
        project.set("state", number(1));
        project.set("kind", number(1)).set("year", number(2026)).set("purpose", text("养蜂"));
        const auto record = project.keep();
        auto again = RecordEditor::openExisting(ports, record);
        QVERIFY(again.has_value());
        const auto hinted = [&](const char* code) {
            for (const auto& hint : again->hints())
                if (hint.code == code && hint.severity == Severity::hint)
                    return true;
            return false;
        };
        const auto state = world.field("project_aid", "state");
        again->edit().set(state, number(9));
        QVERIFY(hinted("state_step") && !hinted("state_start"));
        again->edit().set(state, number(2));
        QVERIFY(!hinted("state_step") && !hinted("state_others"));
        // It can be kept all the same: advice, never a bar (D7).
        again->edit().set(state, number(9));
        QVERIFY(again->commit().has_value());
    }

    void stepsOfOthersAreTold()
    {
        FormsWorld world;
        const auto project = world.make("project_aid", world.household, {{"kind", number(1)}, {"state", number(4)}});
        for (const auto& [role, told] : {std::pair(Role::VW, true), std::pair(Role::CS, false)}) {
            auto ports = world.ports();
            ports.role = role;
            auto editor = RecordEditor::openExisting(ports, project);
            QVERIFY(editor.has_value());
            editor->edit().set(world.field("project_aid", "state"), number(5));
            const auto hints = editor->hints();
            QCOMPARE(
                std::any_of(hints.begin(), hints.end(), [](const Hint& hint) { return hint.code == "state_others"; }),
                told);
        }
    }

    // Plausibility of domain 3.9: a line under the field, never a bar.
    void plausibility()
    {
        FormsWorld world;
        Form activity(world.ports(), world, "activity", world.make("warm_home", {}, {{"name", text("示例家园")}}));
        activity.set("category", number(1)).set("people_special", number(301));
        QVERIFY(activity.hints("people_special", "constraint"));
        activity.set("people_special", number(21)).set("people_other", number(2));
        QVERIFY(!activity.hints("people_special", "constraint"));
        QCOMPARE(activity.count("people_all"), 23);
        Form consent(world.ports(), world, "consent", world.household);
        consent.set("scope", Value::fromJson({1, 8}));
        QVERIFY(consent.hints("scope", "constraint"));
        consent.set("scope", Value::fromJson(boost::json::array{8}));
        QVERIFY(!consent.hints("scope", "constraint"));
        Form visit(world.ports(), world, "visit", world.household);
        visit.set("outcome", number(1));
        QVERIFY(!visit.hints("outcome", "constraint")); // the family's people are prefilled
        visit.set("served", Value::null());
        QVERIFY(visit.hints("outcome", "constraint"));
    }

    // Both posts and one main contact, seen from the family with what hangs on it.
    void bothContacts()
    {
        FormsWorld world;
        const auto hinted = [&] {
            auto family = RecordEditor::openExisting(world.ports(), world.household);
            if (!family)
                qFatal("no family");
            family->edit().set(world.field("household", "status"), number(2));
            const auto hints = family->hints();
            return std::any_of(hints.begin(), hints.end(), [&](const Hint& hint) {
                return hint.code == "constraint" && hint.field == world.field("household", "status");
            });
        };
        const auto contact = [&](int post, bool primary) {
            world.make("contact_assignment", world.household,
                       {{"post", number(post)}, {"is_primary", Value::fromBool(primary)}, {"state", number(1)}});
        };
        QVERIFY(hinted());
        contact(1, false);
        QVERIFY(hinted());
        contact(2, true);
        QVERIFY(!hinted());
        contact(3, true);
        QVERIFY(hinted()); // two main contacts
    }

    void loanAndRows()
    {
        FormsWorld world;
        Form project(world.ports(), world, "project_aid", world.household);
        project.set("kind", number(2))
            .set("principal", number(5000000))
            .set("rate_bp", number(435))
            .set("term_months", number(24));
        QCOMPARE(project.count("interest_subsidised"), 435000); // 50,000 yuan at 4.35 % for two years
        const auto happiness = world.make("project_aid", world.household, {{"kind", number(1)}, {"state", number(8)}});
        for (const int fen : {100000, 50000})
            world.make("repayment", world.household,
                       {{"project", Value::fromText(happiness.text())}, {"amount", number(fen)}});
        auto opened = RecordEditor::openExisting(world.ports(), happiness);
        QVERIFY(opened.has_value());
        QCOMPARE(opened->form().value(world.field("project_aid", "repaid")).asInt().value_or(-1), 150000);
    }
};

QTEST_GUILESS_MAIN(TestNewRecords)
#include "tst_new_records.moc"

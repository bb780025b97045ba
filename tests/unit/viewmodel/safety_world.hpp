// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/form_editor.hpp"
#include "app/viewmodel/scale_model.hpp"
#include "sync/store/database.hpp"
#include "tests/unit/forms/forms_world.hpp"
#include "tests/unit/scales/shipped_scales.hpp"

#include <QTest>

#define OK(result)                                                                                                     \
    do {                                                                                                               \
        const auto& checked = (result);                                                                                \
        QVERIFY2(checked.has_value(), checked.has_value() ? "" : checked.error().detail.c_str());                      \
    } while (false)

namespace lianxin::test {

// What the session would do, for one person at one desk over a real encrypted store.
class Hands : public ui::Navigator {
public:
    explicit Hands(FormsWorld& world) : m_world(world) {}

    void goFamily(RecordId) override { steps << "family"; }
    void goForm(forms::NewRecord next) override
    {
        steps << "form";
        wanted = std::move(next);
    }
    void goEdit(RecordId) override { steps << "edit"; }
    void goDraft(const store::Draft& found) override
    {
        steps << "draft";
        draft = found;
    }
    void goSaved(RecordId) override { steps << "saved"; }
    void goEmergency(RecordId) override { steps << "emergency"; }
    void goScales(const ui::ScaleWish& next) override
    {
        steps << "scales";
        wish = next;
    }
    void goSession(RecordId, RecordId result) override
    {
        steps << "session";
        linked = result;
    }
    void goConflicts(RecordId) override {}
    void goRecord(RecordId) override { steps << "record"; }
    void goNoting(RecordId) override { steps << "noting"; }
    void goSettings() override {}
    void goCrisis() override { steps << "crisis"; }
    void goBack() override { steps << "back"; }
    void goHands(ui::HandWish, ui::HandDone) override {} // no hands here
    void dialNumber(const QString& number, const QString&) override { dialled = number; }
    void say(const QString& text, std::function<void()>) override { said = text; }
    void tell(const Error& error) override { told.push_back(error.code); }
    void withStepUp(std::function<void()> then) override
    {
        steps << "stepUp";
        if (!knowsTheCode)
            return;
        m_world.steppedUp = true;
        then();
    }
    void dropStepUp() override { m_world.steppedUp = false; }

    bool knowsTheCode{true};
    QStringList steps;
    QString dialled, said;
    std::vector<Errc> told;
    forms::NewRecord wanted;
    std::optional<store::Draft> draft;
    ui::ScaleWish wish;
    RecordId linked;

private:
    FormsWorld& m_world;
};

class SafetyWorld {
public:
    explicit SafetyWorld(Role as, scales::ScaleSet set = shippedScales())
        : scaleSet(std::move(set)), risk(*forms::parseRiskRules(readText(QStringLiteral("forms/risk.json")))),
          hands(world), role(as)
    {
        openCase();
        sit();
    }
    ~SafetyWorld() { rise(); }

    // A new start after a kill: nothing is told to anybody, the memory is gone.
    void kill()
    {
        world.store->setChangeListener({});
        scale.reset();
        form.reset();
        book.reset();
        desk.reset();
        world.reopen();
        world.steppedUp = false;
        sit();
    }
    [[nodiscard]] ui::ScaleWish caseWish() const
    {
        return {counselCase, PartitionId::forCase(counselCase), world.household, world.person, {}};
    }
    [[nodiscard]] ui::ScaleWish villageWish() const
    {
        return {world.household, world.village(), world.household, world.person, {}};
    }
    [[nodiscard]] std::vector<store::Draft> draftsOf(const char* type) const
    {
        std::vector<store::Draft> found;
        const auto drafts = world.store->drafts();
        for (const auto& draft : *drafts)
            if (draft.type == world.type(type).number)
                found.push_back(draft);
        return found;
    }
    [[nodiscard]] std::vector<store::RecordView> kept(const char* type) const
    {
        return *world.store->ofType(world.type(type).number);
    }
    void answerAll(std::initializer_list<int> answers)
    {
        for (const int answer : answers)
            scale->answer(answer);
    }
    [[nodiscard]] int code(const char* name) const { return static_cast<int>(scaleSet.named(name)->code); }

    FormsWorld world;
    scales::ScaleSet scaleSet;
    duty::DutyRules duties;
    forms::RiskRules risk;
    Hands hands;
    Role role;
    RecordId counselCase;
    std::unique_ptr<ui::Desk> desk;
    std::unique_ptr<ui::FamilyBook> book;
    std::unique_ptr<ui::ScaleModel> scale;
    std::unique_ptr<ui::FormEditor> form;

private:
    void openCase()
    {
        auto editor = forms::RecordEditor::openNew(
            world.ports(), {world.type("counsel_case").number,
                            {},
                            {},
                            {{world.field("counsel_case", "household"), Value::fromText(world.household.text())},
                             {world.field("counsel_case", "person"), Value::fromText(world.person.text())}}});
        if (!editor || !editor->commit())
            qFatal("no case");
        counselCase = editor->record();
    }
    void sit()
    {
        desk = std::make_unique<ui::Desk>(ui::Shelf{*world.catalogue, nullptr, duties, risk, world, world, &scaleSet});
        book = std::make_unique<ui::FamilyBook>(*desk);
        scale = std::make_unique<ui::ScaleModel>(*book, hands);
        form = std::make_unique<ui::FormEditor>(*book, hands);
        world.store->setChangeListener([this](const std::vector<RecordId>& records) { desk->noteChanged(records); });
        desk->open({world.store.get(), world.sealer.get(), world.worker, role});
    }
    void rise()
    {
        if (world.store != nullptr)
            world.store->setChangeListener({});
        form.reset();
        scale.reset();
        book.reset();
        desk.reset();
    }
};

// Closes the store and looks for words in each column of each table, as somebody with the database key would.
inline bool rowsHold(FormsWorld& world, const std::string& words)
{
    const auto must = [](auto result) {
        if (!result)
            qFatal("%s", result.error().detail.c_str());
        return std::move(*result);
    };
    world.sealer.reset();
    world.store.reset();
    const auto database = must(store::Database::open(world.dataFile(), world.key, {true, true, 4096}));
    const auto texts = [&](const std::string& sql) {
        auto statement = must(database->statement(sql));
        std::vector<std::string> found;
        while (must(statement.step()))
            found.emplace_back(statement.textAt(0));
        return found;
    };
    bool found = false;
    for (const auto& table : texts("SELECT name FROM sqlite_master WHERE type = 'table'"))
        for (const auto& column : texts("SELECT name FROM pragma_table_info('" + table + "')")) {
            auto count = must(database->statement("SELECT count(*) FROM \"" + table + "\" WHERE instr(CAST(\"" +
                                                  column + "\" AS BLOB), CAST(?1 AS BLOB)) > 0"));
            count.bindText(1, words);
            found = found || (must(count.step()) && count.intAt(0) > 0);
        }
    return found;
}

} // namespace lianxin::test

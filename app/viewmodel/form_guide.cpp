// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/form_guide.hpp"

#include "app/viewmodel/telephones.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

// The one to call in danger on top, then those who are on duty, then the rest.
Rows callRows(const Desk& desk, const PartitionId& partition, int column)
{
    std::vector<Telephone> telephones;
    for (auto& line : hotlines(desk))
        telephones.push_back(std::move(line));
    auto onDuty = dutyTelephones(desk, partition);
    const auto others =
        std::stable_partition(telephones.begin(), telephones.end(), [](const Telephone& one) { return one.first; });
    telephones.insert(others, std::make_move_iterator(onDuty.begin()), std::make_move_iterator(onDuty.end()));
    Rows rows;
    for (const auto& one : telephones)
        rows.push_back(Row{{"key", kCallKey + static_cast<int>(rows.size())},
                           {"control", "call"},
                           {"label", one.name},
                           {"value", one.number},
                           {"hint", one.line},
                           {"column", column}});
    return rows;
}

} // namespace

Rows guideRows(const FamilyBook& book, const OpenForm& form, const forms::FormState& state, const Field& field,
               int column)
{
    const Desk& desk = book.desk();
    const CodeList* list = desk.catalogue().codeList(field.codeList);
    const auto chosen = state.value(field.number).asInt();
    const Code* code = list != nullptr && chosen && !field.isSet() ? list->find(*chosen) : nullptr;
    const QString text = code != nullptr ? codeText(desk, *code, "do") : QString();
    if (text.isEmpty())
        return {};
    const bool isLevel = field.codeList == "risk_level";
    const bool urgent = isLevel && *chosen >= desk.shelf().riskRules.crisisFrom;
    Rows rows{Row{{"key", kGuideKey + static_cast<int>(field.number)},
                  {"control", "note"},
                  {"label", text},
                  {"iconName", "note"},
                  {"look", urgent ? "clay" : "sky"},
                  {"column", column}}};
    if (isLevel && *chosen > 0) {
        const FamilySummary* family = book.summary(form.household);
        for (auto& row : callRows(desk, family != nullptr ? family->partition : form.editor.partition(), column))
            rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace lianxin::ui

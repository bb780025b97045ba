// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/telephones.hpp"

#include "app/viewmodel/value_text.hpp"

#include <QCoreApplication>

namespace lianxin::ui {
QString codeText(const Desk& desk, const Code& code, const std::string& member)
{
    return codeData(code, member + (desk.language() == "en" ? "En" : "Zh"));
}

std::vector<Telephone> hotlines(const Desk& desk)
{
    std::vector<Telephone> found;
    if (const CodeList* lines = desk.catalogue().codeList("hotline"))
        for (const auto& code : lines->codes)
            if (!code.retired)
                found.push_back({desk.label(code.label), codeData(code, "tel"), codeText(desk, code, "line"),
                                 code.data.contains("first"), code.data.contains("family")});
    return found;
}

std::vector<Telephone> dutyTelephones(const Desk& desk, const PartitionId& partition)
{
    std::vector<Telephone> found;
    for (const auto& [unit, number] : desk.dutyNumbers(partition))
        found.push_back({QCoreApplication::translate("Telephones", "On duty: %1").arg(unit),
                         phoneGrouped(number.toStdString()),
                         {},
                         false,
                         false});
    return found;
}

void dialTownship(const Desk& desk, Navigator& navigator)
{
    const auto partitions = desk.isOpen()
                                ? desk.store().partitions()
                                : Result<std::vector<store::PartitionView>>(std::vector<store::PartitionView>{});
    if (partitions)
        for (const auto& partition : *partitions)
            if (const auto numbers = desk.dutyNumbers(partition.partition); !numbers.empty())
                return navigator.dialNumber(numbers.front().number, numbers.front().unit);
    navigator.say(QCoreApplication::translate(
                      "Telephones", "The township's number is not on this tablet yet; a colleague will know it"),
                  {});
}

} // namespace lianxin::ui

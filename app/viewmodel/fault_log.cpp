// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/fault_log.hpp"

#include <QStringList>

#include <tuple>

namespace lianxin::ui {
namespace {
constexpr std::string_view kNote = "faults"; // a line each: when, what, how often
} // namespace

std::vector<NotedFault> notedFaults(const Desk& desk)
{
    std::vector<NotedFault> list;
    const auto note =
        desk.isOpen() ? desk.store().note(kNote) : Result<std::optional<std::string>>(std::optional<std::string>{});
    if (!note || !*note)
        return list;
    for (const auto& line : qs(**note).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto parts = line.split(QLatin1Char(' '));
        if (parts.size() == 3)
            list.push_back({parts[0].toLongLong(), parts[1].toStdString(), parts[2].toInt()});
    }
    return list;
}

void noteFault(const Desk& desk, Fault fault)
{
    if (!desk.isOpen())
        return;
    auto list = notedFaults(desk);
    if (!list.empty() && list.front().name == faultName(fault)) {
        list.front().at = desk.now();
        ++list.front().times;
    } else {
        list.insert(list.begin(), {desk.now(), std::string(faultName(fault)), 1});
    }
    if (list.size() > kNotedFaults)
        list.resize(kNotedFaults);
    std::string text;
    for (const auto& one : list)
        text += std::to_string(one.at) + ' ' + one.name + ' ' + std::to_string(one.times) + '\n';
    std::ignore = desk.store().putNote(kNote, text);
}

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"
#include "sync/model/lunar.hpp"

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

// How dates, times, numbers and names are written for people. Words come from the translation that is loaded.
namespace lianxin::ui {

[[nodiscard]] inline QString qs(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}
[[nodiscard]] inline QString idText(RecordId id) { return qs(id.text()); }
[[nodiscard]] RecordId idOf(const QString& text); // nil when it is none
// Parts that are not empty, with the middle dot and no spaces between them.
[[nodiscard]] QString dotted(const QStringList& parts);

[[nodiscard]] QString dayShort(Day day);                       // 10月14日
[[nodiscard]] QString dayWithYear(Day day);                    // 2026年10月14日
[[nodiscard]] QString weekday(Day day);                        // 周三
[[nodiscard]] QString lunarText(Day day);                      // 农历九月初五, empty outside the table
[[nodiscard]] QString clockTime(Millis at);                    // 10:20, in China
[[nodiscard]] QString relativeDay(Day day, Day today);         // 今天, 昨天, 10月14日, 2025年10月14日
[[nodiscard]] QString momentText(Millis at, Day today);        // 今天 10:20
[[nodiscard]] QString elapsedText(Millis span);                // 1小时42分
[[nodiscard]] QString partialDate(std::string_view canonical); // "2026-10-14", "2026-10" or "2026"
[[nodiscard]] QString phoneGrouped(std::string_view phone);    // 199 0000 0012
[[nodiscard]] QString moneyText(std::int64_t fen);             // 2000 or 145.76
[[nodiscard]] int tintOf(RecordId id);                         // 0..3
[[nodiscard]] QString initialOf(const QString& name);          // one character, also a rare one
[[nodiscard]] int ageOn(Day birth, Day today);

// The other way: what a person typed. Empty when it cannot be read.
[[nodiscard]] std::string dateTyped(const QString& text); // "2026年10月14日", "2026-10-14", "2026.10" …
[[nodiscard]] std::optional<std::int64_t> moneyTyped(const QString& text);

} // namespace lianxin::ui

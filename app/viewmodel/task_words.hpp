// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/care_level.hpp"
#include "app/duty/task.hpp"
#include "app/viewmodel/desk.hpp"

namespace lianxin::ui {

// A task in words: "重阳前去看看", "还有4天，这个月也还没联系". Quiet days never say why (domain 7).
struct TaskWords {
    QString reason;
    QString line;
    QString iconName;
    QString tip; // what may be said there, by the tone of the day; mostly empty
};
[[nodiscard]] TaskWords wordsOf(const Desk& desk, const duty::Task& task);

// Why a family has its care level, for those who look after it: one sentence for each reason, never a number.
[[nodiscard]] QStringList careReasons(const Desk& desk, const duty::CareLevel& care);

} // namespace lianxin::ui

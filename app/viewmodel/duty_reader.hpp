// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/duty.hpp"
#include "app/viewmodel/family_book.hpp"

namespace lianxin::ui {

// What the rules need to know, out of the store's records.
[[nodiscard]] duty::Known knownFor(const FamilyBook& book);
[[nodiscard]] duty::Duty dutyToday(const FamilyBook& book);

// A task in words: "重阳前去看看", "还有4天，这个月也还没联系". Quiet days never say why (domain 7).
struct TaskWords {
    QString reason;
    QString line;
    QString iconName;
};
[[nodiscard]] TaskWords wordsOf(const Desk& desk, const duty::Task& task);

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"

namespace lianxin::ui {

// What triggers of risk.json owe: a risk assessment that is a draft (an envelope for its author) before the record that owes it is kept.
// Neither a page that is left nor a flat battery loses it; it stands on today's page until somebody answers.
struct OwedQuestions {
    forms::RecordEditor editor;
    bool fresh{true}; // false: they were open already
    bool later{false};
};

[[nodiscard]] forms::NewRecord safetyQuestions(const Desk& desk, RecordId root, const PartitionId& partition,
                                               RecordId person, std::int64_t trigger);
// Takes up the open ones of the same root, where they can be opened.
[[nodiscard]] Result<OwedQuestions> oweQuestions(const Desk& desk, const forms::NewRecord& wanted);

// There are some of this root already, also where they cannot be opened now: the second unlock is missing.
[[nodiscard]] Result<bool> questionsAreOpen(const Desk& desk, RecordId root);

// What a record that is about to be kept owes; nullptr: nothing, or it owed it before already.
[[nodiscard]] const forms::RiskRules::Trigger* newlyOwed(const Desk& desk, const forms::RecordEditor& editor);
// Somebody who needs special care was not reached so often in so few days, this visit included (domain 3.5).
[[nodiscard]] bool reachedNobodyAgain(const FamilyBook& book, RecordId household, const forms::RecordEditor& visit);

} // namespace lianxin::ui

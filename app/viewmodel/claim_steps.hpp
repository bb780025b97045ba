// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/claim_terms.hpp"
#include "app/viewmodel/rows_model.hpp"

namespace lianxin::ui {

// How an amount of a claim comes about, in plain words. Every number is a field of the claim, entered or computed by the catalogue.
[[nodiscard]] Roles sumRoles(); // sumId, label, amountText, missingText, steps: label, line
[[nodiscard]] Row careSum(const Desk& desk, const forms::RecordFields& claim);
[[nodiscard]] Row supplementSum(const Desk& desk, const forms::RecordFields& claim);
// What to ask about before the papers go in; never a bar.
[[nodiscard]] QStringList claimQuestions(const Desk& desk, const forms::RecordFields& claim, const ClaimTerms& terms);

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/allowance.hpp"
#include "app/viewmodel/family_book.hpp"

namespace lianxin::ui {

// What a family's records say about somebody, for the conditions of the allowance; what they do not say stays open. The records that would say it
// go along, so that a question leads to where its answer is noted.
struct AllowanceKnown {
    RecordId person;
    QString name;
    duty::AllowanceFacts facts;
    RecordId spouse, loss; // nil: not in the file
};
// Everybody who lives and whom the service is for.
[[nodiscard]] std::vector<AllowanceKnown> allowanceKnown(const Desk& desk, const Family& family);

} // namespace lianxin::ui

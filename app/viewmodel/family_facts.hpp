// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"

namespace lianxin::ui {

// A record of a family with its fields.
struct FamilyRecord {
    RecordId id;
    forms::RecordFields fields;
};
[[nodiscard]] std::vector<FamilyRecord> recordsOf(const Desk& desk, const Family& family, std::string_view type);

// Somebody of the family was met or answered (code list visit_outcome).
[[nodiscard]] bool wasReached(const forms::RecordFields& visit);
// Not left, and not past its last day (code list insured_state).
[[nodiscard]] bool isInForce(const forms::RecordFields& insured, Day today);

} // namespace lianxin::ui

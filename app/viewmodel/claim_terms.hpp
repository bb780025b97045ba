// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::ui {

// Where a number of a claim comes from; nothing of it is asked for a second time.
enum class TermSource { claim, policy, parameter, earlierClaims, typed };

// What the insurance that covers a claim says, put into the claim's own fields. Nothing is computed here: that is what the claim's expressions do.
struct ClaimTerms {
    FieldValues values; // by the claim's field numbers; only what the claim does not say itself
    std::map<std::uint32_t, TermSource> sources;
    std::optional<RecordId> insured;
    std::optional<Day> from, to;            // of the insurance
    std::optional<std::int64_t> leastLevel; // of hospitals
    bool covered{false};                    // by the rules of the area, for a family of this kind
};

// `claim`: the fields of the claim so far. `children`: the records of its family.
[[nodiscard]] ClaimTerms claimTerms(const Desk& desk, const forms::RecordFields& claim, RecordId record,
                                    const store::RecordView& household, const std::vector<store::RecordView>& children);

} // namespace lianxin::ui

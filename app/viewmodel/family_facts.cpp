// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/family_facts.hpp"

namespace lianxin::ui {
namespace {

constexpr std::int64_t kMet = 1, kMetFamily = 2, kAnswered = 5; // code list visit_outcome
constexpr std::int64_t kInForce = 1;                            // code list insured_state

} // namespace

std::vector<FamilyRecord> recordsOf(const Desk& desk, const Family& family, std::string_view type)
{
    const RecordType& wanted = desk.type(type);
    std::vector<FamilyRecord> found;
    for (const auto& child : family.children)
        if (child.type == wanted.number)
            found.push_back({child.record, forms::RecordFields(wanted, child)});
    return found;
}

bool wasReached(const forms::RecordFields& visit)
{
    const auto outcome = visit.number("outcome").value_or(0);
    return outcome == kMet || outcome == kMetFamily || outcome == kAnswered;
}

bool isInForce(const forms::RecordFields& insured, Day today)
{
    const auto until = insured.day("to_date");
    return insured.number("state").value_or(kInForce) == kInForce && (!until || today <= *until);
}

} // namespace lianxin::ui

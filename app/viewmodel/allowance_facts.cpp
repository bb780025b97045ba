// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/allowance_facts.hpp"

#include "app/viewmodel/family_facts.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

// Code lists sex, marriage, relation, loss_kind, family_type, family_sub_type.
constexpr std::int64_t kMale = 1, kFemale = 2;
constexpr std::int64_t kMarried = 20, kLastMarried = 23, kWidowed = 30, kDivorced = 40;
constexpr std::int64_t kChild = 20, kLastChild = 31;
constexpr std::int64_t kChildDied = 1, kChildDisabled = 2;
constexpr std::int64_t kKindA = 1, kKindB = 2;
constexpr std::int64_t kLaterBirth = 1, kAdopted = 2;
constexpr std::size_t kCountyDigits = 6;

std::optional<bool> womanOf(const forms::RecordFields& person)
{
    const auto sex = person.number("sex").value_or(0);
    return sex == kFemale ? std::optional(true) : sex == kMale ? std::optional(false) : std::nullopt;
}

std::optional<bool> singleOf(const forms::RecordFields& person)
{
    const auto marriage = person.number("marriage").value_or(0);
    if (marriage == kWidowed || marriage == kDivorced)
        return true;
    return marriage >= kMarried && marriage <= kLastMarried ? std::optional(false) : std::nullopt;
}

// The child of a special family is its only one, by what the family's kind means; a child that came later is asked about.
void aboutTheChild(const forms::RecordFields& household, const std::vector<FamilyRecord>& people,
                   const std::vector<FamilyRecord>& losses, AllowanceKnown& known)
{
    const auto kind = household.number("family_type").value_or(0);
    if (kind == kKindA || kind == kKindB)
        known.facts.children = 1;
    if (kind == kKindA)
        known.facts.childLives = false;
    else if (kind == kKindB)
        known.facts.childLives = true;
    for (const auto& loss : losses) {
        const auto what = loss.fields.number("kind").value_or(0);
        if (what != kChildDied && what != kChildDisabled)
            continue;
        known.loss = loss.id;
        known.facts.childLives = what == kChildDisabled;
        if (what == kChildDisabled)
            known.facts.childDisability = loss.fields.number("disability_level");
    }
    const bool another = std::ranges::any_of(people, [](const FamilyRecord& one) {
        const auto relation = one.fields.number("relation").value_or(0);
        return relation >= kChild && relation <= kLastChild && one.fields.flag("alive", true);
    });
    const bool later = household.has("sub_type", kLaterBirth) || household.has("sub_type", kAdopted);
    if (known.facts.childLives == false && (another || later))
        known.facts.children = std::nullopt;
}

} // namespace

std::vector<AllowanceKnown> allowanceKnown(const Desk& desk, const Family& family)
{
    const forms::RecordFields household(desk.type("household"), family.household);
    const auto people = recordsOf(desk, family, "person");
    const auto losses = recordsOf(desk, family, "loss_record");
    const std::string area(family.summary.partition.area());
    std::vector<AllowanceKnown> all;
    for (const auto& one : people) {
        if (!one.fields.flag("is_service_target") || !one.fields.flag("alive", true))
            continue;
        AllowanceKnown known;
        known.person = one.id;
        known.name = qs(one.fields.text("name"));
        known.facts.born = one.fields.day("birth_date");
        known.facts.woman = womanOf(one.fields);
        known.facts.single = singleOf(one.fields);
        for (const auto& other : people)
            if (other.id != one.id && other.fields.flag("is_service_target") && other.fields.flag("alive", true) &&
                womanOf(other.fields) == true) {
                known.spouse = other.id;
                known.facts.wifeBorn = other.fields.day("birth_date");
            }
        if (!household.text("only_child_cert_no").empty())
            known.facts.certificate = true;
        const std::string registered = household.text("hukou_code");
        if (registered.size() >= kCountyDigits && area.size() >= kCountyDigits)
            known.facts.localHukou = registered.substr(0, kCountyDigits) == area.substr(0, kCountyDigits);
        aboutTheChild(household, people, losses, known);
        all.push_back(std::move(known));
    }
    return all;
}

} // namespace lianxin::ui

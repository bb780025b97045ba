// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/four_haves.hpp"

#include "app/viewmodel/family_facts.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

// Numbers of the code lists four_have, need_state, project_state.
enum Have { kCompany = 1, kHelp = 2, kPlace = 3, kInsurance = 4 };
constexpr std::int64_t kNeedAnswered = 3, kNeedSettled = 4;
constexpr std::int64_t kPaidOut = 5, kClosed = 9;

class Seen {
public:
    Seen(const Desk& desk, const Family& family) : m_desk(desk), m_family(family) {}

    // Whether something of this type that hangs on the family is as asked; nothing where this person does not read the type.
    template <typename Asked> [[nodiscard]] std::optional<bool> any(std::string_view name, Asked asked) const
    {
        if (!m_desk.mayRead(m_desk.type(name)))
            return {};
        return std::ranges::any_of(recordsOf(m_desk, m_family, name), asked, &FamilyRecord::fields);
    }

    // "data": {"days": n} of the code: how long ago still counts.
    [[nodiscard]] bool recent(std::optional<Day> day, const Code& code) const
    {
        const auto* days = code.data.if_contains("days");
        return day && days != nullptr && days->is_int64() && daysBetween(*day, m_desk.today()) <= days->as_int64();
    }

private:
    const Desk& m_desk;
    const Family& m_family;
};

std::optional<bool> either(std::initializer_list<std::optional<bool>> parts)
{
    std::optional<bool> found;
    for (const auto& part : parts)
        if (part)
            found = found.value_or(false) || *part;
    return found;
}

std::optional<bool> have(const Desk& desk, const Family& family, const Code& code)
{
    const Seen seen(desk, family);
    switch (code.number) {
    case kCompany:
        return either({seen.any("visit",
                                [&](const forms::RecordFields& visit) {
                                    return wasReached(visit) && seen.recent(visit.day("occurred_at"), code);
                                }),
                       seen.any("shared_summary", [&](const forms::RecordFields& summary) {
                           return seen.recent(summary.day("at"), code);
                       })});
    case kHelp:
        return either(
            {seen.any("care_need",
                      [](const forms::RecordFields& need) {
                          const auto state = need.number("state").value_or(0);
                          return state == kNeedAnswered || state == kNeedSettled;
                      }),
             seen.any("project_aid",
                      [](const forms::RecordFields& aid) {
                          const auto state = aid.number("state").value_or(0);
                          return state >= kPaidOut && state <= kClosed;
                      }),
             seen.any("care_package_issue",
                      [&](const forms::RecordFields& gift) { return seen.recent(gift.day("issued_at"), code); }),
             seen.any("vol_service",
                      [&](const forms::RecordFields& service) { return seen.recent(service.day("at"), code); })});
    case kPlace: return forms::RecordFields(desk.type("household"), family.household).ref("home").has_value();
    case kInsurance:
        return seen.any("insured",
                        [&](const forms::RecordFields& insured) { return isInForce(insured, desk.today()); });
    default: return {};
    }
}

} // namespace

Roles fourHaveRoles() { return {{"label"}, {"have", false}}; }

Rows fourHaves(const Desk& desk, const Family& family)
{
    Rows rows;
    if (const CodeList* list = desk.catalogue().codeList("four_have"))
        for (const auto& code : list->codes)
            if (const auto found = have(desk, family, code))
                rows.push_back({{"label", desk.label(code.label)}, {"have", *found}});
    return rows;
}

} // namespace lianxin::ui

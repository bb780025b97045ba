// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/states.hpp"

#include <algorithm>

namespace lianxin {

namespace {

bool holdsCode(const std::vector<std::uint32_t>& codes, std::int64_t code)
{
    return std::any_of(codes.begin(), codes.end(),
                       [&](std::uint32_t one) { return static_cast<std::int64_t>(one) == code; });
}

} // namespace

StateAdvice adviceOn(const StateRule& rule, const Value& before, const Value& after, std::optional<Role> role)
{
    const auto to = after.asInt();
    if (!to || after == before)
        return StateAdvice::fits;
    const auto from = before.asInt();
    if (!from)
        return holdsCode(rule.start, *to) ? StateAdvice::fits : StateAdvice::unusualStart;
    bool known = false;
    for (const auto& step : rule.steps) {
        if (static_cast<std::int64_t>(step.from) != *from || !holdsCode(step.to, *to))
            continue;
        known = true;
        if (step.by.empty() || !role || std::find(step.by.begin(), step.by.end(), *role) != step.by.end())
            return StateAdvice::fits;
    }
    return known ? StateAdvice::others : StateAdvice::unusualStep;
}

std::vector<std::uint32_t> nextStates(const StateRule& rule, const Value& before)
{
    const auto from = before.asInt();
    if (!from)
        return rule.start;
    std::vector<std::uint32_t> next;
    for (const auto& step : rule.steps)
        if (static_cast<std::int64_t>(step.from) == *from)
            for (const auto code : step.to)
                if (!holdsCode(next, code))
                    next.push_back(code);
    return next;
}

} // namespace lianxin

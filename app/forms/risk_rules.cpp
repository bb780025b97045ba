// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/risk_rules.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <charconv>

namespace lianxin::forms {
namespace {

using boost::json::object;

Error bad(std::string_view member) { return fail(Errc::invalidInput, "risk rules: " + std::string(member)); }

Result<std::int64_t> number(const object& from, std::string_view member)
{
    const auto* value = from.if_contains(member);
    if (value == nullptr || !value->is_int64())
        return bad(member);
    return value->as_int64();
}

Result<std::map<std::int64_t, std::int64_t>> numbers(const object& root, std::string_view member)
{
    const auto* value = root.if_contains(member);
    if (value == nullptr || !value->is_object())
        return bad(member);
    std::map<std::int64_t, std::int64_t> map;
    for (const auto& entry : value->as_object()) {
        std::int64_t key = 0;
        const std::string_view text = entry.key();
        if (std::from_chars(text.data(), text.data() + text.size(), key).ec != std::errc{} || !entry.value().is_int64())
            return bad(member);
        map[key] = entry.value().as_int64();
    }
    return map;
}

Result<RiskRules::Rule> readRule(const boost::json::value& value)
{
    const auto* when = value.is_object() ? value.as_object().if_contains("when") : nullptr;
    if (when == nullptr || !when->is_object())
        return bad("levels");
    RiskRules::Rule rule;
    LIANXIN_TRY(rule.level, number(value.as_object(), "level"));
    for (const auto& entry : when->as_object()) {
        if (!entry.value().is_array())
            return bad("when");
        for (const auto& code : entry.value().as_array()) {
            if (!code.is_int64())
                return bad("when");
            rule.when[std::string(entry.key())].push_back(code.as_int64());
        }
    }
    return rule;
}

} // namespace

std::int64_t RiskRules::suggest(const RecordType& riskAssessment, const FieldValues& answers) const
{
    const auto matches = [&](const auto& condition) {
        const Field* field = riskAssessment.field(condition.first);
        const auto found = field != nullptr ? answers.find(field->number) : answers.end();
        const auto code = found == answers.end() ? std::nullopt : found->second.asInt();
        return code && std::find(condition.second.begin(), condition.second.end(), *code) != condition.second.end();
    };
    for (const auto& rule : levels)
        if (std::all_of(rule.when.begin(), rule.when.end(), matches))
            return rule.level;
    return 0;
}

Result<RiskRules> parseRiskRules(std::string_view json)
{
    LIANXIN_TRY(const auto value, parseJson(json));
    if (!value.is_object())
        return bad("not an object");
    const object& root = value.as_object();
    RiskRules rules;
    LIANXIN_TRY(const auto version, number(root, "version"));
    rules.version = static_cast<std::uint32_t>(version);
    const auto* levels = root.if_contains("levels");
    if (levels == nullptr || !levels->is_array())
        return bad("levels");
    for (const auto& entry : levels->as_array()) {
        LIANXIN_TRY(auto rule, readRule(entry));
        rules.levels.push_back(std::move(rule));
    }
    LIANXIN_TRY(rules.flags, numbers(root, "flags"));
    LIANXIN_TRY(const auto hours, numbers(root, "reviewHours"));
    for (const auto& [level, within] : hours)
        rules.reviewHours[level] = static_cast<int>(within);
    LIANXIN_TRY(rules.crisisFrom, number(root, "crisisFrom"));
    return rules;
}

} // namespace lianxin::forms

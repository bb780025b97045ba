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

using When = std::map<std::string, std::vector<std::int64_t>, std::less<>>;

Result<std::vector<std::int64_t>> list(const boost::json::value* value, std::string_view member)
{
    if (value == nullptr || !value->is_array())
        return bad(member);
    std::vector<std::int64_t> codes;
    for (const auto& code : value->as_array()) {
        if (!code.is_int64())
            return bad(member);
        codes.push_back(code.as_int64());
    }
    return codes;
}

// One that asks nothing would match everything.
Result<When> readWhen(const boost::json::value& value)
{
    const auto* when = value.is_object() ? value.as_object().if_contains("when") : nullptr;
    if (when == nullptr || !when->is_object() || when->as_object().empty())
        return bad("when");
    When found;
    for (const auto& entry : when->as_object()) {
        LIANXIN_TRY(found[std::string(entry.key())], list(&entry.value(), "when"));
    }
    return found;
}

Result<RiskRules::Trigger> readTrigger(const boost::json::value& value)
{
    RiskRules::Trigger trigger;
    LIANXIN_TRY(trigger.when, readWhen(value));
    const object& from = value.as_object();
    const auto* type = from.if_contains("type");
    if (type == nullptr || !type->is_string())
        return bad("type");
    trigger.type = type->as_string();
    LIANXIN_TRY(trigger.code, number(from, "trigger"));
    const auto* later = from.if_contains("later");
    if (later != nullptr && !later->is_bool())
        return bad("later");
    trigger.later = later != nullptr && later->as_bool();
    return trigger;
}

Result<RiskRules::Unreached> readUnreached(const object& root)
{
    const auto* value = root.if_contains("unreached");
    if (value == nullptr || !value->is_object())
        return bad("unreached");
    const object& from = value->as_object();
    RiskRules::Unreached rule;
    LIANXIN_TRY(rule.careLevels, list(from.if_contains("careLevels"), "careLevels"));
    LIANXIN_TRY(rule.outcomes, list(from.if_contains("outcomes"), "outcomes"));
    LIANXIN_TRY(const auto times, number(from, "times"));
    LIANXIN_TRY(const auto days, number(from, "days"));
    LIANXIN_TRY(rule.code, number(from, "trigger"));
    if (times < 1 || days < 1)
        return bad("unreached");
    rule.times = static_cast<int>(times);
    rule.days = static_cast<int>(days);
    return rule;
}

bool matches(const RecordType& type, const FieldValues& answers, const When& when)
{
    return std::all_of(when.begin(), when.end(), [&](const auto& condition) {
        const Field* field = type.field(condition.first);
        const auto found = field != nullptr ? answers.find(field->number) : answers.end();
        if (found == answers.end())
            return false;
        auto code = found->second.asInt();
        if (const auto flag = found->second.asBool())
            code = *flag ? 1 : 0;
        return code && std::find(condition.second.begin(), condition.second.end(), *code) != condition.second.end();
    });
}

} // namespace

std::int64_t RiskRules::suggest(const RecordType& riskAssessment, const FieldValues& answers) const
{
    for (const auto& rule : levels)
        if (matches(riskAssessment, answers, rule.when))
            return rule.level;
    return 0;
}

const RiskRules::Trigger* RiskRules::triggerOf(const RecordType& type, const FieldValues& kept) const
{
    const auto found = std::find_if(triggers.begin(), triggers.end(), [&](const Trigger& trigger) {
        return trigger.type == type.name && matches(type, kept, trigger.when);
    });
    return found == triggers.end() ? nullptr : &*found;
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
        RiskRules::Rule rule;
        LIANXIN_TRY(rule.when, readWhen(entry));
        LIANXIN_TRY(rule.level, number(entry.as_object(), "level"));
        rules.levels.push_back(std::move(rule));
    }
    const auto* triggers = root.if_contains("triggers");
    if (triggers == nullptr || !triggers->is_array())
        return bad("triggers");
    for (const auto& entry : triggers->as_array()) {
        LIANXIN_TRY(auto trigger, readTrigger(entry));
        rules.triggers.push_back(std::move(trigger));
    }
    LIANXIN_TRY(rules.unreached, readUnreached(root));
    LIANXIN_TRY(rules.flags, numbers(root, "flags"));
    LIANXIN_TRY(const auto hours, numbers(root, "reviewHours"));
    for (const auto& [level, within] : hours)
        rules.reviewHours[level] = static_cast<int>(within);
    LIANXIN_TRY(rules.crisisFrom, number(root, "crisisFrom"));
    return rules;
}

} // namespace lianxin::forms

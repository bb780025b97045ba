// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/duty_rules.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <array>
#include <charconv>

namespace lianxin::duty {
namespace {

using boost::json::object;

constexpr std::array<std::string_view, kRuleKinds> kNames{"draft", "emergency", "risk",    "hospital", "next",
                                                          "watch", "festival",  "monthly", "birthday"};
constexpr std::array<std::string_view, 5> kContacts{"visit", "call", "kin", "activity", "none"};

// Reads members and keeps the first complaint, so that a rule file is read from top to bottom without a check on each line.
class Reader {
public:
    int number(const object& from, std::string_view member)
    {
        const auto* value = from.if_contains(member);
        if (value == nullptr || !value->is_int64()) {
            complain(member);
            return 0;
        }
        return static_cast<int>(value->as_int64());
    }
    const object& map(const object& from, std::string_view member)
    {
        static const object kEmpty;
        const auto* value = from.if_contains(member);
        if (value == nullptr || !value->is_object()) {
            complain(member);
            return kEmpty;
        }
        return value->as_object();
    }
    Window window(const object& from) { return {number(from, "before"), number(from, "after")}; }
    Contact contact(const boost::json::value* value)
    {
        const auto* text = value != nullptr ? value->if_string() : nullptr;
        for (std::size_t i = 0; text != nullptr && i < kContacts.size(); ++i)
            if (std::string_view(*text) == kContacts[i])
                return static_cast<Contact>(i);
        complain("contact");
        return Contact::none;
    }
    std::int64_t key(std::string_view text)
    {
        std::int64_t number = 0;
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (code != std::errc{} || end != text.data() + text.size())
            complain(text);
        return number;
    }
    MonthlyRule monthlyRule(const object& from)
    {
        MonthlyRule rule{number(from, "perMonth"), number(from, "quietDays")};
        if (rule.perMonth < 1 || rule.perMonth > 15)
            complain("perMonth");
        return rule;
    }
    void complain(std::string_view member)
    {
        if (m_problem.empty())
            m_problem = member;
    }
    [[nodiscard]] const std::string& problem() const { return m_problem; }

private:
    std::string m_problem;
};

void readFestivals(Reader& read, const object& root, DutyRules& rules)
{
    const auto* list = root.if_contains("festivals");
    if (list == nullptr || !list->is_array())
        return read.complain("festivals");
    for (const auto& entry : list->as_array()) {
        if (!entry.is_object())
            return read.complain("festivals");
        const object& from = entry.as_object();
        FestivalRule rule;
        rule.code = static_cast<std::uint32_t>(read.number(from, "code"));
        rule.window = read.window(from);
        rule.contact = read.contact(from.if_contains("contact"));
        const auto* quiet = from.if_contains("quiet");
        rule.quiet = quiet != nullptr && quiet->is_bool() && quiet->as_bool();
        rules.festivals.push_back(rule);
    }
}

void readMaps(Reader& read, const object& root, DutyRules& rules)
{
    const object& ranks = read.map(root, "rank");
    for (std::size_t i = 0; i < kRuleKinds; ++i)
        rules.rank[static_cast<RuleKind>(i)] = read.number(ranks, kNames[i]);
    for (const auto& member : read.map(root, "monthly")) {
        if (!member.value().is_object())
            return read.complain("monthly");
        const auto rule = read.monthlyRule(member.value().as_object());
        if (member.key() == "otherwise")
            rules.monthlyOtherwise = rule;
        else
            rules.monthly[read.key(member.key())] = rule;
    }
    for (const auto& member : read.map(root, "wishes"))
        rules.wishes[read.key(member.key())] = read.contact(&member.value());
}

} // namespace

std::string_view ruleName(RuleKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

Result<DutyRules> parseRules(std::string_view json)
{
    LIANXIN_TRY(const auto value, parseJson(json));
    if (!value.is_object())
        return fail(Errc::invalidInput, "duty rules: not an object");
    const object& root = value.as_object();
    Reader read;
    DutyRules rules;
    rules.version = static_cast<std::uint32_t>(read.number(root, "version"));
    rules.mostPerFamily = read.number(root, "mostPerFamily");
    readMaps(read, root, rules);
    readFestivals(read, root, rules);
    rules.next = read.window(read.map(root, "next"));
    rules.memorial = read.window(read.map(root, "memorial"));
    rules.birthday = read.window(read.map(root, "birthday"));
    const object& emergency = read.map(root, "emergency");
    rules.emergencyWindow = read.number(emergency, "window");
    const auto* days = emergency.if_contains("followUp");
    if (days == nullptr || !days->is_array())
        read.complain("followUp");
    else
        for (const auto& day : days->as_array())
            day.is_int64() ? rules.emergencyFollowUp.push_back(static_cast<int>(day.as_int64()))
                           : read.complain("followUp");
    rules.hospitalFollowUp = read.number(root, "hospitalFollowUp");
    rules.lowMoodFollowUp = read.number(root, "lowMoodFollowUp");
    rules.lookAhead = read.number(root, "lookAhead");
    if (!read.problem().empty())
        return fail(Errc::invalidInput, "duty rules: " + read.problem());
    return rules;
}

} // namespace lianxin::duty

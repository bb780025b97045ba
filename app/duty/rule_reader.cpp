// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/rule_reader.hpp"

#include <algorithm>

namespace lianxin::duty {
namespace {

constexpr int kLongestWindow = 366;

std::string between(int found, int least, int most)
{
    return std::to_string(found) + ", must be " + std::to_string(least) + " to " + std::to_string(most);
}

} // namespace

RuleObject::RuleObject(const boost::json::value* value, std::string path, RuleProblems& problems)
    : m_path(std::move(path)), m_problems(&problems)
{
    if (value != nullptr && value->is_object())
        m_object = &value->get_object();
    else
        problems.complain(m_path.empty() ? "the file" : m_path, value == nullptr ? "is missing" : "must be an object");
}

RuleObject::~RuleObject()
{
    for (const auto& member : members())
        if (!m_read.contains(member))
            complain(member, "is not known");
}

std::vector<std::string> RuleObject::members() const
{
    std::vector<std::string> names;
    if (m_object != nullptr)
        for (const auto& member : *m_object)
            names.emplace_back(member.key().data(), member.key().size());
    return names;
}

const boost::json::value* RuleObject::find(std::string_view member)
{
    m_read.emplace(member);
    return m_object != nullptr ? m_object->if_contains(boost::json::string_view(member.data(), member.size()))
                               : nullptr;
}

bool RuleObject::has(std::string_view member) const
{
    return m_object != nullptr && m_object->contains(boost::json::string_view(member.data(), member.size()));
}

int RuleObject::number(std::string_view member, int least, int most)
{
    const auto* value = find(member);
    if (value == nullptr || !value->is_int64()) {
        complain(member, value == nullptr ? "is missing" : "must be a whole number");
        return least;
    }
    const auto found = value->get_int64();
    if (found < least || found > most) {
        complain(member, between(static_cast<int>(std::clamp<std::int64_t>(found, INT32_MIN, INT32_MAX)), least, most));
        return least;
    }
    return static_cast<int>(found);
}

int RuleObject::numberOr(std::string_view member, int otherwise, int least, int most)
{
    return has(member) ? number(member, least, most) : otherwise;
}

std::vector<int> RuleObject::numbers(std::string_view member, int least, int most)
{
    std::vector<int> found;
    for (const auto* value : list(member)) {
        const bool good = value->is_int64() && value->get_int64() >= least && value->get_int64() <= most;
        if (good)
            found.push_back(static_cast<int>(value->get_int64()));
        else
            complain(member, "must hold whole numbers from " + std::to_string(least) + " to " + std::to_string(most));
    }
    if (!std::ranges::is_sorted(found))
        complain(member, "must go up");
    return found;
}

bool RuleObject::flagOr(std::string_view member, bool otherwise)
{
    const auto* value = find(member);
    if (value != nullptr && !value->is_bool())
        complain(member, "must be true or false");
    return value != nullptr && value->is_bool() ? value->get_bool() : otherwise;
}

std::string RuleObject::textOr(std::string_view member, std::string_view otherwise)
{
    const auto* value = find(member);
    if (value != nullptr && !value->is_string())
        complain(member, "must be a text");
    return value != nullptr && value->is_string() ? std::string(value->get_string().c_str()) : std::string(otherwise);
}

std::optional<Day> RuleObject::dayOr(std::string_view member)
{
    const std::string text = textOr(member, {});
    const auto day = parseDay(text);
    if (!text.empty() && !day)
        complain(member, text + " is no day (YYYY-MM-DD)");
    return day;
}

std::size_t RuleObject::word(std::string_view member, std::span<const std::string_view> words)
{
    const std::string text = textOr(member, {});
    const auto found = std::ranges::find(words, std::string_view(text));
    if (found != words.end())
        return static_cast<std::size_t>(found - words.begin());
    std::string all;
    for (const auto word : words)
        all += (all.empty() ? "" : ", ") + std::string(word);
    complain(member, (text.empty() ? "is missing" : text) + ", must be one of " + all);
    return 0;
}

Window RuleObject::window(std::string_view member)
{
    RuleObject from = object(member);
    return {from.number("before", 0, kLongestWindow), from.number("after", 0, kLongestWindow)};
}

RuleObject RuleObject::object(std::string_view member) { return {find(member), at(member), *m_problems}; }

std::vector<const boost::json::value*> RuleObject::list(std::string_view member)
{
    const auto* value = find(member);
    std::vector<const boost::json::value*> found;
    if (value == nullptr || !value->is_array())
        complain(member, value == nullptr ? "is missing" : "must be a list");
    else
        for (const auto& item : value->get_array())
            found.push_back(&item);
    return found;
}

} // namespace lianxin::duty

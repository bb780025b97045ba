// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/duty_rules.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <set>
#include <span>

namespace lianxin::duty {

// Reads members and keeps the first complaint, so that a rule file is read from top to bottom without a check on each line.
class RuleProblems {
public:
    void complain(const std::string& path, std::string_view reason)
    {
        if (m_first.empty())
            m_first = path + ": " + std::string(reason);
    }
    [[nodiscard]] const std::string& first() const { return m_first; }

private:
    std::string m_first;
};

// One object of the file with its path. A member that nobody asked for is refused when the object has been read: a mistyped name
// would otherwise be a rule that quietly does not hold.
class RuleObject {
public:
    RuleObject(const boost::json::value* value, std::string path, RuleProblems& problems);
    ~RuleObject();
    RuleObject(const RuleObject&) = delete;
    RuleObject& operator=(const RuleObject&) = delete;
    RuleObject(RuleObject&&) = delete;
    RuleObject& operator=(RuleObject&&) = delete;

    [[nodiscard]] bool has(std::string_view member) const;
    int number(std::string_view member, int least, int most);
    int numberOr(std::string_view member, int otherwise, int least, int most);
    std::vector<int> numbers(std::string_view member, int least, int most);
    bool flagOr(std::string_view member, bool otherwise);
    std::string textOr(std::string_view member, std::string_view otherwise);
    std::optional<Day> dayOr(std::string_view member);
    std::size_t word(std::string_view member, std::span<const std::string_view> words);
    Window window(std::string_view member);
    RuleObject object(std::string_view member);
    std::vector<const boost::json::value*> list(std::string_view member);
    [[nodiscard]] std::vector<std::string> members() const;

    const boost::json::value* raw(std::string_view member) { return find(member); } // nullptr: not there

    [[nodiscard]] std::string at(std::string_view member) const
    {
        return (m_path.empty() ? std::string() : m_path + ".") + std::string(member);
    }
    [[nodiscard]] RuleProblems& problems() { return *m_problems; }
    void complain(std::string_view member, std::string_view reason) { m_problems->complain(at(member), reason); }

private:
    [[nodiscard]] const boost::json::value* find(std::string_view member);

    const boost::json::object* m_object{nullptr};
    std::string m_path;
    RuleProblems* m_problems;
    std::set<std::string, std::less<>> m_read;
};

} // namespace lianxin::duty

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue.hpp"

#include <algorithm>
#include <iterator>

namespace lianxin {

namespace {

std::string fieldLine(const RecordType& type, const Field& field)
{
    std::string line = type.name + "." + std::to_string(field.number) + " " + field.name + " " +
                       std::string(fieldKindWord(field.kind));
    if (!field.codeList.empty())
        line += " " + field.codeList;
    if (!field.refType.empty())
        line += " " + field.refType;
    if (field.group != 0)
        line += " group " + std::to_string(field.group);
    if (field.sealed)
        line += " sealed";
    return line;
}

// The permanent number of a line: everything up to the first space.
std::string_view keyOf(std::string_view line) { return line.substr(0, line.find(' ')); }

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto line = text.substr(0, end); !line.empty() && line.front() != '#')
            lines.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

} // namespace

std::vector<std::string> numberLines(const Catalogue& catalogue)
{
    std::vector<std::string> lines;
    for (const auto& type : catalogue.types()) {
        lines.push_back("type." + std::to_string(type.number) + " " + type.name +
                        (type.merge == MergeKind::append ? " append" : " registers"));
        if (type.envelope)
            lines.push_back(type.name + "." + std::to_string(type.envelope->number) + " envelope");
        for (const auto& group : type.groups)
            lines.push_back(type.name + "." + std::to_string(group.number) + " " + group.name + " group");
        for (const auto& field : type.fields)
            lines.push_back(fieldLine(type, field));
        for (const auto& reminder : type.reminders)
            lines.push_back(type.name + ".reminder." + std::to_string(reminder.number) + " " + reminder.label.zh);
    }
    // The meaning of a code is its Chinese word in reports, the one that does not follow fashion.
    for (const auto& list : catalogue.codeLists())
        for (const auto& code : list.codes)
            lines.push_back("code." + list.name + "." + std::to_string(code.number) + " " + code.label.forReport());
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::vector<std::string> lockViolations(const Catalogue& catalogue, std::string_view lockText)
{
    std::vector<std::string> violations;
    std::map<std::string, std::string> now;
    for (const auto& line : numberLines(catalogue))
        now.emplace(keyOf(line), line);
    for (const auto& locked : linesOf(lockText)) {
        const auto found = now.find(std::string(keyOf(locked)));
        if (found == now.end())
            violations.push_back("lost: " + locked);
        else if (found->second != locked)
            violations.push_back("changed: " + locked + " -> " + found->second);
        if (found != now.end())
            now.erase(found);
    }
    for (const auto& [key, line] : now)
        violations.push_back("not in the lock: " + line);
    return violations;
}

} // namespace lianxin

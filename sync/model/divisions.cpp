// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/divisions.hpp"

#include <algorithm>

namespace lianxin {

namespace {

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

bool isCode(std::string_view text)
{
    return text.size() == 6 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<Division> parseLine(std::string_view line)
{
    const auto cells = split(line, '\t');
    if (cells.size() != 7)
        return fail(Errc::invalidInput, "expected 7 columns, found " + std::to_string(cells.size()));
    Division division;
    division.code = cells[0];
    division.name = cells[1];
    division.prefecture = cells[2];
    division.note = cells[6];
    if (!isCode(cells[0]) || cells[1].empty())
        return fail(Errc::invalidInput, "not a code of six digits with a name");
    if (cells[3] == "prefecture")
        division.status = DivisionStatus::prefecture;
    else if (cells[3] == "current")
        division.status = DivisionStatus::current;
    else if (cells[3] == "historic")
        division.status = DivisionStatus::historic;
    else
        return fail(Errc::invalidInput, "unknown status");
    for (const auto code : split(cells[5], '/')) {
        if (!isCode(code))
            return fail(Errc::invalidInput, "current_code is not a code of six digits");
        division.currentCodes.emplace_back(code);
    }
    return division;
}

} // namespace

std::string statisticalCode(std::string_view area)
{
    std::string code(area);
    code.resize(kStatisticalDigits, '0');
    return code;
}

Result<Divisions> Divisions::parse(std::string_view tsv)
{
    Divisions result;
    std::size_t number = 0;
    for (auto line : split(tsv, '\n')) {
        ++number;
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        if (number == 1 || line.empty())
            continue;
        auto division = parseLine(line);
        if (!division)
            return fail(Errc::invalidInput, "divisions.tsv:" + std::to_string(number) + ": " + division.error().detail);
        result.m_byCode.emplace(division->code, result.m_list.size());
        result.m_list.push_back(std::move(*division));
    }
    if (result.m_list.empty())
        return fail(Errc::invalidInput, "divisions.tsv:1: no divisions");
    return result;
}

std::vector<const Division*> Divisions::all(std::string_view code) const
{
    std::vector<const Division*> found;
    const auto [first, last] = m_byCode.equal_range(code);
    for (auto entry = first; entry != last; ++entry)
        found.push_back(&m_list[entry->second]);
    std::stable_sort(found.begin(), found.end(),
                     [](const Division* a, const Division* b) { return a->status < b->status; });
    return found;
}

const Division* Divisions::find(std::string_view code) const
{
    const auto found = all(code);
    return found.empty() ? nullptr : found.front();
}

bool Divisions::isCurrent(std::string_view code) const
{
    const auto* division = find(code);
    return division != nullptr && division->status != DivisionStatus::historic;
}

} // namespace lianxin

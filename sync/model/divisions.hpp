// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin {

enum class DivisionStatus { prefecture, current, historic };

// One six-digit code of GB/T 2260, today's or one that still stands on identity cards (domain 9.1, 9.2).
struct Division {
    std::string code;
    std::string name;
    std::string prefecture;
    DivisionStatus status{DivisionStatus::current};
    std::vector<std::string> currentCodes; // where the place is now; one old county may have become three
    std::string note;
};

inline constexpr std::size_t kStatisticalDigits = 12;
// An area is the start of a statistical code of 12 digits; what is below it is zeros.
[[nodiscard]] std::string statisticalCode(std::string_view area);

class Divisions {
public:
    // assets/divisions/divisions.tsv: a header line, then one tab-separated line for each code.
    [[nodiscard]] static Result<Divisions> parse(std::string_view tsv);

    // A code can be today's and, with another name, an old one: today's place wins.
    [[nodiscard]] const Division* find(std::string_view code) const;
    // Old names of a code as well, the current one first.
    [[nodiscard]] std::vector<const Division*> all(std::string_view code) const;
    [[nodiscard]] bool isCurrent(std::string_view code) const;
    [[nodiscard]] const std::vector<Division>& list() const { return m_list; }

private:
    std::vector<Division> m_list;
    std::multimap<std::string, std::size_t, std::less<>> m_byCode;
};

} // namespace lianxin

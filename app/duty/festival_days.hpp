// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/duty_rules.hpp"

namespace lianxin::duty {

// The days of every festival of the code list over some years, worked out once from our own table.
class FestivalDays {
public:
    struct Entry {
        std::uint32_t code{0};
        Day on;
    };
    FestivalDays(const CodeList& festivals, int firstYear, int lastYear);

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; } // by day
    // Those whose window, with what follows it, is open on this day or opens soon.
    struct Near {
        const FestivalRule* rule{nullptr};
        Day on;
    };
    [[nodiscard]] std::vector<Near> near(const RuleProfile& rules, Day today) const;

private:
    std::vector<Entry> m_entries;
};

} // namespace lianxin::duty

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/cadence.hpp"
#include "app/duty/family_ledger.hpp"

// Whom to see and why: a pure function of what the tablet knows and of the moment. Two tablets that know the same derive the same
// tasks with the same ids (D4).
namespace lianxin::duty {

struct Duty {
    std::vector<Task> now;   // by rank, due instant and household; at most rules.mostPerFamily for each family
    std::vector<Task> ahead; // begins within rules.lookAhead days, or is only suggested; by day
    std::vector<Task> homes; // of the warm-heart homes, the same two together, by day
    std::vector<std::pair<RecordId, CareLevel>> care; // of each family, by id

    [[nodiscard]] const CareLevel& careOf(RecordId household) const; // level 4 where the family is not known
};

// What is known, made ready for asking many days of a span. The rules, the list and `known` outlive it.
class Planner {
public:
    Planner(const DutyRules& rules, const CodeList& festivals, const Known& known, Day first, Day last);
    [[nodiscard]] Duty at(Millis now) const;

private:
    struct OneFamily;
    void addFamily(const FamilyLedger& ledger, const OneFamily& how, Duty& duty) const;
    [[nodiscard]] bool isClosed(const Task& task) const;

    const DutyRules& m_rules;
    const Known& m_known;
    FestivalDays m_festivals;
    std::vector<FamilyLedger> m_families; // by id
    std::vector<RecordId> m_closed;       // sorted: by a note
    std::vector<RecordId> m_visited;      // sorted: by a contact that was made for it
};

[[nodiscard]] Duty dutyOf(const DutyRules& rules, const CodeList& festivals, const Known& known, Millis now);

} // namespace lianxin::duty

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/duty_rules.hpp"

// What an insurance may pay, as a suggestion beside the claim's form (domain 3.6): pure arithmetic in fen over data. It stands in
// app/duty and not in sync/model because nothing that tablet and server must agree on depends on it: the server counts what was paid,
// and only the tablet's screens and reminders ask what might be.
namespace lianxin::duty {

using Fen = std::int64_t;

// Terms of one policy (record `policy`, its parameters): no amount is built in.
struct CareTerms {
    Fen daily{0};
    Fen icuDaily{0};
    int deductibleDays{0};
    int maxDays{90};             // in a period
    std::optional<int> maxIcu;   // in a period, where intensive care has a limit of its own
    int minLevel{0};             // of the hospital: 1 to 3; 0: any
    std::optional<Day> from, to; // the period, inclusive
    bool countBothEnds{false};
};

struct Stay {
    Day admitted;
    Day discharged;
    int icuDays{0};
    int hospitalLevel{0}; // 0: not graded
};

enum class CareAnswer { pays, datesTurned, outsidePeriod, notInsured, hospitalTooSmall };

struct Subsidy {
    CareAnswer answer{CareAnswer::pays};
    int days{0};    // of the stay
    int payable{0}; // after deductible and limit
    int icu{0};     // of these
    Fen amount{0};
};

[[nodiscard]] int stayDays(const Stay& stay, bool countBothEnds); // at least 1
[[nodiscard]] Subsidy subsidyOf(const CareTerms& terms, const Stay& stay, int daysPaidInPeriod, bool insured = true);

// A share of what the health insurance paid back, in whole fen, half a fen up; never more than what the family paid itself where that caps it.
[[nodiscard]] Fen supplementOf(const InsuranceRule& rule, Fen reimbursed, std::optional<Fen> outOfPocket);

// Paid in thousandths of the premium, rounded; nothing where there is no premium.
[[nodiscard]] std::optional<std::int64_t> lossPermille(Fen paid, Fen premium);

// Whether a cover is meant for such a family there and then. Not a decision: the insurer has the list.
[[nodiscard]] bool isCovered(const InsuranceRule& rule, Cover cover, std::string_view area, std::int64_t familyType,
                             Day day);

} // namespace lianxin::duty

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/duty_rules.hpp"
#include "sync/model/ids.hpp"

namespace lianxin::duty {

// Tasks are never stored or synced (D4). A task is closed by a contact that answers it, by a note, or because a later one takes its place.
struct Task {
    RecordId id;        // UUIDv8 = hash(rule, subject, occurrence)
    RecordId household; // nil: a warm-heart home's, then it is the subject
    RuleKind kind{RuleKind::monthly};
    RecordId subject;                                 // the draft, person, case or home it is about; else the household
    std::uint32_t festival{0};                        // code, for festivals, quiet ones and occasions
    HappeningKind happening{HappeningKind::incident}; // for clocks and what follows them
    Contact contact{Contact::call};
    Tone tone{Tone::neutral};
    Day from;
    Day due;
    Day on;                      // the day itself: festival, birthday, agreed date
    std::optional<Millis> dueAt; // for clocks that count minutes; `due` is its day in China
    int number{0}; // round birthday: the age; follow-up: its day; frequency: so often a year; plans: year or quarter
    bool suggested{false};    // optional: spoken of ahead, never asked
    bool catchUp{false};      // the window is over; making up for it is welcome
    bool remindsToday{false}; // the first day, or a few days before the last
    bool ambulanceFirst{false};
    bool alsoMonthly{false}; // no contact yet in this part of the month either: one visit answers both
    bool operator==(const Task&) const = default;
};

// What makes one occurrence of a rule different from another; written out only for tasks that exist.
struct Occurrence {
    std::string_view word;
    int number{-1};
    std::optional<Day> day{};
    [[nodiscard]] std::string text() const;
};

[[nodiscard]] RecordId taskId(RuleKind kind, RecordId subject, std::string_view occurrence);
// The same where the subject's text is at hand: a year of a thousand families asks for half a million of them.
[[nodiscard]] RecordId taskId(RuleKind kind, std::string_view subjectText, std::string_view occurrence);

} // namespace lianxin::duty

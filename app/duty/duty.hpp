// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/duty_rules.hpp"
#include "sync/model/ids.hpp"
#include "sync/model/lunar.hpp"

#include <optional>
#include <string>
#include <vector>

// Whom to see and why: a pure function of what the tablet knows and of the day. Tasks are never stored or synced; two tablets that
// know the same derive the same ids (D4).
namespace lianxin::duty {

// A yearly day: a civil or a lunar date without its year.
struct YearlyDay {
    int month{0};
    int day{0};
    bool lunar{false};
    bool leap{false};
    bool operator==(const YearlyDay&) const = default;
};

struct Birthday {
    RecordId person;
    YearlyDay day;
};

struct Household {
    RecordId id;
    bool served{true}; // not paused, exited or archived
    std::int64_t careLevel{0};
    std::int64_t wish{0};         // contact_pref
    std::optional<Day> wishUntil; // when a wish for quiet is looked at again
    std::vector<Birthday> birthdays;
    std::vector<YearlyDay> memorials;          // only those whose watch is on
    std::vector<Day> watchDays;                // single days to be watched (the seventh day, the hundredth …)
    std::vector<std::uint32_t> quietFestivals; // codes of festivals that the family asked to be watched
};

struct Contacted {
    RecordId household;
    Day day;
    std::int64_t mode{0};
    bool reached{false}; // somebody of the family was met or answered
    bool inPerson{false};
    bool atActivity{false};
    bool inHospital{false};
    bool lowMood{false};
    std::optional<Day> next; // agreed for the next contact
};

struct Emergency {
    RecordId household;
    RecordId id;
    Day known;
    bool open{true};
};

struct OpenDraft {
    RecordId household;
    RecordId draft;
    std::int64_t updated{0};
};

struct Note { // a task_note record
    RecordId task;
    bool closed{false}; // explained or waived
};

struct Known {
    std::vector<Household> households;
    std::vector<Contacted> contacts;
    std::vector<Emergency> emergencies;
    std::vector<OpenDraft> drafts;
    std::vector<Note> notes;
};

struct Task {
    RecordId id; // UUIDv8 = hash(rule, subject, occurrence)
    RecordId household;
    RuleKind kind{RuleKind::monthly};
    RecordId subject;          // the draft, person or emergency it is about; else the household
    std::uint32_t festival{0}; // code, for festivals and quiet ones
    Contact contact{Contact::call};
    Day from;
    Day due;
    Day on;                  // the day itself: festival, birthday, agreed date
    bool alsoMonthly{false}; // no contact yet in this month's part either: one visit answers both
    bool operator==(const Task&) const = default;
};

struct Duty {
    std::vector<Task> now;   // by rank, due day and household; at most rules.mostPerFamily for each family
    std::vector<Task> ahead; // begins within rules.lookAhead days, by day
};

[[nodiscard]] RecordId taskId(RuleKind kind, RecordId subject, std::string_view occurrence);
[[nodiscard]] Duty dutyOf(const DutyRules& rules, const CodeList& festivals, const Known& known, Day today);

} // namespace lianxin::duty

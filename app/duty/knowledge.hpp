// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/duty_rules.hpp"
#include "sync/model/ids.hpp"
#include "sync/model/permissions.hpp"

// What the rules need to know, whatever record it comes from. Order never matters: two tablets that know the same derive the same.
namespace lianxin::duty {

// A yearly day: a civil or a lunar date without its year.
struct YearlyDay {
    int month{0};
    int day{0};
    bool lunar{false};
    bool leap{false};
    bool operator==(const YearlyDay&) const = default;
};

enum class SelfCare { own, some, full, memory };

struct Person {
    RecordId id;
    std::optional<Day> born;
    std::optional<YearlyDay> birthday;
    bool target{true}; // the service is for this person
    bool alive{true};
    bool alone{false};
    SelfCare selfCare{SelfCare::own};
    bool seriouslyIll{false};
    bool woman{false};
    bool single{false}; // widowed or divorced
    bool grandchild{false};
    bool hasPhone{false};
};

// What people wrote into care_level, and when.
struct RecordedLevel {
    std::int64_t level{0}; // 0: nothing
    Day written;
    std::optional<Day> review;
    bool reasoned{false};
    bool byTownship{false};
};

struct Household {
    RecordId id;
    std::string area;  // division code
    bool town{false};  // a residents' community: roads are short
    bool served{true}; // not paused, exited or archived
    std::int64_t familyType{0};
    std::int64_t allowanceTarget{0};
    bool hospitalCare{false};     // the hospital-care insurance is meant for such a family there
    std::int64_t wish{0};         // contact_pref
    std::optional<Day> wishUntil; // when a wish for quiet is looked at again
    RecordedLevel recorded;
    std::vector<Person> people;
    bool lowIncome{false};
    bool hasPhone{false};
    bool severeChild{false}; // a child with disability of level 1 or 2 is cared for
    std::optional<Day> childLost;
    std::optional<Day> spouseDied;
    UserId primary;                   // nil: nobody is the main contact yet
    std::vector<YearlyDay> memorials; // of the child, only those whose watch is on
    std::vector<Day> companionDays;   // the seventh day, the hundredth …: only those that the family asked for
    std::vector<std::uint32_t> quietFestivals; // codes of festivals that the family asked to be watched
};

struct Contacted {
    RecordId household;
    RecordId id;
    Millis at{0};
    Day day;
    bool reached{false}; // somebody of the family was met or answered
    bool tried{false};   // nobody there, nobody answered
    bool inPerson{false};
    bool atHome{false};
    bool atActivity{false};
    bool inHospital{false};
    std::int64_t mood{0};
    std::optional<Day> next;      // agreed for the next contact
    std::vector<RecordId> closes; // tasks that it was for, where coming counts even when nobody was met
};

// Something happened to a family and clocks run.
struct Happening {
    RecordId household;
    RecordId id;
    HappeningKind kind{HappeningKind::incident};
    Millis known{0};
    std::optional<Millis> contacted;
    std::optional<Millis> met;
    std::optional<Day> ended; // home from hospital; the end of an illness
    bool open{true};
};

struct Concern { // what asks for the safety questions
    RecordId household;
    RecordId id;
    Millis at{0};
    Trigger trigger{Trigger::veryLow};
};

struct Assessed { // somebody asked them
    RecordId household;
    Millis at{0};
};

enum class FlagLevel { steady, moreCare, soon };

struct Flag { // the plain word of an assessment (D15)
    RecordId household;
    Millis at{0};
    FlagLevel level{FlagLevel::steady};
};

struct Look { // of a counsellor
    RecordId household;
    Day day;
};

struct Weather { // a red or orange warning, begun by the township
    RecordId id;
    std::string area; // division code
    Millis at{0};
    Millis until{0};
};

enum class ClaimStage { known, gathering, handedIn, accepted, done };

struct Claim {
    RecordId household;
    RecordId id;
    ClaimStage stage{ClaimStage::known};
    std::optional<Day> discharged;
    std::optional<Day> handedIn;
};

struct WarmHome {
    RecordId id;
    bool running{true};
};

struct HomePlan {
    RecordId home;
    int year{0};
    std::array<bool, 4> themes{};
};

struct HomeActivity {
    RecordId home;
    Day day;
    bool held{false};
};

struct ExcusedMonth { // a month of typhoons and floods
    RecordId home;
    int year{0};
    unsigned month{0};
};

// A day that a record of the family names, by a reminder of its type (Reminder of the catalogue), whose condition holds.
struct DatedRecord {
    RecordId household;
    RecordId id;
    std::uint32_t reminder{0};
    Day on;
    Window window;
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

struct Reader { // who looks at the tasks: they are the same for all, but not everybody is shown all
    UserId user;
    Role role{Role::VW};
};

struct Known {
    Reader reader;
    std::vector<Household> households;
    std::vector<Contacted> contacts;
    std::vector<Happening> happenings;
    std::vector<Concern> concerns;
    std::vector<Assessed> assessments;
    std::vector<Flag> flags;
    std::vector<Look> looks;
    std::vector<Weather> weather;
    std::vector<Claim> claims;
    std::vector<WarmHome> homes;
    std::vector<HomePlan> plans;
    std::vector<HomeActivity> activities;
    std::vector<ExcusedMonth> excused;
    std::vector<DatedRecord> dated;
    std::vector<OpenDraft> drafts;
    std::vector<Note> notes;
};

} // namespace lianxin::duty

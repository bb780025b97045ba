// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/model/lunar.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::duty {

// What a task asks for, from most to least; a family's wish (contact_pref) only ever lowers it.
enum class Contact { visit, call, kin, activity, none };
inline constexpr std::size_t kContacts = 5;

// How a day is spoken of. watch: quiet attention, no greeting, nothing that a family could read over a shoulder.
enum class Tone { neutral, care, respect, watch };
inline constexpr std::size_t kTones = 4;

// The names of the kinds (ruleName) are hashed into task ids: they never change.
enum class RuleKind {
    draft,       // a sentence that was begun
    reach,       // first word after something happened, counted in minutes
    meet,        // being there after something happened
    weather,     // whoever lives alone or needs care, before a storm, a cold or a heat wave
    neighbour,   // nobody answered three times: somebody next door looks today
    risk,        // the safety questions
    emergency,   // days after something happened
    hospital,    // days after somebody came home
    bereavement, // days after the spouse died
    mood,        // a while after a low day, a few days after a special one
    nextDate,    // what was agreed
    watch,
    festival,
    birthday,
    monthly, // by telephone at least, as often as the level asks
    face,    // in person
    atHome,  // at home
    counsellor,
    claim,
    allowance,
    dated, // a day of a record, by the record type's own reminder
    plan,  // the four of a warm-heart home
    theme,
    activity,
    occasion,
};
inline constexpr std::size_t kRuleKinds = 25;
[[nodiscard]] std::string_view ruleName(RuleKind kind);

// What starts a clock.
enum class HappeningKind { hospital, critical, life, incident, childLost, widowed };
inline constexpr std::size_t kHappenings = 6;

struct Window { // days around a day
    int before{0};
    int after{0};
};

enum class Weight { must, may, none, organisation };

struct FestivalRule {
    std::uint32_t code{0}; // of the code list "festival", which has the rule for the day
    Window window;
    Contact contact{Contact::call}; // what is proposed
    Contact enough{Contact::call};  // what answers it
    Weight weight{Weight::must};
    Tone tone{Tone::neutral};
};

struct ClockRule { // minutes from the moment that it became known; 0: not asked
    int contact{0};
    int meet{0};
    int meetTown{0}; // where roads are short; 0: as `meet`
    std::vector<int> followDays;
    int everyDays{0}; // again and again while it lasts
    int followLate{3};
    bool ambulanceFirst{false};
};

enum class Unit { week, month, quarter, half, year };

// `times` equal parts of a unit, one contact in each.
struct Cadence {
    Unit unit{Unit::month};
    int times{1};
    int quietDays{0}; // nothing is asked until so many days after the last contact of this sort
    int leadDays{0};  // asked in the last days of a part only; 0: from its first day
};

struct LevelRule {
    Cadence call;
    std::optional<Cadence> callYounger; // where nobody has the age of `elderlyFrom`
    Cadence face;
    int homeVisits{0}; // a year
    int homeLeadDays{0};
    std::optional<Cadence> counsellor;
};

// Care level (domain 3.4): a reason is a code of the list "care_reason"; at most 31 of them.
enum class CareReason : std::uint8_t {
    eighty = 1,
    seventy,
    alone,
    needsCare,
    needsSomeCare,
    forgets,
    illness,
    hospital,
    lossFresh,
    lossRecent,
    spouseFresh,
    lowIncome,
    quietAlone,
    silent,
    silentLong,
    low,
    veryLow,
    risk,
    highRisk,
    caresForChild,
    noPhone,
    grandchildAlone,
    raisedByPerson, // no points: a person said so
    loweredByPerson,
    townshipHolds, // level 1 until the township agrees
};
inline constexpr std::size_t kPointReasons = 22;

struct CareRule {
    std::array<int, kPointReasons + 1> points{}; // by CareReason
    std::array<int, 3> bands{9, 6, 3};           // from so many points: level 1, 2, 3
    int overrideDays{90};
    int hospitalDays{30};
    int lossFreshDays{365}, lossRecentDays{1095}, spouseDays{365};
    int silentDays{45}, silentLongDays{90};
    int elder{70}, eldest{80};
};

enum class Trigger { itemNine, heavyScore, veryLow, deathWish, farewell, refusesFood, unreached };
inline constexpr std::size_t kTriggers = 7;

struct EscalationRule {
    std::array<int, kTriggers> minutes{}; // until the safety questions are asked
    int failedContacts{3}, failedDays{7}, failedLevel{1};
    int keepDays{14}; // what was not answered stays so long
};

struct PersonalRule {
    Window birthday{3, 1};
    int roundFrom{60}, roundEvery{10};
    Window memorial{3, 3};
    int moodAfter{3}; // days after a special day
    Window next{2, 14};
    int lowMoodAfter{7};
    Window lowMood{7, 7};
};

struct InsuranceRule {
    std::vector<int> claimDays; // after leaving hospital
    int answerDays{30};         // after papers were handed in
    int claimWindow{14};
};

struct AllowanceRule {
    int age{49};
    int remindBefore{90}, remindAfter{90};
    Day bornFrom{std::chrono::year(1933), std::chrono::January, std::chrono::day(1)};
    std::int64_t disabilityLevel{3}; // 1 to this
};

struct CadenceRule { // of a warm-heart home
    unsigned planMonth{1};
    unsigned planLastMonth{2};
    int themeLead{14};
    int activities{1}; // a month
};

// Everything of domain.md 3 that is a number, as it holds from one day to another. Every number is the province's to change.
struct RuleProfile {
    int mostPerFamily{3};
    int lookAhead{21};
    int catchUpDays{15}; // a missed festival may be made up for
    int remindBefore{3};
    int weatherMinutes{720};
    int clockKeepDays{14};
    std::array<int, kRuleKinds> rank{}; // smaller comes first
    std::vector<FestivalRule> festivals;
    std::map<std::int64_t, Contact> wishes; // by contact_pref; absent = nothing is lowered
    std::array<ClockRule, kHappenings> clocks;
    PersonalRule personal;
    CareRule care;
    int elderlyFrom{60};
    std::array<LevelRule, 5> levels; // 1 to 4
    EscalationRule escalation;
    InsuranceRule insurance;
    AllowanceRule allowance;
    CadenceRule cadence;

    [[nodiscard]] const FestivalRule* festival(std::uint32_t code) const;
};

// assets/duty/rules.json: profiles by date, and what a city or county changed of them (assets/duty/SCHEMA.md).
class DutyRules {
public:
    struct Dated {
        std::string area; // empty: the province
        std::optional<Day> from, until;
        RuleProfile profile;
    };
    DutyRules() = default;
    DutyRules(std::uint32_t version, std::vector<Dated> profiles) : m_version(version), m_profiles(std::move(profiles))
    {}

    [[nodiscard]] std::uint32_t version() const { return m_version; }
    // Of the narrowest area that covers this division code on this day. Always there: the nearest one in time, else the defaults above.
    [[nodiscard]] const RuleProfile& at(Day day, std::string_view area = {}) const;

private:
    std::uint32_t m_version{0};
    std::vector<Dated> m_profiles;
};

// The detail of an error names the member and what is wrong with it: "duty rules: profiles[0].care.bands[1]: 12, must be 0 to 9".
[[nodiscard]] Result<DutyRules> parseRules(std::string_view json);

} // namespace lianxin::duty

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/rule_sections.hpp"

#include "app/duty/rule_words.hpp"

namespace lianxin::duty {
namespace {

constexpr int kDay = 1440; // minutes
constexpr int kMonth = 31; // days
constexpr int kYear = 366;
constexpr int kMostTimes = 31;

Cadence readCadenceOf(RuleObject from)
{
    Cadence cadence;
    cadence.unit = static_cast<Unit>(from.word("every", kUnitWords));
    cadence.times = from.numberOr("times", 1, 1, kMostTimes);
    cadence.quietDays = from.numberOr("quietDays", 0, 0, kYear);
    cadence.leadDays = from.numberOr("leadDays", 0, 0, kYear);
    return cadence;
}

} // namespace

void readFestivals(RuleObject& profile, RuleProfile& rules)
{
    std::size_t index = 0;
    for (const auto* entry : profile.list("festivals")) {
        RuleObject from(entry, profile.at("festivals") + "[" + std::to_string(index++) + "]", profile.problems());
        FestivalRule rule;
        rule.code = static_cast<std::uint32_t>(from.number("code", 1, 9999));
        rule.window = {from.number("before", 0, 60), from.number("after", 0, 60)};
        rule.contact = static_cast<Contact>(from.word("contact", kContactWords));
        rule.enough = from.has("enough") ? static_cast<Contact>(from.word("enough", kContactWords)) : rule.contact;
        if (rule.enough < rule.contact)
            from.complain("enough", "asks for more than contact");
        rule.weight = static_cast<Weight>(from.word("weight", kWeightWords));
        rule.tone = static_cast<Tone>(from.word("tone", kToneWords));
        if (rules.festival(rule.code) != nullptr)
            from.complain("code", std::to_string(rule.code) + " stands there twice");
        rules.festivals.push_back(rule);
    }
}

void readClocks(RuleObject& profile, RuleProfile& rules)
{
    RuleObject clocks = profile.object("clocks");
    for (std::size_t i = 0; i < kHappenings; ++i) {
        RuleObject from = clocks.object(kHappeningWords[i]);
        ClockRule& clock = rules.clocks[i];
        clock.contact = from.numberOr("contactMinutes", 0, 1, 7 * kDay);
        clock.meet = from.numberOr("meetMinutes", 0, 1, 30 * kDay);
        clock.meetTown = from.numberOr("meetTownMinutes", clock.meet, 1, 30 * kDay);
        clock.followDays = from.has("followDays") ? from.numbers("followDays", 1, kYear) : std::vector<int>{};
        clock.everyDays = from.numberOr("everyDays", 0, 1, kYear);
        clock.followLate = from.numberOr("followLate", 3, 0, kMonth);
        clock.ambulanceFirst = from.flagOr("ambulanceFirst", false);
    }
    rules.weatherMinutes = clocks.number("weatherMinutes", 1, 7 * kDay);
    rules.clockKeepDays = clocks.number("keepDays", 1, kYear);
}

void readPersonal(RuleObject& profile, RuleProfile& rules)
{
    RuleObject from = profile.object("personal");
    PersonalRule& personal = rules.personal;
    personal.birthday = from.window("birthday");
    personal.roundFrom = from.number("roundFrom", 40, 120);
    personal.roundEvery = from.number("roundEvery", 1, 20);
    personal.memorial = from.window("memorial");
    personal.moodAfter = from.number("moodAfter", 1, kMonth);
    personal.next = from.window("next");
    personal.lowMoodAfter = from.number("lowMoodAfter", 1, 90);
    personal.lowMood = from.window("lowMood");
}

void readCare(RuleObject& profile, RuleProfile& rules)
{
    RuleObject from = profile.object("care");
    CareRule& care = rules.care;
    {
        RuleObject points = from.object("points");
        for (std::size_t i = 0; i < kPointReasons; ++i)
            care.points[i + 1] = points.number(kReasonWords[i], 0, 20);
    }
    const auto bands = from.numbers("bands", 1, 100); // 3, 6, 9: from the calmest
    if (bands.size() == 3 && bands[0] < bands[1] && bands[1] < bands[2])
        care.bands = {bands[2], bands[1], bands[0]};
    else
        from.complain("bands", "must be three numbers that go up");
    care.overrideDays = from.number("overrideDays", 1, kYear);
    care.hospitalDays = from.number("hospitalDays", 1, kYear);
    care.lossFreshDays = from.number("lossFreshDays", 1, 3 * kYear);
    care.lossRecentDays = from.number("lossRecentDays", care.lossFreshDays, 10 * kYear);
    care.spouseDays = from.number("spouseDays", 1, 3 * kYear);
    care.silentDays = from.number("silentDays", 1, kYear);
    care.silentLongDays = from.number("silentLongDays", care.silentDays, 2 * kYear);
    care.elder = from.number("elder", 40, 120);
    care.eldest = from.number("eldest", care.elder, 120);
}

void readFrequency(RuleObject& profile, RuleProfile& rules)
{
    RuleObject from = profile.object("frequency");
    rules.elderlyFrom = from.number("elderlyFrom", 40, 120);
    for (std::size_t level = 1; level < rules.levels.size(); ++level) {
        RuleObject one = from.object(std::to_string(level));
        LevelRule& rule = rules.levels[level];
        rule.call = readCadenceOf(one.object("call"));
        if (one.has("callYounger"))
            rule.callYounger = readCadenceOf(one.object("callYounger"));
        rule.face = readCadenceOf(one.object("face"));
        rule.homeVisits = one.number("homeVisits", 0, 52);
        rule.homeLeadDays = one.numberOr("homeLeadDays", 0, 0, kYear);
        if (one.has("counsellor"))
            rule.counsellor = readCadenceOf(one.object("counsellor"));
    }
}

void readEscalation(RuleObject& profile, RuleProfile& rules)
{
    RuleObject from = profile.object("escalation");
    EscalationRule& escalation = rules.escalation;
    {
        RuleObject minutes = from.object("minutes");
        for (std::size_t i = 0; i < kTriggers; ++i)
            escalation.minutes[i] = minutes.number(kTriggerWords[i], 0, 30 * kDay);
    }
    escalation.failedContacts = from.number("failedContacts", 1, 10);
    escalation.failedDays = from.number("failedDays", 1, kMonth);
    escalation.failedLevel = from.number("failedLevel", 1, 4);
    escalation.keepDays = from.number("keepDays", 1, kYear);
}

void readInsurance(RuleObject& profile, RuleProfile& rules)
{
    RuleObject from = profile.object("insurance");
    InsuranceRule& insurance = rules.insurance;
    insurance.claimDays = from.numbers("claimDays", 0, kYear);
    insurance.answerDays = from.number("answerDays", 1, kYear);
    insurance.claimWindow = from.number("claimWindow", 0, 90);
}

void readAllowance(RuleObject& profile, RuleProfile& rules)
{
    RuleObject from = profile.object("allowance");
    AllowanceRule& allowance = rules.allowance;
    allowance.age = from.number("age", 18, 100);
    allowance.remindBefore = from.number("remindBefore", 0, kYear);
    allowance.remindAfter = from.number("remindAfter", 0, kYear);
    allowance.disabilityLevel = from.number("disabilityLevel", 1, 4);
    if (const auto born = from.dayOr("bornFrom"))
        allowance.bornFrom = *born;
    else
        from.complain("bornFrom", "is missing");
}

void readCadence(RuleObject& profile, RuleProfile& rules)
{
    RuleObject from = profile.object("cadence");
    rules.cadence.planMonth = static_cast<unsigned>(from.number("planMonth", 1, 12));
    rules.cadence.planLastMonth =
        static_cast<unsigned>(from.number("planLastMonth", static_cast<int>(rules.cadence.planMonth), 12));
    rules.cadence.themeLead = from.number("themeLead", 0, 90);
    rules.cadence.activities = from.number("activities", 1, 10);
}

} // namespace lianxin::duty

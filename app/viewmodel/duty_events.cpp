// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What visits, emergencies and flags say to the rules: contacts, clocks that began, concerns.
#include "app/viewmodel/duty_collector.hpp"

#include "app/viewmodel/family_facts.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

// Numbers of the code lists visit_mode, visit_outcome, visit_purpose, body, mood, emergency_state, emergency_severity, risk_flag.
constexpr std::int64_t kModeVisit = 1, kModeActivity = 4, kModeHospital = 5, kModeTheyCame = 6;
constexpr std::int64_t kNobodyThere = 3, kWantsQuiet = 4, kNotAnswered = 6;
constexpr std::int64_t kLastIllness = 17;
constexpr std::int64_t kInHospital = 3;
constexpr std::int64_t kNeedsProfessional = 4;
constexpr std::int64_t kRevisited = 6;
constexpr std::int64_t kDangerForLife = 3;
constexpr std::int64_t kSelfHarm = 6; // emergency_kind

// Two findings of a stay or of an illness that lie further apart are two stays.
constexpr int kSameStayDays = 30;

bool goesOn(Millis before, Millis next) { return daysBetween(dayInChina(before), dayInChina(next)) <= kSameStayDays; }

} // namespace

void DutyCollector::visit(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family)
{
    const auto mode = fields.number("mode").value_or(0);
    const auto outcome = fields.number("outcome").value_or(0);
    const auto body = fields.number("body").value_or(0);
    duty::Contacted contact;
    contact.household = family.id;
    contact.id = view.record;
    contact.at = fields.number("occurred_at").value_or(forms::createdAt(view.record));
    contact.day = dayInChina(contact.at);
    contact.reached = wasReached(fields);
    contact.tried = outcome == kNobodyThere || outcome == kNotAnswered;
    contact.inPerson = mode == kModeVisit || mode == kModeHospital || mode == kModeTheyCame;
    contact.atHome = mode == kModeVisit;
    contact.atActivity = mode == kModeActivity;
    contact.inHospital = body == kInHospital;
    contact.mood = fields.number("mood").value_or(0);
    contact.next = fields.day("next_at");
    // Whoever went there and wrote a line has been there; whoever was told "not now" has asked.
    if (contact.reached || outcome == kWantsQuiet || (contact.inPerson && !fields.text("quick_note").empty()))
        contact.closes = fields.refs("tasks");
    if (contact.mood >= kNeedsProfessional)
        m_known.concerns.push_back({family.id, view.record, contact.at, duty::Trigger::veryLow});
    m_sightings[family.id].push_back({view.record, contact.at, contact.inHospital,
                                      contact.reached && body != 0 && body != kInHospital,
                                      fields.has("purpose", kLastIllness)});
    m_known.contacts.push_back(std::move(contact));
}

// A stay begins with the first visit that found somebody in hospital and ends with one that found them home.
void DutyCollector::stays(RecordId household, std::vector<Sighting>& sightings)
{
    duty::Happening* stay = nullptr;
    Millis last = 0;
    for (const auto& seen : sightings) {
        if (seen.inHospital && (stay == nullptr || !goesOn(last, seen.at))) {
            stay = &m_known.happenings.emplace_back();
            stay->household = household;
            stay->id = seen.visit;
            stay->kind = duty::HappeningKind::hospital;
            stay->known = seen.at;
        }
        if (stay == nullptr)
            continue;
        if (seen.inHospital || seen.isHome) {
            stay->ended = dayInChina(seen.at); // in hospital: the last that we know
            last = seen.at;
        }
        if (seen.isHome) {
            stay->open = false;
            stay = nullptr;
        }
    }
}

void DutyCollector::lastIllness(RecordId household, const std::vector<Sighting>& sightings)
{
    duty::Happening* illness = nullptr;
    Millis last = 0;
    for (const auto& seen : sightings) {
        if (!seen.lastIllness)
            continue;
        if (illness == nullptr || !goesOn(last, seen.at)) {
            illness = &m_known.happenings.emplace_back();
            illness->household = household;
            illness->id = seen.visit;
            illness->kind = duty::HappeningKind::critical;
            illness->known = seen.at;
        }
        last = seen.at;
        illness->ended = addDays(dayInChina(seen.at), kSameStayDays);
    }
}

void DutyCollector::emergency(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family)
{
    const auto known = fields.number("known_at");
    if (!known)
        return;
    duty::Happening happening;
    happening.household = family.id;
    happening.id = view.record;
    happening.kind =
        fields.number("severity") == kDangerForLife ? duty::HappeningKind::life : duty::HappeningKind::incident;
    happening.known = *known;
    happening.contacted = fields.number("first_contact_at");
    happening.met = fields.number("on_site_at");
    happening.open = fields.number("state").value_or(1) < kRevisited;
    m_known.happenings.push_back(happening);
    if (fields.number("kind") == kSelfHarm)
        m_known.concerns.push_back({family.id, view.record, *known, duty::Trigger::deathWish});
}

void DutyCollector::flag(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family)
{
    const Millis at = fields.number("at").value_or(forms::createdAt(view.record));
    const auto level = std::clamp<std::int64_t>(fields.number("flag").value_or(0), 0, 2);
    m_known.flags.push_back({family.id, at, static_cast<duty::FlagLevel>(level)});
    m_known.assessments.push_back({family.id, at}); // it is the plain word of one
}

} // namespace lianxin::ui

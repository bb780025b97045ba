// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/duty_collector.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

// Numbers of the code lists household_status, income_level, family_sub_type, sex, relation, marriage, self_care, health, chronic.
constexpr std::int64_t kBorderline = 2;
constexpr std::int64_t kLivesAlone = 6;
constexpr std::int64_t kFemale = 2;
constexpr std::int64_t kGrandchild = 40, kLastGrandchild = 44;
constexpr std::int64_t kWidowed = 30, kDivorced = 40;
constexpr std::int64_t kCancer = 41, kTumour = 8;
// loss_kind, disability_level, calendar, memorial_day, contact_state, task_note_kind
constexpr std::int64_t kChildDied = 1, kChildDisabled = 2, kSpouseDied = 3;
constexpr std::int64_t kSevere = 2;
constexpr std::int64_t kLunar = 2;
constexpr std::int64_t kAnniversary = 1, kChildsBirthday = 2;
constexpr std::int64_t kAssignmentEnded = 3;
constexpr std::int64_t kAssigned = 2;

// Townships have numbers to 99 for streets; communities of residents have 1 to 199, villages 200 and more (GB/T 10114).
constexpr std::size_t kCommunityAt = 9;
constexpr char kFirstVillage = '2';

// A loss that is written down so soon is news; an older one is history.
constexpr int kNewsDays = 60;

std::optional<duty::YearlyDay> yearly(const forms::RecordFields& fields, const char* date, const std::string& prefix,
                                      const char* calendar)
{
    const auto month = fields.number(prefix + "month");
    const auto day = fields.number(prefix + "day");
    if (fields.number(calendar) == kLunar && month && day)
        return duty::YearlyDay{static_cast<int>(*month), static_cast<int>(*day), true, fields.flag(prefix + "leap")};
    if (const auto solar = fields.day(date))
        return duty::YearlyDay{static_cast<int>(static_cast<unsigned>(solar->month())),
                               static_cast<int>(static_cast<unsigned>(solar->day())), false, false};
    return std::nullopt;
}

void later(std::optional<Day>& kept, std::optional<Day> found)
{
    if (found && (!kept || *kept < *found))
        kept = found;
}

const core::Head* lastHead(const store::RecordView& view, const RecordType& type, const char* field)
{
    const Field* known = type.field(std::string_view(field));
    const auto* reg = known != nullptr ? view.find({known->registerNumber(), {}}) : nullptr;
    if (reg == nullptr || reg->heads.empty())
        return nullptr;
    return &*std::ranges::max_element(reg->heads, {},
                                      [](const core::Head& head) { return std::tuple(head.hlc, head.dot); });
}

} // namespace

DutyCollector::DutyCollector(const FamilyBook& book) : m_desk(book.desk()), m_book(book)
{
    m_known.reader = {m_desk.work().user, m_desk.work().role};
}

duty::Household householdOf(const FamilySummary& summary)
{
    duty::Household household;
    household.id = summary.id;
    household.area = std::string(summary.partition.area());
    household.town = household.area.size() > kCommunityAt && household.area[kCommunityAt] < kFirstVillage;
    household.served = summary.served;
    household.wish = summary.wish;
    household.hasPhone = !summary.phone.isEmpty();
    return household;
}

void DutyCollector::family(RecordId id)
{
    m_places[id] = m_known.households.size();
    m_known.households.push_back(householdOf(*m_book.summary(id)));
}

void DutyCollector::take(const store::RecordView& view)
{
    const RecordType* type = m_desk.catalogue().type(view.type);
    if (type == nullptr || view.life != store::Life::active)
        return;
    const forms::RecordFields fields(*type, view);
    const std::string& name = type->name;
    if (name == "task_note")
        return m_known.notes.push_back({view.record, fields.number("kind").value_or(0) != kAssigned});
    if (name == "weather_alert")
        return m_known.weather.push_back({view.record, std::string(view.partition.area()),
                                          fields.number("at").value_or(0), fields.number("until").value_or(0)});
    if (name == "warm_home" || name == "activity_plan" || name == "plan_item" || name == "activity")
        return home(view, fields);
    const RecordId root = name == "risk_assessment" ? m_book.familyOf(view.record) : m_book.kept(view.root);
    const auto found = m_places.find(root);
    if (found == m_places.end())
        return;
    duty::Household& family = m_known.households[found->second];
    remind(view, fields, family.id);
    if (name == "household")
        household(view, fields, family);
    else if (name == "person")
        person(view, fields, family);
    else if (name == "loss_record")
        loss(view, fields, family);
    else if (name == "contact_assignment")
        assignment(view, fields, family);
    else if (name == "visit")
        visit(view, fields, family);
    else if (name == "emergency_case")
        emergency(view, fields, family);
    else if (name == "claim")
        claim(view, fields, family);
    else if (name == "risk_flag")
        flag(view, fields, family);
    else if (name == "risk_assessment")
        m_known.assessments.push_back({root, fields.number("at").value_or(forms::createdAt(view.record))});
    else if (name == "shared_summary")
        m_known.looks.push_back({root, dayInChina(fields.number("at").value_or(forms::createdAt(view.record)))});
}

void DutyCollector::drafts()
{
    const auto drafts = m_desk.store().drafts();
    if (!drafts)
        return;
    for (const auto& draft : *drafts) {
        const RecordType* type = m_desk.catalogue().type(draft.type);
        if (type != nullptr && type->name != "shared_summary" && draft.root != draft.record)
            m_known.drafts.push_back({m_book.familyOf(draft.root), draft.id, draft.updated});
        // A scale's answers are sealed; what they ask for is a draft of the safety questions (safety_questions.hpp), and that is no secret here.
        const auto kept = m_desk.store().contains(draft.record);
        if (type != nullptr && type->name == "risk_assessment" && kept && !*kept)
            m_known.concerns.push_back(
                {m_book.familyOf(draft.root), draft.record, forms::createdAt(draft.record), duty::Trigger::itemNine});
    }
}

duty::Known DutyCollector::finish()
{
    for (const auto& household : m_alone)
        for (auto& one : m_known.households[m_places.at(household)].people)
            one.alone = one.alone || one.target;
    for (const auto& [household, primary] : m_primaries)
        m_known.households[m_places.at(household)].primary = primary.user;
    excusedMonths();
    for (auto& [household, sightings] : m_sightings) {
        std::ranges::sort(sightings, {}, [](const Sighting& s) { return std::tuple(s.at, s.visit); });
        stays(household, sightings);
        lastIllness(household, sightings);
    }
    return std::move(m_known);
}

void DutyCollector::household(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family)
{
    family.familyType = fields.number("family_type").value_or(0);
    family.allowanceTarget = fields.number("allowance_target").value_or(0);
    family.hospitalCare = coversHospitalCare(m_desk, family);
    family.wishUntil = fields.day("pref_until");
    const auto income = fields.number("income_level").value_or(0);
    family.lowIncome = income >= 1 && income <= kBorderline;
    if (fields.has("sub_type", kLivesAlone))
        m_alone.insert(family.id);
    if (const core::Head* head = lastHead(view, fields.type(), "care_level")) {
        family.recorded.level = fields.number("care_level").value_or(0);
        family.recorded.written = dayInChina(m_desk.writtenAt(head->hlc));
        if (core::hlcMillis(head->hlc) > m_desk.now()) // written by a clock that runs ahead: as of today, each day
            changesOn(addDays(m_desk.today(), 1));
        m_levelBy = head->user;
        family.recorded.review = fields.day("care_review");
        family.recorded.reasoned = !fields.text("care_reason").empty();
        family.recorded.byTownship = family.recorded.level != 0 && isTownship(head->user);
    }
}

bool coversHospitalCare(const Desk& desk, const duty::Household& family)
{
    const Parameters* parameters = desk.shelf().parameters;
    const auto types = parameters != nullptr
                           ? parameters->value("eligibility.hospital_care", family.area, desk.today()).json()
                           : boost::json::value();
    const auto* list = types.if_array();
    return list != nullptr && std::ranges::any_of(*list, [&](const boost::json::value& code) {
               return code.is_int64() && code.get_int64() == family.familyType;
           });
}

bool worksForTownship(const Desk& desk, UserId user)
{
    const auto view = desk.store().view(recordOf(user));
    const auto role = view ? forms::RecordFields(desk.type("app_user"), *view).number("role") : std::nullopt;
    return role == codeOfRole(Role::TO);
}

bool DutyCollector::isTownship(UserId user)
{
    const auto [found, fresh] = m_township.try_emplace(user, false);
    if (fresh)
        found->second = worksForTownship(m_desk, user);
    return found->second;
}

void DutyCollector::changesOn(std::optional<Day> day)
{
    if (day && m_desk.today() < *day && (!m_until || *day < *m_until))
        m_until = day;
}

void DutyCollector::person(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family)
{
    duty::Person one;
    one.id = view.record;
    one.born = fields.day("birth_date");
    one.birthday = yearly(fields, "birth_date", "lunar_", "birth_calendar");
    one.target = fields.flag("is_service_target");
    one.alive = fields.flag("alive", true);
    one.alone = fields.flag("lives_alone");
    const auto care = fields.number("self_care").value_or(1);
    one.selfCare = care >= 1 && care <= 4 ? static_cast<duty::SelfCare>(care - 1) : duty::SelfCare::own;
    one.seriouslyIll = fields.number("health") == kCancer || fields.has("chronic", kTumour);
    one.woman = fields.number("sex") == kFemale;
    const auto marriage = fields.number("marriage").value_or(0);
    one.single = marriage == kWidowed || marriage == kDivorced;
    const auto relation = fields.number("relation").value_or(0);
    one.grandchild = relation >= kGrandchild && relation <= kLastGrandchild;
    one.hasPhone = !fields.text("phone").empty();
    family.people.push_back(std::move(one));
}

void DutyCollector::loss(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family)
{
    const auto kind = fields.number("kind").value_or(0);
    const auto event = fields.day("event_date");
    const Millis noted = forms::createdAt(view.record);
    const auto news = [&](duty::HappeningKind what, Millis known) {
        duty::Happening happening;
        happening.household = family.id;
        happening.id = view.record;
        happening.kind = what;
        happening.known = known;
        m_known.happenings.push_back(happening);
    };
    if (kind == kChildDied) {
        later(family.childLost, event);
        if (event && std::abs(daysBetween(*event, dayInChina(noted))) <= kNewsDays)
            news(duty::HappeningKind::childLost, noted);
    } else if (kind == kSpouseDied) {
        later(family.spouseDied, event);
        if (event)
            news(duty::HappeningKind::widowed, startOfDayInChina(*event));
    } else if (kind == kChildDisabled) {
        const auto level = fields.number("disability_level").value_or(0);
        family.severeChild = family.severeChild || (level >= 1 && level <= kSevere);
    }
    for (const auto code : fields.codes("watch_days"))
        watchDay(code, fields, family);
}

void DutyCollector::watchDay(std::int64_t code, const forms::RecordFields& fields, duty::Household& family)
{
    const CodeList* days = m_desk.catalogue().codeList("memorial_day");
    const Code* known = days != nullptr ? days->find(code) : nullptr;
    if (known == nullptr)
        return;
    if (code == kAnniversary) {
        if (const auto day = yearly(fields, "event_date", "event_lunar_", "event_calendar"))
            family.memorials.push_back(*day);
    } else if (code == kChildsBirthday) {
        if (const auto day = fields.day("child_birth_date"))
            family.memorials.push_back({static_cast<int>(static_cast<unsigned>(day->month())),
                                        static_cast<int>(static_cast<unsigned>(day->day())), false, false});
    } else {
        const auto* festival = known->data.if_contains("festival");
        const auto* after = known->data.if_contains("after");
        const auto event = fields.day("event_date");
        if (festival != nullptr && festival->is_int64())
            family.quietFestivals.push_back(static_cast<std::uint32_t>(festival->as_int64()));
        else if (after != nullptr && after->is_int64() && event)
            family.companionDays.push_back(addDays(*event, static_cast<int>(after->as_int64())));
    }
}

void DutyCollector::assignment(const store::RecordView& view, const forms::RecordFields& fields,
                               duty::Household& family)
{
    const auto user = fields.ref("user");
    const auto from = fields.day("from_date");
    const auto until = fields.day("to_date");
    changesOn(from);
    if (until)
        changesOn(addDays(*until, 1));
    if ((from && m_desk.today() < *from) || !user || !fields.flag("is_primary") ||
        fields.number("state").value_or(1) == kAssignmentEnded || (until && *until < m_desk.today()))
        return;
    const Primary found{from.value_or(Day()), view.record, userOf(*user)};
    const auto [kept, fresh] = m_primaries.try_emplace(family.id, found);
    if (!fresh && std::tie(kept->second.from, kept->second.assignment) < std::tie(found.from, found.assignment))
        kept->second = found;
}

} // namespace lianxin::ui

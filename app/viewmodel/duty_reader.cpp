// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/duty_reader.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr int kHalfMonth = 20; // days: a shorter span is a part of a month

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Duty)
};

// Numbers of the code lists visit_mode, visit_outcome, body, mood, emergency_state, memorial_day, task_note_kind, calendar.
constexpr std::int64_t kModeVisit = 1, kModeActivity = 4, kModeHospital = 5, kModeTheyCame = 6;
constexpr std::int64_t kMet = 1, kMetFamily = 2, kAnswered = 5;
constexpr std::int64_t kInHospital = 3;
constexpr std::int64_t kClearlyLow = 3;
constexpr std::int64_t kRevisited = 6;
constexpr std::int64_t kAnniversary = 1, kChildsBirthday = 2;
constexpr std::int64_t kAssigned = 2;
constexpr std::int64_t kLunar = 2;
// The newest visits are enough: no rule looks further back than a few months.
constexpr std::size_t kVisitsRead = 5000;

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

class Collector {
public:
    explicit Collector(const FamilyBook& book) : m_book(book), m_desk(book.desk())
    {
        for (const auto& id : book.order()) {
            const FamilySummary& summary = *book.summary(id);
            duty::Household household;
            household.id = id;
            household.served = summary.served;
            household.careLevel = summary.careLevel;
            household.wish = summary.wish;
            m_places[id] = m_known.households.size();
            m_known.households.push_back(std::move(household));
        }
    }

    duty::Known collect()
    {
        each("household", 0, [&](const auto& view, const auto& fields) { wish(view, fields); });
        each("person", 0, [&](const auto& view, const auto& fields) { birthday(view, fields); });
        each("loss_record", 0, [&](const auto& view, const auto& fields) { loss(view, fields); });
        each("visit", kVisitsRead, [&](const auto& view, const auto& fields) { visit(view, fields); });
        each("emergency_case", 0, [&](const auto& view, const auto& fields) { emergency(view, fields); });
        each("task_note", 0, [&](const auto& view, const auto& fields) {
            m_known.notes.push_back({view.record, fields.number("kind").value_or(0) != kAssigned});
        });
        if (const auto drafts = m_desk.store().drafts())
            for (const auto& draft : *drafts) {
                const RecordType* type = m_desk.catalogue().type(draft.type);
                if (type != nullptr && type->name != "shared_summary" && draft.root != draft.record)
                    m_known.drafts.push_back({m_book.familyOf(draft.root), draft.id, draft.updated});
            }
        return std::move(m_known);
    }

private:
    template <typename Take> void each(const char* typeName, std::size_t limit, Take take)
    {
        const RecordType& type = m_desk.type(typeName);
        const auto views = m_desk.store().ofType(type.number, limit, 0, limit != 0);
        if (!views)
            return;
        for (const auto& view : *views)
            if (view.life == store::Life::active)
                take(view, forms::RecordFields(type, view));
    }

    [[nodiscard]] duty::Household* household(RecordId root)
    {
        const auto found = m_places.find(root);
        return found == m_places.end() ? nullptr : &m_known.households[found->second];
    }

    void wish(const store::RecordView& view, const forms::RecordFields& fields)
    {
        if (auto* family = household(view.record))
            family->wishUntil = fields.day("pref_until");
    }

    void birthday(const store::RecordView& view, const forms::RecordFields& fields)
    {
        auto* family = household(view.root);
        if (family == nullptr || !fields.flag("is_service_target") || !fields.flag("alive", true))
            return;
        if (const auto day = yearly(fields, "birth_date", "lunar_", "birth_calendar"))
            family->birthdays.push_back({view.record, *day});
    }

    void loss(const store::RecordView& view, const forms::RecordFields& fields)
    {
        auto* family = household(view.root);
        const CodeList* days = m_desk.catalogue().codeList("memorial_day");
        if (family == nullptr || days == nullptr)
            return;
        for (const auto code : fields.codes("watch_days")) {
            if (code == kAnniversary) {
                if (const auto day = yearly(fields, "event_date", "event_lunar_", "event_calendar"))
                    family->memorials.push_back(*day);
            } else if (code == kChildsBirthday) {
                if (const auto day = fields.day("child_birth_date"))
                    family->memorials.push_back({static_cast<int>(static_cast<unsigned>(day->month())),
                                                 static_cast<int>(static_cast<unsigned>(day->day())), false, false});
            } else if (const Code* known = days->find(code)) {
                const auto* festival = known->data.if_contains("festival");
                const auto* after = known->data.if_contains("after");
                const auto event = fields.day("event_date");
                if (festival != nullptr && festival->is_int64())
                    family->quietFestivals.push_back(static_cast<std::uint32_t>(festival->as_int64()));
                else if (after != nullptr && after->is_int64() && event)
                    family->watchDays.push_back(addDays(*event, static_cast<int>(after->as_int64())));
            }
        }
    }

    void visit(const store::RecordView& view, const forms::RecordFields& fields)
    {
        const auto at = fields.number("occurred_at").value_or(forms::createdAt(view.record));
        const auto mode = fields.number("mode").value_or(0);
        const auto outcome = fields.number("outcome").value_or(0);
        duty::Contacted contact;
        contact.household = view.root;
        contact.day = dayInChina(at);
        contact.mode = mode;
        contact.reached = outcome == kMet || outcome == kMetFamily || outcome == kAnswered;
        contact.inPerson = mode == kModeVisit || mode == kModeHospital || mode == kModeTheyCame;
        contact.atActivity = mode == kModeActivity;
        contact.inHospital = fields.number("body") == kInHospital;
        contact.lowMood = fields.number("mood").value_or(0) >= kClearlyLow;
        contact.next = fields.day("next_at");
        m_known.contacts.push_back(contact);
    }

    void emergency(const store::RecordView& view, const forms::RecordFields& fields)
    {
        if (const auto known = fields.day("known_at"))
            m_known.emergencies.push_back(
                {view.root, view.record, *known, fields.number("state").value_or(1) < kRevisited});
    }

    const FamilyBook& m_book;
    const Desk& m_desk;
    duty::Known m_known;
    std::map<RecordId, std::size_t> m_places;
};

QString daysLeft(const Desk& desk, Day until)
{
    const int days = daysBetween(desk.today(), until);
    return days <= 0 ? Words::tr("today") : Words::tr("%n day(s) left", nullptr, days);
}

} // namespace

duty::Known knownFor(const FamilyBook& book) { return Collector(book).collect(); }

duty::Duty dutyToday(const FamilyBook& book)
{
    static const CodeList kNone;
    const Desk& desk = book.desk();
    const CodeList* festivals = desk.catalogue().codeList("festival");
    return dutyOf(desk.shelf().dutyRules, festivals != nullptr ? *festivals : kNone, knownFor(book), desk.today());
}

TaskWords wordsOf(const Desk& desk, const duty::Task& task)
{
    using duty::Contact;
    using duty::RuleKind;
    switch (task.kind) {
    case RuleKind::draft:
        return {Words::tr("One sentence to go"), Words::tr("What you wrote is kept"), QStringLiteral("pen")};
    case RuleKind::emergency:
        return {Words::tr("See how they are now"), daysLeft(desk, task.due), QStringLiteral("sos")};
    case RuleKind::risk:
        return {Words::tr("Keep them company these days"), Words::tr("A call is good, a visit is better"),
                QStringLiteral("note")};
    case RuleKind::hospital:
        return {Words::tr("See whether they are home again"), daysLeft(desk, task.due), QStringLiteral("cross")};
    case RuleKind::nextDate:
        return {Words::tr("You agreed on %1").arg(relativeDay(task.on, desk.today())), QString(),
                QStringLiteral("clock")};
    case RuleKind::watch:
        return {Words::tr("Keep an eye out these days"), Words::tr("A call is enough"), QStringLiteral("note")};
    case RuleKind::festival: {
        const QString name = desk.codeLabel("festival", task.festival);
        const bool before = daysBetween(desk.today(), task.on) > 0;
        QString reason = before ? Words::tr("Drop in before %1").arg(name) : Words::tr("Drop in for %1").arg(name);
        if (task.contact != Contact::visit)
            reason = task.contact == Contact::kin        ? Words::tr("Ask through kin before %1").arg(name)
                     : task.contact == Contact::activity ? Words::tr("Invite them for %1").arg(name)
                                                         : Words::tr("Call for %1").arg(name);
        const QString left = daysLeft(desk, before ? task.on : task.due);
        return {reason, task.alsoMonthly ? Words::tr("%1, and not reached this month").arg(left) : left,
                QStringLiteral("today")};
    }
    case RuleKind::monthly: // whoever is looked after closely is called several times a month
        return {daysBetween(task.from, task.due) < kHalfMonth ? Words::tr("Not reached these days")
                                                              : Words::tr("Not reached this month"),
                daysLeft(desk, task.due), QStringLiteral("phone")};
    case RuleKind::birthday: {
        const int days = daysBetween(desk.today(), task.on);
        return {Words::tr("Somebody's birthday"),
                days > 0 ? daysLeft(desk, task.on) : relativeDay(task.on, desk.today()), QStringLiteral("today")};
    }
    }
    return {};
}

} // namespace lianxin::ui

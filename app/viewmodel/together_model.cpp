// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/together_model.hpp"

#include "app/viewmodel/telephones.hpp"

#include <algorithm>
#include <chrono>

namespace lianxin::ui {

namespace {

constexpr std::size_t kMostLooked = 200;   // newest first: this month's are among them
constexpr std::size_t kMostActivities = 4; // as many as a card holds
constexpr std::int64_t kMoved = 3;         // code list activity_state: up to here it is still to come
constexpr std::int64_t kHomeOpen = 2;      // code list home_status

unsigned monthOf(Day day) { return static_cast<unsigned>(std::chrono::year_month_day(day).month()); }

int yearOf(Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

} // namespace

TogetherModel::TogetherModel(Desk& desk, QObject* parent)
    : QObject(parent), m_desk(desk), m_activities({{"dayText"}, {"label"}}), m_telephones({{"name"}, {"number"}})
{}

void TogetherModel::open(const QString& worker)
{
    const auto month = monthOf(m_desk.today());
    m_greeting = month >= 11 || month <= 2 ? tr("It is cold; keep warm.")
                 : month <= 4              ? tr("It is getting warm; take a walk.")
                 : month <= 9              ? tr("It is hot; drink plenty of water.")
                                           : tr("It is getting cool; put something on.");
    m_handBack = tr("Done, back to %1").arg(worker);
    gatherHome();
    gatherActivities();
    Rows telephones;
    for (const auto& line : hotlines(m_desk))
        if (line.forFamily)
            telephones.push_back({{"name", line.name}, {"number", line.number}});
    m_telephones.setRows(telephones);
    m_open = true;
    emit changed();
}

void TogetherModel::close()
{
    m_open = false;
    m_activities.setRows({});
    emit changed();
}

// The home of the person's own area that is open; the newest where there are several.
void TogetherModel::gatherHome()
{
    m_address.clear();
    m_hours.clear();
    m_phone.clear();
    const RecordType& type = m_desk.type("warm_home");
    const auto views = m_desk.store().ofType(type.number, kMostLooked);
    if (!views || !m_desk.mayRead(type))
        return;
    for (const auto& view : *views) {
        const forms::RecordFields home(type, view);
        if (view.life != store::Life::active || home.number("status") != kHomeOpen || home.text("address").empty())
            continue;
        m_address = qs(home.text("address"));
        m_hours = qs(home.text("opening_hours"));
        m_phone = phoneGrouped(home.text("phone"));
        return;
    }
}

void TogetherModel::gatherActivities()
{
    struct Entry {
        Millis at;
        QString title;
    };
    std::vector<Entry> found;
    const RecordType& type = m_desk.type("activity");
    const Day today = m_desk.today();
    if (const auto views = m_desk.store().ofType(type.number, kMostLooked); views && m_desk.mayRead(type))
        for (const auto& view : *views) {
            const forms::RecordFields activity(type, view);
            const auto day = activity.day("start_at");
            const auto at = activity.number("start_at");
            if (view.life == store::Life::active && activity.number("state").value_or(kMoved + 1) <= kMoved && day &&
                at && *day >= today && monthOf(*day) == monthOf(today) && yearOf(*day) == yearOf(today))
                found.push_back({*at, qs(activity.text("title"))});
        }
    std::ranges::sort(found, {}, &Entry::at);
    Rows rows;
    for (const auto& one : found)
        if (rows.size() < kMostActivities)
            rows.push_back({{"dayText", dayShort(dayInChina(one.at))},
                            {"label", tr("%1, %2", "title, hour").arg(one.title, clockTime(one.at))}});
    m_activities.setRows(rows);
}

} // namespace lianxin::ui

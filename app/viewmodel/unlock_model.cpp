// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/unlock_model.hpp"

#include "app/viewmodel/format.hpp"
#include "app/viewmodel/sentences.hpp"

#include <algorithm>

namespace lianxin::ui {

namespace {
constexpr int kMinute = 60 * 1000;
}

UnlockModel::UnlockModel(tablet::Tablet& tablet, const Clock& clock, QObject* parent)
    : QObject(parent), m_tablet(tablet), m_clock(clock), m_entry(SecretEntry::Purpose::unlock),
      m_users({{"userId"}, {"name"}, {"place"}, {"initial"}, {"tint", 0}, {"chosen", false}})
{
    m_entry.setActive(true);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_minute.start(static_cast<int>(kMinute - m_clock.now() % kMinute));
        emit changed();
    });
    m_minute.start(static_cast<int>(kMinute - m_clock.now() % kMinute));
    refresh();
}

QString UnlockModel::clockText() const { return clockTime(m_clock.now()); }

QString UnlockModel::dateText() const
{
    const Day today = dayInChina(m_clock.now());
    return dayShort(today) + QLatin1Char(' ') + dotted({weekday(today), lunarText(today)});
}

// A number and nothing else: the door tells of no family (D18).
QString UnlockModel::dutyText() const
{
    const auto pending = m_chosen.isNil() ? 0 : tileOf(m_chosen).pending;
    return pending > 0 ? tr("%n record(s) wait for the network", nullptr, static_cast<int>(pending)) : QString();
}

QString UnlockModel::emptyText() const
{
    return hasUsers() ? QString()
                      : tr("Ask the township for a registration code; with it the tablet gets ready in a minute");
}

vault::UserTile UnlockModel::tileOf(UserId user) const
{
    const auto found = std::ranges::find(m_tiles, user, &vault::UserTile::user);
    vault::UserTile bare;
    bare.user = user;
    return found == m_tiles.end() ? bare : *found;
}

void UnlockModel::setNotice(const QString& notice)
{
    m_notice = notice;
    emit changed();
}

void UnlockModel::setChosen(UserId user)
{
    m_chosen = user;
    show();
}

void UnlockModel::refresh()
{
    m_tiles = m_tablet.tiles();
    if (const auto& trouble = m_tablet.trouble())
        m_notice = unlockSentence(*trouble);
    show();
    if (m_chosen.isNil() && !m_tiles.empty())
        choose(qs(m_tiles.front().user.text()));
}

void UnlockModel::choose(const QString& userId)
{
    const auto user = UserId::parse(userId.toStdString());
    if (!user || std::ranges::find(m_tiles, *user, &vault::UserTile::user) == m_tiles.end())
        return;
    m_chosen = *user;
    m_notice.clear();
    show();
    emit userChosen(m_chosen);
}

void UnlockModel::show()
{
    Rows rows;
    for (const auto& tile : m_tiles) {
        const QString name = tile.displayName.empty() ? tr("Somebody") : qs(tile.displayName);
        rows.push_back({{"userId", qs(tile.user.text())},
                        {"name", name},
                        {"place", qs(tile.place)},
                        {"initial", initialOf(name)},
                        {"tint", tintOf(recordOf(tile.user))},
                        {"chosen", tile.user == m_chosen}});
    }
    m_users.setRows(rows);
    emit changed();
}

} // namespace lianxin::ui

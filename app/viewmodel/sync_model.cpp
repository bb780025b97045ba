// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/sync_model.hpp"

#include "app/viewmodel/open_looks.hpp"
#include "app/viewmodel/sentences.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr int kDelay = 60; // ms: many changes are one refresh
constexpr std::size_t kPage = 12;

// 0 tablet, 1 township (no relay yet), 2 province
int placeNumber(store::Place place) { return place == store::Place::tablet ? 0 : 2; }

} // namespace

SyncModel::SyncModel(Desk& desk, FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_desk(desk), m_book(book), m_navigator(navigator),
      m_places({{"place", 0}, {"label"}, {"countText"}, {"line"}}), m_records({{"recordId"},
                                                                               {"heading"},
                                                                               {"whenText"},
                                                                               {"iconName"},
                                                                               {"place", 0},
                                                                               {"stateText"},
                                                                               {"stuckText"},
                                                                               {"accessibleText"}})
{
    m_later.setSingleShot(true);
    m_later.setInterval(kDelay);
    connect(&m_later, &QTimer::timeout, this, &SyncModel::refresh);
    const auto later = [this] { m_later.start(); };
    connect(&desk, &Desk::changed, this, later);
    connect(&desk, &Desk::opened, this, later);
    connect(&desk, &Desk::closed, this, [this] {
        m_later.stop();
        refresh();
    });
    connect(&desk, &Desk::languageChanged, this, later);
}

void SyncModel::setDriver(client::SyncDriver* driver)
{
    m_driver = driver;
    m_limit = kPage;
    if (driver != nullptr)
        connect(driver, &client::SyncDriver::changed, this, [this] { m_later.start(); });
    emit changed();
}

void SyncModel::setOnline(bool online)
{
    m_online = online;
    m_later.start();
}

bool SyncModel::busy() const
{
    const auto phase = m_driver != nullptr ? m_driver->state().phase : core::Phase::offline;
    return phase == core::Phase::pushing || phase == core::Phase::pulling || phase == core::Phase::recovering;
}

bool SyncModel::heals() const { return m_driver != nullptr && m_driver->state().donating; }

QString SyncModel::dataText() const
{
    const auto bytes = m_driver != nullptr ? m_driver->bytesSent() + m_driver->bytesReceived() : 0;
    return QString::number((bytes + 1023) / 1024);
}

void SyncModel::connectNow()
{
    if (m_driver != nullptr)
        m_driver->syncNow();
    emit changed();
}

void SyncModel::resolveStuck()
{
    if (!m_stuck.isNil())
        m_navigator.goEdit(m_stuck);
}

void SyncModel::open(const QString& recordId)
{
    const RecordId family = m_book.familyOf(idOf(recordId));
    if (!family.isNil())
        m_navigator.goFamily(family);
}

void SyncModel::showMore()
{
    m_limit += kPage;
    refresh();
}

void SyncModel::refresh()
{
    m_later.stop();
    if (!m_desk.isOpen()) {
        m_places.setRows({});
        m_records.setRows({});
        m_last.clear();
        m_look.clear();
        m_stuckHeading.clear();
        m_stuck = {};
        emit changed();
        return;
    }
    const auto counts = m_desk.store().counts();
    const auto state = m_desk.store().syncState();
    const auto waiting = m_desk.store().waiting();
    m_waiting = counts ? static_cast<int>(counts->waiting) : 0;
    const auto looks = static_cast<int>(openLooks(m_book).size());
    m_look = looks > 0 ? tr("%n place(s) need a look", nullptr, looks) : QString();
    m_last = state && state->lastContact > 0
                 ? tr("Last connected %1").arg(momentText(state->lastContact, m_desk.today()))
                 : tr("Not connected yet");
    const auto saved = state ? state->saved : 0;
    const auto received = saved - std::min<std::uint64_t>(saved, static_cast<std::uint64_t>(m_waiting));
    m_places.setRows({{{"place", 0},
                       {"label", tr("This tablet")},
                       {"countText", QString::number(m_waiting)},
                       {"line", m_waiting > 0 ? tr("Goes by itself when there is a network") : tr("Nothing waits")}},
                      {{"place", 1},
                       {"label", tr("Township")},
                       {"countText", QStringLiteral("0")},
                       {"line", tr("Carries for you where it can")}},
                      {{"place", 2},
                       {"label", tr("Province")},
                       {"countText", QString::number(received)},
                       {"line", tr("Received, signed for")}}});
    refreshStuck(waiting ? *waiting : std::vector<store::OwnChange>{});
    refreshRecords();
    emit changed();
}

// One thing at a time, and the one that a person can do something about first.
void SyncModel::refreshStuck(const std::vector<store::OwnChange>& waiting)
{
    m_stuckHeading.clear();
    m_stuckLine.clear();
    m_stuck = {};
    const auto held = std::ranges::find(waiting, store::Place::heldBack, &store::OwnChange::place);
    if (held != waiting.end()) {
        m_stuckHeading = tr("One record waits for a person");
        m_stuckLine = heldBackSentence(held->reason);
        m_stuck = held->records.empty() ? RecordId{} : held->records.front();
    } else if (m_driver != nullptr && m_driver->trouble() && m_waiting > 0 && !busy()) {
        m_stuckHeading = tr("Why it has not gone yet");
        m_stuckLine = syncSentence(*m_driver->trouble());
    }
}

QString SyncModel::headingOf(const store::RecordView& view) const
{
    const RecordType* type = m_desk.catalogue().type(view.type);
    const FamilySummary* family = m_book.summary(m_book.familyOf(view.record));
    // Somebody may look over the shoulder: what is sealed has no name here, but for those who work with it.
    const QString kind = type == nullptr                 ? QString()
                         : m_desk.keepsQuietAbout(*type) ? tr("Kept apart")
                                                         : m_desk.label(type->label);
    return family != nullptr ? family->callName + QLatin1Char(' ') + kind : kind;
}

void SyncModel::refreshRecords()
{
    const auto changes = m_desk.store().recentChanges(m_limit + 1);
    Rows rows;
    std::set<RecordId> seen;
    m_hasMore = changes && changes->size() > m_limit;
    for (const auto& change : changes ? *changes : std::vector<store::OwnChange>{})
        for (const auto record : change.records) {
            if (rows.size() >= m_limit || !seen.insert(record).second)
                continue;
            const auto view = m_desk.store().view(record);
            const RecordType* type = view ? m_desk.catalogue().type(view->type) : nullptr;
            if (type == nullptr)
                continue;
            const QString heading = headingOf(*view);
            const QString when = momentText(change.saved, m_desk.today());
            const QString stuck = change.place == store::Place::heldBack ? heldBackSentence(change.reason) : QString();
            const QString where = placeNumber(change.place) == 0 ? tr("This tablet") : tr("The province has it");
            rows.push_back({{"recordId", idText(record)},
                            {"heading", heading},
                            {"whenText", when},
                            {"iconName", m_desk.keepsQuietAbout(*type) ? QStringLiteral("lock") : qs(type->icon)},
                            {"place", placeNumber(change.place)},
                            {"stateText", where},
                            {"stuckText", stuck},
                            {"accessibleText", dotted({heading, when, where, stuck})}});
        }
    m_records.setRows(rows);
}

} // namespace lianxin::ui

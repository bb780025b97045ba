// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/sync_model.hpp"

#include "app/viewmodel/fault_log.hpp"
#include "app/viewmodel/open_looks.hpp"
#include "app/viewmodel/sentences.hpp"
#include "app/viewmodel/telephones.hpp"
#include "app/viewmodel/waiting_rows.hpp"

#include <algorithm>
#include <utility>

namespace lianxin::ui {
namespace {

constexpr int kDelay = 60; // ms: many changes are one refresh
constexpr std::size_t kPage = 12;
constexpr std::size_t kFamilies = 8;

store::CarriedState carriedIn(const store::ReplicaStore& records)
{
    const auto state = records.carried();
    return state ? *state : store::CarriedState{};
}

// What a colleague's tablet carries is still here, and only here until more is heard.
Carriers carriersOf(const store::CarriedState& carried)
{
    return [carried](std::uint64_t number) {
        switch (carried.by(number)) {
        case store::CarriedBy::township: return Stop::township;
        case store::CarriedBy::neighbour: return Stop::neighbour;
        case store::CarriedBy::nobody: break;
        }
        return Stop::tablet;
    };
}

} // namespace

SyncModel::SyncModel(Desk& desk, FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_desk(desk), m_book(book), m_navigator(navigator), m_asked(book, navigator),
      m_places({{"place", 0}, {"label"}, {"countText"}, {"line"}}), m_records(whereRoles()), m_families(waitingRoles())
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
    m_mostFamilies = kFamilies;
    m_formsRefused = false;
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

bool SyncModel::heals() const
{
    if (m_driver == nullptr || !m_driver->state().donating || !m_desk.isOpen())
        return false;
    // The same phase brings what a twin's id was in the way of: that is sending.
    const auto donates = m_desk.store().isDonating();
    return (donates && *donates) || (m_driver->trouble() && m_driver->trouble()->code == Errc::epochChanged);
}

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

void SyncModel::setFormsRefused(bool refused)
{
    m_formsRefused = refused;
    m_later.start();
}

void SyncModel::resolveStuck()
{
    const auto action = m_fault ? explain(*m_fault).action : FaultAction::wait;
    if (action == FaultAction::connect || action == FaultAction::retry)
        connectNow();
    else if (action == FaultAction::call)
        dialTownship(m_desk, m_navigator);
}

void SyncModel::open(const QString& recordId) { openFamily(idText(m_book.familyOf(idOf(recordId)))); }

void SyncModel::openFamily(const QString& familyId)
{
    if (const RecordId family = idOf(familyId); !family.isNil())
        m_navigator.goFamily(family);
}

void SyncModel::showMore()
{
    m_limit += kPage;
    refresh();
}

void SyncModel::showMoreWaiting()
{
    m_mostFamilies += kFamilies;
    refresh();
}

void SyncModel::clear()
{
    for (auto* model : {&m_places, &m_records, &m_families})
        model->setRows({});
    for (auto* text : {&m_last, &m_look, &m_stuckHeading, &m_stuckLine, &m_stuckAction, &m_waitingText, &m_moreText})
        text->clear();
    m_fault.reset();
    m_waiting = m_neighbours = m_township = 0;
}

void SyncModel::refresh()
{
    m_later.stop();
    m_asked.refresh();
    if (!m_desk.isOpen()) {
        clear();
        emit changed();
        return;
    }
    const auto state = m_desk.store().syncState();
    m_waiting =
        state ? static_cast<int>(state->saved - std::min(state->saved, state->acknowledged) + state->restamped) : 0;
    const auto looks = static_cast<int>(openLooks(m_book).size());
    m_look = looks > 0 ? tr("%n place(s) need a look", nullptr, looks) : QString();
    m_last = state && state->lastContact > 0
                 ? tr("Last connected %1").arg(momentText(state->lastContact, m_desk.today()))
                 : tr("Not connected yet");
    refreshStuck();
    const auto carried = carriedIn(m_desk.store());
    refreshWaiting(carried);
    refreshPlaces(state ? std::min(state->saved, state->acknowledged) : 0, carried);
    refreshRecords();
    emit changed();
}

void SyncModel::refreshPlaces(std::uint64_t received, const store::CarriedState& carried)
{
    const int own = m_waiting - std::min(m_waiting, m_township);
    m_places.setRows({{{"place", 0},
                       {"label", stopWords(Stop::tablet)},
                       {"countText", QString::number(own)},
                       {"line", own == 0           ? tr("Nothing waits")
                                : m_neighbours > 0 ? tr("A tablet nearby carries %n of them too", nullptr, m_neighbours)
                                                   : tr("Goes by itself when there is a network")}},
                      {{"place", 1},
                       {"label", tr("Township")},
                       {"countText", QString::number(m_township)},
                       {"line", m_township > 0 ? tr("Taken over %1, on its way to the province")
                                                     .arg(momentText(carried.township.at, m_desk.today()))
                                               : tr("Carries for you where it can")}},
                      {{"place", 2},
                       {"label", tr("Province")},
                       {"countText", QString::number(received)},
                       {"line", tr("Received, signed for")}}});
}

Millis SyncModel::clockOffset() const
{
    const auto state = m_desk.store().syncState();
    return state ? state->clockOffset : 0;
}

// Asked and answered, and nothing but the directory is for this tablet.
bool SyncModel::hasNoGrant() const
{
    const auto state = m_desk.store().syncState();
    const auto partitions = m_desk.store().partitions();
    return state && state->lastContact > 0 && partitions &&
           std::ranges::none_of(*partitions, [](const store::PartitionView& partition) {
               return partition.granted && partition.partition != PartitionId::directory();
           });
}

// It had something once, and is now granted nothing at all, not even the directory.
bool SyncModel::isRevoked() const
{
    const auto partitions = m_desk.store().partitions();
    return partitions && !partitions->empty() && std::ranges::none_of(*partitions, &store::PartitionView::granted);
}

bool SyncModel::hasSealed() const
{
    const auto sealed = m_desk.store().hasSealed();
    return sealed && *sealed;
}

// One thing at a time: what stops everything before what is only worth knowing.
std::optional<Fault> SyncModel::findFault() const
{
    if (m_driver != nullptr && !m_online)
        return m_waiting > 0 ? std::optional(Fault::noNetwork) : std::nullopt;
    if (m_driver != nullptr && m_driver->trouble() && m_driver->trouble()->code == Errc::fork &&
        m_driver->state().restamps)
        return Fault::twin;
    if (m_driver != nullptr && m_driver->trouble())
        return syncFault(*m_driver->trouble(), m_driver->circumstance());
    if (!clockSentence(clockOffset()).isEmpty())
        return Fault::clockOff;
    if (hasNoGrant())
        return isRevoked() ? Fault::tabletRevoked : Fault::noGrant;
    if (hasSealed())
        return Fault::areaTaken;
    if (m_formsRefused)
        return Fault::badForms;
    return m_driver != nullptr ? healedFault(m_driver->healed()) : std::nullopt;
}

void SyncModel::refreshStuck()
{
    const auto before = std::exchange(m_fault, findFault());
    if (m_fault && m_fault != before && *m_fault != Fault::noNetwork) // that there is no network is every day
        noteFault(m_desk, *m_fault);
    m_stuckHeading.clear();
    m_stuckLine.clear();
    m_stuckAction.clear();
    if (!m_fault)
        return;
    const auto said = explain(*m_fault);
    m_stuckHeading = m_waiting > 0 ? tr("Why it has not gone yet") : tr("Good to know");
    m_stuckLine = *m_fault == Fault::clockOff ? clockSentence(clockOffset()) : said.sentence;
    if (said.action != FaultAction::wait)
        m_stuckAction = said.actionLabel;
}

void SyncModel::refreshWaiting(const store::CarriedState& carried)
{
    const auto changes = m_waiting > 0 ? m_desk.store().waiting()
                                       : Result<std::vector<store::OwnChange>>(std::vector<store::OwnChange>{});
    const auto groups = waitingGroups(m_book, changes ? *changes : std::vector<store::OwnChange>{}, m_mostFamilies,
                                      carriersOf(carried), m_fault ? m_stuckLine : QString());
    m_families.setRows(groups.families);
    m_neighbours = groups.neighbours;
    m_township = groups.township;
    m_waitingText = groups.records > 0 ? tr("%n record(s) on the way", nullptr, groups.records) : QString();
    m_moreText = groups.beyond > 0 ? tr("%n more family(ies)", nullptr, groups.beyond) : QString();
}

void SyncModel::refreshRecords()
{
    const auto changes = m_desk.store().recentChanges(m_limit + 1 + static_cast<std::size_t>(m_waiting));
    Rows rows;
    std::set<RecordId> seen;
    m_hasMore = false;
    for (const auto& change : changes ? *changes : std::vector<store::OwnChange>{}) {
        const bool received = change.place == store::Place::received;
        for (const auto record : change.records) {
            if (!seen.insert(record).second || !received || !m_desk.store().view(record))
                continue;
            m_hasMore = rows.size() >= m_limit;
            if (!m_hasMore)
                rows.push_back(whereRow(m_book, record, change, true));
        }
    }
    m_records.setRows(rows);
}

} // namespace lianxin::ui

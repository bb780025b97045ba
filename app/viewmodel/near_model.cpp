// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/near_model.hpp"

#include "app/viewmodel/sentences.hpp"
#include "app/viewmodel/telephones.hpp"

namespace lianxin::ui {
namespace {

using client::NearEnd;
using Reading = carry::NearReading::State;

constexpr std::chrono::milliseconds kLook = std::chrono::seconds(10); // between looks at the minutes that are left

// none: it went well, or a stranger on the network, which is nobody's concern.
std::optional<Fault> faultOf(NearEnd end)
{
    switch (end) {
    case NearEnd::met:
    case NearEnd::unreadable: return std::nullopt;
    case NearEnd::gone: return Fault::nearGone;
    case NearEnd::cut: return Fault::nearCut;
    case NearEnd::otherKey: return Fault::nearOtherKey;
    case NearEnd::foreign: return Fault::nearForeign;
    case NearEnd::own: return Fault::nearOwn;
    case NearEnd::newer: return Fault::nearNewer;
    case NearEnd::older: return Fault::nearOlder;
    case NearEnd::notKept: return Fault::nearRoom;
    }
    return Fault::nearCut;
}

std::optional<Fault> faultOf(Reading state)
{
    switch (state) {
    case Reading::foreign: return Fault::nearCode;
    case Reading::newer: return Fault::nearNewer;
    case Reading::slip: return Fault::nearSlip;
    case Reading::empty:
    case Reading::unfinished:
    case Reading::whole: break;
    }
    return std::nullopt;
}

} // namespace

NearModel::NearModel(Desk& desk, Navigator& navigator, std::function<QHostAddress()> host, QObject* parent)
    : QObject(parent), m_desk(desk), m_navigator(navigator), m_host(std::move(host))
{
    m_tick.setInterval(kLook);
    connect(&m_tick, &QTimer::timeout, this, &NearModel::changed);
    connect(&desk, &Desk::closed, this, &NearModel::leave);
    connect(&desk, &Desk::languageChanged, this, &NearModel::changed);
}

NearModel::~NearModel() { closeLines(); }

void NearModel::setParts(Parts parts)
{
    closeLines(); // they stand on what goes with the old ones
    m_parts = std::move(parts);
}

void NearModel::closeLines()
{
    m_tick.stop();
    m_visit.reset();
    m_door.reset();
    m_picture = {};
    m_code.clear();
}

void NearModel::turnTo(Step step)
{
    m_step = step;
    if (step != Stopped)
        m_fault.reset();
    if (step == Choose)
        m_note.clear();
    emit changed();
}

void NearModel::stop(Fault fault)
{
    m_fault = fault;
    turnTo(Stopped);
}

void NearModel::leave()
{
    closeLines();
    m_own.reset();
    m_place.reset();
    m_typed.clear();
    m_typedTrouble.clear();
    m_visiting = false;
    turnTo(Choose);
}

void NearModel::refresh() { emit changed(); }

// --- the tablet that waits

void NearModel::openDoor()
{
    closeLines();
    m_visiting = false;
    m_note.clear();
    const auto parts = m_parts ? m_parts() : std::nullopt;
    if (!parts)
        return stop(Fault::nearNotYet);
    m_door = std::make_unique<client::NearDoor>(*parts, nullptr, m_doorLife);
    const auto address = m_door->open(m_host());
    if (!address)
        return stop(Fault::nearNoNetwork);
    m_own = carry::placeOf(*address);
    if (const auto* hands = m_desk.shelf().hands; hands != nullptr && hands->writer != nullptr)
        m_picture = hands->writer->write(carry::nearText(*address));
    m_code = qs(carry::nearShort(*address).value_or(carry::nearText(*address)));
    connect(m_door.get(), &client::NearDoor::met, this, &NearModel::doorMet);
    connect(m_door.get(), &client::NearDoor::closed, this, [this] {
        if (m_step != Waiting)
            return;
        turnTo(Choose);
        m_note = tr("The minutes are over, and it has closed by itself. Nothing was lost");
        emit changed();
    });
    m_tick.start();
    turnTo(Waiting);
}

void NearModel::doorMet(const client::NearOutcome& outcome)
{
    if (m_step != Waiting)
        return;
    if (outcome.end == NearEnd::met)
        return done(outcome);
    if (const auto fault = faultOf(outcome.end)) {
        m_note = explain(*fault).sentence; // the door stays open: the next one may be who is waited for
        emit changed();
    }
}

QString NearModel::leftText() const
{
    if (m_door == nullptr || !m_door->isOpen())
        return {};
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(m_door->left()).count();
    return tr("Closes by itself in %n minute(s)", nullptr, static_cast<int>(minutes));
}

// --- the tablet that goes

void NearModel::goVisiting()
{
    closeLines();
    m_visiting = true;
    m_typed.clear();
    if (!canScan())
        return typeCode();
    turnTo(Choose);
    HandWish wish;
    wish.what = HandWish::What::code;
    m_navigator.goHands(wish, [this](const HandResult& result) {
        if (result.code)
            scanned(qs(result.code->text));
    });
}

void NearModel::scanned(const QString& text)
{
    const auto reading = carry::readNear(text.toStdString());
    if (reading.state != Reading::whole)
        return stop(faultOf(reading.state).value_or(Fault::nearCode));
    visit(reading.place);
}

void NearModel::typeCode()
{
    closeLines();
    m_visiting = true;
    read({});
    turnTo(Typing);
}

void NearModel::read(const QString& typed)
{
    m_typed = typed;
    const auto reading = carry::readNear(typed.toStdString());
    const auto fault = faultOf(reading.state);
    m_typedTrouble = fault ? explain(*fault).sentence : QString();
    m_place = reading.state == Reading::whole ? std::optional(reading.place) : std::nullopt;
    emit changed();
}

void NearModel::go()
{
    if (m_step == Typing && m_place)
        visit(*m_place);
}

bool NearModel::isOwn(const carry::NearPlace& place) const
{
    return m_own && m_own->host == place.host && m_own->port == place.port && m_own->mark == place.mark;
}

void NearModel::visit(const carry::NearPlace& place)
{
    if (isOwn(place))
        return stop(Fault::nearOwn);
    const auto parts = m_parts ? m_parts() : std::nullopt;
    if (!parts)
        return stop(Fault::nearNotYet);
    if (m_host().isNull())
        return stop(Fault::nearNoNetwork);
    turnTo(Going);
    m_visit = std::make_unique<client::NearVisit>(*parts);
    m_visit->go(place, [this](const client::NearOutcome& outcome) { visitMet(outcome); });
}

void NearModel::visitMet(const client::NearOutcome& outcome)
{
    if (m_step != Going)
        return;
    if (outcome.end == NearEnd::met)
        return done(outcome);
    stop(faultOf(outcome.end).value_or(Fault::nearGone));
}

// --- what came of it

void NearModel::done(const client::NearOutcome& outcome)
{
    m_outcome = outcome;
    m_note = outcome.noRoom ? explain(Fault::nearRoom).sentence
             : outcome.full ? explain(Fault::nearFull).sentence
                            : QString();
    const auto state = m_desk.isOpen() ? m_desk.store().syncState() : Result<store::SyncState>(store::SyncState{});
    if (m_note.isEmpty() && state) // a wrong clock stops nobody, and is told
        m_note = clockSentence(state->clockOffset);
    if (m_door != nullptr)
        m_door->close();
    m_tick.stop();
    turnTo(Done);
}

QString NearModel::heading() const
{
    if (m_outcome.full || m_outcome.noRoom)
        return tr("Not all of it found room");
    const bool isSome = m_outcome.given > 0 || m_outcome.taken > 0 || m_outcome.confirmed > 0;
    return isSome ? tr("Given and taken") : tr("Nothing new this time, both have it all");
}

QString NearModel::givenText() const
{
    if (m_outcome.full && m_outcome.given == 0) // the note says it
        return {};
    return m_outcome.given > 0
               ? tr("The tablet beside you carries %n of yours too", nullptr, static_cast<int>(m_outcome.given))
               : tr("Nothing new of yours to give");
}

QString NearModel::takenText() const
{
    if (m_outcome.noRoom && m_outcome.taken == 0)
        return {};
    return m_outcome.taken > 0 ? tr("This tablet carries %n for it", nullptr, static_cast<int>(m_outcome.taken))
                               : tr("Nothing new of theirs to take");
}

QString NearModel::confirmedText() const
{
    return m_outcome.confirmed > 0
               ? tr("It brought word: the province has %n of yours", nullptr, static_cast<int>(m_outcome.confirmed))
               : QString();
}

QString NearModel::actionLabel() const
{
    if (!m_fault)
        return {};
    const auto said = explain(*m_fault);
    return said.action == FaultAction::wait ? QString() : said.actionLabel;
}

void NearModel::resolve()
{
    if (!m_fault)
        return;
    if (explain(*m_fault).action == FaultAction::call)
        return dialTownship(m_desk, m_navigator);
    if (!m_visiting)
        return openDoor();
    if (!m_typed.isEmpty())
        return turnTo(Typing); // what was typed stays
    goVisiting();
}

void NearModel::again() { leave(); }

bool NearModel::stepBack()
{
    if (m_step == Choose || m_step == Done)
        return false;
    leave();
    return true;
}

} // namespace lianxin::ui

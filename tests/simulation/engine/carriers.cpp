// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/carriers.hpp"

#include "sync/client/signed_requests.hpp"
#include "sync/seal/chain.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/paths.hpp"

#include <algorithm>

namespace lianxin::sim::engine {

namespace {
constexpr std::size_t kRoundBytes = 64 * 1024;
constexpr std::size_t kMostOld = 12;
std::string who(const SimTablet& tablet) { return "T" + std::to_string(tablet.index); }
} // namespace

// Only every second seed that may has carriers, and they draw from chance in those alone: the others go as they always went.
Carriers::Carriers(History& history, Watch watch, const std::string& place, std::uint64_t seed, bool mayBeOn)
    : m(history), m_watch(std::move(watch)), m_isOn(mayBeOn && seed % 2 == 0)
{
    auto limits = store::kRelayLimits;
    if (seed % 4 == 0)
        limits.bytesOfOne = 4000; // soon full for one author: what it refused makes holes
    if (m_isOn)
        m_office = std::make_unique<SimOffice>(m.ground, place + "/office", m.time, limits);
}

SimTablet& Carriers::anyTablet()
{
    return *m.tablets[static_cast<std::size_t>(m.pick(static_cast<int>(m.tablets.size())))];
}

bool Carriers::isCalm(const SimTablet& tablet) const
{
    const auto phase = tablet.runner->state().phase;
    return phase == core::Phase::idle || phase == core::Phase::offline || phase == core::Phase::waiting;
}

int Carriers::indexOf(ReplicaId replica) const
{
    for (int i = 0; i < static_cast<int>(kPeople.size()); ++i)
        if (m.ground.person(i).replica == replica)
            return i;
    return -1;
}

carry::TabletCarry Carriers::carryOf(SimTablet& tablet) const
{
    return carry::TabletCarry({*tablet.store, tablet.who.replica, tablet.who.key, m.ground.certificateOf(tablet.index),
                               m.ground.trust(), m.ground.provinceBox(), tablet.clock, tablet.random()});
}

void Carriers::step()
{
    if (!m_isOn || !m.chance(25))
        return;
    const int what = m.pick(100);
    if (what < 30)
        toOffice(anyTablet());
    else if (what < 55)
        meet(anyTablet(), anyTablet());
    else if (what < 70)
        forward();
    else if (what < 82)
        bring(anyTablet());
    else if (what < 90)
        presentOld();
    else if (what < 95)
        presentForged(anyTablet());
    else
        touchOffice();
    if (!m.failed())
        judgeOffice();
}

// --- questions and answers, and what may happen to them

void Carriers::handOver(SimTablet& tablet, carry::TabletCarry::Carriers kind, const Taker& taker)
{
    auto carrying = carryOf(tablet);
    const auto exchange = must(carrying.toCarrier(kind));
    const auto life = tablet.life;
    for (const auto& envelope : exchange.request.envelopes)
        if (m.chance(30) && m_old.size() < kMostOld)
            m_old.push_back(envelope);
    const auto body = wire::encodeCarryRequest(exchange.request);
    const auto auth =
        seal::signRequest(tablet.who.key, tablet.who.replica, ++m_counters, "POST", wire::kPathCarry, body);
    const carry::Asked asked{auth, "POST", wire::kPathCarry, body};
    if (!m.calm && m.chance(10))
        return m.note(who(tablet) + "'s handing over is lost");
    auto reply = taker(exchange.request, asked);
    if (!m.calm && m.chance(10)) // heard twice
        if (auto again = taker(exchange.request, asked))
            reply = std::move(again);
    if (!reply || (!m.calm && m.chance(12)))
        return m.note(who(tablet) + " hears nothing of its handing over");
    if (tablet.life == life)
        heard(tablet, *reply, [&] { return carryOf(tablet).carrierAnswered(exchange, *reply); });
}

// A receipt that was brought counts like one from the province itself; dying under it, it was stored or it was not.
void Carriers::heard(SimTablet& tablet, const wire::CarryReply& reply, const std::function<Result<void>()>& store)
{
    auto goal = tablet.receipted;
    const auto count = [&](const core::Receipt& receipt) {
        if (receipt.replica == tablet.who.replica)
            goal = std::max(goal, receipt.held);
    };
    for (const auto& answer : reply.answers)
        if (answer.received)
            count(*answer.received);
    std::ranges::for_each(reply.receipts, count);
    Result<void> stored;
    const bool died = tablet.runMortal(m.calm || !m.chance(5) ? 0 : 1 + m.pick(20), [&] { stored = store(); });
    m.result.deaths += died;
    if (!died && !stored)
        return m.violated(who(tablet) + " cannot use a carrier's answer: " + stored.error().detail);
    const auto now = must(tablet.store->syncState()).acknowledged;
    if (now != goal && !(died && now == tablet.receipted))
        m.violated("C1 " + who(tablet) + " says received up to " + std::to_string(now) + ", its carriers brought " +
                   std::to_string(goal));
    tablet.receipted = now;
    m_watch.tabletChanged(tablet);
}

void Carriers::noteSigned(Numbers& numbers, const wire::CarryRequest& request, const wire::CarryReply& reply)
{
    for (std::size_t i = 0; i < reply.answers.size(); ++i) {
        const auto& carried = reply.answers[i].carried;
        if (!carried)
            continue;
        const auto label = must(seal::parseCarried(request.envelopes[i])).label;
        for (auto number = label.first; number <= label.last; ++number)
            numbers[indexOf(label.replica)].insert(number);
        if (&numbers == &m_byOffice)
            m_taken.push_back(label);
    }
}

std::optional<wire::CarryReply> Carriers::officeTakes(const wire::CarryRequest& request, const carry::Asked& asked)
{
    Result<wire::CarryReply> reply = fail(Errc::internal, "not asked");
    const bool died = m_office->runMortal(m.calm || !m.chance(8) ? 0 : 1 + m.pick(30),
                                          [&] { reply = m_office->carrier().take(request, asked); });
    m.result.deaths += died;
    m.note("the office " + std::string(died ? "dies under " : "takes ") + std::to_string(request.envelopes.size()));
    if (died)
        return std::nullopt;
    if (!reply) {
        m.violated("C2 the office refused an honest question: " + reply.error().detail);
        return std::nullopt;
    }
    noteSigned(m_byOffice, request, *reply);
    return std::move(*reply);
}

std::optional<wire::CarryReply> Carriers::tabletTakes(SimTablet& tablet, const wire::CarryRequest& request,
                                                      const carry::Asked& asked)
{
    Result<wire::CarryReply> reply = fail(Errc::internal, "not asked");
    const bool died = tablet.runMortal(m.calm || !m.chance(8) ? 0 : 1 + m.pick(30),
                                       [&] { reply = carryOf(tablet).take(request, asked); });
    m.result.deaths += died;
    m.note(who(tablet) + (died ? " dies under " : " takes ") + std::to_string(request.envelopes.size()));
    if (died)
        return std::nullopt;
    if (!reply) {
        m.violated("C2 " + who(tablet) + " refused an honest colleague: " + reply.error().detail);
        return std::nullopt;
    }
    noteSigned(m_byTablets, request, *reply);
    return std::move(*reply);
}

void Carriers::toOffice(SimTablet& tablet)
{
    handOver(
        tablet, carry::TabletCarry::Carriers::township,
        [this](const wire::CarryRequest& request, const carry::Asked& asked) { return officeTakes(request, asked); });
}

void Carriers::meet(SimTablet& one, SimTablet& other)
{
    if (&one == &other)
        return;
    for (auto [giver, taker] : {std::pair(&one, &other), std::pair(&other, &one)})
        if (!m.failed())
            handOver(*giver, carry::TabletCarry::Carriers::neighbour,
                     [this, to = taker](const wire::CarryRequest& request, const carry::Asked& asked) {
                         return tabletTakes(*to, request, asked);
                     });
}

// --- to the province

std::optional<wire::CarryReply> Carriers::atProvince(wire::CarryRequest request, const seal::SignKey& key, ReplicaId id,
                                                     std::uint64_t counter)
{
    auto packed = wire::pack(wire::encodeCarryRequest(request));
    server::HttpRequest http;
    http.method = "POST";
    http.path = wire::kPathCarry;
    http.encoding = packed.encoding;
    http.body = std::move(packed.bytes);
    http.peer = "192.0.2.2";
    http.auth = seal::formatAuth(seal::signRequest(key, id, counter, "POST", wire::kPathCarry, http.body));
    Death death;
    if (!m.calm && m.chance(8)) {
        death.afterCommit = m.chance(40);
        death.atWrite = death.afterCommit ? 0 : 1 + m.pick(60);
    }
    const auto said = m.server->handle(http, death);
    m.result.deaths += !said;
    learn();
    m_watch.serverChanged();
    if (!said || (!m.calm && m.chance(10)))
        return std::nullopt; // dead, or its answer is lost
    if (said->status != 200) {
        m.violated("C2 the province refused a carrier: " + std::to_string(said->status));
        return std::nullopt;
    }
    return must(wire::decodeCarryReply(must(wire::unpack(said->body, said->encoding, wire::kMaxCarryReplyBytes))));
}

void Carriers::learn()
{
    for (int i = 0; i < static_cast<int>(kPeople.size()); ++i) {
        const auto row = must(m.server->province().store().replica(m.ground.person(i).replica));
        auto& held = m.held[static_cast<std::size_t>(i)];
        while (row && held < row->held) {
            const OracleDot dot{i, ++held};
            if (m.foreseen.count(dot) > 0) {
                m.oracle.changeset(dot).quarantined = true;
                m.pending.insert(dot);
                ++m.result.quarantined;
            } else {
                m.applied(dot);
            }
        }
    }
}

void Carriers::forward()
{
    const auto load = must(m_office->carrier().toProvince(kRoundBytes));
    if (load.request.envelopes.empty())
        return;
    const auto& office = m.ground.office();
    const auto reply = atProvince(load.request, office.key, office.id, m_office->nextCounter());
    m.note("the office brings " + std::to_string(load.items.size()) + (reply ? "" : " and hears nothing"));
    if (!reply || m.failed())
        return;
    Result<void> stored;
    const bool died = m_office->runMortal(m.calm || !m.chance(8) ? 0 : 1 + m.pick(20),
                                          [&] { stored = m_office->carrier().provinceAnswered(load, *reply); });
    if (!died && !stored)
        m.violated("C2 the office cannot use the province's answer: " + stored.error().detail);
}

// As the driver does: after its own, with nothing else under way.
void Carriers::bring(SimTablet& tablet)
{
    if (tablet.runner->state().phase != core::Phase::idle || !tablet.linkUp)
        return;
    const auto load = must(carryOf(tablet).toProvince());
    if (load.request.envelopes.empty())
        return;
    const auto header = must(client::signedRequests(*tablet.store, tablet.who.replica, tablet.who.key)(
        "POST", wire::kPathCarry, {})); // takes the next counter
    const auto reply =
        atProvince(load.request, tablet.who.key, tablet.who.replica, must(seal::parseAuth(header)).counter);
    m.note(who(tablet) + " brings " + std::to_string(load.items.size()) + (reply ? "" : " and hears nothing"));
    if (!reply || m.failed())
        return;
    const bool died = tablet.runMortal(m.calm || !m.chance(5) ? 0 : 1 + m.pick(20),
                                       [&] { std::ignore = carryOf(tablet).provinceAnswered(load, *reply); });
    m.result.deaths += died;
    m_watch.tabletChanged(tablet);
}

// --- what is old, false or gone

void Carriers::presentOld()
{
    if (m_old.empty())
        return;
    const auto& envelope = m_old[static_cast<std::size_t>(m.pick(static_cast<int>(m_old.size())))];
    const auto& office = m.ground.office();
    m.note("an old envelope comes again");
    std::ignore = atProvince({{}, {envelope}, {}}, office.key, office.id, m_office->nextCounter());
}

// Answers that nobody signed, or that the wrong one did: as if nothing had been said.
void Carriers::presentForged(SimTablet& tablet)
{
    auto carrying = carryOf(tablet);
    const auto exchange = must(carrying.toCarrier(carry::TabletCarry::Carriers::neighbour));
    if (exchange.own.empty())
        return;
    const auto& own = exchange.own.back();
    const auto& office = m.ground.office();
    wire::CarryReply reply;
    reply.answers.resize(exchange.request.envelopes.size());
    auto& answer = reply.answers[exchange.own.size() - 1];
    const bool playsProvince = m.chance(50);
    if (playsProvince) {
        answer.received =
            seal::signReceipt(office.key, own.label.epoch, own.label.replica, own.label.last, own.label.head);
    } else { // a colleague signs in the office's name
        answer.carried = seal::signCarriedReceipt(m.ground.person((tablet.index + 1) % 4).key, own);
        reply.certificate = seal::certificateText(office.certificate);
    }
    m.note(who(tablet) + " is told " + (playsProvince ? "a false receipt" : "by somebody that the office has it"));
    std::ignore = carrying.carrierAnswered(exchange, reply);
    m_watch.tabletChanged(tablet);
}

void Carriers::touchOffice()
{
    const int what = m.pick(3);
    m.note(what == 0 ? "the office dies" : what == 1 ? "the office starts again" : "the office loses its disk");
    m.result.deaths += what == 0;
    if (what == 0)
        m_office->kill();
    else if (what == 1)
        m_office->restart();
    else
        m_office->loseDisk();
    if (what == 2)
        m_taken.clear(); // nobody lost a word by it: every author still has its own
}

} // namespace lianxin::sim::engine

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/carry_driver.hpp"

#include "sync/client/signed_requests.hpp"
#include "sync/seal/sealed_segment.hpp"
#include "sync/wire/carry_messages.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/shelf_messages.hpp"

#include <algorithm>

namespace lianxin::client {

namespace {

using namespace std::chrono_literals;

// Between two attempts while the province stays away; longer each time that no office answers: nobody's battery is for knocking.
constexpr std::chrono::milliseconds kPause = 60s;
constexpr int kMostDoublings = 4;
constexpr int kMostRounds = 40; // of one attempt: 120 MB
constexpr Millis kDay = 24LL * 3600 * 1000;
constexpr std::string_view kRelaysNote = "relays";
constexpr std::string_view kCertificateNote = "own certificate";

struct KnownRelays {
    Millis asked{0};
    std::vector<std::string> certificates;
};

// "<when asked>\n" and the answer as it came.
KnownRelays knownRelays(const store::ReplicaStore& store)
{
    KnownRelays known;
    const auto note = store.note(kRelaysNote);
    if (!note || !note->has_value())
        return known;
    const auto& text = **note;
    const auto end = text.find('\n');
    if (end == std::string::npos)
        return known;
    known.asked = QByteArray::fromStdString(text.substr(0, end)).toLongLong();
    if (auto read = wire::decodeRelays(std::string_view(text).substr(end + 1)))
        known.certificates = std::move(*read);
    return known;
}

bool isNoLink(Errc code) { return code == Errc::offline || code == Errc::stranger || code == Errc::busy; }

} // namespace

CarryDriver::CarryDriver(Parts parts, QObject* parent) : QObject(parent), m(std::move(parts))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] { ownChanged(); });
    // Not from inside the driver's own step: it is not finished yet.
    connect(&m.driver, &SyncDriver::changed, this, &CarryDriver::ownChanged, Qt::QueuedConnection);
    m.driver.setErrand([this](std::function<void()> then) { errand(std::move(then)); });
}

CarryDriver::~CarryDriver() { m.driver.setErrand({}); }

carry::TabletCarry* CarryDriver::carry()
{
    if (m_carry || m.box.isNil())
        return m_carry.get();
    auto certificate = ownCertificate();
    if (certificate)
        m_carry = std::make_unique<carry::TabletCarry>(carry::TabletCarry::Parts{
            m.store, m.identity.replica, *m.identity.key, std::move(*certificate), m.trust, m.box, m.clock, m.random});
    return m_carry.get();
}

std::optional<NearParts> CarryDriver::nearParts()
{
    if (carry() == nullptr)
        return std::nullopt;
    return NearParts{*m_carry, m.store, m.identity.replica, m.identity.key, m.random};
}

void CarryDriver::become(ReplicaId replica)
{
    m.identity.replica = replica;
    m_stale = m_busy;
    if (!m_busy)
        m_carry.reset();
}

// A province's directory has thousands: looked through once, not at each unlock.
std::optional<seal::Certificate> CarryDriver::ownCertificate()
{
    if (const auto note = m.store.note(kCertificateNote); note && note->has_value()) {
        const auto kept = seal::parseCertificate(**note);
        if (kept && kept->subject == m.identity.replica.text() && kept->signKey == m.identity.key->publicKey() &&
            seal::verifyCertificate(m.trust.issuer.issuer, *kept))
            return *kept;
    }
    auto found = m.certificate();
    if (found)
        (void)m.store.putNote(kCertificateNote, seal::certificateText(*found));
    return found;
}

Authorise CarryDriver::authorise() { return signedRequests(m.store, m.identity.replica, *m.identity.key); }

// --- to an office

bool CarryDriver::wants() const
{
    const auto& state = m.driver.state();
    const bool away = state.phase == core::Phase::offline ||
                      (state.phase == core::Phase::waiting && m.driver.trouble() && isNoLink(m.driver.trouble()->code));
    if (!away)
        return false;
    const auto segments = m.store.segmentProgress();
    return state.saved > state.acknowledged || (segments && segments->missing > 0);
}

void CarryDriver::ownChanged()
{
    if (!m_busy && !m_again.isActive() && wants())
        handOver();
}

std::vector<QUrl> CarryDriver::relays() const
{
    auto addresses = m_extra;
    for (const auto& text : knownRelays(m.store).certificates) {
        const auto certificate = carry::carrierOf(text, m.trust);
        if (certificate && certificate->kind == seal::CertificateKind::relay)
            addresses.emplace_back(QString::fromStdString(certificate->subject));
    }
    return addresses;
}

void CarryDriver::handOver()
{
    if (m_busy)
        return;
    if (carry() != nullptr)
        m_left = relays();
    if (m_left.empty()) {
        m_again.start(kPause);
        return;
    }
    m_busy = true;
    m_rounds = 0;
    std::ranges::reverse(m_left);
    tryNext();
}

void CarryDriver::tryNext()
{
    if (m_left.empty())
        return finish(false);
    auto exchange = m_carry->toCarrier(carry::TabletCarry::Carriers::township);
    if (!exchange)
        return finish(false);
    if (!m_transport || m_transport->base() != m_left.back())
        m_transport = std::make_unique<HttpTransport>(m_left.back(), m.ca);
    auto body = wire::encodeCarryRequest(exchange->request);
    exchange->request.envelopes.clear();
    m_transport->post(wire::kPathCarry, std::move(body), authorise(),
                      [this, sent = std::move(*exchange)](const HttpAnswer& answer) { answered(sent, answer); });
}

void CarryDriver::answered(const carry::TabletCarry::Exchange& exchange, const HttpAnswer& answer)
{
    const auto reply = answer.status == 200 ? wire::decodeCarryReply(answer.body)
                                            : Result<wire::CarryReply>(fail(Errc::offline, "no answer"));
    const auto stored = reply ? m_carry->carrierAnswered(exchange, *reply) : Result<void>(reply.error());
    if (!stored) {
        m_left.pop_back(); // another office, perhaps
        return tryNext();
    }
    emit changed();
    const bool tookSome = std::ranges::any_of(reply->answers, [](const auto& one) { return one.carried.has_value(); });
    if (exchange.more && tookSome && ++m_rounds < kMostRounds)
        return tryNext();
    fetchSegment();
}

// --- from an office

void CarryDriver::fetchSegment()
{
    const auto next = m.store.nextSegments(1);
    if (!next || !*next || (*next)->wants.empty())
        return finish(true);
    m_sealed.clear();
    askPart((*next)->wants.front());
}

void CarryDriver::askPart(const core::SegmentWant& want)
{
    const wire::ShelfAsk ask{seal::certificateText(m_carry->certificate()), seal::sealedSegmentName(want.hash),
                             m_sealed.size()};
    m_transport->post(wire::kPathShelfPart, wire::encodeShelfAsk(ask), authorise(),
                      [this, want](const HttpAnswer& answer) { partCame(want, answer); });
}

void CarryDriver::partCame(const core::SegmentWant& want, const HttpAnswer& answer)
{
    const bool isEnd = answer.status == 404 && !m_sealed.empty(); // it ended with the part before
    if (answer.status == 200)
        m_sealed += answer.body;
    const bool isTooMuch = m_sealed.size() > wire::kMaxSegmentBytes + seal::kSealedSegmentOverhead;
    if ((answer.status != 200 && !isEnd) || isTooMuch || (answer.status == 200 && answer.body.empty()))
        return finish(true); // the office has it not, or not yet
    if (!isEnd && answer.body.size() >= wire::kMaxShelfPart)
        return askPart(want);
    if (!storeSegment(want))
        return finish(true);
    emit changed();
    fetchSegment();
}

// Opened with the hash that the province signed: what was changed on the way does not open, and is as if it had not come.
bool CarryDriver::storeSegment(const core::SegmentWant& want)
{
    const auto bytes = seal::openSegment(want.hash, m_sealed);
    if (!bytes || bytes->size() <= want.offset || !m.store.storeParts({{want, bytes->substr(want.offset)}}))
        return false;
    const auto progress = m.store.segmentProgress();
    return progress && (progress->missing > 0 || m.store.loadSegments());
}

// --- the end of an attempt

void CarryDriver::finish(bool reached)
{
    m_left.clear();
    m_busy = false;
    if (std::exchange(m_stale, false))
        m_carry.reset();
    m_failures = reached ? 0 : std::min(m_failures + 1, kMostDoublings);
    m_again.start(kPause * (1 << m_failures));
    if (reached)
        emit changed();
}

// --- to the province, for others

void CarryDriver::errand(std::function<void()> then)
{
    if (carry() == nullptr)
        return then();
    m_rounds = 0;
    bring([this, next = std::move(then)]() mutable { askRelays(std::move(next)); });
}

void CarryDriver::bring(std::function<void()> then)
{
    auto load = m_carry->toProvince();
    if (!load || load->request.envelopes.empty() || ++m_rounds > kMostRounds)
        return then();
    auto body = wire::encodeCarryRequest(load->request);
    load->request.envelopes.clear();
    m.province.post(wire::kPathCarry, std::move(body), authorise(),
                    [this, sent = std::move(*load), next = std::move(then)](const HttpAnswer& answer) mutable {
                        const auto reply = answer.status == 200 ? wire::decodeCarryReply(answer.body)
                                                                : Result<wire::CarryReply>(fail(Errc::offline, {}));
                        if (!reply || !m_carry->provinceAnswered(sent, *reply))
                            return next(); // with the next pull
                        bring(std::move(next));
                    });
}

void CarryDriver::askRelays(std::function<void()> then)
{
    const auto known = knownRelays(m.store);
    const auto now = m.clock.now();
    // A clock that jumps back asks once more, no harm.
    if (known.asked != 0 && known.asked <= now && now - known.asked < kDay)
        return then();
    m.province.get(wire::kPathRelays, authorise(), [this, now, next = std::move(then)](const HttpAnswer& answer) {
        if (answer.status == 200 && wire::decodeRelays(answer.body))
            (void)m.store.putNote(kRelaysNote, std::to_string(now) + "\n" + answer.body);
        next();
    });
}

} // namespace lianxin::client

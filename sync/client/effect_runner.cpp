// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/effect_runner.hpp"

#include "sync/client/signed_requests.hpp"
#include "sync/core/tuning.hpp"
#include "sync/seal/chain.hpp"
#include "sync/seal/segment_seal.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"
#include "sync/wire/segment_messages.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace lianxin::client {
namespace {

// Bytes of whole segments that become rows while others are on their way: 190,000 records, in a few seconds. Only the first load of a store
// fills it without indexes.
constexpr std::uint64_t kLoadAtOnce = 8 * 1024 * 1024;
constexpr std::uint32_t kMostOffers = 3;

// No error reply of ours: who spoke, as far as the status tells.
Cause strangerBehind(int status)
{
    constexpr int kProxyAsks = 407;
    return status == kProxyAsks ? Cause::proxyAsks : status >= 300 && status < 400 ? Cause::signInPage : Cause::gateway;
}

} // namespace

EffectRunner::EffectRunner(store::ReplicaStore& store, SyncIdentity identity, RandomSource& random, const Clock& clock,
                           Ports ports)
    : m_store(store), m_identity(identity), m_random(random), m_clock(clock), m_ports(std::move(ports))
{}

Result<void> EffectRunner::start()
{
    LIANXIN_TRY(const auto stored, m_store.syncState());
    m_state.saved = stored.saved;
    m_state.acknowledged = stored.acknowledged;
    purge(); // what a death cut short
    LIANXIN_TRY(const bool donates, m_store.isDonating());
    LIANXIN_TRY(const bool restamps, m_store.hasRestamped());
    m_state.donating = donates || restamps;
    return {};
}

void EffectRunner::purge()
{
    for (bool more = true; more;) {
        const auto done = m_store.purgeSome();
        if (!done)
            m_trouble = done.error();
        more = done && *done;
    }
    if (!m_trimming)
        return;
    if (const auto trimmed = m_store.trimSome(m_trimming->keep); !trimmed)
        m_trouble = trimmed.error();
}

void EffectRunner::askForMark(core::PullRequest& request)
{
    if (!m_trimming)
        return;
    const auto wants = m_store.wantsMark(m_trimming->pause);
    request.wantsMark = wants && *wants; // an error will come again
}

// What is not signed is as if it had not been said; nothing waits for it.
void EffectRunner::noteMark(const core::PullRequest& asked, core::PullReply& reply)
{
    if (!asked.wantsMark)
        return;
    if (reply.backup && !seal::verifyMark(m_identity.server, reply.epoch, m_identity.replica, *reply.backup))
        reply.backup.reset();
    if (const auto noted = m_store.noteMark(reply); !noted)
        m_trouble = noted.error();
}

void EffectRunner::dispatch(const core::Event& event)
{
    std::array<std::uint8_t, 2> dice{};
    m_random.fill(dice);
    const auto jitter = static_cast<std::uint32_t>((dice[0] << 8U | dice[1]) % 1000);
    for (const auto& effect : core::step(m_state, event, jitter))
        run(effect);
}

void EffectRunner::run(const core::Effect& effect)
{
    if (const auto* push = std::get_if<core::effect::SendPush>(&effect))
        sendPush(push->budget);
    else if (const auto* pull = std::get_if<core::effect::SendPull>(&effect))
        sendPull(pull->budget);
    else if (const auto* donation = std::get_if<core::effect::SendDonation>(&effect))
        sendDonation(donation->budget);
    else if (const auto* timer = std::get_if<core::effect::StartTimer>(&effect))
        m_ports.startTimer(timer->delay);
    else if (std::holds_alternative<core::effect::StopTimer>(effect))
        m_ports.stopTimer();
    else if (std::holds_alternative<core::effect::Carry>(effect))
        carryOne();
    else
        m_ports.changed();
}

Authorise EffectRunner::authorise() { return signedRequests(m_store, m_identity.replica, *m_identity.key); }

// What was announced as segments comes first, then what changed since.
void EffectRunner::sendPull(std::uint32_t budget)
{
    const auto progress = m_store.segmentProgress();
    const auto wants = m_store.nextSegments(budget);
    if (!progress || !wants)
        return failed(progress ? wants.error() : progress.error());
    if (*wants) {
        askForSegments(**wants);
        // While the next ones are on their way.
        if (progress->ready >= kLoadAtOnce)
            std::ignore = loadSegments(); // an error will come again when nothing is on its way
        return;
    }
    if (progress->ready > 0)
        if (const auto loaded = loadSegments(); !loaded)
            return failed(loaded.error());
    askForChanges(budget);
}

void EffectRunner::askForChanges(std::uint32_t budget)
{
    auto request = m_store.nextPull(budget);
    if (!request)
        return failed(request.error());
    if (m_listCursors)
        request->unchanged.reset();
    // Rows of an epoch before mean their old vector until frames replaced them: segments would speak of an earlier moment (PROTOCOL 9).
    const auto refilling = m_store.isRefilling();
    if (!refilling)
        return failed(refilling.error());
    if (m_framesOnly || *refilling)
        request->segments = 0;
    askForMark(*request);
    auto body = wire::encodePullRequest(*request);
    m_ports.post(wire::kPathPull, std::move(body), authorise(),
                 [this, asked = std::move(*request)](const HttpAnswer& answer) { pullAnswered(asked, answer); });
}

void EffectRunner::pullAnswered(const core::PullRequest& asked, const HttpAnswer& answer)
{
    if (answer.status != 200 && answer.status != 0 && asked.unchanged) {
        const auto error = wire::decodeErrorReply(answer.body);
        if (error && error->code == wire::kCodeCursorsUnknown) {
            m_listCursors = true;
            return askForChanges(asked.budget);
        }
    }
    if (!isGood(answer))
        return;
    m_listCursors = false;
    auto reply = wire::decodePullReply(answer.body, asked);
    if (!reply)
        return unreadable("pull reply: ", reply.error(), answer);
    noteServerTime(reply->serverTime);
    const bool offers = !reply->manifests.empty();
    if (!areSigned(reply->manifests)) {
        giveUpSegments("an offer that is not signed by the server");
        reply->manifests.clear();
    }
    const auto records = m_store.applyPull(*reply);
    if (!records)
        return failed(records.error(), {}, {Cause::badFrame, answer.status});
    m_trouble.reset();
    noteMark(asked, *reply);
    purge();
    if (!records->empty())
        m_ports.recordsReceived(*records);
    const auto pulled = [this, done = core::event::Pulled{reply->more || offers, answer.took, reply->held}] {
        dispatch(done);
    };
    // People's records go first: the forms wait until nothing more is to be had just now.
    if (reply->more || offers)
        return pulled();
    const auto others = [this, pulled] { m_ports.errand ? m_ports.errand(pulled) : pulled(); };
    if (answer.formsVersion > m_forms && m_ports.get)
        return fetchForms(answer.formsVersion, others);
    others();
}

bool EffectRunner::areSigned(const std::vector<core::SegmentManifest>& manifests) const
{
    return std::ranges::all_of(manifests, [this](const core::SegmentManifest& manifest) {
        return manifest.suite == core::kSegmentSuite && seal::verifyManifest(m_identity.server, manifest);
    });
}

void EffectRunner::askForSegments(const core::SegmentRequest& request)
{
    auto blocks = request;
    blocks.blocks = true;
    auto body = wire::encodeSegmentRequest(blocks);
    m_ports.post(wire::kPathSegment, std::move(body), authorise(),
                 [this, asked = std::move(blocks)](const HttpAnswer& answer) { segmentsAnswered(asked, answer); });
}

// A link that breaks in the middle of an answer: what came until then need not come again. A segment's own hash has the last word.
void EffectRunner::keepBegun(const core::SegmentRequest& asked, const HttpAnswer& answer)
{
    const auto parts = wire::decodeBegunParts(answer.begun, asked);
    m_kept = !parts.empty() && m_store.storeParts(parts).has_value();
}

void EffectRunner::segmentsAnswered(const core::SegmentRequest& asked, const HttpAnswer& answer)
{
    const auto goOn = [&] { dispatch(core::event::Pulled{true, answer.took, m_state.acknowledged}); };
    if (answer.status == 0)
        keepBegun(asked, answer);
    if (answer.status != 200 && answer.status != 0) {
        const auto error = wire::decodeErrorReply(answer.body);
        if (error && wire::errcOf(*error) == Errc::notFound) {
            // Made anew meanwhile, or a village less: the next pull says what there is. Not for ever.
            m_bytesSent += answer.sentBytes;
            m_bytesReceived += answer.receivedBytes;
            m_framesOnly = ++m_notThere >= kMostOffers;
            if (const auto dropped = m_store.dropSegments("not there any more"); !dropped)
                return failed(dropped.error());
            return goOn();
        }
    }
    if (!isGood(answer))
        return;
    const auto parts = wire::decodeParts(answer.body, asked);
    if (!parts)
        return unreadable("segments: ", parts.error(), answer);
    m_notThere = 0;
    if (const auto stored = m_store.storeParts(*parts); !stored) {
        if (stored.error().code != Errc::invalidInput)
            return failed(stored.error());
        giveUpSegments(stored.error().detail);
    }
    m_trouble.reset();
    goOn();
}

Result<void> EffectRunner::loadSegments()
{
    const auto records = m_store.loadSegments();
    if (records) {
        if (!records->empty())
            m_ports.recordsReceived(*records);
        return {};
    }
    const auto code = records.error().code;
    if (code != Errc::invalidInput && code != Errc::protocol && code != Errc::upgradeNeeded)
        return records.error();
    giveUpSegments(records.error().detail);
    return {};
}

// Never a reason to stand still.
void EffectRunner::giveUpSegments(const std::string& why)
{
    m_framesOnly = true;
    m_healed = Cause::badSegment;
    if (const auto dropped = m_store.dropSegments(why); !dropped)
        m_trouble = dropped.error();
}

void EffectRunner::carryOne()
{
    const auto stored = m_store.syncState();
    auto request = stored && m_afterText != nullptr ? m_afterText->next(stored->epoch) : std::nullopt;
    if (!request)
        return dispatch(core::event::Carried{false, {}});
    m_ports.post(request->path, std::move(request->body), authorise(),
                 [this](const HttpAnswer& answer) { carried(answer); });
}

// A link that broke is waited for as always. A server that will have none of it is the attachments' own trouble: words go on.
void EffectRunner::carried(const HttpAnswer& answer)
{
    m_afterText->answered(answer); // which also counts its bytes: those of words are counted apart
    if (answer.status != 200) {
        const auto error = answer.status != 0 ? wire::decodeErrorReply(answer.body)
                                              : Result<wire::ErrorReply>(fail(answer.failure, "no whole answer"));
        const auto code = error ? wire::errcOf(*error) : answer.status == 0 ? answer.failure : Errc::offline;
        if (code == Errc::offline || code == Errc::stranger || code == Errc::busy || code == Errc::epochChanged ||
            code == Errc::fork)
            return failed(fail(code, "attachments"), answer.retryAfter);
    } else {
        m_trouble.reset();
    }
    dispatch(core::event::Carried{true, answer.took});
}

// Between the answer to a pull and what the engine does next: one request at a time. What does not come is asked for with the next pull; what
// comes and is refused is not asked for again before the next unlock.
void EffectRunner::fetchForms(std::uint32_t version, std::function<void()> then)
{
    m_ports.get(wire::kPathForms, authorise(), [this, version, next = std::move(then)](const HttpAnswer& answer) {
        m_bytesReceived += answer.receivedBytes;
        if (answer.status == 200) {
            m_forms = version;
            m_ports.formsReceived(answer.body);
        }
        next();
    });
}

bool EffectRunner::isGood(const HttpAnswer& answer)
{
    m_bytesSent += answer.sentBytes;
    m_bytesReceived += answer.receivedBytes;
    if (answer.status == 200)
        return true;
    if (answer.status == 0) {
        failed(fail(answer.failure, "no whole answer"), {}, {answer.cause, 0}, answer.receivedBytes);
        return false;
    }
    const auto error = wire::decodeErrorReply(answer.body);
    if (error && error->code == wire::kCodeCounterBehind) {
        std::ignore = m_store.skipRequestCounters(); // an error will come again
        // Bodies with one chain would never find out about each other, and overtake each other's counters for good.
        if (std::exchange(m_skipped, true) && m_owner != nullptr && !m_forked) {
            failed(fail(Errc::fork, "somebody else gives counters of this id"));
            return false;
        }
    }
    if (error && error->epoch)
        m_announced = error->epoch;
    auto wait = answer.retryAfter;
    if (error && error->retryAfter)
        wait = std::chrono::seconds(*error->retryAfter);
    // An answer that is no error reply comes from something in between, not from our server: try again.
    failed(error ? fail(wire::errcOf(*error), error->detail)
                 : fail(Errc::offline, "status " + std::to_string(answer.status)),
           wait, {error ? Cause::refusal : strangerBehind(answer.status), answer.status});
    return false;
}

// 200 and yet no answer of the protocol: something in between spoke (a sign-in page of a network), or the rest was lost. It is treated as no
// answer and asked again (PROTOCOL section 10); only a later version of the protocol needs a person.
void EffectRunner::unreadable(const char* what, const Error& error, const HttpAnswer& answer)
{
    const auto cause = answer.body.starts_with('<') ? Cause::signInPage : Cause::unreadable;
    failed({error.code == Errc::upgradeNeeded ? error.code : Errc::offline, what + error.detail}, {},
           {cause, answer.status});
}

void EffectRunner::failed(Error error, std::chrono::milliseconds retryAfter, Circumstance circumstance,
                          std::size_t received)
{
    const auto code = error.code;
    m_forked = m_forked || (code == Errc::fork && m_owner != nullptr);
    m_trouble = std::move(error);
    m_circumstance = circumstance;
    dispatch(core::event::RequestFailed{code, retryAfter, received, std::exchange(m_kept, false)});
}

void EffectRunner::noteServerTime(Millis serverTime)
{
    m_clockOffset = std::chrono::milliseconds(serverTime - m_clock.now());
}

} // namespace lianxin::client

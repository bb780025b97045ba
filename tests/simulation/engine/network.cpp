// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/network.hpp"

#include "sync/seal/chain.hpp"
#include "sync/wire/blob_messages.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/donation_codec.hpp"
#include "sync/wire/error_reply.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"
#include "sync/wire/short_push.hpp"

#include <algorithm>

namespace lianxin::sim::engine {

namespace {
constexpr Millis kSilence = 40'000; // the transport gives up a dead link after this long (client::HttpTransport)
constexpr const char* kPortalPage = "<html>please sign in</html>";
std::string who(const SimTablet& tablet) { return "T" + std::to_string(tablet.index); }

// The answer to an ask or a put says that all of it is there, and nobody signed that.
bool believesAll(server::HttpReply& http)
{
    const auto body = wire::unpack(http.body, http.encoding, wire::kMaxBlobBody);
    const auto json = body ? parseJson(*body) : Result<boost::json::value>(body.error());
    const auto* states = json && json->is_object() ? json->get_object().if_contains("w") : nullptr;
    if (states == nullptr || !states->is_array())
        return false; // bytes on their way down
    core::BlobState whole;
    whole.stage = core::BlobStage::whole;
    http.body = wire::encodeBlobStates(std::vector(states->get_array().size(), whole));
    http.encoding = {};
    return true;
}
} // namespace

Millis Network::latency() { return m.calm ? 50 : m.wide ? 400 + m.pick(4000) : 20 + m.pick(1500); }

void Network::send(SimTablet& tablet, std::string_view path, std::string body, const client::Authorise& authorise,
                   client::AnswerDone done)
{
    auto call = std::make_shared<Call>(Call{.tablet = tablet,
                                            .life = tablet.life,
                                            .sent = m.time.now(),
                                            .http = {},
                                            .push = {},
                                            .pull = {},
                                            .done = std::move(done)});
    call->isPush = path == wire::kPathPush;
    call->isSegment = path == wire::kPathSegment;
    call->isPicture = path.starts_with("/v1/blob/");
    call->isDonation = path == wire::kPathDonate;
    call->epoch = must(tablet.store->syncState()).epoch;
    if (call->isDonation)
        call->donation = must(wire::decodeDonationRequest(body, tablet.who.replica));
    if (call->isPush)
        learnRequest(*call, body);
    if (call->isPull()) {
        const auto asked = must(wire::decodePullRequest(body));
        call->pull = must(tablet.store->nextPull(0));
        call->pull.segments = asked.segments;
        call->pull.wantsMark = asked.wantsMark;
        if (std::exchange(tablet.mustList, std::nullopt) == tablet.life && asked.unchanged)
            m.violated("I15 " + who(tablet) + " was asked for its cursors and does not send them");
    }
    auto packed = wire::pack(std::move(body));
    call->http.method = "POST";
    call->http.path = path;
    call->http.encoding = packed.encoding;
    call->http.body = std::move(packed.bytes);
    call->http.peer = "192.0.2.1";
    const auto header = authorise("POST", path, call->http.body);
    if (!header)
        return fails(call, 0);
    call->http.auth = *header;
    const auto fault = m.calm ? 100 : m.pick(100);
    if (!tablet.linkUp || fault < 4) // lost, or cut off before its end: nobody got it
        return fails(call, tablet.linkUp ? kSilence : 100);
    m.time.after(kSilence, [this, call] { fails(call, 0); });
    const auto way =
        fault < 8 ? 30'000 + m.pick(90'000) : latency(); // perhaps so slow that a newer request overtakes it
    m.time.after(way, [this, call] { arrive(call); });
    if (fault >= 8 && fault < 14)
        m.time.after(way + latency(), [this, call] { arrive(call); }); // twice
}

void Network::fails(const CallPtr& call, Millis after, const client::HttpAnswer& begun)
{
    m.time.after(after, [this, call, begun] {
        if (call->answered)
            return;
        m.note(who(call->tablet) + call->name() + " without an answer");
        bool died = false;
        answer(call, begun, 0, died);
    });
}

void Network::arrive(const CallPtr& call)
{
    if (m.failed())
        return;
    Death death;
    if (!m.calm && m.chance(6)) {
        death.afterCommit = m.chance(40);
        death.atWrite = death.afterCommit ? 0 : 1 + m.pick(60);
    }
    const auto before = givenBy(call->tablet);
    const auto reply = m.server->handle(call->http, death);
    m.note(who(call->tablet) + call->name() +
           " arrives: " + (reply ? std::to_string(reply->status) : "the server died"));
    m.result.deaths += !reply;
    learn(*call, reply);
    if (call->isDonation)
        learnDonation(*call, before);
    m_watch.serverChanged();
    if (!reply)
        return fails(call, latency());
    back(call, *reply);
}

void Network::learn(const Call& call, const std::optional<server::HttpReply>& reply)
{
    m.pushes += call.isPush;
    if (reply && reply->status != 200)
        return checkRefusal(call, *reply);
    if (!call.isPush)
        return;
    const auto row = must(m.server->province().store().replica(call.tablet.who.replica));
    learnPushed(call, row->held);
}

// The only honest reasons to refuse: the server lost the cursors it remembered, or a newer request came first.
void Network::checkRefusal(const Call& call, const server::HttpReply& reply)
{
    const auto said = wire::decodeErrorReply(must(wire::unpack(reply.body, reply.encoding, wire::kMaxBodyBytes)));
    const auto code = said ? said->code : "unreadable";
    if (call.isSegment && code == errcName(Errc::notFound))
        return; // made anew since it was offered
    if (code == wire::kCodeTextNeeded) {
        ++m.result.textsNeeded;
        // A record that moved, a vector of a life before; or a request that comes late finds another history than the one that it went on from.
        const bool isLate = call.served || call.answered || call.tablet.life != call.life;
        if (!call.isShort || (m.server->lives() == 1 && !m.moves && !m.revokes && !isLate))
            m.violated("I15 " + who(call.tablet) + " must say a push again that the server could know");
        return;
    }
    if (code == errcName(Errc::epochChanged)) {
        const auto asked = call.isDonation ? call.donation.epoch : call.epoch;
        if (asked == m.server->province().epoch())
            m.violated(who(call.tablet) + " was told of another epoch, and it is this one");
        return;
    }
    const bool overtaken = code == wire::kCodeCounterBehind && call.answered;
    const bool doubled = code == wire::kCodeCounterBehind && call.tablet.life != call.life;
    // A doubled request names cursors that its own first answer moved.
    const bool forgot = call.served || std::pair(m.server->lives(), call.tablet.pullsMade) != call.tablet.lastPull;
    if (code == wire::kCodeCursorsUnknown ? !forgot : !overtaken && !doubled)
        m.violated(who(call.tablet) + " was refused: " + code + " " + (said ? said->detail : ""));
}

void Network::back(const CallPtr& call, server::HttpReply http)
{
    if (call->isPull() && http.status == 200)
        ++call->tablet.pullsMade;
    call->served = call->served || http.status == 200;
    Reply reply{std::move(http),
                m.snapshot(),
                {},
                {m.server->lives(), call->tablet.pullsMade},
                {m.withdrawn.begin(), m.withdrawn.end()}};
    for (const auto& dot : m.pending)
        if (dot.first == call->tablet.index)
            reply.heldBack.insert(dot.second);
    const auto fault = m.calm ? 100 : m.pick(100);
    if (fault < 8 || (!call->tablet.linkUp && fault < 80))
        return;       // lost after the commit; the transport gives up by itself
    if (fault < 11) { // cut: a body without its end is no answer, but segments keep what came of theirs
        client::HttpAnswer begun;
        begun.begun = reply.http.status == 200 && reply.http.encoding.empty()
                          ? reply.http.body.substr(0, reply.http.body.size() * 2 / 3)
                          : std::string();
        begun.receivedBytes = reply.http.body.size() * 2 / 3;
        return fails(call, latency(), begun);
    }
    bool whole = true;
    if (fault < 13) { // something in between answers in the server's place
        reply.http = {fault < 12 ? 302 : 502, kPortalPage, {}, std::nullopt, {}};
        whole = false;
    } else if (fault < 14) {
        reply.http = {200, reply.http.body.substr(0, reply.http.body.size() / 2), {}, std::nullopt, {}};
        whole = false;
    }
    if (fault >= 14 && fault < 17 && call->isPicture &&
        reply.http.status == 200) // somebody lies: the province has it all
        whole = !believesAll(reply.http);
    m.time.after(fault < 18 ? 30'000 + m.pick(30'000) : latency(),
                 [this, call, reply, whole] { deliver(call, reply, whole); });
}

void Network::answer(const CallPtr& call, const client::HttpAnswer& answer, int atWrite, bool& died)
{
    call->answered = true;
    auto& tablet = call->tablet;
    if (call->life != tablet.life)
        return; // the process that asked is gone
    died = tablet.runMortal(atWrite, [&] { call->done(answer); });
}

void Network::deliver(const CallPtr& call, const Reply& reply, bool whole)
{
    if (call->answered || call->life != call->tablet.life || m.failed())
        return;
    auto& tablet = call->tablet;
    client::HttpAnswer said;
    said.status = reply.http.status;
    said.took = std::chrono::milliseconds(m.time.now() - call->sent);
    auto body = wire::unpack(reply.http.body, reply.http.encoding, wire::kMaxPullReplyBytes);
    said.body = body ? *body : reply.http.body;
    tablet.garbled = tablet.garbled || (!whole && said.status == 200);
    if (whole && said.status == 409)
        noteDemand(*call, said.body);
    tablet.clock.tick();
    const auto moment = tablet.clock.now();
    bool died = false;
    answer(call, said, m.calm || !m.chance(4) ? 0 : 1 + m.pick(40), died);
    m.result.deaths += died;
    const bool good = whole && said.status == 200;
    const auto state = must(tablet.store->syncState());
    const bool stored = good && (died ? state.lastContact == moment && !call->isSegment && !call->isPicture
                                      : !tablet.runner->trouble());
    noteEpoch(tablet);
    m.note(who(tablet) + call->name() + " answered " + std::to_string(said.status) +
           (died ? (stored ? ", died after storing it" : ", died before storing it") : ""));
    if (good && !died && !stored)
        m.violated(who(tablet) + " refused an honest answer: " + tablet.runner->trouble()->detail);
    if (stored && call->isDonation)
        tablet.receipted = std::max(tablet.receipted, state.receipt ? state.receipt->held : 0);
    else if (stored && !call->isSegment && !call->isPicture)
        took(tablet, *call, reply, said.body);
    m_watch.tabletChanged(tablet);
}

void Network::took(SimTablet& tablet, const Call& call, const Reply& reply, const std::string& body)
{
    auto& kept = m_kept[tablet.index];
    if (kept.size() > 4)
        kept.erase(kept.begin());
    if (!call.isPush) {
        const auto said = must(wire::decodePullReply(body, call.pull));
        if (said.backup && said.backup->held > m.marks[said.epoch][static_cast<std::size_t>(tablet.index)])
            m.violated("G3 " + who(tablet) + " is told of a backup that nobody completed");
        kept.push_back({{}, said, false});
        return tookPull(tablet, said, reply);
    }
    const auto said = must(wire::decodePushReply(body, call.push));
    kept.push_back({said, {}, true});
    tookPush(tablet, call, said, reply);
}

void Network::tookPull(SimTablet& tablet, const core::PullReply& said, const Reply& reply)
{
    if (!said.frames.empty())
        tablet.garbled = false;
    m.frames += said.frames.size() + said.manifests.size();
    tablet.lastPull = reply.pull;
    if (std::set<Dot>(said.withdrawn.begin(), said.withdrawn.end()) != reply.withdrawn)
        m.violated("R39 " + who(tablet) + " was not told everything that was withdrawn");
    std::set<OracleDot> gone; // replaces what it was told before (R41)
    for (const auto& dot : reply.withdrawn)
        gone.insert(m.truthOf(dot));
    for (std::uint64_t number = 1; number <= tablet.saved; ++number)
        m.oracle.changeset({tablet.index, number}).withdrawn = gone.contains({tablet.index, number});
    tablet.heldBack = reply.heldBack;
    tookGrants(tablet, said);
    for (const auto& frame : said.frames)
        tookFrame(tablet, frame, reply);
    dropStubs(tablet);
    closeForms(tablet);
}

void Network::tookFrame(SimTablet& tablet, const core::Frame& frame, const Reply& reply)
{
    m.note(who(tablet) + " has " + frame.partition.text().substr(0, 14) + " " + std::to_string(frame.from) + ".." +
           std::to_string(frame.to) + (frame.atHead ? " head" : ""));
    tablet.taken[frame.partition] = frame.to;
    tookGone(tablet, frame, *reply.truth);
    for (const auto& row : frame.rows)
        for (int record = 0; record < kRecords; ++record)
            if (m.records[static_cast<std::size_t>(record)] == row.record) {
                tablet.home[record] = frame.partition;
                tablet.left.erase(record);
            }
    expect(tablet, frame.partition, *reply.truth, [&frame](const RecordId& record, const RegisterKey& key) {
        return frame.atHead || std::any_of(frame.rows.begin(), frame.rows.end(), [&](const core::RecordState& row) {
                   return row.record == record && row.find(key) != nullptr;
               });
    });
}

void Network::expect(SimTablet& tablet, const PartitionId& partition, const OracleState& truth,
                     const std::function<bool(const RecordId&, const RegisterKey&)>& isDelivered)
{
    for (int record = 0; record < kRecords; ++record) {
        if (m.partitionIn(truth, record) != partition)
            continue;
        for (int reg = 0; reg < kRegisters; ++reg) {
            const OracleKey key{record, reg};
            const auto found = truth.find(key);
            if (found == truth.end() || !isDelivered(m.records[static_cast<std::size_t>(record)], keyOf(key)))
                continue;
            tablet.received[key] = found->second;
            tablet.purged.erase(record);
        }
    }
}

void Network::noteLoads(SimTablet& tablet)
{
    for (const auto& partition : must(tablet.store->partitions())) {
        auto& taken = tablet.taken[partition.partition];
        if (partition.cursor <= taken)
            continue;
        const auto place = partition.partition.text().substr(0, 14) + " " + std::to_string(partition.cursor);
        m.note(who(tablet) + " has loaded " + place);
        const bool isKnown = std::any_of(m.records.begin(), m.records.end(), [&](const RecordId& id) {
            return m.partitionOf(static_cast<int>(&id - m.records.data())) == partition.partition;
        });
        const auto truth = m.feedAt(tablet.epoch, partition.partition, partition.cursor);
        if (isKnown && (taken != 0 || !truth))
            return m.violated("I10 I11 " + who(tablet) + " has " + place + ", where nothing it was given ends");
        taken = partition.cursor;
        ++m.result.loads;
        for (int record = 0; truth && record < kRecords; ++record)
            if (const auto first = truth->lower_bound({record, 0});
                first != truth->end() && first->first.first == record &&
                m.partitionIn(*truth, record) == partition.partition)
                tablet.home[record] = partition.partition;
        // What was purged here comes back as it was when the segments were made; own words since then come with the frames that follow.
        const auto purged = tablet.purged;
        if (truth)
            expect(tablet, partition.partition, *truth, [](const RecordId&, const RegisterKey&) { return true; });
        tablet.purged = purged;
    }
}

} // namespace lianxin::sim::engine

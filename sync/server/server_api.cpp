// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/server_api.hpp"

#include "sync/seal/chain.hpp"
#include "sync/seal/hash.hpp"
#include "sync/server/catalogue_files.hpp"
#include "sync/server/http_replies.hpp"
#include "sync/server/server_api_post.hpp"
#include "sync/server/server_schema.hpp"
#include "sync/wire/blob_messages.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"
#include "sync/wire/restamp_messages.hpp"
#include "sync/wire/segment_messages.hpp"

#include <charconv>

namespace lianxin::server {

namespace {
constexpr std::array kPaths{wire::kPathEnrol,   wire::kPathPush,      wire::kPathPull,      wire::kPathSegment,
                            wire::kPathDonate,  wire::kPathCatalogue, wire::kPathForms,     wire::kPathCarry,
                            wire::kPathRelays,  wire::kPathShelf,     wire::kPathShelfPart, wire::kPathBlobAsk,
                            wire::kPathBlobPut, wire::kPathBlobGet,   wire::kPathRestamp,   wire::kPathRestamped,
                            wire::kPathHealth};

std::string tagOf(ReplicaId replica)
{
    const auto hash = seal::blake2b(replica.raw());
    return toBase64Url(std::span(hash.bytes).first(6));
}

} // namespace

ServerApi::ServerApi(Province& province, StoreQueue& queue, AccessLog& log, ApiOptions options)
    : m_province(province), m_queue(queue), m_log(log), m_replicas(options.requestsPerMinute),
      m_strangers(options.strangersPerMinute)
{
    boost::json::object health;
    health["status"] = "ok";
    health["schema"] = kSchemaVersion;
    health["epoch"] = province.epoch().text().substr(0, 4);
    m_health = canonicalJson(health);
}

std::size_t ServerApi::bodyLimit(std::string_view path) const
{
    if (path == wire::kPathPush || path == wire::kPathCarry || path == wire::kPathDonate ||
        path == wire::kPathRestamp || path == wire::kPathRestamped)
        return wire::kMaxPushBytes;
    if (path == wire::kPathBlobAsk || path == wire::kPathBlobPut || path == wire::kPathBlobGet)
        return wire::kMaxBlobBody;
    const bool isAsked = path == wire::kPathPull || path == wire::kPathSegment || path == wire::kPathEnrol ||
                         path == wire::kPathShelfPart;
    return isAsked ? wire::kMaxBodyBytes : 0;
}

std::string_view ServerApi::loggedPath(std::string_view path) const
{
    const auto found = std::find(kPaths.begin(), kPaths.end(), path);
    return found == kPaths.end() ? std::string_view("other") : *found;
}

std::string ServerApi::errorBody(Errc code, std::string_view detail) const
{
    return wire::encodeErrorReply(wire::errorReplyOf(fail(code, std::string(detail))));
}

void ServerApi::handle(HttpRequest request, Done done)
{
    const bool isGet = request.path == wire::kPathHealth || request.path == wire::kPathCatalogue ||
                       request.path == wire::kPathForms || request.path == wire::kPathRelays ||
                       request.path == wire::kPathShelf;
    if (loggedPath(request.path) == "other")
        return done(statusReply(404, fail(Errc::notFound, "no such path")));
    if (request.method != (isGet ? "GET" : "POST"))
        return done(statusReply(405, fail(Errc::invalidInput, isGet ? "only GET" : "only POST")));
    if (request.path == wire::kPathHealth)
        return done(health());
    if (request.path == wire::kPathEnrol)
        return enrol(request, done);
    HttpReply refusal;
    const auto caller = authenticate(request, refusal);
    if (!caller)
        return done(std::move(refusal));
    auto tagged = [this, tag = caller->tag, done = std::move(done)](HttpReply reply) {
        reply.replicaTag = tag;
        reply.formsVersion = m_province.forms().now()->forms;
        done(std::move(reply));
    };
    if (request.path == wire::kPathPush)
        push(request, *caller, std::move(tagged));
    else if (request.path == wire::kPathPull)
        pull(request, *caller, std::move(tagged));
    else if (request.path == wire::kPathSegment)
        segment(request, *caller, std::move(tagged));
    else if (request.path.starts_with("/v1/blob/"))
        blob(request, *caller, std::move(tagged));
    else if (request.path == wire::kPathCarry)
        carry(request, *caller, std::move(tagged));
    else if (request.path == wire::kPathRelays)
        relays(*caller, std::move(tagged));
    else if (request.path == wire::kPathShelf)
        shelf(*caller, std::move(tagged));
    else if (request.path == wire::kPathShelfPart)
        shelfPart(request, *caller, std::move(tagged));
    else if (request.path == wire::kPathDonate)
        donate(request, *caller, std::move(tagged));
    else if (request.path == wire::kPathRestamp)
        restamp(request, *caller, std::move(tagged));
    else if (request.path == wire::kPathRestamped)
        restamped(request, *caller, std::move(tagged));
    else if (request.path == wire::kPathForms)
        tagged(forms());
    else
        tagged(catalogue(request));
}

Result<ServerApi::Caller> ServerApi::authenticate(const HttpRequest& request, HttpReply& refusal)
{
    const auto refuse = [&](const Error& error) {
        const auto wait = m_strangers.take(request.peer);
        refusal = wait ? busyReply(*wait, 429) : statusReply(401, error);
        return error;
    };
    const auto auth = seal::parseAuth(request.auth);
    if (!auth)
        return refuse(fail(Errc::notAllowed, "this path needs the header Lianxin-Replica"));
    const auto key = m_province.keys().find(auth->replica);
    const auto target = request.query.empty() ? request.path : request.path + "?" + request.query;
    if (!key || !seal::verifyRequest(*key, *auth, request.method, target, request.body))
        return refuse(fail(Errc::notAllowed, "no such replica, or not its signature"));
    if (const auto wait = m_replicas.take(std::string(auth->replica.raw()))) {
        refusal = busyReply(*wait, 429);
        refusal.replicaTag = tagOf(auth->replica);
        return fail(Errc::busy, "too many requests");
    }
    const auto hash = seal::Blake2b().field(request.path).field(request.body).finish();
    return Caller{*auth, *key, hash, tagOf(auth->replica)};
}

HttpReply ServerApi::health() const
{
    HttpReply reply;
    reply.body = m_health;
    return reply;
}

HttpReply ServerApi::catalogue(const HttpRequest& request) const
{
    constexpr std::string_view kName = "version=";
    const auto now = m_province.forms().now();
    std::uint32_t version = now->catalogue;
    if (request.query.starts_with(kName))
        std::from_chars(request.query.data() + kName.size(), request.query.data() + request.query.size(), version);
    if (version != now->catalogue)
        return replyOf(fail(Errc::notFound, "no such catalogue version"));
    boost::json::object files;
    for (const auto& [name, text] : catalogueFiles())
        files[name] = text;
    boost::json::object reply{{"files", std::move(files)}, {"version", version}};
    if (now->forms != 0)
        reply["forms"] = now->text;
    return packed(canonicalJson(reply));
}

HttpReply ServerApi::forms() const
{
    const auto now = m_province.forms().now();
    return now->forms != 0 ? packed(now->text) : replyOf(fail(Errc::notFound, "no forms were published"));
}

HttpReply ServerApi::storeFailed(const Error& error)
{
    m_log.event("store failed", {{"code", errcName(error.code)}, {"detail", error.detail}});
    return busyReply(kBrokenSeconds, 503);
}

void ServerApi::enrol(const HttpRequest& request, const Done& done)
{
    if (const auto wait = m_strangers.take(request.peer))
        return done(busyReply(*wait, 429));
    auto decoded = readBody(request, wire::kMaxBodyBytes, wire::decodeEnrolRequest);
    if (!decoded)
        return done(replyOf(decoded.error()));
    auto asked = std::make_shared<wire::EnrolRequest>(std::move(*decoded));
    post<wire::EnrolReply>(
        true, [this, asked] { return m_province.enrolment().enrol(*asked, m_province.epoch()); },
        [this, asked](Answer<wire::EnrolReply>& answer) {
            m_province.enrolment().enrolled(*asked, answer.reply);
            return packed(wire::encodeEnrolReply(answer.reply));
        },
        done);
}

void ServerApi::push(const HttpRequest& request, const Caller& caller, const Done& done)
{
    auto unpacked = wire::unpack(request.body, request.encoding, wire::kMaxPushBytes);
    if (!unpacked)
        return done(replyOf(unpacked.error()));
    if (wire::ShortPush::isOne(*unpacked))
        return pushShort(*unpacked, request, caller, done);
    auto decoded = wire::decodePushRequest(*unpacked);
    if (!decoded)
        return done(replyOf(decoded.error()));
    auto job = jobOf(caller.auth, caller.hash, std::move(*decoded));
    const auto verified = verifiedChains(
        job->request, caller.key,
        [&caller](const core::Parcel& parcel) {
            return parcel.replica == caller.auth.replica && parcel.remains.empty();
        },
        "a push carries whole parcels of its own replica");
    if (!verified)
        return done(replyOf(verified.error()));
    auto bodies = std::make_shared<ReadAhead>(job->request);
    post<core::PushReply>(
        true,
        [this, job, chains = *verified, bodies] {
            return m_province.push().push(*job, *chains, m_province.epoch(), *bodies);
        },
        [this, job, peer = readsOf(request)](Answer<core::PushReply>& answer) {
            auto& receipt = answer.reply.receipt;
            receipt = seal::signReceipt(m_province.identity().receiptKey, receipt.epoch, receipt.replica, receipt.held,
                                        receipt.head);
            return packed(wire::encodePushReply(answer.reply, job->request), peer);
        },
        done);
    bodies->run(); // beside the store's thread
}

void ServerApi::pull(const HttpRequest& request, const Caller& caller, const Done& done)
{
    auto decoded = readBody(request, wire::kMaxBodyBytes, wire::decodePullRequest);
    if (!decoded)
        return done(replyOf(decoded.error()));
    auto job = jobOf(caller.auth, caller.hash, std::move(*decoded));
    post<PullAnswer>(
        false, [this, job] { return m_province.pull().pull(*job, m_province.epoch()); },
        [this, job, peer = readsOf(request)](Answer<PullAnswer>& answer) {
            if (auto& reply = answer.reply.reply; reply.backup)
                reply.backup->signature =
                    seal::signMark(m_province.identity().receiptKey, reply.epoch, job->replica, *reply.backup);
            return packed(wire::encodePullReply(answer.reply.reply, answer.reply.asked), peer);
        },
        done);
}

// Compressed already: sent as it is.
void ServerApi::segment(const HttpRequest& request, const Caller& caller, const Done& done)
{
    auto decoded = readBody(request, wire::kMaxBodyBytes, wire::decodeSegmentRequest);
    if (!decoded)
        return done(replyOf(decoded.error()));
    auto job = jobOf(caller.auth, caller.hash, std::move(*decoded));
    post<std::vector<core::SegmentPart>>(
        false, [this, job] { return m_province.segments().fetch(*job); },
        [job](Answer<std::vector<core::SegmentPart>>& answer) {
            HttpReply reply;
            reply.body = wire::encodeParts(answer.reply, job->request.blocks);
            return reply;
        },
        done);
}

} // namespace lianxin::server

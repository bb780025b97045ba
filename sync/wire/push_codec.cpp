// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/wire/json_fields.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/outcome_json.hpp"
#include "sync/wire/short_push.hpp"

#include <boost/json/object.hpp>

#include <optional>

namespace lianxin::wire {

namespace {

constexpr JsonLimits kPushLimits{kMaxPushBytes, kMaxPushBytes, kMaxDepth};

// Where a parcel that continues what came before it starts; it then says neither its number nor its hash.
struct Expected {
    std::uint64_t first{0};
    Hash before;
};

Expected after(const core::Parcel& parcel) { return {parcel.first + parcel.bodies.size(), parcel.head}; }

// The replica inside a body, if it is one that a changeset could have.
ReplicaId replicaOf(const JsonIn& body)
{
    const auto* object = body.json().if_object();
    const auto* member = object == nullptr ? nullptr : object->if_contains("r");
    const auto* text = member == nullptr ? nullptr : member->if_string();
    const auto replica =
        text == nullptr ? Result<ReplicaId>(ReplicaId{}) : ReplicaId::parse({text->data(), text->size()});
    return replica ? *replica : ReplicaId{};
}

ReplicaId replicaOf(const std::string& body)
{
    const auto json = parseJson(body);
    Fault fault;
    return json ? replicaOf(JsonIn(*json, fault)) : ReplicaId{};
}

void writeParcel(JsonOut& out, const core::Parcel& parcel, const std::optional<Expected>& expected)
{
    const bool follows = expected && parcel.first == expected->first;
    out.open('{').key("b").open('[');
    for (const auto& body : parcel.bodies)
        out.raw(body.empty() ? std::string_view("null") : std::string_view(body));
    out.close(']');
    if (parcel.before != (follows ? expected->before : Hash{}))
        out.key("c").id(parcel.before);
    if (!follows)
        out.key("f").number(parcel.first);
    out.key("g").id(parcel.signature);
    if (!parcel.remains.empty()) {
        out.key("l").open('[');
        for (const auto& hash : parcel.remains)
            out.id(hash);
        out.close(']');
    }
    if (!expected || parcel.bodies.empty() || replicaOf(parcel.bodies.front()) != parcel.replica)
        out.key("r").id(parcel.replica);
    if (parcel.remains.empty())
        out.key("s").id(parcel.seed);
    out.close('}');
}

core::Parcel readParcel(const JsonIn& in, const std::optional<Expected>& expected)
{
    core::Parcel parcel;
    auto& fault = in.fault();
    const auto bodies = in.at("b");
    const auto count = bodies.size(1, kMaxChangesetsPerPush);
    const auto remains = in.listSize("l", count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto body = bodies.at(i);
        // An erased changeset has no body, only its commitment among the remains.
        if (!body.isObject() && !(body.isNull() && remains == count))
            fault.set("a parcel holds something else than changesets");
        parcel.bodies.push_back(body.isObject() ? canonicalJson(body.json()) : std::string());
        if (remains > 0)
            parcel.remains.push_back(in.at("l").at(i).id<Hash>());
    }
    const bool follows = expected && !in.has("f");
    parcel.first = follows ? expected->first : in.at("f").number();
    parcel.before = in.idOr("c", follows ? expected->before : Hash{});
    parcel.signature = in.at("g").id<core::Signature>();
    const bool saysReplica = in.has("r") || !expected || count == 0;
    parcel.replica = saysReplica ? in.at("r").id<ReplicaId>() : replicaOf(bodies.at(std::size_t{0}));
    if (remains == 0)
        parcel.seed = in.at("s").id<core::BlindingSeed>();
    if (parcel.first == 0 || parcel.replica.isNil() || (remains > 0 && (remains != count || in.has("s"))))
        fault.set("a parcel without replica or number, or with seed and remains");
    if (fault.isSet())
        return parcel;
    parcel.head = seal::chainOf(parcel).back();
    return parcel;
}

// What the asking replica knows as its chain hash at `held`; nil when the request does not tell.
Hash knownHead(const core::PushRequest& asked, std::uint64_t held)
{
    if (held == asked.acknowledged)
        return asked.acknowledgedHash;
    for (const auto& parcel : asked.parcels)
        if (held >= parcel.first && held <= parcel.last())
            return held == parcel.last() ? parcel.head : seal::chainOf(parcel)[held - parcel.first];
    return {};
}

std::uint64_t lastOf(const core::PushRequest& asked)
{
    return asked.parcels.empty() ? asked.acknowledged : asked.parcels.back().last();
}
ReplicaId replicaOf(const core::PushRequest& asked)
{
    return asked.parcels.empty() ? ReplicaId{} : asked.parcels.front().replica;
}

} // namespace

void writeOutcomes(JsonOut& out, std::string_view key, const std::vector<core::ChangeOutcome>& outcomes)
{
    if (outcomes.empty())
        return;
    out.key(key).open('[');
    for (const auto& outcome : outcomes) {
        out.open('[').number(outcome.number).number(static_cast<std::uint64_t>(outcome.outcome));
        if (outcome.reason != core::QuarantineReason::none)
            out.number(static_cast<std::uint64_t>(outcome.reason));
        out.close(']');
    }
    out.close(']');
}

std::vector<core::ChangeOutcome> readOutcomes(const JsonIn& in, std::string_view key)
{
    std::vector<core::ChangeOutcome> outcomes;
    const auto count = in.listSize(key, kMaxOutcomes);
    for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i) {
        const auto item = in.at(key).at(i);
        const auto size = item.size(2, 3);
        core::ChangeOutcome outcome;
        outcome.number = item.at(std::size_t{0}).number();
        outcome.outcome =
            static_cast<core::Outcome>(item.at(1).number(static_cast<std::uint64_t>(core::Outcome::quarantined)));
        if (size == 3) // a later version may know more reasons: the app then says the general sentence
            outcome.reason = static_cast<core::QuarantineReason>(item.at(2).number(255));
        outcomes.push_back(outcome);
    }
    return outcomes;
}

std::string encodeParcel(const core::Parcel& parcel)
{
    JsonOut out;
    writeParcel(out, parcel, std::nullopt);
    return out.take();
}

Result<core::Parcel> decodeParcel(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, kPushLimits));
    Fault fault;
    auto parcel = readParcel(JsonIn(json, fault), std::nullopt);
    if (fault.isSet())
        return fault.error();
    return parcel;
}

std::string encodePushRequest(const core::PushRequest& request)
{
    JsonOut out;
    out.open('{').key("a").number(request.acknowledged).key("e").id(request.epoch);
    if (!request.acknowledgedHash.isNil())
        out.key("h").id(request.acknowledgedHash);
    out.key("p").open('[');
    Expected expected{request.acknowledged + 1, request.acknowledgedHash};
    for (const auto& parcel : request.parcels) {
        writeParcel(out, parcel, expected);
        expected = after(parcel);
    }
    out.close(']');
    if (request.trimmed)
        out.key("x").raw("true");
    return out.close('}').take();
}

Result<core::PushRequest> decodePushRequest(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, kPushLimits));
    Fault fault;
    const JsonIn in(json, fault);
    core::PushRequest request;
    request.acknowledged = in.at("a").number();
    request.epoch = in.at("e").id<EpochId>();
    request.acknowledgedHash = in.idOr("h", Hash{});
    const auto parcels = in.at("p");
    const auto count = parcels.size(0, kMaxChangesetsPerPush);
    Expected expected{request.acknowledged + 1, request.acknowledgedHash};
    std::size_t changesets = 0;
    for (std::size_t i = 0; i < count && !fault.isSet(); ++i) {
        request.parcels.push_back(readParcel(parcels.at(i), expected));
        changesets += request.parcels.back().bodies.size();
        expected = after(request.parcels.back());
    }
    request.trimmed = in.has("x") && in.at("x").flag();
    if (request.trimmed && (request.parcels.empty() || request.parcels.front().first <= request.acknowledged + 1))
        fault.set("nothing is missing before the first parcel");
    if (changesets > kMaxChangesetsPerPush)
        fault.set("more than 500 changesets in a push");
    if (fault.isSet())
        return fault.error();
    return request;
}

std::string encodePushReply(const core::PushReply& reply, const core::PushRequest& asked)
{
    const auto& receipt = reply.receipt;
    JsonOut out;
    out.open('{');
    if (receipt.epoch != asked.epoch)
        out.key("e").id(receipt.epoch);
    out.key("g").id(receipt.signature);
    if (receipt.head != knownHead(asked, receipt.held))
        out.key("h").id(receipt.head);
    if (receipt.held != lastOf(asked))
        out.key("n").number(receipt.held);
    writeOutcomes(out, "q", reply.outcomes);
    if (receipt.replica != replicaOf(asked))
        out.key("r").id(receipt.replica);
    out.key("t").integer(reply.serverTime);
    if (reply.need)
        out.key("w").number(*reply.need);
    return out.close('}').take();
}

Result<core::PushReply> decodePushReply(std::string_view bytes, const core::PushRequest& asked)
{
    if (isShortReceipt(bytes))
        return decodeShortReceipt(bytes, asked);
    LIANXIN_TRY(const auto json, parseJson(bytes, {kMaxBodyBytes, kMaxString, kMaxDepth}));
    Fault fault;
    const JsonIn in(json, fault);
    core::PushReply reply;
    reply.receipt.epoch = in.idOr("e", asked.epoch);
    reply.receipt.signature = in.at("g").id<core::Signature>();
    reply.receipt.held = in.has("n") ? in.at("n").number() : lastOf(asked);
    reply.receipt.head = in.idOr("h", knownHead(asked, reply.receipt.held));
    reply.receipt.replica = in.idOr("r", replicaOf(asked));
    reply.outcomes = readOutcomes(in, "q");
    reply.serverTime = in.at("t").integer();
    if (in.has("w"))
        reply.need = in.at("w").number();
    if (fault.isSet())
        return fault.error();
    return reply;
}

} // namespace lianxin::wire

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/json_fields.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/outcome_json.hpp"
#include "sync/wire/restamp_messages.hpp"

namespace lianxin::wire {

namespace {
constexpr std::size_t kMaxChain = 1U << 17U; // more do not fit into the body
}

std::string encodeRestampAsk(const RestampAsk& ask)
{
    JsonOut out;
    out.open('{').key("c").open('[');
    for (const auto& hash : ask.chain)
        out.id(hash);
    out.close(']').key("f").number(ask.from).key("g").id(ask.proof).key("k").id(ask.key);
    return out.close('}').take();
}

Result<RestampAsk> decodeRestampAsk(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, {kMaxPushBytes, kMaxString, kMaxDepth}));
    Fault fault;
    const JsonIn in(json, fault);
    RestampAsk ask;
    const auto chain = in.at("c");
    const auto count = chain.size(1, kMaxChain);
    for (std::size_t i = 0; i < count && !fault.isSet(); ++i)
        ask.chain.push_back(chain.at(i).id<Hash>());
    ask.from = in.at("f").number();
    ask.proof = in.at("g").id<core::Signature>();
    ask.key = in.at("k").id<seal::PublicSignKey>();
    if (fault.isSet())
        return fault.error();
    return ask;
}

std::string encodeRestampReply(const RestampReply& reply)
{
    JsonOut out;
    out.open('{').key("c").number(reply.shared).key("g").id(reply.signature).key("r").id(reply.replica);
    return out.key("t").integer(reply.serverTime).close('}').take();
}

Result<RestampReply> decodeRestampReply(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, {kMaxBodyBytes, kMaxString, kMaxDepth}));
    Fault fault;
    const JsonIn in(json, fault);
    RestampReply reply;
    reply.shared = in.at("c").number();
    reply.signature = in.at("g").id<core::Signature>();
    reply.replica = in.at("r").id<ReplicaId>();
    reply.serverTime = in.at("t").integer();
    if (reply.replica.isNil())
        fault.set("an id of zero bytes");
    if (fault.isSet())
        return fault.error();
    return reply;
}

std::string encodeRestampedReply(const RestampedReply& reply)
{
    JsonOut out;
    out.open('{').key("g").open('[');
    std::vector<core::ChangeOutcome> outcomes;
    for (std::size_t i = 0; i < reply.answers.size(); ++i) {
        out.id(reply.answers[i].signature);
        auto outcome = reply.answers[i].outcome;
        outcome.number = i;
        if (outcome.outcome != core::Outcome::applied)
            outcomes.push_back(outcome);
    }
    out.close(']');
    writeOutcomes(out, "q", outcomes);
    return out.key("t").integer(reply.serverTime).close('}').take();
}

Result<RestampedReply> decodeRestampedReply(std::string_view bytes, const core::PushRequest& asked)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, {kMaxBodyBytes, kMaxString, kMaxDepth}));
    Fault fault;
    const JsonIn in(json, fault);
    RestampedReply reply;
    const auto signatures = in.at("g");
    const auto count = signatures.size(0, asked.parcels.size());
    for (std::size_t i = 0; i < count && !fault.isSet(); ++i)
        reply.answers.push_back({signatures.at(i).id<core::Signature>(), {1, core::Outcome::applied, {}}});
    for (const auto& outcome : readOutcomes(in, "q")) {
        if (outcome.number >= reply.answers.size()) {
            fault.set("an outcome of what was not asked");
            break;
        }
        reply.answers[outcome.number].outcome = {1, outcome.outcome, outcome.reason};
    }
    reply.serverTime = in.at("t").integer();
    if (fault.isSet())
        return fault.error();
    return reply;
}

} // namespace lianxin::wire

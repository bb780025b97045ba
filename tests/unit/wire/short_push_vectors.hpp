// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/chain.hpp"
#include "sync/wire/changeset_codec.hpp"
#include "sync/wire/message_codec.hpp"
#include "tests/unit/wire/blob_vectors.hpp"
#include "tests/unit/wire/push_knowledge.hpp"

#include <map>
#include <string>

// The vectors of PROTOCOL.md 7.1: changeset 3 after those of the push above, one telephone number of a record that the server knows, by somebody
// who has seen V and what they wrote themselves.
namespace lianxin::test {

struct ShortPushVector {
    core::PushRequest whole;
    Knowledge both;
};

inline ShortPushVector shortPushVector(const seal::SignKey& key, core::Changeset edit, EpochId epoch,
                                       const Hash& before)
{
    ShortPushVector made;
    const auto& change = edit.changes.front();
    auto vector = edit.pasts.front();
    vector.remove({edit.dot.replica, edit.dot.number - 1});
    made.both = {
        edit.user, {{change.record, {change.root, change.type, change.partition}}}, {{change.partition, vector}}};
    edit.changes.resize(1);
    edit.changes.front().writes.resize(1);
    edit.hlc = (edit.deviceTime + edit.clockOffset) << 16;
    core::Parcel parcel;
    parcel.replica = edit.dot.replica;
    parcel.first = edit.dot.number;
    parcel.before = before;
    parcel.seed.bytes.fill(0x42);
    parcel.bodies = {wire::encodeChangeset(edit)};
    parcel.head = seal::chainOf(parcel).back();
    parcel.signature = seal::signParcel(key, parcel);
    made.whole.epoch = epoch;
    made.whole.acknowledged = edit.dot.number - 1;
    made.whole.acknowledgedHash = before;
    made.whole.parcels = {std::move(parcel)};
    return made;
}

inline void addShortPush(std::map<std::string, std::string>& out, const ShortPushVector& made,
                         const seal::SignKey& receipt)
{
    out["push.3"] = wire::encodePushRequest(made.whole);
    out["push.3.short"] = raw64(*wire::encodeShortPush(made.whole, made.both.guess()));
    core::PushReply reply;
    const auto& parcel = made.whole.parcels.front();
    reply.receipt = seal::signReceipt(receipt, made.whole.epoch, parcel.replica, parcel.first, parcel.head);
    reply.serverTime = 1'790'000'000'000;
    out["push.3.receipt"] = raw64(wire::encodeShortReceipt(reply, made.whole));
}

// From the document's bytes, and what the server knows: the whole push again, byte for byte.
inline bool readsShortPush(std::map<std::string, std::string>& v, const ShortPushVector& known)
{
    const auto body = fromBase64Url(v["push.3.short"]);
    const auto read = body ? wire::ShortPush::read(*body) : Result<wire::ShortPush>(fail(Errc::invalidInput, ""));
    if (!read || read->acknowledged() != known.whole.acknowledged || read->epoch() != known.whole.epoch)
        return false;
    const auto whole = read->complete(known.both.memory(known.whole));
    const auto receipt = fromBase64Url(v["push.3.receipt"]);
    const auto reply = receipt ? wire::decodeShortReceipt(*receipt, known.whole)
                               : Result<core::PushReply>(fail(Errc::invalidInput, ""));
    return whole && wire::encodePushRequest(whole->request) == v["push.3"] && reply &&
           reply->serverTime == 1'790'000'000'000;
}

} // namespace lianxin::test

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/chain.hpp"
#include "sync/wire/changeset_codec.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/short_push.hpp"
#include "tests/unit/wire/blob_vectors.hpp"

#include <map>
#include <string>

// The vectors of PROTOCOL.md 7.1: changeset 3 after those of the push above, one telephone number of a record that the server knows, by somebody
// who has seen V and what they wrote themselves.
namespace lianxin::test {

struct ShortPushVector {
    core::PushRequest whole;
    wire::KnownPlace place;
    core::Context vector;
    UserId user;
};

inline ShortPushVector shortPushVector(const seal::SignKey& key, core::Changeset edit, EpochId epoch,
                                       const Hash& before)
{
    ShortPushVector made;
    made.user = edit.user;
    made.place = {edit.changes.front().root, edit.changes.front().type, edit.changes.front().partition};
    made.vector = edit.pasts.front();
    made.vector.remove({edit.dot.replica, edit.dot.number - 1});
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

inline std::string shortOf(const ShortPushVector& made)
{
    wire::PushGuess guess;
    guess.user = made.user;
    guess.placeOf = [&](RecordId) -> Result<std::optional<wire::KnownPlace>> { return std::optional(made.place); };
    guess.vectorOf = [&](const PartitionId&) -> Result<std::optional<core::Context>> {
        return std::optional(made.vector);
    };
    const auto text = wire::encodeShortPush(made.whole, guess);
    return text ? *text : std::string();
}

inline void addShortPush(std::map<std::string, std::string>& out, const ShortPushVector& made,
                         const seal::SignKey& receipt)
{
    out["push.3"] = wire::encodePushRequest(made.whole);
    out["push.3.short"] = raw64(shortOf(made));
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
    wire::PushMemory memory;
    memory.replica = known.whole.parcels.front().replica;
    memory.user = known.user;
    memory.before = known.whole.acknowledgedHash;
    memory.placeOf = [&](RecordId) -> Result<std::optional<wire::KnownPlace>> { return std::optional(known.place); };
    memory.vector = [&](const seal::VectorName& name) {
        return name == seal::nameOf(known.vector) ? std::optional(known.vector) : std::nullopt;
    };
    const auto whole = read->complete(memory);
    const auto receipt = fromBase64Url(v["push.3.receipt"]);
    const auto reply = receipt ? wire::decodeShortReceipt(*receipt, known.whole)
                               : Result<core::PushReply>(fail(Errc::invalidInput, ""));
    return whole && wire::encodePushRequest(whole->request) == v["push.3"] && reply &&
           reply->serverTime == 1'790'000'000'000;
}

} // namespace lianxin::test

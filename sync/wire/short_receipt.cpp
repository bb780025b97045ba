// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/changeset_codec.hpp"
#include "sync/wire/column_bytes.hpp"
#include "sync/wire/short_push.hpp"

namespace lianxin::wire {

namespace {

// What its author thought the time was: the server's own is not far from it.
std::uint64_t timeSaid(const core::PushRequest& asked)
{
    const auto last = decodeChangeset(asked.parcels.back().bodies.back());
    return last ? static_cast<std::uint64_t>(last->deviceTime) + static_cast<std::uint64_t>(last->clockOffset) : 0;
}

} // namespace

std::string encodeShortReceipt(const core::PushReply& reply, const core::PushRequest& asked)
{
    if (asked.parcels.empty())
        return {};
    const auto& receipt = reply.receipt;
    const auto& last = asked.parcels.back();
    const bool isPlain = receipt.epoch == asked.epoch && receipt.replica == last.replica &&
                         receipt.held == last.last() && receipt.head == last.head && reply.outcomes.empty() &&
                         !reply.need;
    if (!isPlain)
        return {};
    ColumnOut out;
    out.raw("\1");
    out.raw(receipt.signature.raw());
    out.difference(static_cast<std::uint64_t>(reply.serverTime), timeSaid(asked));
    return out.bytes();
}

bool isShortReceipt(std::string_view body) { return body.starts_with('\1'); }

Result<core::PushReply> decodeShortReceipt(std::string_view body, const core::PushRequest& asked)
{
    ColumnIn in(body);
    core::PushReply reply;
    const bool isOne = in.raw(1) == "\1" && !asked.parcels.empty();
    reply.receipt.signature = in.id<core::Signature>();
    if (!isOne || in.isBad())
        return fail(Errc::invalidInput, "not a short receipt");
    const auto& last = asked.parcels.back();
    reply.serverTime = static_cast<Millis>(in.sum(timeSaid(asked)));
    reply.receipt.epoch = asked.epoch;
    reply.receipt.replica = last.replica;
    reply.receipt.held = last.last();
    reply.receipt.head = last.head;
    if (in.isBad() || !in.atEnd())
        return fail(Errc::invalidInput, "not a short receipt");
    return reply;
}

} // namespace lianxin::wire

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/error_reply.hpp"

#include "sync/wire/json_fields.hpp"
#include "sync/wire/key_taken.hpp"
#include "sync/wire/limits.hpp"

#include <array>

namespace lianxin::wire {

namespace {

struct Row {
    Errc code;
    int status;
};

// PROTOCOL.md 10.
constexpr std::array kRows{
    Row{Errc::invalidInput, 400}, Row{Errc::protocol, 400},      Row{Errc::wrongSecret, 401},
    Row{Errc::notAllowed, 403},   Row{Errc::notFound, 404},      Row{Errc::epochChanged, 409},
    Row{Errc::fork, 409},         Row{Errc::upgradeNeeded, 426}, Row{Errc::lockedOut, 429},
    Row{Errc::internal, 500},     Row{Errc::busy, 503},          Row{Errc::diskFull, 507},
};
constexpr std::size_t kMaxDetail = 1000;

} // namespace

ErrorReply errorReplyOf(const Error& error)
{
    // What is wrong with the server's own disk is the operator's business; the tablet only comes back later.
    const bool isOwn = error.code == Errc::damaged || error.code == Errc::io || error.code == Errc::offline;
    return {errcName(isOwn ? Errc::internal : error.code), isOwn ? std::string() : error.detail.substr(0, kMaxDetail),
            std::nullopt, std::nullopt};
}

Errc errcOf(const ErrorReply& reply)
{
    if (reply.code == kCodeCursorsUnknown || reply.code == kCodeTextNeeded)
        return Errc::notFound;
    if (reply.code == kCodeShowReceipt)
        return Errc::epochChanged;
    if (reply.code == kCodeCounterBehind || reply.code == kCodeKeyTaken)
        return Errc::busy;
    for (const auto& row : kRows)
        if (reply.code == errcName(row.code))
            return row.code == Errc::internal || row.code == Errc::diskFull ? Errc::busy : row.code;
    return Errc::protocol;
}

int httpStatusOf(std::string_view code)
{
    if (code == kCodeCursorsUnknown || code == kCodeTextNeeded || code == kCodeShowReceipt ||
        code == kCodeCounterBehind || code == kCodeKeyTaken)
        return 409;
    for (const auto& row : kRows)
        if (code == errcName(row.code))
            return row.status;
    return 500;
}

std::string encodeErrorReply(const ErrorReply& reply)
{
    JsonOut out;
    out.open('{').key("code").text(reply.code);
    if (!reply.detail.empty())
        out.key("detail").text(isValidUtf8(reply.detail) ? std::string_view(reply.detail)
                                                         : std::string_view("unreadable detail"));
    if (reply.epoch)
        out.key("epoch").id(*reply.epoch);
    if (reply.retryAfter)
        out.key("retryAfter").number(*reply.retryAfter);
    return out.close('}').take();
}

Result<ErrorReply> decodeErrorReply(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, {kMaxBodyBytes, kMaxString, kMaxDepth}));
    Fault fault;
    const JsonIn in(json, fault);
    ErrorReply reply;
    reply.code = in.at("code").text(64);
    if (in.has("detail"))
        reply.detail = in.at("detail").text(4 * kMaxDetail);
    if (in.has("epoch"))
        reply.epoch = in.at("epoch").id<EpochId>();
    if (in.has("retryAfter"))
        reply.retryAfter = in.at("retryAfter").number32();
    if (fault.isSet())
        return fault.error();
    return reply;
}

} // namespace lianxin::wire

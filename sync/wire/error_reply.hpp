// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lianxin::wire {

// Body of every answer that is not 200 (PROTOCOL.md 10). `code` is errcName() or one of the codes below.
struct ErrorReply {
    std::string code;
    std::string detail;                      // English, for operators, without personal data
    std::optional<EpochId> epoch;            // with epoch-changed
    std::optional<std::uint32_t> retryAfter; // seconds, with busy and locked-out
    bool operator==(const ErrorReply&) const = default;
};

// The server does not remember the cursors behind PullRequest::unchanged: ask again with the list.
inline constexpr std::string_view kCodeCursorsUnknown = "cursors-unknown";
// The replica says that this server signed for more than it holds: show the receipt (PROTOCOL.md 9).
inline constexpr std::string_view kCodeShowReceipt = "show-receipt";

// A short push that this server cannot complete: send the whole one (PROTOCOL.md 7.1).
inline constexpr std::string_view kCodeTextNeeded = "text-needed";

// A counter that this replica gave before: the tablet was put back from an image, or it has a twin (PROTOCOL.md 9.1).
inline constexpr std::string_view kCodeCounterBehind = "counter-behind";

[[nodiscard]] ErrorReply errorReplyOf(const Error& error);
[[nodiscard]] Errc errcOf(
    const ErrorReply&
        reply); // notFound for cursors-unknown and text-needed, epochChanged for show-receipt, protocol for a code of a later version
[[nodiscard]] int httpStatusOf(std::string_view code);

[[nodiscard]] std::string encodeErrorReply(const ErrorReply& reply);
[[nodiscard]] Result<ErrorReply> decodeErrorReply(std::string_view bytes);

} // namespace lianxin::wire

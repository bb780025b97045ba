// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/wire/enrol.hpp"
#include "sync/wire/error_reply.hpp"

#include <string>
#include <string_view>
#include <vector>

// Protocol messages as canonical JSON (PROTOCOL.md 6-9). A reply leaves out what its request already says, so both ends give the request.
// Decoding checks form and limits; signatures and meaning are the caller's. Errors: invalidInput.
namespace lianxin::wire {

[[nodiscard]] std::string encodePushRequest(const core::PushRequest& request);
// Heads and `before` hashes that can be recomputed do not travel; decoding fills them in.
[[nodiscard]] Result<core::PushRequest> decodePushRequest(std::string_view bytes);

[[nodiscard]] std::string encodePushReply(const core::PushReply& reply, const core::PushRequest& asked);
[[nodiscard]] Result<core::PushReply> decodePushReply(std::string_view bytes, const core::PushRequest& asked);

// With `unchanged` set only the digest travels; the decoded request has then no cursors: the receiver looks them up (PROTOCOL.md 8).
[[nodiscard]] std::string encodePullRequest(const core::PullRequest& request);
[[nodiscard]] Result<core::PullRequest> decodePullRequest(std::string_view bytes);

// `asked` with its cursors, also when only their digest travelled.
[[nodiscard]] std::string encodePullReply(const core::PullReply& reply, const core::PullRequest& asked);
[[nodiscard]] Result<core::PullReply> decodePullReply(std::string_view bytes, const core::PullRequest& asked);

// A parcel on its own: archive, relay.
[[nodiscard]] std::string encodeParcel(const core::Parcel& parcel);
[[nodiscard]] Result<core::Parcel> decodeParcel(std::string_view bytes);

// BLAKE2b-128 over the cursors sorted by partition: what PullRequest::unchanged holds.
[[nodiscard]] core::CursorDigest cursorDigest(std::vector<core::PartitionCursor> cursors);

} // namespace lianxin::wire

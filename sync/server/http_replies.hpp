// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/http_messages.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/error_reply.hpp"

#include <cstdint>
#include <string>

// Answers as province and relay give them (PROTOCOL.md 10).
namespace lianxin::server {

// What a client should wait while the disk is full.
inline constexpr std::uint32_t kBrokenSeconds = 60;

[[nodiscard]] HttpReply replyOf(const wire::ErrorReply& refusal);
[[nodiscard]] HttpReply replyOf(const Error& error);
[[nodiscard]] HttpReply statusReply(int status, const Error& error);
[[nodiscard]] HttpReply busyReply(std::uint32_t seconds, int status);
// 200, compressed where that is smaller, in a way that the peer reads.
[[nodiscard]] HttpReply packed(std::string bytes, wire::PeerReads peer = wire::PeerReads::zstd);
[[nodiscard]] wire::PeerReads readsOf(const HttpRequest& request);

} // namespace lianxin::server

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

// Every number that somebody might want to change, with its unit and its reason.
namespace lianxin::core::tuning {

using namespace std::chrono_literals;

// Bytes of rows per pull reply. 32 KB are 8 s at 32 kbit/s: what a cut in the hills may cost. 4 MB keep a first sync at the office busy.
inline constexpr std::uint32_t kPullBudgetMin = 32 * 1024;
inline constexpr std::uint32_t kPullBudgetMax = 4 * 1024 * 1024;
// Bytes of rows per donation: they go up, where links are slower, and the server reads each whole.
inline constexpr std::uint32_t kDonationBudgetMax = 1024 * 1024;
// A server that was put back is found by three answers: no longer this receipt, another epoch, perhaps another one once more.
inline constexpr std::uint32_t kRecoverAtOnce = 3;
// A reply faster than this doubles the next budget, one slower halves it.
inline constexpr std::chrono::milliseconds kPullFast = 700ms;
inline constexpr std::chrono::milliseconds kPullSlow = 4s;
inline constexpr std::chrono::milliseconds kNeitherFastNorSlow = 1s;

// After a cut a budget grows only when so many whole answers came, twice as many after each further cut: a link that dies every so many bytes
// is fast in between, and growing soon would lose a larger frame each time. Every growth halves it again.
inline constexpr std::uint32_t kCalmFirst = 4;
inline constexpr std::uint32_t kCalmMost = 64;

// Bytes of changeset bodies per push. They shrink to a fifth and less on the way: 128 KB are one frame of a pull. A parcel is signed once and
// never split, so it is what a link must carry whole: 48 KB of bodies are about 10 KB on the line, 3 s at 32 kbit/s.
inline constexpr std::uint32_t kPushBudgetMin = 32 * 1024;
inline constexpr std::uint32_t kPushBudgetFirst = 128 * 1024;
inline constexpr std::size_t kParcelBytes = 48 * 1024;

// First wait after a failed request, and the longest: a worker who walks into the office should not wait for more than this.
inline constexpr std::chrono::milliseconds kBackoffFirst = 1s;
inline constexpr std::chrono::milliseconds kBackoffMost = 2min;

// The server said no. An administrator may have helped meanwhile, and nobody should have to press a button for it; often enough to be forgotten,
// seldom enough that a tablet without a place costs nothing.
inline constexpr std::chrono::milliseconds kRefusedPause = 15min;

// Bytes of attachments per request. 8 KB are 2 s at 32 kbit/s: even a link that breaks all the time brings a picture through.
inline constexpr std::uint32_t kBlobPieceMin = 8 * 1024;

// With a link and nothing to send, ask for news this often.
inline constexpr std::chrono::milliseconds kPollInterval = 60s;

// How often a tablet asks what of its changes lies in the province's backup: backups are made once a night. And how many of its newest changes
// it keeps in any case: two weeks of a hard-working tablet, for whoever looks at what was sent.
inline constexpr std::chrono::milliseconds kMarkPause = 6h;
inline constexpr std::uint64_t kKeptChangesets = 500;

// One push: whichever comes first (decisions D5).
inline constexpr std::size_t kPushChangesets = 500;
inline constexpr std::uint32_t kPushBytes = 4 * 1024 * 1024;

} // namespace lianxin::core::tuning

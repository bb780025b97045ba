// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

// Limits of PROTOCOL.md 12, in bytes after decompression unless said otherwise. Both sides enforce them.
namespace lianxin::wire {

inline constexpr std::size_t kMaxHeaderBytes = 16 * 1024;
inline constexpr std::size_t kMaxBodyBytes = 1024 * 1024;                  // every message but the next two
inline constexpr std::size_t kMaxPushBytes = 4 * 1024 * 1024 + 256 * 1024; // bodies of 4 MB and what is around them
inline constexpr std::size_t kMaxPullReplyBytes = 16 * 1024 * 1024;
inline constexpr std::size_t kMaxFormsBytes = 8 * 1024 * 1024; // the province's forms, and a catalogue
inline constexpr std::size_t kMaxChangesetsPerPush = 500;
inline constexpr std::size_t kMaxDepth = 32; // of a message
inline constexpr std::size_t kMaxChangesetDepth =
    24; // so that each body and value fits inside the messages that carry it
inline constexpr std::size_t kMaxString = 64 * 1024;              // kMostTextBytes of a form
inline constexpr std::size_t kMaxEnvelopeString = 256 * 1024 - 2; // base64url characters only
inline constexpr std::size_t kMaxWhy = 200;                       // characters (code points), not bytes
inline constexpr std::size_t kMaxPasts = 5000;
inline constexpr std::size_t kMaxPartitions = 20000;
inline constexpr std::size_t kMaxLabel = 64; // characters of a tablet's label

inline constexpr std::size_t kMaxSegmentBytes = 1024 * 1024;        // as it is stored and sent, compressed
inline constexpr std::size_t kMaxSegmentContent = 16 * 1024 * 1024; // what comes out of it
inline constexpr std::size_t kMaxSegmentRows = 65'536;
inline constexpr std::size_t kMaxSegmentsPerManifest = 4096; // a partition of a hundred million rows
inline constexpr std::size_t kMaxWants = 4096;
inline constexpr std::size_t kMaxSegmentReply = 4 * 1024 * 1024 + 512 * 1024; // bytes of 4 MB and what is around them

} // namespace lianxin::wire

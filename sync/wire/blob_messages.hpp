// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/blob_messages.hpp"

#include <string>
#include <string_view>
#include <vector>

// What travels around attachments (PROTOCOL.md 8.2). Questions and standings are JSON, bytes are not.
namespace lianxin::wire {

inline constexpr std::string_view kPathBlobAsk = "/v1/blob/ask"; // POST
inline constexpr std::string_view kPathBlobPut = "/v1/blob/put"; // POST, the body is no JSON
inline constexpr std::string_view kPathBlobGet = "/v1/blob/get"; // POST, the answer is no JSON

inline constexpr std::size_t kMaxBlobOffers = 64;
inline constexpr std::size_t kMaxBlobPieces = 256;
inline constexpr std::size_t kMaxBlobWants = 64;
inline constexpr std::size_t kMaxBlobBody = 1024 * 1024;     // of a put, and of the answer to a get
inline constexpr std::uint32_t kMostBlobBudget = 512 * 1024; // bytes of blobs in one of them

[[nodiscard]] std::string encodeBlobAsk(const core::BlobAsk& ask);
[[nodiscard]] Result<core::BlobAsk> decodeBlobAsk(std::string_view bytes);

[[nodiscard]] std::string encodeBlobPut(const core::BlobPut& put);
[[nodiscard]] Result<core::BlobPut> decodeBlobPut(std::string_view bytes);

// Answers to both. The reader brings what it asked about: the ids, and how many chunks each has.
[[nodiscard]] std::string encodeBlobStates(const std::vector<core::BlobState>& states);
struct AskedBlob {
    Hash blob;
    std::uint32_t chunks{0};
};
[[nodiscard]] Result<std::vector<core::BlobState>> decodeBlobStates(std::string_view bytes,
                                                                    const std::vector<AskedBlob>& asked);

[[nodiscard]] std::string encodeBlobGet(const core::BlobGet& get);
[[nodiscard]] Result<core::BlobGet> decodeBlobGet(std::string_view bytes);
// Parts in the order of the wants, each with a check of its own. The last one with bytes may end before its blob does.
[[nodiscard]] std::string encodeBlobParts(const std::vector<core::BlobPart>& parts);
[[nodiscard]] Result<std::vector<core::BlobPart>> decodeBlobParts(std::string_view bytes, const core::BlobGet& asked);

} // namespace lianxin::wire

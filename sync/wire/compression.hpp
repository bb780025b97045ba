// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <cstddef>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

namespace lianxin::wire {

[[nodiscard]] std::string compress(std::string_view bytes); // one zstd frame, with its content size
// The same for what is made once and fetched often: slower, smaller. At each of `breaks`, places in `bytes` ascending, a block of the frame ends:
// where what comes is of another kind it gets codes of its own. `hard`: for seconds, another tenth smaller. Empty when there is no memory, and soon
// after a stop was asked for.
enum class Keeping { once, hard };
[[nodiscard]] std::string compressForKeeping(std::string_view bytes, std::span<const std::size_t> breaks,
                                             Keeping keeping = Keeping::once, const std::stop_token& stop = {});
// One whole zstd frame without dictionary that gives at most `limit` bytes, whatever its header claims. upgradeNeeded: it wants a dictionary.
[[nodiscard]] Result<std::string> decompress(std::string_view bytes, std::size_t limit);
// What travels as lianxin-zstd-1 (PROTOCOL.md 2.1). Nothing when the text cannot be said this way.
[[nodiscard]] std::string compressShared(std::string_view text);
[[nodiscard]] Result<std::string> decompressShared(std::string_view bytes, std::size_t limit);

enum class PeerReads : bool { zstd, dictionary }; // who reads the second reads both

// A body ready to send: compressed only when that makes it smaller.
struct Packed {
    std::string bytes;
    std::string_view encoding; // value of Content-Encoding, empty for none
};
[[nodiscard]] Packed pack(std::string bytes, PeerReads peer = PeerReads::zstd);
// invalidInput for an encoding that PROTOCOL.md does not know.
[[nodiscard]] Result<std::string> unpack(std::string_view bytes, std::string_view encoding, std::size_t limit);

} // namespace lianxin::wire

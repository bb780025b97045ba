// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace lianxin::seal {

[[nodiscard]] Hash blake2b(std::string_view data);
[[nodiscard]] Hash blake2b(std::span<const std::uint8_t> key, std::string_view data); // key of 16 to 64 bytes

// BLAKE2b over a stream. add() feeds bytes as they are; field() and number() feed what PROTOCOL.md calls fields: a number
// as 8 bytes big-endian, bytes after their length as such a number. Two different lists of fields never give one stream.
class Blake2b {
public:
    explicit Blake2b(std::size_t outputBytes = 32, std::span<const std::uint8_t> key = {});
    Blake2b& add(std::string_view bytes);
    Blake2b& field(std::string_view bytes);
    Blake2b& number(std::uint64_t value);
    [[nodiscard]] Hash finish();                 // of the default size
    void finish(std::span<std::uint8_t> output); // of outputBytes
    ~Blake2b();
    Blake2b(const Blake2b&) = delete;
    Blake2b& operator=(const Blake2b&) = delete;

private:
    alignas(64) std::array<std::uint8_t, 384> m_state{};
};

} // namespace lianxin::seal

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace lianxin::vault {

// Fixed-width, big-endian, no optional forms: the header's bytes are also what its keys are bound to.
class ByteWriter {
public:
    void number(std::uint64_t value, int width);
    void raw(std::string_view bytes) { m_bytes += bytes; }
    template <std::size_t N> void raw(const std::array<std::uint8_t, N>& bytes)
    {
        m_bytes.append(reinterpret_cast<const char*>(bytes.data()), N);
    }
    void block(std::string_view bytes); // two bytes of length before it
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_rest(bytes) {}
    [[nodiscard]] Result<std::uint64_t> number(int width);
    [[nodiscard]] Result<std::string_view> raw(std::size_t count);
    template <std::size_t N> [[nodiscard]] Result<void> raw(std::array<std::uint8_t, N>& into)
    {
        LIANXIN_TRY(const auto bytes, raw(N));
        for (std::size_t i = 0; i < N; ++i)
            into[i] = static_cast<std::uint8_t>(bytes[i]);
        return {};
    }
    [[nodiscard]] Result<std::string> block(std::size_t atMost);
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

} // namespace lianxin::vault

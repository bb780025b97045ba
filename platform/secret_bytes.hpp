// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace lianxin::platform {

// Key material. It lies in guarded, locked pages of its own (never swapped, left out of core dumps), is zeroed when
// it goes, and can only be moved: a copy of a key must be visible in the code as clone().
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size); // zeros
    ~SecretBytes();
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;

    [[nodiscard]] static SecretBytes copyOf(std::span<const std::uint8_t> bytes);
    [[nodiscard]] static SecretBytes copyOf(std::string_view text);
    [[nodiscard]] static SecretBytes random(std::size_t size, RandomSource& source);

    [[nodiscard]] SecretBytes clone() const { return copyOf(span()); }
    [[nodiscard]] SecretBytes part(std::size_t offset, std::size_t count) const; // a copy, like clone()
    [[nodiscard]] std::uint8_t* data() { return m_data; }
    [[nodiscard]] const std::uint8_t* data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] std::span<const std::uint8_t> span() const { return {m_data, m_size}; }
    [[nodiscard]] std::span<std::uint8_t> span() { return {m_data, m_size}; }
    [[nodiscard]] std::string_view view() const { return {reinterpret_cast<const char*>(m_data), m_size}; }
    [[nodiscard]] bool equals(const SecretBytes& other) const; // in constant time for equal sizes
    void wipe();                                               // empty afterwards

private:
    std::uint8_t* m_data{nullptr};
    std::size_t m_size{0};
};

// For the short-lived plain buffers that a foreign API forces on us (base64 in the key store, text from a field).
void wipeMemory(void* data, std::size_t size);

} // namespace lianxin::platform

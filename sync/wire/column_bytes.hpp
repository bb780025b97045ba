// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Numbers and bytes of the streams of a segment (PROTOCOL.md 9): a number is seven bits a byte, least significant first, the highest bit set
// on all but the last; a signed one is folded first (0, -1, 1, -2, …).
namespace lianxin::wire {

class ColumnOut {
public:
    void number(std::uint64_t value)
    {
        while (value >= 0x80U) {
            m_bytes.push_back(static_cast<char>((value & 0x7fU) | 0x80U));
            value >>= 7U;
        }
        m_bytes.push_back(static_cast<char>(value));
    }
    // A difference may wrap around: the reader's sum wraps back.
    void difference(std::uint64_t to, std::uint64_t from)
    {
        const auto by = static_cast<std::int64_t>(to - from);
        number((static_cast<std::uint64_t>(by) << 1U) ^ static_cast<std::uint64_t>(by >> 63U));
    }
    void raw(std::string_view bytes) { m_bytes.append(bytes); }
    void counted(std::string_view bytes)
    {
        number(bytes.size());
        raw(bytes);
    }
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    void clear() { m_bytes.clear(); }

private:
    std::string m_bytes;
};

// A read past the end, or of a number that is too long, answers zeros and is remembered.
class ColumnIn {
public:
    ColumnIn() = default;
    explicit ColumnIn(std::string_view bytes) : m_rest(bytes) {}
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
            const auto byte = static_cast<std::uint8_t>(m_rest.front());
            m_rest.remove_prefix(1);
            if (shift == 63 && byte > 1)
                break;
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0) {
                if (byte == 0 && shift > 0)
                    break; // one spelling for each number
                return value;
            }
        }
        m_bad = true;
        return 0;
    }
    std::uint64_t sum(std::uint64_t from)
    {
        const auto folded = number();
        return from + ((folded >> 1U) ^ (~(folded & 1U) + 1U));
    }
    // A count of things that take at least `each` bytes here.
    std::size_t count(std::size_t each = 1)
    {
        const auto value = number();
        if (value > m_rest.size() / each) {
            m_bad = true;
            return 0;
        }
        return static_cast<std::size_t>(value);
    }
    std::string_view raw(std::size_t size)
    {
        if (size > m_rest.size()) {
            m_bad = true;
            return {};
        }
        const auto part = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return part;
    }
    std::string_view counted() { return raw(count()); }
    // Up to the next line feed, which is taken too.
    std::string_view line()
    {
        const auto end = m_rest.find('\n');
        if (end == std::string_view::npos) {
            m_bad = true;
            return {};
        }
        const auto part = m_rest.substr(0, end);
        m_rest.remove_prefix(end + 1);
        return part;
    }
    template <typename Id> Id id()
    {
        const auto parsed = Id::fromRaw(raw(Id{}.bytes.size()));
        return parsed ? *parsed : Id{};
    }
    [[nodiscard]] bool isBad() const { return m_bad; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] std::size_t left() const { return m_rest.size(); }

private:
    std::string_view m_rest;
    bool m_bad{false};
};

} // namespace lianxin::wire

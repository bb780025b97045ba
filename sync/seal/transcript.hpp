// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lianxin::seal {

// The bytes that are signed: fields as PROTOCOL.md 1 writes them (Blake2b::field and number), the first one the purpose, so that a signature
// made for one purpose never fits another.
class Transcript {
public:
    explicit Transcript(std::string_view purpose) { field(purpose); }
    Transcript& number(std::uint64_t value)
    {
        for (unsigned i = 0; i < 8; ++i)
            m_bytes.push_back(static_cast<char>(value >> (56U - 8U * i)));
        return *this;
    }
    Transcript& field(std::string_view bytes)
    {
        number(bytes.size());
        m_bytes.append(bytes);
        return *this;
    }
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

} // namespace lianxin::seal

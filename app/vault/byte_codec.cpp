// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/byte_codec.hpp"

namespace lianxin::vault {

void ByteWriter::number(std::uint64_t value, int width)
{
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        m_bytes += static_cast<char>((value >> shift) & 0xff);
}

void ByteWriter::block(std::string_view bytes)
{
    number(bytes.size(), 2);
    raw(bytes);
}

Result<std::uint64_t> ByteReader::number(int width)
{
    LIANXIN_TRY(const auto bytes, raw(static_cast<std::size_t>(width)));
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = value << 8 | static_cast<std::uint8_t>(byte);
    return value;
}

Result<std::string_view> ByteReader::raw(std::size_t count)
{
    if (count > m_rest.size())
        return fail(Errc::damaged, "the bytes end too early");
    const auto taken = m_rest.substr(0, count);
    m_rest.remove_prefix(count);
    return taken;
}

Result<std::string> ByteReader::block(std::size_t atMost)
{
    LIANXIN_TRY(const auto size, number(2));
    if (size > atMost)
        return fail(Errc::damaged, "a block is longer than its kind allows");
    LIANXIN_TRY(const auto bytes, raw(static_cast<std::size_t>(size)));
    return std::string(bytes);
}

} // namespace lianxin::vault

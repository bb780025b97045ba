// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/ids.hpp"

#include <algorithm>

namespace lianxin {

namespace {
constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

int digitOf(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    if (c == '-')
        return 62;
    return c == '_' ? 63 : -1;
}
} // namespace

std::string toBase64Url(std::span<const std::uint8_t> bytes)
{
    std::string out;
    out.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const auto byte : bytes) {
        buffer = (buffer << 8U) | byte;
        bits += 8;
        while (bits >= 6) {
            bits -= 6;
            out.push_back(kAlphabet[(buffer >> static_cast<unsigned>(bits)) & 63U]);
        }
    }
    if (bits > 0)
        out.push_back(kAlphabet[(buffer << static_cast<unsigned>(6 - bits)) & 63U]);
    return out;
}

Result<std::string> fromBase64Url(std::string_view text)
{
    std::string out;
    out.reserve(text.size() * 3 / 4);
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char c : text) {
        const int digit = digitOf(c);
        if (digit < 0)
            return fail(Errc::invalidInput, "not base64url");
        buffer = (buffer << 6U) | static_cast<std::uint32_t>(digit);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out.push_back(static_cast<char>((buffer >> static_cast<unsigned>(bits)) & 255U));
        }
    }
    // Only one spelling per byte string: left-over bits must be zero and less than a whole digit.
    if (bits >= 6 || (buffer & ((1U << static_cast<unsigned>(bits)) - 1U)) != 0)
        return fail(Errc::invalidInput, "base64url with stray bits");
    return out;
}

RecordId makeRecordId(Millis now, RandomSource& random)
{
    RecordId id;
    random.fill(id.bytes);
    const auto ms = static_cast<std::uint64_t>(std::max<Millis>(now, 0));
    for (unsigned i = 0; i < 6; ++i)
        id.bytes[i] = static_cast<std::uint8_t>(ms >> (40U - 8U * i));
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0fU) | 0x70U);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3fU) | 0x80U);
    return id;
}

Millis createdAt(RecordId record)
{
    Millis at = 0;
    for (std::size_t i = 0; i < 6; ++i)
        at = at << 8 | record.bytes[i];
    return at;
}

ReplicaId makeReplicaId(RandomSource& random)
{
    ReplicaId id;
    do
        random.fill(id.bytes);
    while (id.isNil());
    return id;
}

Result<PartitionId> PartitionId::parse(std::string_view text)
{
    if (text.size() < 4 || text[1] != ':')
        return fail(Errc::invalidInput, "not a partition id");
    const auto rest = text.substr(2);
    if (text[0] == 'k') {
        if (auto id = RecordId::parse(rest); !id)
            return id.error();
    } else {
        const std::size_t digits = text[0] == 'p'   ? 2
                                   : text[0] == 'b' ? 6
                                   : text[0] == 'c' ? 6
                                   : text[0] == 't' ? 9
                                   : text[0] == 'v' ? 12
                                                    : 0;
        const bool numeric = std::all_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (digits == 0 || rest.size() != digits || !numeric)
            return fail(Errc::invalidInput, "not a partition id");
    }
    PartitionId id;
    id.m_text = text;
    return id;
}

PartitionId PartitionId::forCase(RecordId caseId)
{
    PartitionId id;
    id.m_text = "k:" + caseId.text();
    return id;
}

PartitionId PartitionId::directory()
{
    PartitionId id;
    id.m_text = "p:35";
    return id;
}

std::string_view PartitionId::area() const
{
    return isCase() || m_text.size() < 2 ? std::string_view{} : std::string_view(m_text).substr(2);
}

} // namespace lianxin

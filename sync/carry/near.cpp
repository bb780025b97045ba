// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/carry/near.hpp"

#include <charconv>

namespace lianxin::carry {

namespace {

constexpr std::string_view kHead = "LXNEAR1,";
constexpr std::size_t kMaxHost = 64;

void putPart(std::string& out, std::string_view part)
{
    for (unsigned i = 4; i > 0; --i)
        out.push_back(static_cast<char>(part.size() >> (8U * (i - 1))));
    out.append(part);
}

// False: cut.
bool takePart(std::string_view& in, std::string& part)
{
    std::size_t size = 0;
    if (in.size() < 4)
        return false;
    for (const char c : in.substr(0, 4))
        size = size << 8U | static_cast<std::uint8_t>(c);
    in.remove_prefix(4);
    if (size > in.size())
        return false;
    part = in.substr(0, size);
    in.remove_prefix(size);
    return true;
}

} // namespace

std::string nearText(const NearAddress& address)
{
    return std::string(kHead) + address.host + "," + std::to_string(address.port) + "," + address.key.text();
}

Result<NearAddress> parseNear(std::string_view text)
{
    const auto refusal = fail(Errc::invalidInput, "not the code of a tablet nearby");
    if (!text.starts_with(kHead))
        return refusal;
    text.remove_prefix(kHead.size());
    const auto first = text.find(',');
    const auto second = first == std::string_view::npos ? first : text.find(',', first + 1);
    if (second == std::string_view::npos || first == 0 || first > kMaxHost)
        return refusal;
    NearAddress address;
    address.host = text.substr(0, first);
    if (address.host.find_first_not_of("0123456789abcdefABCDEF.:") != std::string::npos)
        return refusal;
    const auto digits = text.substr(first + 1, second - first - 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
    const auto key = seal::PublicBoxKey::parse(text.substr(second + 1));
    if (error != std::errc() || end != digits.data() + digits.size() || address.port == 0 || !key)
        return refusal;
    address.key = *key;
    return address;
}

Result<std::string> sealNear(const NearMessage& message, const seal::PublicBoxKey& to, RandomSource& random)
{
    std::string plain(message.replyTo.raw());
    putPart(plain, message.reply);
    putPart(plain, message.auth);
    putPart(plain, message.ask);
    if (plain.size() > kMaxNearBytes - seal::kSealOverhead)
        return fail(Errc::invalidInput, "too much for one message");
    return seal::sealTo(to, {reinterpret_cast<const std::uint8_t*>(plain.data()), plain.size()}, random);
}

Result<NearMessage> openNear(std::string_view bytes, const seal::BoxKey& mine)
{
    if (bytes.size() > kMaxNearBytes)
        return fail(Errc::invalidInput, "a message larger than allowed");
    LIANXIN_TRY(const auto opened, mine.open(bytes));
    std::string_view in(reinterpret_cast<const char*>(opened.data()), opened.size());
    NearMessage message;
    if (in.size() < sizeof(seal::PublicBoxKey))
        return fail(Errc::invalidInput, "a message that is cut");
    LIANXIN_TRY(message.replyTo, seal::PublicBoxKey::fromRaw(in.substr(0, sizeof(seal::PublicBoxKey))));
    in.remove_prefix(sizeof(seal::PublicBoxKey));
    if (!takePart(in, message.reply) || !takePart(in, message.auth) || !takePart(in, message.ask) || !in.empty())
        return fail(Errc::invalidInput, "a message that is cut, or has something behind it");
    return message;
}

std::string nearPath(const seal::PublicBoxKey& door) { return "/near/" + door.text(); }

} // namespace lianxin::carry

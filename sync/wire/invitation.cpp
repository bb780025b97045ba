// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/invitation.hpp"

#include "sync/seal/hash.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace lianxin::wire {

namespace {

constexpr std::string_view kHead = "LIANXIN:1:";
constexpr std::string_view kName = "LIANXIN:";
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
constexpr std::size_t kGroupData = 4;
constexpr std::size_t kGroup = kGroupData + 1;
constexpr std::size_t kCodeSymbols = 32; // 160 bits
constexpr std::size_t kCodeBytes = 20;
constexpr std::size_t kMaxPins = 2;
constexpr std::size_t kMaxAddress = 128;
constexpr std::size_t kCheckBytes = 3;
// realm, pins, code, user, root: what stands before the parts of changing length.
constexpr std::size_t kFixed = 2 + kCodeBytes + 16 + 32;

// GF(32) with x^5 + x^2 + 1, as in the recovery code: different multipliers for each place find every single slip and every swap of two
// neighbours, and the place finds a group that was left out. (Two groups far apart may share a check of their place; the check over the whole
// finds those.)
constexpr unsigned timesX(unsigned a) { return ((a << 1) ^ ((a & 16) ? 0b100101 : 0)) & 31; }

unsigned checkSymbol(const unsigned* data, std::size_t group)
{
    auto sum = static_cast<unsigned>(group / 31);
    sum = timesX(sum) ^ static_cast<unsigned>(group % 31 + 1);
    for (std::size_t i = 0; i < kGroupData; ++i)
        sum = timesX(sum) ^ timesX(timesX(data[i]));
    return sum;
}

std::optional<unsigned> symbolOf(char c)
{
    if (c == 'O')
        c = '0';
    if (c == 'I' || c == 'L')
        c = '1';
    const auto at = kAlphabet.find(c);
    return at == std::string_view::npos ? std::nullopt : std::optional(static_cast<unsigned>(at));
}

std::vector<unsigned> symbolsOf(std::string_view bytes)
{
    std::vector<unsigned> symbols;
    unsigned window = 0;
    unsigned bits = 0;
    for (const char c : bytes) {
        window = ((window << 8U) | static_cast<unsigned char>(c)) & 0xfffU;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            symbols.push_back((window >> bits) & 31U);
        }
    }
    if (bits > 0)
        symbols.push_back((window << (5 - bits)) & 31U);
    return symbols;
}

// Left-over bits are dropped; a writer leaves zeros there, and the comparison with what it writes finds others.
std::string bytesOf(const std::vector<unsigned>& symbols)
{
    std::string bytes;
    unsigned window = 0;
    unsigned bits = 0;
    for (const unsigned symbol : symbols) {
        window = ((window << 5U) | symbol) & 0xfffU;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<char>((window >> bits) & 0xffU));
        }
    }
    return bytes;
}

std::string checkOf(std::string_view body)
{
    return std::string(seal::Blake2b().field("lianxin-invitation-1").field(body).finish().raw().substr(0, kCheckBytes));
}

bool isSound(const InvitationText& invitation)
{
    const bool plain = invitation.address.starts_with("http://");
    return isServerAddress(invitation.address) && invitation.address.size() <= kMaxAddress &&
           invitation.pins.size() <= kMaxPins && (plain || !invitation.pins.empty()) &&
           invitation.code.size() == kCodeSymbols &&
           invitation.code.find_first_not_of(kAlphabet) == std::string::npos && !invitation.user.isNil();
}

std::string packedCode(const std::string& code)
{
    std::vector<unsigned> symbols;
    for (const char c : code)
        symbols.push_back(static_cast<unsigned>(kAlphabet.find(c)));
    return bytesOf(symbols);
}

std::string unpackedCode(std::string_view bytes)
{
    std::string code;
    for (const unsigned symbol : symbolsOf(bytes))
        code.push_back(kAlphabet[symbol]);
    return code;
}

// How many bytes a body that begins so has, check included; as far as is known yet.
std::size_t lengthOf(std::string_view bytes)
{
    const std::size_t pins = bytes.size() > 1 ? static_cast<unsigned char>(bytes[1]) : 0;
    const std::size_t address = kFixed + 32 * pins;
    const std::size_t letters = bytes.size() > address ? static_cast<unsigned char>(bytes[address]) : 0;
    return address + 1 + letters + kCheckBytes;
}

std::size_t symbolsFor(std::size_t bytes)
{
    const auto data = (bytes * 8 + 4) / 5;
    return (data + kGroupData - 1) / kGroupData * kGroupData;
}

std::optional<InvitationText> textOf(std::string_view bytes)
{
    const auto take = [&](std::size_t count) {
        const auto part = bytes.substr(0, count);
        bytes.remove_prefix(part.size());
        return part;
    };
    InvitationText text;
    const auto realm = static_cast<unsigned char>(take(1)[0]);
    const auto pins = static_cast<unsigned char>(take(1)[0]);
    if (realm > 1 || pins > kMaxPins)
        return std::nullopt;
    text.realm = realm == 0 ? seal::Realm::demo : seal::Realm::production;
    text.code = unpackedCode(take(kCodeBytes));
    std::ranges::copy(take(16), text.user.bytes.begin());
    std::ranges::copy(take(32), text.root.bytes.begin());
    for (unsigned i = 0; i < pins; ++i)
        std::ranges::copy(take(32), text.pins.emplace_back().bytes.begin());
    text.address = take(static_cast<unsigned char>(take(1)[0]));
    return isSound(text) ? std::optional(std::move(text)) : std::nullopt;
}

// What a Chinese keyboard makes of ':', '-' and ' '.
constexpr std::array<std::pair<std::string_view, char>, 4> kWide{
    {{"\xef\xbc\x9a", ':'}, {"\xef\xbc\x8d", '-'}, {"\xe2\x80\x94", '-'}, {"\xe3\x80\x80", ' '}}};

// Upper case, without what people put between groups, and without words of a message before it.
std::string squeezed(std::string_view typed)
{
    std::string plain;
    while (!typed.empty()) {
        char c = typed.front();
        std::size_t size = 1;
        for (const auto& [wide, narrow] : kWide)
            if (typed.starts_with(wide)) {
                c = narrow;
                size = wide.size();
            }
        typed.remove_prefix(size);
        if (c != '-' && c != ' ' && c != '\n' && c != '\r' && c != '\t')
            plain.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    }
    const auto begin = plain.find(kName);
    return begin == std::string::npos ? plain : plain.substr(begin);
}

bool sameGroups(std::string_view typed, std::string_view written)
{
    return std::ranges::equal(typed, written, [](char a, char b) { return symbolOf(a) == symbolOf(b); });
}

InvitationReading said(InvitationReading::State state, std::size_t group, std::size_t groups)
{
    return {state, group, {}, groups, {}};
}

// A group with a slip in it, and its letters where they are some: easier to find on paper than by counting.
InvitationReading slipped(std::size_t group, std::string_view letters)
{
    auto reading = said(InvitationReading::State::slip, group + 1, group);
    if (std::ranges::all_of(letters, [](char c) { return symbolOf(c).has_value() || c == 'U'; }))
        reading.slipped = letters;
    return reading;
}

// The groups behind the head, one after the other.
InvitationReading readGroups(std::string_view text)
{
    using State = InvitationReading::State;
    std::vector<unsigned> symbols;
    std::string bytes;
    for (std::size_t group = 0;; ++group, text.remove_prefix(kGroup)) {
        if (symbols.size() >= symbolsFor(lengthOf(bytes)))
            break;
        std::array<unsigned, kGroup> typed{};
        const auto there = std::min(text.size(), kGroup);
        for (std::size_t i = 0; i < there; ++i) {
            const auto symbol = symbolOf(text[i]);
            if (!symbol)
                return slipped(group, text.substr(0, there));
            typed[i] = *symbol;
        }
        if (there < kGroup)
            return said(State::unfinished, group + 1, group);
        if (typed[kGroupData] != checkSymbol(typed.data(), group))
            return slipped(group, text.substr(0, there));
        symbols.insert(symbols.end(), typed.begin(), typed.begin() + kGroupData);
        bytes = bytesOf(symbols);
        if (bytes.size() > 1 && static_cast<unsigned char>(bytes[1]) > kMaxPins)
            return said(State::unsound, 0, group + 1);
    }
    const auto groups = symbols.size() / kGroupData;
    if (!text.empty())
        return said(State::tooLong, 0, groups);
    const auto body = std::string_view(bytes).substr(0, lengthOf(bytes) - kCheckBytes);
    const auto invitation =
        std::string_view(bytes).substr(body.size(), kCheckBytes) == checkOf(body) ? textOf(body) : std::nullopt;
    if (!invitation)
        return said(State::unsound, 0, groups);
    return {State::whole, 0, {}, groups, *invitation};
}

} // namespace

bool isServerAddress(std::string_view address)
{
    const bool plain = address.starts_with("http://");
    if (!plain && !address.starts_with("https://"))
        return false;
    address.remove_prefix(plain ? 7 : 8);
    const auto colon = address.rfind(':');
    const bool bracketed = address.starts_with("[");
    const bool hasPort = colon != std::string_view::npos && (!bracketed || address.rfind(']') < colon);
    const auto host = hasPort ? address.substr(0, colon) : address;
    const auto port = hasPort ? address.substr(colon + 1) : std::string_view("443");
    const auto isOneOf = [](std::string_view text, std::string_view allowed) {
        return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
    };
    const bool hostSound = bracketed
                               ? host.size() > 2 && host.ends_with("]") &&
                                     isOneOf(host.substr(1, host.size() - 2), "0123456789abcdefABCDEF:.")
                               : isOneOf(host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");
    if (!hostSound || !isOneOf(port, "0123456789") || port.size() > 5)
        return false;
    return !plain || host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

Result<std::string> writeInvitation(const InvitationText& invitation)
{
    if (!isSound(invitation))
        return fail(Errc::invalidInput,
                    "an invitation needs an https address, one or two pins, a code of 32 characters and a user");
    std::string body;
    body.push_back(invitation.realm == seal::Realm::demo ? '\0' : '\1');
    body.push_back(static_cast<char>(invitation.pins.size()));
    body += packedCode(invitation.code);
    body += invitation.user.raw();
    body += invitation.root.raw();
    for (const auto& pin : invitation.pins)
        body += pin.raw();
    body.push_back(static_cast<char>(invitation.address.size()));
    body += invitation.address;
    body += checkOf(body);
    auto symbols = symbolsOf(body);
    symbols.resize(symbolsFor(body.size()));
    std::string text(kHead);
    for (std::size_t at = 0; at < symbols.size(); at += kGroupData) {
        if (at > 0)
            text.push_back('-');
        for (std::size_t i = 0; i < kGroupData; ++i)
            text.push_back(kAlphabet[symbols[at + i]]);
        text.push_back(kAlphabet[checkSymbol(&symbols[at], at / kGroupData)]);
    }
    return text;
}

InvitationReading readInvitation(std::string_view typed)
{
    using State = InvitationReading::State;
    const auto plain = squeezed(typed.substr(0, 4096));
    if (plain.empty())
        return {};
    const auto common = std::min(plain.size(), kHead.size());
    if (plain.compare(0, common, kHead.substr(0, common)) != 0) {
        const bool versioned = plain.starts_with(kName) && plain.size() > kName.size() && plain[kName.size()] >= '2' &&
                               plain[kName.size()] <= '9';
        return said(versioned ? State::newer : State::foreign, 0, 0);
    }
    if (plain.size() < kHead.size())
        return said(State::unfinished, 0, 0);
    auto reading = readGroups(std::string_view(plain).substr(kHead.size()));
    if (reading.state != State::whole)
        return reading;
    // One invitation, one spelling.
    const auto written = writeInvitation(reading.invitation);
    if (!written || !sameGroups(plain.substr(kHead.size()), squeezed(*written).substr(kHead.size())))
        reading = said(State::unsound, 0, reading.groups);
    return reading;
}

} // namespace lianxin::wire

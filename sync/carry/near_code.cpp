// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/carry/near_code.hpp"

#include "sync/seal/hash.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace lianxin::carry {

namespace {

constexpr std::string_view kWholeHead = "LXNEAR";
constexpr std::string_view kHello = "LXNH";
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // as in invitations
constexpr std::size_t kSigns = 16;
constexpr std::size_t kGroup = 4;
constexpr unsigned kMarkBits = 34;
constexpr unsigned kAddressBits = 25;
constexpr unsigned kPortBits = 16;
constexpr int kRounds = 1 << 14;

// Networks that are nobody's on the internet, one behind the other in one row of numbers.
struct Net {
    std::uint32_t base;
    unsigned bits; // of the host
};
constexpr std::array<Net, 6> kNets{{{0x0a000000, 24},   // 10/8
                                    {0x64400000, 22},   // 100.64/10
                                    {0xac100000, 20},   // 172.16/12
                                    {0xc0a80000, 16},   // 192.168/16
                                    {0xa9fe0000, 16},   // 169.254/16
                                    {0x7f000000, 16}}}; // this machine

std::optional<std::uint32_t> quadOf(std::string_view host)
{
    std::uint32_t quad = 0;
    for (int part = 0; part < 4; ++part) {
        const auto dot = host.find('.');
        if ((dot == std::string_view::npos) != (part == 3))
            return std::nullopt;
        const auto digits = host.substr(0, dot);
        unsigned value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size() || digits.size() > 3 || value > 255)
            return std::nullopt;
        quad = quad << 8U | value;
        host.remove_prefix(part == 3 ? host.size() : dot + 1);
    }
    return quad;
}

std::string hostOf(std::uint32_t quad)
{
    std::string host;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        host += std::to_string(quad >> shift & 255U) + (shift > 0 ? "." : "");
    return host;
}

std::optional<std::uint64_t> numberOf(std::uint32_t quad)
{
    std::uint64_t before = 0;
    for (const auto& net : kNets) {
        if (quad >> net.bits == net.base >> net.bits)
            return before + (quad - net.base);
        before += std::uint64_t{1} << net.bits;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> quadOf(std::uint64_t number)
{
    for (const auto& net : kNets) {
        const auto size = std::uint64_t{1} << net.bits;
        if (number < size)
            return net.base + static_cast<std::uint32_t>(number);
        number -= size;
    }
    return std::nullopt;
}

// GF(32) with x^5 + x^2 + 1: another factor for each place, so that a wrong sign and a swap of two neighbours are found.
constexpr unsigned timesX(unsigned a) { return ((a << 1U) ^ ((a & 16U) != 0 ? 0b100101U : 0U)) & 31U; }
unsigned checkOf(const std::vector<unsigned>& signs)
{
    unsigned sum = 1;
    for (std::size_t i = 0; i + 1 < kSigns; ++i)
        sum = timesX(sum) ^ timesX(timesX(signs[i]));
    return sum;
}

void put(std::vector<bool>& bits, std::uint64_t value, unsigned count)
{
    for (unsigned i = count; i > 0; --i)
        bits.push_back((value >> (i - 1) & 1U) != 0);
}

std::uint64_t take(const std::vector<bool>& bits, std::size_t& at, unsigned count)
{
    std::uint64_t value = 0;
    for (unsigned i = 0; i < count; ++i)
        value = value << 1U | (bits[at++] ? 1U : 0U);
    return value;
}

std::string plainOf(std::string_view typed)
{
    std::string plain;
    for (const char c : typed) {
        const char large = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (large != ' ' && large != '-' && large != '\n' && large != '\r' && large != '\t')
            plain.push_back(large == 'O' ? '0' : large == 'I' || large == 'L' ? '1' : large);
    }
    return plain;
}

NearReading readShort(std::string_view typed)
{
    std::vector<unsigned> signs;
    for (const char c : plainOf(typed)) {
        const auto at = kAlphabet.find(c);
        if (at == std::string_view::npos)
            return {c == 'U' ? NearReading::State::slip : NearReading::State::foreign, {}};
        signs.push_back(static_cast<unsigned>(at));
    }
    if (signs.size() < kSigns)
        return {signs.empty() ? NearReading::State::empty : NearReading::State::unfinished, {}};
    if (signs.size() > kSigns || checkOf(signs) != signs.back())
        return {NearReading::State::slip, {}};
    std::vector<bool> bits;
    for (std::size_t i = 0; i + 1 < kSigns; ++i)
        put(bits, signs[i], 5);
    std::size_t at = 0;
    const auto quad = quadOf(take(bits, at, kAddressBits));
    NearReading reading{NearReading::State::whole, {}};
    reading.place.port = static_cast<std::uint16_t>(take(bits, at, kPortBits));
    reading.place.mark = take(bits, at, kMarkBits);
    if (!quad || reading.place.port == 0)
        return {NearReading::State::slip, {}};
    reading.place.host = hostOf(*quad);
    return reading;
}

} // namespace

NearPlace placeOf(const NearAddress& address)
{
    return {address.host, address.port, address.key, nearMark(address.key)};
}

std::uint64_t nearMark(const seal::PublicBoxKey& door)
{
    auto hash = seal::Blake2b().field("lianxin-near-mark-1").field(door.raw()).finish();
    for (int i = 1; i < kRounds; ++i)
        hash = seal::Blake2b().field("lianxin-near-mark-1").field(hash.raw()).finish();
    std::uint64_t mark = 0;
    for (const char c : hash.raw().substr(0, 8))
        mark = mark << 8U | static_cast<std::uint8_t>(c);
    return mark >> (64 - kMarkBits);
}

std::string nearHello(std::uint64_t mark)
{
    const auto hash = seal::Blake2b().field("lianxin-near-hello-1").number(mark).finish();
    return std::string(kHello) + std::string(hash.raw().substr(0, kNearHelloBytes - kHello.size()));
}

bool isNearby(std::string_view host)
{
    if (const auto quad = quadOf(host))
        return numberOf(*quad).has_value();
    return host.starts_with("fe80:") || host.starts_with("fd") || host == "::1";
}

std::optional<std::string> nearShort(const NearAddress& address)
{
    const auto quad = quadOf(std::string_view(address.host));
    const auto number = quad ? numberOf(*quad) : std::nullopt;
    if (!number)
        return std::nullopt;
    std::vector<bool> bits;
    put(bits, *number, kAddressBits);
    put(bits, address.port, kPortBits);
    put(bits, nearMark(address.key), kMarkBits);
    std::vector<unsigned> signs;
    for (std::size_t at = 0; at < bits.size();)
        signs.push_back(static_cast<unsigned>(take(bits, at, 5)));
    signs.push_back(checkOf(signs));
    std::string text;
    for (std::size_t i = 0; i < kSigns; ++i) {
        if (i > 0 && i % kGroup == 0)
            text.push_back('-');
        text.push_back(kAlphabet[signs[i]]);
    }
    return text;
}

NearReading readNear(std::string_view typed)
{
    while (!typed.empty() && (typed.front() == ' ' || typed.front() == '\n'))
        typed.remove_prefix(1);
    while (!typed.empty() && (typed.back() == ' ' || typed.back() == '\n' || typed.back() == '\r'))
        typed.remove_suffix(1);
    if (typed.starts_with(kWholeHead)) {
        const auto address = parseNear(typed);
        if (address)
            return isNearby(address->host) ? NearReading{NearReading::State::whole, placeOf(*address)}
                                           : NearReading{NearReading::State::foreign, {}};
        const auto version = typed.substr(kWholeHead.size(), 2);
        const bool isLater = version.size() == 2 && version[0] >= '2' && version[0] <= '9' && version[1] == ',';
        return {isLater ? NearReading::State::newer : NearReading::State::foreign, {}};
    }
    return readShort(typed);
}

} // namespace lianxin::carry

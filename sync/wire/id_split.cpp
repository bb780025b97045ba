// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/id_split.hpp"

#include "sync/model/ids.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace lianxin::wire {

namespace {

struct Kind {
    std::size_t characters;
    std::size_t bytes;
};
// The mark of a kind is its place here, from 1: replica and epoch; record, user, seed and digest; hash and key; signature.
constexpr std::array<Kind, 4> kKinds{{{11, 8}, {22, 16}, {43, 32}, {86, 64}}};
constexpr char kAgain = '\x05'; // and a character from 0x20 on: which of the first ones
constexpr unsigned char kFirstAgain = 0x20;
constexpr std::size_t kMostAgain = 95;

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20; }

// Telephone and identity numbers are shorter as digits.
bool isNumber(std::string_view token)
{
    return std::ranges::all_of(token, [](char c) { return c >= '0' && c <= '9'; });
}

// Empty when it is not one.
std::string rawOf(std::string_view token)
{
    if (std::ranges::find(kKinds, token.size(), &Kind::characters) == kKinds.end() || isNumber(token))
        return {};
    auto raw = fromBase64Url(token);
    return raw ? std::move(*raw) : std::string();
}

} // namespace

std::optional<SplitText> splitIds(std::string_view text)
{
    if (std::ranges::any_of(text, isControl))
        return std::nullopt;
    SplitText out;
    out.skeleton.reserve(text.size());
    std::unordered_map<std::string_view, char> seen;
    while (!text.empty()) {
        const auto open = text.find('"');
        const auto close = open == std::string_view::npos ? open : text.find('"', open + 1);
        if (close == std::string_view::npos) {
            out.skeleton += text;
            break;
        }
        out.skeleton += text.substr(0, open + 1);
        const auto token = text.substr(open + 1, close - open - 1);
        text.remove_prefix(close); // the quote may open the next one
        const auto raw = rawOf(token);
        if (raw.empty()) {
            out.skeleton += token;
            continue;
        }
        if (const auto known = seen.find(token); known != seen.end()) {
            (out.skeleton += kAgain) += known->second;
            continue;
        }
        if (seen.size() < kMostAgain)
            seen.emplace(token, static_cast<char>(kFirstAgain + seen.size()));
        out.skeleton += static_cast<char>(std::ranges::find(kKinds, raw.size(), &Kind::bytes) - kKinds.begin() + 1);
        out.raw += raw;
    }
    return out;
}

Result<std::string> joinIds(std::string_view skeleton, std::string_view raw, std::size_t limit)
{
    std::string out;
    std::vector<std::string> seen;
    for (std::size_t at = 0; at < skeleton.size(); ++at) {
        const char c = skeleton[at];
        if (!isControl(c)) {
            out += c;
        } else if (c >= 1 && static_cast<std::size_t>(c) <= kKinds.size()) {
            const auto size = kKinds.at(static_cast<std::size_t>(c) - 1).bytes;
            if (raw.size() < size)
                return fail(Errc::invalidInput, "an id is cut");
            auto token = toBase64Url({reinterpret_cast<const std::uint8_t*>(raw.data()), size});
            raw.remove_prefix(size);
            out += token;
            if (seen.size() < kMostAgain)
                seen.push_back(std::move(token));
        } else {
            const auto which =
                c == kAgain && at + 1 < skeleton.size() ? static_cast<unsigned char>(skeleton[++at]) : 0U;
            if (which < kFirstAgain || which - kFirstAgain >= seen.size())
                return fail(Errc::invalidInput, "an id that was not there");
            out += seen[which - kFirstAgain];
        }
        if (out.size() > limit)
            return fail(Errc::invalidInput, "compressed body is larger than allowed");
    }
    if (!raw.empty())
        return fail(Errc::invalidInput, "ids that nobody asks for");
    return out;
}

} // namespace lianxin::wire

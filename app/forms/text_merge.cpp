// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/text_merge.hpp"

#include <algorithm>
#include <cstdint>

namespace lianxin::forms {
namespace {

using Tokens = std::vector<std::string_view>;
// matched[i] = index in the other text of token i of `before`, or kNone.
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
// The table of the longest common subsequence has (tokens + 1)^2 cells of 2 bytes: 4,000 tokens are 32 MB.
constexpr std::size_t kMaxTokens = 4000;

bool isWordByte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

std::size_t codePointLength(char lead)
{
    const auto byte = static_cast<std::uint8_t>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::vector<std::size_t> matches(const Tokens& before, const Tokens& after)
{
    const std::size_t rows = before.size();
    const std::size_t columns = after.size();
    std::vector<std::uint16_t> length((rows + 1) * (columns + 1), 0);
    const auto cell = [&](std::size_t r, std::size_t c) -> std::uint16_t& { return length[r * (columns + 1) + c]; };
    for (std::size_t r = rows; r-- > 0;)
        for (std::size_t c = columns; c-- > 0;)
            cell(r, c) = before[r] == after[c] ? static_cast<std::uint16_t>(cell(r + 1, c + 1) + 1)
                                               : std::max(cell(r + 1, c), cell(r, c + 1));
    std::vector<std::size_t> matched(rows, kNone);
    for (std::size_t r = 0, c = 0; r < rows && c < columns;) {
        if (before[r] == after[c])
            matched[r++] = c++;
        else if (cell(r + 1, c) >= cell(r, c + 1))
            ++r;
        else
            ++c;
    }
    return matched;
}

void append(TextPieces& pieces, std::string_view text, TextMark mark)
{
    if (text.empty())
        return;
    if (!pieces.empty() && pieces.back().mark == mark)
        pieces.back().text += text;
    else
        pieces.push_back({std::string(text), mark});
}

void append(TextPieces& pieces, const Tokens& tokens, std::size_t from, std::size_t to, TextMark mark)
{
    for (std::size_t i = from; i < to; ++i)
        append(pieces, tokens[i], mark);
}

std::string text(const Tokens& tokens, std::size_t from, std::size_t to)
{
    std::string out;
    for (std::size_t i = from; i < to; ++i)
        out += tokens[i];
    return out;
}

// One stretch between two places that all three texts share: [from, to) in each.
struct Stretch {
    std::size_t before, beforeEnd, first, firstEnd, second, secondEnd;
};

// False when both sides changed the stretch differently.
bool mergeStretch(TextPieces& out, const Stretch& s, const Tokens& before, const Tokens& first, const Tokens& second)
{
    const std::string was = text(before, s.before, s.beforeEnd);
    const std::string one = text(first, s.first, s.firstEnd);
    const std::string two = text(second, s.second, s.secondEnd);
    if (one == two) {
        append(out, one, TextMark::plain);
    } else if (one == was) {
        append(out, second, s.second, s.secondEnd, TextMark::second);
    } else if (two == was) {
        append(out, first, s.first, s.firstEnd, TextMark::first);
    } else if (was.empty()) {
        append(out, one, TextMark::first);
        append(out, two, TextMark::second);
    } else {
        return false;
    }
    return true;
}

} // namespace

std::vector<std::string_view> textTokens(std::string_view utf8)
{
    Tokens tokens;
    for (std::size_t i = 0; i < utf8.size();) {
        std::size_t end = i;
        while (end < utf8.size() && isWordByte(utf8[end]))
            ++end;
        if (end == i)
            end = std::min(utf8.size(), i + codePointLength(utf8[i]));
        tokens.push_back(utf8.substr(i, end - i));
        i = end;
    }
    return tokens;
}

TextPieces textDifference(std::string_view before, std::string_view changed, TextMark added)
{
    const Tokens old = textTokens(before);
    const Tokens now = textTokens(changed);
    TextPieces pieces;
    if (old.size() > kMaxTokens || now.size() > kMaxTokens) {
        append(pieces, changed, TextMark::plain);
        return pieces;
    }
    const auto matched = matches(old, now);
    std::size_t next = 0;
    for (std::size_t i = 0; i < old.size(); ++i) {
        if (matched[i] == kNone) {
            append(pieces, old[i], TextMark::removed);
            continue;
        }
        append(pieces, now, next, matched[i], added);
        append(pieces, old[i], TextMark::plain);
        next = matched[i] + 1;
    }
    append(pieces, now, next, now.size(), added);
    return pieces;
}

std::optional<TextPieces> mergeTexts(std::string_view before, std::string_view first, std::string_view second)
{
    const Tokens old = textTokens(before);
    const Tokens one = textTokens(first);
    const Tokens two = textTokens(second);
    if (std::max({old.size(), one.size(), two.size()}) > kMaxTokens)
        return std::nullopt;
    const auto inFirst = matches(old, one);
    const auto inSecond = matches(old, two);
    TextPieces out;
    Stretch s{0, 0, 0, 0, 0, 0};
    for (std::size_t i = 0; i <= old.size(); ++i) {
        const bool atEnd = i == old.size();
        if (!atEnd && (inFirst[i] == kNone || inSecond[i] == kNone))
            continue;
        s.beforeEnd = i;
        s.firstEnd = atEnd ? one.size() : inFirst[i];
        s.secondEnd = atEnd ? two.size() : inSecond[i];
        if (!mergeStretch(out, s, old, one, two))
            return std::nullopt;
        if (atEnd)
            break;
        append(out, old[i], TextMark::plain);
        s = {i + 1, i + 1, inFirst[i] + 1, 0, inSecond[i] + 1, 0};
    }
    return out;
}

std::string joined(const TextPieces& pieces)
{
    std::string out;
    for (const auto& piece : pieces)
        if (piece.mark != TextMark::removed)
            out += piece.text;
    return out;
}

} // namespace lianxin::forms

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/value_scan.hpp"

#include "sync/model/json.hpp"
#include "sync/model/value.hpp"
#include "sync/wire/json_fields.hpp"
#include "sync/wire/limits.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace lianxin::wire {

namespace {

constexpr std::size_t kMaxValueDepth = 24; // a value lies inside the frames and bodies that carry it

enum class Seen : std::uint8_t { canonical, notCanonical, hard }; // hard: the full reader has to decide

bool isDigit(char c) { return c >= '0' && c <= '9'; }

class Scanner {
public:
    explicit Scanner(std::string_view text) : m_at(text.data()), m_end(text.data() + text.size()) {}

    Seen whole()
    {
        const auto seen = value(0);
        return seen == Seen::canonical && m_at != m_end ? Seen::notCanonical : seen;
    }

private:
    [[nodiscard]] bool next(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }
    [[nodiscard]] bool word(std::string_view text)
    {
        if (static_cast<std::size_t>(m_end - m_at) < text.size() || std::string_view(m_at, text.size()) != text)
            return false;
        m_at += text.size();
        return true;
    }
    Seen of(bool isGood) const { return isGood ? Seen::canonical : Seen::notCanonical; }

    Seen value(std::size_t depth)
    {
        if (m_at == m_end)
            return Seen::notCanonical;
        if (depth >= kMaxValueDepth)
            return Seen::hard;
        std::string_view text;
        switch (*m_at) {
        case '"': return string(text);
        case '{': return object(depth);
        case '[': return array(depth);
        case 't': return of(word("true"));
        case 'f': return of(word("false"));
        case 'n': return of(word("null"));
        default: return of(integer());
        }
    }

    // Escapes are rare: where there is one, the full reader looks.
    Seen string(std::string_view& inner)
    {
        const auto* const begin = ++m_at;
        bool isAscii = true;
        for (; m_at != m_end && *m_at != '"'; ++m_at) {
            const auto byte = static_cast<unsigned char>(*m_at);
            if (byte == '\\')
                return Seen::hard;
            if (byte < 0x20U)
                return Seen::notCanonical;
            isAscii = isAscii && byte < 0x80U;
        }
        if (m_at == m_end)
            return Seen::notCanonical;
        inner = {begin, static_cast<std::size_t>(m_at - begin)};
        ++m_at;
        if (inner.size() > kMaxString)
            return Seen::hard; // an envelope may be longer
        return of(isAscii || isValidUtf8(inner));
    }

    bool integer()
    {
        const auto* const begin = m_at;
        const bool isNegative = next('-');
        const auto* const digits = m_at;
        while (m_at != m_end && isDigit(*m_at))
            ++m_at;
        if (m_at == digits || (*digits == '0' && (m_at - digits > 1 || isNegative)))
            return false;
        std::int64_t number = 0;
        return std::from_chars(begin, m_at, number).ec == std::errc();
    }

    Seen array(std::size_t depth)
    {
        ++m_at;
        if (next(']'))
            return Seen::canonical;
        do {
            if (const auto seen = value(depth + 1); seen != Seen::canonical)
                return seen;
        } while (next(','));
        return of(next(']'));
    }

    Seen object(std::size_t depth)
    {
        ++m_at;
        if (next('}'))
            return Seen::canonical;
        std::string_view before;
        bool isFirst = true;
        do {
            std::string_view key;
            if (m_at == m_end || *m_at != '"')
                return Seen::notCanonical;
            if (const auto seen = string(key); seen != Seen::canonical)
                return seen;
            if (!isFirst && !(before < key))
                return Seen::notCanonical;
            isFirst = false;
            before = key;
            if (!next(':'))
                return Seen::notCanonical;
            if (const auto seen = value(depth + 1); seen != Seen::canonical)
                return seen;
        } while (next(','));
        return of(next('}'));
    }

    const char* m_at;
    const char* m_end;
};

} // namespace

bool isCanonicalValue(std::string_view text)
{
    if (text.size() > Value::kMaxBytes)
        return false;
    const auto seen = Scanner(text).whole();
    if (seen != Seen::hard)
        return seen == Seen::canonical;
    const auto parsed = parseJson(text, {Value::kMaxBytes, kMaxEnvelopeString, kMaxValueDepth});
    return parsed && isValueWithinLimits(*parsed) && canonicalJson(*parsed) == text;
}

} // namespace lianxin::wire

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/value.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace lianxin {

namespace {
constexpr std::size_t kMaxElement = 32;

bool isElementCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}
} // namespace

Value Value::fromText(std::string_view utf8)
{
    assert(isValidUtf8(utf8));
    std::string text;
    text.reserve(utf8.size() + 2);
    appendCanonicalString(text, utf8);
    return Value(std::move(text));
}

Result<Value> Value::fromCanonical(std::string text)
{
    const JsonLimits limits{kMaxBytes, kMaxBytes, 32};
    auto parsed = parseJson(text, limits);
    if (!parsed)
        return std::move(parsed).error();
    if (canonicalJson(*parsed) != text)
        return fail(Errc::invalidInput, "value is not in canonical form");
    return Value(std::move(text));
}

std::optional<std::string> Value::asText() const
{
    if (m_text.size() < 2 || m_text.front() != '"')
        return std::nullopt;
    const std::string_view inner(m_text.data() + 1, m_text.size() - 2);
    if (inner.find('\\') == std::string_view::npos)
        return std::string(inner);
    const auto parsed = parseJson(m_text);
    if (!parsed || !parsed->is_string())
        return std::nullopt;
    return std::string(parsed->get_string().data(), parsed->get_string().size());
}

std::optional<std::int64_t> Value::asInt() const
{
    std::int64_t number = 0;
    const auto* const end = m_text.data() + m_text.size();
    const auto [rest, error] = std::from_chars(m_text.data(), end, number);
    if (error != std::errc() || rest != end)
        return std::nullopt;
    return number;
}

std::optional<bool> Value::asBool() const
{
    if (m_text == "true")
        return true;
    if (m_text == "false")
        return false;
    return std::nullopt;
}

boost::json::value Value::json() const
{
    auto parsed = parseJson(m_text);
    return parsed ? std::move(*parsed) : boost::json::value();
}

std::string RegisterKey::text() const
{
    return element.empty() ? std::to_string(number) : std::to_string(number) + "/" + element;
}

Result<RegisterKey> RegisterKey::parse(std::string_view text)
{
    const auto slash = text.find('/');
    const auto digits = text.substr(0, slash);
    RegisterKey key;
    const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), key.number);
    if (error != std::errc() || rest != digits.data() + digits.size() || key.number == 0 || digits.front() == '0')
        return fail(Errc::invalidInput, "not a register");
    if (slash != std::string_view::npos) {
        key.element = text.substr(slash + 1);
        if (key.element.empty() || key.element.size() > kMaxElement ||
            !std::all_of(key.element.begin(), key.element.end(), isElementCharacter))
            return fail(Errc::invalidInput, "not an element of a set");
    }
    return key;
}

} // namespace lianxin

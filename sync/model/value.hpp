// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"
#include "sync/model/json.hpp"

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lianxin {

// What a register holds: canonical JSON text. Equal values have equal bytes, so merge, hash and compare need no parser.
// `null` is a cleared register; an element of a set is true (present) or false (absent).
class Value {
public:
    static constexpr std::size_t kMaxBytes = 256U * 1024U; // an envelope of a long counselling note, in base64

    Value() : m_text("null") {}
    [[nodiscard]] static Value null() { return {}; }
    [[nodiscard]] static Value fromText(std::string_view utf8); // bad UTF-8 is a programmer's error
    [[nodiscard]] static Value fromInt(std::int64_t number) { return Value(std::to_string(number)); }
    [[nodiscard]] static Value fromBool(bool flag) { return Value(flag ? "true" : "false"); }
    [[nodiscard]] static Value fromJson(const boost::json::value& value) { return Value(canonicalJson(value)); }
    // For bytes from outside: refuses what is not canonical or larger than kMaxBytes.
    [[nodiscard]] static Result<Value> fromCanonical(std::string text);
    // For bytes that were checked when they were stored.
    [[nodiscard]] static Value fromTrusted(std::string text) { return Value(std::move(text)); }

    [[nodiscard]] bool isNull() const { return m_text == "null"; }
    [[nodiscard]] bool isTrue() const { return m_text == "true"; }
    [[nodiscard]] std::optional<std::string> asText() const;
    [[nodiscard]] std::optional<std::int64_t> asInt() const;
    [[nodiscard]] std::optional<bool> asBool() const;
    [[nodiscard]] boost::json::value json() const;
    [[nodiscard]] const std::string& canonical() const { return m_text; }

    auto operator<=>(const Value&) const = default;

private:
    explicit Value(std::string text) : m_text(std::move(text)) {}

    std::string m_text;
};

// Reserved in every record type; catalogue fields and groups start at kFirstFieldNumber.
inline constexpr std::uint32_t kLocationRegister = 1; // partition id text, roots only
inline constexpr std::uint32_t kLifeRegister = 2;     // {"state":1 active | 2 voided | 3 merged, ...}
inline constexpr std::uint32_t kFirstFieldNumber = 10;
inline constexpr std::uint32_t kLastCoreNumber = 9999; // above: allotted by the province (decisions D10)
inline constexpr std::uint32_t kLastNumber = 1000000;

// One mergeable cell of a record. `element` is empty except for fields that are sets: a code in decimal digits or a
// record id of 22 characters. Written "52" or "52/11".
struct RegisterKey {
    std::uint32_t number{0};
    std::string element;

    auto operator<=>(const RegisterKey&) const = default;
    [[nodiscard]] std::string text() const;
    [[nodiscard]] static Result<RegisterKey> parse(std::string_view text);
};

using RegisterValues = std::map<RegisterKey, Value>;

} // namespace lianxin

template <> struct std::hash<lianxin::RegisterKey> {
    std::size_t operator()(const lianxin::RegisterKey& key) const noexcept
    {
        return std::hash<std::string>{}(key.element) * 31U + key.number;
    }
};

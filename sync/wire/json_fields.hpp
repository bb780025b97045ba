// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/context.hpp"
#include "sync/model/ids.hpp"
#include "sync/model/json.hpp"
#include "sync/model/value.hpp"

#include <boost/json/value.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

// What the codecs of this room share: a reader that remembers its first complaint, and a writer of canonical JSON.
namespace lianxin::wire {

// Changeset numbers, sequences, generations: far away, and adding one never overflows.
inline constexpr std::uint64_t kMaxNumber = std::uint64_t{1} << 62U;

class Fault {
public:
    void set(const char* why)
    {
        if (m_why == nullptr)
            m_why = why;
    }
    [[nodiscard]] bool isSet() const { return m_why != nullptr; }
    [[nodiscard]] Error error() const { return fail(Errc::invalidInput, m_why == nullptr ? "" : m_why); }

private:
    const char* m_why{nullptr};
};

// A place in a parsed message. After a complaint every read gives a zero, so that decoders check once, at their end.
class JsonIn {
public:
    JsonIn(const boost::json::value& value, Fault& fault) : m_value(&value), m_fault(&fault) {}

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] JsonIn at(std::string_view key) const; // of an object; a missing one is a fault
    [[nodiscard]] JsonIn at(std::size_t index) const;    // of an array
    [[nodiscard]] std::size_t size() const;              // of an array
    [[nodiscard]] std::size_t size(std::size_t least, std::size_t most) const;
    [[nodiscard]] std::size_t listSize(std::string_view key,
                                       std::size_t most) const; // of a list that is left out when empty
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] std::uint64_t number(std::uint64_t most = kMaxNumber) const;
    [[nodiscard]] std::uint32_t number32() const
    {
        return static_cast<std::uint32_t>(number(std::numeric_limits<std::uint32_t>::max()));
    }
    [[nodiscard]] bool flag() const;
    [[nodiscard]] std::string_view text(std::size_t maxBytes) const;
    [[nodiscard]] PartitionId partition() const;
    [[nodiscard]] RegisterKey registerKey() const;   // 52 or "52/11"
    [[nodiscard]] Value value() const;               // any JSON within the limits of values
    [[nodiscard]] core::IntervalSet numbers() const; // n for 1..n, or [[first,last],...]
    template <typename Id> [[nodiscard]] Id id() const
    {
        const auto parsed = Id::parse(text(2 * sizeof(Id)));
        if (!parsed)
            m_fault->set("malformed id, key, hash or signature");
        return parsed ? *parsed : Id{};
    }
    template <typename Id> [[nodiscard]] Id idOr(std::string_view key, const Id& otherwise) const
    {
        return has(key) ? at(key).template id<Id>() : otherwise;
    }
    [[nodiscard]] const boost::json::value& json() const { return *m_value; }
    [[nodiscard]] Fault& fault() const { return *m_fault; }
    [[nodiscard]] bool isArray() const { return m_value->is_array(); }
    [[nodiscard]] bool isNull() const { return m_value->is_null(); }
    [[nodiscard]] bool isObject() const { return m_value->is_object(); }

private:
    const boost::json::value* m_value;
    Fault* m_fault;
};

// Appends canonical JSON. The caller gives keys in their order; commas come by themselves.
class JsonOut {
public:
    JsonOut& open(char bracket);
    JsonOut& close(char bracket);
    JsonOut& key(std::string_view name);
    JsonOut& number(std::uint64_t value) { return raw(std::to_string(value)); }
    JsonOut& integer(std::int64_t value) { return raw(std::to_string(value)); }
    JsonOut& text(std::string_view utf8);
    JsonOut& raw(std::string_view canonical); // one whole value
    JsonOut& registerKey(const RegisterKey& key);
    JsonOut& numbers(const core::IntervalSet& numbers);
    template <typename Id> JsonOut& id(const Id& value) { return text(value.text()); }
    [[nodiscard]] std::string take() { return std::move(m_out); }

private:
    void comma();
    std::string m_out;
};

// At most 64 KB a string; alone, as the whole value, base64url text (an envelope) may be longer.
[[nodiscard]] bool isValueWithinLimits(const boost::json::value& value);

} // namespace lianxin::wire

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/json_fields.hpp"

#include "sync/wire/limits.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace lianxin::wire {

namespace {

namespace bj = boost::json;

const bj::value& nothing()
{
    static const bj::value value;
    return value;
}

bool isBase64Url(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    });
}

bool areStringsShort(const bj::value& value)
{
    if (const auto* text = value.if_string())
        return text->size() <= kMaxString;
    if (const auto* array = value.if_array())
        return std::all_of(array->begin(), array->end(), areStringsShort);
    if (const auto* object = value.if_object())
        return std::all_of(object->begin(), object->end(), [](const auto& member) {
            return member.key().size() <= kMaxString && areStringsShort(member.value());
        });
    return true;
}

} // namespace

bool isValueWithinLimits(const bj::value& value)
{
    if (const auto* text = value.if_string(); text != nullptr && text->size() > kMaxString)
        return text->size() <= kMaxEnvelopeString && isBase64Url({text->data(), text->size()});
    return areStringsShort(value);
}

bool JsonIn::has(std::string_view key) const { return m_value->is_object() && m_value->get_object().contains(key); }

JsonIn JsonIn::at(std::string_view key) const
{
    const auto* object = m_value->if_object();
    const auto* member = object == nullptr ? nullptr : object->if_contains(key);
    if (member == nullptr)
        m_fault->set("a member is missing");
    return {member == nullptr ? nothing() : *member, *m_fault};
}

JsonIn JsonIn::at(std::size_t index) const
{
    const auto* array = m_value->if_array();
    const auto* item = array == nullptr ? nullptr : array->if_contains(index);
    if (item == nullptr)
        m_fault->set("a list is too short");
    return {item == nullptr ? nothing() : *item, *m_fault};
}

std::size_t JsonIn::size() const
{
    const auto* array = m_value->if_array();
    if (array == nullptr)
        m_fault->set("not a list");
    return array == nullptr || m_fault->isSet() ? 0 : array->size();
}

std::size_t JsonIn::size(std::size_t least, std::size_t most) const
{
    const auto found = size();
    if (found >= least && found <= most)
        return found;
    m_fault->set("a list of the wrong length");
    return 0;
}

std::size_t JsonIn::listSize(std::string_view key, std::size_t most) const
{
    return has(key) ? at(key).size(1, most) : 0;
}

std::int64_t JsonIn::integer() const
{
    if (const auto* number = m_value->if_int64())
        return *number;
    m_fault->set("not a number");
    return 0;
}

std::uint64_t JsonIn::number(std::uint64_t most) const
{
    const auto found = integer();
    if (found >= 0 && static_cast<std::uint64_t>(found) <= most)
        return static_cast<std::uint64_t>(found);
    m_fault->set("a number out of range");
    return 0;
}

bool JsonIn::flag() const
{
    if (const auto* flag = m_value->if_bool())
        return *flag;
    m_fault->set("not true or false");
    return false;
}

std::string_view JsonIn::text(std::size_t maxBytes) const
{
    const auto* text = m_value->if_string();
    if (text == nullptr || text->size() > maxBytes) {
        m_fault->set(text == nullptr ? "not a text" : "a text is too long");
        return {};
    }
    return {text->data(), text->size()};
}

PartitionId JsonIn::partition() const
{
    auto parsed = PartitionId::parse(text(64));
    if (!parsed)
        m_fault->set("malformed partition");
    return parsed ? std::move(*parsed) : PartitionId();
}

RegisterKey JsonIn::registerKey() const
{
    if (m_value->is_int64()) {
        RegisterKey key;
        key.number = number32();
        if (key.number == 0)
            m_fault->set("malformed register");
        return key;
    }
    auto parsed = RegisterKey::parse(text(64));
    if (!parsed || parsed->element.empty())
        m_fault->set("malformed register");
    return parsed ? std::move(*parsed) : RegisterKey();
}

Value JsonIn::value() const
{
    if (m_fault->isSet())
        return {};
    if (!isValueWithinLimits(*m_value)) {
        m_fault->set("a text in a value is too long");
        return {};
    }
    auto value = Value::fromJson(*m_value);
    if (value.canonical().size() > Value::kMaxBytes)
        m_fault->set("a value is too large");
    return value;
}

core::IntervalSet JsonIn::numbers() const
{
    core::IntervalSet set;
    if (m_value->is_int64()) {
        if (const auto last = number(); last > 0)
            set.addRange(1, last);
        else
            m_fault->set("a number out of range");
        return set;
    }
    const auto count = size();
    if (count == 0)
        m_fault->set("an empty list of numbers");
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < count && !m_fault->isSet(); ++i) {
        const auto pair = at(i);
        if (pair.size(2, 2) == 0)
            break;
        const auto first = pair.at(std::size_t{0}).number();
        const auto last = pair.at(1).number();
        // Sorted and never touching; a single 1..n has the short form: one spelling for each set.
        const bool isApart = i == 0 ? first > 0 : first > before + 1;
        if (m_fault->isSet() || !isApart || last < first || (count == 1 && first == 1)) {
            m_fault->set("numbers out of order");
            break;
        }
        set.addRange(first, last);
        before = last;
    }
    return set;
}

void JsonOut::comma()
{
    if (!m_out.empty() && m_out.back() != '{' && m_out.back() != '[' && m_out.back() != ':')
        m_out.push_back(',');
}

JsonOut& JsonOut::open(char bracket)
{
    comma();
    m_out.push_back(bracket);
    return *this;
}

JsonOut& JsonOut::close(char bracket)
{
    m_out.push_back(bracket);
    return *this;
}

JsonOut& JsonOut::key(std::string_view name)
{
    text(name);
    m_out.push_back(':');
    return *this;
}

JsonOut& JsonOut::text(std::string_view utf8)
{
    comma();
    appendCanonicalString(m_out, utf8);
    return *this;
}

JsonOut& JsonOut::raw(std::string_view canonical)
{
    comma();
    m_out.append(canonical);
    return *this;
}

JsonOut& JsonOut::registerKey(const RegisterKey& key)
{
    return key.element.empty() ? number(key.number) : text(key.text());
}

JsonOut& JsonOut::numbers(const core::IntervalSet& numbers)
{
    const auto intervals = numbers.intervals();
    if (intervals.size() == 1 && intervals.front().first == 1)
        return number(intervals.front().last);
    open('[');
    for (const auto& interval : intervals)
        open('[').number(interval.first).number(interval.last).close(']');
    return close(']');
}

} // namespace lianxin::wire

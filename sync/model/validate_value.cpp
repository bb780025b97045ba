// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/validate.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <cstdlib>

namespace lianxin {

namespace {

Error wrong(const Field& field, std::string_view why)
{
    return fail(Errc::invalidInput, "field " + field.name + ": " + std::string(why));
}

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// Line ends become \n; control characters go, but for \n and \t; white space at both ends goes. Nothing else is touched:
// people's text stays as they wrote it, emoji and right-to-left paste included.
std::string tidyText(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (text[i] == '\r')
            out.push_back('\n');
        else if (text[i] == '\n' && i > 0 && text[i - 1] == '\r')
            continue;
        else if ((byte >= 0x20U && byte != 0x7fU) || text[i] == '\n' || text[i] == '\t')
            out.push_back(text[i]);
    }
    const auto first = std::find_if_not(out.begin(), out.end(), isSpace);
    const auto last = std::find_if_not(out.rbegin(), std::make_reverse_iterator(first), isSpace).base();
    return {first, last};
}

Result<Value> textValue(const Field& field, const Value& entered)
{
    const auto text = entered.asText();
    if (!text)
        return wrong(field, "not a text");
    auto tidy = tidyText(*text);
    if (field.format == TextFormat::phone || field.format == TextFormat::mobile) {
        // What is no number stays as written ("ask the neighbour"): the hint tells, saving goes on.
        if (const auto number = normalPhone(tidy); phoneKind(number) != PhoneKind::unknown)
            tidy = number;
    } else if (field.format == TextFormat::idNumber) {
        tidy = normalIdNumber(tidy);
    }
    return tidy.empty() ? Value::null() : Value::fromText(tidy);
}

bool isDateText(const std::string& text)
{
    if (text.size() == 4)
        return parseDay(text + "-01-01").has_value();
    if (text.size() == 7)
        return parseDay(text + "-01").has_value();
    return parseDay(text).has_value();
}

Result<Value> dateValue(const Field& field, const Value& entered)
{
    const auto text = entered.asText();
    if (!text)
        return wrong(field, "not a date");
    if (text->empty())
        return Value::null();
    if (!isDateText(*text))
        return wrong(field, "no such date");
    return entered;
}

Result<Value> codeValue(const Catalogue& catalogue, const Field& field, const Value& entered)
{
    const auto* list = catalogue.codeList(field.codeList);
    const auto code = entered.asInt();
    if (!code || list == nullptr || list->find(*code) == nullptr)
        return wrong(field, "no such code");
    return Value::fromInt(*code);
}

Result<Value> refValue(const Field& field, const Value& entered)
{
    const auto text = entered.asText();
    if (!text || !RecordId::parse(*text))
        return wrong(field, "not a record id");
    return entered;
}

Result<Value> setValue(const Catalogue& catalogue, const Field& field, const Value& entered)
{
    const auto json = entered.json();
    if (!json.is_array())
        return wrong(field, "not a set");
    std::vector<Value> elements;
    for (const auto& item : json.get_array()) {
        const auto value = Value::fromJson(item);
        LIANXIN_TRY(auto element,
                    field.kind == FieldKind::codeSet ? codeValue(catalogue, field, value) : refValue(field, value));
        elements.push_back(std::move(element));
    }
    std::sort(elements.begin(), elements.end(),
              [](const Value& a, const Value& b) { return a.asInt() && b.asInt() ? *a.asInt() < *b.asInt() : a < b; });
    elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
    if (elements.empty())
        return Value::null();
    boost::json::array array;
    for (const auto& element : elements)
        array.push_back(element.json());
    return Value::fromJson(array);
}

// [latitude, longitude] in 1e-5 degree.
Result<Value> placeValue(const Field& field, const Value& entered)
{
    const auto json = entered.json();
    const auto* array = json.if_array();
    if (array == nullptr || array->size() != 2 || !(*array)[0].is_int64() || !(*array)[1].is_int64())
        return wrong(field, "not a place");
    if (std::llabs((*array)[0].get_int64()) > 9'000'000 || std::llabs((*array)[1].get_int64()) > 18'000'000)
        return wrong(field, "a place off the globe");
    return entered;
}

} // namespace

Result<Value> checkValue(const Catalogue& catalogue, const Field& field, const Value& entered)
{
    if (entered.isNull())
        return entered;
    switch (field.kind) {
    case FieldKind::text: return textValue(field, entered);
    case FieldKind::integer:
    case FieldKind::money:
    case FieldKind::timestamp:
        if (!entered.asInt())
            return wrong(field, "not a whole number");
        return Value::fromInt(*entered.asInt());
    case FieldKind::boolean:
        if (!entered.asBool())
            return wrong(field, "neither true nor false");
        return entered;
    case FieldKind::date: return dateValue(field, entered);
    case FieldKind::code: return codeValue(catalogue, field, entered);
    case FieldKind::ref: return refValue(field, entered);
    case FieldKind::codeSet:
    case FieldKind::refSet: return setValue(catalogue, field, entered);
    case FieldKind::place: return placeValue(field, entered);
    case FieldKind::envelope: break;
    }
    return wrong(field, "an envelope is made by sealing");
}

} // namespace lianxin

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/validate.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <charconv>

namespace lianxin {

namespace {

namespace bj = boost::json;

bool isPlace(const bj::value& json)
{
    const auto* array = json.if_array();
    return array != nullptr && array->size() == 2 && (*array)[0].is_int64() && (*array)[1].is_int64();
}

bool isRef(const bj::value& json)
{
    return json.is_string() && RecordId::parse({json.get_string().data(), json.get_string().size()}).has_value();
}

// The kind only: lengths, bounds and codes of a later list version are no business of the server.
bool hasKind(FieldKind kind, const bj::value& json)
{
    switch (kind) {
    case FieldKind::text:
    case FieldKind::date:
    case FieldKind::envelope: return json.is_string();
    case FieldKind::integer:
    case FieldKind::money:
    case FieldKind::timestamp:
    case FieldKind::code: return json.is_int64();
    case FieldKind::boolean: return json.is_bool();
    case FieldKind::ref: return isRef(json);
    case FieldKind::place: return isPlace(json);
    case FieldKind::codeSet:
    case FieldKind::refSet: break; // sets have elements, never a value of their own
    }
    return false;
}

bool isElement(const Catalogue& catalogue, const Field& field, const std::string& element)
{
    if (field.kind == FieldKind::refSet)
        return RecordId::parse(element).has_value();
    std::int64_t code = 0;
    const auto [rest, error] = std::from_chars(element.data(), element.data() + element.size(), code);
    const auto* list = catalogue.codeList(field.codeList);
    return error == std::errc() && rest == element.data() + element.size() && std::to_string(code) == element &&
           list != nullptr && list->find(code) != nullptr;
}

bool fitsGroup(const RecordType& type, const Group& group, const bj::value& json)
{
    if (!json.is_object())
        return false;
    return std::all_of(json.get_object().begin(), json.get_object().end(), [&](const bj::key_value_pair& member) {
        const std::string key(member.key().data(), member.key().size());
        const auto found = std::find_if(group.fields.begin(), group.fields.end(),
                                        [&](auto number) { return std::to_string(number) == key; });
        return found != group.fields.end() && hasKind(type.field(*found)->kind, member.value());
    });
}

bool fitsLife(const bj::value& json)
{
    if (!json.is_object())
        return false;
    const auto* state = json.get_object().if_contains("state");
    return state != nullptr && state->is_int64() && state->get_int64() >= 1 && state->get_int64() <= 3;
}

std::optional<Error> problem(const RecordType& type, const RegisterKey& key, const char* what)
{
    return fail(Errc::invalidInput, "register " + key.text() + " of " + type.name + ": " + what);
}

} // namespace

std::optional<Error> registerProblem(const Catalogue& catalogue, const RecordType& type, const RegisterKey& key,
                                     const Value& value)
{
    if (!type.knowsRegister(key.number))
        return problem(type, key, "not known");
    const auto* group = type.group(key.number);
    const auto* field = type.field(key.number);
    const bool ofSet = group == nullptr && field != nullptr && field->isSet();
    if (ofSet == key.element.empty())
        return problem(type, key, ofSet ? "a set needs an element" : "no set, yet an element");
    if (ofSet && !isElement(catalogue, *field, key.element))
        return problem(type, key, "element not known");
    if (ofSet)
        return value.asBool() ? std::nullopt : problem(type, key, "an element is true or false");
    const auto json = value.json();
    if (key.number == kLocationRegister)
        return json.is_string() && PartitionId::parse(value.asText().value_or(std::string()))
                   ? std::nullopt
                   : problem(type, key, "no partition");
    if (key.number == kLifeRegister)
        return fitsLife(json) ? std::nullopt : problem(type, key, "no state of life");
    if (json.is_null())
        return std::nullopt;
    const bool fits = group != nullptr ? fitsGroup(type, *group, json)
                                       : hasKind(field != nullptr ? field->kind : FieldKind::envelope, json);
    return fits ? std::nullopt : problem(type, key, "value of another kind");
}

} // namespace lianxin

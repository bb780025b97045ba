// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/draft_body.hpp"

#include "sync/model/catalogue_values.hpp"

#include <boost/json/object.hpp>

#include <charconv>

namespace lianxin::forms {
namespace {

boost::json::object objectOf(const FieldValues& values)
{
    boost::json::object object;
    for (const auto& [field, value] : values)
        object[std::to_string(field)] = value.json();
    return object;
}

Result<FieldValues> valuesOf(const boost::json::object& from, std::string_view member)
{
    const auto* object = from.if_contains(member);
    if (object == nullptr || !object->is_object())
        return fail(Errc::damaged, "draft without " + std::string(member));
    FieldValues values;
    for (const auto& [key, value] : object->as_object()) {
        std::uint32_t number = 0;
        const auto [end, code] = std::from_chars(key.data(), key.data() + key.size(), number);
        if (code != std::errc{} || end != key.data() + key.size())
            return fail(Errc::damaged, "draft with a strange field");
        values[number] = Value::fromJson(value);
    }
    return values;
}

void dropSealed(const RecordType& type, FieldValues& values)
{
    std::erase_if(values, [&](const auto& entry) {
        const Field* field = type.field(entry.first);
        return field == nullptr || field->sealed;
    });
}

} // namespace

std::string DraftBody::encode() const
{
    boost::json::object object{{"before", objectOf(before)},
                               {"envelope", boost::json::string(envelope)},
                               {"new", isNew},
                               {"partition", boost::json::string(partition.text())},
                               {"values", objectOf(values)}};
    return canonicalJson(object);
}

Result<DraftBody> DraftBody::decode(std::string_view json)
{
    LIANXIN_TRY(const auto root, parseJson(json));
    if (!root.is_object())
        return fail(Errc::damaged, "draft is no object");
    const auto& object = root.as_object();
    DraftBody body;
    LIANXIN_TRY(body.values, valuesOf(object, "values"));
    LIANXIN_TRY(body.before, valuesOf(object, "before"));
    const auto* isNew = object.if_contains("new");
    const auto* envelope = object.if_contains("envelope");
    const auto* partition = object.if_contains("partition");
    if (isNew == nullptr || !isNew->is_bool() || envelope == nullptr || !envelope->is_string() ||
        partition == nullptr || !partition->is_string())
        return fail(Errc::damaged, "draft misses a member");
    body.isNew = isNew->as_bool();
    body.envelope = envelope->as_string();
    LIANXIN_TRY(body.partition, PartitionId::parse(std::string_view(partition->as_string())));
    return body;
}

std::string DraftBody::takeSealed(const RecordType& type)
{
    boost::json::object content{{"before", sealedContent(type, before).json()},
                                {"values", sealedContent(type, values).json()}};
    dropSealed(type, values);
    dropSealed(type, before);
    return canonicalJson(content);
}

Result<void> DraftBody::addSealed(const RecordType& type, std::string_view text)
{
    LIANXIN_TRY(const auto root, parseJson(text));
    if (!root.is_object())
        return fail(Errc::damaged, "sealed draft is no object");
    for (auto [member, target] : {std::pair{"before", &before}, std::pair{"values", &values}}) {
        const auto* content = root.as_object().if_contains(member);
        if (content == nullptr)
            return fail(Errc::damaged, "sealed draft misses a member");
        LIANXIN_TRY(auto fields, openedFields(type, Value::fromJson(*content)));
        target->merge(fields);
    }
    return {};
}

} // namespace lianxin::forms

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/draft_body.hpp"

#include "sync/model/catalogue_values.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
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

boost::json::object objectOf(const RowDraft& row)
{
    const std::string past = row.draft.past.encode();
    const auto bytes = std::span(reinterpret_cast<const std::uint8_t*>(past.data()), past.size());
    return {{"body", boost::json::string(row.draft.body)},
            {"past", boost::json::string(toBase64Url(bytes))},
            {"record", boost::json::string(row.draft.record.text())},
            {"removed", row.removed},
            {"root", boost::json::string(row.draft.root.text())},
            {"type", static_cast<std::int64_t>(row.draft.type)},
            {"updated", row.draft.updated}};
}

Result<RowDraft> rowOf(const boost::json::value& from)
{
    const auto* object = from.if_object();
    const auto text = [&](std::string_view member) -> std::string_view {
        const auto* value = object != nullptr ? object->if_contains(member) : nullptr;
        return value != nullptr && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
    };
    const auto number = [&](std::string_view member) -> std::int64_t {
        const auto* value = object != nullptr ? object->if_contains(member) : nullptr;
        return value != nullptr && value->is_int64() ? value->get_int64() : 0;
    };
    RowDraft row;
    LIANXIN_TRY(row.draft.record, RecordId::parse(text("record")));
    LIANXIN_TRY(row.draft.root, RecordId::parse(text("root")));
    LIANXIN_TRY(const auto past, fromBase64Url(text("past")));
    LIANXIN_TRY(row.draft.past, store::Past::decode(past));
    const auto* removed = object->if_contains("removed");
    row.removed = removed != nullptr && removed->is_bool() && removed->get_bool();
    row.draft.id = row.draft.record;
    row.draft.type = static_cast<std::uint32_t>(std::clamp<std::int64_t>(number("type"), 0, kLastNumber));
    row.draft.body = text("body");
    row.draft.updated = number("updated");
    return row;
}

} // namespace

std::string DraftBody::encode() const
{
    boost::json::object object{{"before", objectOf(before)},
                               {"envelope", boost::json::string(envelope)},
                               {"new", isNew},
                               {"partition", boost::json::string(partition.text())},
                               {"values", objectOf(values)}};
    if (!rows.empty()) {
        boost::json::array array;
        for (const auto& row : rows)
            array.push_back(objectOf(row));
        object["rows"] = std::move(array);
    }
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
    if (const auto* rows = object.if_contains("rows")) {
        if (!rows->is_array())
            return fail(Errc::damaged, "draft with strange rows");
        for (const auto& row : rows->get_array()) {
            LIANXIN_TRY(auto one, rowOf(row));
            body.rows.push_back(std::move(one));
        }
    }
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

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/value_text.hpp"

#include "app/forms/record_fields.hpp"
#include "sync/model/validate.hpp"

#include <QCoreApplication>
#include <QRegularExpression>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <charconv>
#include <cstdlib>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ValueText)
};

// "2份", "2 packs".
QString withUnit(std::int64_t number, const QString& unit)
{
    const bool apart = !unit.isEmpty() && unit.at(0).script() == QChar::Script_Latin;
    return QString::number(number) + (apart ? QStringLiteral(" ") : QString()) + unit;
}

QString setText(const Desk& desk, const Field& field, const Value& value)
{
    QStringList parts;
    const auto json = value.json();
    if (const auto* array = json.if_array())
        for (const auto& element : *array) {
            if (element.is_int64())
                parts << desk.codeLabel(field.codeList, element.as_int64());
            else if (const auto* text = element.if_string())
                if (const auto id = RecordId::parse(std::string_view(*text)))
                    parts << recordName(desk, *id);
        }
    parts.removeAll(QString());
    return parts.join(Words::tr(", ", "between the items of a list"));
}

// "2026年10月14日 10:20", "2026-10-14 10:20"; the time alone keeps the day.
std::optional<Millis> momentTyped(const QString& text)
{
    static const QRegularExpression kTime(QStringLiteral("(\\d{1,2})\\s*[:\uFF1A]\\s*(\\d{2})\\s*$"));
    const auto time = kTime.match(text);
    if (!time.hasMatch())
        return std::nullopt;
    const auto day = parseDay(dateTyped(text.left(time.capturedStart()).trimmed()));
    const int hour = time.captured(1).toInt();
    const int minute = time.captured(2).toInt();
    if (!day || hour > 23 || minute > 59)
        return std::nullopt;
    return startOfDayInChina(*day) + (hour * 60 + minute) * 60000LL;
}

// 25.50316, as people write a degree down.
QString degrees(std::int64_t steps) { return QString::number(static_cast<double>(std::abs(steps)) / 1e5, 'f', 5); }

QString placeText(const Value& value)
{
    const auto place = placeOf(value);
    return place ? placeLine(*place) : QString();
}

} // namespace

std::optional<platform::Place> placeOf(const Value& value)
{
    const auto json = value.json();
    const auto* pair = json.if_array();
    if (pair == nullptr || pair->size() != 2 || !pair->front().is_int64() || !pair->back().is_int64())
        return std::nullopt;
    return platform::Place{static_cast<std::int32_t>(pair->front().as_int64()),
                           static_cast<std::int32_t>(pair->back().as_int64()), 0};
}

QString placeLine(const platform::Place& place)
{
    const QString north = place.latitude < 0 ? Words::tr("%1 S") : Words::tr("%1 N");
    const QString east = place.longitude < 0 ? Words::tr("%1 W") : Words::tr("%1 E");
    const QString line = dotted({north.arg(degrees(place.latitude)), east.arg(degrees(place.longitude))});
    return place.within > 0 ? dotted({line, Words::tr("within %n metre(s)", nullptr, place.within)}) : line;
}

QString codeData(const Code& code, std::string_view member)
{
    const auto* value = code.data.if_contains(member);
    return value != nullptr && value->is_string() ? qs(std::string_view(value->as_string())) : QString();
}

QString recordName(const Desk& desk, RecordId record)
{
    if (QString user = desk.userName(userOf(record)); !user.isEmpty())
        return user;
    if (!desk.isOpen())
        return {};
    const auto view = desk.store().view(record);
    const RecordType* type = view ? desk.catalogue().type(view->type) : nullptr;
    if (type == nullptr)
        return {};
    const forms::RecordFields fields(*type, *view);
    QStringList parts;
    for (const auto number : type->title)
        if (const Field* field = type->field(number); field != nullptr && !field->sealed)
            if (const auto found = fields.values().find(number); found != fields.values().end())
                parts << valueText(desk, *field, found->second);
    parts.removeAll(QString());
    return parts.value(0);
}

QString valueText(const Desk& desk, const Field& field, const Value& value)
{
    if (value.isNull())
        return {};
    const auto number = value.asInt();
    const QString text = qs(value.asText().value_or(""));
    switch (field.kind) {
    case FieldKind::text:
        if (field.format == TextFormat::division)
            if (QString place = desk.placeName(text.toStdString()); !place.isEmpty())
                return place;
        return field.format == TextFormat::phone || field.format == TextFormat::mobile
                   ? phoneGrouped(text.toStdString())
                   : text;
    case FieldKind::integer: return number ? withUnit(*number, desk.label(field.unit)) : QString();
    case FieldKind::boolean: return value.isTrue() ? Words::tr("Yes") : Words::tr("No");
    case FieldKind::money: return number ? Words::tr("%1 yuan").arg(moneyText(*number)) : QString();
    case FieldKind::date: return partialDate(text.toStdString());
    case FieldKind::timestamp:
        return number ? Words::tr("%1 %2", "day and time").arg(dayWithYear(dayInChina(*number)), clockTime(*number))
                      : QString();
    case FieldKind::code: return number ? desk.codeLabel(field.codeList, *number) : QString();
    case FieldKind::ref: {
        const auto id = RecordId::parse(text.toStdString());
        return id ? recordName(desk, *id) : QString();
    }
    case FieldKind::codeSet:
    case FieldKind::refSet: return setText(desk, field, value);
    case FieldKind::place: return placeText(value);
    case FieldKind::envelope: return Words::tr("sealed");
    }
    return {};
}

QString registerLabel(const Desk& desk, const RecordType& type, const RegisterKey& key)
{
    if (const Field* field = type.field(key.number))
        return desk.label(field->label);
    if (const Group* group = type.group(key.number))
        return desk.label(group->label);
    if (key.number == kLocationRegister)
        return Words::tr("Where the file is kept");
    if (key.number == kLifeRegister)
        return Words::tr("Whether it is put away");
    return Words::tr("Sealed words");
}

QString registerText(const Desk& desk, const RecordType& type, const RegisterKey& key, const Value& value)
{
    if (const Field* field = type.field(key.number))
        return valueText(desk, *field, value);
    if (const Group* group = type.group(key.number)) {
        const auto json = value.json();
        QStringList parts;
        if (const auto* object = json.if_object())
            for (const auto number : group->fields)
                if (const auto* member = object->if_contains(std::to_string(number)))
                    if (const Field* field = type.field(number))
                        parts << valueText(desk, *field, Value::fromJson(*member));
        return dotted(parts);
    }
    if (key.number == kLocationRegister) {
        const auto partition = PartitionId::parse(value.asText().value_or(""));
        return partition ? desk.placeName(*partition) : QString();
    }
    if (key.number == kLifeRegister) {
        const auto json = value.json();
        const auto* object = json.if_object();
        const auto* state = object != nullptr ? object->if_contains("state") : nullptr;
        const bool active = state != nullptr && state->is_int64() && state->as_int64() == 1;
        return active ? Words::tr("in use") : Words::tr("put away");
    }
    return value.isNull() ? QString() : Words::tr("sealed");
}

QString editText(const Desk& desk, const Field& field, const Value& value)
{
    if (field.kind == FieldKind::integer)
        return value.asInt() ? QString::number(*value.asInt()) : QString();
    if (field.kind == FieldKind::money)
        return value.asInt() ? moneyText(*value.asInt()) : QString();
    if (field.kind == FieldKind::text && field.format != TextFormat::phone && field.format != TextFormat::mobile &&
        field.format != TextFormat::division)
        return qs(value.asText().value_or(""));
    return valueText(desk, field, value);
}

std::optional<Value> typedValue(const Desk& desk, const Field& field, const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return Value::null();
    Value entered = Value::fromText(text.toStdString());
    if (field.format == TextFormat::division)
        if (const auto places = desk.placesLike(trimmed, 2); places.size() == 1 && places.front().name == trimmed)
            entered = Value::fromText(places.front().code);
    if (field.kind == FieldKind::integer) {
        bool good = false;
        const auto number = trimmed.toLongLong(&good);
        if (!good)
            return std::nullopt;
        entered = Value::fromInt(number);
    } else if (field.kind == FieldKind::money) {
        const auto fen = moneyTyped(trimmed);
        if (!fen)
            return std::nullopt;
        entered = Value::fromInt(*fen);
    } else if (field.kind == FieldKind::date) {
        const std::string date = dateTyped(trimmed);
        if (date.empty())
            return std::nullopt;
        entered = Value::fromText(date);
    } else if (field.kind == FieldKind::timestamp) {
        const auto at = momentTyped(trimmed);
        if (!at)
            return std::nullopt;
        entered = Value::fromInt(*at);
    }
    const auto checked = checkValue(desk.catalogue(), field, entered);
    return checked ? std::optional(*checked) : std::nullopt;
}

} // namespace lianxin::ui

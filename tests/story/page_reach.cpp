// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_reach.hpp"

#include <QAbstractItemModel>
#include <QJsonObject>
#include <QMetaProperty>
#include <QVariant>

#include <algorithm>
#include <array>

namespace lianxin::story {
namespace {

constexpr qsizetype kMostArguments = 3;

struct Place {
    QObject* object{nullptr};
    QMetaProperty property;
};

std::optional<Place> placeOf(QObject& session, const QString& path)
{
    const auto dot = path.lastIndexOf(QLatin1Char('.'));
    QObject* object = reach(session, path.left(std::max<qsizetype>(dot, 0)));
    const int index = object != nullptr ? object->metaObject()->indexOfProperty(path.mid(dot + 1).toUtf8()) : -1;
    return index < 0 ? std::nullopt : std::optional(Place{object, object->metaObject()->property(index)});
}

std::optional<int> enumerator(const QMetaObject& meta, const QString& name)
{
    for (int i = 0; i < meta.enumeratorCount(); ++i) {
        bool known = false;
        if (const int value = meta.enumerator(i).keyToValue(name.toUtf8(), &known); known)
            return value;
    }
    return std::nullopt;
}

std::optional<QVariant> converted(const QMetaObject& meta, const QJsonValue& given, QMetaType wanted)
{
    if (given.isString() && wanted == QMetaType::fromType<int>()) {
        const auto value = enumerator(meta, given.toString());
        return value ? std::optional<QVariant>(*value) : std::nullopt;
    }
    QVariant value = given.toVariant();
    return value.convert(wanted) ? std::optional(value) : std::nullopt;
}

} // namespace

QObject* reach(QObject& session, const QString& path)
{
    QObject* object = &session;
    for (const auto& name : path.split(QLatin1Char('.'), Qt::SkipEmptyParts)) {
        object = object->property(name.toUtf8()).value<QObject*>();
        if (object == nullptr)
            return nullptr;
    }
    return object;
}

std::optional<QJsonValue> read(QObject& session, const QString& path)
{
    const auto place = placeOf(session, path);
    if (!place)
        return std::nullopt;
    const QVariant value = place->property.read(place->object);
    if (place->property.isEnumType())
        return QJsonValue(QString::fromUtf8(place->property.enumerator().valueToKey(value.toInt())));
    return QJsonValue::fromVariant(value);
}

bool write(QObject& session, const QString& path, const QJsonValue& value)
{
    const auto place = placeOf(session, path);
    return place && place->property.write(place->object, value.toVariant()); // takes an enumerator by its name
}

bool call(QObject& session, const QString& path, const QString& function, const QJsonArray& arguments)
{
    QObject* object = reach(session, path);
    if (object == nullptr || arguments.size() > kMostArguments)
        return false;
    const QMetaObject& meta = *object->metaObject();
    for (int i = 0; i < meta.methodCount(); ++i) {
        const QMetaMethod method = meta.method(i);
        if (method.methodType() != QMetaMethod::Method || method.name() != function.toUtf8() ||
            method.parameterCount() != arguments.size())
            continue;
        std::array<QVariant, kMostArguments> values;
        std::array<QGenericArgument, kMostArguments> given;
        for (int at = 0; at < method.parameterCount(); ++at) {
            const auto index = static_cast<std::size_t>(at);
            const auto value = converted(meta, arguments.at(at), method.parameterMetaType(at));
            if (!value)
                return false;
            values.at(index) = *value;
            given.at(index) = QGenericArgument(values.at(index).typeName(), values.at(index).constData());
        }
        return method.invoke(object, Qt::DirectConnection, given[0], given[1], given[2]);
    }
    return false;
}

QJsonArray rowsOf(const QAbstractItemModel& model)
{
    QJsonArray rows;
    const auto roles = model.roleNames();
    for (int row = 0; row < model.rowCount(); ++row) {
        QJsonObject one;
        for (auto role = roles.begin(); role != roles.end(); ++role) {
            const QVariant value = model.data(model.index(row, 0), role.key());
            const auto* nested = qobject_cast<QAbstractItemModel*>(value.value<QObject*>());
            one.insert(QString::fromUtf8(role.value()),
                       nested != nullptr ? QJsonValue(rowsOf(*nested)) : QJsonValue::fromVariant(value));
        }
        rows.append(one);
    }
    return rows;
}

} // namespace lianxin::story

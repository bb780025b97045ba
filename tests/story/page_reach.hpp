// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QObject>

#include <optional>

class QAbstractItemModel;

// What a page reaches of the session, by the same names: properties, invokable functions, rows of lists. No more than QML can do.
namespace lianxin::story {

// "form.rows": a property of a property of the session; null when there is none of that name.
[[nodiscard]] QObject* reach(QObject& session, const QString& path);
// An enumerator is given by its name.
[[nodiscard]] std::optional<QJsonValue> read(QObject& session, const QString& path);
[[nodiscard]] bool write(QObject& session, const QString& path, const QJsonValue& value);
// An argument that is text where a number is wanted is the name of an enumerator: show("Today").
[[nodiscard]] bool call(QObject& session, const QString& path, const QString& function, const QJsonArray& arguments);
[[nodiscard]] QJsonArray rowsOf(const QAbstractItemModel& model);

} // namespace lianxin::story

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/fault.hpp"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace lianxin::test {

// The table as it lies in the source, read without the code that is tested.
class FaultTable {
public:
    FaultTable()
    {
        QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/faults/faults.json"));
        if (file.open(QIODevice::ReadOnly))
            m_root = QJsonDocument::fromJson(file.readAll()).object();
    }
    [[nodiscard]] QJsonArray faults() const { return m_root.value(QLatin1String("faults")).toArray(); }
    [[nodiscard]] QJsonArray actions() const { return m_root.value(QLatin1String("actions")).toArray(); }
    [[nodiscard]] QJsonObject row(const QString& name) const { return named(faults(), name); }
    [[nodiscard]] QString zh(const QString& name) const { return row(name).value(QLatin1String("zh")).toString(); }
    [[nodiscard]] QString action(const QString& name) const
    {
        return row(name).value(QLatin1String("action")).toString();
    }
    // What stands on the button; of `wait` there is none.
    [[nodiscard]] QString button(const QString& name) const
    {
        return action(name) == QLatin1String("wait")
                   ? QString()
                   : named(actions(), action(name)).value(QLatin1String("zh")).toString();
    }
    [[nodiscard]] static QString nameOf(ui::Fault fault)
    {
        const auto name = ui::faultName(fault);
        return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    }
    [[nodiscard]] static QString nameOf(std::optional<ui::Fault> fault)
    {
        return fault ? nameOf(*fault) : QStringLiteral("nothing");
    }

private:
    [[nodiscard]] static QJsonObject named(const QJsonArray& rows, const QString& name)
    {
        for (const auto& row : rows)
            if (row.toObject().value(QLatin1String("name")).toString() == name)
                return row.toObject();
        return {};
    }
    QJsonObject m_root;
};

} // namespace lianxin::test

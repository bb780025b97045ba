// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"
#include "app/viewmodel/support_facts.hpp"
#include "app/viewmodel/sync_model.hpp"

#include <QtQmlIntegration>

#include <functional>

namespace lianxin::ui {

// A small file for whoever helps. It is shown first, line by line; what is saved is what was shown.
class SupportModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(bool shown READ shown NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* lines READ lines CONSTANT)
public:
    SupportModel(Desk& desk, SyncModel& sync, Navigator& navigator, QString folder, QObject* parent = nullptr);

    void setSizes(std::function<tablet::Desktop::Sizes()> sizes) { m_sizes = std::move(sizes); }

    [[nodiscard]] bool shown() const { return !m_text.isEmpty(); }
    [[nodiscard]] RowsModel* lines() { return &m_lines; }
    [[nodiscard]] const QString& text() const { return m_text; }

    Q_INVOKABLE void look(); // gathers it
    Q_INVOKABLE void save();
    Q_INVOKABLE void putAway();

signals:
    void changed();

private:
    Desk& m_desk;
    SyncModel& m_sync;
    Navigator& m_navigator;
    QString m_folder;
    std::function<tablet::Desktop::Sizes()> m_sizes;
    QString m_text;
    RowsModel m_lines;
};

} // namespace lianxin::ui

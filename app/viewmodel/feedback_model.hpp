// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QTimer>
#include <QtQmlIntegration>

namespace lianxin::ui {

// Complaints and ideas. They are kept in the vault, and what was begun stays as it is. There is no address at the province for them yet:
// the page says so instead of pretending, and gives the telephone number that is answered today.
class FeedbackModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(bool canSend READ canSend NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(QString phoneText READ phoneText CONSTANT)
    Q_PROPERTY(QAbstractItemModel* sent READ sent CONSTANT)
public:
    FeedbackModel(Desk& desk, Navigator& navigator, QObject* parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString& text);
    [[nodiscard]] bool canSend() const { return !m_text.trimmed().isEmpty(); }
    [[nodiscard]] QString stateText() const { return tr("Kept on this tablet; for an answer today, call"); }
    [[nodiscard]] QString phoneText() const { return QStringLiteral("12345"); }
    [[nodiscard]] RowsModel* sent() { return &m_sent; }

    Q_INVOKABLE void send();
    Q_INVOKABLE void call();

signals:
    void changed();

private:
    struct Kept {
        Millis at{0};
        std::string text;
    };
    void read();
    [[nodiscard]] Result<void> keep();
    void refresh();

    Desk& m_desk;
    Navigator& m_navigator;
    RowsModel m_sent;
    QString m_text;
    std::vector<Kept> m_kept; // newest first
    QTimer m_save;
};

} // namespace lianxin::ui

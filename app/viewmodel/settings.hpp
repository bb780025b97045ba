// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// How a person likes the screen. Kept in the vault, so that it follows the person and tells others nothing.
class Settings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(bool largeMode READ largeMode WRITE setLargeMode NOTIFY changed)
    Q_PROPERTY(Scheme scheme READ scheme WRITE setScheme NOTIFY changed)
    Q_PROPERTY(bool dark READ dark NOTIFY changed)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY changed)
    Q_PROPERTY(int textScale READ textScale WRITE setTextScale NOTIFY changed)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)
    Q_PROPERTY(QString lockLine READ lockLine NOTIFY changed)
    Q_PROPERTY(QString syncLine READ syncLine NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* languages READ languages CONSTANT)
public:
    enum Scheme { FollowTablet, Light, Dark };
    Q_ENUM(Scheme)

    explicit Settings(Desk& desk, QObject* parent = nullptr);

    [[nodiscard]] bool largeMode() const { return m_large; }
    void setLargeMode(bool large);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    [[nodiscard]] bool dark() const;
    [[nodiscard]] bool reducedMotion() const { return m_still; }
    void setReducedMotion(bool still);
    [[nodiscard]] int textScale() const { return m_scale; }
    void setTextScale(int pixels); // of body text, 18..30
    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString& language);
    [[nodiscard]] QString lockLine() const { return tr("Locks by itself after 2 minutes without a touch"); }
    [[nodiscard]] QString syncLine() const { return m_syncLine; }
    void setSyncLine(const QString& line);
    [[nodiscard]] RowsModel* languages() { return &m_languages; }

signals:
    void changed();
    void languageWanted(const QString& language);

private:
    void read();
    void keep();
    void showLanguages();

    Desk& m_desk;
    RowsModel m_languages;
    bool m_large{false};
    bool m_still{false};
    Scheme m_scheme{FollowTablet};
    int m_scale{20};
    QString m_language{QStringLiteral("zh_CN")};
    QString m_syncLine;
};

} // namespace lianxin::ui

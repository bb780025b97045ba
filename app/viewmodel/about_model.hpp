// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// What this program is, who answers for it, and what it does with people's words.
class AboutModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString versionText READ versionText NOTIFY changed)
    Q_PROPERTY(QString filingText READ filingText NOTIFY changed)
    Q_PROPERTY(QString ownerText READ ownerText NOTIFY changed)
    Q_PROPERTY(QString licenceText READ licenceText NOTIFY changed)
    Q_PROPERTY(QString privacyText READ privacyText NOTIFY changed)
public:
    AboutModel(Desk& desk, bool demo, QObject* parent = nullptr) : QObject(parent), m_demo(demo)
    {
        connect(&desk, &Desk::languageChanged, this, &AboutModel::changed);
    }
    [[nodiscard]] QString versionText() const;
    [[nodiscard]] QString filingText() const;
    [[nodiscard]] QString ownerText() const
    {
        return tr("Deployed by the province; its name is still to be filled in");
    }
    [[nodiscard]] QString licenceText() const;
    [[nodiscard]] QString privacyText() const;

signals:
    void changed();

private:
    bool m_demo;
};

} // namespace lianxin::ui

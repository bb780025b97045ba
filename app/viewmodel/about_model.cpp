// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/about_model.hpp"

#include <QCoreApplication>

namespace lianxin::ui {

QString AboutModel::versionText() const
{
    const QString version = tr("Version %1").arg(QCoreApplication::applicationVersion());
    return m_demo ? tr("%1, made-up data").arg(version) : version;
}

QString AboutModel::filingText() const
{
    return m_demo ? tr("A demonstration; it has no filing number") : tr("The filing number is given by the province");
}

QString AboutModel::licenceText() const
{
    return tr("Lianxin is free software under the GNU General Public License, version 3 or later. Whoever gets the "
              "program gets its source too. "
              "It comes without any warranty. It stands on Qt, SQLite with SQLCipher, libsodium, Boost, zstd and "
              "others, each under its own licence.");
}

QString AboutModel::privacyText() const
{
    return tr("What you write lies encrypted on this tablet and opens only with your own passphrase. Counselling is "
              "readable only for the counsellor "
              "and the supervisor, also at the province. Nothing is sent anywhere but to the province's server. The "
              "program keeps no record of where "
              "you are or how long you work.");
}

} // namespace lianxin::ui

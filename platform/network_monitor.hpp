// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace lianxin::platform {

// Whether trying to sync is worth the battery. Never a promise: only an answer from the server proves a link.
class NetworkMonitor : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual bool online() const = 0;

signals:
    void onlineChanged(bool online);
};

} // namespace lianxin::platform

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/network_monitor.hpp"

#include <QTimer>

namespace lianxin::platform {

// QNetworkInformation where the system has a backend for it; otherwise a look at the interfaces every ten seconds.
class QtNetworkMonitor final : public NetworkMonitor {
    Q_OBJECT
public:
    // The demo's server runs on the tablet itself: loopback is always there, whatever the cable says.
    enum class Server { elsewhere, onThisMachine };
    explicit QtNetworkMonitor(Server server, QObject* parent = nullptr);
    [[nodiscard]] bool online() const override { return m_online; }

private:
    void refresh();

    Server m_server;
    bool m_online{false};
    QTimer m_poll;
};

} // namespace lianxin::platform

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/network_monitor.hpp"

namespace lianxin::platform {

class FakeNetworkMonitor final : public NetworkMonitor {
    Q_OBJECT
public:
    using NetworkMonitor::NetworkMonitor;
    [[nodiscard]] bool online() const override { return m_online; }
    void setOnline(bool online)
    {
        if (online == m_online)
            return;
        m_online = online;
        emit onlineChanged(online);
    }

private:
    bool m_online{false};
};

} // namespace lianxin::platform

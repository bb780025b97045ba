// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_network_monitor.hpp"

#include <QNetworkInformation>
#include <QNetworkInterface>

#include <algorithm>
#include <chrono>

namespace lianxin::platform {

namespace {

// Long enough to cost nothing, short enough that a worker who walks into the office does not look for a button.
constexpr std::chrono::seconds kPollInterval{10};

bool interfaceLooksConnected()
{
    const auto all = QNetworkInterface::allInterfaces();
    return std::ranges::any_of(all, [](const QNetworkInterface& one) {
        const auto flags = one.flags();
        return flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning) &&
               !flags.testFlag(QNetworkInterface::IsLoopBack) && !one.addressEntries().isEmpty();
    });
}

bool reachable()
{
    // "Local" counts: a township's relay needs no internet.
    if (const auto* information = QNetworkInformation::instance();
        information && information->reachability() != QNetworkInformation::Reachability::Unknown)
        return information->reachability() != QNetworkInformation::Reachability::Disconnected;
    return interfaceLooksConnected();
}

} // namespace

QtNetworkMonitor::QtNetworkMonitor(Server server, QObject* parent) : NetworkMonitor(parent), m_server(server)
{
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
                &QtNetworkMonitor::refresh);
    connect(&m_poll, &QTimer::timeout, this, &QtNetworkMonitor::refresh);
    m_poll.start(kPollInterval);
    refresh();
}

void QtNetworkMonitor::refresh()
{
    const bool now = m_server == Server::onThisMachine || reachable();
    if (now == m_online)
        return;
    m_online = now;
    emit onlineChanged(now);
}

} // namespace lianxin::platform

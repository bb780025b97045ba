// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/sync_driver.hpp"

#include <QDateTime>

#include <utility>

namespace lianxin::client {

Millis SyncDriver::WallClock::now() const { return QDateTime::currentMSecsSinceEpoch(); }

SyncDriver::SyncDriver(store::ReplicaStore& store, HttpTransport& transport, SyncIdentity identity,
                       RandomSource& random, QObject* parent)
    : QObject(parent), m_transport(transport), m_runner(store, identity, random, m_clock, ports())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_runner.timerFired(); });
}

EffectRunner::Ports SyncDriver::ports()
{
    EffectRunner::Ports made;
    made.post = [this](std::string_view path, std::string body, const Authorise& authorise, AnswerDone done) {
        m_transport.post(path, std::move(body), authorise, std::move(done));
    };
    made.startTimer = [this](std::chrono::milliseconds delay) { m_timer.start(delay); };
    made.stopTimer = [this] { m_timer.stop(); };
    made.changed = [this] { emit changed(); };
    made.recordsReceived = [this](const std::vector<RecordId>& records) { emit recordsReceived(records); };
    made.get = [this](std::string_view path, const Authorise& authorise, AnswerDone done) {
        m_transport.get(path, authorise, std::move(done));
    };
    made.formsReceived = [this](const std::string& text) { emit formsReceived(text); };
    made.errand = [this](std::function<void()> then) { m_errand ? m_errand(std::move(then)) : then(); };
    return made;
}

} // namespace lianxin::client

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/effect_runner.hpp"
#include "sync/client/http_transport.hpp"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace lianxin::client {

// The effect runner with Qt's timer, the HTTP transport and the wall clock. All of it on the thread that owns the store; frames are small
// enough that a page does not stutter (ARCHITECTURE.md).
class SyncDriver : public QObject {
    Q_OBJECT
public:
    SyncDriver(store::ReplicaStore& store, HttpTransport& transport, SyncIdentity identity, RandomSource& random,
               QObject* parent = nullptr);

    // Reads where the store stands; nothing is sent before setOnline(true).
    [[nodiscard]] Result<void> start() { return m_runner.start(); }
    void setOnline(bool online) { m_runner.setOnline(online); }
    void noteSaved(std::uint64_t number) { m_runner.noteSaved(number); }   // after each store::ReplicaStore::save
    void haveForms(std::uint32_t version) { m_runner.haveForms(version); } // of the province's forms that are here
    void carry(AfterText& after) { m_runner.carry(after); }                // before setOnline(true)
    void anotherId(AnotherId& owner) { m_runner.anotherId(owner); }        // before setOnline(true)
    void trim(const std::optional<EffectRunner::Trimming>& how) { m_runner.trim(how); } // before setOnline(true)
    void carryWanted() { m_runner.carryWanted(); }                                      // attachments may be waiting
    void syncNow() { m_runner.syncNow(); } // a person pressed 现在连一下

    // What this tablet does for others after its own (CarryDriver); empty: nothing.
    void setErrand(std::function<void(std::function<void()>)> errand) { m_errand = std::move(errand); }

    [[nodiscard]] const core::EngineState& state() const { return m_runner.state(); }
    // Why the last request did not go through; empty after one that did.
    [[nodiscard]] const std::optional<Error>& trouble() const { return m_runner.trouble(); }
    [[nodiscard]] const Circumstance& circumstance() const { return m_runner.circumstance(); } // of that trouble
    [[nodiscard]] Cause healed() const { return m_runner.healed(); } // went wrong and was got round since the unlock
    // Server time minus tablet time at the last answer.
    [[nodiscard]] std::optional<std::chrono::milliseconds> clockOffset() const { return m_runner.clockOffset(); }
    [[nodiscard]] std::size_t bytesSent() const { return m_runner.bytesSent(); }
    [[nodiscard]] std::size_t bytesReceived() const { return m_runner.bytesReceived(); }

signals:
    void changed();                                                      // phase, trouble or what waits
    void recordsReceived(const std::vector<lianxin::RecordId>& records); // after the transaction that stored them
    void formsReceived(const std::string& text);                         // nobody looked at it yet

private:
    struct WallClock final : Clock {
        [[nodiscard]] Millis now() const override;
    };
    [[nodiscard]] EffectRunner::Ports ports();

    HttpTransport& m_transport;
    std::function<void(std::function<void()>)> m_errand;
    QTimer m_timer;
    WallClock m_clock;
    EffectRunner m_runner;
};

} // namespace lianxin::client

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/http_transport.hpp"
#include "sync/core/engine.hpp"
#include "sync/seal/keys.hpp"
#include "sync/store/replica_store.hpp"

#include <QObject>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

namespace lianxin::client {

// Who syncs with whom. Lives longer than the driver.
struct SyncIdentity {
    ReplicaId replica;
    const seal::SignKey* key{nullptr};
    seal::PublicSignKey server; // receipt key, certified by the issuer
};

// Runs the engine's effects: asks the store, sends, stores, and feeds back what happened. All of it on the thread that owns the store; frames
// are small enough that a page does not stutter (ARCHITECTURE.md).
class SyncDriver : public QObject {
    Q_OBJECT
public:
    SyncDriver(store::ReplicaStore& store, HttpTransport& transport, SyncIdentity identity, RandomSource& random, QObject* parent = nullptr);

    // Reads where the store stands; nothing is sent before setOnline(true).
    [[nodiscard]] Result<void> start();
    void setOnline(bool online);
    void noteSaved(std::uint64_t number); // after each store::ReplicaStore::save
    void syncNow();                       // a person pressed 现在连一下

    [[nodiscard]] const core::EngineState& state() const { return m_state; }
    // Why the last request did not go through; empty after one that did.
    [[nodiscard]] const std::optional<Error>& trouble() const { return m_trouble; }
    // Server time minus tablet time at the last answer.
    [[nodiscard]] std::optional<std::chrono::milliseconds> clockOffset() const { return m_clockOffset; }
    [[nodiscard]] std::size_t bytesSent() const { return m_bytesSent; }
    [[nodiscard]] std::size_t bytesReceived() const { return m_bytesReceived; }

signals:
    void changed();                                         // phase, trouble or what waits
    void recordsReceived(const std::vector<lianxin::RecordId>& records); // after the transaction that stored them

private:
    void dispatch(const core::Event& event);
    void run(const core::Effect& effect);
    void sendPush();
    void sendPull(std::uint32_t budget);
    void pushAnswered(const core::PushRequest& asked, const HttpAnswer& answer);
    void pullAnswered(const core::PullRequest& asked, const HttpAnswer& answer);
    void failed(Error error, std::chrono::milliseconds retryAfter = {});
    // False when the answer is no 200: the failure has been dispatched.
    [[nodiscard]] bool isGood(const HttpAnswer& answer);
    void noteServerTime(Millis serverTime);
    [[nodiscard]] HttpTransport::Authorise authorise();

    store::ReplicaStore& m_store;
    HttpTransport& m_transport;
    SyncIdentity m_identity;
    RandomSource& m_random;
    core::EngineState m_state;
    QTimer m_timer;
    std::optional<Error> m_trouble;
    std::optional<std::chrono::milliseconds> m_clockOffset;
    bool m_listCursors{false}; // the server asked for the whole list once
    std::size_t m_bytesSent{0};
    std::size_t m_bytesReceived{0};
};

} // namespace lianxin::client

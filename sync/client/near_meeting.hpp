// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/carry/near.hpp"
#include "sync/carry/tablet_carry.hpp"

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace lianxin::client {

// What both sides of a meeting need. Lives longer than the meeting.
struct NearParts {
    carry::TabletCarry& carry;
    store::ReplicaStore& store; // gives the counters of signatures
    ReplicaId replica;
    const seal::SignKey* key{nullptr};
    RandomSource& random;
};

// One side of one meeting over one connection: question, answer with a question back, answer. Both hand over, both carry.
class NearMeeting : public QObject {
    Q_OBJECT
public:
    enum class Side { door, visitor };
    // `mine` opens what comes; `door` is the key that the code showed.
    NearMeeting(const NearParts& parts, Side side, const seal::BoxKey& mine, const seal::PublicBoxKey& door,
                std::unique_ptr<QTcpSocket> socket, QObject* parent = nullptr);

    void begin(); // visitor, when connected

signals:
    void ended(bool met); // met: both have what the other gave

private:
    void read();
    [[nodiscard]] Result<void> took(const carry::NearMessage& message);
    [[nodiscard]] Result<void> ask(std::string reply);
    [[nodiscard]] Result<std::string> answerTo(const carry::NearMessage& message);
    [[nodiscard]] Result<void> send(const carry::NearMessage& message);
    void end(bool met);

    NearParts m;
    Side m_side;
    const seal::BoxKey& m_mine;
    seal::PublicBoxKey m_door;
    seal::PublicBoxKey m_theirs;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_buffer;
    std::optional<carry::TabletCarry::Exchange> m_asked;
    QTimer m_patience;
    bool m_ended{false};
    bool m_last{false}; // everything is said once these bytes are out
};

// Open on an explicit press, for ten minutes: colleagues on the same network may hand over.
class NearDoor : public QObject {
    Q_OBJECT
public:
    explicit NearDoor(NearParts parts, QObject* parent = nullptr);
    // What the code says. io: no address to listen on. A new key each time.
    [[nodiscard]] Result<carry::NearAddress> open(const QHostAddress& on);
    void close();
    [[nodiscard]] bool isOpen() const { return m_server.isListening(); }

signals:
    void met(bool well);
    void closed();

private:
    void accept();

    NearParts m;
    QTcpServer m_server;
    QTimer m_life;
    std::optional<seal::BoxKey> m_key;
    int m_meetings{0};
};

// Goes to a colleague's open door.
class NearVisit : public QObject {
    Q_OBJECT
public:
    explicit NearVisit(NearParts parts, QObject* parent = nullptr) : QObject(parent), m(std::move(parts)) {}
    void go(const carry::NearAddress& address, std::function<void(bool met)> done);

private:
    NearParts m;
    std::optional<seal::BoxKey> m_key;
    std::unique_ptr<NearMeeting> m_meeting;
};

// The address of this tablet on the local network; null when it has none.
[[nodiscard]] QHostAddress nearHost();

} // namespace lianxin::client

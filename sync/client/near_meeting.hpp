// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/carry/near_code.hpp"
#include "sync/carry/tablet_carry.hpp"

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <chrono>
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

// How a meeting ended. Whatever it was: nobody's words are gone, and what one side took it keeps.
enum class NearEnd : std::uint8_t {
    met,       // both have what the other gave
    gone,      // nobody at that address
    cut,       // the other one left halfway, or said nothing for too long
    otherKey,  // the short code is of another opening
    foreign,   // not certified by this organisation, or of another realm
    own,       // this very tablet
    newer,     // speaks of what this program does not know
    older,     // does not know what this program speaks of
    notKept,   // here: no room, or the store does not write just now
    unreadable // what came is none of a meeting: a stranger on the network
};
struct NearOutcome {
    NearEnd end{NearEnd::cut};
    std::uint64_t given{0};     // own changesets that lie with the other one from now on
    std::uint64_t taken{0};     // of others, new on this tablet
    std::uint64_t confirmed{0}; // own ones whose receipt of the province the other one brought
    bool full{false};           // the other one has no room for more of this tablet's
    bool noRoom{false};         // this one has none for more of the other's: its disk is full
};

// One side of one meeting over one connection: question, answer with a question back, answer. Both hand over, both carry.
class NearMeeting : public QObject {
    Q_OBJECT
public:
    enum class Side { door, visitor };
    // `mine` opens what comes. A visitor's `place` is what the code said; a door's is its own.
    NearMeeting(const NearParts& parts, Side side, const seal::BoxKey& mine, carry::NearPlace place,
                std::unique_ptr<QTcpSocket> socket, QObject* parent = nullptr);

    ~NearMeeting() override;

    void begin(); // visitor, when connected

signals:
    void ended(const lianxin::client::NearOutcome& outcome);

private:
    void read();
    void doorSpoke(const QByteArray& frame); // before the visitor has a key
    void visitorSpoke(const QByteArray& frame);
    void opened(std::string_view frame);
    [[nodiscard]] Result<void> took(const carry::NearMessage& message);
    [[nodiscard]] Result<void> tookReply(const carry::NearMessage& message);
    [[nodiscard]] Result<void> ask(std::string reply);
    [[nodiscard]] Result<std::string> answerTo(const carry::NearMessage& message);
    [[nodiscard]] Result<void> send(const carry::NearMessage& message);
    void write(std::string_view frame);
    // Says so to the other one, where it can still hear it.
    void refuse(const Error& error);
    void end(NearEnd end);

    NearParts m;
    Side m_side;
    const seal::BoxKey& m_mine;
    carry::NearPlace m_place;
    seal::PublicBoxKey m_theirs;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_buffer;
    std::optional<carry::TabletCarry::Exchange> m_asked;
    QTimer m_patience;
    NearOutcome m_outcome;
    bool m_connected{false};
    bool m_isOlder{false}; // the other one
    bool m_ended{false};
    std::optional<NearEnd> m_last; // everything is said once these bytes are out
};

inline constexpr std::chrono::milliseconds kDoorLife = std::chrono::minutes(10);

// Open on an explicit press, for ten minutes: colleagues on the same network may hand over.
class NearDoor : public QObject {
    Q_OBJECT
public:
    explicit NearDoor(NearParts parts, QObject* parent = nullptr, std::chrono::milliseconds life = kDoorLife);
    // What the code says. io: no address to listen on. A new key each time.
    [[nodiscard]] Result<carry::NearAddress> open(const QHostAddress& on);
    void close();
    [[nodiscard]] bool isOpen() const { return m_server.isListening(); }
    // A coarse timer may go off a little late, and says so.
    [[nodiscard]] std::chrono::milliseconds left() const
    {
        return std::min(m_life.remainingTimeAsDuration(), m_life.intervalAsDuration());
    }

signals:
    void met(const lianxin::client::NearOutcome& outcome);
    void closed();

private:
    void accept();

    NearParts m;
    QTcpServer m_server;
    QTimer m_life;
    std::optional<seal::BoxKey> m_key;
    carry::NearPlace m_place;
    int m_meetings{0};
};

// Goes to a colleague's open door.
class NearVisit : public QObject {
    Q_OBJECT
public:
    explicit NearVisit(NearParts parts, QObject* parent = nullptr) : QObject(parent), m(std::move(parts)) {}
    void go(const carry::NearPlace& place, std::function<void(const NearOutcome&)> done);

private:
    NearParts m;
    std::optional<seal::BoxKey> m_key;
    std::unique_ptr<NearMeeting> m_meeting;
};

// The address of this tablet on the local network, that of the wireless one first; null when it has none.
[[nodiscard]] QHostAddress nearHost();

} // namespace lianxin::client

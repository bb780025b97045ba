// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/near_meeting.hpp"

#include "sync/client/signed_requests.hpp"
#include "sync/wire/carry_messages.hpp"
#include "sync/wire/error_reply.hpp"

#include <QNetworkInterface>
#include <QtEndian>

#include <algorithm>
#include <utility>

namespace lianxin::client {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds kSilence = 30s;
constexpr int kMostMeetings = 4; // at once
constexpr qsizetype kSizeBytes = 4;

std::string_view viewOf(const QByteArray& bytes) { return {bytes.constData(), static_cast<std::size_t>(bytes.size())}; }

// What a refusal, ours or the other one's, says to people.
NearEnd endOf(Errc code)
{
    switch (code) {
    case Errc::notAllowed: return NearEnd::foreign;
    case Errc::invalidInput: return NearEnd::own;
    case Errc::upgradeNeeded: return NearEnd::newer;
    case Errc::offline: return NearEnd::cut;
    case Errc::diskFull:
    case Errc::io:
    case Errc::busy:
    case Errc::damaged: return NearEnd::notKept;
    default: return NearEnd::unreadable;
    }
}

} // namespace

NearMeeting::NearMeeting(const NearParts& parts, Side side, const seal::BoxKey& mine, carry::NearPlace place,
                         std::unique_ptr<QTcpSocket> socket, QObject* parent)
    : QObject(parent), m(parts), m_side(side), m_mine(mine), m_place(std::move(place)), m_socket(std::move(socket))
{
    m_socket->setParent(nullptr);
    m_connected = side == Side::door;
    if (side == Side::visitor && m_place.key)
        m_theirs = *m_place.key;
    m_patience.setSingleShot(true);
    m_patience.start(kSilence);
    const auto broke = [this] { end(m_connected ? NearEnd::cut : NearEnd::gone); };
    connect(&m_patience, &QTimer::timeout, this, broke);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &NearMeeting::read);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, [this] {
        m_patience.start(kSilence);
        if (m_last && m_socket->bytesToWrite() == 0)
            end(*m_last);
    });
    connect(m_socket.get(), &QTcpSocket::disconnected, this, broke);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, broke);
}

NearMeeting::~NearMeeting() { m_socket->disconnect(this); } // which says that it closes when it goes

void NearMeeting::begin()
{
    m_connected = true;
    if (!m_place.key)
        return write(carry::nearHello(m_place.mark));
    if (const auto asked = ask({}); !asked)
        end(endOf(asked.error().code));
}

void NearMeeting::end(NearEnd end)
{
    if (std::exchange(m_ended, true))
        return;
    m_patience.stop();
    m_socket->disconnectFromHost();
    m_outcome.end = end;
    emit ended(m_outcome);
}

void NearMeeting::refuse(const Error& error)
{
    carry::NearMessage message;
    message.replyTo = m_mine.publicKey();
    message.reply = wire::encodeErrorReply(wire::errorReplyOf(fail(error.code, "not in this meeting")));
    m_last = endOf(error.code);
    if (!send(message))
        end(*m_last);
}

void NearMeeting::write(std::string_view frame)
{
    QByteArray size(kSizeBytes, '\0');
    qToBigEndian(static_cast<quint32>(frame.size()), size.data());
    m_socket->write(size);
    m_socket->write(frame.data(), static_cast<qint64>(frame.size()));
}

Result<void> NearMeeting::send(const carry::NearMessage& message)
{
    LIANXIN_TRY(const auto sealed, carry::sealNear(message, m_theirs, m.random));
    write(sealed);
    return {};
}

Result<void> NearMeeting::ask(std::string reply)
{
    LIANXIN_TRY(auto exchange, m.carry.toCarrier(carry::TabletCarry::Carriers::neighbour));
    carry::NearMessage message;
    message.replyTo = m_mine.publicKey();
    message.reply = std::move(reply);
    message.ask = wire::encodeCarryRequest(exchange.request);
    exchange.request.envelopes.clear();
    LIANXIN_TRY(message.auth,
                signedRequests(m.store, m.replica, *m.key)("POST", carry::nearPath(*m_place.key), message.ask));
    m_asked = std::move(exchange);
    return send(message);
}

Result<std::string> NearMeeting::answerTo(const carry::NearMessage& message)
{
    const auto auth = seal::parseAuth(message.auth);
    const auto request = wire::decodeCarryRequest(message.ask);
    if (!auth || !request)
        return fail(Errc::protocol, "no question of a meeting");
    if (request->certificate == seal::certificateText(m.carry.certificate()))
        return fail(Errc::invalidInput, "this very tablet");
    const auto before = m.carry.tookSoFar();
    LIANXIN_TRY(const auto reply, m.carry.take(*request, {*auth, "POST", carry::nearPath(*m_place.key), message.ask}));
    m_outcome.taken = m.carry.tookSoFar() - before;
    m_outcome.noRoom = std::ranges::any_of(
        reply.answers, [](const auto& answer) { return answer.refused == errcName(Errc::diskFull); });
    return wire::encodeCarryReply(reply);
}

Result<void> NearMeeting::tookReply(const carry::NearMessage& message)
{
    const auto reply = wire::decodeCarryReply(message.reply);
    if (!reply) {
        const auto refusal = wire::decodeErrorReply(message.reply);
        const auto code = refusal ? wire::errcOf(*refusal) : Errc::protocol;
        // What is full or broken there is no trouble of this tablet.
        return fail(endOf(code) == NearEnd::notKept ? Errc::offline : code, "the other one does not answer");
    }
    for (std::size_t i = 0; i < m_asked->own.size() && i < reply->answers.size(); ++i) {
        const auto& refused = reply->answers[i].refused;
        m_outcome.full = m_outcome.full || refused == errcName(Errc::busy) || refused == errcName(Errc::diskFull);
        m_isOlder = m_isOlder || refused == errcName(Errc::upgradeNeeded);
    }
    LIANXIN_TRY(const auto before, m.store.carried());
    LIANXIN_CHECK(m.carry.carrierAnswered(*m_asked, *reply));
    LIANXIN_TRY(const auto after, m.store.carried());
    m_outcome.confirmed = after.acknowledged - before.acknowledged;
    // The same colleague again: what lies there already is not given twice.
    const bool isSame = before.neighbour.carrier == after.neighbour.carrier;
    const auto there = std::max(after.acknowledged, isSame ? before.neighbour.upTo : 0);
    const bool isAnswered = after.neighbour.upTo > there && (!isSame || after.neighbour.upTo > before.neighbour.upTo);
    m_outcome.given = isAnswered ? after.neighbour.upTo - there : 0;
    return {};
}

// Each side stores what it was given before it says so.
Result<void> NearMeeting::took(const carry::NearMessage& message)
{
    const bool isRefused = message.ask.empty() && (m_side == Side::visitor || !m_asked);
    if (m_asked || isRefused) {
        if (!m_asked)
            return fail(Errc::protocol, "nothing was asked");
        if (const auto heard = tookReply(message); !heard) {
            end(endOf(heard.error().code));
            return {};
        }
        if (m_side == Side::door) {
            end(m_isOlder ? NearEnd::older : NearEnd::met);
            return {};
        }
    }
    m_theirs = message.replyTo;
    LIANXIN_TRY(auto answer, answerTo(message));
    if (m_side == Side::door)
        return ask(std::move(answer));
    carry::NearMessage last;
    last.replyTo = m_mine.publicKey();
    last.reply = std::move(answer);
    m_last = m_isOlder ? NearEnd::older : NearEnd::met;
    return send(last);
}

// The visitor has the short code only: the door says its key to who shows that.
void NearMeeting::visitorSpoke(const QByteArray& frame)
{
    if (viewOf(frame) == carry::nearHello(m_place.mark))
        return write(m_place.key->raw());
    opened(viewOf(frame));
}

void NearMeeting::doorSpoke(const QByteArray& frame)
{
    if (m_place.key)
        return opened(viewOf(frame));
    const auto key = seal::PublicBoxKey::fromRaw(viewOf(frame));
    if (!key || carry::nearMark(*key) != m_place.mark)
        return end(NearEnd::otherKey);
    m_place.key = m_theirs = *key;
    if (const auto asked = ask({}); !asked)
        end(endOf(asked.error().code));
}

void NearMeeting::opened(std::string_view frame)
{
    const auto message = carry::openNear(frame, m_mine);
    if (!message)
        return end(NearEnd::unreadable);
    if (const auto done = took(*message); !done)
        refuse(done.error());
}

void NearMeeting::read()
{
    m_buffer += m_socket->readAll();
    m_patience.start(kSilence);
    while (!m_ended && !m_last && m_buffer.size() >= kSizeBytes) {
        const auto size = qFromBigEndian<quint32>(m_buffer.constData());
        if (size > carry::kMaxNearBytes)
            return end(NearEnd::unreadable);
        if (m_buffer.size() < kSizeBytes + static_cast<qsizetype>(size))
            return;
        const auto frame = m_buffer.mid(kSizeBytes, static_cast<qsizetype>(size));
        m_buffer.remove(0, kSizeBytes + static_cast<qsizetype>(size));
        m_side == Side::door ? visitorSpoke(frame) : doorSpoke(frame);
    }
}

NearDoor::NearDoor(NearParts parts, QObject* parent, std::chrono::milliseconds life)
    : QObject(parent), m(std::move(parts))
{
    m_life.setSingleShot(true);
    m_life.setInterval(life);
    connect(&m_life, &QTimer::timeout, this, &NearDoor::close);
    connect(&m_server, &QTcpServer::newConnection, this, &NearDoor::accept);
}

Result<carry::NearAddress> NearDoor::open(const QHostAddress& on)
{
    close();
    if (on.isNull() || !m_server.listen(on))
        return fail(Errc::io, "no address to listen on");
    m_key = seal::BoxKey::generate(m.random);
    m_life.start();
    const carry::NearAddress address{on.toString().toStdString(), m_server.serverPort(), m_key->publicKey()};
    m_place = carry::placeOf(address);
    return address;
}

void NearDoor::close()
{
    if (!m_server.isListening())
        return;
    m_server.close();
    m_life.stop();
    emit closed();
}

void NearDoor::accept()
{
    while (auto* socket = m_server.nextPendingConnection()) {
        std::unique_ptr<QTcpSocket> owned(socket);
        if (m_meetings >= kMostMeetings || !m_key)
            continue; // closes here
        ++m_meetings;
        auto* meeting = new NearMeeting(m, NearMeeting::Side::door, *m_key, m_place, std::move(owned), this);
        connect(meeting, &NearMeeting::ended, this, [this, meeting](const NearOutcome& outcome) {
            --m_meetings;
            meeting->deleteLater();
            emit met(outcome);
        });
    }
}

void NearVisit::go(const carry::NearPlace& place, std::function<void(const NearOutcome&)> done)
{
    m_key = seal::BoxKey::generate(m.random);
    auto socket = std::make_unique<QTcpSocket>();
    auto* line = socket.get();
    m_meeting = std::make_unique<NearMeeting>(m, NearMeeting::Side::visitor, *m_key, place, std::move(socket));
    connect(line, &QTcpSocket::connected, m_meeting.get(), &NearMeeting::begin);
    // Not from inside the meeting's own step: whoever hears of it may put it away.
    connect(
        m_meeting.get(), &NearMeeting::ended, this,
        [call = std::move(done)](const NearOutcome& outcome) { call(outcome); }, Qt::QueuedConnection);
    line->connectToHost(QString::fromStdString(place.host), place.port);
}

QHostAddress nearHost()
{
    QHostAddress found;
    int best = 0;
    for (const auto& net : QNetworkInterface::allInterfaces()) {
        const auto flags = net.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning) ||
            flags.testFlag(QNetworkInterface::IsLoopBack) || flags.testFlag(QNetworkInterface::IsPointToPoint))
            continue;
        const int worth = net.type() == QNetworkInterface::Wifi ? 3 : net.type() == QNetworkInterface::Ethernet ? 2 : 1;
        for (const auto& entry : net.addressEntries())
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol && !entry.ip().isLinkLocal() && worth > best) {
                best = worth;
                found = entry.ip();
            }
    }
    return found;
}

} // namespace lianxin::client

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/near_meeting.hpp"

#include "sync/client/signed_requests.hpp"
#include "sync/wire/carry_messages.hpp"

#include <QNetworkInterface>
#include <QtEndian>

#include <utility>

namespace lianxin::client {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds kSilence = 30s;
constexpr std::chrono::milliseconds kDoorLife = 10min;
constexpr int kMostMeetings = 4; // at once
constexpr qsizetype kSizeBytes = 4;

std::string_view viewOf(const QByteArray& bytes) { return {bytes.constData(), static_cast<std::size_t>(bytes.size())}; }

} // namespace

NearMeeting::NearMeeting(const NearParts& parts, Side side, const seal::BoxKey& mine, const seal::PublicBoxKey& door,
                         std::unique_ptr<QTcpSocket> socket, QObject* parent)
    : QObject(parent), m(parts), m_side(side), m_mine(mine), m_door(door), m_socket(std::move(socket))
{
    m_socket->setParent(nullptr);
    if (side == Side::visitor)
        m_theirs = door;
    m_patience.setSingleShot(true);
    m_patience.start(kSilence);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(false); });
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &NearMeeting::read);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, [this] {
        m_patience.start(kSilence);
        if (m_last && m_socket->bytesToWrite() == 0)
            end(true);
    });
    connect(m_socket.get(), &QTcpSocket::disconnected, this, [this] { end(false); });
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, [this] { end(false); });
}

void NearMeeting::begin()
{
    if (!ask({}))
        end(false);
}

void NearMeeting::end(bool met)
{
    if (std::exchange(m_ended, true))
        return;
    m_patience.stop();
    m_socket->disconnectFromHost();
    emit ended(met);
}

Result<void> NearMeeting::send(const carry::NearMessage& message)
{
    LIANXIN_TRY(const auto sealed, carry::sealNear(message, m_theirs, m.random));
    QByteArray frame(kSizeBytes, '\0');
    qToBigEndian(static_cast<quint32>(sealed.size()), frame.data());
    m_socket->write(frame);
    m_socket->write(sealed.data(), static_cast<qint64>(sealed.size()));
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
    LIANXIN_TRY(message.auth, signedRequests(m.store, m.replica, *m.key)("POST", carry::nearPath(m_door), message.ask));
    m_asked = std::move(exchange);
    return send(message);
}

Result<std::string> NearMeeting::answerTo(const carry::NearMessage& message)
{
    LIANXIN_TRY(const auto auth, seal::parseAuth(message.auth));
    LIANXIN_TRY(const auto request, wire::decodeCarryRequest(message.ask));
    LIANXIN_TRY(const auto reply, m.carry.take(request, {auth, "POST", carry::nearPath(m_door), message.ask}));
    return wire::encodeCarryReply(reply);
}

// Each side stores what it was given before it says so.
Result<void> NearMeeting::took(const carry::NearMessage& message)
{
    if (m_asked) {
        LIANXIN_TRY(const auto reply, wire::decodeCarryReply(message.reply));
        LIANXIN_CHECK(m.carry.carrierAnswered(*m_asked, reply));
        if (m_side == Side::door) {
            end(true);
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
    m_last = true;
    return send(last);
}

void NearMeeting::read()
{
    m_buffer += m_socket->readAll();
    m_patience.start(kSilence);
    while (!m_ended && m_buffer.size() >= kSizeBytes) {
        const auto size = qFromBigEndian<quint32>(m_buffer.constData());
        if (size > carry::kMaxNearBytes)
            return end(false);
        if (m_buffer.size() < kSizeBytes + static_cast<qsizetype>(size))
            return;
        const auto message = carry::openNear(viewOf(m_buffer).substr(kSizeBytes, size), m_mine);
        m_buffer.remove(0, kSizeBytes + static_cast<qsizetype>(size));
        if (!message || !took(*message))
            return end(false);
    }
}

NearDoor::NearDoor(NearParts parts, QObject* parent) : QObject(parent), m(std::move(parts))
{
    m_life.setSingleShot(true);
    connect(&m_life, &QTimer::timeout, this, &NearDoor::close);
    connect(&m_server, &QTcpServer::newConnection, this, &NearDoor::accept);
}

Result<carry::NearAddress> NearDoor::open(const QHostAddress& on)
{
    close();
    if (on.isNull() || !m_server.listen(on))
        return fail(Errc::io, "no address to listen on");
    m_key = seal::BoxKey::generate(m.random);
    m_life.start(kDoorLife);
    return carry::NearAddress{on.toString().toStdString(), m_server.serverPort(), m_key->publicKey()};
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
        auto* meeting = new NearMeeting(m, NearMeeting::Side::door, *m_key, m_key->publicKey(), std::move(owned), this);
        connect(meeting, &NearMeeting::ended, this, [this, meeting](bool well) {
            --m_meetings;
            meeting->deleteLater();
            emit met(well);
        });
    }
}

void NearVisit::go(const carry::NearAddress& address, std::function<void(bool)> done)
{
    m_key = seal::BoxKey::generate(m.random);
    auto socket = std::make_unique<QTcpSocket>();
    auto* line = socket.get();
    m_meeting = std::make_unique<NearMeeting>(m, NearMeeting::Side::visitor, *m_key, address.key, std::move(socket));
    connect(line, &QTcpSocket::connected, m_meeting.get(), &NearMeeting::begin);
    connect(m_meeting.get(), &NearMeeting::ended, this, [call = std::move(done)](bool met) { call(met); });
    line->connectToHost(QString::fromStdString(address.host), address.port);
}

QHostAddress nearHost()
{
    const auto addresses = QNetworkInterface::allAddresses();
    for (const auto& address : addresses)
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback() && !address.isLinkLocal())
            return address;
    return {};
}

} // namespace lianxin::client

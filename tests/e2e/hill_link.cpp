// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hill_link.hpp"

#include "hill_road.hpp"

#include <QHostAddress>

#include <algorithm>
#include <utility>

namespace lianxin::e2e {

namespace {
constexpr int kTickMs = 5;
constexpr qint64 kSip = 16 * 1024;  // as much as a fast link takes at once, so that a cut comes where it should
constexpr qint64 kHandshake = 3000; // bytes of the server's part of it; an answer is what comes behind
constexpr qint64 kGoodbyeMs =
    150; // from the moment a request is held back until the tablet hears that its connection is gone
constexpr qint64 kLatestMs = 4000; // what was held back arrives then even if nobody overtook it
} // namespace

HillLink::HillLink(quint16 target, QObject* parent) : QObject(parent), m_target(target)
{
    connect(&m_server, &QTcpServer::newConnection, this, &HillLink::accept);
    m_server.listen(QHostAddress::LocalHost);
}

HillLink::~HillLink() { qDeleteAll(findChildren<HillRoad*>(QString(), Qt::FindDirectChildrenOnly)); }

void HillLink::setWeather(const Weather& weather) { m_weather = weather; }

void HillLink::accept()
{
    while (auto* tablet = m_server.nextPendingConnection()) {
        ++m_tally.roads;
        new HillRoad(*this, tablet, m_count++);
    }
}

bool HillLink::isHolding() const
{
    const auto roads = findChildren<HillRoad*>(QString(), Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(roads, [](const HillRoad* road) { return road->isHolding(); });
}

void HillLink::answered(const HillRoad* road)
{
    for (auto* other : findChildren<HillRoad*>(QString(), Qt::FindDirectChildrenOnly))
        if (other->isHolding() && other->number() < road->number())
            other->arriveLate();
}

HillRoad::HillRoad(HillLink& link, QTcpSocket* tablet, quint32 number)
    : QObject(&link), m_link(link), m_tablet(tablet), m_weather(link.m_weather),
      m_random(link.m_weather.seed * 1'000'003U + number), m_number(number)
{
    m_tablet->setParent(this);
    m_tablet->setReadBufferSize(kSip);
    m_server.setReadBufferSize(kSip);
    drawFate(m_weather);
    connect(m_tablet, &QTcpSocket::disconnected, this, &HillRoad::tabletWent);
    connect(&m_server, &QTcpSocket::disconnected, this, [this] {
        m_serverGone = true; // what it said last is still on its way
        if (m_tabletGone)
            deleteLater();
    });
    connect(&m_server, &QTcpSocket::errorOccurred, this, [this] { m_tablet->disconnectFromHost(); });
    connect(&m_tick, &QTimer::timeout, this, &HillRoad::tick);
    m_clock.start();
    m_tick.start(kTickMs);
    m_server.connectToHost(QHostAddress::LocalHost, link.m_target);
}

HillRoad::~HillRoad()
{
    m_tablet->disconnect(this);
    m_server.disconnect(this);
}

void HillRoad::drawFate(const Weather& weather)
{
    const auto dice = m_random.bounded(100);
    if (dice < weather.dropPercent) {
        m_fate = Fate::cut;
        m_atDown = m_random.bounded(1, 2000);
    } else if (dice < weather.dropPercent + weather.silentPercent) {
        m_fate = Fate::silent;
        m_atDown = m_random.bounded(1, 3000);
    } else if (dice < weather.dropPercent + weather.silentPercent + weather.latePercent) {
        m_fate = Fate::late;
        m_atUp = m_random.bounded(700, 1500); // behind the handshake, inside the first request or the second
    } else if (weather.cutEvery > 0) {
        m_fate = Fate::cut;
        const auto eighth = static_cast<int>(weather.cutEvery / 8);
        m_atDown = weather.cutEvery - eighth + m_random.bounded(2 * eighth + 1);
    }
}

qint64 HillRoad::mostNow(Way& way, bool isDown) const
{
    auto most = m_weather.bitsPerSecond > 0 ? static_cast<qint64>(way.allowance) : kSip;
    if (isDown && (m_fate == Fate::cut || m_fate == Fate::silent))
        most = std::min(most, m_atDown - way.carried);
    return std::max<qint64>(most, 0);
}

void HillRoad::tick()
{
    const auto now = m_clock.elapsed();
    const auto earned = static_cast<double>(m_weather.bitsPerSecond) / 8000.0 * static_cast<double>(now - m_lastTick);
    m_lastTick = now;
    for (auto* way : {&m_up, &m_down}) // a link does not save up what it did not carry
        way->allowance = std::min(way->allowance + earned, static_cast<double>(m_weather.bitsPerSecond) / 40.0 + 64);
    if (isHolding()) {
        if (now - m_heldSince > kLatestMs)
            arriveLate();
        return;
    }
    if (m_silent || m_tabletGone || m_dying)
        return;
    if (!m_held.isEmpty() && now - m_heldSince > kGoodbyeMs)
        return die();
    carry(m_up, *m_tablet, m_server, false);
    carry(m_down, m_server, *m_tablet, true);
    if (m_serverGone && m_server.bytesAvailable() == 0 && m_down.under.empty())
        return m_tablet->disconnectFromHost();
    if (m_weather.cutAfterMs > 0 && now > m_weather.cutAfterMs && !m_dying) {
        ++m_link.m_tally.cuts;
        die();
    }
}

void HillRoad::carry(Way& way, QTcpSocket& from, QTcpSocket& to, bool isDown)
{
    if (m_tabletGone || m_silent || m_dying)
        return;
    auto bytes = from.read(mostNow(way, isDown));
    way.allowance -= static_cast<double>(bytes.size());
    way.carried += bytes.size();
    if (!isDown) {
        m_link.m_tally.up += bytes.size();
        if (m_fate == Fate::late && way.carried > m_atUp && !bytes.isEmpty()) {
            if (m_held.isEmpty())
                m_heldSince = m_clock.elapsed();
            m_held += bytes;
            return;
        }
    }
    if (!bytes.isEmpty())
        way.under.push_back({m_clock.elapsed() + m_weather.delayMs, std::move(bytes)});
    deliver(way, to, isDown);
}

void HillRoad::deliver(Way& way, QTcpSocket& to, bool isDown)
{
    while (!way.under.empty() && way.under.front().due <= m_clock.elapsed()) {
        const auto bytes = std::move(way.under.front().bytes);
        way.under.pop_front();
        if (to.state() != QAbstractSocket::UnconnectedState)
            to.write(bytes);
        if (isDown)
            m_link.m_tally.down += bytes.size();
    }
    if (!isDown)
        return;
    if (!m_answered && way.carried > kHandshake) {
        m_answered = true;
        m_link.answered(this);
    }
    if (m_atDown == 0 || way.carried < m_atDown || !way.under.empty())
        return;
    if (m_fate == Fate::silent) {
        m_silent = true;
        ++m_link.m_tally.silent;
    } else if (m_fate == Fate::cut) {
        ++m_link.m_tally.cuts;
        die();
    }
}

void HillRoad::die()
{
    m_dying = true;
    m_tablet->disconnectFromHost(); // what is in it is delivered first
    if (m_held.isEmpty())
        m_server.abort();
}

void HillRoad::tabletWent()
{
    m_tabletGone = true;
    if (isHolding() && !m_held.isEmpty() && m_server.state() == QAbstractSocket::ConnectedState)
        return; // the server has not heard of it
    m_server.abort();
    deleteLater();
}

void HillRoad::arriveLate()
{
    ++m_link.m_tally.late;
    m_fate = Fate::good;
    m_server.write(std::exchange(m_held, {}));
    m_server.disconnectFromHost(); // once it is written; the answer has nobody to go to
    connect(&m_server, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

} // namespace lianxin::e2e

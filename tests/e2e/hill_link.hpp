// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <cstdint>
#include <deque>

namespace lianxin::e2e {

// What a link in the hills does to connections. Each connection draws its fate from the seed and its number.
struct Weather {
    quint32 seed{1};
    int bitsPerSecond{0}; // each way; 0: as fast as it goes
    int delayMs{0};       // each way
    qint64 cutEvery{0};   // a connection dies when it has carried so many bytes down, give or take an eighth; 0: never
    int cutAfterMs{0};    // and after this time; 0: never
    int dropPercent{0};   // of connections that die before they carried two KB
    int silentPercent{0}; // of connections on which at some point nothing moves any more, while both ends stay open
    int latePercent{
        0}; // of connections that die for the tablet, while what it had sent arrives after the next connection's
};

class HillRoad;

// A TCP proxy on loopback with weather. FaultyProxy is for one fault at one place; this one is for a whole day. It cannot read what it carries.
class HillLink : public QObject {
    Q_OBJECT
public:
    explicit HillLink(quint16 target, QObject* parent = nullptr);
    ~HillLink() override;
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void setWeather(const Weather& weather); // of connections to come
    void setTarget(quint16 port) { m_target = port; }

    struct Tally {
        qint64 up{0};   // bytes that the tablet gave away
        qint64 down{0}; // bytes that reached it
        int roads{0};   // connections
        int cuts{0};    // of them died of a cut or a drop
        int silent{0};
        int late{0}; // requests that arrived after a newer one
        [[nodiscard]] int broken() const { return cuts + silent + late; }
    };
    [[nodiscard]] const Tally& tally() const { return m_tally; }
    void forget() { m_tally = {}; }
    [[nodiscard]] bool isHolding() const; // a request that has still to arrive late

private:
    friend class HillRoad;
    void accept();
    // A connection carried an answer down: whatever was held back before it arrives now.
    void answered(const HillRoad* road);

    QTcpServer m_server;
    quint16 m_target;
    Weather m_weather;
    Tally m_tally;
    quint32 m_count{0};
};

} // namespace lianxin::e2e

Q_DECLARE_METATYPE(lianxin::e2e::Weather)

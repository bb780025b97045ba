// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hill_link.hpp"

namespace lianxin::e2e {

// One connection through a HillLink.
class HillRoad : public QObject {
    Q_OBJECT
public:
    HillRoad(HillLink& link, QTcpSocket* tablet, quint32 number);
    ~HillRoad() override;
    Q_DISABLE_COPY_MOVE(HillRoad)
    void arriveLate(); // what was held back goes to the server now
    [[nodiscard]] quint32 number() const { return m_number; }
    [[nodiscard]] bool isHolding() const { return m_tabletGone && m_fate == Fate::late; }

private:
    enum class Fate : std::uint8_t { good, cut, silent, late };
    struct Way {
        qint64 carried{0};
        double allowance{0};
        struct Part {
            qint64 due;
            QByteArray bytes;
        };
        std::deque<Part> under;
    };

    void drawFate(const Weather& weather);
    void tick();
    void carry(Way& way, QTcpSocket& from, QTcpSocket& to, bool isDown);
    void deliver(Way& way, QTcpSocket& to, bool isDown);
    [[nodiscard]] qint64 mostNow(Way& way, bool isDown) const;
    void die(); // for the tablet; the server's end goes with it, unless something is held back for it
    void tabletWent();

    HillLink& m_link;
    QTcpSocket* m_tablet;
    QTcpSocket m_server;
    Weather m_weather;
    QRandomGenerator m_random;
    QTimer m_tick;
    QElapsedTimer m_clock;
    qint64 m_lastTick{0};
    Fate m_fate{Fate::good};
    qint64 m_atDown{0}; // bytes down at which a cut or a silence comes
    qint64 m_atUp{0};   // bytes up at which a request is held back
    Way m_up;
    Way m_down;
    QByteArray m_held;
    quint32 m_number;
    qint64 m_heldSince{0};
    bool m_silent{false};
    bool m_dying{false}; // for the tablet: it is told, and goes
    bool m_tabletGone{false};
    bool m_serverGone{false};
    bool m_answered{false};
};

} // namespace lianxin::e2e

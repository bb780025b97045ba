// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/carry/tablet_carry.hpp"
#include "sync/client/http_transport.hpp"
#include "sync/client/near_meeting.hpp"
#include "sync/client/sync_driver.hpp"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lianxin::client {

// When the province cannot be reached and an office's relay can: hands over to it. And the other way round: what this tablet carries for
// colleagues goes to the province after its own. Lives with the driver that it listens to, on the same thread.
class CarryDriver : public QObject {
    Q_OBJECT
public:
    struct Parts {
        store::ReplicaStore& store;
        SyncDriver& driver;
        HttpTransport& province;
        SyncIdentity identity;
        carry::Trust trust;
        seal::PublicBoxKey box; // of the province; nil: it takes no carried envelopes
        QByteArray ca;
        const Clock& clock;
        RandomSource& random;
        // Looks for the replica's own certificate in the directory, where it has come down; kept by the driver once it is found.
        std::function<std::optional<seal::Certificate>()> certificate;
    };
    explicit CarryDriver(Parts parts, QObject* parent = nullptr);
    ~CarryDriver() override;

    // Known from an invitation or by hand, beside those that the province names.
    void addRelay(const QUrl& address) { m_extra.push_back(address); }
    // This tablet has another id and key: certified anew before it hands anything over.
    void become(ReplicaId replica);
    // Hands over now, whatever the link to the province is like.
    void handOver();
    [[nodiscard]] bool isHandingOver() const { return m_busy; }
    // Null until the tablet is certified, or where the province takes nothing carried: a colleague can then not hand anything over either.
    [[nodiscard]] carry::TabletCarry* carry();
    // To meet a colleague's tablet with; none where carry() is null.
    [[nodiscard]] std::optional<NearParts> nearParts();

signals:
    void changed(); // something was signed for, or came back

private:
    void ownChanged();
    [[nodiscard]] bool wants() const;
    [[nodiscard]] std::vector<QUrl> relays() const;
    [[nodiscard]] std::optional<seal::Certificate> ownCertificate();
    void tryNext();
    void answered(const carry::TabletCarry::Exchange& exchange, const HttpAnswer& answer);
    void finish(bool reached);
    // What the province offered in an earlier hour and the office keeps sealed: one segment after the other, from where the handing over ended.
    void fetchSegment();
    void askPart(const core::SegmentWant& want);
    void partCame(const core::SegmentWant& want, const HttpAnswer& answer);
    [[nodiscard]] bool storeSegment(const core::SegmentWant& want);
    // After a pull, with nothing more to be had: others' envelopes, and once a day which relays there are.
    void errand(std::function<void()> then);
    void bring(std::function<void()> then);
    void askRelays(std::function<void()> then);
    [[nodiscard]] Authorise authorise();

    Parts m;
    std::unique_ptr<carry::TabletCarry> m_carry;
    std::vector<QUrl> m_extra;
    std::vector<QUrl> m_left; // of the attempt under way
    std::unique_ptr<HttpTransport> m_transport;
    std::string m_sealed; // of the segment that is coming
    QTimer m_again;
    bool m_busy{false};
    bool m_stale{false}; // what is being handed over goes under an id before this one
    int m_rounds{0};
    int m_failures{0}; // attempts in a row that no office answered
};

} // namespace lianxin::client

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faulty_proxy.hpp"

#include "platform/system_clock.hpp"
#include "platform/system_random.hpp"
#include "sync/client/enrol.hpp"
#include "sync/client/sync_driver.hpp"
#include "sync/store/replica_store.hpp"

#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lianxin::e2e {

// The village that the stories play in.
[[nodiscard]] const PartitionId& storyVillage();

// Goes online until everything is sent and fetched; false when that never happens. Stays online.
[[nodiscard]] bool syncsUntilQuiet(client::SyncDriver& driver);

// A tablet's line to the province: goes with it when it is put away.
struct Line {
    Line(store::ReplicaStore& store, const QUrl& url, const QByteArray& ca, client::SyncIdentity identity,
         RandomSource& random, std::chrono::milliseconds silence = client::kSilence)
        : transport(url, ca, silence), driver(store, transport, std::move(identity), random)
    {}
    client::HttpTransport transport;
    client::SyncDriver driver;
};

// One replica without a face: the real encrypted store, the real driver, real TLS through the proxy.
class Tablet : private client::AnotherId {
public:
    Tablet(const Catalogue& catalogue, const FaultyProxy& proxy, const QByteArray& ca)
        : Tablet(catalogue, proxy.port(), ca)
    {}
    // Whoever listens there. The tablet gives up a connection on which for `silence` nothing moves.
    Tablet(const Catalogue& catalogue, quint16 port, const QByteArray& ca,
           std::chrono::milliseconds silence = client::kSilence);

    [[nodiscard]] bool enrol(const QJsonObject& invitation);
    // As after kill -9: nothing is closed in order, everything that was said to be kept must be there.
    [[nodiscard]] bool reopen();
    // The same vault in another body: everything that a copy of the whole storage would hold.
    [[nodiscard]] bool isCopyOf(Tablet& other);
    [[nodiscard]] ReplicaId replica() const { return m_replica; }
    // Goes online until everything is sent and fetched; false when that never happens.
    [[nodiscard]] bool syncs();
    // Started, not online yet; null on trouble. Before the store is closed the line must go.
    [[nodiscard]] std::unique_ptr<Line> line();
    // By the names of the catalogue; opens the record as a form does, so the past is what was shown.
    [[nodiscard]] bool save(const char* type, RecordId record, RecordId root,
                            const std::vector<std::pair<const char*, Value>>& values, std::string why = {});
    [[nodiscard]] std::string shown(RecordId record, const char* type, const char* name);
    [[nodiscard]] QString stateHash();
    [[nodiscard]] std::size_t countOf(const char* type);
    [[nodiscard]] store::ReplicaStore& store() { return *m_store; }
    [[nodiscard]] UserId user() const { return m_reply->user; }
    [[nodiscard]] seal::PublicSignKey receiptKey() const { return m_reply->receiptKey(); }
    [[nodiscard]] const wire::EnrolReply& reply() const { return *m_reply; }
    [[nodiscard]] const seal::SignKey& key() const { return m_key; }
    [[nodiscard]] RandomSource& random() { return m_random; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] const QByteArray& ca() const { return m_ca; }
    // Its own certificate, as it came down with the directory; none before the administrator confirmed it.
    [[nodiscard]] std::optional<seal::Certificate> certificate();
    [[nodiscard]] RecordId newId() { return makeRecordId(m_clock.now(), m_random); }

private:
    [[nodiscard]] bool open();
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("vault.db")); }
    [[nodiscard]] Result<const seal::SignKey*> nextKey() override;
    [[nodiscard]] Result<void> keyTaken() override;
    [[nodiscard]] Result<void> became(ReplicaId replica) override;
    [[nodiscard]] const Field& field(const char* type, const char* name) const;

    const Catalogue& m_catalogue;
    QUrl m_url;
    QByteArray m_ca;
    std::chrono::milliseconds m_silence;
    platform::SystemClock m_clock;
    platform::SystemRandom m_random;
    seal::SignKey m_key;
    std::optional<seal::SignKey> m_next;
    ReplicaId m_replica;
    store::RawKey m_dbKey;
    QTemporaryDir m_folder;
    std::unique_ptr<store::TextFolder> m_text{store::makeTextFolder()};
    std::optional<wire::EnrolReply> m_reply;
    std::unique_ptr<store::ReplicaStore> m_store;
};

} // namespace lianxin::e2e

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/system_clock.hpp"
#include "platform/system_random.hpp"
#include "sync/client/enrol.hpp"
#include "sync/client/sync_driver.hpp"
#include "sync/store/replica_store.hpp"

#include <QByteArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace lianxin::bench {

// A measurement that cannot go on says so and ends the program.
class BenchError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <typename T> T need(Result<T> result, const char* doing)
{
    if (!result)
        throw BenchError(std::string(doing) + ": " + errcName(result.error().code) + " " + result.error().detail);
    return std::move(*result);
}
inline void need(const Result<void>& result, const char* doing)
{
    if (!result)
        throw BenchError(std::string(doing) + ": " + errcName(result.error().code) + " " + result.error().detail);
}

class Stopwatch {
public:
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }
    [[nodiscard]] double ms() const { return seconds() * 1000.0; }

private:
    std::chrono::steady_clock::time_point m_start{std::chrono::steady_clock::now()};
};

// For a tablet that only fills the server and is not measured: a folder in memory. Empty: there is none here, or too little room in it.
[[nodiscard]] QString memoryPlace();

// One replica as on a tablet: an encrypted store in a real folder, the real transport, the real driver.
class BenchTablet {
public:
    // `clock` null: the system's. `place` empty: the folder for temporary files.
    explicit BenchTablet(const Catalogue& catalogue, const Clock* clock = nullptr, const QString& place = {});
    void connectTo(const QUrl& url, const QByteArray& ca);
    void enrol(const QJsonObject& invitation);
    void syncAll(const std::function<void()>& tick = {}); // through the driver, until nothing is left on either side
    void pushAll();                                       // request by request, without pulls
    void pullOnce();                                      // one request and its reply, stored
    void pullByFrames();                                  // everything, as a tablet that reads no segments does
    void close() { m_store.reset(); }
    // Started, not online yet; lives no longer than the tablet.
    [[nodiscard]] std::unique_ptr<client::SyncDriver> makeDriver();
    // Hears each body as it was before packing: what was sent and what came back.
    using Ear = std::function<void(const std::string& sent, const std::string& received)>;
    void listen(Ear ear) { m_ear = std::move(ear); }

    [[nodiscard]] store::ReplicaStore& store() { return *m_store; }
    [[nodiscard]] UserId user() const { return m_reply->user; }
    [[nodiscard]] std::string file() const { return m_folder.filePath(QStringLiteral("vault.db")).toStdString(); }
    [[nodiscard]] const store::RawKey& key() const { return m_dbKey; }
    // Since the last syncAll, pushAll or pullOnce began: packed bodies, and the time spent waiting for the server.
    struct Traffic {
        std::size_t sent{0};
        std::size_t received{0};
        double waited{0}; // seconds; pushAll and pullOnce only
    };
    [[nodiscard]] const Traffic& traffic() const { return m_traffic; }

private:
    [[nodiscard]] client::HttpAnswer post(std::string_view path, std::string body);

    const Catalogue& m_catalogue;
    platform::SystemClock m_systemClock;
    platform::SystemRandom m_random;
    const Clock* m_clock;
    seal::SignKey m_key;
    store::RawKey m_dbKey;
    QTemporaryDir m_folder;
    std::unique_ptr<store::TextFolder> m_text{store::makeTextFolder()};
    std::optional<wire::EnrolReply> m_reply;
    std::unique_ptr<store::ReplicaStore> m_store;
    std::unique_ptr<client::HttpTransport> m_transport;
    Traffic m_traffic;
    Ear m_ear;
};

} // namespace lianxin::bench

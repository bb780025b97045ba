// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_tablet.hpp"

#include "sync/core/tuning.hpp"
#include "sync/seal/request.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QStorageInfo>

namespace lianxin::bench {

namespace {

void spinUntil(const std::function<bool()>& done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

} // namespace

QString memoryPlace()
{
    const QFileInfo shm(QStringLiteral("/dev/shm"));
    const bool isMemory = shm.isDir() && shm.isWritable() && QStorageInfo(shm.filePath()).fileSystemType() == "tmpfs";
    return isMemory && QStorageInfo(shm.filePath()).bytesAvailable() > qint64{2} * 1024 * 1024 * 1024 ? shm.filePath()
                                                                                                      : QString();
}

BenchTablet::BenchTablet(const Catalogue& catalogue, const Clock* clock, const QString& place)
    : m_catalogue(catalogue), m_clock(clock ? clock : &m_systemClock), m_key(seal::SignKey::generate(m_random)),
      m_dbKey(store::RawKey::random(m_random)),
      m_folder(place.isEmpty() ? QDir::temp().filePath(QStringLiteral("lianxin-bench-XXXXXX"))
                               : place + QStringLiteral("/lianxin-bench-XXXXXX"))
{
    if (!m_folder.isValid())
        throw BenchError("no folder for a tablet: " + m_folder.errorString().toStdString());
}

void BenchTablet::connectTo(const QUrl& url, const QByteArray& ca)
{
    m_transport = std::make_unique<client::HttpTransport>(url, ca);
}

void BenchTablet::enrol(const QJsonObject& invitation)
{
    client::EnrolAsk ask;
    ask.code = invitation.value(QStringLiteral("code")).toString().toStdString();
    ask.replicaKey = &m_key;
    ask.label = "bench";
    ask.expected = seal::Realm::demo;
    ask.pinnedRoot = need(Hash::parse(invitation.value(QStringLiteral("root")).toString().toStdString()), "root");
    std::optional<Result<wire::EnrolReply>> said;
    client::enrol(*m_transport, ask, [&said](Result<wire::EnrolReply> reply) { said.emplace(std::move(reply)); });
    spinUntil([&said] { return said.has_value(); });
    m_reply = need(std::move(*said), "enrolment");
    m_store = need(store::ReplicaStore::open(file(), m_dbKey, {&m_catalogue, m_text.get(), m_clock, &m_random}),
                   "open store");
    need(m_store->initialise(m_reply->replica, m_reply->user, m_reply->epoch, m_reply->scopeGeneration), "initialise");
}

std::unique_ptr<client::SyncDriver> BenchTablet::makeDriver()
{
    auto driver = std::make_unique<client::SyncDriver>(
        *m_store, *m_transport, client::SyncIdentity{m_reply->replica, &m_key, m_reply->receiptKey()}, m_random);
    need(driver->start(), "start");
    return driver;
}

void BenchTablet::syncAll(const std::function<void()>& tick)
{
    client::SyncDriver driver(*m_store, *m_transport, {m_reply->replica, &m_key, m_reply->receiptKey()}, m_random);
    need(driver.start(), "start");
    if (tick)
        QObject::connect(&driver, &client::SyncDriver::recordsReceived, &driver, tick);
    driver.setOnline(true);
    spinUntil([&driver] {
        const auto& state = driver.state();
        if (driver.trouble())
            throw BenchError("sync: " + driver.trouble()->detail);
        return state.phase == core::Phase::idle && state.saved == state.acknowledged && !state.pullWanted;
    });
    m_traffic = {static_cast<std::size_t>(driver.bytesSent()), static_cast<std::size_t>(driver.bytesReceived()), 0};
}

client::HttpAnswer BenchTablet::post(std::string_view path, std::string body)
{
    std::optional<client::HttpAnswer> got;
    const auto authorise = [this](std::string_view method, std::string_view where,
                                  std::string_view packed) -> Result<std::string> {
        LIANXIN_TRY(const auto counter, m_store->nextRequestCounter());
        return seal::formatAuth(seal::signRequest(m_key, m_reply->replica, counter, method, where, packed));
    };
    const Stopwatch watch;
    const auto sent = m_ear ? body : std::string();
    m_transport->post(path, std::move(body), authorise, [&got](const client::HttpAnswer& answer) { got = answer; });
    spinUntil([&got] { return got.has_value(); });
    m_traffic.waited += watch.seconds();
    m_traffic.sent += got->sentBytes;
    m_traffic.received += got->receivedBytes;
    if (m_ear)
        m_ear(sent, got->body);
    return std::move(*got);
}

void BenchTablet::pushAll()
{
    m_traffic = {};
    for (;;) {
        const auto request =
            need(m_store->nextPush(m_key, core::tuning::kPushChangesets, core::tuning::kPushBytes), "next push");
        if (request.parcels.empty())
            return;
        const auto brief = need(m_store->shortPush(request), "short push");
        auto answer = post(wire::kPathPush, brief.empty() ? wire::encodePushRequest(request) : brief);
        if (const auto no = wire::decodeErrorReply(answer.body);
            answer.status != 200 && no && no->code == wire::kCodeTextNeeded)
            answer = post(wire::kPathPush, wire::encodePushRequest(request));
        if (answer.status != 200)
            throw BenchError("push: status " + std::to_string(answer.status) + " " + answer.body);
        const auto reply = need(wire::decodePushReply(answer.body, request), "push reply");
        if (!reply.outcomes.empty() && reply.outcomes.front().outcome == core::Outcome::quarantined)
            throw BenchError("push: held back, reason " +
                             std::to_string(static_cast<int>(reply.outcomes.front().reason)));
        need(m_store->storeReceipt(reply, m_reply->receiptKey()), "receipt");
    }
}

void BenchTablet::pullByFrames()
{
    m_traffic = {};
    for (bool more = true; more;) {
        auto request = need(m_store->nextPull(core::tuning::kPullBudgetMax), "next pull");
        request.unchanged.reset();
        request.segments = 0;
        const auto answer = post(wire::kPathPull, wire::encodePullRequest(request));
        if (answer.status != 200)
            throw BenchError("pull: status " + std::to_string(answer.status) + " " + answer.body);
        const auto reply = need(wire::decodePullReply(answer.body, request), "pull reply");
        need(m_store->applyPull(reply), "apply");
        more = reply.more;
    }
}

void BenchTablet::pullOnce()
{
    m_traffic = {};
    auto request = need(m_store->nextPull(core::tuning::kPullBudgetMin), "next pull");
    auto answer = post(wire::kPathPull, wire::encodePullRequest(request));
    if (answer.status != 200 && request.unchanged) { // the server has forgotten the cursors: it was restarted
        request.unchanged.reset();
        answer = post(wire::kPathPull, wire::encodePullRequest(request));
    }
    if (answer.status != 200)
        throw BenchError("pull: status " + std::to_string(answer.status) + " " + answer.body);
    (void)need(m_store->applyPull(need(wire::decodePullReply(answer.body, request), "pull reply")), "apply pull");
}

} // namespace lianxin::bench

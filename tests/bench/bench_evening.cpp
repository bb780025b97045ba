// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_evening.hpp"

#include "bench_tablet.hpp"
#include "faulty_proxy.hpp"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <memory>

namespace lianxin::bench {

namespace {

constexpr double kEvening = 2.0 * 3600;
constexpr double kTablets = 15'000;
constexpr int kVisits = 6;
constexpr int kChanges = 50;

const PartitionId& village()
{
    static const PartitionId id = *PartitionId::parse("v:350128900200");
    return id;
}

// One worker's tablet: six families, and later a day's work on them.
class Worker {
public:
    Worker(const Catalogue& catalogue, e2e::ServerProcess& server, const QUrl& url, int number)
        : m_catalogue(catalogue), tablet(catalogue)
    {
        tablet.connectTo(url, server.ca());
        tablet.enrol(server.enrolUser(QStringLiteral("Evening %1").arg(number), QStringLiteral("VW"),
                                      {QString::fromStdString(village().text())}));
        for (int i = 0; i < kVisits; ++i) {
            const auto id = makeRecordId(m_clock.now(), m_random);
            save("household", id, id, {{"phone1", Value::fromText("1990000" + std::to_string(1000 + number))}});
            m_families.push_back(id);
        }
        tablet.syncAll();
    }

    // Six visits, and fifty changes of what was known before: telephone numbers, the way there, what not to mention.
    void day()
    {
        for (int i = 0; i < kVisits; ++i)
            save("visit", makeRecordId(m_clock.now(), m_random), m_families[static_cast<std::size_t>(i)],
                 {{"mode", Value::fromInt(1)}, {"outcome", Value::fromInt(1)}, {"mood", Value::fromInt(2)}});
        for (int i = 0; i < kChanges; ++i) {
            const auto family = m_families[static_cast<std::size_t>(i % kVisits)];
            const auto text = std::to_string(1000 + i);
            if (i % 3 == 0)
                save("household", family, family, {{"phone1", Value::fromText("1990000" + text)}});
            else if (i % 3 == 1)
                save("household", family, family, {{"directions", Value::fromText("past the mill, door " + text)}});
            else
                save("household", family, family, {{"taboo_note", Value::fromText("quiet voice " + text)}});
        }
    }

private:
    void save(const char* type, RecordId record, RecordId root,
              const std::vector<std::pair<const char*, Value>>& values)
    {
        const auto* described = m_catalogue.type(std::string_view(type));
        store::RecordEdit edit{record, root, described->number, village(), {}, {}};
        if (const auto opened = tablet.store().openForEdit(record))
            edit.past = opened->past;
        else if (record == root)
            edit.writes.push_back({RegisterKey{kLocationRegister, {}}, Value::fromText(village().text())});
        for (const auto& [name, value] : values)
            edit.writes.push_back({RegisterKey{described->field(std::string_view(name))->registerNumber(), {}}, value});
        (void)need(tablet.store().save({{}, {edit}, std::nullopt, "bench"}), "save");
    }

    const Catalogue& m_catalogue;
    platform::SystemClock m_clock;
    platform::SystemRandom m_random;
    std::vector<RecordId> m_families;

public:
    BenchTablet tablet;
};

bool isQuiet(const client::SyncDriver& driver)
{
    const auto& state = driver.state();
    return state.phase == core::Phase::idle && state.saved == state.acknowledged && !state.pullWanted;
}

struct Arrival {
    std::unique_ptr<client::SyncDriver> driver;
    Stopwatch since;
    double took{-1}; // seconds
};

void arrive(Arrival& arrival, Worker& worker)
{
    arrival.driver = worker.tablet.makeDriver();
    arrival.since = Stopwatch();
    QObject::connect(arrival.driver.get(), &client::SyncDriver::changed, arrival.driver.get(), [&arrival] {
        if (arrival.took < 0 && isQuiet(*arrival.driver))
            arrival.took = arrival.since.seconds();
    });
    arrival.driver->setOnline(true);
}

} // namespace

void evening(Report& report, const Catalogue& catalogue, e2e::ServerProcess& server, std::size_t tablets,
             double timesFaster)
{
    const QUrl url(QStringLiteral("https://127.0.0.1:%1").arg(server.port()));
    std::vector<std::unique_ptr<Worker>> workers;
    for (std::size_t i = 0; i < tablets; ++i) {
        workers.push_back(std::make_unique<Worker>(catalogue, server, url, static_cast<int>(i)));
        workers.back()->day();
    }
    std::vector<Arrival> arrivals(tablets);
    const double gap = kEvening / kTablets / timesFaster;
    const Stopwatch watch;
    std::size_t next = 0;
    std::size_t done = 0;
    QTimer tick;
    tick.start(1);
    while (done < tablets) {
        for (; next < tablets && watch.seconds() >= static_cast<double>(next) * gap; ++next)
            arrive(arrivals[next], *workers[next]);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        done = 0;
        for (auto& arrival : arrivals)
            done += arrival.took >= 0 ? 1 : 0;
        if (watch.seconds() > static_cast<double>(tablets) * gap + 120)
            throw BenchError("only " + std::to_string(done) + " of the evening's tablets got through");
    }
    const auto seconds = watch.seconds();
    std::vector<double> times;
    for (const auto& arrival : arrivals)
        times.push_back(arrival.took);
    const auto name = timesFaster > 1 ? "tablets_" + std::to_string(static_cast<int>(timesFaster)) + "x_p99_s"
                                      : std::string("tablets_p99_s");
    char note[256];
    std::snprintf(note, sizeof note,
                  "%zu tablets in %.0f s, open loop, one each %.2f s (15,000 in two hours is one each 0.48 s); each: "
                  "handshake, signed push of 56 changes, pulls, all durable; p50 %.3f s",
                  tablets, seconds, gap, percentile(times, 0.5));
    report.add(name, percentile(times, 0.99), "s", note);
}

void daySync(Report& report, const Catalogue& catalogue)
{
    e2e::ServerProcess server(QStringLiteral(LIANXIN_SERVER));
    if (!server.init() || !server.start({QStringLiteral("--insecure-loopback")}))
        throw BenchError("the server does not start");
    e2e::FaultyProxy proxy(server.port());
    Worker worker(catalogue, server, QUrl(QStringLiteral("http://127.0.0.1:%1").arg(proxy.port())), 0);
    worker.tablet.syncAll();
    worker.day();
    const auto before = proxy.bytesUp() + proxy.bytesDown();
    const auto driver = worker.tablet.makeDriver();
    int requests = 0;
    QObject::connect(driver.get(), &client::SyncDriver::changed, driver.get(), [&] {
        const auto phase = driver->state().phase;
        requests += phase == core::Phase::pushing || phase == core::Phase::pulling ? 1 : 0;
    });
    driver->setOnline(true);
    while (!isQuiet(*driver))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    report.add("day_sync_bytes", static_cast<double>(proxy.bytesUp() + proxy.bytesDown() - before), "B",
               "six visits and fifty changes sent in the evening, HTTP headers included, without TLS; bodies " +
                   std::to_string(driver->bytesSent()) + " up, " + std::to_string(driver->bytesReceived()) + " down");
    report.add("day_sync_requests", requests, "requests", "round trips of it");
    if (!server.stop())
        throw BenchError("the server did not end well");
}

} // namespace lianxin::bench

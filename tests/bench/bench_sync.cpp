// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_evening.hpp"
#include "bench_floor.hpp"
#include "bench_line.hpp"
#include "bench_merge.hpp"
#include "bench_outside.hpp"
#include "bench_report.hpp"
#include "bench_tablet.hpp"

#include "app/data/asset_files.hpp"
#include "app/data/data_loader.hpp"
#include "hills.hpp"
#include "server_process.hpp"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QJsonObject>
#include <QTest>

#include <cstdio>
#include <fstream>
#include <functional>

// All rows of sync.md 7: the first sync at several sizes, by segments and by frames in the same run, beside the floor; what everyday work takes of
// the line; an evening, a day, a link that is cut, the merge core, the simulators, and the peers on the same records.
namespace lianxin::bench {
namespace {

constexpr Millis kToday = 1'795'392'000'000; // the corpus of the other benches
const QStringList kAreas{QStringLiteral("c:350128"),
                         QStringLiteral("c:350129")}; // above 500,000 records the villages go on there

constexpr std::size_t kMostOfOneWriter = 100'000; // records: a tablet that holds more saves ever more slowly
constexpr std::size_t kMostByFrames = 100'000;    // records; a million takes a quarter of an hour

// Most memory of this process since reset(), in MB; 0 where the kernel does not say.
struct PeakMemory {
    static double now(const char* name)
    {
        std::ifstream status("/proc/self/status");
        for (std::string word; status >> word;)
            if (word == name) {
                double kilobytes = 0;
                status >> kilobytes;
                return kilobytes / 1024;
            }
        return 0;
    }
    PeakMemory() { std::ofstream("/proc/self/clear_refs") << "5"; }
    [[nodiscard]] double rise() const { return now("VmHWM:") - m_before; }

private:
    double m_before{now("VmRSS:")};
};

struct Options {
    std::size_t most{100'000};
    std::size_t households{0}; // so many stand in for every size; 0: as many as its records need
    bool peers{true};
    std::string only; // the name of one part; empty: all
    std::string folder{LIANXIN_BENCH_FOLDER};
    [[nodiscard]] std::string corpus() const { return folder + "/records.jsonl"; }
    [[nodiscard]] bool isSmall() const { return households > 0; }
};

class SyncBench {
public:
    SyncBench(const Catalogue& catalogue, Report& report, const Options& options)
        : m_catalogue(catalogue), m_report(report), m_options(options), m_server(QStringLiteral(LIANXIN_SERVER))
    {
        if (options.peers)
            m_corpus.open(options.corpus());
        if (!m_server.init())
            throw BenchError("the server cannot be made");
        startServer({});
        newWriter();
        const std::string assets = LIANXIN_SOURCE_DIR "/assets";
        m_generator.emplace(need(data::Generator::make(need(data::readAsset(assets, "demo/pools.json"), "pools"),
                                                       need(data::readAsset(assets, "demo/edge.json"), "edge"),
                                                       {1, kToday, m_writer->user(), m_writer->user(), true}),
                                 "generator"));
    }

    void measure(std::size_t records, const std::string& label)
    {
        do
            fill(std::min(records, m_records + kMostOfOneWriter));
        while (!m_options.isSmall() && m_records < records);
        if (records <= kMostByFrames)
            measureFrames(label);
        else
            m_report.notMeasured("frames_first_sync_" + label + "_s", "takes a quarter of an hour by frames");
        progress(label + ": segments");
        const auto cold = firstSync("first_sync_" + label + "_s",
                                    "by segments that the server makes for it, searchable, TLS and fsync on", true);
        m_report.add("segments_first_sync_" + label + "_s", cold.seconds, "s", "the same, by its older name");
        waitUntilPressed();
        progress(label + ": segments again");
        const auto warm = firstSync("segments_again_" + label + "_s",
                                    "the same for the next tablet, large ones packed once more", true);
        m_report.add("segments_bytes_per_record_" + label, cold.bytes, "B", "the same, of segments just made");
        m_report.add("segments_again_bytes_per_record_" + label, warm.bytes, "B", "the same, packed once more");
        m_report.add("floor_insert_" + label + "_s", warm.floor, "s", "floor: the same rows by plain inserts");
        m_report.add("segments_over_floor_" + label, warm.seconds / warm.floor, "x", "beside the floor, same run");
        addPeak("segments_peak_" + label + "_mb", warm.peak);
        m_bytesPerRecord = warm.bytes;
    }

    void measureFrames(const std::string& label)
    {
        progress(label + ": frames");
        const auto frames = firstSync("frames_first_sync_" + label + "_s", "by frames of 4 MB", false);
        m_report.add("frames_bytes_per_record_" + label, frames.bytes, "B", "packed bodies, both ways");
        m_report.add("frames_over_floor_" + label, frames.seconds / frames.floor, "x", "beside the floor, same run");
        addPeak("frames_peak_" + label + "_mb", frames.peak);
    }

    void waitUntilPressed()
    {
        const auto isDone = [this] {
            const auto segments = m_server.status().value(QStringLiteral("segments")).toObject();
            return segments.value(QStringLiteral("to_press")).toInt() == 0;
        };
        if (!QTest::qWaitFor(isDone, 900'000))
            throw BenchError("the server does not press its segments");
    }

    // What is taken once, with as many records as there are in the end.
    void measureLine()
    {
        m_report.add("first_sync_bytes_per_record", m_bytesPerRecord, "B",
                     "packed bodies, both ways, of the largest first sync, some seconds after the segments were made");
        m_report.add("server_merges_per_s", m_mergesPerSecond, "/s",
                     "changesets, 500 a request, one request at a time over TLS: unpacked, verified, merged, fsynced, "
                     "receipted");
        BenchTablet tablet(m_catalogue);
        join(tablet, QStringLiteral("Worker"));
        tablet.syncAll();
        pushTwoHundred(m_report, tablet, m_catalogue);
        if (!m_server.stop())
            throw BenchError("the server does not stop");
        startServer({QStringLiteral("--insecure-loopback")});
        e2e::FaultyProxy proxy(m_server.port());
        tablet.connectTo(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(proxy.port())), {});
        countBytes(m_report, tablet, m_catalogue, proxy);
    }

    [[nodiscard]] e2e::ServerProcess& server() { return m_server; }

private:
    struct Taken {
        double seconds{0};
        double bytes{0};
        double floor{0};
        double peak{0};
    };

    void join(BenchTablet& tablet, const QString& name)
    {
        tablet.connectTo(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server.port())), m_server.ca());
        tablet.enrol(m_server.enrolUser(name, QStringLiteral("TO"), kAreas));
    }

    void addPeak(const std::string& name, double megabytes)
    {
        if (megabytes > 0)
            m_report.add(name, megabytes, "MB", "rise of this process while it syncs");
        else
            m_report.notMeasured(name, "it had room already");
    }

    void startServer(QStringList options)
    {
        options << QStringLiteral("--requests-per-minute") << QStringLiteral("1000000");
        if (!m_server.start(options))
            throw BenchError("the server does not start: " + m_server.log().right(500).toStdString());
    }

    // A clock of changes never goes back on a tablet, and each size begins three years ago.
    void newWriter()
    {
        m_writer = std::make_unique<BenchTablet>(m_catalogue, &m_clock, memoryPlace());
        join(*m_writer, QStringLiteral("Writer %1").arg(++m_writers));
    }

    // As villages write: families beside each other through the years, each form open for some minutes.
    void fill(std::size_t records)
    {
        struct Written {
            Millis at;
            data::NamedChange change;
        };
        if (m_family > 0)
            newWriter();
        std::vector<Written> all;
        const auto families = m_family + m_options.households;
        for (; m_options.isSmall() ? m_family < families : m_records < records; ++m_family) {
            Millis at = 0; // of a family what builds on something else comes after it
            for (auto& change : m_generator->household(m_family)) {
                at = std::max(at, change.at);
                m_records += change.records.size();
                all.push_back({at, std::move(change)});
            }
        }
        std::ranges::stable_sort(all, {}, &Written::at);
        std::uint64_t before = 0, last = 0; // numbers of this tablet's changesets
        for (const auto& one : all) {
            m_clock.set(one.at + formTime(one.change));
            last = need(data::saveChange(m_writer->store(), m_catalogue, one.change), "fill");
            before = before == 0 ? last - 1 : before;
            if (m_corpus.is_open())
                writeRecords(m_corpus, one.change);
        }
        m_corpus.flush();
        progress("pushing");
        m_writer->pushAll();
        m_mergesPerSecond = static_cast<double>(last - before) / m_writer->traffic().waited;
    }

    // Half a minute to ten, by the random part of an id, so that each run has the same.
    static Millis formTime(const data::NamedChange& change)
    {
        const auto& id = change.records.front().record.bytes;
        return 30'000 + (Millis{id[13]} << 16 | Millis{id[14]} << 8 | Millis{id[15]}) % 570'000;
    }

    Taken firstSync(const std::string& name, const std::string& what, bool segments)
    {
        BenchTablet tablet(m_catalogue);
        join(tablet, QStringLiteral("Reader %1").arg(++m_readers));
        Taken taken;
        const PeakMemory peak;
        const Stopwatch watch;
        if (segments)
            tablet.syncAll();
        else
            tablet.pullByFrames();
        taken.seconds = watch.seconds();
        taken.peak = peak.rise();
        const auto here = need(tablet.store().counts(), "counts").records;
        if (here < m_records)
            throw BenchError("only " + std::to_string(here) + " of " + std::to_string(m_records) + " arrived");
        taken.bytes =
            static_cast<double>(tablet.traffic().sent + tablet.traffic().received) / static_cast<double>(here);
        m_report.add(name, taken.seconds, "s", std::to_string(here) + " records " + what);
        tablet.close();
        taken.floor = plainInserts(tablet).seconds;
        return taken;
    }

    const Catalogue& m_catalogue;
    Report& m_report;
    const Options& m_options;
    e2e::ServerProcess m_server;
    data::SetClock m_clock;
    std::unique_ptr<BenchTablet> m_writer;
    int m_writers{0};
    std::optional<data::Generator> m_generator;
    std::ofstream m_corpus;
    std::size_t m_records{0};
    std::size_t m_family{0};
    int m_readers{0};
    double m_bytesPerRecord{0};
    double m_mergesPerSecond{0};
};

// What a cut costs a township's first sync, as in tests/e2e/tst_hills; `./dev bench hills` takes the same at 32 kbit/s.
void cutLink(Report& report, const Catalogue& catalogue, std::size_t families)
{
    using namespace std::chrono_literals;
    e2e::Hills hills(QStringLiteral(LIANXIN_SERVER), catalogue, 5s, 5min);
    if (const auto trouble = hills.begin(families); !trouble.empty())
        throw BenchError("hills: " + trouble);
    e2e::Weather weather;
    weather.cutEvery = 44'000;
    const auto run = hills.firstSync(weather);
    if (!run.good.trouble.empty() || !run.bad.trouble.empty())
        throw BenchError("hills: " + run.good.trouble + run.bad.trouble);
    report.add("wasted_bytes_per_cut", run.wastedPerCut(), "B",
               std::to_string(run.bad.tally.cuts) + " cuts, one each 44 KB, while " + std::to_string(families) +
                   " families come for the first time; TLS handshakes included");
    if (!hills.end())
        throw BenchError("the server did not end well");
}

// Each part by itself: one that fails takes no figure of another along. False: a part failed, and the table says why.
class Parts {
public:
    Parts(Report& report, const Options& options) : m_report(report), m_options(options) {}
    void take(const std::string& name, const std::function<void()>& part)
    {
        if (!m_options.only.empty() && m_options.only != name)
            return;
        progress(name);
        try {
            part();
        } catch (const std::exception& error) {
            m_report.notMeasured("the rest of: " + name, error.what());
            m_allTaken = false;
        }
    }
    [[nodiscard]] bool allTaken() const { return m_allTaken; }

private:
    Report& m_report;
    const Options& m_options;
    bool m_allTaken{true};
};

// The corpus once, then whatever else there is.
bool all(const Catalogue& catalogue, Report& report, const Options& options)
{
    const std::size_t tablets = options.isSmall() ? 4 : 60;
    Parts parts(report, options);
    parts.take("first sync", [&] {
        SyncBench bench(catalogue, report, options);
        for (std::size_t size = 1000; size <= options.most; size *= 10)
            bench.measure(size, std::to_string(size / 1000) + "k");
        progress("an evening");
        evening(report, catalogue, bench.server(), tablets, 1);
        evening(report, catalogue, bench.server(), tablets, 10);
        progress("everyday work");
        bench.measureLine();
    });
    parts.take("a day", [&] { daySync(report, catalogue); });
    parts.take("a link that is cut", [&] { cutLink(report, catalogue, options.isSmall() ? 60 : 500); });
    parts.take("the merge core", [&] { mergeCore(report, options.isSmall() ? 100'000 : 1'000'000); });
    parts.take("simulators", [&] { simulators(report, LIANXIN_SIMULATE, options.isSmall() ? 20 : 1); });
    if (!options.peers)
        report.notMeasured("peers", "left out of this run");
    else
        parts.take("peers", [&] {
            runPeers(report, LIANXIN_SOURCE_DIR "/tests/bench/peers/run.sh", options.folder + "/peers",
                     options.corpus());
        });
    return parts.allTaken();
}

} // namespace
} // namespace lianxin::bench

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    using namespace lianxin::bench;
    if (QDir().mkpath(QStringLiteral(LIANXIN_BENCH_FOLDER)) && qEnvironmentVariableIsEmpty("TMPDIR"))
        qputenv("TMPDIR", LIANXIN_BENCH_FOLDER); // a disk, not memory
    CLI::App cli{"Sync: every row of the table that the design promises"};
    std::string json;
    Options options;
    cli.add_option("--json", json, "also write a list of {\"name\", \"value\", \"unit\"}");
    cli.add_option("--most", options.most, "records of the largest size");
    cli.add_option("--households", options.households, "so few families for every size instead: to see that it works");
    cli.add_option("--only", options.only, "one part; 'first sync' has an evening and everyday work with it")
        ->check(CLI::IsMember({"first sync", "a day", "a link that is cut", "the merge core", "simulators"}));
    bool large = false;
    bool alone = false;
    cli.add_flag("--large", large, "a million records too: half an hour");
    cli.add_flag("--alone", alone, "without PouchDB and RxDB");
    CLI11_PARSE(cli, argc, argv);
    options.peers = !alone && !large && options.only.empty();
    if (large)
        options.most = 1'000'000;
    Report report;
    bool taken = false;
    try {
        const auto catalogue = need(lianxin::data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets"), "catalogue");
        taken = all(catalogue, report, options);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench: %s\n", error.what());
    }
    report.print({});
    if (options.isSmall())
        std::puts("A HANDFUL OF FAMILIES stands in for every size: these figures mean nothing.");
    const bool isWritten = json.empty() || report.write(json, {});
    return taken && isWritten ? 0 : 1;
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_scale.hpp"

#include "bench_app.hpp"
#include "bench_floor.hpp"
#include "bench_line.hpp"

#include "app/data/asset_files.hpp"
#include "sync/store/database.hpp"
#include "sync/store/search_groups.hpp"
#include "sync/store/terms.hpp"
#include "sync/wire/compression.hpp"

namespace lianxin::bench {

namespace {

constexpr Millis kToday = 1'795'392'000'000; // 2026-11-23: the same seed gives the same corpus
const char* const kArea = "c:350128";

} // namespace

Scale::Scale(const Catalogue& catalogue, ScaleOptions options, Report& report)
    : m_catalogue(catalogue), m_options(std::move(options)), m_report(report), m_server(QStringLiteral(LIANXIN_SERVER)),
      m_writer(catalogue, &m_writerClock, memoryPlace()), m_reader(catalogue)
{}

void Scale::run()
{
    if (!m_server.init())
        throw BenchError("the server cannot be made");
    startServer(true);
    fill();
    firstSync();
    if (m_options.details) {
        searches();
        saves();
        pushTwoHundred(m_report, m_reader, m_catalogue);
    }
    measureApp({m_server, m_url, m_options.label, QString::fromUtf8(kArea), m_records, m_options.details,
                m_options.households > 0},
               m_report);
    if (m_options.details) {
        startServer(false);
        countBytes(m_report, m_reader, m_catalogue, *m_proxy);
    }
    m_reader.close();
    floorRow();
}

// With TLS, as everywhere; without it only where bytes are counted (D24).
void Scale::startServer(bool tls)
{
    if (m_server.port() != 0 && !m_server.stop())
        throw BenchError("the server does not stop");
    QStringList options{QStringLiteral("--requests-per-minute"), QStringLiteral("1000000")};
    if (!tls)
        options << QStringLiteral("--insecure-loopback");
    if (!m_server.start(options))
        throw BenchError("the server does not start: " + m_server.log().right(500).toStdString());
    m_proxy = std::make_unique<e2e::FaultyProxy>(m_server.port());
    m_url = QUrl(QStringLiteral("%1://127.0.0.1:%2")
                     .arg(tls ? QStringLiteral("https") : QStringLiteral("http"))
                     .arg(tls ? m_server.port() : m_proxy->port()));
    for (auto* tablet : {&m_writer, &m_reader})
        tablet->connectTo(m_url, tls ? m_server.ca() : QByteArray());
}

// The corpus goes through the same save and push as a person's work. It is not measured, except for what the server needs to take it.
void Scale::fill()
{
    m_writer.enrol(m_server.enrolUser(QStringLiteral("Writer"), QStringLiteral("TO"), {QString::fromUtf8(kArea)}));
    const std::string assets = LIANXIN_SOURCE_DIR "/assets";
    const auto generator = need(data::Generator::make(need(data::readAsset(assets, "demo/pools.json"), "pools"),
                                                      need(data::readAsset(assets, "demo/edge.json"), "edge"),
                                                      {1, kToday, m_writer.user(), m_writer.user(), true}),
                                "generator");
    std::string lines;
    std::uint64_t changes = 0;
    const Stopwatch watch;
    for (std::size_t i = 0; m_options.households > 0 ? i < m_options.households : m_records < m_options.records; ++i) {
        for (const auto& change : generator.household(i)) {
            m_writerClock.set(change.at);
            changes = need(data::saveChange(m_writer.store(), m_catalogue, change), "fill");
            lines += data::dumpLine(change);
            m_records += change.records.size();
            noteQueries(change);
        }
        if (i % 500 == 499)
            progress(m_options.label + ": " + std::to_string(m_records) + " records written in " +
                     std::to_string(static_cast<int>(watch.seconds())) + " s");
    }
    m_report.add("corpus_" + m_options.label + "_entropy",
                 static_cast<double>(wire::compress(lines).size()) / static_cast<double>(m_records), "B",
                 "zstd-compressed generator lines per record, " + std::to_string(m_records) + " records in " +
                     std::to_string(changes) + " changes");
    progress(m_options.label + ": pushing " + std::to_string(changes) + " changes");
    m_writer.pushAll();
    if (m_options.details)
        m_report.add("server_merges_per_s", static_cast<double>(changes) / m_writer.traffic().waited, "/s",
                     std::to_string(changes) + " changesets, 500 a request, one request at a time over TLS: unpacked, "
                                               "verified, merged, fsynced, receipted");
}

// What people type: names as they are written and spelled, and telephone numbers.
void Scale::noteQueries(const data::NamedChange& change)
{
    for (const auto& record : change.records)
        for (const char* field : {"name", "phone", "phone1"})
            if (const auto* text = record.fields.if_contains(field))
                (std::string_view(field) == "name" && record.type == "person" ? m_names : m_phones)
                    .emplace_back(text->as_string().c_str());
}

void Scale::firstSync()
{
    m_reader.enrol(m_server.enrolUser(QStringLiteral("Reader"), QStringLiteral("TO"), {QString::fromUtf8(kArea)}));
    progress(m_options.label + ": first sync of " + std::to_string(m_records) + " records");
    const Stopwatch watch;
    m_reader.syncAll();
    const auto seconds = watch.seconds();
    const auto here = need(m_reader.store().counts(), "counts").records;
    if (here < m_records)
        throw BenchError("only " + std::to_string(here) + " of " + std::to_string(m_records) + " records arrived");
    m_report.add("first_sync_" + m_options.label + "_s", seconds, "s",
                 std::to_string(here) + " records durable and searchable; TLS, fsync, search terms on");
    if (!m_options.details)
        return;
    const auto& traffic = m_reader.traffic();
    m_report.add("first_sync_bytes_per_record",
                 static_cast<double>(traffic.sent + traffic.received) / static_cast<double>(here), "B",
                 "packed bodies, both ways, without HTTP headers");
}

// What the disk and the cipher alone cost: the same record rows into an empty SQLCipher file, one transaction, nothing else.
void Scale::floorRow()
{
    const auto floor = plainInserts(m_reader);
    m_report.add(
        "floor_insert_" + m_options.label + "_s", floor.seconds, "s",
        "floor: the same " + std::to_string(floor.rows) +
            " record rows by plain SQLCipher inserts in one transaction, without merge, terms, indexes, network");
    if (m_options.details)
        floorSearch();
}

// A keystroke's floor: the rows of one range of the same term table, as they lie there, without ranking or looking at records.
void Scale::floorSearch()
{
    const auto source = need(store::Database::open(m_reader.file(), m_reader.key()), "reopen");
    std::vector<double> times;
    for (const auto& query : m_queries) {
        const auto from = store::SearchGroups::mark(0) + (store::kTermStart + query);
        const Stopwatch watch;
        auto rows = need(source->statement("SELECT record FROM term WHERE term >= ?1 AND term < ?2 LIMIT 50"), "terms");
        rows.bindText(1, from).bindText(2, from + '\xff');
        while (need(rows.step(), "terms"))
            (void)rows.blobAt(0);
        times.push_back(watch.ms());
    }
    m_report.add("floor_search_p99_ms", percentile(times, 0.99), "ms",
                 "floor: 50 rows of one range of the same encrypted table, same queries, cache cold at first");
}

} // namespace lianxin::bench

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_scale.hpp"

#include "app/data/asset_files.hpp"
#include "sync/store/database.hpp"
#include "sync/wire/compression.hpp"

#include <QFile>

#include <unistd.h>

#include <algorithm>

namespace lianxin::bench {

namespace {

constexpr Millis kToday = 1'795'392'000'000; // 2026-11-23: the same seed gives the same corpus
const char* const kArea = "c:350128";

std::string firstCharacters(const std::string& text, std::size_t count)
{
    return QString::fromStdString(text).left(static_cast<qsizetype>(count)).toStdString();
}

// What one durable write costs here without any of our work.
std::vector<double> fsyncTimes(int count)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("floor")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        throw BenchError("the floor's file cannot be made");
    const QByteArray block(4096, 'x');
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const Stopwatch watch;
        if (file.write(block) != block.size() || ::fsync(file.handle()) != 0)
            throw BenchError("the floor's file cannot be written");
        times.push_back(watch.ms());
    }
    return times;
}

} // namespace

Scale::Scale(const Catalogue& catalogue, ScaleOptions options, Report& report)
    : m_catalogue(catalogue), m_options(std::move(options)), m_report(report), m_server(QStringLiteral(LIANXIN_SERVER)), m_writer(catalogue, &m_writerClock),
      m_reader(catalogue)
{
}

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
        push200();
        startServer(false);
        bytes();
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
    m_url = QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(tls ? QStringLiteral("https") : QStringLiteral("http")).arg(tls ? m_server.port() : m_proxy->port()));
    for (auto* tablet : {&m_writer, &m_reader})
        tablet->connectTo(m_url, tls ? m_server.ca() : QByteArray());
}

void Scale::fill()
{
    m_writer.enrol(m_server.enrolUser(QStringLiteral("Writer"), QStringLiteral("TO"), {QString::fromUtf8(kArea)}));
    const std::string assets = LIANXIN_SOURCE_DIR "/assets";
    const auto generator = need(data::Generator::make(need(data::readAsset(assets, "demo/pools.json"), "pools"), need(data::readAsset(assets, "demo/edge.json"), "edge"),
                                                      {1, kToday, m_writer.user(), m_writer.user(), true}),
                                "generator");
    std::string lines;
    std::uint64_t changes = 0;
    for (std::size_t i = 0; m_options.households > 0 ? i < m_options.households : m_records < m_options.records; ++i) {
        for (const auto& change : generator.household(i)) {
            m_writerClock.set(change.at);
            changes = need(data::saveChange(m_writer.store(), m_catalogue, change), "fill");
            lines += data::dumpLine(change);
            m_records += change.records.size();
            for (const auto& record : change.records)
                if (const auto* name = record.type == "person" ? record.fields.if_contains("name") : nullptr)
                    m_names.emplace_back(name->as_string().c_str());
        }
        if (i % 500 == 499)
            progress(std::to_string(m_records) + " records written");
    }
    m_report.add("corpus_" + m_options.label + "_entropy", static_cast<double>(wire::compress(lines).size()) / static_cast<double>(m_records), "B",
                 "zstd-compressed generator lines per record, " + std::to_string(m_records) + " records in " + std::to_string(changes) + " changes");
    progress("pushing " + std::to_string(changes) + " changes");
    const Stopwatch watch;
    m_writer.pushAll();
    if (m_options.details)
        m_report.add("server_merges_per_s", static_cast<double>(changes) / watch.seconds(), "/s",
                     "changesets pushed 500 at a time over TLS, verified, merged, fsynced, receipted; the tablet's own share of the time is in it");
}

void Scale::firstSync()
{
    m_reader.enrol(m_server.enrolUser(QStringLiteral("Reader"), QStringLiteral("TO"), {QString::fromUtf8(kArea)}));
    progress("first sync of " + std::to_string(m_records) + " records");
    const Stopwatch watch;
    m_reader.syncAll();
    const auto seconds = watch.seconds();
    const auto here = need(m_reader.store().counts(), "counts").records;
    if (here < m_records)
        throw BenchError("only " + std::to_string(here) + " of " + std::to_string(m_records) + " records arrived");
    m_report.add("first_sync_" + m_options.label + "_s", seconds, "s", std::to_string(here) + " records durable and searchable; TLS, fsync, search terms on");
    if (!m_options.details)
        return;
    m_report.add("first_sync_bytes_per_record", static_cast<double>(m_reader.bodyBytes()) / static_cast<double>(here), "B", "packed bodies, both ways");
    m_report.add("rss_mb", residentMegabytes(), "MB",
                 "this process after the first sync: store, engine, Qt network and the corpus' text; no pages of the app, whose figure is not measured");
}

// What the disk and the cipher alone cost: the same record rows into an empty SQLCipher file, one transaction, nothing else.
void Scale::floorRow()
{
    struct Row {
        std::int64_t partition;
        std::string root, record;
        std::int64_t type;
        std::string registers, view, sort;
        std::int64_t flags;
    };
    std::vector<Row> rows;
    {
        const auto source = need(store::Database::open(m_reader.file(), m_reader.key()), "reopen");
        auto select = need(source->statement("SELECT partition, root, record, type, registers, view, sort, flags FROM record"), "select");
        while (need(select.step(), "rows"))
            rows.push_back({select.intAt(0), std::string(select.blobAt(1)), std::string(select.blobAt(2)), select.intAt(3), std::string(select.blobAt(4)),
                            std::string(select.blobAt(5)), std::string(select.textAt(6)), select.intAt(7)});
    }
    const QTemporaryDir folder;
    const auto target = need(store::Database::open(folder.filePath(QStringLiteral("floor.db")).toStdString(), m_reader.key()), "floor");
    need(target->exec("CREATE TABLE record(partition INTEGER, root BLOB, record BLOB, type INTEGER, registers BLOB, view BLOB, sort TEXT, flags INTEGER, "
                      "PRIMARY KEY(partition, root, record)) WITHOUT ROWID"),
         "floor table");
    const Stopwatch watch;
    auto transaction = need(store::Transaction::begin(*target), "begin");
    auto insert = need(target->statement("INSERT INTO record VALUES(?, ?, ?, ?, ?, ?, ?, ?)"), "insert");
    for (const auto& row : rows) {
        insert.bindInt(1, row.partition).bindBlob(2, row.root).bindBlob(3, row.record).bindInt(4, row.type).bindBlob(5, row.registers);
        insert.bindBlob(6, row.view).bindText(7, row.sort).bindInt(8, row.flags);
        need(insert.run(), "insert");
    }
    need(transaction.commit(), "commit");
    m_report.add("floor_insert_" + m_options.label + "_s", watch.seconds(), "s",
                 "floor: the same " + std::to_string(rows.size()) + " record rows by plain SQLCipher inserts in one transaction, without merge, terms, indexes, network");
}

void Scale::searches()
{
    const auto folder = store::makeTextFolder();
    std::vector<double> times;
    std::size_t hits = 0;
    const auto step = std::max<std::size_t>(1, m_names.size() / 60);
    for (std::size_t i = 0; i < m_names.size(); i += step)
        for (const auto& text : {m_names[i], folder->pinyin(m_names[i]), folder->initials(m_names[i])})
            for (std::size_t length = 1; length <= 3; ++length) {
                const auto query = firstCharacters(text, length);
                const Stopwatch watch;
                hits += need(m_reader.store().search(query, 50), "search").size();
                times.push_back(watch.ms());
            }
    if (hits == 0)
        throw BenchError("the search finds nobody");
    m_report.add("search_p99_ms", percentile(times, 0.99), "ms",
                 std::to_string(times.size()) + " keystrokes of 1 to 3 characters (name, pinyin, initials) at " + m_options.label);
}

void Scale::saveOne(const RecordId& household, int value)
{
    const auto* type = m_catalogue.type(std::string_view("household"));
    const auto opened = need(m_reader.store().openForEdit(household), "open");
    store::RecordEdit edit{household, household, type->number, opened.view.partition, {}, opened.past};
    edit.writes.push_back({RegisterKey{type->field(std::string_view("phone1"))->registerNumber(), {}}, Value::fromText("199" + std::to_string(10'000'000 + value).substr(0, 8))});
    (void)need(m_reader.store().save({{}, {edit}, std::nullopt, "bench"}), "save");
}

void Scale::saves()
{
    const auto families = need(m_reader.store().ofType(m_catalogue.type(std::string_view("household"))->number, 500), "households");
    std::vector<double> times;
    for (int i = 0; i < 500; ++i) {
        const Stopwatch watch;
        saveOne(families[static_cast<std::size_t>(i) % families.size()].record, i);
        times.push_back(watch.ms());
    }
    m_report.add("save_p50_ms", percentile(times, 0.5), "ms", "open for edit and save one field, fsync, audit and search terms on");
    m_report.add("save_p99_ms", percentile(times, 0.99), "ms", "the same 500 saves");
    const auto floor = fsyncTimes(500);
    m_report.add("floor_fsync_4k_p50_ms", percentile(floor, 0.5), "ms", "floor: 4 KB appended to a plain file and fsynced, same file system");
    m_report.add("floor_fsync_4k_p99_ms", percentile(floor, 0.99), "ms", "the same 500 writes");
    m_report.add("save_over_fsync_p50", percentile(times, 0.5) / percentile(floor, 0.5), "x", "a save beside one bare fsync");
    m_reader.pushAll();
}

void Scale::push200()
{
    const auto families = need(m_reader.store().ofType(m_catalogue.type(std::string_view("household"))->number, 200), "households");
    for (int i = 0; i < 200; ++i)
        saveOne(families[static_cast<std::size_t>(i) % families.size()].record, 1000 + i);
    const Stopwatch watch;
    m_reader.pushAll();
    m_report.add("push_200_ms", watch.ms(), "ms", "sign, send over TLS, merge, fsync, receipt stored");
}

void Scale::bytes()
{
    m_reader.syncAll();
    const auto household = need(m_reader.store().ofType(m_catalogue.type(std::string_view("household"))->number, 1), "households").front().record;
    const auto total = [this] { return static_cast<double>(m_proxy->bytesUp() + m_proxy->bytesDown()); };
    m_reader.pullOnce();
    auto before = total();
    m_reader.pullOnce();
    m_report.add("noop_bytes", total() - before, "B", "a pull with nothing new and its reply, with HTTP headers, without TLS");
    saveOne(household, 5000);
    before = total();
    m_reader.pushAll();
    m_report.add("edit_roundtrip_bytes", total() - before, "B", "one changed field: the push and its receipt, with HTTP headers, without TLS");
}

} // namespace lianxin::bench

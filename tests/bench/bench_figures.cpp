// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a tablet does with a corpus of this size once it is there.
#include "bench_scale.hpp"

#include <QFile>

#include <unistd.h>

#include <algorithm>
#include <map>

namespace lianxin::bench {

namespace {

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

void Scale::makeQueries()
{
    const auto folder = store::makeTextFolder();
    const auto some = [](const std::vector<std::string>& all, std::size_t count, const auto& take) {
        const auto step = std::max<std::size_t>(1, all.size() / count);
        for (std::size_t i = 0; i < all.size(); i += step)
            take(all[i]);
    };
    const auto beginnings = [this](const std::string& text) {
        for (std::size_t length = 1; length <= 3; ++length)
            m_queries.push_back(firstCharacters(text, length));
    };
    some(m_names, 120, [&](const std::string& name) {
        for (const auto& text : {name, folder->pinyin(name), folder->initials(name)})
            beginnings(folder->fold(text));
    });
    some(m_phones, 60, [&](const std::string& phone) {
        beginnings(folder->fold(phone));
        for (std::size_t length = 2; length <= 3; ++length) // the last digits
            m_queries.push_back(phone.substr(phone.size() - std::min(length, phone.size())));
    });
}

void Scale::searches()
{
    makeQueries();
    std::vector<double> times;
    std::size_t hits = 0;
    std::map<qsizetype, std::vector<double>> byLength;
    for (const auto& query : m_queries) {
        const Stopwatch watch;
        hits += need(m_reader.store().search(query, {}), "search").size();
        times.push_back(watch.ms());
        byLength[QString::fromStdString(query).size()].push_back(times.back());
    }
    if (hits == 0)
        throw BenchError("the search finds nobody");
    std::string lengths;
    for (const auto& [length, some] : byLength)
        lengths += ", " + std::to_string(length) + ": " + QString::number(percentile(some, 0.99), 'f', 2).toStdString();
    m_report.add("search_p99_ms", percentile(times, 0.99), "ms",
                 std::to_string(times.size()) + " keystrokes (name, pinyin, initials, phone) at " +
                     std::to_string(m_records) + " records; p99 by characters" + lengths);
    m_report.add("search_p50_ms", percentile(times, 0.5), "ms", "the same keystrokes");
}

void Scale::saveOne(const RecordId& household, int value)
{
    const auto* type = m_catalogue.type(std::string_view("household"));
    const auto opened = need(m_reader.store().openForEdit(household), "open");
    store::RecordEdit edit{household, household, type->number, opened.view.partition, {}, opened.past};
    edit.writes.push_back({RegisterKey{type->field(std::string_view("phone1"))->registerNumber(), {}},
                           Value::fromText("199" + std::to_string(10'000'000 + value).substr(0, 8))});
    (void)need(m_reader.store().save({{}, {edit}, std::nullopt, "bench"}), "save");
}

void Scale::saves()
{
    const auto families =
        need(m_reader.store().ofType(m_catalogue.type(std::string_view("household"))->number, 500), "households");
    std::vector<double> times;
    for (int i = 0; i < 500; ++i) {
        const Stopwatch watch;
        saveOne(families[static_cast<std::size_t>(i) % families.size()].record, i);
        times.push_back(watch.ms());
    }
    m_report.add("save_p50_ms", percentile(times, 0.5), "ms",
                 "open for edit and save one field at " + std::to_string(m_records) +
                     " records; fsync, audit and search terms on");
    m_report.add("save_p99_ms", percentile(times, 0.99), "ms", "the same 500 saves");
    const auto floor = fsyncTimes(500);
    m_report.add("floor_fsync_4k_p50_ms", percentile(floor, 0.5), "ms",
                 "floor: 4 KB appended to a plain file and fsynced, same file system");
    m_report.add("floor_fsync_4k_p99_ms", percentile(floor, 0.99), "ms", "the same 500 writes");
    m_report.add("save_over_fsync_p50", percentile(times, 0.5) / percentile(floor, 0.5), "x",
                 "a save beside one bare fsync");
    m_reader.pushAll();
}

void Scale::push200()
{
    const auto families =
        need(m_reader.store().ofType(m_catalogue.type(std::string_view("household"))->number, 200), "households");
    for (int i = 0; i < 200; ++i)
        saveOne(families[static_cast<std::size_t>(i) % families.size()].record, 1000 + i);
    const Stopwatch watch;
    m_reader.pushAll();
    m_report.add("push_200_ms", watch.ms(), "ms", "sign, send over TLS, merge, fsync, receipt stored");
    m_report.add("push_200_bytes_per_edit",
                 static_cast<double>(m_reader.traffic().sent + m_reader.traffic().received) / 200, "B",
                 "packed bodies, both ways, without HTTP headers");
}

// Through a counting proxy, without TLS (D24). What is not body is HTTP: request line, status line and headers.
void Scale::bytes()
{
    m_reader.syncAll();
    const auto household =
        need(m_reader.store().ofType(m_catalogue.type(std::string_view("household"))->number, 1), "households")
            .front()
            .record;
    const auto measured = [this](const std::string& name, const std::string& what, const auto& request) {
        const auto up = m_proxy->bytesUp();
        const auto down = m_proxy->bytesDown();
        request();
        const auto sent = m_proxy->bytesUp() - up;
        const auto received = m_proxy->bytesDown() - down;
        const auto& bodies = m_reader.traffic();
        const auto parts = [](qint64 all, std::size_t body) {
            return std::to_string(all - static_cast<qint64>(body)) + " + " + std::to_string(body);
        };
        m_report.add(name, static_cast<double>(sent + received), "B",
                     what + ", without TLS; headers + body: " + parts(sent, bodies.sent) + " up, " +
                         parts(received, bodies.received) + " down");
        return static_cast<double>(bodies.sent + bodies.received);
    };
    m_reader.pullOnce();
    measured("noop_bytes", "a pull with nothing new and its reply", [this] { m_reader.pullOnce(); });
    saveOne(household, 5000);
    const auto body =
        measured("edit_roundtrip_bytes", "one changed field: the push and its receipt", [this] { m_reader.pushAll(); });
    m_report.add("edit_body_bytes", body, "B", "of these, the two packed bodies");
}

} // namespace lianxin::bench

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a tablet does with a corpus of this size once it is there.
#include "bench_line.hpp"
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

void Scale::saves()
{
    const auto families = someHouseholds(m_reader, m_catalogue, 500);
    std::vector<double> times;
    for (int i = 0; i < 500; ++i) {
        const Stopwatch watch;
        saveOne(m_reader, m_catalogue, families[static_cast<std::size_t>(i) % families.size()], i);
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

} // namespace lianxin::bench

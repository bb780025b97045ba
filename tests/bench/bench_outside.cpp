// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_outside.hpp"

#include "bench_tablet.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <QProcess>
#include <QRegularExpression>

namespace lianxin::bench {

namespace {

constexpr int kLongest = 40 * 60 * 1000; // ms

// What it wrote to standard output; throws when it does not start or never ends. `status` is its exit code.
QByteArray outputOf(const QString& program, const QStringList& arguments, int& status, QByteArray* errors = nullptr)
{
    QProcess process;
    if (errors == nullptr)
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished(kLongest) || process.exitStatus() != QProcess::NormalExit)
        throw BenchError(program.toStdString() + " did not end");
    status = process.exitCode();
    if (errors != nullptr)
        *errors = process.readAllStandardError();
    return process.readAllStandardOutput();
}

} // namespace

void writeRecords(std::ostream& out, const data::NamedChange& change)
{
    for (const auto& record : change.records)
        out << boost::json::serialize(boost::json::object{{"id", record.record.text()},
                                                          {"type", record.type},
                                                          {"root", record.root.text()},
                                                          {"partition", record.partition.text()},
                                                          {"fields", record.fields}})
            << '\n';
}

void simulators(Report& report, const std::string& program, int fewer)
{
    static const QRegularExpression rate(QStringLiteral("([\\d.]+) seeds/s, 0 failed"));
    struct Layer {
        const char* layer;
        int seeds;
        const char* name;
        const char* what;
    };
    for (const auto& [layer, seeds, name, what] :
         {Layer{"merge", 20'000, "sim_core_seeds_per_s", "histories of the merge core a second, one core"},
          Layer{"engine", 500, "sim_engine_seeds_per_s", "histories of real tablets, stores and server, one core"}}) {
        int status = 0;
        const auto said = outputOf(QString::fromStdString(program),
                                   {QStringLiteral("--layer"), QString::fromLatin1(layer), QStringLiteral("--seeds"),
                                    QString::number(seeds / fewer)},
                                   status);
        const auto match = rate.match(QString::fromUtf8(said));
        if (status != 0 || !match.hasMatch()) {
            report.notMeasured(name, "the simulator found something: " + said.toStdString());
            continue;
        }
        report.add(name, match.captured(1).toDouble(), "/s", what);
    }
}

void runPeers(Report& report, const std::string& script, const std::string& folder, const std::string& corpus)
{
    progress("peers");
    int status = 0;
    QByteArray why;
    const auto said = outputOf(QString::fromStdString(script),
                               {QString::fromStdString(folder), QString::fromStdString(corpus)}, status, &why);
    for (const auto& line : said.split('\n')) {
        const auto words = line.split(' ');
        if (words.size() == 3)
            report.add(words[0].toStdString(), words[1].toDouble(), words[2].toStdString(),
                       "the same records, same run");
    }
    if (status != 0)
        report.notMeasured("peers", "not here: " + why.trimmed().toStdString());
}

} // namespace lianxin::bench

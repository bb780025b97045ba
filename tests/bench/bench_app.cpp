// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_app.hpp"

#include "bench_tablet.hpp"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>

namespace lianxin::bench {

namespace {

constexpr int kPatience = 300'000; // ms; only a hang reaches it
constexpr int kStarts = 9;
constexpr int kUnlocks = 3;

// A window where there is a display, else none: pages are drawn by software all the same.
QProcessEnvironment environment()
{
    auto chosen = QProcessEnvironment::systemEnvironment();
    const bool hasDisplay =
        chosen.contains(QStringLiteral("DISPLAY")) || chosen.contains(QStringLiteral("WAYLAND_DISPLAY"));
    if (!hasDisplay && !chosen.contains(QStringLiteral("QT_QPA_PLATFORM")))
        chosen.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    if (!chosen.contains(QStringLiteral("QT_QUICK_BACKEND")))
        chosen.insert(QStringLiteral("QT_QUICK_BACKEND"), QStringLiteral("software"));
    return chosen;
}

std::string drawnOn()
{
    const auto platform =
        environment().value(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("X or Wayland display"));
    return "drawn by " + environment().value(QStringLiteral("QT_QUICK_BACKEND")).toStdString() + ", " +
           platform.toStdString();
}

class App {
public:
    App(const QString& program, const QStringList& arguments)
    {
        m_process.setProcessEnvironment(environment());
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
    }
    // Waits for the line that begins so; what follows it.
    QByteArray line(const QByteArray& beginning)
    {
        for (;;) {
            while (m_process.canReadLine())
                if (const auto read = m_process.readLine().trimmed(); read.startsWith(beginning))
                    return read.mid(beginning.size()).trimmed();
            if (!m_process.waitForReadyRead(kPatience))
                throw BenchError("the app says nothing more; expected: " + beginning.toStdString());
        }
    }
    double megabytes(const QByteArray& field) const
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
        if (status.open(QIODevice::ReadOnly))
            for (const auto& row : status.readAll().split('\n'))
                if (row.startsWith(field + ':'))
                    return row.mid(field.size() + 1).trimmed().split(' ').first().toDouble() / 1024.0;
        throw BenchError("the kernel does not tell the app's memory");
    }
    void finish()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(kPatience) || m_process.exitCode() != 0)
            throw BenchError("the app does not end well");
    }

private:
    QProcess m_process;
};

void measureStart(const QStringList& arguments, int count, Report& report)
{
    std::vector<double> starts;
    for (int i = 0; i < count; ++i) {
        const Stopwatch watch;
        App app(QStringLiteral(LIANXIN_APP), arguments + QStringList{QStringLiteral("--first-frame")});
        (void)app.line("first frame");
        starts.push_back(watch.ms());
        app.finish();
    }
    report.add("cold_start_ms", percentile(starts, 0.5), "ms",
               "lianxin from its start by another process until that one reads that the door's first frame is shown; "
               "median of " +
                   std::to_string(count) + ", program files in the page cache; " + drawnOn());
    report.add("cold_start_worst_ms", percentile(starts, 1), "ms", "the slowest of the same starts");
}

} // namespace

void measureApp(const AppSetting& setting, Report& report)
{
    const QTemporaryDir folder;
    const auto put = [&folder](const QString& name, const QByteArray& bytes) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            throw BenchError("cannot write " + name.toStdString());
        return folder.filePath(name);
    };
    const auto person = setting.server.enrolUser(QStringLiteral("Officer"), QStringLiteral("TO"), {setting.area});
    const QStringList arguments{
        QStringLiteral("--data"),
        folder.filePath(QStringLiteral("tablet")),
        QStringLiteral("--demo"),
        put(QStringLiteral("people"), QJsonDocument(person).toJson(QJsonDocument::Compact) + '\n'),
        QStringLiteral("--server"),
        setting.url.toString(),
        QStringLiteral("--ca"),
        put(QStringLiteral("ca.pem"), setting.server.ca())};

    progress(setting.label + ": first sync by the app");
    App first(QStringLiteral(LIANXIN_BENCH_APP), arguments + QStringList{QStringLiteral("--sync")});
    const auto synced = first.line("synced").split(' ');
    if (synced.size() != 2 || synced[1].toULongLong() < setting.records)
        throw BenchError("the app got " + synced.value(1).toStdString() + " records");
    const auto size = std::to_string(setting.records) + " records";
    const auto name = [&setting](const std::string& stem, const std::string& unit) {
        return setting.headline ? stem + "_" + unit : stem + "_" + setting.label + "_" + unit;
    };
    report.add(
        "app_first_sync_" + setting.label + "_s", synced[0].toDouble() / 1000.0, "s",
        "the same first sync by the app, from its keys on until all is stored; the pages follow when all is there");
    report.add(name("rss_first_sync_peak", "mb"), first.megabytes("VmHWM"), "MB",
               "most memory of the app from its start to the end of that sync; Argon2id is in it");
    first.finish();

    progress(setting.label + ": start, unlock and today's page of the app");
    if (setting.headline)
        measureStart(arguments, setting.brief ? 2 : kStarts, report);
    std::vector<double> stands, home;
    double resident = 0;
    for (int i = 0; i < (setting.brief ? 1 : kUnlocks); ++i) {
        App app(QStringLiteral(LIANXIN_BENCH_APP), arguments);
        stands.push_back(app.line("stands").toDouble());
        home.push_back(app.line("home").toDouble());
        resident = app.megabytes("VmRSS");
        app.finish();
    }
    report.add(name("home_stands", "ms"), percentile(stands, 0.5), "ms",
               "keys derived to the first frame of today's page: of very many families it says that it is going "
               "through them, and everything else "
               "can be opened");
    report.add(name("home", "ms"), percentile(home, 0.5), "ms",
               "keys derived to the frame with today's people of " + size +
                   ": store opened, families read, duties reckoned; median of " + std::to_string(home.size()) + "; " +
                   drawnOn());
    report.add(name("rss", "mb"), resident, "MB",
               "VmRSS of the app with a vault of " + size + " open and today's page on the screen");
}

} // namespace lianxin::bench

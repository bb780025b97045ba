// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/engine.hpp"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <sstream>

using namespace lianxin;
using namespace lianxin::core;

// A transcript is a text file: `> event` lines, each followed by the effects and the phase that must come out of it.
namespace {

Errc errcOf(const std::string& name)
{
    for (int i = 1; i <= static_cast<int>(Errc::stranger); ++i)
        if (name == errcName(static_cast<Errc>(i)))
            return static_cast<Errc>(i);
    return Errc::internal;
}

std::string phaseName(Phase phase)
{
    constexpr const char* names[] = {"offline",    "idle",   "pushing", "pulling", "waiting",
                                     "recovering", "forked", "refused", "carrying"};
    return names[static_cast<int>(phase)];
}

Event parseEvent(const std::string& line)
{
    std::istringstream in(line);
    std::string word;
    std::string argument;
    std::uint64_t number = 0;
    in >> word;
    if (word == "online" || word == "offline")
        return event::Online{word == "online"};
    if (word == "saved") {
        in >> number;
        return event::Saved{number};
    }
    if (word == "wanted")
        return event::SyncWanted{};
    if (word == "pushed") {
        int took = 1000;
        in >> number >> took;
        return event::Pushed{number, std::nullopt, std::chrono::milliseconds(took)};
    }
    if (word == "pulled") {
        int took = 0;
        in >> argument >> took;
        return event::Pulled{argument == "more", std::chrono::milliseconds(took), 0};
    }
    if (word == "donated") {
        int took = 1000; // neither fast nor slow
        in >> argument >> number >> took;
        return event::Donated{argument == "more", std::chrono::milliseconds(took), number};
    }
    if (word == "failed") {
        int after = 0;
        std::size_t received = 0; // of the answer; `kept` behind it when some of it was of use
        std::string kept;
        in >> argument >> after >> received >> kept;
        return event::RequestFailed{errcOf(argument), std::chrono::milliseconds(after), received, kept == "kept"};
    }
    if (word == "made")
        return event::CarryWanted{};
    if (word == "carried") {
        int took = 0;
        in >> argument >> took;
        return event::Carried{argument == "more", std::chrono::milliseconds(took)};
    }
    return event::TimerFired{};
}

std::string textOf(const Effect& effect)
{
    if (const auto* push = std::get_if<effect::SendPush>(&effect))
        return "send push from " + std::to_string(push->from) +
               (push->budget == tuning::kPushBudgetFirst ? "" : " of " + std::to_string(push->budget));
    if (const auto* pull = std::get_if<effect::SendPull>(&effect))
        return "send pull " + std::to_string(pull->budget);
    if (const auto* donation = std::get_if<effect::SendDonation>(&effect))
        return "send donation " + std::to_string(donation->budget);
    if (const auto* timer = std::get_if<effect::StartTimer>(&effect))
        return "start timer " + std::to_string(timer->delay.count());
    if (std::holds_alternative<effect::Carry>(effect))
        return "carry";
    return std::holds_alternative<effect::StopTimer>(effect) ? "stop timer" : "";
}

} // namespace

class TstEngine : public QObject {
    Q_OBJECT

private slots:
    void transcript_data();
    void transcript();
};

void TstEngine::transcript_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(LIANXIN_SOURCE_DIR "/tests/scripts/engine"), {QStringLiteral("*.txt")});
    int count = 0;
    while (files.hasNext()) {
        const auto path = files.next();
        QTest::newRow(qPrintable(files.fileName())) << path;
        ++count;
    }
    QVERIFY(count > 0);
}

void TstEngine::transcript()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::istringstream in(file.readAll().toStdString());
    EngineState state;
    std::string expected;
    std::string actual;
    std::string line;
    while (std::getline(in, line)) {
        state.carries = state.carries || line == "# carries";
        if (line.empty() || line.front() == '#')
            continue;
        expected += line + "\n";
        if (line.front() != '>')
            continue;
        actual += line + "\n";
        for (const auto& effect : step(state, parseEvent(line.substr(2)), 0))
            if (const auto text = textOf(effect); !text.empty())
                actual += "  " + text + "\n";
        actual += "  " + phaseName(state.phase) + "\n";
    }
    QVERIFY2(actual == expected, actual.c_str());
}

QTEST_APPLESS_MAIN(TstEngine)
#include "tst_engine.moc"

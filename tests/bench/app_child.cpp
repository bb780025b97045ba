// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// lianxin_bench_app: what `lianxin` is made of, led by lianxin_bench instead of a finger. It registers the person of --demo if need be, types
// their code, says a line when today's page is shown, and stays until its input is closed.
#include "app/program/program.hpp"
#include "platform/machine.hpp"
#include "platform/process_hardening.hpp"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>

#include <functional>
#include <iostream>
#include <optional>

Q_IMPORT_QML_PLUGIN(LianxinPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_AppPlugin)

using namespace lianxin;

namespace {

struct Arguments {
    std::string data, people, server, ca;
    bool sync{false};
};

int complain(const std::string& what)
{
    std::cerr << "lianxin_bench_app: " << what << std::endl;
    return 1;
}

std::string contents(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

void spinUntil(const std::function<bool()>& done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

bool registerPerson(program::Program& program, const Arguments& arguments)
{
    auto invitations = tablet::parseInvitations(contents(arguments.people), arguments.server, contents(arguments.ca),
                                                seal::Realm::demo);
    if (!invitations)
        return false;
    std::optional<Result<void>> outcome;
    program.registerPeople(std::move(*invitations), vault::SecretBytes::copyOf(program::kDemoCode),
                           vault::calibrateArgon(platform::physicalMemory()),
                           [&outcome](const Result<void>& said) { outcome.emplace(said); });
    spinUntil([&outcome] { return outcome.has_value(); });
    if (!*outcome)
        complain(std::string(errcName(outcome->error().code)) + " " + outcome->error().detail);
    return outcome->has_value();
}

// From the moment when the keys are there: to the first frame of today's page, and to the first that shows today's people.
struct Unlocked {
    double stands{0};
    double home{0};
};

Unlocked unlock(program::Program& program, QElapsedTimer& sinceKeys)
{
    auto& session = program.session();
    auto* window = program.window();
    bool deriving = false;
    struct Seen {
        bool open{false};
        bool reckoned{false};
        Unlocked at;
    };
    const auto seen = std::make_shared<Seen>();
    const auto states = QObject::connect(&session, &ui::Session::stateChanged, window, [&] {
        if (deriving && session.state() == ui::Session::Locked)
            sinceKeys.start();
        deriving = session.state() == ui::Session::Unlocking;
    });
    const auto today = QObject::connect(session.today(), &ui::TodayModel::changed, window, [&session, seen, window] {
        seen->open = session.state() == ui::Session::Open;
        seen->reckoned = seen->open && session.today()->layout() != ui::TodayModel::Reading;
        window->update();
    });
    const auto frames = QObject::connect(window, &QQuickWindow::frameSwapped, window, [seen, &sinceKeys] {
        const double now = static_cast<double>(sinceKeys.nsecsElapsed()) / 1e6;
        if (seen->open && seen->at.stands == 0)
            seen->at.stands = now;
        if (seen->reckoned && seen->at.home == 0)
            seen->at.home = now;
    });
    auto* users = session.unlock()->users();
    session.unlock()->choose(users->value(0, "userId").toString());
    for (const char digit : program::kDemoCode)
        session.unlock()->entry()->pressDigit(digit - '0');
    spinUntil([&] { return seen->at.home > 0; });
    for (const auto& connection : {states, today, frames})
        QObject::disconnect(connection);
    return seen->at;
}

int lead(const Arguments& arguments)
{
    program::Options options;
    options.data = arguments.data;
    options.demo = true;
    options.loopback = true;
    auto made = program::Program::make(options);
    if (!made)
        return complain(made.error().detail);
    auto& program = **made;
    if (!program.show())
        return complain("the pages cannot be loaded");
    if (!registerPerson(program, arguments))
        return complain("the person cannot be registered");
    QElapsedTimer sinceKeys;
    const auto home = unlock(program, sinceKeys);
    if (arguments.sync) {
        auto& driver = program.tablet().desk()->driver();
        driver.setOnline(true);
        const auto& state = driver.state();
        spinUntil([&] {
            return driver.trouble() ||
                   (state.phase == core::Phase::idle && state.saved == state.acknowledged && !state.pullWanted);
        });
        if (driver.trouble())
            return complain("sync: " + driver.trouble()->detail);
        const auto counts = program.tablet().desk()->store().counts();
        std::cout << "synced " << sinceKeys.elapsed() << ' ' << (counts ? counts->records : 0) << std::endl;
    } else {
        std::cout << "stands " << home.stands << "\nhome " << home.home << std::endl;
    }
    std::cin.get(); // the other side looks at this process, then closes the pipe
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (const auto hardened = platform::hardenProcess(); !hardened)
        return complain(hardened.error().detail);
    const QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("lianxin"));
    QGuiApplication::setApplicationVersion(QStringLiteral(LIANXIN_VERSION));
    CLI::App cli{"The tablet app, led by lianxin_bench"};
    Arguments arguments;
    cli.add_option("--data", arguments.data, "folder of the tablet's vaults")->required();
    cli.add_option("--demo", arguments.people, "file with the invitation of a made-up person")->required();
    cli.add_option("--server", arguments.server, "https://host:port");
    cli.add_option("--ca", arguments.ca, "PEM file of the organisation's CA");
    cli.add_flag("--sync", arguments.sync,
                 "fetch everything first; says `synced MILLISECONDS RECORDS` instead of `stands MILLISECONDS` and "
                 "`home MILLISECONDS`");
    CLI11_PARSE(cli, argc, argv);
    return lead(arguments);
}

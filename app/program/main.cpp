// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program/program.hpp"
#include "platform/machine.hpp"
#include "platform/process_hardening.hpp"

#include <CLI/CLI.hpp>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>
#include <QStandardPaths>

#include <iostream>

Q_IMPORT_QML_PLUGIN(LianxinPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_AppPlugin)

namespace {

using namespace lianxin;

struct Arguments {
    std::string data;
    std::string demo;
    std::string invitations;
    std::string server;
    std::string ca;
    std::string language{"zh_CN"};
    bool selfTest{false};
    bool firstFrame{false};
};

int complain(const std::string& what)
{
    std::cerr << "lianxin: " << what << '\n';
    return 1;
}

Result<std::string> readFile(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::notFound, "cannot read " + path);
    return file.readAll().toStdString();
}

Result<std::vector<tablet::Invitation>> invited(const Arguments& arguments)
{
    const std::string& path = arguments.demo.empty() ? arguments.invitations : arguments.demo;
    if (path.empty())
        return std::vector<tablet::Invitation>{};
    LIANXIN_TRY(const auto lines, readFile(path));
    std::string ca;
    if (!arguments.ca.empty()) {
        LIANXIN_TRY(ca, readFile(arguments.ca));
    }
    return tablet::parseInvitations(lines, arguments.server, ca,
                                    arguments.demo.empty() ? seal::Realm::production : seal::Realm::demo);
}

// For an invitation outside the demonstration: typed on the terminal, or piped in.
vault::SecretBytes passphraseFor(const Arguments& arguments)
{
    if (!arguments.demo.empty())
        return vault::SecretBytes::copyOf(program::kDemoCode);
    std::cerr << "A passphrase of at least eight letters and digits, or four words: " << std::flush;
    std::string line;
    std::getline(std::cin, line);
    auto secret = vault::SecretBytes::copyOf(line);
    platform::wipeMemory(line.data(), line.size());
    return secret;
}

int run(QGuiApplication& app, const Arguments& arguments)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    program::Options options;
    options.data = arguments.data.empty()
                       ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString()
                       : arguments.data;
    options.demo = !arguments.demo.empty();
    options.loopback = options.demo;
    options.language = QString::fromStdString(arguments.language);
    auto made = program::Program::make(options);
    if (!made)
        return complain(made.error().detail);
    auto& program = **made;
    auto invitations = invited(arguments);
    if (!invitations)
        return complain(invitations.error().detail);
    if (!program.show())
        return complain("the pages cannot be loaded");
    if (arguments.firstFrame)
        QObject::connect(program.window(), &QQuickWindow::frameSwapped, &app, [&] {
            std::cout << "first frame after " << sinceStart.elapsed() << " ms"
                      << std::endl; // at once: the bench holds the watch
            QCoreApplication::quit();
        });
    int status = 0;
    QObject::connect(&program, &program::Program::begunAnew, &app,
                     [](const QString& account) { complain(account.toStdString()); });
    const auto registered = [&](const Result<void>& outcome) {
        if (!outcome)
            status =
                complain("registration: " + std::string(errcName(outcome.error().code)) + " " + outcome.error().detail);
        if (arguments.selfTest) {
            std::cout << (status == 0 ? "self-test: pages load, registration answers\n" : "self-test: not good\n");
            QCoreApplication::exit(status);
        }
    };
    if (!invitations->empty())
        program.registerPeople(std::move(*invitations), passphraseFor(arguments),
                               options.demo ? vault::kArgonFloor : vault::calibrateArgon(platform::physicalMemory()),
                               registered);
    else
        QMetaObject::invokeMethod(
            &app, [&] { registered({}); }, Qt::QueuedConnection);
    const int ended = QGuiApplication::exec();
    return status != 0 ? status : ended;
}

} // namespace

int main(int argc, char** argv)
{
    // First of all: no key may be in a core dump or before another process's eyes.
    if (const auto hardened = platform::hardenProcess(); !hardened)
        return complain(hardened.error().detail);
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("lianxin"));
    QGuiApplication::setApplicationVersion(QStringLiteral(LIANXIN_VERSION));
    CLI::App cli{"Lianxin, the tablet app"};
    Arguments arguments;
    cli.add_option("--data", arguments.data, "folder of this tablet's vaults");
    cli.add_option("--demo", arguments.demo,
                   "file of invitations of a demonstration: registers these made-up people by itself");
    cli.add_option("--register", arguments.invitations, "file of invitations; asks for a passphrase on the terminal");
    cli.add_option("--server", arguments.server, "https://host:port of the server that the invitations belong to");
    cli.add_option("--ca", arguments.ca, "PEM file of the organisation's CA");
    cli.add_option("--language", arguments.language, "zh_CN or en")->capture_default_str();
    cli.add_flag("--self-test", arguments.selfTest, "load the pages, register, and leave");
    cli.add_flag("--first-frame", arguments.firstFrame, "print the time to the first frame and leave");
    CLI11_PARSE(cli, argc, argv);
    return run(app, arguments);
}

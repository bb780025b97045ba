// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One tablet of the story: the app's own program, told what to do on standard input, one JSON object a line, and answering the same way.
#include "tablet_program.hpp"

#include "platform/process_hardening.hpp"

#include <QGuiApplication>
#include <QJsonDocument>
#include <QQmlExtensionPlugin>
#include <QSocketNotifier>

#include <array>
#include <cstdio>
#include <unistd.h>

Q_IMPORT_QML_PLUGIN(LianxinPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_AppPlugin)

namespace {

void say(const QJsonObject& object)
{
    const auto line = QJsonDocument(object).toJson(QJsonDocument::Compact);
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    if (!lianxin::platform::hardenProcess())
        return 1;
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationVersion(QStringLiteral(LIANXIN_VERSION));
    const auto arguments = QGuiApplication::arguments();
    if (arguments.size() != 3) {
        std::fprintf(stderr, "usage: lianxin_story_tablet FOLDER PICTURES\n");
        return 2;
    }
    lianxin::story::TabletProgram tablet(arguments[1], arguments[2]);
    if (!tablet.open())
        return 1;
    say({{QStringLiteral("ok"), true}});
    QByteArray heard;
    QSocketNotifier listener(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&listener, &QSocketNotifier::activated, &app, [&] {
        std::array<char, 4096> bytes{};
        const auto count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (count <= 0) // whoever told the story is gone
            return QCoreApplication::quit();
        heard.append(bytes.data(), count);
        for (auto end = heard.indexOf('\n'); end >= 0; end = heard.indexOf('\n')) {
            const auto command = QJsonDocument::fromJson(heard.left(end)).object();
            heard.remove(0, end + 1);
            tablet.obey(command, say);
        }
    });
    return QGuiApplication::exec();
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// lianxin_bench_drawing: what a large form costs on the screen. The page that ships, on the stub view-models of its tests, in a window that is
// really drawn: milliseconds to the first frame, and from one key to the frame that shows it. Prints a table, --json FILE writes the list.
#include "bench_report.hpp"

#include <CLI/CLI.hpp>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQmlExpression>
#include <QQmlExtensionPlugin>
#include <QQuickItem>
#include <QQuickWindow>

#include <array>
#include <cstdio>
#include <memory>

Q_IMPORT_QML_PLUGIN(LianxinPlugin)

using namespace lianxin;

namespace {

constexpr int kKeys = 40;

struct Shape {
    const char* name;
    const char* what;
    const char* fill; // of the stub form
};

constexpr std::array kShapes{
    Shape{"form_300", "300 questions", "form.showMany(300)"},
    Shape{"rows_200", "the list of 200 rows", "form.showList(200)"},
};

void spinFrame(QQuickWindow& window)
{
    bool shown = false;
    const auto swapped = QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window, [&shown] { shown = true; }, Qt::QueuedConnection);
    window.update();
    while (!shown)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    QObject::disconnect(swapped);
}

bool evaluate(QQmlEngine& engine, QObject& scope, const QString& code)
{
    QQmlExpression expression(engine.contextForObject(&scope), &scope, code);
    expression.evaluate();
    if (expression.hasError())
        qWarning("%s", qPrintable(expression.error().toString()));
    return !expression.hasError();
}

bool measure(const Shape& shape, bench::Report& report)
{
    QQmlEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.addImportPath(QStringLiteral(LIANXIN_STUBS));
    QQmlComponent made(&engine);
    made.setData("import Lianxin.App\nSession {}", QUrl());
    const std::unique_ptr<QObject> session(made.create());
    QQmlComponent main(&engine, QUrl(QStringLiteral("qrc:/qt/qml/Lianxin/Main.qml")));
    const std::unique_ptr<QObject> root(
        session ? main.createWithInitialProperties({{QStringLiteral("session"), QVariant::fromValue(session.get())}})
                : nullptr);
    auto* window = qobject_cast<QQuickWindow*>(root.get());
    if (window == nullptr)
        return false;
    spinFrame(*window);
    QElapsedTimer watch;
    watch.start();
    if (!evaluate(engine, *session, QString::fromLatin1(shape.fill)) ||
        !evaluate(engine, *session, QStringLiteral("page = 3")))
        return false;
    spinFrame(*window);
    report.add(std::string(shape.name) + "_first_frame_ms", static_cast<double>(watch.nsecsElapsed()) / 1e6, "ms",
               std::string(shape.what) + ": from the touch to the first frame");
    std::vector<double> times;
    for (int i = 0; i < kKeys; ++i) {
        watch.restart();
        if (!evaluate(engine, *session, QStringLiteral("form.changeRow(3, 'x%1')").arg(i)))
            return false;
        spinFrame(*window);
        times.push_back(static_cast<double>(watch.nsecsElapsed()) / 1e6);
    }
    report.add(std::string(shape.name) + "_key_frame_p50_ms", bench::percentile(times, 0.5), "ms",
               std::string(shape.what) + ": one key to the frame that shows it, median");
    report.add(std::string(shape.name) + "_key_frame_p99_ms", bench::percentile(times, 0.99), "ms",
               std::string(shape.what) + ": the same, 99 of 100");
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication app(argc, argv);
    CLI::App cli{"Measures what large forms cost on the screen and prints a table"};
    std::string json;
    cli.add_option("--json", json, "also write a list of {\"name\", \"value\", \"unit\"}");
    CLI11_PARSE(cli, argc, argv);
    bench::Report report;
    for (const auto& shape : kShapes)
        if (!measure(shape, report)) {
            std::fprintf(stderr, "bench: %s cannot be drawn\n", shape.what);
            return 1;
        }
    report.print({});
    return json.empty() || report.write(json, {}) ? 0 : 1;
}

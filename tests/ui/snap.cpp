// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loads the shell on the stub view-models and takes a picture of each page in each form: `lianxin_snap FOLDER [part of a name] [en]`;
// `lianxin_snap FOLDER --scenes FILE` takes those of a list, `lianxin_snap FOLDER --sheet NAME PICTURE…` puts pictures side by side.
// For a person's eye beside the design; needs a real renderer (xvfb-run).
#include "snap_scenes.hpp"

#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlExpression>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTranslator>

#include <algorithm>
#ifdef LIANXIN_QML_STATIC
#include <QQmlExtensionPlugin>
Q_IMPORT_QML_PLUGIN(LianxinPlugin)
#endif

namespace {

bool isLoading(const QQuickItem& item)
{
    constexpr int kImageLoading = 2;
    if (item.property("source").isValid() && item.property("status").toInt() == kImageLoading)
        return true;
    const auto children = item.childItems();
    return std::any_of(children.begin(), children.end(), [](const QQuickItem* child) { return isLoading(*child); });
}

// Until icons (read in another thread) have come and the turn of the page is over.
void settle(QQuickWindow& window)
{
    constexpr int kFrames = 24;
    int frames = 0;
    QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [&] {
        ++frames;
        window.requestUpdate();
    });
    window.requestUpdate();
    while (frames < kFrames || isLoading(*window.contentItem()))
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    QObject::disconnect(&window, &QQuickWindow::frameSwapped, &window, nullptr);
}

int takeScene(const Scene& scene, const QString& folder)
{
    QQmlApplicationEngine engine;
#ifdef LIANXIN_QML_STATIC
    engine.addImportPath("qrc:/qt/qml");
    const QUrl mainUrl("qrc:/qt/qml/Lianxin/Main.qml");
#else
    engine.addImportPath(qEnvironmentVariable("LIANXIN_QML"));
    const QUrl mainUrl = QUrl::fromLocalFile(qEnvironmentVariable("LIANXIN_QML") + "/Lianxin/Main.qml");
#endif
    engine.addImportPath(LIANXIN_STUBS);
    QQmlComponent component(&engine);
    component.setData("import Lianxin.App\nSession {}", QUrl());
    QObject* session = component.create();
    if (!session) {
        qCritical() << component.errors();
        return 1;
    }
    QQmlExpression setup(engine.contextForObject(session), session, QString::fromUtf8(scene.setup));
    setup.evaluate();
    if (setup.hasError()) {
        qCritical() << scene.name << setup.error();
        return 1;
    }
    session->setParent(&engine);
    engine.setInitialProperties(
        {{"session", QVariant::fromValue(session)}, {"width", scene.size.width()}, {"height", scene.size.height()}});
    engine.load(mainUrl);
    if (engine.rootObjects().isEmpty())
        return 1;
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    settle(*window);
    window->grabWindow().save(folder + "/" + scene.name + ".png");
    return 0;
}

int takeListed(const QString& folder, const QString& list)
{
    QFile file(list);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    int failed = 0;
    for (const auto& value : QJsonDocument::fromJson(file.readAll()).array()) {
        const auto one = value.toObject();
        const QByteArray name = one.value(QLatin1String("name")).toString().toUtf8();
        const QByteArray setup = one.value(QLatin1String("setup")).toString().toUtf8();
        const QSize size(one.value(QLatin1String("width")).toInt(), one.value(QLatin1String("height")).toInt());
        failed += takeScene({name.constData(), size, setup.constData()}, folder);
    }
    return failed;
}

// Side by side, each as high as the others.
int paintSheet(const QString& target, const QStringList& pictures)
{
    constexpr int kHeight = 480, kGap = 16;
    QList<QImage> small;
    int width = kGap;
    for (const auto& path : pictures) {
        const QImage image(path);
        if (image.isNull())
            return 1;
        small << image.scaledToHeight(kHeight, Qt::SmoothTransformation);
        width += small.last().width() + kGap;
    }
    QImage sheet(width, kHeight + 2 * kGap, QImage::Format_RGB32);
    sheet.fill(Qt::gray);
    QPainter painter(&sheet);
    int x = kGap;
    for (const auto& image : small) {
        painter.drawImage(x, kGap, image);
        x += image.width() + kGap;
    }
    painter.end();
    return sheet.save(target) ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const QString folder = arguments.value(1, ".");
    const QString wanted = arguments.value(2);
    if (wanted == "--scenes")
        return takeListed(folder, arguments.value(3));
    if (wanted == "--sheet")
        return paintSheet(folder + "/" + arguments.value(3) + ".png", arguments.mid(4));
    QTranslator english;
    if (arguments.value(3) == "en" && english.load(":/i18n/lianxin_en.qm"))
        QGuiApplication::installTranslator(&english);
    int failed = 0;
    for (const Scene& scene : kScenes)
        if (QString(scene.name).contains(wanted)) {
            qInfo() << scene.name;
            failed += takeScene(scene, folder);
        }
    return failed;
}

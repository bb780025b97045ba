// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs every tst_*.qml of this folder: the pages that ship, on stub view-models.
#include <QQmlEngine>
#include <QQmlExtensionPlugin>
#include <QtQuickTest>

Q_IMPORT_QML_PLUGIN(LianxinPlugin)

class Setup : public QObject {
    Q_OBJECT

public slots:
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        engine->addImportPath("qrc:/qt/qml");
        engine->addImportPath(LIANXIN_STUBS);
    }
};

QUICK_TEST_MAIN_WITH_SETUP(pages, Setup)

#include "tst_pages.moc"

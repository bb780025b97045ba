// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QStringList>
#include <QTest>

// docs/conflicts.md names a page and tests for every case of sync.md 3; this looks whether they are there.
namespace {

QString read(const QString& path)
{
    QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Row {
    QString name;
    QString page;
    QString tests;
};

std::vector<Row> rowsOf(const QString& text)
{
    std::vector<Row> rows;
    for (const auto& line : text.split(u'\n')) {
        const auto cells = line.split(u'|');
        if (cells.size() == 6 && !cells[1].contains(QLatin1String("---")) &&
            cells[1].trimmed() != QLatin1String("case"))
            rows.push_back({cells[1].trimmed(), cells[3].trimmed(), cells[4].trimmed()});
    }
    return rows;
}

// Empty: all is there.
QString problemOf(const Row& row)
{
    if (read(row.page.section(u'`', 1, 1)).isEmpty())
        return QStringLiteral("no page %1").arg(row.page);
    int functions = 0;
    for (const auto& part : row.tests.split(QStringLiteral("; "))) {
        const auto path = part.section(u'`', 1, 1);
        const auto text = read(path);
        if (text.isEmpty())
            return QStringLiteral("no file %1").arg(path);
        for (const auto& name :
             part.section(QStringLiteral("`: "), 1).split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
            const QRegularExpression defined(QStringLiteral("(?:void|function) %1\\(").arg(name.trimmed()));
            if (!text.contains(defined))
                return QStringLiteral("%1 has no %2").arg(path, name);
            ++functions;
        }
    }
    return functions > 0 ? QString() : QStringLiteral("no test");
}

} // namespace

class ConflictsPageTest : public QObject {
    Q_OBJECT
private slots:
    void everyCaseHasItsPageAndItsTests()
    {
        QStringList names;
        for (const auto& row : rowsOf(read(QStringLiteral("docs/conflicts.md")))) {
            names << row.name;
            const auto problem = problemOf(row);
            QVERIFY2(problem.isEmpty(), qPrintable(row.name + QStringLiteral(": ") + problem));
        }
        QCOMPARE(names,
                 (QStringList{QStringLiteral("field"), QStringLiteral("group"), QStringLiteral("set"),
                              QStringLiteral("text"), QStringLiteral("put away while another wrote"),
                              QStringLiteral("put away while another added"), QStringLiteral("two main contacts"),
                              QStringLiteral("the same visit twice"), QStringLiteral("possible double payment"),
                              QStringLiteral("two steps from one state"), QStringLiteral("possibly the same family"),
                              QStringLiteral("what the township sees"), QStringLiteral("what was written before")}));
    }

    // The comparison can fail.
    void untrueRowsAreSeen_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("good");
        const QString page = QStringLiteral("`qml/pages/ConflictPage.qml`");
        const QString file = QStringLiteral("`tests/unit/settle/tst_conflicts_page.cpp`");
        QTest::newRow("true") << QStringLiteral("| x | y | %1 | %2: untrueRowsAreSeen |").arg(page, file) << true;
        QTest::newRow("no such page") << QStringLiteral("| x | y | `qml/No.qml` | %1: untrueRowsAreSeen |").arg(file)
                                      << false;
        QTest::newRow("no such file") << QStringLiteral("| x | y | %1 | `tests/no.cpp`: untrueRowsAreSeen |").arg(page)
                                      << false;
        QTest::newRow("no such test") << QStringLiteral("| x | y | %1 | %2: nothingOfTheKind |").arg(page, file)
                                      << false;
        QTest::newRow("no test") << QStringLiteral("| x | y | %1 | %2 |").arg(page, file) << false;
    }
    void untrueRowsAreSeen()
    {
        QFETCH(QString, line);
        QFETCH(bool, good);
        const auto rows = rowsOf(line);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(problemOf(rows.front()).isEmpty(), good);
    }
};

QTEST_APPLESS_MAIN(ConflictsPageTest)
#include "tst_conflicts_page.moc"

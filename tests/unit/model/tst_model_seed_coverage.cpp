// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

// docs/seed-coverage.md: each of the 58 lines of the seed has its data, its screen and its test, or says that one is missing.
namespace {

constexpr int kLines = 58;

QString pageText()
{
    QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/docs/seed-coverage.md"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no docs/seed-coverage.md");
    return QString::fromUtf8(file.readAll());
}

QStringList cellsOf(const QString& line)
{
    auto cells = line.split(u'|');
    cells.removeFirst();
    cells.removeLast();
    for (auto& cell : cells)
        cell = cell.trimmed();
    return cells;
}

QStringList rows(const QString& text)
{
    static const QRegularExpression kRow(QStringLiteral("^\\| S\\d\\d \\|"));
    QStringList found;
    for (const auto& line : text.split(u'\n'))
        if (kRow.match(line).hasMatch())
            found << line;
    return found;
}

// What is wrong with one cell: it names no file, a file that is not there, or one of another kind.
QString cellProblem(const QString& cell, const QString& folder, bool mayBeMissing, const QString& note)
{
    if (cell == QLatin1String("not yet"))
        return !mayBeMissing                             ? QStringLiteral("this cannot be missing")
               : note.contains(QLatin1String("not yet")) ? QString()
                                                         : QStringLiteral("not yet, and no word about it");
    static const QRegularExpression kFile(QStringLiteral("`([^`]+)`"));
    auto matches = kFile.globalMatch(cell);
    if (!matches.hasNext())
        return QStringLiteral("names no file");
    while (matches.hasNext()) {
        const auto path = matches.next().captured(1);
        if (!path.startsWith(folder))
            return path + QStringLiteral(" is not below ") + folder;
        if (!QFileInfo::exists(QStringLiteral(LIANXIN_SOURCE_DIR "/") + path))
            return path + QStringLiteral(" is not there");
    }
    return {};
}

QString rowProblem(const QString& line)
{
    const auto cells = cellsOf(line);
    if (cells.size() != 6)
        return QStringLiteral("a row has six cells");
    if (cells.at(1).isEmpty())
        return QStringLiteral("does not say what the seed says");
    const auto& note = cells.at(5);
    if (const auto problem = cellProblem(cells.at(2), QStringLiteral("assets/"), false, note); !problem.isEmpty())
        return problem;
    if (const auto problem = cellProblem(cells.at(3), QStringLiteral("qml/pages/"), true, note); !problem.isEmpty())
        return problem;
    return cellProblem(cells.at(4), QStringLiteral("tests/"), false, note);
}

} // namespace

class TestModelSeedCoverage : public QObject {
    Q_OBJECT

private slots:
    void everyLineHasItsRow()
    {
        QStringList numbers;
        for (const auto& line : rows(pageText()))
            numbers << cellsOf(line).constFirst();
        QStringList wanted;
        for (int number = 1; number <= kLines; ++number)
            wanted << QStringLiteral("S%1").arg(number, 2, 10, QLatin1Char('0'));
        QCOMPARE(numbers, wanted);
    }

    void everyRowHolds()
    {
        for (const auto& line : rows(pageText())) {
            const auto problem = rowProblem(line);
            QVERIFY2(problem.isEmpty(), qPrintable(cellsOf(line).constFirst() + QStringLiteral(": ") + problem));
        }
    }

    // The comparison can fail.
    void untrueRowsAreSeen_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<bool>("good");
        const QString test = QStringLiteral("`tests/unit/model/tst_model_states.cpp`");
        const QString data = QStringLiteral("`assets/catalogue/claim.json`");
        const QString page = QStringLiteral("`qml/pages/FormPage.qml`");
        const auto row = [](const QString& a, const QString& b, const QString& c, const QString& note) {
            return QStringLiteral("| S50 | claims | %1 | %2 | %3 | %4 |").arg(a, b, c, note);
        };
        QTest::newRow("true") << row(data, page, test, {}) << true;
        QTest::newRow("no data") << row({}, page, test, {}) << false;
        QTest::newRow("data to come") << row(QStringLiteral("not yet"), page, test, QStringLiteral("not yet")) << false;
        QTest::newRow("no such data") << row(QStringLiteral("`assets/catalogue/claims.json`"), page, test, {}) << false;
        QTest::newRow("one of two is gone")
            << row(data + QStringLiteral(" `assets/codes/nothing.json`"), page, test, {}) << false;
        QTest::newRow("no such page") << row(data, QStringLiteral("`qml/pages/ClaimPage.qml`"), test, {}) << false;
        QTest::newRow("a page to come") << row(data, QStringLiteral("not yet"), test, QStringLiteral("page: not yet"))
                                        << true;
        QTest::newRow("a page to come, no word") << row(data, QStringLiteral("not yet"), test, {}) << false;
        QTest::newRow("no test") << row(data, page, QStringLiteral("not yet"), QStringLiteral("not yet")) << false;
        QTest::newRow("a page for a test") << row(data, page, page, {}) << false;
        QTest::newRow("a cell too few") << QStringLiteral("| S50 | claims | %1 | %2 | %3 |").arg(data, page, test)
                                        << false;
    }

    void untrueRowsAreSeen()
    {
        QFETCH(QString, row);
        QFETCH(bool, good);
        const auto problem = rowProblem(row);
        QVERIFY2(problem.isEmpty() == good, qPrintable(problem));
    }
};

QTEST_APPLESS_MAIN(TestModelSeedCoverage)
#include "tst_model_seed_coverage.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.hpp"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace lianxin;
using test::catalogue;

// docs/catalogue-coverage.md holds every field of the data dictionary; this compares it with the catalogue, both ways.
namespace {

struct Row {
    int line{0};
    QStringList cells;
};

struct Chapter {
    QString name;
    QString rights; // the line about the type as a whole
    std::vector<Row> rows;
};

QString pageText()
{
    QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/docs/catalogue-coverage.md"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no docs/catalogue-coverage.md");
    return QString::fromUtf8(file.readAll());
}

std::vector<Chapter> chapters(const QString& text)
{
    std::vector<Chapter> found;
    int number = 0;
    for (const auto& line : text.split(u'\n')) {
        ++number;
        if (line.startsWith(QLatin1String("## ")))
            found.push_back({line.mid(3).section(QLatin1String(" ("), 0, 0), {}, {}});
        else if (found.empty())
            continue;
        else if (line.startsWith(u'`') && found.back().rights.isEmpty())
            found.back().rights = line.section(u'`', 1, 1);
        else if (line.startsWith(QLatin1String("| ")) && !line.startsWith(QLatin1String("| domain |")) &&
                 !line.startsWith(QLatin1String("| list |"))) {
            auto cells = line.split(u'|');
            cells.removeFirst();
            cells.removeLast();
            for (auto& cell : cells)
                cell = cell.trimmed();
            found.back().rows.push_back({number, cells});
        }
    }
    return found;
}

QString rolesOf(const std::vector<AccessRule>& rules)
{
    QStringList words;
    for (const auto& rule : rules)
        words << QString::fromUtf8(roleName(rule.role).data(), static_cast<qsizetype>(roleName(rule.role).size())) +
                     (rule.authorOnly ? QStringLiteral(":author") : QString());
    return words.isEmpty() ? QStringLiteral("the server") : words.join(u' ');
}

QString rightsOf(const RecordType& type)
{
    return QStringLiteral("%1 %2 level %3, read by %4, written by %5")
        .arg(type.number)
        .arg(type.merge == MergeKind::append ? QStringLiteral("append") : QStringLiteral("registers"))
        .arg(type.sensitivity)
        .arg(rolesOf(type.readers), rolesOf(type.writers));
}

QString askedOf(const Field& field)
{
    if (field.required != Required::never)
        return field.required == Required::always ? QStringLiteral("always") : QStringLiteral("submit");
    return field.requiredWhen ? QStringLiteral("when") : QStringLiteral("–");
}

// What the catalogue has beside the row's promise; empty when they agree.
QString rowProblem(const RecordType& type, const Row& row)
{
    if (row.cells.size() != 7)
        return QStringLiteral("a row has seven cells");
    const auto& promised = row.cells.at(3);
    if (promised == QLatin1String("none"))
        return row.cells.at(6).isEmpty() ? QStringLiteral("no field and no reason") : QString();
    const auto* field = type.field(promised.section(u' ', 0, 0).toUInt());
    if (field == nullptr)
        return QStringLiteral("the catalogue has no such field");
    const auto locked = QString::fromStdString(type.name) + u'.' + promised;
    const auto lines = numberLines(catalogue());
    if (std::find(lines.begin(), lines.end(), locked.toStdString()) == lines.end())
        return QStringLiteral("the catalogue says otherwise of field %1").arg(field->number);
    if (askedOf(*field) != row.cells.at(4))
        return QStringLiteral("the form asks: ") + askedOf(*field);
    if (QString::number(field->sensitivity) != row.cells.at(5))
        return QStringLiteral("level %1").arg(field->sensitivity);
    if (row.cells.at(2).startsWith(u'L') && field->sensitivity < row.cells.at(2).mid(1).toInt())
        return QStringLiteral("below the dictionary's level");
    const bool needed = row.cells.at(1) != QStringLiteral("–");
    if (needed && row.cells.at(4) == QStringLiteral("–") && row.cells.at(6).isEmpty())
        return QStringLiteral("needed by the dictionary, never asked for, and no reason");
    return {};
}

// Rows of the dictionary, counted by hand: a row that is deleted with its field is missed here.
const std::map<QString, std::size_t>& rowCounts()
{
    static const std::map<QString, std::size_t> counts = {{QStringLiteral("org_unit"), 11},
                                                          {QStringLiteral("app_user"), 11},
                                                          {QStringLiteral("household"), 34},
                                                          {QStringLiteral("person"), 31},
                                                          {QStringLiteral("loss_record"), 17},
                                                          {QStringLiteral("contact_assignment"), 10},
                                                          {QStringLiteral("visit"), 25},
                                                          {QStringLiteral("care_need"), 10},
                                                          {QStringLiteral("counsel_case"), 16},
                                                          {QStringLiteral("counsel_session"), 18},
                                                          {QStringLiteral("risk_assessment"), 17},
                                                          {QStringLiteral("safety_plan"), 11},
                                                          {QStringLiteral("emergency_case"), 23},
                                                          {QStringLiteral("emergency_action"), 6},
                                                          {QStringLiteral("task_note"), 12},
                                                          {QStringLiteral("scale_result"), 16},
                                                          {QStringLiteral("care_package_batch"), 10},
                                                          {QStringLiteral("care_package_item"), 7},
                                                          {QStringLiteral("care_package_issue"), 10},
                                                          {QStringLiteral("policy"), 19},
                                                          {QStringLiteral("insured"), 7},
                                                          {QStringLiteral("claim"), 31},
                                                          {QStringLiteral("claim_document"), 5},
                                                          {QStringLiteral("warm_home"), 29},
                                                          {QStringLiteral("activity_plan"), 9},
                                                          {QStringLiteral("plan_item"), 6},
                                                          {QStringLiteral("activity"), 23},
                                                          {QStringLiteral("attendance"), 9},
                                                          {QStringLiteral("provider_org"), 7},
                                                          {QStringLiteral("service_contract"), 12},
                                                          {QStringLiteral("contract_payment"), 4},
                                                          {QStringLiteral("vol_team"), 8},
                                                          {QStringLiteral("volunteer"), 11},
                                                          {QStringLiteral("vol_service"), 12},
                                                          {QStringLiteral("project_aid"), 33},
                                                          {QStringLiteral("project_approval"), 6},
                                                          {QStringLiteral("repayment"), 4},
                                                          {QStringLiteral("allowance_pay"), 7},
                                                          {QStringLiteral("pension_topup"), 8},
                                                          {QStringLiteral("training"), 19},
                                                          {QStringLiteral("training_attendance"), 3},
                                                          {QStringLiteral("supervision"), 13},
                                                          {QStringLiteral("check_item"), 8},
                                                          {QStringLiteral("finding"), 8},
                                                          {QStringLiteral("rectification"), 5},
                                                          {QStringLiteral("assessment"), 8},
                                                          {QStringLiteral("assessment_item"), 7},
                                                          {QStringLiteral("preferential_card"), 5},
                                                          {QStringLiteral("benefit_use"), 6},
                                                          {QStringLiteral("fund_ledger"), 9},
                                                          {QStringLiteral("policy_doc"), 9},
                                                          {QStringLiteral("material"), 13},
                                                          {QStringLiteral("honour"), 7},
                                                          {QStringLiteral("attachment"), 17},
                                                          {QStringLiteral("consent"), 11},
                                                          {QStringLiteral("approval"), 9},
                                                          {QStringLiteral("gift_item"), 5}};
    return counts;
}

} // namespace

class TestModelCatalogueCoverage : public QObject {
    Q_OBJECT

private slots:
    void everyTypeHasItsChapter()
    {
        std::map<QString, std::size_t> found;
        for (const auto& chapter : chapters(pageText()))
            if (rowCounts().contains(chapter.name))
                found[chapter.name] = chapter.rows.size();
        QCOMPARE(found.size(), std::size_t{57});
        for (const auto& [name, count] : rowCounts())
            QVERIFY2(
                found[name] == count,
                qPrintable(QStringLiteral("%1: %2 rows, the dictionary has %3").arg(name).arg(found[name]).arg(count)));
    }

    void everyRowIsInTheCatalogue()
    {
        for (const auto& chapter : chapters(pageText())) {
            const auto* type = catalogue().type(std::string_view(chapter.name.toStdString()));
            if (!rowCounts().contains(chapter.name))
                continue;
            QVERIFY2(type != nullptr, qPrintable(chapter.name));
            QCOMPARE(chapter.rights, rightsOf(*type));
            for (const auto& row : chapter.rows) {
                const auto problem = rowProblem(*type, row);
                QVERIFY2(problem.isEmpty(),
                         qPrintable(QStringLiteral("line %1, %2: %3").arg(row.line).arg(row.cells.value(0), problem)));
            }
        }
    }

    void everyFieldHasItsRow()
    {
        for (const auto& chapter : chapters(pageText())) {
            if (!rowCounts().contains(chapter.name))
                continue;
            std::set<std::uint32_t> told;
            for (const auto& row : chapter.rows)
                if (const auto number = row.cells.value(3).section(u' ', 0, 0).toUInt(); number != 0)
                    QVERIFY2(told.insert(number).second,
                             qPrintable(QStringLiteral("line %1: field %2 twice").arg(row.line).arg(number)));
            for (const auto& field : catalogue().type(std::string_view(chapter.name.toStdString()))->fields)
                QVERIFY2(told.contains(field.number),
                         qPrintable(QStringLiteral("%1.%2 has no row").arg(chapter.name).arg(field.number)));
        }
    }

    void everyCodeOfTheDictionaryIsThere()
    {
        std::set<std::string> told;
        for (const auto& chapter : chapters(pageText())) {
            if (chapter.name != QLatin1String("Code lists"))
                continue;
            for (const auto& row : chapter.rows) {
                const auto* list = catalogue().codeList(std::string_view(row.cells.at(0).toStdString()));
                QVERIFY2(list != nullptr, qPrintable(row.cells.at(0)));
                told.insert(list->name);
                for (const auto& word : row.cells.at(1).split(QStringLiteral(" · "))) {
                    const auto* code = list->find(word.section(u' ', 0, 0).toLongLong());
                    QVERIFY2(code != nullptr && !code->retired, qPrintable(row.cells.at(0) + u' ' + word));
                }
            }
        }
        for (const auto& [name, count] : rowCounts())
            for (const auto& field : catalogue().type(std::string_view(name.toStdString()))->fields)
                QVERIFY2(field.codeList.empty() || told.contains(field.codeList), field.codeList.c_str());
    }

    // The comparison can fail: a row of each kind of untruth.
    void untrueRowsAreSeen_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<bool>("good");
        QTest::newRow("true") << "| mood | – | L3 | 12 mood code mood | – | 3 | |" << true;
        QTest::newRow("missing") << "| mood | – | L3 | 99 mood code mood | – | 3 | |" << false;
        QTest::newRow("another name") << "| mood | – | L3 | 12 moods code mood | – | 3 | |" << false;
        QTest::newRow("another kind") << "| mood | – | L3 | 12 mood codeSet mood | – | 3 | |" << false;
        QTest::newRow("another list") << "| mood | – | L3 | 12 mood code body | – | 3 | |" << false;
        QTest::newRow("another level") << "| mood | – | L3 | 12 mood code mood | – | 2 | |" << false;
        QTest::newRow("below the dictionary") << "| mood | – | L4 | 12 mood code mood | – | 3 | |" << false;
        QTest::newRow("asked for") << "| mood | – | L3 | 12 mood code mood | submit | 3 | |" << false;
        QTest::newRow("never asked, no reason") << "| mood | Y | L3 | 12 mood code mood | – | 3 | |" << false;
        QTest::newRow("never asked, a reason") << "| mood | Y | L3 | 12 mood code mood | – | 3 | seldom |" << true;
        QTest::newRow("left out, no reason") << "| mood | – | L3 | none | | | |" << false;
        QTest::newRow("left out, a reason") << "| mood | – | L3 | none | | | computed |" << true;
    }

    void untrueRowsAreSeen()
    {
        QFETCH(QString, row);
        QFETCH(bool, good);
        const auto parsed = chapters(QStringLiteral("## visit (2.8)\n") + row);
        QCOMPARE(parsed.size(), std::size_t{1});
        QCOMPARE(parsed.front().rows.size(), std::size_t{1});
        const auto problem = rowProblem(*catalogue().type("visit"), parsed.front().rows.front());
        QVERIFY2(problem.isEmpty() == good, qPrintable(problem));
    }
};

QTEST_APPLESS_MAIN(TestModelCatalogueCoverage)
#include "tst_model_catalogue_coverage.moc"

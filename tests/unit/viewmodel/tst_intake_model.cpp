// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A township's list of 2,000 rows with what goes wrong in real ones: each row says what becomes of it and why, what is right is written, and nothing
// twice.
#include "app/viewmodel/intake_model.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace lianxin;
using namespace lianxin::test;
using ui::IntakeModel;

namespace {

constexpr int kRows = 2000;
constexpr int kWritten = 400; // of them, where every row is written: each is a save of its own

// A right number; never one that ends in zeros, as a spreadsheet cuts them.
std::string idNumber(int row)
{
    char body[18];
    std::snprintf(body, sizeof body, "359901%04d%02d%02d%03d", 1950 + row % 15, row % 12 + 1, row % 28 + 1,
                  row / 15 % 99 * 10 + 5);
    constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += kWeights[i] * (body[i] - '0');
    return std::string(body, 17) + "10X98765432"[sum % 11];
}

// What is wrong with a row, by its place in the list; most have nothing.
enum class Wrong { nothing, noName, noVillage, check, phone, cut, twice, shortPhone };
Wrong wrongWith(int row)
{
    switch (row % 100) {
    case 7: return Wrong::noName;
    case 17: return Wrong::noVillage;
    case 27: return Wrong::check;
    case 37: return Wrong::phone;
    case 47: return Wrong::cut;
    case 57: return Wrong::twice;
    case 67: return Wrong::shortPhone;
    default: return Wrong::nothing;
    }
}

std::string lineOf(int row)
{
    const auto wrong = wrongWith(row);
    if (wrong == Wrong::twice)
        return lineOf(row - 1);
    auto number = idNumber(row);
    if (wrong == Wrong::check)
        number.back() = number.back() == '1' ? '2' : '1';
    if (wrong == Wrong::cut)
        number = "3.59901E+17";
    const std::string name = wrong == Wrong::noName ? "" : "示例" + std::to_string(row);
    const std::string village = wrong == Wrong::noVillage ? "外地村" : "桥头村";
    const std::string phone = wrong == Wrong::phone        ? "1990000"
                              : wrong == Wrong::shortPhone ? "66123"
                                                           : "1990000" + std::to_string(1000 + row % 9000);
    return name + "," + number + "," + phone + "," + village + "," + std::to_string(row) + "号\n";
}

} // namespace

class IntakeModelTest : public QObject, private LooksWorld {
    Q_OBJECT
    QTemporaryDir m_lists;
    std::string m_rules;
    std::map<Wrong, int> m_counts;

    QString listFile(int rows = kRows) const
    {
        QFile file(m_lists.filePath(QStringLiteral("list.csv")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        std::string text = "姓名,身份证号码,联系电话,所在村,家庭住址\n";
        for (int row = 0; row < rows; ++row)
            text += lineOf(row);
        file.write(text.c_str(), static_cast<qint64>(text.size()));
        return file.fileName();
    }
    [[nodiscard]] std::uint64_t people() const { return must(m_b->store->countOfType(m_desk->type("person").number)); }
    [[nodiscard]] static QString role(IntakeModel& model, int row, const char* name)
    {
        return model.rows()->value(row, name).toString();
    }

private slots:
    void initTestCase()
    {
        QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/forms/household_list.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_rules = file.readAll().toStdString();
        for (int row = 0; row < kRows; ++row)
            ++m_counts[wrongWith(row)];
        QCOMPARE(m_counts[Wrong::noName], 20);
    }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void twoThousandRowsRowByRow()
    {
        IntakeModel model(*m_desk, m_steps, m_rules, {m_lists.path()});
        QAbstractItemModelTester tester(model.rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model.mayTake());
        const QString path = listFile();
        model.refresh();
        QCOMPARE(model.files()->count(), 1);
        QCOMPARE(model.files()->value(0, "name").toString(), QStringLiteral("list.csv"));
        model.read(path);
        QCOMPARE(model.step(), IntakeModel::Look);
        QCOMPARE(model.troubleText(), QString());
        const int staying = m_counts[Wrong::noName] + m_counts[Wrong::noVillage];
        const int twice = m_counts[Wrong::twice];
        const int fresh = kRows - staying - twice;

        // To mend in the file: the number as the spreadsheet shows it, and what is missing.
        model.show(IntakeModel::Staying);
        QCOMPARE(model.rows()->count(), staying);
        QCOMPARE(model.rows()->value(0, "number").toInt(), 7 + 2); // a heading line above, counted from one
        QCOMPARE(role(model, 0, "heading"), QStringLiteral("no name"));
        QVERIFY2(role(model, 0, "line").contains(QStringLiteral("the name is missing")),
                 qPrintable(role(model, 0, "line")));
        QCOMPARE(role(model, 0, "tone"), QStringLiteral("look"));
        QVERIFY(role(model, 1, "line").contains(QStringLiteral("not a village of this township")));
        QVERIFY(role(model, 1, "line").contains(QStringLiteral("外地村")));
        QCOMPARE(role(model, 1, "stateText"), QStringLiteral("not written"));

        // Taken, but worth a look: each says which cell and why, and the right ones are not among them.
        model.show(IntakeModel::ToLook);
        std::map<QString, int> said;
        for (int row = 0; row < model.rows()->count(); ++row) {
            const QString line = role(model, row, "line");
            QVERIFY2(!line.isEmpty(), qPrintable(role(model, row, "heading")));
            for (const char* words : {"One character may be off", "One digit short or over",
                                      "the spreadsheet cut the number", "A short number of the village"})
                if (line.contains(QLatin1String(words)))
                    ++said[QLatin1String(words)];
        }
        QCOMPARE(said[QStringLiteral("One character may be off")], m_counts[Wrong::check]);
        QCOMPARE(said[QStringLiteral("One digit short or over")], m_counts[Wrong::phone]);
        QCOMPARE(said[QStringLiteral("the spreadsheet cut the number")], m_counts[Wrong::cut]);
        QCOMPARE(said[QStringLiteral("A short number of the village")], m_counts[Wrong::shortPhone]);

        model.show(IntakeModel::Known);
        QCOMPARE(model.rows()->count(), twice);
        QVERIFY(role(model, 0, "stateText").startsWith(QStringLiteral("as row ")));
        model.show(IntakeModel::Fresh);
        QCOMPARE(model.rows()->count(), fresh);
    }

    void aStopIsNoEnd()
    {
        IntakeModel model(*m_desk, m_steps, m_rules, {m_lists.path()});
        const QString path = listFile(kWritten);
        model.read(path);
        const auto ofWritten = [&](Wrong wrong) { return m_counts[wrong] * kWritten / kRows; };
        const int twice = ofWritten(Wrong::twice);
        const int fresh = kWritten - ofWritten(Wrong::noName) - ofWritten(Wrong::noVillage) - twice;
        // Nothing was written by looking; then a part, a stop, and the same file goes on where it stopped.
        const auto before = people();
        QVERIFY(model.canTake());
        QSignalSpy saves(&model, &IntakeModel::committed);
        model.take();
        QCOMPARE(model.step(), IntakeModel::Write);
        QTRY_VERIFY_WITH_TIMEOUT(saves.count() >= 50, 60'000);
        model.stop();
        QCOMPARE(model.step(), IntakeModel::Done);
        const auto part = people() - before;
        QVERIFY(part >= 50 && part < static_cast<std::uint64_t>(fresh));
        model.read(path);
        model.show(IntakeModel::Known);
        QCOMPARE(model.rows()->count(), twice + static_cast<int>(part));
        model.take();
        QTRY_COMPARE_WITH_TIMEOUT(model.step(), IntakeModel::Done, 240'000);
        QCOMPARE(people() - before, static_cast<std::uint64_t>(fresh));

        // Once more: nobody new.
        model.read(path);
        QVERIFY(!model.canTake());
        QVERIFY(!model.sumText().isEmpty());
        model.show(IntakeModel::Fresh);
        QCOMPARE(model.rows()->count(), 0);
        QVERIFY(!model.emptyText().isEmpty());
    }

    void whatIsNoListIsSaidKindly()
    {
        IntakeModel model(*m_desk, m_steps, m_rules, {m_lists.path()});
        QFile strange(m_lists.filePath(QStringLiteral("strange.csv")));
        QVERIFY(strange.open(QIODevice::WriteOnly));
        strange.write("甲,乙\n1,2\n");
        strange.close();
        model.read(strange.fileName());
        QCOMPARE(model.step(), IntakeModel::Choose);
        QVERIFY(!model.troubleText().isEmpty());
        model.read(m_lists.filePath(QStringLiteral("none.csv")));
        QVERIFY(!model.troubleText().isEmpty());
        openAs(Role::VW); // the village's worker brings no lists
        QVERIFY(!model.mayTake());
        model.read(listFile());
        QCOMPARE(model.step(), IntakeModel::Choose);
    }
};

QTEST_GUILESS_MAIN(IntakeModelTest)
#include "tst_intake_model.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_table.hpp"

#include "app/viewmodel/sentences.hpp"
#include "app/viewmodel/words.hpp"

#include <QSet>
#include <QTest>

using namespace lianxin;
using namespace lianxin::test;

// The code and the table know the same faults; each is said in both languages, with one thing to do.
class TstFaultsTable : public QObject {
    Q_OBJECT

    FaultTable m_table;

private slots:
    void theSameFaults()
    {
        QCOMPARE(m_table.faults().size(), qsizetype{ui::kFaults});
        QVERIFY(ui::kFaults >= 40);
        QSet<QString> names;
        for (int i = 0; i < ui::kFaults; ++i) {
            const auto fault = static_cast<ui::Fault>(i);
            names.insert(FaultTable::nameOf(fault));
            QVERIFY2(!m_table.row(FaultTable::nameOf(fault)).isEmpty(), qPrintable(FaultTable::nameOf(fault)));
        }
        QCOMPARE(names.size(), qsizetype{ui::kFaults});
    }
    void saidAsTheTableSays_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("zh_CN") << "zh";
        QTest::newRow("en") << "en";
    }
    void saidAsTheTableSays()
    {
        QFETCH(QString, language);
        ui::loadWords(*QCoreApplication::instance(), QString::fromLatin1(QTest::currentDataTag()));
        for (int i = 0; i < ui::kFaults; ++i) {
            const auto fault = static_cast<ui::Fault>(i);
            const auto name = FaultTable::nameOf(fault);
            const auto said = ui::explain(fault);
            QVERIFY2(!said.sentence.isEmpty(), qPrintable(name));
            QCOMPARE(said.sentence, m_table.row(name).value(language).toString());
            const auto action = ui::actionName(said.action);
            QCOMPARE(QString::fromLatin1(action.data(), static_cast<qsizetype>(action.size())), m_table.action(name));
            QVERIFY2(!said.actionLabel.isEmpty(), qPrintable(name));
        }
    }
    // Within one place two faults never say the same: who is told one of them on the telephone knows which it was.
    void eachSentenceIsItsOwn()
    {
        for (const auto* language : {"zh", "en"}) {
            QSet<QString> seen;
            for (const auto& row : m_table.faults()) {
                const auto one = row.toObject();
                const auto words = one.value(QLatin1String("where")).toString() + QLatin1Char('|') +
                                   one.value(QLatin1String(language)).toString();
                QVERIFY2(!seen.contains(words), qPrintable(words));
                seen.insert(words);
            }
        }
    }
    void noCodeAndNoPlaceIsLeftOpen()
    {
        for (const auto& row : m_table.faults()) {
            const auto name = row.toObject().value(QLatin1String("name")).toString();
            const auto said = ui::explain(ui::Fault::clockOff, QStringLiteral("3"));
            QVERIFY(!said.sentence.contains(QLatin1Char('%')));
            for (const auto* language : {"zh", "en"})
                QCOMPARE(row.toObject().value(QLatin1String(language)).toString().count(QLatin1String("%1")),
                         qsizetype(name == QLatin1String("clock-off") || name == QLatin1String("lockout") ||
                                   name == QLatin1String("recovery-short") || name == QLatin1String("recovery-slip")));
        }
    }
    // Every reason of the server and every kind of error leads to a sentence: a later one too.
    void nothingIsWithoutAnAnswer()
    {
        for (int reason = 1; reason < 12; ++reason)
            QVERIFY(ui::heldBackFault(static_cast<core::QuarantineReason>(reason)).has_value());
        for (int code = 0; code < 24; ++code) {
            const auto error = fail(static_cast<Errc>(code), "5");
            for (const auto& sentence :
                 {ui::sentenceOf(error), ui::syncSentence(error), ui::unlockSentence(error), ui::deskSentence(error),
                  ui::enrolSentence(error), ui::recoverySentence(error)})
                QVERIFY2(!sentence.isEmpty(), errcName(static_cast<Errc>(code)));
            for (int cause = 0; cause <= static_cast<int>(client::Cause::badSegment); ++cause)
                for (const int status : {0, 200, 302, 400, 401, 403, 404, 407, 409, 413, 426, 429, 500, 502, 503, 507})
                    QVERIFY(!ui::explain(ui::syncFault(error, {static_cast<client::Cause>(cause), status}))
                                 .sentence.isEmpty());
        }
    }
    void spans()
    {
        ui::loadWords(*QCoreApplication::instance(), QStringLiteral("zh_CN"));
        using namespace std::chrono_literals;
        QCOMPARE(ui::spanWords(0s), QStringLiteral("1秒"));
        QCOMPARE(ui::spanWords(59s), QStringLiteral("59秒"));
        QCOMPARE(ui::spanWords(61s), QStringLiteral("2分钟"));
        QCOMPARE(ui::spanWords(3h), QStringLiteral("3小时"));
        QCOMPARE(ui::spanWords(std::chrono::hours(24 * 20'000)), QStringLiteral("20000天"));
        QVERIFY(ui::clockSentence(9LL * 60'000).isEmpty());
        QVERIFY(ui::clockSentence(-11LL * 60'000).contains(QStringLiteral("11分钟")));
    }
};

QTEST_MAIN(TstFaultsTable)
#include "tst_faults_table.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/check_words.hpp"
#include "tests/unit/model/assets.hpp"

#include <QtTest>

#include <set>

using namespace lianxin;

class CheckWordsTest : public QObject {
    Q_OBJECT

private slots:
    void eachOfTheNumbersHasItsOwnWord_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::newRow("zh") << QByteArray("zh");
        QTest::newRow("en") << QByteArray("en");
    }
    void eachOfTheNumbersHasItsOwnWord()
    {
        QFETCH(QByteArray, language);
        std::set<std::string> seen;
        for (unsigned number = 0; number < 2048; ++number) {
            const seal::CheckWords words{static_cast<std::uint16_t>(number)};
            const auto text = seal::checkWordTexts(test::catalogue(), words, language.toStdString()).front();
            QVERIFY(text.find_first_of("0123456789") == std::string::npos); // both halves are in the lists
            seen.insert(text);
        }
        QCOMPARE(seen.size(), std::size_t{2048});
    }
    void theLineOnBothScreens()
    {
        const seal::CheckWords words{0, 63, 64, 2047, 1000, 1001};
        QCOMPARE(QString::fromStdString(seal::checkWordLine(test::catalogue(), words, "zh")),
                 QStringLiteral("红山, 红光, 黄山, 北光, 新糖, 新盐"));
        QCOMPARE(QString::fromStdString(seal::checkWordLine(test::catalogue(), words, "en")),
                 QStringLiteral("red mountain, red light, yellow mountain, north light, new sugar, new salt"));
    }
    void aCatalogueWithoutTheListsShowsNumbers()
    {
        const seal::CheckWords words{0, 63, 64, 2047, 1000, 1001};
        auto files = test::catalogueFiles();
        files.erase("codes/check_first.json");
        files.erase("codes/check_second.json");
        const auto catalogue = loadCatalogue(files);
        QVERIFY(catalogue);
        QCOMPARE(seal::checkWordTexts(*catalogue, words, "zh").at(3), std::string("3264"));
    }
};

QTEST_GUILESS_MAIN(CheckWordsTest)
#include "tst_check_words.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/text_folder.hpp"

#include <QTest>

class TextFolderTest : public QObject {
    Q_OBJECT
private slots:
    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::addColumn<QString>("pinyin");
        QTest::addColumn<QString>("initials");
        QTest::newRow("name") << "林秀英"
                              << "林秀英"
                              << "lin xiu ying"
                              << "lxy";
        QTest::newRow("family name with a reading of its own") << "单雄信"
                                                               << "单雄信"
                                                               << "shan xiong xin"
                                                               << "sxx";
        QTest::newRow("the same character later") << "林单"
                                                  << "林单"
                                                  << "lin dan"
                                                  << "ld";
        QTest::newRow("double family name") << "尉迟敬德"
                                            << "尉迟敬德"
                                            << "yu chi jing de"
                                            << "ycjd";
        QTest::newRow("traditional") << "葉問"
                                     << "叶问"
                                     << "ye wen"
                                     << "yw";
        QTest::newRow("full width") << "ＡＢＣ１２３"
                                    << "abc123"
                                    << "abc123"
                                    << "a";
        QTest::newRow("umlaut pinyin") << "吕绿"
                                       << "吕绿"
                                       << "lu lu"
                                       << "ll";
        QTest::newRow("rare, outside the first plane") << "𬸣䶮"
                                                       << "𬸣䶮"
                                                       << "xian yan"
                                                       << "xy";
        QTest::newRow("no reading known") << "王𠮮"
                                          << "王𠮮"
                                          << "wang 𠮮"
                                          << "w𠮮";
        QTest::newRow("blanks go") << " 欧阳 修　"
                                   << "欧阳修"
                                   << "ou yang xiu"
                                   << "oyx";
        QTest::newRow("mixed") << "A林b"
                               << "a林b"
                               << "a lin b"
                               << "alb";
        QTest::newRow("other letters") << "aя林"
                                       << "aя林"
                                       << "aя lin"
                                       << "al";
        QTest::newRow("nothing") << ""
                                 << ""
                                 << ""
                                 << "";
    }
    void folds()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QFETCH(QString, pinyin);
        QFETCH(QString, initials);
        const auto folder = lianxin::store::makeTextFolder();
        for (int i = 0; i < 2; ++i) { // the second answer comes from the cache
            QCOMPARE(QString::fromStdString(folder->fold(text.toStdString())), folded);
            QCOMPARE(QString::fromStdString(folder->pinyin(text.toStdString())), pinyin);
            QCOMPARE(QString::fromStdString(folder->initials(text.toStdString())), initials);
        }
    }
    void survivesBrokenUtf8()
    {
        const auto folder = lianxin::store::makeTextFolder();
        QVERIFY(!folder->fold("\xff\xfe").empty());
        QVERIFY(!folder->pinyin("\xe6\x9e").empty());
    }
};

QTEST_GUILESS_MAIN(TextFolderTest)
#include "tst_text_folder.moc"

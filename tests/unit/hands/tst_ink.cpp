// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hands/ink.hpp"

#include <QTest>

using namespace lianxin;
using lianxin::hands::Ink;

class TestInk : public QObject {
    Q_OBJECT

private slots:
    void aNameIsKeptDarkOnWhite()
    {
        Ink ink;
        ink.begin({0.1, 0.5});
        for (int i = 1; i <= 20; ++i)
            ink.go({0.1 + 0.03 * i, 0.5 + (i % 2 ? 0.2 : -0.2)});
        const auto kept = ink.signature();
        QVERIFY(kept);
        const auto image = QImage::fromData(QByteArray::fromStdString(kept->png));
        QCOMPARE(image.size(), QSize(kept->width, kept->height));
        QVERIFY(image.allGray());
        int dark = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                dark += qGray(image.pixel(x, y)) < 100 ? 1 : 0;
        QVERIFY(dark > 1000 && dark < image.width() * image.height() / 4);
        QVERIFY(qGray(image.pixel(2, 2)) > 250);
        QVERIFY(kept->png.size() < 60'000);
    }

    void aDotIsNoName()
    {
        Ink ink;
        QCOMPARE(ink.signature().error().code, Errc::invalidInput);
        ink.begin({0.5, 0.5});
        ink.go({0.52, 0.5});
        QVERIFY(!ink.isEmpty());
        QCOMPARE(ink.signature().error().code, Errc::invalidInput);
        ink.clear();
        QVERIFY(ink.isEmpty());
    }

    void aHandThatLeavesThePadStaysOnIt()
    {
        Ink ink;
        ink.begin({-3, 0.5});
        for (int i = 0; i < 50'000; ++i) // a palm that rests there
            ink.go({i % 2 ? 9.0 : -9.0, 0.5});
        QVERIFY(ink.signature());
        QVERIFY(!ink.drawn({300, 100}).isNull());
        QVERIFY(!ink.drawn({0, 0}).isNull());
    }
};

QTEST_GUILESS_MAIN(TestInk)
#include "tst_ink.moc"

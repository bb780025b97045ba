// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hands/code_text.hpp"
#include "platform/qt/zxing_code_reader.hpp"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

using namespace lianxin;
using lianxin::hands::CodeText;
using lianxin::hands::readCodeText;

namespace {

QImage codeOf(const std::string& text, int side)
{
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    const auto bits = writer.setEncoding(ZXing::CharacterSet::UTF8).setMargin(4).encode(text, side, side);
    QImage image(bits.width(), bits.height(), QImage::Format_RGB32);
    for (int y = 0; y < bits.height(); ++y)
        for (int x = 0; x < bits.width(); ++x)
            image.setPixel(x, y, bits.get(x, y) ? qRgb(20, 20, 20) : qRgb(250, 250, 245));
    return image;
}

} // namespace

class TestCodeText : public QObject {
    Q_OBJECT

private slots:
    void texts_data()
    {
        QTest::addColumn<QString>("scanned");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* scanned, CodeText::Kind kind, const char* text) {
            QTest::newRow(name) << QString::fromUtf8(scanned) << static_cast<int>(kind) << QString::fromUtf8(text);
        };
        using Kind = CodeText::Kind;
        row("plain", " FJ-350128-000123 ", Kind::cardNumber, "FJ-350128-000123");
        row("digits", "350128000123", Kind::cardNumber, "350128000123");
        row("an address", "https://card.example.invalid/show?lang=zh&no=FJ000123", Kind::cardNumber, "FJ000123");
        row("an address, named otherwise", "https://card.example.invalid/?CardNo=88-12", Kind::cardNumber, "88-12");
        row("lines", "姓名：示例\n证号：FJ000123\n", Kind::cardNumber, "FJ000123");
        row("lines with =", "no=FJ000123", Kind::cardNumber, "FJ000123");
        row("an invitation", "LIANXIN:1:ABCDE-FGHJK", Kind::invitation, "LIANXIN:1:ABCDE-FGHJK");
        row("a tablet nearby", "LXNEAR1,192.168.1.7,4000,AAAA", Kind::nearby, "LXNEAR1,192.168.1.7,4000,AAAA");
        row("an address without a number", "https://example.invalid/pay?to=1", Kind::other, "");
        row("words", "hello", Kind::other, "");
        row("longer than a number", "1234567890123456789012345678901", Kind::other, "");
        row("a number that hides something", "https://e.invalid/?no=1%3Cscript", Kind::other, "");
        row("empty", "", Kind::other, "");
        row("broken utf-8", "\xff\xfe", Kind::other, "");
    }
    void texts()
    {
        QFETCH(QString, scanned);
        QFETCH(int, kind);
        QFETCH(QString, text);
        const auto read = readCodeText(scanned.toStdString());
        QCOMPARE(static_cast<int>(read.kind), kind);
        QCOMPARE(QString::fromStdString(read.text), text);
    }

    void aCodeInAPicture_data()
    {
        QTest::addColumn<int>("angle");
        QTest::addColumn<int>("width");
        QTest::newRow("straight") << 0 << 900;
        QTest::newRow("on its side") << 90 << 900;
        QTest::newRow("held askew") << 17 << 900;
        QTest::newRow("of a large camera") << 5 << 4000;
    }
    void aCodeInAPicture()
    {
        QFETCH(int, angle);
        QFETCH(int, width);
        QImage photograph(width, width * 3 / 4, QImage::Format_RGB32);
        photograph.fill(QColor(190, 180, 160));
        {
            QPainter painter(&photograph);
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.translate(width * 0.5, width * 0.375);
            painter.rotate(angle);
            const QImage code = codeOf("FJ-350128-000123", width / 3);
            painter.drawImage(-code.width() / 2, -code.height() / 2, code);
        }
        platform::ZxingCodeReader reader;
        QCOMPARE(QString::fromStdString(reader.read(photograph).value_or("")), QStringLiteral("FJ-350128-000123"));
    }

    void picturesWithoutACode()
    {
        platform::ZxingCodeReader reader;
        QVERIFY(!reader.read({}));
        QImage plain(640, 480, QImage::Format_RGB32);
        plain.fill(Qt::white);
        QVERIFY(!reader.read(plain));
        QVERIFY(!reader.read(plain.scaled(1, 1)));
    }
};

QTEST_GUILESS_MAIN(TestCodeText)
#include "tst_code_text.moc"

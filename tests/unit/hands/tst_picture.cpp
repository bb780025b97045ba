// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hands/picture.hpp"
#include "jpeg_maker.hpp"

#include <QColorSpace>
#include <QTest>

#include <random>

using namespace lianxin;
using namespace lianxin::hands;
using namespace lianxin::test;

namespace {

std::string text(const QByteArray& bytes) { return bytes.toStdString(); }

bool isReddish(QRgb pixel) { return qRed(pixel) > 140 && qGreen(pixel) < 90; }

} // namespace

class TestPicture : public QObject {
    Q_OBJECT

private slots:
    // Position, time, maker and comment are in the file that comes in, and nowhere in what is kept.
    void nothingButPixelsIsKept()
    {
        const QByteArray file =
            withSegments(fileOf(scene(2400, 1800)), exif::segment(1) + comment("lat=25.50316 name=secret"));
        const std::string raw = text(file);
        QVERIFY(raw.find("Exif") != std::string::npos && raw.find(exif::kMaker) != std::string::npos &&
                raw.find(exif::kTaken) != std::string::npos && raw.find("25.50316") != std::string::npos);
        const auto picture = preparePicture(raw);
        QVERIFY(picture);
        for (const auto* kept : {&picture->jpeg, &picture->thumbnail}) {
            for (const char* told :
                 {"Exif", "GPS", exif::kMaker, exif::kTaken, "25.50316", "secret", "ICC_PROFILE", "http"})
                QVERIFY2(kept->find(told) == std::string::npos, told);
            for (const int marker : markersOf(*kept)) {
                QVERIFY2(marker != 0xfe, "a comment");
                QVERIFY2(marker == 0xe0 || marker < 0xe0 || marker > 0xef, "an application's segment"); // E0 is JFIF
            }
        }
    }

    void colourProfilesAndTextsOfAnImageGoToo()
    {
        QImage image = scene(800, 600);
        image.setText(QStringLiteral("Author"), QStringLiteral("secret"));
        image.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
        const auto fromPixels = preparePicture(image);
        const auto fromPng = preparePicture(text(fileOf(image, "png")));
        QVERIFY(fromPixels && fromPng);
        for (const auto* kept : {&fromPixels->jpeg, &fromPng->jpeg, &fromPixels->thumbnail, &fromPng->thumbnail})
            QVERIFY(kept->find("secret") == std::string::npos && kept->find("ICC_PROFILE") == std::string::npos);
    }

    void longestSide_data()
    {
        QTest::addColumn<QSize>("from");
        QTest::addColumn<QSize>("to");
        QTest::newRow("lying") << QSize(4000, 3000) << QSize(1600, 1200);
        QTest::newRow("standing") << QSize(1500, 4000) << QSize(600, 1600);
        QTest::newRow("exactly") << QSize(1600, 900) << QSize(1600, 900);
        QTest::newRow("small stays small") << QSize(300, 200) << QSize(300, 200);
        QTest::newRow("a strip") << QSize(9000, 3) << QSize(1600, 1);
        QTest::newRow("one pixel") << QSize(1, 1) << QSize(1, 1);
    }
    void longestSide()
    {
        QFETCH(QSize, from);
        QFETCH(QSize, to);
        const auto picture = preparePicture(text(fileOf(scene(from.width(), from.height()))));
        QVERIFY(picture);
        QCOMPARE(QSize(picture->width, picture->height), to);
        QCOMPARE(QImage::fromData(QByteArray::fromStdString(picture->jpeg)).size(), to);
        const auto small = QImage::fromData(QByteArray::fromStdString(picture->thumbnail)).size();
        QVERIFY(!small.isEmpty() && qMax(small.width(), small.height()) <= kThumbnailSide);
    }

    // The red corner is up at the left in what a person saw; the file says by a number how the camera was held.
    void standsUpright_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QPoint>("red"); // where the red corner is, of a 2 x 2 grid
        QTest::addColumn<bool>("turned");
        QTest::newRow("as it is") << 1 << QPoint(0, 0) << false;
        QTest::newRow("mirrored") << 2 << QPoint(1, 0) << false;
        QTest::newRow("upside down") << 3 << QPoint(1, 1) << false;
        QTest::newRow("to the right") << 6 << QPoint(1, 0) << true;
        QTest::newRow("to the left") << 8 << QPoint(0, 1) << true;
    }
    void standsUpright()
    {
        QFETCH(int, orientation);
        QFETCH(QPoint, red);
        QFETCH(bool, turned);
        const auto picture = preparePicture(text(withSegments(fileOf(scene(2000, 1000)), exif::segment(orientation))));
        QVERIFY(picture);
        const auto image = QImage::fromData(QByteArray::fromStdString(picture->jpeg));
        QCOMPARE(image.size(), turned ? QSize(800, 1600) : QSize(1600, 800));
        const QPoint at(image.width() / 4 + red.x() * image.width() / 2,
                        image.height() / 4 + red.y() * image.height() / 2);
        QVERIFY(isReddish(image.pixel(at)));
    }

    void staysSmallEvenOfNoise()
    {
        QImage noise(3000, 2000, QImage::Format_RGB32);
        std::mt19937 random(7);
        for (int y = 0; y < noise.height(); ++y)
            for (int x = 0; x < noise.width(); ++x)
                noise.setPixel(x, y, random());
        const auto picture = preparePicture(noise);
        QVERIFY(picture);
        QVERIFY(picture->jpeg.size() < 3 * kPictureBytes); // noise is nobody's picture; a scene is below the aim
        const auto ordinary = preparePicture(scene(4000, 3000));
        QVERIFY(ordinary && ordinary->jpeg.size() <= kPictureBytes);
    }

    void transparencyLiesOnWhite()
    {
        QImage clear(100, 100, QImage::Format_ARGB32);
        clear.fill(Qt::transparent);
        const auto picture = preparePicture(text(fileOf(clear, "png")));
        QVERIFY(picture);
        QVERIFY(qGreen(QImage::fromData(QByteArray::fromStdString(picture->jpeg)).pixel(50, 50)) > 250);
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray good = fileOf(scene(640, 480));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("not a picture");
        QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
        QTest::newRow("gif") << QByteArray("GIF89a\x01\x00\x01\x00\x00\x00\x00;", 14);
        QTest::newRow("only the first bytes") << good.left(3);
        QTest::newRow("cut in the head") << good.left(200);
        QByteArray huge = fileOf(scene(64, 64), "png");
        huge.replace(16, 8, QByteArray("\x00\x01\x86\xa0\x00\x01\x86\xa0", 8)); // says 100,000 x 100,000
        QTest::newRow("says it is immense") << huge;
        QTest::newRow("larger than anybody photographs")
            << QByteArray("\xff\xd8\xff").append(QByteArray(41 << 20, 'x'));
    }
    void badFiles()
    {
        QFETCH(QByteArray, file);
        const auto picture = preparePicture(text(file));
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, Errc::invalidInput);
        QVERIFY(lookAt(text(file), 200).isNull());
    }

    // Whatever the bytes are: an answer, no crash, nothing of the segments.
    void anyBytes()
    {
        const QByteArray good = withSegments(fileOf(scene(320, 240)), exif::segment(6));
        std::mt19937 random(20261014);
        int read = 0;
        for (int round = 0; round < 400; ++round) {
            QByteArray file = good;
            for (int flips = 0; flips < 1 + round % 9; ++flips)
                file[static_cast<qsizetype>(random() % static_cast<unsigned>(file.size()))] =
                    static_cast<char>(random());
            if (round % 3 == 0)
                file.truncate(static_cast<qsizetype>(random() % static_cast<unsigned>(file.size())));
            if (const auto picture = preparePicture(text(file))) {
                ++read;
                QVERIFY(picture->jpeg.find("Exif") == std::string::npos);
                QVERIFY(picture->width <= kLongestSide && picture->height <= kLongestSide);
            }
        }
        QVERIFY(read > 50 && read < 400); // both kinds were met
    }
};

QTEST_GUILESS_MAIN(TestPicture)
#include "tst_picture.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <QImageWriter>
#include <QPainter>

#include <string>
#include <string_view>
#include <vector>

// Pictures as cameras write them, with all that a camera tells about the person who holds it.
namespace lianxin::test {

inline QImage scene(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor(210, 220, 200));
    QPainter painter(&image);
    painter.fillRect(0, 0, width / 2, height / 2, QColor(180, 40, 40)); // the corner that tells which way is up
    painter.fillRect(width / 2, height / 2, width / 2, height / 2, QColor(40, 60, 160));
    return image;
}

inline QByteArray fileOf(const QImage& image, const char* format = "jpeg")
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter(&buffer, format).write(image);
    return bytes;
}

namespace exif {

inline void put(QByteArray& into, quint32 value, int size) // big-endian
{
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8)
        into.append(static_cast<char>(value >> shift));
}

inline void entry(QByteArray& into, quint16 tag, quint16 type, quint32 count, quint32 value)
{
    put(into, tag, 2);
    put(into, type, 2);
    put(into, count, 4);
    if (type == 3 && count == 1)
        value <<= 16U;
    put(into, value, 4);
}

inline constexpr const char* kMaker = "KAMERA-7788";
inline constexpr const char* kTaken = "2026:10:14 09:20:31";

// Orientation, maker, time, and a place: 25 deg 30' 11.37" N, 119 deg 47' 22.19" E.
inline QByteArray segment(int orientation)
{
    QByteArray tiff("MM\0\x2a\0\0\0\x08", 8);
    constexpr quint32 kData = 8 + 2 + 4 * 12 + 4;
    const QByteArray maker(kMaker, 12);
    const QByteArray taken(kTaken, 20);
    const quint32 gps = kData + 12 + 20;
    put(tiff, 4, 2);
    entry(tiff, 0x010f, 2, 12, kData);
    entry(tiff, 0x0112, 3, 1, static_cast<quint32>(orientation));
    entry(tiff, 0x0132, 2, 20, kData + 12);
    entry(tiff, 0x8825, 4, 1, gps);
    put(tiff, 0, 4);
    tiff += maker + taken;
    put(tiff, 4, 2);
    const quint32 degrees = gps + 2 + 4 * 12 + 4;
    entry(tiff, 1, 2, 2, 0x4e000000U); // N
    entry(tiff, 2, 5, 3, degrees);
    entry(tiff, 3, 2, 2, 0x45000000U); // E
    entry(tiff, 4, 5, 3, degrees + 24);
    put(tiff, 0, 4);
    for (const quint32 number : {25U, 1U, 30U, 1U, 1137U, 100U, 119U, 1U, 47U, 1U, 2219U, 100U})
        put(tiff, number, 4);
    QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    QByteArray whole("\xff\xe1", 2);
    put(whole, static_cast<quint32>(body.size()) + 2, 2);
    return whole + body;
}

} // namespace exif

inline QByteArray withSegments(const QByteArray& jpeg, const QByteArray& segments)
{
    return jpeg.left(2) + segments + jpeg.mid(2);
}

inline QByteArray comment(const QByteArray& text)
{
    QByteArray whole("\xff\xfe", 2);
    exif::put(whole, static_cast<quint32>(text.size()) + 2, 2);
    return whole + text;
}

// The markers before the pixels of a JPEG.
inline std::vector<int> markersOf(std::string_view jpeg)
{
    std::vector<int> markers;
    std::size_t at = 2;
    while (at + 4 <= jpeg.size() && static_cast<unsigned char>(jpeg[at]) == 0xff) {
        const int marker = static_cast<unsigned char>(jpeg[at + 1]);
        markers.push_back(marker);
        if (marker == 0xda)
            break;
        at += 2 + (static_cast<unsigned char>(jpeg[at + 2]) << 8U) + static_cast<unsigned char>(jpeg[at + 3]);
    }
    return markers;
}

} // namespace lianxin::test

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hands/picture.hpp"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

#include <algorithm>
#include <array>

namespace lianxin::hands {
namespace {

constexpr std::array kQualities{82, 74, 66, 58}; // the first whose bytes are few enough; the last in any case

// Only what is told by its first bytes: the readers of Qt also know formats that fetch and execute (SVG) and that nobody photographs in.
const char* formatOf(std::string_view file)
{
    if (file.starts_with("\xff\xd8\xff"))
        return "jpeg";
    if (file.starts_with("\x89PNG\r\n\x1a\n"))
        return "png";
    return nullptr;
}

// The pixels alone, on white, in the one colour space that every screen shows.
QImage bare(const QImage& from, QSize size)
{
    QImage source = from;
    if (source.colorSpace().isValid() && source.colorSpace() != QColorSpace(QColorSpace::SRgb))
        source.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    if (source.size() != size)
        source = source.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage drawn(size, QImage::Format_RGB32);
    if (drawn.isNull())
        return drawn;
    drawn.fill(Qt::white);
    QPainter painter(&drawn);
    painter.drawImage(0, 0, source);
    return drawn;
}

QSize within(QSize size, int side)
{
    if (std::max(size.width(), size.height()) <= side)
        return size;
    const QSize fit = size.scaled(side, side, Qt::KeepAspectRatio);
    return {std::max(fit.width(), 1), std::max(fit.height(), 1)};
}

Result<std::string> encoded(const QImage& image, std::size_t aim)
{
    QByteArray bytes;
    for (const int quality : kQualities) {
        bytes.clear();
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QImageWriter writer(&buffer, "jpeg");
        writer.setQuality(quality);
        writer.setOptimizedWrite(true);
        if (!writer.write(image))
            return fail(Errc::internal, "the picture cannot be written");
        if (static_cast<std::size_t>(bytes.size()) <= aim)
            break;
    }
    return bytes.toStdString();
}

// Upright, not larger than `side`; a JPEG is read small at once, so that a large one costs no more memory than it must.
Result<QImage> readWithin(std::string_view file, int side)
{
    const char* format = formatOf(file);
    if (format == nullptr || file.size() > kMostFileBytes)
        return fail(Errc::invalidInput, "no picture that this tablet reads");
    QByteArray bytes = QByteArray::fromRawData(file.data(), static_cast<qsizetype>(file.size()));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return fail(Errc::invalidInput, "the picture has no size");
    if (static_cast<qint64>(size.width()) * size.height() > kMostPixels)
        return fail(Errc::invalidInput, "the picture has too many pixels");
    if (const QSize small = within(size, side); small != size)
        reader.setScaledSize(small);
    QImage image = reader.read();
    if (image.isNull())
        return fail(Errc::invalidInput, "the picture does not read");
    return image;
}

} // namespace

Result<Picture> preparePicture(const QImage& pixels)
{
    if (pixels.isNull() || static_cast<qint64>(pixels.width()) * pixels.height() > kMostPixels)
        return fail(Errc::invalidInput, "no picture");
    const QImage whole = bare(pixels, within(pixels.size(), kLongestSide));
    const QImage small = bare(whole, within(whole.size(), kThumbnailSide));
    if (whole.isNull() || small.isNull())
        return fail(Errc::io, "no memory for the picture");
    Picture picture;
    picture.width = whole.width();
    picture.height = whole.height();
    LIANXIN_TRY(picture.jpeg, encoded(whole, kPictureBytes));
    LIANXIN_TRY(picture.thumbnail, encoded(small, kPictureBytes / 10));
    return picture;
}

Result<Picture> preparePicture(std::string_view file)
{
    LIANXIN_TRY(const auto pixels, readWithin(file, kLongestSide));
    return preparePicture(pixels);
}

QImage lookAt(std::string_view file, int side)
{
    const auto pixels = readWithin(file, side);
    return pixels ? bare(*pixels, within(pixels->size(), side)) : QImage();
}

QImage decodePrepared(std::string_view jpegOrPng) { return lookAt(jpegOrPng, kLongestSide); }

} // namespace lianxin::hands

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/zxing_code_reader.hpp"

// Version 1 answers wide text unless it is told otherwise; version 2 always answers UTF-8.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <algorithm>

namespace lianxin::platform {
namespace {

constexpr int kLongestSide = 1600;         // a code that fills a tenth of such a picture still reads
constexpr std::size_t kLongestText = 4096; // the most that a QR code holds

} // namespace

std::optional<std::string> ZxingCodeReader::read(const QImage& picture)
{
    if (picture.isNull())
        return std::nullopt;
    QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    if (std::max(grey.width(), grey.height()) > kLongestSide)
        grey = grey.scaled(kLongestSide, kLongestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    try {
        const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                    static_cast<int>(grey.bytesPerLine()));
        ZXing::DecodeHints hints;
        hints.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true);
        const auto result = ZXing::ReadBarcode(view, hints);
        std::string text = result.isValid() ? result.text() : std::string();
        if (text.empty() || text.size() > kLongestText)
            return std::nullopt;
        return text;
    } catch (const std::exception&) { // no exception crosses a module; a picture that confuses the reader shows no code
        return std::nullopt;
    }
}

} // namespace lianxin::platform

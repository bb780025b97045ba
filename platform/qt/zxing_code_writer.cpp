// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/zxing_code_writer.hpp"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace lianxin::platform {
namespace {
constexpr int kDot = 8;   // pixels of one square: sharp at any size on the screen
constexpr int kEdge = 4;  // squares of quiet around it
constexpr int kLeast = 1; // the smallest code that holds the text; scaled here
} // namespace

QImage ZxingCodeWriter::write(const std::string& text)
{
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        const auto bits = writer.setEncoding(ZXing::CharacterSet::UTF8).setMargin(kEdge).encode(text, kLeast, kLeast);
        QImage small(bits.width(), bits.height(), QImage::Format_RGB32);
        for (int y = 0; y < bits.height(); ++y)
            for (int x = 0; x < bits.width(); ++x)
                small.setPixel(x, y, bits.get(x, y) ? qRgb(20, 20, 20) : qRgb(255, 255, 255));
        return small.scaled(small.width() * kDot, small.height() * kDot);
    } catch (const std::exception&) { // no exception crosses a module; then the short code is there
        return {};
    }
}

} // namespace lianxin::platform

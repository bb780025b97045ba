// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <QImage>

#include <string>
#include <string_view>

namespace lianxin::hands {

inline constexpr int kLongestSide = 1600; // domain 2.24
inline constexpr int kThumbnailSide = 320;
inline constexpr std::size_t kPictureBytes = 300U * 1024U;         // aimed at, not promised
inline constexpr std::size_t kMostFileBytes = 40U * 1024U * 1024U; // of a picture from elsewhere
inline constexpr qint64 kMostPixels = 100LL * 1000 * 1000; // more is no photograph, it wants the tablet's memory

// A picture as it is kept: upright, at most 1600 pixels, a JPEG of pixels alone. Position, time, device, comments, colour profiles and the
// thumbnail that a camera puts inside are not carried over, because nothing is: the pixels are drawn anew.
struct Picture {
    std::string jpeg;
    std::string thumbnail; // the same at 320 pixels
    int width{0};
    int height{0};
};

// From a file that another program wrote. invalidInput: no picture that this reads, cut off, or too large. JPEG and PNG; the bytes decide,
// not a name.
[[nodiscard]] Result<Picture> preparePicture(std::string_view file);
[[nodiscard]] Result<Picture> preparePicture(const QImage& pixels); // from the camera
// A small look at such a file, upright, for choosing; null where it does not read.
[[nodiscard]] QImage lookAt(std::string_view file, int side);
[[nodiscard]] QImage decodePrepared(std::string_view jpegOrPng); // what the store holds; null where it does not read

} // namespace lianxin::hands

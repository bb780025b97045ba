// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <string>

namespace lianxin::platform {

// Draws a text as a QR code that another tablet's camera reads.
class CodeWriter {
public:
    virtual ~CodeWriter() = default;
    // Dark on light whatever the colours of the screen, with the quiet edge that readers want. Null: too long for a code.
    [[nodiscard]] virtual QImage write(const std::string& text) = 0;
};

} // namespace lianxin::platform

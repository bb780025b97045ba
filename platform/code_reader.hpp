// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <optional>
#include <string>

namespace lianxin::platform {

// Reads the QR code in a picture, if there is one. Its text is a stranger's: whoever uses it checks it first.
class CodeReader {
public:
    virtual ~CodeReader() = default;
    [[nodiscard]] virtual std::optional<std::string> read(const QImage& picture) = 0;
};

} // namespace lianxin::platform

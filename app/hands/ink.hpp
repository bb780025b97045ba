// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <QImage>
#include <QPointF>

#include <string>
#include <vector>

namespace lianxin::hands {

// A signature while it is written: strokes over a pad of 1 x 1. Kept as a small PNG, dark on white, whatever the theme.
class Ink {
public:
    void begin(QPointF at);
    void go(QPointF at);
    void clear() { m_strokes.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_strokes.empty(); }
    [[nodiscard]] QImage drawn(QSize size) const; // transparent where nothing is written
    struct Signature {
        std::string png;
        int width{0};
        int height{0};
    };
    // invalidInput: a dot or two is no name.
    [[nodiscard]] Result<Signature> signature() const;

private:
    [[nodiscard]] double length() const;

    std::vector<std::vector<QPointF>> m_strokes;
};

} // namespace lianxin::hands

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <QImage>

#include <functional>

namespace lianxin::platform {

// What the tablet's camera sees. Pictures come as pixels in memory; no implementation may write one to a file.
class Camera {
public:
    virtual ~Camera() = default;
    [[nodiscard]] virtual bool isThere() = 0; // may ask the system, so only after somebody touched something
    using Frame = std::function<void(const QImage&)>;
    virtual void start(Frame frame) = 0; // the view, a few times a second, until stop()
    virtual void stop() = 0;
    using Taken = std::function<void(Result<QImage>)>;
    virtual void take(Taken taken) = 0; // one picture in the camera's full size, while started
};

} // namespace lianxin::platform

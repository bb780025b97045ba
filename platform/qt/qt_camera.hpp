// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/camera.hpp"

#include <QObject>

#include <memory>

namespace lianxin::platform {

// Qt Multimedia's camera. Nothing of the multimedia system is touched before isThere() or start().
class QtCamera final : public QObject, public Camera {
    Q_OBJECT
public:
    QtCamera();
    ~QtCamera() override;
    [[nodiscard]] bool isThere() override;
    void start(Frame frame) override;
    void stop() override;
    void take(Taken taken) override;

private:
    struct Session;
    void answer(Result<QImage> picture);

    std::unique_ptr<Session> m_session;
    Frame m_frame;
    Taken m_taken;
};

} // namespace lianxin::platform

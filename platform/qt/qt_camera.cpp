// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_camera.hpp"

#include "platform/qt/let_go.hpp"

#include <QCamera>
#include <QElapsedTimer>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>

#include <utility>

namespace lianxin::platform {
namespace {
constexpr qint64 kBetweenFrames = 60; // ms: enough to aim by, and a slow tablet keeps up
} // namespace

struct QtCamera::Session {
    QCamera camera;
    QImageCapture capture;
    QVideoSink sink;
    QMediaCaptureSession session;
    QElapsedTimer since;
};

QtCamera::QtCamera() = default;

QtCamera::~QtCamera() { QtCamera::stop(); }

bool QtCamera::isThere() { return !QMediaDevices::videoInputs().isEmpty(); }

void QtCamera::start(Frame frame)
{
    stop();
    m_frame = std::move(frame);
    m_session = std::make_unique<Session>();
    auto& parts = *m_session;
    parts.session.setCamera(&parts.camera);
    parts.session.setImageCapture(&parts.capture);
    parts.session.setVideoSink(&parts.sink);
    parts.capture.setQuality(QImageCapture::HighQuality);
    connect(&parts.sink, &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame& video) {
        if (m_session == nullptr || !m_frame ||
            (m_session->since.isValid() && m_session->since.elapsed() < kBetweenFrames))
            return;
        m_session->since.start();
        if (const QImage picture = video.toImage(); !picture.isNull())
            m_frame(picture);
    });
    // capture() alone stays in memory; captureToFile() is the one that writes.
    connect(&parts.capture, &QImageCapture::imageCaptured, this,
            [this](int, const QImage& picture) { answer(picture); });
    connect(&parts.capture, &QImageCapture::errorOccurred, this,
            [this] { answer(fail(Errc::io, "the camera gave no picture")); });
    parts.camera.start();
}

void QtCamera::stop()
{
    m_frame = nullptr;
    m_taken = nullptr;
    if (m_session == nullptr)
        return;
    m_session->camera.stop();
    letGo(std::move(m_session));
}

void QtCamera::take(Taken taken)
{
    if (m_session == nullptr || !m_session->capture.isReadyForCapture())
        return taken(fail(Errc::busy, "the camera is not ready"));
    m_taken = std::move(taken);
    m_session->capture.capture();
}

void QtCamera::answer(Result<QImage> picture)
{
    if (const auto taken = std::exchange(m_taken, nullptr))
        taken(std::move(picture));
}

} // namespace lianxin::platform

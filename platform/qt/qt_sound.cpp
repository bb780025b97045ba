// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_sound.hpp"

#include "platform/qt/let_go.hpp"

#include <QAudioDevice>
#include <QAudioSink>
#include <QAudioSource>
#include <QBuffer>
#include <QIODevice>
#include <QMediaDevices>

#include <cstring>

namespace lianxin::platform {
namespace {

QAudioFormat soundFormat()
{
    QAudioFormat format;
    format.setSampleRate(kSoundRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

} // namespace

struct QtMicrophone::Parts {
    QAudioSource source;
    QIODevice* device{nullptr}; // the source's
    Samples samples;
    Parts(const QAudioDevice& input, Samples listener) : source(input, soundFormat()), samples(std::move(listener)) {}
};

QtMicrophone::QtMicrophone() = default;

QtMicrophone::~QtMicrophone() { QtMicrophone::stop(); }

Result<void> QtMicrophone::start(Samples samples)
{
    stop();
    const QAudioDevice input = QMediaDevices::defaultAudioInput();
    if (input.isNull() || !input.isFormatSupported(soundFormat()))
        return fail(Errc::notFound, "no microphone");
    m_parts = std::make_unique<Parts>(input, std::move(samples));
    m_parts->device = m_parts->source.start();
    if (m_parts->device == nullptr) {
        m_parts.reset();
        return fail(Errc::io, "the microphone does not start");
    }
    connect(m_parts->device, &QIODevice::readyRead, this, [this] {
        const QByteArray bytes = m_parts->device->readAll();
        std::vector<std::int16_t> heard(static_cast<std::size_t>(bytes.size()) / sizeof(std::int16_t));
        std::memcpy(heard.data(), bytes.constData(), heard.size() * sizeof(std::int16_t));
        const auto listener = m_parts->samples; // it may stop us
        listener(heard);
    });
    return {};
}

void QtMicrophone::stop()
{
    if (m_parts == nullptr)
        return;
    m_parts->device->disconnect(this);
    m_parts->source.stop();
    letGo(std::move(m_parts));
}

struct QtLoudspeaker::Parts {
    std::vector<std::int16_t> samples;
    QBuffer buffer;
    QAudioSink sink;
    std::function<void()> ended;
    explicit Parts(const QAudioDevice& output) : sink(output, soundFormat()) {}
};

QtLoudspeaker::QtLoudspeaker() = default;

QtLoudspeaker::~QtLoudspeaker() { QtLoudspeaker::stop(); }

Result<void> QtLoudspeaker::play(std::vector<std::int16_t> samples, std::function<void()> ended)
{
    stop();
    const QAudioDevice output = QMediaDevices::defaultAudioOutput();
    if (output.isNull() || !output.isFormatSupported(soundFormat()))
        return fail(Errc::notFound, "no loudspeaker");
    m_parts = std::make_unique<Parts>(output);
    m_parts->samples = std::move(samples);
    m_parts->ended = std::move(ended);
    m_parts->buffer.setData(QByteArray::fromRawData(reinterpret_cast<const char*>(m_parts->samples.data()),
                                                    static_cast<qsizetype>(m_parts->samples.size()) *
                                                        static_cast<qsizetype>(sizeof(std::int16_t))));
    m_parts->buffer.open(QIODevice::ReadOnly);
    connect(&m_parts->sink, &QAudioSink::stateChanged, this, [this](QAudio::State state) {
        if (m_parts == nullptr || state != QAudio::IdleState || !m_parts->buffer.atEnd())
            return;
        const auto call = m_parts->ended;
        stop();
        call();
    });
    m_parts->sink.start(&m_parts->buffer);
    return {};
}

void QtLoudspeaker::stop()
{
    if (m_parts == nullptr)
        return;
    m_parts->sink.disconnect(this);
    m_parts->sink.stop();
    letGo(std::move(m_parts));
}

} // namespace lianxin::platform

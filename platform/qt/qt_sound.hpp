// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/sound.hpp"

#include <QObject>

#include <memory>

namespace lianxin::platform {

class QtMicrophone final : public QObject, public Microphone {
    Q_OBJECT
public:
    QtMicrophone();
    ~QtMicrophone() override;
    [[nodiscard]] Result<void> start(Samples samples) override;
    void stop() override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

class QtLoudspeaker final : public QObject, public Loudspeaker {
    Q_OBJECT
public:
    QtLoudspeaker();
    ~QtLoudspeaker() override;
    [[nodiscard]] Result<void> play(std::vector<std::int16_t> samples, std::function<void()> ended) override;
    void stop() override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace lianxin::platform

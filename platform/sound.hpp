// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace lianxin::platform {

inline constexpr int kSoundRate =
    48'000; // samples a second, one channel, 16 bits: what a voice memo is made from and played as

// Sound comes and goes as samples in memory; no implementation may write it to a file.
class Microphone {
public:
    virtual ~Microphone() = default;
    using Samples = std::function<void(std::span<const std::int16_t>)>;
    [[nodiscard]] virtual Result<void> start(Samples samples) = 0; // notFound: there is none
    virtual void stop() = 0;                                       // no samples after it
};

class Loudspeaker {
public:
    virtual ~Loudspeaker() = default;
    [[nodiscard]] virtual Result<void> play(std::vector<std::int16_t> samples, std::function<void()> ended) = 0;
    virtual void stop() = 0; // `ended` is not called
};

} // namespace lianxin::platform

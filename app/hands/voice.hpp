// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::hands {

inline constexpr int kLongestMemo =
    180; // seconds: what is longer nobody listens to, and a village link carries it for minutes
inline constexpr int kMemoBitRate = 24'000; // a voice, clearly: some 3 KB a second
inline constexpr const char* kVoiceMime = "audio/ogg";

// A voice memo while it is spoken: samples in (48 kHz, one channel), an Ogg Opus stream out, in memory all the way.
class VoiceEncoder {
public:
    VoiceEncoder();
    ~VoiceEncoder();
    VoiceEncoder(const VoiceEncoder&) = delete;
    VoiceEncoder& operator=(const VoiceEncoder&) = delete;

    void add(std::span<const std::int16_t> samples); // beyond the longest memo nothing is added
    [[nodiscard]] int seconds() const;
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] int loudness() const { return m_loudness; } // of what came last, 0 to 100
    // invalidInput: nobody spoke, or so short that it was a slip of the finger.
    [[nodiscard]] Result<std::string> finish();

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    std::int64_t m_samples{0};
    int m_loudness{0};
};

// The samples of a memo. invalidInput: not such a stream, or longer than so many seconds: all of it lies in memory.
[[nodiscard]] Result<std::vector<std::int16_t>> decodeVoice(std::string_view stream,
                                                            int mostSeconds = 2 * kLongestMemo);

} // namespace lianxin::hands

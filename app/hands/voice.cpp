// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hands/voice.hpp"

#include "platform/sound.hpp"

#include <opusenc.h>
#include <opusfile.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace lianxin::hands {
namespace {

using platform::kSoundRate;
constexpr std::int64_t kMostSamples = static_cast<std::int64_t>(kLongestMemo) * kSoundRate;
constexpr std::int64_t kFewestSamples = kSoundRate / 2;

int append(void* into, const unsigned char* bytes, opus_int32 size)
{
    static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    return 0;
}

int closed(void*) { return 0; }

} // namespace

struct VoiceEncoder::Stream {
    std::string bytes;
    OggOpusComments* comments{ope_comments_create()}; // empty: no device, no time
    OggOpusEnc* encoder{nullptr};
    Stream()
    {
        static const OpusEncCallbacks kCallbacks{append, closed};
        encoder = ope_encoder_create_callbacks(&kCallbacks, &bytes, comments, kSoundRate, 1, 0, nullptr);
        if (encoder != nullptr)
            ope_encoder_ctl(encoder, OPUS_SET_BITRATE(kMemoBitRate));
    }
    ~Stream()
    {
        if (encoder != nullptr)
            ope_encoder_destroy(encoder);
        ope_comments_destroy(comments);
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
};

VoiceEncoder::VoiceEncoder() : m_stream(std::make_unique<Stream>()) {}

VoiceEncoder::~VoiceEncoder() = default;

void VoiceEncoder::add(std::span<const std::int16_t> samples)
{
    if (m_stream->encoder == nullptr)
        return;
    const auto room = static_cast<std::size_t>(kMostSamples - m_samples);
    samples = samples.subspan(0, std::min(samples.size(), room));
    if (samples.empty())
        return;
    double sum = 0;
    for (const auto sample : samples)
        sum += static_cast<double>(sample) * sample;
    // A quiet voice is some 300, a loud one 10,000: the root of the root spreads them over the scale.
    const double level = std::sqrt(sum / static_cast<double>(samples.size())) / 12'000.0;
    m_loudness = std::clamp(static_cast<int>(std::lround(100.0 * std::sqrt(level))), 0, 100);
    if (ope_encoder_write(m_stream->encoder, samples.data(), static_cast<int>(samples.size())) == OPE_OK)
        m_samples += static_cast<std::int64_t>(samples.size());
}

int VoiceEncoder::seconds() const { return static_cast<int>(m_samples / kSoundRate); }

bool VoiceEncoder::isFull() const { return m_samples >= kMostSamples; }

Result<std::string> VoiceEncoder::finish()
{
    if (m_stream->encoder == nullptr)
        return fail(Errc::internal, "no encoder of voices");
    if (m_samples < kFewestSamples)
        return fail(Errc::invalidInput, "too short for a memo");
    if (ope_encoder_drain(m_stream->encoder) != OPE_OK)
        return fail(Errc::internal, "the memo does not come to an end");
    return std::move(m_stream->bytes);
}

Result<std::vector<std::int16_t>> decodeVoice(std::string_view stream, int mostSeconds)
{
    int error = 0;
    OggOpusFile* file = op_open_memory(reinterpret_cast<const unsigned char*>(stream.data()), stream.size(), &error);
    if (file == nullptr)
        return fail(Errc::invalidInput, "no memo");
    const std::unique_ptr<OggOpusFile, void (*)(OggOpusFile*)> held(file, op_free);
    std::vector<std::int16_t> samples;
    std::vector<std::int16_t> room(5760 * 2); // the longest packet, two channels
    const auto most = static_cast<std::size_t>(mostSeconds) * platform::kSoundRate;
    while (samples.size() <= most) {
        int link = 0;
        const int got = op_read(file, room.data(), static_cast<int>(room.size()), &link);
        if (got == OP_HOLE)
            continue; // what is left can be heard all the same
        if (got < 0)
            return fail(Errc::invalidInput, "the memo is cut off");
        if (got == 0)
            return samples;
        const int channels = op_channel_count(file, link);
        if (channels > 2)
            return fail(Errc::invalidInput, "no memo: too many channels");
        for (int i = 0; i < got; ++i)
            samples.push_back(room[static_cast<std::size_t>(i) * static_cast<std::size_t>(channels)]);
    }
    return fail(Errc::invalidInput, "longer than a memo");
}

} // namespace lianxin::hands

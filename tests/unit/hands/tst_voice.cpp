// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hands/voice.hpp"
#include "platform/sound.hpp"

#include <QTest>

#include <cmath>
#include <random>

using namespace lianxin;
using namespace lianxin::hands;
using platform::kSoundRate;

namespace {

std::vector<std::int16_t> tone(double seconds, int strength = 8000)
{
    std::vector<std::int16_t> samples(static_cast<std::size_t>(seconds * kSoundRate));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<std::int16_t>(strength *
                                               std::sin(2 * 3.14159265 * 440.0 * static_cast<double>(i) / kSoundRate));
    return samples;
}

double loudnessOf(const std::vector<std::int16_t>& samples)
{
    double sum = 0;
    for (const auto sample : samples)
        sum += static_cast<double>(sample) * sample;
    return std::sqrt(sum / static_cast<double>(samples.size()));
}

} // namespace

class TestVoice : public QObject {
    Q_OBJECT

private slots:
    void whatIsSaidIsHeard()
    {
        VoiceEncoder encoder;
        const auto said = tone(4.0);
        for (std::size_t at = 0; at < said.size(); at += 1000) // as a microphone gives it
            encoder.add(std::span(said).subspan(at, std::min<std::size_t>(1000, said.size() - at)));
        QCOMPARE(encoder.seconds(), 4);
        QVERIFY(encoder.loudness() > 40);
        const auto stream = encoder.finish();
        QVERIFY(stream);
        QVERIFY(stream->starts_with("OggS"));
        QVERIFY2(stream->size() < 20'000, "4 seconds of a voice are some 12 KB");
        const auto heard = decodeVoice(*stream);
        QVERIFY(heard);
        QVERIFY(std::abs(static_cast<double>(heard->size()) - 4.0 * kSoundRate) < 0.05 * kSoundRate);
        const double before = loudnessOf(said);
        const double after = loudnessOf(*heard);
        QVERIFY(after > before * 0.7 && after < before * 1.3);
    }

    void aSlipOfTheFingerIsNoMemo()
    {
        VoiceEncoder none;
        QCOMPARE(none.finish().error().code, Errc::invalidInput);
        VoiceEncoder slip;
        slip.add(tone(0.3));
        QCOMPARE(slip.finish().error().code, Errc::invalidInput);
    }

    void endsAtItsLongest()
    {
        VoiceEncoder encoder;
        const auto minute = tone(60.0, 300);
        for (int i = 0; i < 5; ++i)
            encoder.add(minute);
        QVERIFY(encoder.isFull());
        QCOMPARE(encoder.seconds(), kLongestMemo);
        const auto heard = decodeVoice(*encoder.finish());
        QVERIFY(heard);
        QVERIFY(heard->size() <= static_cast<std::size_t>(kLongestMemo + 1) * kSoundRate);
    }

    void loudnessFollowsTheVoice()
    {
        VoiceEncoder encoder;
        encoder.add(tone(0.1, 0));
        QCOMPARE(encoder.loudness(), 0);
        encoder.add(tone(0.1, 400));
        const int quiet = encoder.loudness();
        encoder.add(tone(0.1, 12'000));
        QVERIFY(quiet > 5 && quiet < encoder.loudness());
    }

    void badStreams()
    {
        VoiceEncoder encoder;
        encoder.add(tone(2.0));
        const std::string good = *encoder.finish();
        QVERIFY(!decodeVoice(""));
        QVERIFY(!decodeVoice("OggS and nothing more"));
        std::mt19937 random(11);
        int read = 0;
        for (int round = 0; round < 200; ++round) {
            std::string bad = good;
            for (int i = 0; i < 1 + round % 7; ++i)
                bad[random() % bad.size()] = static_cast<char>(random());
            if (round % 2 == 0)
                bad.resize(random() % bad.size());
            if (const auto heard = decodeVoice(bad)) {
                ++read;
                QVERIFY(heard->size() <= 4U * kLongestMemo * kSoundRate);
            }
        }
        QVERIFY(read > 0 && read < 200);
    }
};

QTEST_GUILESS_MAIN(TestVoice)
#include "tst_voice.moc"

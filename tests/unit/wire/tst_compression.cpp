// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/compression.hpp"
#include "tests/unit/seal/seeded_random.hpp"

#include <QtTest>
#include <zdict.h>
#include <zstd.h>

#include <vector>

using namespace lianxin;
using lianxin::test::flipped;
using lianxin::test::SeededRandom;
using wire::compress;
using wire::decompress;

class CompressionTest : public QObject {
    Q_OBJECT

    // A frame that does not say how large its content is.
    static std::string streamed(const std::string& text)
    {
        auto* const context = ZSTD_createCCtx();
        std::string out(ZSTD_compressBound(text.size()) + 64, '\0');
        ZSTD_outBuffer to{out.data(), out.size(), 0};
        ZSTD_inBuffer from{text.data(), text.size(), 0};
        ZSTD_compressStream2(context, &to, &from, ZSTD_e_continue);
        ZSTD_compressStream2(context, &to, &from, ZSTD_e_end);
        ZSTD_freeCCtx(context);
        out.resize(to.pos);
        return out;
    }

private slots:
    void everythingComesBack()
    {
        SeededRandom random(1);
        for (const std::size_t size : {0, 1, 100, 5000, 200'000}) {
            std::string text(size, '\0');
            for (auto& c : text)
                c = static_cast<char>(random.below(4) + 'a');
            QVERIFY(*decompress(compress(text), size) == text);
            QVERIFY(*decompress(streamed(text), size) == text);
            if (size > 0) {
                QVERIFY(!decompress(compress(text), size - 1));
                QVERIFY(!decompress(streamed(text), size - 1));
            }
        }
    }

    void bombsAreRefusedEarly()
    {
        const std::string zeros(64U * 1024U * 1024U, '\0');
        for (const auto& bomb : {compress(zeros), streamed(zeros)}) {
            QVERIFY(bomb.size() < 100'000);
            const auto out = decompress(bomb, 1024 * 1024);
            QVERIFY(!out && out.error().code == Errc::invalidInput);
        }
        // A header that claims little and gives much.
        auto liar = compress(std::string(300, 'a') + std::string(60, 'b'));
        const auto honest = liar;
        liar[5] = static_cast<char>(1);
        QVERIFY(liar != honest && !decompress(liar, 1024 * 1024));
        // One that claims everything there is.
        const std::string huge("\x28\xb5\x2f\xfd\xe0\xff\xff\xff\xff\xff\xff\xff\x7f\x01\x00\x00", 16);
        QVERIFY(!decompress(huge, 1024 * 1024));
    }

    // A window of 2 GB is asked for in the header: refused before anything is set aside.
    void wideWindowsAreRefused()
    {
        const std::string wide("\x28\xb5\x2f\xfd\x00\xa8\x01\x00\x00", 9);
        QVERIFY(!decompress(wide, 1024));
    }

    void cutFlippedAndLongerBodiesAreRefused()
    {
        const auto text = QByteArray("a text with some length, a text with some more length").repeated(5).toStdString();
        const auto packed = compress(text);
        for (std::size_t size = 0; size < packed.size(); ++size)
            QVERIFY(!decompress(std::string_view(packed).substr(0, size), 10'000));
        QVERIFY(!decompress(packed + "x", 10'000));
        QVERIFY(!decompress(packed + packed, 10'000));
        for (std::size_t bit = 0; bit < packed.size() * 8; ++bit) {
            const auto out = decompress(flipped(packed, bit), 10'000); // signatures find what zstd does not
            QVERIFY(!out || out->size() <= 10'000);
        }
    }

    void aDictionaryAsksForAnUpgrade()
    {
        std::string samples;
        std::vector<std::size_t> sizes;
        SeededRandom random(2);
        for (int i = 0; i < 2000; ++i) {
            const auto sample = "{\"a\":\"v:3501280012" + std::to_string(random.below(100)) +
                                "\",\"k\":" + std::to_string(random.below(1000)) + "}";
            samples += sample;
            sizes.push_back(sample.size());
        }
        std::string dictionary(4096, '\0');
        const auto size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(), sizes.data(),
                                                static_cast<unsigned>(sizes.size()));
        QVERIFY(ZDICT_isError(size) == 0U);
        dictionary.resize(size);
        auto* const context = ZSTD_createCCtx();
        std::string out(1000, '\0');
        const auto made = ZSTD_compress_usingDict(context, out.data(), out.size(), samples.data(), 60,
                                                  dictionary.data(), dictionary.size(), 3);
        ZSTD_freeCCtx(context);
        QVERIFY(ZSTD_isError(made) == 0U);
        out.resize(made);
        QVERIFY(decompress(out, 1000).error().code == Errc::upgradeNeeded);
    }

    void smallBodiesTravelAsTheyAre()
    {
        const auto small = wire::pack("{}");
        QVERIFY(small.encoding.empty() && small.bytes == "{}");
        const std::string text(1000, 'a');
        const auto large = wire::pack(text);
        QVERIFY(large.encoding == "zstd" && large.bytes.size() < 100);
        QVERIFY(*wire::unpack(large.bytes, large.encoding, 1000) == text);
        QVERIFY(*wire::unpack(small.bytes, small.encoding, 2) == "{}");
        QVERIFY(!wire::unpack(small.bytes, "", 1));
        QVERIFY(!wire::unpack(small.bytes, "gzip", 1000));
    }
};

QTEST_APPLESS_MAIN(CompressionTest)
#include "tst_compression.moc"

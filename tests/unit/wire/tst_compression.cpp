// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/hash.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/dictionary.hpp"
#include "sync/wire/id_split.hpp"
#include "tests/unit/seal/seeded_random.hpp"

#include <QFile>
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

    void idsTravelAsTheirBytes()
    {
        const std::string replica = "AQEBAQEBAQE";
        const std::string record = "AQIDBAUGBwgJCgsMDQ4PEA";
        auto pattern =
            QByteArray(R"({"a":"19900005000","e":"E","i":"I","p":{"E":[[1,4]]},"t":"AAAAAAAAAAB","y":"not an id"})");
        pattern.replace("\"E\"", '"' + QByteArray::fromStdString(replica) + '"');
        pattern.replace("\"I\"", '"' + QByteArray::fromStdString(record) + '"');
        const auto text = pattern.toStdString();
        const auto split = wire::splitIds(text);
        QVERIFY(split);
        QCOMPARE(split->raw.size(), std::size_t{8 + 16}); // once each; digits and what is no canonical base64url stay
        QVERIFY(split->skeleton.find("19900005000") != std::string::npos);
        QVERIFY(split->skeleton.find("AAAAAAAAAAB") != std::string::npos);
        QVERIFY(split->skeleton.find(replica) == std::string::npos);
        QVERIFY(*wire::joinIds(split->skeleton, split->raw, text.size()) == text);
        QVERIFY(!wire::joinIds(split->skeleton, split->raw, text.size() - 1));
        QVERIFY(!wire::joinIds(split->skeleton, split->raw + "x", 1000));
        QVERIFY(!wire::joinIds(split->skeleton, split->raw.substr(1), 1000));
        for (const char* skeleton : {"\x05 ", "\x05", "\x06", "a\nb", "\x01"})
            QVERIFY(!wire::joinIds(skeleton, {}, 1000));
        QVERIFY(!wire::splitIds("a\nb"));
    }

    // More distinct ids than have a name of one character, each twice.
    void manyIds()
    {
        SeededRandom random(8);
        std::string text = "[";
        std::vector<std::string> ids;
        for (int i = 0; i < 300; ++i) {
            RecordId id;
            random.fill(id.bytes);
            ids.push_back("\"" + id.text() + "\",");
            text += ids.back();
        }
        for (const auto& id : ids)
            text += id;
        const auto split = wire::splitIds(text);
        QVERIFY(split);
        QCOMPARE(split->raw.size(), std::size_t{16 * (600 - 95)});
        QVERIFY(*wire::joinIds(split->skeleton, split->raw, text.size()) == text);
        const auto packed = wire::pack(text, wire::PeerReads::dictionary);
        QVERIFY(*wire::unpack(packed.bytes, packed.encoding, text.size()) == text);
    }

    // The shared dictionary is permanent: its hash is what PROTOCOL.md says, and both ways of writing are told apart by their names alone.
    void theSharedDictionary()
    {
        const auto bytes = wire::sharedDictionary();
        QCOMPARE(ZSTD_getDictID_fromDict(bytes.data(), bytes.size()), wire::kSharedDictionaryId);
        const auto hash = seal::Blake2b().field(bytes).finish();
        QFile protocol(QStringLiteral(LIANXIN_SOURCE_DIR "/sync/wire/PROTOCOL.md"));
        QVERIFY(protocol.open(QIODevice::ReadOnly));
        QVERIFY2(protocol.readAll().contains(QByteArray::fromStdString(hash.text())), hash.text().c_str());

        const std::string text =
            R"({"e":"AQEBAQEBAQE","p":[{"b":[{"c":1,"v":1,"x":[{"a":"v:350128001201","k":10}]}]}]})";
        const auto shared = wire::pack(text, wire::PeerReads::dictionary);
        QCOMPARE(std::string(shared.encoding), std::string("lianxin-zstd-1"));
        QVERIFY(shared.bytes.size() < wire::pack(text).bytes.size());
        QVERIFY(*wire::unpack(shared.bytes, shared.encoding, 1000) == text);
        QVERIFY(!wire::unpack(shared.bytes, shared.encoding, text.size() - 1));
        QVERIFY(!wire::unpack(shared.bytes, "zstd", 1000));
        QVERIFY(!wire::unpack(wire::compress(text), "lianxin-zstd-1", 1000));
        for (std::size_t size = 0; size < shared.bytes.size(); ++size)
            QVERIFY(!wire::unpack(shared.bytes.substr(0, size), shared.encoding, 1000));
        for (std::size_t bit = 0; bit < shared.bytes.size() * 8; ++bit)
            (void)wire::unpack(flipped(shared.bytes, bit), shared.encoding, 1000); // returns
        const std::string zeros(200'000, '\0');
        const auto bomb = wire::pack(zeros, wire::PeerReads::dictionary);
        QVERIFY(!wire::unpack(bomb.bytes, bomb.encoding, 1000));
        // What is long is not worth a dictionary.
        QCOMPARE(std::string(wire::pack(std::string(1'000'000, 'a'), wire::PeerReads::dictionary).encoding),
                 std::string("zstd"));
    }
};

QTEST_APPLESS_MAIN(CompressionTest)
#include "tst_compression.moc"

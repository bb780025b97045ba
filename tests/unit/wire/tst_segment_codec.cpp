// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/segment_seal.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/segment_codec.hpp"
#include "sync/wire/segment_messages.hpp"
#include "sync/wire/value_scan.hpp"
#include "tests/unit/wire/samples.hpp"

#include <QtTest>

using namespace lianxin;
using lianxin::test::Samples;
using namespace lianxin::wire;

class SegmentCodecTest : public QObject {
    Q_OBJECT

    static std::vector<SegmentRow> rowsOf(Samples& samples, std::size_t count)
    {
        std::vector<SegmentRow> rows;
        std::vector<RecordId> roots;
        while (rows.size() < count) {
            SegmentRow row{samples.random().below(3) * 2, samples.row({})};
            // Families: some rows hang on a root that is there, or is not.
            if (!roots.empty() && samples.random().below(3) > 0)
                row.record.root = roots[samples.random().below(roots.size())];
            roots.push_back(row.record.root);
            rows.push_back(std::move(row));
        }
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
            return std::tie(a.partition, a.record.root, a.record.record) <
                   std::tie(b.partition, b.record.root, b.record.record);
        });
        return rows;
    }
    static std::vector<SegmentRow> read(const std::string& bytes, std::size_t partitions = 5)
    {
        std::vector<SegmentRow> rows;
        const auto done = readSegment(bytes, partitions, [&](SegmentRow& row) -> Result<void> {
            rows.push_back(row);
            return {};
        });
        if (!done)
            qWarning("%s", done.error().detail.c_str());
        return done ? rows : std::vector<SegmentRow>{};
    }
    static bool isRefused(std::string_view bytes, std::size_t partitions = 5, Errc code = Errc::invalidInput)
    {
        const auto done = readSegment(bytes, partitions, [](SegmentRow&) -> Result<void> { return {}; });
        return !done && done.error().code == code;
    }
    static bool same(const SegmentRow& a, const SegmentRow& b)
    {
        return a.partition == b.partition && a.record.record == b.record.record && a.record.root == b.record.root &&
               a.record.type == b.record.type && a.record.registers == b.record.registers;
    }
    static core::SegmentManifest manifest(Samples& samples)
    {
        core::SegmentManifest made;
        made.epoch = samples.random().id<EpochId>();
        for (char digit = '1'; digit < '4'; ++digit)
            made.partitions.push_back({*PartitionId::parse(std::string("v:35012800120") + digit),
                                       samples.random().below(90) + 1, samples.random().id<Hash>(), samples.context()});
        for (int i = 0; i < 2; ++i)
            made.segments.push_back({samples.random().id<Hash>(), 1000, 20});
        made.signature = seal::signManifest(samples.key(), made);
        return made;
    }

private slots:
    void everyRowComesBack()
    {
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            Samples samples(seed);
            const auto rows = rowsOf(samples, 1 + samples.random().below(40));
            const auto back = read(encodeSegment(rows));
            QCOMPARE(back.size(), rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i)
                QVERIFY2(same(rows[i], back[i]), qPrintable(QString("seed %1 row %2").arg(seed).arg(i)));
        }
    }

    void oneContentHasOneName() // two servers, or one twice, make the same bytes
    {
        Samples first(7);
        Samples second(7);
        const auto a = encodeSegment(rowsOf(first, 30));
        QVERIFY(seal::segmentHash(a) == seal::segmentHash(encodeSegment(rowsOf(second, 30))));
        QVERIFY(seal::segmentHash(a) != seal::segmentHash(encodeSegment(rowsOf(second, 30))));
    }

    void whatNoCatalogueKnowsComesBackBitByBit() // I12
    {
        Samples samples(3);
        auto rows = rowsOf(samples, 1);
        rows[0].record.type = 4'000'000'000U;
        auto& reg = rows[0].record.at({999'999, "an_element-of-tomorrow"});
        reg.heads = {{Dot{samples.replica(), 5}, samples.user(), -(1LL << 40), // a clock before 1970
                      *Value::fromCanonical("{\"1\":[{},\"\\u0001\\n\",-9223372036854775808],\"\xe5\xae\xb6\":null}")}};
        const auto back = read(encodeSegment(rows));
        QCOMPARE(back.size(), std::size_t{1});
        QVERIFY(same(rows[0], back[0]));
    }

    void clocksOfAllYearsComeBack()
    {
        Samples samples(4);
        for (const core::Hlc hlc : {core::Hlc{0}, core::Hlc{-1}, core::Hlc{0xffff},
                                    std::numeric_limits<core::Hlc>::max(), std::numeric_limits<core::Hlc>::min()}) {
            auto rows = rowsOf(samples, 1);
            rows[0].record.at({20, {}}).heads = {{Dot{samples.replica(), kMaxNumber}, samples.user(), hlc, {}}};
            const auto back = read(encodeSegment(rows));
            QVERIFY(back.size() == 1 && same(rows[0], back[0]));
        }
    }

    // A colleague's changes, and one changeset in many rows: numbers stand by each tablet's clock, and come back where they were.
    void numbersComeBackWhateverTheClocksSay()
    {
        Samples samples(15);
        for (int round = 0; round < 30; ++round) {
            auto rows = rowsOf(samples, 12);
            const std::array replicas{samples.replica(), samples.replica()};
            for (auto& row : rows)
                for (auto& reg : row.record.registers) {
                    reg.note.reset();
                    reg.heads.resize(std::min<std::size_t>(reg.heads.size(), 1));
                    for (auto& head : reg.heads) { // clocks that stand still, go back, and are the same for two numbers
                        head.dot = {replicas[samples.random().below(2)], samples.random().below(5) + 1};
                        head.hlc = static_cast<core::Hlc>(samples.random().below(4)) << 16;
                    }
                }
            const auto back = read(encodeSegment(rows));
            QCOMPARE(back.size(), rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i)
                QVERIFY(same(rows[i], back[i]));
        }
    }

    void cutBytesAreRefused()
    {
        Samples samples(5);
        const auto bytes = encodeSegment(rowsOf(samples, 8));
        const auto content = *decompress(bytes, kMaxSegmentContent);
        for (std::size_t size = 0; size < bytes.size(); size += 3)
            QVERIFY(isRefused(bytes.substr(0, size)));
        for (std::size_t size = 0; size < content.size(); ++size)
            QVERIFY2(isRefused(compress(content.substr(0, size))), qPrintable(QString::number(size)));
        QVERIFY(isRefused(compress(content + "x")));
        QVERIFY(isRefused(bytes + "x"));
    }

    void flippedBitsNeverCrashAndKeepTheOrder()
    {
        Samples samples(6);
        const auto content = *decompress(encodeSegment(rowsOf(samples, 5)), kMaxSegmentContent);
        int accepted = 0;
        for (std::size_t i = 0; i < content.size() * 8; ++i) {
            auto bad = content;
            bad[i / 8] = static_cast<char>(static_cast<unsigned char>(bad[i / 8]) ^ (1U << (i % 8)));
            std::optional<std::tuple<std::size_t, RecordId, RecordId>> before;
            const auto done = readSegment(compress(bad), 5, [&](SegmentRow& row) -> Result<void> {
                const std::tuple now{row.partition, row.record.root, row.record.record};
                if (before && !(*before < now))
                    return fail(Errc::internal, "out of order");
                before = now;
                for (const auto& reg : row.record.registers)
                    for (const auto& head : reg.heads)
                        if (!Value::fromCanonical(head.value.canonical()))
                            return fail(Errc::internal, "no value");
                return {};
            });
            QVERIFY2(done || done.error().code != Errc::internal, done ? "" : done.error().detail.c_str());
            accepted += done ? 1 : 0;
        }
        QVERIFY(accepted > 0); // an id's bit, a letter of a text: only the hash knows
    }

    void bombsAreRefusedBeforeTheyGrow()
    {
        QVERIFY(isRefused(compress(std::string(kMaxSegmentContent + 1, '\0'))));
        QVERIFY(isRefused(compress("LXS\x02" + std::string(kMaxSegmentContent - 4, '\0'))));
        QVERIFY(isRefused(std::string(kMaxSegmentBytes + 1, 'x')));
        // A thousand registers without heads, in each of so many rows that together they are just more than a reader takes.
        Samples samples(8);
        auto rows = rowsOf(samples, 1);
        rows[0].record.registers.clear();
        for (std::uint32_t i = 1; i <= 1000; ++i)
            rows[0].record.at({i, {}}).heads.clear();
        std::vector<SegmentRow> many(kMaxSegmentContent / 4 / 1000 + 1, rows[0]);
        for (std::size_t i = 0; i < many.size(); ++i) {
            many[i].record.record.bytes[14] = static_cast<std::uint8_t>(i >> 8U);
            many[i].record.record.bytes[15] = static_cast<std::uint8_t>(i);
            many[i].record.root = many[0].record.record;
        }
        QVERIFY(isRefused(encodeSegment(many)));
    }

    void whatDoesNotFitIsSaid()
    {
        Samples samples(9);
        auto rows = rowsOf(samples, 1);
        std::string noise(64 * 1024, 'x');
        for (std::uint32_t i = 1; i <= 30; ++i) {
            for (auto& c : noise)
                c = static_cast<char>('!' + samples.random().below(90));
            std::erase(noise, '"');
            std::erase(noise, '\\');
            rows[0].record.at({100 + i, {}}).heads = {
                {Dot{samples.replica(), 1}, samples.user(), 1, Value::fromText(noise)}};
            noise.resize(64 * 1024);
        }
        QVERIFY(encodeSegment(rows).empty());
        QVERIFY(encodeSegment({}).empty());
    }

    void partitionsBeyondTheManifestAndOtherSuitesAreRefused()
    {
        Samples samples(10);
        auto rows = rowsOf(samples, 4);
        for (auto& row : rows)
            row.partition = 4;
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
            return std::tie(a.record.root, a.record.record) < std::tie(b.record.root, b.record.record);
        });
        const auto bytes = encodeSegment(rows);
        QCOMPARE(read(bytes, 5).size(), std::size_t{4});
        QVERIFY(isRefused(bytes, 4));
        auto content = *decompress(bytes, kMaxSegmentContent);
        for (const char suite : {'\0', '\1', '\3'}) {
            content[3] = suite;
            QVERIFY(isRefused(compress(content), 5, Errc::upgradeNeeded));
        }
    }

    void theErrorOfWhoTakesIsGivenOn()
    {
        Samples samples(11);
        int taken = 0;
        const auto done = readSegment(encodeSegment(rowsOf(samples, 9)), 5, [&](SegmentRow&) -> Result<void> {
            return ++taken == 3 ? Result<void>(fail(Errc::diskFull, "full")) : Result<void>();
        });
        QVERIFY(!done && done.error().code == Errc::diskFull);
        QCOMPARE(taken, 3);
    }

    void theScanOfAValueAgreesWithTheReader()
    {
        std::vector<std::string> texts{"",
                                       "null",
                                       "nul",
                                       "01",
                                       "-0",
                                       "-1",
                                       "1.0",
                                       "1e3",
                                       "\"\"",
                                       "\"a",
                                       "\"\\n\"",
                                       "\"\\/\"",
                                       "\"\n\"",
                                       "[]",
                                       "[1,]",
                                       "[1 ]",
                                       "{}",
                                       "{\"a\":1}",
                                       "{\"b\":1,\"a\":2}",
                                       "{\"a\":1,\"a\":2}",
                                       "true",
                                       "tru",
                                       "truefalse",
                                       "9223372036854775807",
                                       "9223372036854775808",
                                       "\"\xff\"",
                                       "\"\xe5\xae\xb6\"",
                                       std::string(23, '[') + std::string(23, ']'),
                                       std::string(25, '[') + std::string(25, ']'),
                                       "\"" + std::string(65537, 'A') + "\"",
                                       "\"" + std::string(65537, '!') + "\""};
        Samples samples(12);
        for (int i = 0; i < 3000; ++i) {
            auto text = samples.value().canonical();
            if (i % 3 != 0 && !text.empty())
                text[samples.random().below(text.size())] = static_cast<char>(samples.random().below(256));
            texts.push_back(std::move(text));
        }
        for (const auto& text : texts) {
            const auto parsed = parseJson(text, {Value::kMaxBytes, kMaxEnvelopeString, 24});
            const bool wanted = parsed && isValueWithinLimits(*parsed) && canonicalJson(*parsed) == text;
            QVERIFY2(isCanonicalValue(text) == wanted, text.substr(0, 60).c_str());
        }
    }

    void aManifestTravelsAndItsSignatureCoversAllOfIt()
    {
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            Samples samples(seed);
            const auto made = manifest(samples);
            const auto bytes = encodeManifest(made);
            QVERIFY(isCanonicalJson(bytes));
            const auto back = decodeManifest(bytes);
            QVERIFY2(back && *back == made, back ? "" : back.error().detail.c_str());
            const auto key = samples.key().publicKey();
            QVERIFY(seal::verifyManifest(key, *back));
            const auto breaks = [&](const auto& change) {
                auto other = made;
                change(other);
                return !seal::verifyManifest(key, other);
            };
            QVERIFY(breaks([](auto& m) { m.epoch.bytes[0] ^= 1U; }));
            QVERIFY(breaks([](auto& m) { ++m.suite; }));
            QVERIFY(breaks([](auto& m) { ++m.partitions[1].sequence; }));
            QVERIFY(breaks([](auto& m) { m.partitions[1].chain.bytes[9] ^= 1U; }));
            QVERIFY(breaks([](auto& m) { m.partitions[1].partition = PartitionId::directory(); }));
            QVERIFY(breaks([&](auto& m) { m.partitions[2].vector.add({samples.replica(), 77'777}); }));
            QVERIFY(breaks([](auto& m) { m.segments[0].hash.bytes[3] ^= 1U; }));
            QVERIFY(breaks([](auto& m) { ++m.segments[0].rows; }));
            QVERIFY(breaks([](auto& m) { ++m.segments[0].size; }));
            QVERIFY(breaks([](auto& m) { m.segments.pop_back(); }));
            QVERIFY(!seal::verifyManifest(Samples(seed + 1000).key().publicKey(), made));
        }
    }

    void aReplyCarriesManifestsOnlyToWhoAskedForThem()
    {
        Samples samples(13);
        auto asked = samples.pull();
        auto reply = samples.reply(asked);
        reply.manifests = {manifest(samples)};
        reply.manifests[0].epoch = asked.epoch;
        asked.segments = core::kSegmentSuite;
        QCOMPARE(decodePullRequest(encodePullRequest(asked))->segments, core::kSegmentSuite);
        const auto text = encodePullReply(reply, asked);
        const auto back = decodePullReply(text, asked);
        QVERIFY(back && back->manifests == reply.manifests);
        asked.segments = 0; // an older client: it ignores the key
        QVERIFY(decodePullReply(text, asked)->manifests.empty());
    }

    void manifestsBeyondTheLimitsAreRefused()
    {
        Samples samples(14);
        const auto refused = [&](const auto& change) {
            auto made = manifest(samples);
            change(made);
            return !decodeManifest(encodeManifest(made));
        };
        QVERIFY(refused([](auto& m) { m.partitions.clear(); }));
        QVERIFY(refused([](auto& m) { m.segments.clear(); }));
        QVERIFY(refused([](auto& m) { m.segments[0].size = kMaxSegmentBytes + 1; }));
        QVERIFY(refused([](auto& m) { m.segments[0].rows = 0; }));
        QVERIFY(refused([](auto& m) { m.segments[0].rows = kMaxSegmentRows + 1; }));
        QVERIFY(refused([](auto& m) { m.segments.resize(kMaxSegmentsPerManifest + 1, m.segments[0]); }));
        QVERIFY(refused([](auto& m) { std::swap(m.partitions[0], m.partitions[1]); }));
        QVERIFY(refused([](auto& m) { m.partitions[0].sequence = 0; }));
    }

    void partsTravelAndNothingElsePassesForThem()
    {
        Samples samples(15);
        core::SegmentRequest asked;
        asked.epoch = samples.random().id<EpochId>();
        asked.budget = 5000;
        asked.wants = {{samples.random().id<Hash>(), 0}, {samples.random().id<Hash>(), 700}};
        const auto back = decodeSegmentRequest(encodeSegmentRequest(asked));
        QVERIFY(back && back->wants == asked.wants && back->budget == 5000 && back->epoch == asked.epoch);
        const std::vector<core::SegmentPart> parts{{asked.wants[0], "abc"}, {asked.wants[1], std::string(4000, 'z')}};
        const auto bytes = encodeParts(parts);
        const auto read = decodeParts(bytes, asked);
        QVERIFY(read && read->size() == 2 && (*read)[1].bytes == parts[1].bytes && (*read)[1].from == asked.wants[1]);
        for (std::size_t size = 0; size < bytes.size(); ++size)
            if (size != bytes.size() - 4024) // one part less is an honest answer
                QVERIFY(!decodeParts(bytes.substr(0, size), asked));
        for (std::size_t i = 0; i < 60; ++i) {
            auto bad = bytes;
            bad[i] = static_cast<char>(bad[i] ^ 4);
            QVERIFY(!decodeParts(bad, asked));
        }
        auto others = asked;
        others.wants[0].offset = 3;
        QVERIFY(!decodeParts(bytes, others)); // the right bytes from another place
        QVERIFY(!decodeParts("<html>please sign in</html>", asked));
        QVERIFY(!decodeParts("LXP\x01", asked));
        others.wants.pop_back();
        QVERIFY(!decodeParts(bytes, others));
    }
};

QTEST_GUILESS_MAIN(SegmentCodecTest)
#include "tst_segment_codec.moc"

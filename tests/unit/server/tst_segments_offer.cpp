// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/segment_seal.hpp"
#include "sync/wire/paths.hpp"
#include "sync/wire/segment_codec.hpp"
#include "sync/wire/segment_messages.hpp"
#include "tests/unit/server/province_fixture.hpp"

#include <QtTest>

#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <map>
#include <set>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

namespace {

// The store belongs to the worker's thread, which also uses it when nothing waits: a test that looks at it asks that thread.
class Look final : public StoreTask {
public:
    explicit Look(std::function<void()> look) : m_look(std::move(look)) {}
    [[nodiscard]] bool writes() const override { return false; }
    [[nodiscard]] Result<void> perform() override
    {
        m_look();
        return {};
    }
    void answer(const Result<void>&) override { done.set_value(); }

    std::promise<void> done;

private:
    std::function<void()> m_look;
};

void onWorker(TestProvince& province, std::function<void()> look)
{
    const auto task = std::make_shared<Look>(std::move(look));
    if (!province.worker().post(task))
        qFatal("the worker takes nothing");
    task->done.get_future().wait();
}

} // namespace

// What the server offers as segments, to whom, and from where it takes them.
class TestSegmentsOffer : public QObject {
    Q_OBJECT

    static void pushHouseholds(TestProvince& province, Tablet& tablet, int count, const char* village = kVillage)
    {
        while (count > 0) {
            std::vector<std::string> bodies;
            for (; count > 0 && bodies.size() < 200; --count)
                bodies.push_back(tablet.body({province.household(village)}));
            QVERIFY(province.push(tablet, tablet.push({tablet.parcel(bodies)})).has_value());
        }
    }
    // To a family of its own; words as people say them, again and again in another order.
    static void pushVisits(TestProvince& province, Tablet& tablet, int count)
    {
        const auto home = province.household(kVillage);
        std::vector<std::string> bodies{tablet.body({home})};
        for (int i = 1; i < count; ++i) {
            core::RecordChange visit;
            visit.record = makeRecordId(province.clock.now(), province.random);
            visit.root = home.record;
            visit.type = province.type("visit").number;
            visit.partition = home.partition;
            std::string words;
            for (const int k : {7, 11, 13, 17})
                words += std::array{"讲到种菜眼睛亮。", "神情平和，在灶前煮粥。", "膝盖疼，上下楼慢。",
                                    "说收到了保险的单子。", "见面很客气。"}
                             .at(static_cast<std::size_t>(i * k / 5 % 5));
            visit.writes = {province.write("visit", "quick_note", Value::fromText(words))};
            bodies.push_back(tablet.body({visit}));
        }
        QVERIFY(province.push(tablet, tablet.push({tablet.parcel(bodies)})).has_value());
    }
    static core::PullReply pull(TestProvince& province, Tablet& tablet, std::uint32_t suite = core::kSegmentSuite,
                                std::vector<core::PartitionCursor> cursors = {})
    {
        auto request = tablet.pull(std::move(cursors), 1 << 22);
        request.segments = suite;
        auto reply = province.pull(tablet, request);
        if (!reply)
            qFatal("pull: %s", reply.error().detail.c_str());
        return std::move(*reply);
    }
    static HttpReply ask(TestProvince& province, Tablet& tablet, const core::SegmentRequest& request)
    {
        return province.call(tablet.request(wire::kPathSegment, wire::encodeSegmentRequest(request)));
    }
    // All bytes of a segment, `budget` at a time.
    static std::string fetch(TestProvince& province, Tablet& tablet, const core::SegmentRef& segment,
                             std::uint32_t budget = 1 << 20)
    {
        std::string bytes;
        while (bytes.size() < segment.size) {
            const core::SegmentRequest request{tablet.epoch, budget, {{segment.hash, bytes.size()}}};
            const auto parts = wire::decodeParts(ask(province, tablet, request).body, request);
            if (!parts)
                return {};
            bytes += parts->front().bytes;
        }
        return bytes;
    }
    static std::map<RecordId, std::vector<core::RegisterState>> rowsOf(const std::string& bytes, std::size_t partitions)
    {
        std::map<RecordId, std::vector<core::RegisterState>> rows;
        const auto read = wire::readSegment(bytes, partitions, [&](wire::SegmentRow& row) -> Result<void> {
            rows[row.record.record] = row.record.registers;
            return {};
        });
        return read ? rows : std::map<RecordId, std::vector<core::RegisterState>>{};
    }

private slots:
    void itIsWhatFramesFromZeroSay()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        pushHouseholds(province, tablet, 600);
        auto reader = province.enrol("Wang", "VW", kVillage);
        const auto frames = pull(province, reader, 0);
        QVERIFY(frames.manifests.empty());
        const auto offered = pull(province, reader);
        QCOMPARE(offered.manifests.size(), std::size_t{1});
        const auto& manifest = offered.manifests.front();
        QVERIFY(seal::verifyManifest(reader.receiptKey, manifest));
        QCOMPARE(manifest.partitions.size(), std::size_t{1});
        for (const auto& frame : offered.frames) // the directory is too small
            QVERIFY(frame.partition.text() != kVillage);
        const auto frame =
            std::ranges::find_if(frames.frames, [](const auto& f) { return f.partition.text() == kVillage; });
        QVERIFY(frame != frames.frames.end() && frame->atHead);
        QCOMPARE(manifest.partitions[0].sequence, frame->to);
        QVERIFY(manifest.partitions[0].chain == frame->chain && manifest.partitions[0].vector == frame->vector);
        std::map<RecordId, std::vector<core::RegisterState>> rows;
        for (const auto& segment : manifest.segments) {
            const auto bytes = fetch(province, reader, segment, 5000);
            QVERIFY(seal::segmentHash(bytes) == segment.hash);
            rows.merge(rowsOf(bytes, 1));
        }
        QCOMPARE(rows.size(), frame->rows.size());
        for (const auto& row : frame->rows)
            QVERIFY(rows.at(row.record) == row.registers);
        // From there on by frames.
        pushHouseholds(province, tablet, 2);
        const auto& part = manifest.partitions[0];
        const auto tail = pull(province, reader, 1, {{part.partition, part.sequence, part.sequence, part.chain}});
        QVERIFY(tail.manifests.empty());
        const auto news =
            std::ranges::find_if(tail.frames, [](const auto& f) { return f.partition.text() == kVillage; });
        QVERIFY(news != tail.frames.end() && news->from == part.sequence);
        QCOMPARE(news->rows.size(), std::size_t{2});
    }

    void itIsMadeOnceAndKeptOverARestart()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        pushHouseholds(province, tablet, 600);
        const auto first = pull(province, tablet).manifests;
        pushHouseholds(province, tablet, 20); // a short tail
        QVERIFY(pull(province, tablet).manifests == first);
        province.restart();
        QVERIFY(pull(province, tablet).manifests == first);
        pushHouseholds(province, tablet, 90); // a long one
        const auto second = pull(province, tablet).manifests;
        QVERIFY(second != first);
        const auto now = [&] {
            std::uint64_t sequence = 0;
            onWorker(province, [&] {
                sequence = province.province().store().partition(*PartitionId::parse(kVillage))->sequence;
            });
            return sequence;
        };
        QCOMPARE(second.front().partitions.front().sequence, now());
        // Whoever began with the first may finish.
        QVERIFY(!fetch(province, tablet, first.front().segments.front()).empty());
        province.clock.time += 3'600'000;
        pushHouseholds(province, tablet, 120);
        std::vector<core::SegmentManifest> third;
        onWorker(province, [&] {
            province.province().whenIdle(); // made anew before anybody asks
            third = province.province().segments().offer({*PartitionId::parse(kVillage)}).manifests;
        });
        QVERIFY(!third.empty());
        QCOMPARE(third.front().partitions.front().sequence, now());
        QVERIFY(fetch(province, tablet, first.front().segments.front()).empty());
    }

    // When nothing else is to do they are packed once more: the same rows in fewer bytes, and who had begun with the others may finish.
    void itIsPressedWhenNothingWaits()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        pushHouseholds(province, tablet, 300);
        pushVisits(province, tablet, 300);
        const auto first = pull(province, tablet).manifests.front();
        onWorker(province, [&] { province.province().segments().pressFrom(1); });
        const auto pressed = [&] {
            return province.admin({{"do", "status"}})->at("segments").at("pressed").as_int64() == 1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(pressed(), 60'000);
        const auto second = pull(province, tablet).manifests.front();
        QVERIFY(seal::verifyManifest(tablet.receiptKey, second));
        QVERIFY(second.partitions == first.partitions);
        QVERIFY(second.segments.front().hash != first.segments.front().hash);
        QVERIFY(second.segments.front().size < first.segments.front().size);
        const auto bytes = fetch(province, tablet, second.segments.front());
        QVERIFY(seal::segmentHash(bytes) == second.segments.front().hash);
        const auto before = fetch(province, tablet, first.segments.front());
        QVERIFY(rowsOf(bytes, 1) == rowsOf(before, 1) && rowsOf(bytes, 1).size() == 600);
        // It is of the same moment, so the next one retires both, and takes neither away.
        province.restart();
        QVERIFY(pull(province, tablet).manifests.front() == second);
        pushHouseholds(province, tablet, 90);
        QVERIFY(pull(province, tablet).manifests.front().partitions != second.partitions);
        QVERIFY(!fetch(province, tablet, first.segments.front()).empty());
        QVERIFY(!fetch(province, tablet, second.segments.front()).empty());
        pushHouseholds(province, tablet, 120);
        QVERIFY(!pull(province, tablet).manifests.empty());
        QVERIFY(fetch(province, tablet, first.segments.front()).empty());
        QVERIFY(fetch(province, tablet, second.segments.front()).empty());
    }

    void neighboursShareABundleAndKindsDoNot()
    {
        TestProvince province;
        auto officer = province.enrol("Lin", "TO", kTownship);
        pushHouseholds(province, officer, 200, "v:350128001201");
        pushHouseholds(province, officer, 200, "v:350128001202");
        const auto manifests = pull(province, officer).manifests;
        QCOMPARE(manifests.size(), std::size_t{1});
        QCOMPARE(manifests[0].partitions.size(), std::size_t{2});
        // A village of 200 alone comes by a frame.
        auto worker = province.enrol("Wang", "VW", kVillage);
        QVERIFY(pull(province, worker).manifests.empty());
        // And its worker may not have a segment that holds the other village too.
        const core::SegmentRequest request{worker.epoch, 1000, {{manifests[0].segments[0].hash, 0}}};
        QCOMPARE(refusalOf(ask(province, worker, request)).code, std::string("not-found"));
        QVERIFY(!fetch(province, officer, manifests[0].segments[0]).empty());
    }

    void onlyWhoHoldsItAndAsksInOrderGetsIt()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        pushHouseholds(province, tablet, 600);
        const auto segment = pull(province, tablet).manifests.front().segments.front();
        auto stranger = province.enrol("Chen", "VW", kOtherVillage);
        core::SegmentRequest request{stranger.epoch, 1000, {{segment.hash, 0}}};
        QCOMPARE(refusalOf(ask(province, stranger, request)).code, std::string("not-found"));
        QCOMPARE(refusalOf(ask(province, tablet, {tablet.epoch, 1000, {{Hash{}, 0}}})).code, std::string("not-found"));
        QCOMPARE(refusalOf(ask(province, tablet, {tablet.epoch, 1000, {{segment.hash, segment.size}}})).code,
                 std::string("not-found"));
        request.epoch.bytes[0] ^= 1U;
        const auto changed = refusalOf(ask(province, tablet, request));
        QCOMPARE(changed.code, std::string("epoch-changed"));
        QVERIFY(changed.epoch == tablet.epoch);
        request.epoch = tablet.epoch;
        auto replay = tablet.request(wire::kPathSegment, wire::encodeSegmentRequest(request));
        QCOMPARE(province.call(replay).status, 200);
        QCOMPARE(province.call(replay).status, 200); // the same again: its answer was lost
        QVERIFY(!fetch(province, tablet, segment).empty());
        QCOMPARE(province.call(replay).status, 409);
        replay.body += "x";
        QCOMPARE(province.call(replay).status, 401);
        auto get = tablet.request(wire::kPathSegment, "{}");
        get.method = "GET";
        QCOMPARE(province.call(get).status, 405);
        QCOMPARE(refusalOf(province.call(tablet.request(wire::kPathSegment, "{}"))).code, std::string("invalid-input"));
    }

    void whatFitsNoSegmentComesByFrames()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        // Forty writes of 60 KB of noise into one record, none of which has seen another.
        pushHouseholds(province, tablet, 600);
        auto change = province.household(kVillage);
        std::vector<std::uint8_t> noise(45'000);
        auto write = change;
        for (std::uint32_t i = 0; i < 41; ++i) {
            const auto pushed = province.push(tablet, tablet.push({tablet.parcel({tablet.body({write})})}));
            QVERIFY(pushed && !pushed->need);
            for (const auto& outcome : pushed->outcomes)
                QVERIFY(outcome.outcome != core::Outcome::quarantined);
            province.random.fill(noise);
            write.writes.assign(1, {});
            write.writes[0].key.number = i % 2 == 0 ? 11 : 15;
            write.writes[0].value = Value::fromText(toBase64Url(noise));
        }
        const auto reply = pull(province, tablet);
        QVERIFY(reply.manifests.empty());
        QVERIFY(std::ranges::any_of(reply.frames, [](const auto& f) { return f.partition.text() == kVillage; }));
    }

    void theShelfIsEncryptedAndBegunAnewWhenItDoesNotOpen()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath("segments.db").toStdString();
        SystemRandom random;
        const auto key = store::RawKey::random(random);
        core::SegmentManifest manifest;
        manifest.partitions = {{*PartitionId::parse(kVillage), 3, {}, {}}};
        const std::string bytes = "words that nobody may find in the file";
        manifest.segments = {{seal::segmentHash(bytes), static_cast<std::uint32_t>(bytes.size()), 1}};
        const std::set<PartitionId> mine{*PartitionId::parse(kVillage)};
        const auto& hash = manifest.segments.front().hash;
        {
            const auto shelf = SegmentShelf::open(path, key);
            QVERIFY(shelf.has_value());
            QVERIFY((*shelf)->put(manifest, {bytes}).has_value());
            QVERIFY((*shelf)->isWithin(hash, mine) && !(*shelf)->isWithin(hash, {}));
        }
        {
            const auto shelf = SegmentShelf::open(path, key);
            QVERIFY(shelf && (*shelf)->bundles().size() == 1 && (*shelf)->bundles().front().manifest == manifest);
            QCOMPARE((*shelf)->bytes(hash, 6, 4).value(), std::string("that"));
            QCOMPARE((*shelf)->bytes(hash, 6, 1000).value(), bytes.substr(6));
            QVERIFY((*shelf)->bytes(hash, bytes.size(), 10).value().empty());
        }
        std::ifstream file(path, std::ios::binary);
        const std::string raw{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        QVERIFY(!raw.empty() && raw.find("nobody may find") == std::string::npos &&
                raw.find(kVillage) == std::string::npos);
        {
            const auto shelf = SegmentShelf::open(path, store::RawKey::random(random));
            QVERIFY(shelf && (*shelf)->bundles().empty());
        }
        std::ofstream(path, std::ios::binary) << std::string(20'000, 'x');
        const auto shelf = SegmentShelf::open(path, key);
        QVERIFY(shelf && (*shelf)->bundles().empty());
        QVERIFY((*shelf)->put(manifest, {bytes}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestSegmentsOffer)
#include "tst_segments_offer.moc"

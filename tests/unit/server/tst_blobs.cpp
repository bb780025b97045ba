// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/blob_seal.hpp"
#include "tests/unit/server/blob_world.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;
using core::BlobStage;

// Who may bring and who may have the bytes of attachments, and what the server keeps.
class TestBlobs : public QObject {
    Q_OBJECT

    static std::vector<core::BlobState> ask(TestProvince& province, Tablet& tablet, RecordId record,
                                            const Picture& picture)
    {
        const auto reply = province.call(
            tablet.request(wire::kPathBlobAsk, wire::encodeBlobAsk({tablet.epoch, {{record, picture.list}}})));
        const auto states = wire::decodeBlobStates(
            unpacked(reply), {{picture.id, static_cast<std::uint32_t>(picture.list.chunks.size())}});
        if (reply.status != 200 || !states)
            qFatal("ask: %s", reply.body.c_str());
        return *states;
    }
    static HttpReply put(TestProvince& province, Tablet& tablet, std::vector<core::BlobPiece> pieces)
    {
        return province.call(
            tablet.request(wire::kPathBlobPut, wire::encodeBlobPut({tablet.epoch, std::move(pieces)})));
    }
    static core::BlobState stateOf(const HttpReply& reply, const Picture& picture)
    {
        const auto states = wire::decodeBlobStates(
            unpacked(reply), {{picture.id, static_cast<std::uint32_t>(picture.list.chunks.size())}});
        if (reply.status != 200 || !states)
            qFatal("put: %s", reply.body.c_str());
        return states->front();
    }
    static core::BlobPiece piece(const Picture& picture, std::uint32_t place, std::uint32_t from, std::size_t size)
    {
        return {picture.id, place, from, picture.bytes.substr(place * core::kBlobChunk + from, size)};
    }
    static core::BlobState sendAll(TestProvince& province, Tablet& tablet, const Picture& picture)
    {
        core::BlobState state;
        for (std::uint32_t place = 0; place < picture.list.chunks.size(); ++place)
            state = stateOf(put(province, tablet, {piece(picture, place, 0, core::kBlobChunk)}), picture);
        return state;
    }
    static std::vector<core::BlobPart> get(TestProvince& province, Tablet& tablet,
                                           const std::vector<core::BlobWant>& wants, std::uint32_t budget = 100'000)
    {
        const core::BlobGet asked{tablet.epoch, budget, wants};
        const auto reply = province.call(tablet.request(wire::kPathBlobGet, wire::encodeBlobGet(asked)));
        auto parts = wire::decodeBlobParts(reply.body, asked);
        if (reply.status != 200 || !parts)
            qFatal("get: %d %s", reply.status, parts ? "" : parts.error().detail.c_str());
        return std::move(*parts);
    }

private slots:
    // In pieces, over a restart in the middle; the server's word at the end is signed; a colleague gets the same bytes back.
    void aPictureGoesUpAndComesDown()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const Picture picture(noise(300'000, 1), kVillage);
        const Picture small(noise(5'000, 2), kVillage);
        const auto named = keep(province, tablet, picture.id, small.id);
        auto state = ask(province, tablet, named.record, picture).front();
        QVERIFY(state.stage == BlobStage::partly);
        QCOMPARE(state.missing, (std::vector<std::uint32_t>{0, 1}));
        state = stateOf(put(province, tablet, {piece(picture, 0, 0, 60'000)}), picture);
        QCOMPARE(state.begun.front().second, 60'000U);
        province.restart();
        QCOMPARE(ask(province, tablet, named.record, picture).front().begun.front().second, 60'000U);
        state = stateOf(
            put(province, tablet, {piece(picture, 0, 60'000, core::kBlobChunk - 60'000), piece(picture, 1, 0, 50'000)}),
            picture);
        QVERIFY(state.stage == BlobStage::whole);
        QVERIFY(seal::verifyBlobHeld(tablet.receiptKey, tablet.epoch, picture.id, state.signature));
        QVERIFY(ask(province, tablet, named.record, small).front().stage == BlobStage::partly);
        QVERIFY(sendAll(province, tablet, small).stage == BlobStage::whole);

        auto colleague = province.enrol("Wang", "VW", kVillage);
        const auto first = get(province, colleague,
                               {{named.record, small.id, std::nullopt}, {named.record, picture.id, std::nullopt}});
        QCOMPARE(first.size(), std::size_t{2});
        QVERIFY(first[0].bytes == small.bytes && *first[0].list == small.list);
        QVERIFY(*first[1].list == picture.list);
        std::string bytes = first[1].bytes;
        QCOMPARE(bytes.size(), std::size_t{95'000}); // what the budget left
        while (bytes.size() < picture.bytes.size())
            bytes += get(province, colleague, {{named.record, picture.id, bytes.size()}}).front().bytes;
        QVERIFY(bytes == picture.bytes);
        QVERIFY(!get(province, colleague, {{named.record, picture.id, bytes.size()}}).front().isThere);
    }

    void onlyWhoMayWriteBringsAndWhoMayReadHas()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        auto stranger = province.enrol("Chen", "VW", kOtherVillage);
        const Picture picture(noise(3'000, 3), kVillage);
        const auto named = keep(province, tablet, picture.id);
        QVERIFY(ask(province, stranger, named.record, picture).front().stage == BlobStage::unnamed);
        QVERIFY(ask(province, tablet, named.record, picture).front().stage == BlobStage::partly);
        // The list is known by now, but not to be filled by everybody.
        QVERIFY(stateOf(put(province, stranger, {piece(picture, 0, 0, 3'000)}), picture).stage == BlobStage::unnamed);
        QCOMPARE(ask(province, tablet, named.record, picture).front().begun.size(), std::size_t{0});
        QVERIFY(!get(province, tablet, {{named.record, picture.id, std::nullopt}}).front().isThere); // not whole
        QVERIFY(sendAll(province, tablet, picture).stage == BlobStage::whole);
        QVERIFY(get(province, tablet, {{named.record, picture.id, std::nullopt}}).front().isThere);
        QVERIFY(!get(province, stranger, {{named.record, picture.id, std::nullopt}}).front().isThere);
        // A record of one's own, made only to ask by it: no. Who knows all chunks has the picture anyway.
        const auto own = keep(province, stranger, picture.id, {}, kOtherVillage);
        QVERIFY(!get(province, stranger, {{own.record, picture.id, std::nullopt}}).front().isThere);
        QVERIFY(ask(province, stranger, own.record, picture).front().stage == BlobStage::whole);
        // A township's officer reads its villages.
        auto officer = province.enrol("Gao", "TO", kTownship);
        QVERIFY(get(province, officer, {{named.record, picture.id, std::nullopt}}).front().isThere);
        // The village was taken away since.
        QVERIFY(
            province.admin({{"do", "revoke"}, {"user", tablet.user.text()}, {"areas", boost::json::array{kVillage}}})
                .has_value());
        QVERIFY(!get(province, tablet, {{named.record, picture.id, std::nullopt}}).front().isThere);
        // What its author took before is still brought (PROTOCOL.md 8.3).
        QVERIFY(ask(province, tablet, named.record, picture).front().stage != BlobStage::unnamed);
    }

    void onlyWhatAnAppliedRecordNames()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const Picture picture(noise(3'000, 4), kVillage);
        const Picture other(noise(3'000, 5), kVillage);
        const auto named = keep(province, tablet, picture.id);
        QVERIFY(ask(province, tablet, named.record, other).front().stage == BlobStage::unnamed);
        QVERIFY(ask(province, tablet, named.family, picture).front().stage == BlobStage::unnamed); // no attachment
        QVERIFY(ask(province, tablet, makeRecordId(province.clock.now(), province.random), picture).front().stage ==
                BlobStage::unnamed);
        QVERIFY(stateOf(put(province, tablet, {piece(other, 0, 0, 3'000)}), other).stage == BlobStage::unnamed);
        // Put away: neither brought nor had.
        QVERIFY(ask(province, tablet, named.record, picture).front().stage == BlobStage::partly);
        QVERIFY(sendAll(province, tablet, picture).stage == BlobStage::whole);
        core::RecordChange away;
        away.record = named.record;
        away.root = named.family;
        away.type = province.type("attachment").number;
        away.partition = *PartitionId::parse(kVillage);
        core::Write life;
        life.key.number = kLifeRegister;
        life.value = *Value::fromCanonical(R"({"state":2})");
        away.writes = {life};
        QVERIFY(province.push(tablet, tablet.push({tablet.parcel({tablet.body({away})})}))->outcomes.empty());
        QVERIFY(!get(province, tablet, {{named.record, picture.id, std::nullopt}}).front().isThere);
        QVERIFY(ask(province, tablet, named.record, picture).front().stage == BlobStage::unnamed);
    }

    // What lies in a case is sealed, and nothing unsealed is let in beside it.
    void nothingOfACase()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const auto partition = PartitionId::forCase(makeRecordId(province.clock.now(), province.random));
        const Picture picture(noise(3'000, 6), partition.text().c_str());
        const auto named = keep(province, tablet, picture.id);
        QVERIFY(ask(province, tablet, named.record, picture).front().stage == BlobStage::unnamed);
    }

    void wrongBytesAreNamedAndNotKept()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const Picture picture(noise(300'000, 7), kVillage);
        const auto named = keep(province, tablet, picture.id);
        std::ignore = ask(province, tablet, named.record, picture);
        auto wrong = piece(picture, 1, 0, core::kBlobChunk);
        wrong.bytes[7] = static_cast<char>(wrong.bytes[7] ^ 1);
        auto state = stateOf(put(province, tablet, {wrong}), picture);
        QCOMPARE(state.wrong, std::vector<std::uint32_t>{1});
        QVERIFY(state.begun.empty());
        state = stateOf(put(province, tablet, {piece(picture, 1, 5'000, 100)}), picture); // a gap
        QVERIFY(state.begun.empty() && state.wrong.empty());
        // Bytes that the blob does not have take the others of the put back.
        const auto beyond = put(province, tablet, {piece(picture, 0, 0, 100), {picture.id, 2, 0, "a"}});
        QCOMPARE(refusalOf(beyond).code, std::string("invalid-input"));
        const auto late = put(province, tablet, {{picture.id, 1, 37'855, "ab"}});
        QCOMPARE(refusalOf(late).code, std::string("invalid-input"));
        QVERIFY(ask(province, tablet, named.record, picture).front().begun.empty());
        QVERIFY(sendAll(province, tablet, picture).stage == BlobStage::whole);
    }

    void badRequests()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const Picture picture(noise(3'000, 8), kVillage);
        const auto named = keep(province, tablet, picture.id);
        const auto good = wire::encodeBlobPut({tablet.epoch, {piece(picture, 0, 0, 3'000)}});
        for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{11}, good.size() - 1})
            QCOMPARE(refusalOf(province.call(tablet.request(wire::kPathBlobPut, good.substr(0, size)))).code,
                     std::string("invalid-input"));
        QCOMPARE(refusalOf(province.call(tablet.request(wire::kPathBlobPut, good + "x"))).code,
                 std::string("invalid-input"));
        auto later = good;
        later[3] = 2;
        QCOMPARE(refusalOf(province.call(tablet.request(wire::kPathBlobPut, later))).code,
                 std::string("upgrade-needed"));
        // Packed, it may be small and yet too much.
        const auto bomb = province.call(tablet.request(wire::kPathBlobPut, std::string(4U << 20U, '\0')));
        QVERIFY(bomb.status == 400);
        for (const auto path : {wire::kPathBlobAsk, wire::kPathBlobGet})
            QCOMPARE(refusalOf(province.call(tablet.request(path, "{}"))).code, std::string("invalid-input"));
        auto method = tablet.request(wire::kPathBlobGet, "{}");
        method.method = "GET";
        QCOMPARE(province.call(method).status, 405);
        auto epoch = tablet.epoch;
        epoch.bytes[0] ^= 1U;
        const auto changed = province.call(
            tablet.request(wire::kPathBlobAsk, wire::encodeBlobAsk({epoch, {{named.record, picture.list}}})));
        QCOMPARE(refusalOf(changed).code, std::string("epoch-changed"));
        auto forged = tablet.request(wire::kPathBlobPut, good);
        forged.body.back() = static_cast<char>(forged.body.back() ^ 1);
        QCOMPARE(province.call(forged).status, 401);
        auto replay = tablet.request(wire::kPathBlobPut, good);
        QCOMPARE(province.call(replay).status, 200);
        std::ignore = ask(province, tablet, named.record, picture);
        QCOMPARE(province.call(replay).status, 409);
        QCOMPARE(province.call(tablet.request("/v1/blob/list", "{}")).status, 404);
    }
};

QTEST_GUILESS_MAIN(TestBlobs)
#include "tst_blobs.moc"

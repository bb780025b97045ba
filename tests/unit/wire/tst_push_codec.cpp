// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/compression.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/message_codec.hpp"
#include "tests/unit/wire/samples.hpp"

#include <QtTest>

using namespace lianxin;
using lianxin::test::equal;
using lianxin::test::flipped;
using lianxin::test::Samples;
using namespace lianxin::wire;

class PushCodecTest : public QObject {
    Q_OBJECT

    // An edit of one field as the app makes it, on top of twelve earlier ones.
    static core::PushRequest oneEdit(Samples& samples)
    {
        core::Changeset c;
        c.dot = {samples.replica(), 13};
        c.user = samples.user();
        c.catalogue = 1;
        c.scopeGeneration = 1;
        c.deviceTime = 1'790'000'000'123;
        c.hlc = c.deviceTime * 65536;
        c.clockOffset = 412;
        c.pasts.emplace_back();
        c.pasts[0].addRange(c.dot.replica, 1, 12);
        const auto household = samples.random().id<RecordId>();
        core::RecordChange change;
        change.record = change.root = household;
        change.type = 3;
        change.partition = *PartitionId::parse("v:350128001201");
        change.writes.emplace_back().key.number = 52;
        change.writes[0].value = Value::fromText("13800000000");
        c.changes.push_back(std::move(change));
        core::PushRequest request;
        request.epoch = samples.random().id<EpochId>();
        request.acknowledged = 12;
        request.acknowledgedHash = samples.random().id<Hash>();
        core::Parcel p;
        p.replica = c.dot.replica;
        p.first = 13;
        p.before = request.acknowledgedHash;
        p.seed = seal::makeSeed(samples.random());
        p.bodies.push_back(encodeChangeset(c));
        p.head = seal::chainOf(p).back();
        p.signature = seal::signParcel(samples.key(), p);
        request.parcels.push_back(p);
        return request;
    }

    static core::PushReply replyTo(Samples& samples, const core::PushRequest& asked)
    {
        core::PushReply reply;
        const auto& last = asked.parcels.back();
        reply.receipt = seal::signReceipt(samples.key(), asked.epoch, last.replica, last.last(), last.head);
        reply.serverTime = 1'790'000'000'200;
        return reply;
    }

private slots:
    void everyPushRoundTrips()
    {
        for (std::uint64_t seed = 1; seed <= 500; ++seed) {
            Samples samples(seed);
            const auto request = samples.push();
            const auto bytes = encodePushRequest(request);
            QVERIFY2(isCanonicalJson(bytes, {kMaxPushBytes, kMaxPushBytes, kMaxDepth}),
                     qPrintable(QString("seed %1").arg(seed)));
            const auto back = decodePushRequest(bytes);
            QVERIFY2(back && equal(*back, request), qPrintable(QString("seed %1").arg(seed)));
            for (const auto& parcel : back->parcels) {
                QVERIFY(seal::verifyParcel(samples.key().publicKey(), parcel));
                QVERIFY(equal(*decodeParcel(encodeParcel(parcel)), parcel));
            }
        }
    }

    void everyReplyRoundTrips()
    {
        for (std::uint64_t seed = 1; seed <= 500; ++seed) {
            Samples samples(seed);
            auto& random = samples.random();
            const auto asked = samples.push();
            core::PushReply reply;
            reply.receipt = {random.id<EpochId>(), random.id<ReplicaId>(), random.below(100), random.id<Hash>(),
                             random.id<core::Signature>()};
            if (!asked.parcels.empty() && random.below(2) == 0) { // somewhere inside what was pushed
                const auto& parcel = asked.parcels[random.below(asked.parcels.size())];
                const auto i = random.below(parcel.bodies.size());
                reply.receipt = seal::signReceipt(samples.key(), asked.epoch, parcel.replica, parcel.first + i,
                                                  seal::chainOf(parcel)[i]);
            }
            if (random.below(3) == 0)
                reply.need = random.below(100);
            if (random.below(3) == 0)
                reply.outcomes = {{4, core::Outcome::conflicted, core::QuarantineReason::none},
                                  {5, core::Outcome::quarantined, core::QuarantineReason::foreignRoot}};
            reply.serverTime = static_cast<Millis>(random.below(1'000'000));
            const auto bytes = encodePushReply(reply, asked);
            QVERIFY(isCanonicalJson(bytes));
            const auto back = decodePushReply(bytes, asked);
            QVERIFY2(back, qPrintable(QString("seed %1").arg(seed)));
            QVERIFY(back->receipt == reply.receipt && back->need == reply.need && back->outcomes == reply.outcomes &&
                    back->serverTime == reply.serverTime);
        }
    }

    // The receipt covers the hash that did not travel: one over other changesets does not verify.
    void aReceiptForOtherChangesetsIsFound()
    {
        Samples samples(1);
        const auto asked = oneEdit(samples);
        auto other = asked;
        other.parcels[0].bodies[0] += " ";
        other.parcels[0].head = seal::chainOf(other.parcels[0]).back();
        const auto honest = decodePushReply(encodePushReply(replyTo(samples, asked), asked), asked);
        QVERIFY(seal::verifyReceipt(samples.key().publicKey(), honest->receipt));
        const auto forged = decodePushReply(encodePushReply(replyTo(samples, other), other), asked);
        QVERIFY(forged && !seal::verifyReceipt(samples.key().publicKey(), forged->receipt));
    }

    void whatIsKnownDoesNotTravel()
    {
        Samples samples(2);
        const auto asked = oneEdit(samples);
        const auto push = encodePushRequest(asked);
        const auto reply = encodePushReply(replyTo(samples, asked), asked);
        QVERIFY(push.find(asked.parcels[0].head.text()) == std::string::npos);
        QCOMPARE(QByteArray::fromStdString(push).count(asked.acknowledgedHash.text().c_str()), 1);
        QVERIFY(reply.find(asked.parcels[0].head.text()) == std::string::npos);
        QVERIFY(reply.find(asked.epoch.text()) == std::string::npos);
        const auto packedPush = pack(push).bytes.size();
        const auto packedReply = pack(reply).bytes.size();
        qInfo("one edit: push %zu B (packed %zu), reply %zu B (packed %zu), together %zu B", push.size(), packedPush,
              reply.size(), packedReply, packedPush + packedReply);
        // Signatures, hashes and ids alone are about 250 random bytes; the dictionary of a later version takes most of the rest.
        QVERIFY(packedPush + packedReply <= 560);

        core::PushRequest many;
        many.acknowledged = 12;
        many.acknowledgedHash = asked.acknowledgedHash;
        core::Parcel p = asked.parcels[0];
        for (std::uint64_t n = 14; n < 14 + 199; ++n) {
            auto c = *decodeChangeset(p.bodies[0]);
            c.dot.number = n;
            c.hlc += static_cast<core::Hlc>(n) << 24U;
            c.deviceTime += static_cast<Millis>(n) << 8U;
            c.changes[0].record = c.changes[0].root = samples.random().id<RecordId>();
            p.bodies.push_back(encodeChangeset(c));
        }
        many.parcels.push_back(p);
        qInfo("200 edits: %.1f B each, packed", static_cast<double>(pack(encodePushRequest(many)).bytes.size()) / 200);
    }

    // R17: the log begins with the first parcel, and says so.
    void aTrimmedLogSaysSo()
    {
        Samples samples(7);
        core::PushRequest request;
        request.acknowledged = 12;
        request.acknowledgedHash = samples.random().id<Hash>();
        auto p = samples.parcel(20, samples.random().id<Hash>(), 2);
        request.parcels = {p};
        request.trimmed = true;
        const auto bytes = encodePushRequest(request);
        QVERIFY(isCanonicalJson(bytes));
        const auto back = decodePushRequest(bytes);
        QVERIFY(back && back->trimmed && back->parcels.front().first == 20 && back->parcels.front().before == p.before);
        for (auto* word : {"1", "null", "\"true\""}) {
            auto wrong = QByteArray::fromStdString(bytes);
            wrong.replace("\"x\":true}", QByteArray("\"x\":") + word + "}");
            QVERIFY2(!decodePushRequest(wrong.toStdString()), word);
        }
        // Nothing is missing.
        request.acknowledged = 19;
        QVERIFY(!decodePushRequest(encodePushRequest(request)));
        request.parcels.clear();
        QVERIFY(!decodePushRequest(encodePushRequest(request)));
    }

    // D13: an erased changeset travels as its commitment.
    void erasedChangesetsTravel()
    {
        Samples samples(3);
        auto p = samples.parcel(5, samples.random().id<Hash>(), 3);
        for (std::size_t i = 0; i < p.bodies.size(); ++i)
            p.remains.push_back(seal::blinding(p.seed, p.first + i));
        p.seed = {};
        for (const std::size_t erased : {1, 0}) {
            p.remains[erased] = seal::commitment(p.remains[erased], p.bodies[erased]);
            p.bodies[erased].clear();
            const auto back = decodeParcel(encodeParcel(p));
            QVERIFY(back && equal(*back, p));
            QVERIFY(seal::verifyParcel(samples.key().publicKey(), *back));
            core::PushRequest request;
            request.acknowledged = 4;
            request.acknowledgedHash = p.before;
            request.parcels.push_back(p);
            const auto pushed = decodePushRequest(encodePushRequest(request));
            QVERIFY(pushed && equal(*pushed, request));
        }
    }

    // The server quarantines what it cannot read, it does not refuse the queue behind it: bodies pass through as they are.
    void bodiesAreNotJudged()
    {
        Samples samples(4);
        auto p = samples.parcel(1, {}, 1);
        p.bodies.emplace_back(R"({"anything":[1,2,{"z":"x"}]})");
        p.bodies.emplace_back("{}");
        p.bodies.emplace_back("{\"long\":\"" + std::string(kMaxEnvelopeString + 100, 'A') + "\"}");
        p.head = seal::chainOf(p).back();
        core::PushRequest request;
        request.parcels.push_back(p);
        const auto back = decodePushRequest(encodePushRequest(request));
        QVERIFY(back && equal(*back, request));
        std::swap(request.parcels[0].bodies[0],
                  request.parcels[0].bodies[2]); // the first body does not say its replica
        request.parcels[0].head = seal::chainOf(request.parcels[0]).back();
        const auto again = decodePushRequest(encodePushRequest(request));
        QVERIFY(again && equal(*again, request));
    }

    void cutsAndFlipsNeverPass()
    {
        Samples samples(5);
        const auto request = oneEdit(samples);
        const auto bytes = encodePushRequest(request);
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(!decodePushRequest(std::string_view(bytes).substr(0, size)));
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            const auto back = decodePushRequest(flipped(bytes, bit));
            if (!back || back->parcels.size() != 1 || !equal(back->parcels[0], request.parcels[0]))
                QVERIFY2(!back || back->parcels.empty() ||
                             !seal::verifyParcel(samples.key().publicKey(), back->parcels[0]),
                         qPrintable(QString("bit %1").arg(bit)));
        }
    }

    void badPushes_data()
    {
        Samples samples(6);
        const auto good = QByteArray::fromStdString(encodePushRequest(oneEdit(samples)));
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [&](const char* name, const QByteArray& bytes) {
            QVERIFY2(bytes != good, name);
            QTest::newRow(name) << bytes;
        };
        row("list", "[]");
        row("text", "\"x\"");
        row("no members", "{}");
        row("negative", QByteArray(good).replace("\"a\":12", "\"a\":-1"));
        row("too large", QByteArray(good).replace("\"a\":12", "\"a\":9000000000000000000"));
        row("fraction", QByteArray(good).replace("\"a\":12", "\"a\":12.5"));
        row("duplicate", QByteArray(good).replace("\"a\":12", "\"a\":12,\"a\":12"));
        row("no parcels", QByteArray(good).replace("\"p\":[{\"b\"", "\"q\":[{\"b\""));
        row("empty parcel", R"({"a":0,"e":"AQEBAQEBAQE","p":[{}]})");
        row("parcel without bodies", QByteArray(good).replace("\"b\":[{", "\"b\":[],\"j\":[{"));
        row("body is a text", QByteArray(good).replace("\"b\":[{", "\"b\":[\"x\",{"));
        row("body is null", QByteArray(good).replace("\"b\":[{", "\"b\":[null,{"));
        row("seed missing", QByteArray(good).replace("\"s\":", "\"x\":"));
        row("signature missing", QByteArray(good).replace(",\"g\":\"", ",\"gg\":\""));
        row("replica unknown", QByteArray(good).replace(",\"r\":", ",\"rr\":"));
        row("epoch too short", R"({"a":0,"e":"AQEB","p":[]})");
        row("deep", "{\"a\":0,\"e\":\"AQEBAQEBAQE\",\"p\":" + QByteArray(40, '[') + QByteArray(40, ']') + "}");
        row("oversized", "{\"a\":0,\"e\":\"AQEBAQEBAQE\",\"p\":[],\"z\":\"" +
                             QByteArray(static_cast<qsizetype>(kMaxPushBytes), 'z') + "\"}");
        row("bad UTF-8", "{\"a\":0,\"e\":\"AQEBAQEBAQE\",\"p\":[],\"z\":\"\xff\"}");
        row("not a number", R"({"a":NaN,"e":"AQEBAQEBAQE","p":[]})");
        QByteArray bodies("{}");
        for (std::size_t i = 0; i < kMaxChangesetsPerPush; ++i)
            bodies += ",{}";
        const QByteArray tail =
            "],\"g\":\"" + QByteArray(86, 'A') + "\",\"r\":\"AQEBAQEBAQE\",\"s\":\"AAAAAAAAAAAAAAAAAAAAAA\"}";
        row("501 changesets", R"({"a":0,"e":"AQEBAQEBAQE","p":[{"b":[)" + bodies + tail + "]}");
        const QByteArray half = R"({"b":[{})" + QByteArray(",{}").repeated(299) + tail;
        row("600 changesets in two", R"({"a":0,"e":"AQEBAQEBAQE","p":[)" + half + "," + half + "]}");
    }
    void badPushes()
    {
        QFETCH(QByteArray, bytes);
        const auto request = decodePushRequest(bytes.toStdString());
        QVERIFY(!request && request.error().code == Errc::invalidInput);
    }

    void laterMembersAreIgnored()
    {
        Samples samples(7);
        const auto request = oneEdit(samples);
        auto bytes = QByteArray::fromStdString(encodePushRequest(request));
        bytes.replace("{\"a\":12", "{\"Z\":{\"new\":1},\"a\":12");
        const auto back = decodePushRequest(bytes.toStdString());
        QVERIFY(back && equal(*back, request));
    }

    void errorRepliesRoundTrip()
    {
        const ErrorReply reply{"busy", "come back", std::nullopt, 30};
        QVERIFY(*decodeErrorReply(encodeErrorReply(reply)) == reply);
        ErrorReply epoch = errorReplyOf(fail(Errc::epochChanged, "restored"));
        epoch.epoch = Samples(1).random().id<EpochId>();
        QVERIFY(*decodeErrorReply(encodeErrorReply(epoch)) == epoch);
        for (int code = static_cast<int>(Errc::invalidInput); code <= static_cast<int>(Errc::internal); ++code) {
            const auto made = errorReplyOf(fail(static_cast<Errc>(code), "detail"));
            QVERIFY(httpStatusOf(made.code) >= 400);
            const auto own = static_cast<Errc>(code);
            const bool isServers = own == Errc::damaged || own == Errc::io || own == Errc::offline ||
                                   own == Errc::internal || own == Errc::diskFull;
            QVERIFY(errcOf(made) == (isServers ? Errc::busy : own));
        }
        QVERIFY(errcOf({"a-code-of-2030", "", {}, {}}) == Errc::protocol);
        QVERIFY(!decodeErrorReply("{}"));
        QVERIFY(!decodeErrorReply(R"({"code":"busy","retryAfter":-1})"));
        QVERIFY(!decodeErrorReply("<html>502 Bad Gateway</html>"));
    }
};

QTEST_APPLESS_MAIN(PushCodecTest)
#include "tst_push_codec.moc"

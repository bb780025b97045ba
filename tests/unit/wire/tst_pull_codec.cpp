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

class PullCodecTest : public QObject {
    Q_OBJECT

private slots:
    void everyRequestRoundTrips()
    {
        for (std::uint64_t seed = 1; seed <= 500; ++seed) {
            Samples samples(seed);
            const auto request = samples.pull();
            const auto bytes = encodePullRequest(request);
            QVERIFY(isCanonicalJson(bytes));
            const auto back = decodePullRequest(bytes);
            QVERIFY2(back && back->epoch == request.epoch && back->cursors == request.cursors &&
                         back->budget == request.budget && !back->unchanged && back->wantsMark == request.wantsMark,
                     qPrintable(QString("seed %1").arg(seed)));
        }
    }

    void unchangedCursorsTravelAsOneDigest()
    {
        Samples samples(1);
        auto request = samples.pull();
        request.unchanged = cursorDigest(request.cursors);
        const auto back = decodePullRequest(encodePullRequest(request));
        QVERIFY(back && back->cursors.empty() && back->unchanged == request.unchanged);
        QVERIFY(encodePullRequest(request).size() < 80);

        auto shuffled = request.cursors;
        std::reverse(shuffled.begin(), shuffled.end());
        QVERIFY(cursorDigest(shuffled) == *request.unchanged);
        for (std::size_t i = 0; i < request.cursors.size(); ++i) {
            auto other = request.cursors;
            other[i].sequence += 1;
            QVERIFY(cursorDigest(other) != *request.unchanged);
            other = request.cursors;
            other[i].chain.bytes[5] ^= 1;
            QVERIFY(cursorDigest(other) != *request.unchanged);
            other = request.cursors;
            other[i].consistent += 1;
            QVERIFY(cursorDigest(other) != *request.unchanged);
            other = request.cursors;
            other.erase(other.begin() + static_cast<std::ptrdiff_t>(i));
            QVERIFY(cursorDigest(other) != *request.unchanged);
        }
    }

    void everyReplyRoundTrips()
    {
        std::size_t rows = 0;
        for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
            Samples samples(seed);
            const auto asked = samples.pull();
            const auto reply = samples.reply(asked);
            const auto bytes = encodePullReply(reply, asked);
            QVERIFY2(isCanonicalJson(bytes), qPrintable(QString("seed %1").arg(seed)));
            const auto back = decodePullReply(bytes, asked);
            QVERIFY2(back, qPrintable(QString("seed %1: %2").arg(seed).arg(back ? "" : back.error().detail.c_str())));
            QVERIFY2(equal(*back, reply), qPrintable(QString("seed %1").arg(seed)));
            for (const auto& frame : reply.frames)
                rows += frame.rows.size();
        }
        QVERIFY(rows > 1000);
    }

    void nothingNewIsSmall()
    {
        Samples samples(2);
        auto asked = samples.pull();
        asked.budget = core::PullRequest{}.budget;
        asked.unchanged = cursorDigest(asked.cursors);
        core::PullReply reply;
        reply.epoch = asked.epoch;
        reply.held = 13;
        reply.heldHash = samples.random().id<Hash>();
        reply.scopeGeneration = 1;
        for (const auto& cursor : asked.cursors)
            reply.granted.push_back(cursor.partition);
        reply.serverTime = 1'790'000'000'000;
        const auto size = encodePullRequest(asked).size() + encodePullReply(reply, asked).size();
        qInfo("nothing new: %zu B both ways", size);
        QVERIFY(size <= 200);
        const auto back = decodePullReply(encodePullReply(reply, asked), asked);
        QVERIFY(back && equal(*back, reply));
    }

    void oneEditComesBackSmall()
    {
        Samples samples(3);
        core::PullRequest asked;
        asked.epoch = samples.random().id<EpochId>();
        asked.cursors.push_back({*PartitionId::parse("v:350128001201"), 400, 400, samples.random().id<Hash>()});
        core::PullReply reply;
        reply.epoch = asked.epoch;
        reply.held = 13;
        reply.heldHash = samples.random().id<Hash>();
        reply.granted = {asked.cursors[0].partition};
        reply.serverTime = 1'790'000'000'000;
        core::Frame frame;
        frame.partition = asked.cursors[0].partition;
        frame.from = 400;
        frame.to = 401;
        frame.chain = samples.random().id<Hash>();
        frame.atHead = true;
        const auto replica = samples.replica();
        frame.vector.addRange(replica, 1, 13);
        core::RecordState row;
        row.record = row.root = samples.random().id<RecordId>();
        row.type = 3;
        row.partition = frame.partition;
        row.at({52, {}}).heads.push_back(
            {{replica, 13}, samples.user(), 1'790'000'000'000 * 65536, Value::fromText("13800000000")});
        frame.rows.push_back(row);
        reply.frames.push_back(frame);
        const auto bytes = encodePullReply(reply, asked);
        qInfo("one edit of another: %zu B (packed %zu)", bytes.size(), pack(bytes).bytes.size());
        QVERIFY(bytes.size() <= 420);
    }

    void cutsAreRefusedAndFlipsAreSafe()
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            Samples samples(seed);
            const auto asked = samples.pull();
            auto bytes = encodePullReply(samples.reply(asked), asked);
            if (bytes.size() > 1500)
                continue;
            for (std::size_t size = 0; size < bytes.size(); ++size)
                QVERIFY(!decodePullReply(std::string_view(bytes).substr(0, size), asked));
            for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
                const auto back = decodePullReply(flipped(bytes, bit), asked);
                if (back) // whatever is believed can be written again
                    QVERIFY(decodePullReply(encodePullReply(*back, asked), asked));
            }
        }
    }

    void badRequests_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const QByteArray& bytes) { QTest::newRow(name) << bytes; };
        const QByteArray digest = ",\"s\":\"AAAAAAAAAAAAAAAAAAAAAA\"}";
        const QByteArray hash = "\"" + QByteArray(43, 'A') + "\"";
        row("no epoch", "{}");
        row("list", "[]");
        row("budget negative", R"({"b":-1,"e":"AQEBAQEBAQE"})");
        row("budget beyond 32 bits", R"({"b":4294967296,"e":"AQEBAQEBAQE"})");
        row("cursors empty", R"({"c":[],"e":"AQEBAQEBAQE"})");
        row("cursor of one", R"({"c":[["p:35"]],"e":"AQEBAQEBAQE"})");
        row("cursor of five", R"({"c":[["p:35",1,)" + hash + R"(,1,1]],"e":"AQEBAQEBAQE"})");
        row("cursor negative", R"({"c":[["p:35",-1]],"e":"AQEBAQEBAQE"})");
        row("cursor with a short hash", R"({"c":[["p:35",1,"AAAA"]],"e":"AQEBAQEBAQE"})");
        row("cursor consistent beyond itself", R"({"c":[["p:35",1,)" + hash + R"(,2]],"e":"AQEBAQEBAQE"})");
        row("partition twice", R"({"c":[["p:35",1],["p:35",2]],"e":"AQEBAQEBAQE"})");
        row("partition malformed", R"({"c":[["p:3",1]],"e":"AQEBAQEBAQE"})");
        row("cursors and digest", "{\"c\":[[\"p:35\",1]],\"e\":\"AQEBAQEBAQE\"" + digest);
        row("digest too long", R"({"e":"AQEBAQEBAQE","s":)" + hash + "}");
        row("mark asked for by number", R"({"e":"AQEBAQEBAQE","k":1})");
        row("oversized",
            "{\"e\":\"AQEBAQEBAQE\",\"z\":\"" + QByteArray(static_cast<qsizetype>(kMaxBodyBytes), 'z') + "\"}");
        row("deep", R"({"e":"AQEBAQEBAQE","z":)" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}");
    }
    void badRequests()
    {
        QFETCH(QByteArray, bytes);
        const auto request = decodePullRequest(bytes.toStdString());
        QVERIFY(!request && request.error().code == Errc::invalidInput);
    }

    void badReplies_data()
    {
        QTest::addColumn<QByteArray>("frame");
        const auto row = [](const char* name, const char* frame) { QTest::newRow(name) << QByteArray(frame); };
        row("not an object", "[]");
        row("no partition", R"({"n":3})");
        row("no sequence", R"({"a":"p:35"})");
        row("backwards", R"({"a":"p:35","b":5,"n":3})");
        row("replicas out of order", R"({"a":"p:35","n":3,"r":["AgICAgICAgI","AQEBAQEBAQE"]})");
        row("replica twice", R"({"a":"p:35","n":3,"r":["AQEBAQEBAQE","AQEBAQEBAQE"]})");
        row("vector too short", R"({"a":"p:35","n":3,"r":["AQEBAQEBAQE","AgICAgICAgI"],"v":[1]})");
        row("vector too long", R"({"a":"p:35","n":3,"r":["AQEBAQEBAQE"],"v":[1,2]})");
        row("vector negative", R"({"a":"p:35","n":3,"r":["AQEBAQEBAQE"],"v":[-1]})");
        row("vector text", R"({"a":"p:35","n":3,"r":["AQEBAQEBAQE"],"v":["1"]})");
        row("at head as number", R"({"a":"p:35","n":3,"z":1})");
        row("clock base negative", R"({"a":"p:35","h":-1,"n":3})");
        const auto rowIn = [&](const char* name, const QByteArray& text) {
            QTest::newRow(name) << R"({"a":"p:35","n":3,"r":["AQEBAQEBAQE"],"u":["AAAAAAAAAAAAAAAAAAAAAQ"],"x":[)" +
                                       text + "]}";
        };
        const QByteArray head = R"({"d":[[0,1,0,0]],"i":"AAAAAAAAAAAAAAAAAAAAAg","k":3,"r":)";
        rowIn("row without dots", R"({"i":"AAAAAAAAAAAAAAAAAAAAAg","k":3,"r":[]})");
        rowIn("row without record", R"({"d":[],"k":3,"r":[]})");
        rowIn("dot of three", R"({"d":[[0,1,0]],"i":"AAAAAAAAAAAAAAAAAAAAAg","k":3,"r":[]})");
        rowIn("dot number 0", R"({"d":[[0,0,0,0]],"i":"AAAAAAAAAAAAAAAAAAAAAg","k":3,"r":[]})");
        rowIn("dot of an unknown replica", R"({"d":[[1,1,0,0]],"i":"AAAAAAAAAAAAAAAAAAAAAg","k":3,"r":[]})");
        rowIn("dot of an unknown user", R"({"d":[[0,1,1,0]],"i":"AAAAAAAAAAAAAAAAAAAAAg","k":3,"r":[]})");
        rowIn("head of an unknown dot", head + R"([[52,[[1,"x"]]]]})");
        rowIn("head twice", head + R"([[52,[[0,"x"],[0,"y"]]]]})");
        rowIn("register twice", head + R"([[52,[[0,"x"]]],[52,[[0,"y"]]]]})");
        rowIn("registers out of order", head + R"([[53,[[0,"x"]]],[52,[[0,"y"]]]]})");
        rowIn("register without heads", head + "[[52]]}");
        rowIn("register of five", head + R"([[52,[],[],{},1]]})");
        rowIn("exceptions of an unknown replica", head + "[[52,[],[[7,1]]]]}");
        rowIn("note of an unknown dot", head + R"([[52,[],[],{"b":[3,"x"]}]]})");
        rowIn("value too long",
              head + "[[52,[[0,\"" + QByteArray(static_cast<qsizetype>(kMaxString) + 1, ' ') + "\"]]]]}");
    }
    void badReplies()
    {
        QFETCH(QByteArray, frame);
        core::PullRequest asked;
        const auto bytes = "{\"f\":[" + frame.toStdString() + "],\"n\":0,\"s\":0,\"t\":0}";
        const auto reply = decodePullReply(bytes, asked);
        QVERIFY(!reply && reply.error().code == Errc::invalidInput);
        QVERIFY(decodePullReply(R"({"f":[{"a":"p:35","n":3}],"n":0,"s":0,"t":0})", asked));
    }

    void badMarks_data()
    {
        QTest::addColumn<QByteArray>("mark");
        const QByteArray hash = "\"" + QByteArray(43, 'A') + "\"";
        const QByteArray signature = "\"" + QByteArray(86, 'A') + "\"";
        const auto row = [](const char* name, const QByteArray& mark) { QTest::newRow(name) << mark; };
        row("no list", "5");
        row("empty", "[]");
        row("of three", "[5," + hash + "," + signature + "]");
        row("of five", "[5," + hash + ",0," + signature + ",1]");
        row("negative", "[-1," + hash + ",0," + signature + "]");
        row("beyond what is held", "[8," + hash + ",0," + signature + "]");
        row("a time before all", "[5," + hash + ",-1," + signature + "]");
        row("a short hash", "[5,\"AAAA\",0," + signature + "]");
        row("no signature", "[5," + hash + ",0,null]");
    }
    void badMarks()
    {
        QFETCH(QByteArray, mark);
        core::PullRequest asked;
        asked.wantsMark = true;
        const auto bytes = [](const QByteArray& text) {
            return "{\"k\":" + text.toStdString() + ",\"n\":7,\"s\":0,\"t\":0}";
        };
        const auto reply = decodePullReply(bytes(mark), asked);
        QVERIFY(!reply && reply.error().code == Errc::invalidInput);
        const auto good = "[7,\"" + QByteArray(43, 'A') + "\",0,\"" + QByteArray(86, 'A') + "\"]";
        QCOMPARE(decodePullReply(bytes(good), asked)->backup->held, std::uint64_t{7});
        asked.wantsMark = false; // nobody asked: it is a key like any unknown one
        QVERIFY(!decodePullReply(bytes(mark), asked)->backup);
    }

    // A clock before 1970 turns the differences off; nothing overflows.
    void brokenClocksTravel()
    {
        Samples samples(4);
        core::PullRequest asked;
        core::PullReply reply;
        core::Frame frame;
        frame.partition = PartitionId::directory();
        frame.to = 1;
        core::RecordState row;
        row.record = row.root = samples.random().id<RecordId>();
        row.type = 3;
        row.partition = frame.partition;
        const auto a = ReplicaId{{1}};
        const auto b = ReplicaId{{2}};
        row.at({52, {}}).heads = {{{a, 1}, samples.user(), std::numeric_limits<core::Hlc>::min(), {}},
                                  {{b, 1}, samples.user(), std::numeric_limits<core::Hlc>::max(), {}}};
        frame.rows.push_back(row);
        reply.frames.push_back(frame);
        const auto back = decodePullReply(encodePullReply(reply, asked), asked);
        QVERIFY(back && equal(*back, reply));
    }
};

QTEST_APPLESS_MAIN(PullCodecTest)
#include "tst_pull_codec.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/message_codec.hpp"
#include "tests/unit/wire/push_knowledge.hpp"
#include "tests/unit/wire/samples.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::wire;
using lianxin::test::equal;
using lianxin::test::Knowledge;
using lianxin::test::Samples;

class ShortPushTest : public QObject {
    Q_OBJECT

    static core::Context vectorOf(Samples& samples, int authors)
    {
        core::Context vector;
        for (int i = 0; i < authors; ++i)
            vector.addRange(samples.random().id<ReplicaId>(), 1, 1 + samples.random().below(400));
        return vector;
    }

    // Parcels that go on from each other, as a tablet makes them; of some records and vectors both sides know.
    static core::PushRequest push(Samples& samples, Knowledge& both, std::size_t parcels)
    {
        core::PushRequest request;
        request.epoch = samples.random().id<EpochId>();
        request.acknowledged = samples.random().below(1000);
        request.acknowledgedHash = request.acknowledged == 0 ? Hash{} : samples.random().id<Hash>();
        auto first = request.acknowledged + 1;
        auto before = request.acknowledgedHash;
        for (std::size_t i = 0; i < parcels; ++i) {
            core::Parcel parcel;
            parcel.first = first;
            parcel.before = before;
            parcel.seed = seal::makeSeed(samples.random());
            for (auto n = samples.random().below(4) + 1; n > 0; --n) {
                auto changeset = samples.changeset(first++);
                parcel.replica = changeset.dot.replica;
                both.user = changeset.user;
                for (const auto& change : changeset.changes) {
                    if (samples.random().below(2) == 0)
                        both.places[change.record] = {change.root, change.type, change.partition};
                    if (samples.random().below(2) == 0)
                        both.vectors.try_emplace(change.partition, vectorOf(samples, 12));
                }
                // Often: V and a few own changes; sometimes some of it is not there.
                if (const auto known = both.vectors.find(changeset.changes.front().partition);
                    known != both.vectors.end()) {
                    changeset.pasts[0] = known->second;
                    if (samples.random().below(2) == 0)
                        changeset.pasts[0].add({parcel.replica, changeset.dot.number - 1 + (first == 2)});
                    if (samples.random().below(3) == 0)
                        changeset.pasts[0].remove({known->second.entries().front().replica, 1});
                }
                parcel.bodies.push_back(encodeChangeset(changeset));
            }
            parcel.head = seal::chainOf(parcel).back();
            parcel.signature = seal::signParcel(samples.key(), parcel);
            before = parcel.head;
            request.parcels.push_back(std::move(parcel));
        }
        return request;
    }

    // An edit of one telephone number in an area where so many tablets wrote.
    static core::PushRequest edits(Samples& samples, Knowledge& both, int authors, std::size_t count)
    {
        const auto partition = *PartitionId::parse("v:350128001201");
        both.vectors[partition] = vectorOf(samples, authors);
        core::PushRequest request;
        request.epoch = samples.random().id<EpochId>();
        request.acknowledged = 1204;
        request.acknowledgedHash = samples.random().id<Hash>();
        core::Parcel parcel;
        parcel.first = 1205;
        parcel.before = request.acknowledgedHash;
        parcel.seed = seal::makeSeed(samples.random());
        Millis now = 1'790'000'123'456;
        for (std::size_t i = 0; i < count; ++i) {
            auto one = samples.changeset(1205 + i);
            one.catalogue = 1;
            one.scopeGeneration = 3;
            one.deviceTime = now += 5;
            one.clockOffset = -250;
            one.hlc = (one.deviceTime + one.clockOffset) << 16;
            one.why.clear();
            one.pasts = {both.vectors[partition]};
            core::RecordChange change;
            change.record = change.root = samples.random().id<RecordId>();
            change.type = 3;
            change.partition = partition;
            change.writes.push_back(
                {{52, {}},
                 Value::fromText("199" + std::to_string(10'000'000 + samples.random().below(80'000'000))),
                 0});
            both.places[change.record] = {change.root, change.type, change.partition};
            one.changes = {change};
            both.user = one.user;
            parcel.replica = one.dot.replica;
            parcel.bodies.push_back(encodeChangeset(one));
        }
        parcel.head = seal::chainOf(parcel).back();
        parcel.signature = seal::signParcel(samples.key(), parcel);
        request.parcels.push_back(std::move(parcel));
        return request;
    }

    static core::PushReply received(Samples& samples, const core::PushRequest& asked)
    {
        core::PushReply reply;
        const auto& last = asked.parcels.back();
        reply.receipt = seal::signReceipt(samples.key(), asked.epoch, last.replica, last.last(), last.head);
        reply.serverTime = 1'790'000'124'000;
        return reply;
    }

private slots:
    void everyPushComesBackAsItWas()
    {
        for (std::uint64_t seed = 1; seed <= 500; ++seed) {
            Samples samples(seed);
            Knowledge both;
            const auto request = push(samples, both, 1 + seed % 3);
            const auto brief = encodeShortPush(request, both.guess());
            QVERIFY2(brief && ShortPush::isOne(*brief), qPrintable(QString("seed %1").arg(seed)));
            const auto read = ShortPush::read(*brief);
            QVERIFY(read && read->epoch() == request.epoch && read->acknowledged() == request.acknowledged);
            const auto whole = read->complete(both.memory(request));
            QVERIFY2(whole,
                     qPrintable(QString("seed %1: %2").arg(seed).arg(whole ? "" : whole.error().detail.c_str())));
            QVERIFY2(equal(whole->request, request), qPrintable(QString("seed %1").arg(seed)));
            for (const auto& parcel : whole->request.parcels)
                QVERIFY(seal::verifyParcel(samples.key().publicKey(), parcel));
        }
    }

    // R9: what a past was taken from comes out exactly, or not at all.
    void whatIsNotKnownThereIsAskedFor()
    {
        Samples samples(3);
        Knowledge here;
        const auto request = edits(samples, here, 120, 1);
        const auto read = *ShortPush::read(*encodeShortPush(request, here.guess()));
        auto there = here;
        there.vectors.clear();
        QCOMPARE(read.complete(there.memory(request)).error().code, Errc::notFound);
        there = here;
        there.places.clear();
        QCOMPARE(read.complete(there.memory(request)).error().code, Errc::notFound);
    }

    // Whoever knows it otherwise gets another text, which nobody signed.
    void whatIsKnownOtherwiseIsNotSigned()
    {
        Samples samples(4);
        Knowledge here;
        const auto request = edits(samples, here, 120, 1);
        const auto brief = *encodeShortPush(request, here.guess());
        const auto isSigned = [&](const PushMemory& memory) {
            const auto whole = ShortPush::read(brief)->complete(memory);
            return whole && seal::verifyParcel(samples.key().publicKey(), whole->request.parcels.front());
        };
        QVERIFY(isSigned(here.memory(request)));
        auto there = here;
        there.places.begin()->second.partition = *PartitionId::parse("v:350128001202"); // it moved meanwhile
        QVERIFY(!isSigned(there.memory(request)));
        there = here;
        there.user = samples.random().id<UserId>();
        QVERIFY(!isSigned(there.memory(request)));
        auto memory = here.memory(request);
        memory.before = samples.random().id<Hash>();
        QVERIFY(!isSigned(memory));
        memory = here.memory(request);
        memory.vector = [&](const seal::VectorName&) { // a later one of the same place
            auto later = here.vectors.begin()->second;
            later.addRange(later.entries().front().replica, 1, 5000);
            return std::optional(later);
        };
        QVERIFY(!isSigned(memory));
    }

    void aPushThatDoesNotGoOnIsSaidWhole()
    {
        Samples samples(5);
        Knowledge both;
        auto request = push(samples, both, 2);
        QVERIFY(!encodeShortPush(request, both.guess())->empty());
        auto gap = request;
        gap.acknowledged = 2000;
        QVERIFY(encodeShortPush(gap, both.guess())->empty());
        auto trimmed = request;
        trimmed.trimmed = true;
        QVERIFY(encodeShortPush(trimmed, both.guess())->empty());
        both.user = samples.random().id<UserId>();
        QVERIFY(encodeShortPush(request, both.guess())->empty());
    }

    // The bytes that the design promises (sync.md 7), however many wrote in the area.
    void sizes_data()
    {
        QTest::addColumn<int>("authors");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("most");
        QTest::newRow("one edit, alone") << 1 << 1 << 250;
        QTest::newRow("one edit, 120 tablets") << 120 << 1 << 250;
        QTest::newRow("200 edits") << 1 << 200 << 200 * 30;
        QTest::newRow("200 edits, 120 tablets") << 120 << 200 << 200 * 30;
    }
    void sizes()
    {
        QFETCH(int, authors);
        QFETCH(int, count);
        QFETCH(int, most);
        Samples samples(6);
        Knowledge both;
        const auto request = edits(samples, both, authors, static_cast<std::size_t>(count));
        const auto brief = *encodeShortPush(request, both.guess());
        const auto receipt = encodeShortReceipt(received(samples, request), request);
        qInfo("push %zu B (whole %zu B before compression), receipt %zu B", brief.size(),
              encodePushRequest(request).size(), receipt.size());
        QVERIFY(!receipt.empty());
        QVERIFY(brief.size() + receipt.size() <= static_cast<std::size_t>(most));
    }

    void receiptsRoundTrip()
    {
        Samples samples(7);
        Knowledge both;
        const auto asked = edits(samples, both, 3, 2);
        auto reply = received(samples, asked);
        const auto back = decodePushReply(encodeShortReceipt(reply, asked), asked);
        QVERIFY(back && back->receipt == reply.receipt && back->serverTime == reply.serverTime && !back->need);
        QVERIFY(seal::verifyReceipt(samples.key().publicKey(), back->receipt));
        // Whatever else there is to say is said as before.
        reply.outcomes = {{1205, core::Outcome::conflicted, core::QuarantineReason::none}};
        QVERIFY(encodeShortReceipt(reply, asked).empty());
        reply = received(samples, asked);
        reply.receipt.held = 1205;
        QVERIFY(encodeShortReceipt(reply, asked).empty());
    }

    void bytesOfStrangersAreRefused()
    {
        Samples samples(8);
        Knowledge both;
        const auto request = push(samples, both, 2);
        const auto brief = *encodeShortPush(request, both.guess());
        const auto memory = both.memory(request);
        for (std::size_t size = 0; size < brief.size(); ++size) {
            const auto cut = ShortPush::read(std::string_view(brief).substr(0, size));
            QVERIFY(!cut || !cut->complete(memory));
        }
        // A bit that flips may give another push; never one that its author signed.
        for (std::size_t at = 0; at < brief.size(); ++at)
            for (int bit = 0; bit < 8; ++bit) {
                auto other = brief;
                other[at] = static_cast<char>(other[at] ^ (1 << bit));
                const auto read = ShortPush::read(other);
                const auto whole = read ? read->complete(memory) : Result<WholePush>(read.error());
                if (!whole || equal(whole->request, request))
                    continue;
                const auto& parcels = whole->request.parcels;
                QVERIFY(read->epoch() != request.epoch || read->acknowledged() != request.acknowledged ||
                        parcels.size() != request.parcels.size() ||
                        std::ranges::any_of(parcels, [&](const core::Parcel& parcel) {
                            return !seal::verifyParcel(samples.key().publicKey(), parcel).has_value();
                        }));
            }
    }

    // A few bytes that stand for very many.
    void aShortPushIsBoundedByWhatItStandsFor()
    {
        Samples samples(9);
        Knowledge both;
        const auto request = edits(samples, both, 1'000, 250);
        const auto brief = *encodeShortPush(request, both.guess());
        QVERIFY(brief.size() < 20'000);
        QCOMPARE(ShortPush::read(brief)->complete(both.memory(request)).error().code, Errc::invalidInput);
    }
};

QTEST_APPLESS_MAIN(ShortPushTest)
#include "tst_short_push.moc"

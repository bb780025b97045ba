// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/seal/request.hpp"
#include "sync/seal/sealed_segment.hpp"
#include "sync/seal/segment_seal.hpp"
#include "sync/wire/carry_messages.hpp"
#include "sync/wire/shelf_messages.hpp"
#include "tests/unit/server/province_fixture.hpp"

#include <QtTest>

#include <set>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

// What the province does with pushes that somebody else brings.
class TestCarryService : public QObject {
    Q_OBJECT

private:
    static seal::Certificate certificateOf(TestProvince& province, const Tablet& tablet)
    {
        seal::Certificate made;
        made.kind = seal::CertificateKind::replica;
        made.subject = tablet.replica.text();
        made.user = tablet.user;
        made.signKey = tablet.key.publicKey();
        return province.authority().sign(made);
    }
    static seal::PublicBoxKey box(TestProvince& province) { return province.province().identity().server.boxKey; }
    static std::string sealed(TestProvince& province, Tablet& tablet, const core::PushRequest& push,
                              std::optional<seal::CarriedLabel> label = std::nullopt)
    {
        const auto& last = push.parcels.back();
        const seal::CarriedLabel own{tablet.replica, push.epoch, push.parcels.front().first, last.last(), last.head};
        return seal::sealCarried(tablet.key, label.value_or(own), certificateOf(province, tablet),
                                 wire::carriedText(push), box(province), tablet.random)
            .value();
    }
    static core::PushRequest pushOf(TestProvince& province, Tablet& tablet)
    {
        return tablet.push({tablet.parcel({tablet.body({province.household(kVillage)})})});
    }
    static Result<wire::CarryReply> carry(TestProvince& province, Tablet& by, std::vector<std::string> envelopes)
    {
        const auto reply =
            province.call(by.request(wire::kPathCarry, wire::encodeCarryRequest({{}, std::move(envelopes), {}})));
        if (reply.status != 200)
            return fail(wire::errcOf(refusalOf(reply)), refusalOf(reply).detail);
        return wire::decodeCarryReply(unpacked(reply));
    }
    static std::string refusedAs(TestProvince& province, Tablet& by, const std::string& envelope)
    {
        const auto reply = carry(province, by, {envelope});
        return reply && reply->answers.size() == 1 ? reply->answers[0].refused : "no answer";
    }
    static std::int64_t countOf(TestProvince& province, std::string_view name)
    {
        return province.admin({{"do", "status"}})->at(name).to_number<std::int64_t>();
    }
    // A relay that the province knows, as a caller.
    static Tablet relayOf(TestProvince& province, const std::string& area = kTownship)
    {
        Tablet relay(province.random, "relay");
        seal::Certificate made;
        made.kind = seal::CertificateKind::relay;
        made.subject = "https://127.0.0.1:7444";
        made.role = area;
        made.signKey = relay.key.publicKey();
        const auto said = province.admin(
            {{"do", "add-relay"}, {"certificate", seal::certificateText(province.authority().sign(made))}});
        relay.replica = *ReplicaId::parse(std::string_view(said->at("id").as_string()));
        return relay;
    }

private slots:
    void aRelayBringsItAndTheAuthorsReceiptComesBack()
    {
        TestProvince province;
        auto author = province.enrol("Lin", "VW", kVillage);
        auto relay = relayOf(province);
        const auto push = pushOf(province, author);
        const auto envelope = sealed(province, author, push);
        const auto first = carry(province, relay, {envelope});
        QVERIFY(first.has_value());
        const auto receipt = first->answers[0].received.value();
        QVERIFY(seal::verifyReceipt(author.receiptKey, receipt));
        QCOMPARE(receipt.replica, author.replica);
        QCOMPARE(receipt.held, std::uint64_t{1});
        QCOMPARE(receipt.head, author.head);
        // Again, by a colleague, and by the author itself: the same receipt, nothing twice.
        auto colleague = province.enrol("Wang", "VW", kVillage);
        const auto records = countOf(province, "records");
        const auto changesets = countOf(province, "changesets");
        QVERIFY(carry(province, colleague, {envelope})->answers[0].received == receipt);
        const auto own = province.push(author, push);
        QVERIFY(own->receipt == receipt);
        QCOMPARE(countOf(province, "records"), records);
        QCOMPARE(countOf(province, "changesets"), changesets);
        province.restart(); // the relay's key is known after a restart, too
        QVERIFY(carry(province, relay, {envelope})->answers[0].received == receipt);
    }

    void aGapIsToldAndBlocksNobody()
    {
        TestProvince province;
        auto author = province.enrol("Lin", "VW", kVillage);
        auto other = province.enrol("Wang", "VW", kVillage);
        auto relay = relayOf(province);
        const auto first = pushOf(province, author);
        const auto second = pushOf(province, author);
        const auto reply = carry(province, relay,
                                 {sealed(province, author, second), sealed(province, other, pushOf(province, other))});
        QCOMPARE(reply->answers[0].need, std::optional<std::uint64_t>(1));
        QVERIFY(reply->answers[1].received.has_value());
        const auto both = carry(province, relay, {sealed(province, author, first), sealed(province, author, second)});
        QCOMPARE(both->answers[1].received->held, std::uint64_t{2});
    }

    void forgedEnvelopesAreRefusedByName()
    {
        TestProvince province;
        auto author = province.enrol("Lin", "VW", kVillage);
        auto relay = relayOf(province);
        const auto push = pushOf(province, author);
        const auto good = sealed(province, author, push);
        const auto changesets = countOf(province, "changesets");
        auto flipped = good;
        flipped[flipped.size() - 70] ^= 1;
        QCOMPARE(refusedAs(province, relay, flipped), std::string("not-allowed"));
        QCOMPARE(refusedAs(province, relay, good.substr(0, good.size() - 1)), std::string("invalid-input"));
        QCOMPARE(refusedAs(province, relay, "LXC"), std::string("invalid-input"));
        auto later = good;
        later[3] = 9;
        QCOMPARE(refusedAs(province, relay, later), std::string("upgrade-needed"));
        // A label that says more than is inside.
        const seal::CarriedLabel more{author.replica, push.epoch, 1, 9, push.parcels.back().head};
        QCOMPARE(refusedAs(province, relay, sealed(province, author, push, more)), std::string("protocol"));
        // Another epoch, a replica that nobody enrolled, a box for another key.
        auto old = push;
        old.epoch.bytes[0] ^= 1;
        QCOMPARE(refusedAs(province, relay, sealed(province, author, old)), std::string("epoch-changed"));
        Tablet unknown(province.random, "unknown");
        unknown.replica = makeReplicaId(province.random);
        unknown.epoch = author.epoch;
        QCOMPARE(refusedAs(province, relay, sealed(province, unknown, pushOf(province, unknown))),
                 std::string("not-allowed"));
        const auto elsewhere = seal::sealCarried(
            author.key, {author.replica, push.epoch, 1, 1, push.parcels.back().head}, certificateOf(province, author),
            wire::carriedText(push), seal::BoxKey::generate(province.random).publicKey(), province.random);
        QCOMPARE(refusedAs(province, relay, *elsewhere), std::string("wrong-secret"));
        const auto noise =
            seal::sealCarried(author.key, {author.replica, push.epoch, 1, 1, push.parcels.back().head},
                              certificateOf(province, author), "no push", box(province), province.random);
        QCOMPARE(refusedAs(province, relay, *noise), std::string("invalid-input"));
        QCOMPARE(countOf(province, "changesets"), changesets);
        QVERIFY(carry(province, relay, {good})->answers[0].received.has_value());
    }

    // Somebody else's parcel in one's own envelope.
    void nobodySpeaksForAnother()
    {
        TestProvince province;
        auto author = province.enrol("Lin", "VW", kVillage);
        auto thief = province.enrol("Wang", "VW", kVillage);
        auto push = pushOf(province, author);
        const seal::CarriedLabel label{thief.replica, push.epoch, 1, 1, push.parcels.back().head};
        QCOMPARE(refusedAs(province, thief, sealed(province, thief, push, label)), std::string("protocol"));
    }

    void aForkFreezesAsAPushDoes()
    {
        TestProvince province;
        auto author = province.enrol("Lin", "VW", kVillage);
        auto relay = relayOf(province);
        Tablet clone(province.random, "clone"); // the same replica in another body
        const auto seed = author.key.seed();
        clone.key =
            seal::SignKey::fromSeed(std::span<const std::uint8_t, seal::kSeedSize>(seed.data(), seal::kSeedSize));
        clone.replica = author.replica;
        clone.user = author.user;
        clone.epoch = author.epoch;
        clone.generation = author.generation;
        QVERIFY(carry(province, relay, {sealed(province, author, pushOf(province, author))})
                    ->answers[0]
                    .received.has_value());
        QCOMPARE(refusedAs(province, relay, sealed(province, clone, pushOf(province, clone))), std::string("fork"));
        QCOMPARE(refusedAs(province, relay, sealed(province, author, pushOf(province, author))), std::string("fork"));
    }

    void aRelayMayCarryAndNothingElse()
    {
        TestProvince province;
        auto relay = relayOf(province);
        relay.epoch = province.province().epoch();
        QCOMPARE(refusalOf(province.call(relay.pullHttp(relay.pull()))).code, std::string("not-allowed"));
        QCOMPARE(refusalOf(province.call(relay.pushHttp(pushOf(province, relay)))).code, std::string("not-allowed"));
        Tablet stranger(province.random, "stranger"); // under the relay's id, with another key
        stranger.replica = relay.replica;
        QVERIFY(!carry(province, stranger, {}));
        QVERIFY(carry(province, relay, {}).has_value());
        QVERIFY(province.admin({{"do", "remove-relay"}, {"id", relay.replica.text()}}).has_value());
        QCOMPARE(carry(province, relay, {}).error().code, Errc::notAllowed);
    }

    void onlyCertifiedRelaysOfThisRealmAreTaken()
    {
        TestProvince province;
        TestProvince production(seal::Realm::production);
        const auto add = [&](const seal::Certificate& certificate) {
            return province.admin({{"do", "add-relay"}, {"certificate", seal::certificateText(certificate)}});
        };
        seal::Certificate made;
        made.kind = seal::CertificateKind::relay;
        made.subject = "https://127.0.0.1:7444";
        made.role = kTownship;
        made.signKey = seal::SignKey::generate(province.random).publicKey();
        QCOMPARE(add(production.authority().sign(made)).error().code, Errc::notAllowed);
        auto person = made;
        person.kind = seal::CertificateKind::person;
        QCOMPARE(add(province.authority().sign(person)).error().code, Errc::notAllowed);
        auto nowhere = made;
        nowhere.role.clear();
        QCOMPARE(add(province.authority().sign(nowhere)).error().code, Errc::notAllowed);
        const auto first = add(province.authority().sign(made));
        QVERIFY(first.has_value());
    }

    void tabletsAreToldOfTheRelaysNearThem()
    {
        TestProvince province;
        std::ignore = relayOf(province, "t:350128001");
        std::ignore = relayOf(province, "t:350128002");
        auto here = province.enrol("Lin", "VW", kVillage);
        const auto near = [&](Tablet& tablet) {
            auto request = tablet.request(wire::kPathRelays, {});
            request.method = "GET";
            request.auth = seal::formatAuth(
                seal::signRequest(tablet.key, tablet.replica, ++tablet.counter, "GET", wire::kPathRelays, {}));
            request.encoding.clear();
            request.body.clear();
            return wire::decodeRelays(unpacked(province.call(request))).value().size();
        };
        QCOMPARE(near(here), std::size_t{1});
        auto county = province.enrol("Chen", "CS", "c:350128");
        QCOMPARE(near(county), std::size_t{2});
    }

    // Sealed segments of its area for a relay, and for nobody else.
    void aRelayGetsSealedSegmentsOfItsArea()
    {
        TestProvince province;
        province.province().segments().offerFrom(1);
        auto author = province.enrol("Lin", "VW", kVillage);
        QVERIFY(province.push(author, pushOf(province, author)).has_value());
        auto asked = author.pull();
        asked.segments = core::kSegmentSuite;
        const auto offer = province.pull(author, asked);
        QVERIFY(offer.has_value() && !offer->manifests.empty());
        std::set<Hash> offered;
        for (const auto& manifest : offer->manifests)
            for (const auto& segment : manifest.segments)
                offered.insert(segment.hash);
        const auto get = [&](Tablet& by) {
            auto request = by.request(wire::kPathShelf, {});
            request.method = "GET";
            request.body.clear();
            request.encoding.clear();
            request.auth =
                seal::formatAuth(seal::signRequest(by.key, by.replica, ++by.counter, "GET", wire::kPathShelf, {}));
            return province.call(request);
        };
        const auto part = [&](Tablet& by, const Hash& name, std::uint64_t from) {
            return province.call(by.request(wire::kPathShelfPart, wire::encodeShelfAsk({{}, name, from})));
        };
        auto relay = relayOf(province);
        const auto shelf = wire::decodeShelf(unpacked(get(relay))).value();
        const auto& list = shelf.entries;
        QVERIFY(!list.empty() && shelf.shutOut.empty());
        std::size_t found = 0;
        for (const auto& entry : list)
            for (const auto& hash : offered)
                if (entry.name == seal::sealedSegmentName(hash)) {
                    const auto bytes = part(relay, entry.name, 0).body;
                    QCOMPARE(bytes.size(), entry.size);
                    QVERIFY(seal::segmentHash(seal::openSegment(hash, bytes).value()) == hash);
                    QCOMPARE(part(relay, entry.name, 5).body, bytes.substr(5));
                    QCOMPARE(refusalOf(part(relay, entry.name, entry.size)).code, std::string("not-found"));
                    ++found;
                }
        QVERIFY(found > 0);
        QCOMPARE(refusalOf(part(relay, *offered.begin(), 0)).code, std::string("not-found")); // the hash is no name
        QCOMPARE(refusalOf(get(author)).code, std::string("not-allowed"));
        // A tablet that was lost or handed in is named to every relay, once somebody said so.
        QVERIFY(province.admin({{"do", "revoke-tablet"}, {"replica", author.replica.text()}}).has_value());
        QCOMPARE(wire::decodeShelf(unpacked(get(relay))).value().shutOut, std::vector<ReplicaId>{author.replica});
        auto elsewhere = relayOf(province, "t:350999001");
        for (const auto& entry : wire::decodeShelf(unpacked(get(elsewhere))).value().entries)
            for (const auto& manifest : offer->manifests)
                if (manifest.partitions.front().partition != PartitionId::directory())
                    for (const auto& segment : manifest.segments)
                        QVERIFY(entry.name != seal::sealedSegmentName(segment.hash));
    }

    // What unfolds to hundreds of megabytes is not held at once.
    void anExchangeUnfoldsToSoMuchAndNoMore()
    {
        TestProvince province;
        auto author = province.enrol("Lin", "VW", kVillage);
        auto relay = relayOf(province);
        std::vector<std::string> bodies;
        for (int i = 0; i < 60; ++i) {
            auto change = province.household(kVillage);
            change.writes.push_back(
                province.write("household", "directions", Value::fromText(std::string(60'000, 'x'))));
            std::ranges::sort(change.writes, {}, &core::Write::key);
            bodies.push_back(author.body({change}));
        }
        const auto envelope = sealed(province, author, author.push({author.parcel(bodies)}));
        QVERIFY(envelope.size() < 200'000);
        const std::vector<std::string> many(20, envelope);
        const auto reply = carry(province, relay, many);
        QVERIFY(reply.has_value());
        QVERIFY(reply->answers.front().received.has_value());
        QCOMPARE(reply->answers.back().refused, std::string("busy"));
    }

    void badMessagesAreRefused()
    {
        TestProvince province;
        auto relay = relayOf(province);
        for (const std::string body : {std::string("{"), std::string("[]"), std::string(R"({"e":[7]})")})
            QCOMPARE(refusalOf(province.call(relay.request(wire::kPathCarry, body))).code,
                     std::string("invalid-input"));
    }
};

QTEST_GUILESS_MAIN(TestCarryService)
#include "tst_carry_service.moc"

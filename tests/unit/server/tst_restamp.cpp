// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/wire/changeset_codec.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/restamp_messages.hpp"
#include "tests/unit/server/province_fixture.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

// One replica id in two bodies: who gets another one, what it may bring under which ids, and that each change is taken once (R25-R29).
class TestRestamp : public QObject {
    Q_OBJECT

    struct Said {
        std::string code; // empty: answered
        wire::RestampReply reply;
    };
    // The chain of a tablet that made `bodies`, each in a parcel of its own.
    struct Made {
        std::vector<core::Parcel> parcels;
        std::vector<Hash> chain{Hash{}};
    };
    static void make(Made& made, TestProvince& province, Tablet& tablet, const char* partition = kVillage)
    {
        made.parcels.push_back(tablet.parcel({tablet.body({province.household(partition)})}));
        made.chain.push_back(made.parcels.back().head);
    }
    static wire::RestampAsk askOf(const seal::SignKey& fresh, const Tablet& tablet, const Made& made)
    {
        return {fresh.publicKey(), seal::signRestampAsk(fresh, tablet.replica), 0, made.chain};
    }
    static Said ask(TestProvince& province, Tablet& tablet, const wire::RestampAsk& request)
    {
        const auto http = province.call(tablet.request(wire::kPathRestamp, wire::encodeRestampAsk(request)));
        if (http.status != 200)
            return {refusalOf(http).code, {}};
        const auto reply = wire::decodeRestampReply(unpacked(http));
        if (!reply ||
            !seal::verifyRestampGrant(tablet.receiptKey, reply->grant(tablet.replica, request), reply->signature))
            return {"unsigned", {}};
        return {{}, *reply};
    }
    // The same words under a one-change id, as a tablet writes them anew.
    static core::Parcel renamed(const Tablet& old, const core::Parcel& parcel, const Hash& chain,
                                const seal::SignKey& fresh)
    {
        auto changeset = *wire::decodeChangeset(parcel.bodies.front());
        core::Parcel made;
        made.replica = seal::restampedId(old.replica, parcel.first, chain);
        changeset.dot = {made.replica, 1};
        made.first = 1;
        made.seed = seal::restampedSeed(parcel.seed, parcel.first);
        made.bodies = {wire::encodeChangeset(changeset)};
        made.head = seal::chainOf(made).front();
        made.signature = seal::signParcel(fresh, made);
        return made;
    }
    static std::string bring(TestProvince& province, Tablet& tablet, const std::vector<core::Parcel>& parcels)
    {
        const core::PushRequest push{tablet.epoch, 0, {}, parcels};
        const auto http = province.call(tablet.request(wire::kPathRestamped, wire::encodePushRequest(push)));
        if (http.status != 200)
            return refusalOf(http).code;
        const auto reply = wire::decodeRestampedReply(unpacked(http), push);
        if (!reply || reply->answers.size() != parcels.size())
            return "unreadable";
        for (std::size_t i = 0; i < parcels.size(); ++i)
            if (!seal::verifyReceipt(tablet.receiptKey, {tablet.epoch, parcels[i].replica, 1, parcels[i].head,
                                                         reply->answers[i].signature}))
                return "unsigned";
        return reply->answers.front().outcome.outcome == core::Outcome::quarantined ? "quarantined" : "taken";
    }
    // The body under its new id and key.
    static Tablet become(const Tablet& old, const Said& said, seal::SignKey fresh, std::uint64_t last, TestProvince& p)
    {
        Tablet next(p.random, "next");
        next.key = std::move(fresh);
        next.replica = said.reply.replica;
        next.user = old.user;
        next.epoch = old.epoch;
        next.receiptKey = old.receiptKey;
        next.generation = old.generation;
        next.made = next.acknowledged = last;
        return next;
    }

    static seal::SignKey copyOf(const seal::SignKey& key)
    {
        return seal::SignKey::fromSeed(
            std::span<const std::uint8_t, seal::kSeedSize>(key.seed().span().data(), seal::kSeedSize));
    }
    static Tablet twinOf(const Tablet& tablet, TestProvince& province)
    {
        auto twin = province.enrol("unused", "VW", kVillage); // a body to count for; its id is the first one's
        twin.replica = tablet.replica;
        twin.user = tablet.user;
        twin.key = copyOf(tablet.key);
        twin.made = tablet.made;
        twin.head = tablet.head;
        return twin;
    }

private slots:
    void bothBodiesGetAnother()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        Made mine;
        make(mine, province, tablet);
        auto its = mine;
        auto twin = twinOf(tablet, province);
        make(mine, province, tablet);
        make(its, province, twin);
        QVERIFY(province.push(tablet, tablet.push(mine.parcels)).has_value());

        twin.counter = tablet.counter;
        auto fresh = seal::SignKey::generate(province.random);
        const auto request = askOf(fresh, twin, its);
        const auto said = ask(province, twin, request);
        QCOMPARE(said.code, std::string());
        QCOMPARE(said.reply.shared, std::uint64_t{1});
        QVERIFY(said.reply.replica != tablet.replica);
        const auto again = ask(province, twin, request); // its answer was lost
        QVERIFY(again.reply.replica == said.reply.replica && again.reply.shared == 1);
        const auto parcel = renamed(twin, its.parcels[1], its.chain[2], fresh);
        auto next = become(twin, said, std::move(fresh), 2, province);
        QCOMPARE(bring(province, next, {parcel}), std::string("taken"));
        // Its numbers go on, and its chain begins anew.
        const auto more = next.parcel({next.body({province.household(kVillage)})});
        QVERIFY(province.push(next, next.push({more})).has_value());
        next.acknowledged = 2;
        next.acknowledgedHash = {};
        QVERIFY(province.push(next, next.push({more})).has_value()); // the receipt was lost

        tablet.counter = twin.counter;
        QCOMPARE(refusalOf(province.call(tablet.pullHttp(tablet.pull()))).code, std::string("fork"));
        auto second = seal::SignKey::generate(province.random);
        const auto other = ask(province, tablet, askOf(second, tablet, mine));
        QCOMPARE(other.code, std::string());
        QCOMPARE(other.reply.shared, std::uint64_t{2});
        QVERIFY(other.reply.replica != said.reply.replica);
        const auto status = province.admin({{"do", "status"}});
        QVERIFY(status.has_value());
        province.restart();
        QVERIFY(province.pull(next, next.pull()).has_value());
    }

    void whatBothCarryIsTakenOnce()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        Made made;
        make(made, province, tablet);
        std::vector<Tablet> bodies;
        std::vector<core::Parcel> parcels;
        for (int i = 0; i < 2; ++i) {
            auto fresh = seal::SignKey::generate(province.random);
            const auto said = ask(province, tablet, askOf(fresh, tablet, made));
            QCOMPARE(said.code, std::string());
            QCOMPARE(said.reply.shared, std::uint64_t{0});
            parcels.push_back(renamed(tablet, made.parcels[0], made.chain[1], fresh));
            bodies.push_back(become(tablet, said, std::move(fresh), 1, province));
        }
        QVERIFY(parcels[0].head == parcels[1].head);
        const auto records = [&] {
            return province.province().store().database().queryInt("SELECT count(*) FROM record");
        };
        const auto before = *records();
        QCOMPARE(bring(province, bodies[0], {parcels[0]}), std::string("taken"));
        QCOMPARE(*records(), before + 1);
        QCOMPARE(bring(province, bodies[1], {parcels[1]}), std::string("taken"));
        QCOMPARE(bring(province, bodies[1], {parcels[1]}), std::string("taken"));
        QCOMPARE(*records(), before + 1);
        QCOMPARE(*province.province().store().database().queryInt("SELECT count(*) FROM archive WHERE number = 1 AND "
                                                                  "replica IN (SELECT id FROM restamped)"),
                 std::int64_t{1});
    }

    void nobodyElseBringsIt()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        auto stranger = province.enrol("Wu", "VW", kVillage);
        Made made;
        make(made, province, tablet);
        auto fresh = seal::SignKey::generate(province.random);
        const auto said = ask(province, tablet, askOf(fresh, tablet, made));
        QCOMPARE(said.code, std::string());
        auto theirs = renamed(tablet, made.parcels[0], made.chain[1], stranger.key);
        QCOMPARE(bring(province, stranger, {theirs}), std::string("not-allowed"));
        auto next = become(tablet, said, std::move(fresh), 1, province);
        QCOMPARE(bring(province, next, {theirs}), std::string("not-allowed")); // another's signature
        auto doubled = renamed(tablet, made.parcels[0], made.chain[1], next.key);
        doubled.first = 2;
        QCOMPARE(bring(province, next, {doubled}), std::string("protocol"));
    }

    void aKeyIsProven()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const auto other = province.enrol("Wu", "VW", kVillage);
        Made made;
        make(made, province, tablet);
        const auto fresh = seal::SignKey::generate(province.random);
        auto request = askOf(fresh, tablet, made);
        request.key = other.key.publicKey();
        QCOMPARE(ask(province, tablet, request).code, std::string("not-allowed"));
        request = askOf(other.key, tablet, made); // enrolled already, by somebody else
        QCOMPARE(ask(province, tablet, request).code, std::string("key-taken"));
    }

    // A tablet that knows of its twin has made its next key, and is copied with it: the id is for the body that came first.
    void aKeyIsOneBodys_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("its answer was lost, and it saved") << "saved"
                                                           << "";
        QTest::newRow("another chain") << "other"
                                       << "key-taken";
        QTest::newRow("the first one works under it") << "used"
                                                      << "key-taken";
        QTest::newRow("the id is frozen already") << "frozen"
                                                  << "key-taken";
        QTest::newRow("an image of before") << "less"
                                            << "key-taken";
    }
    void aKeyIsOneBodys()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, code);
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        Made mine;
        make(mine, province, tablet);
        auto its = mine;
        const bool isOlder = what == "other" || what == "less";
        auto before = twinOf(tablet, province);
        make(mine, province, tablet);
        auto since = twinOf(tablet, province);
        auto& twin = isOlder ? before : since;
        if (!isOlder)
            its = mine;
        if (what != "less")
            make(its, province, twin);
        auto fresh = seal::SignKey::generate(province.random);
        const auto said = ask(province, tablet, askOf(fresh, tablet, mine));
        QCOMPARE(said.code, std::string());
        auto next = become(tablet, said, copyOf(fresh), 2, province);
        if (what == "used") {
            const auto more = next.parcel({next.body({province.household(kVillage)})});
            QVERIFY(province.push(next, next.push({more})).has_value());
        } else if (what == "frozen") {
            const auto other = seal::SignKey::generate(province.random);
            QCOMPARE(
                ask(province, next, {other.publicKey(), seal::signRestampAsk(other, next.replica), 2, {Hash{}}}).code,
                std::string());
        }
        twin.counter = tablet.counter;
        const auto theirs = ask(province, twin, askOf(fresh, twin, its));
        QCOMPARE(QString::fromStdString(theirs.code), code);
        if (code.isEmpty()) {
            QVERIFY(theirs.reply.replica == said.reply.replica);
            return;
        }
        const auto another = seal::SignKey::generate(province.random);
        const auto own = ask(province, twin, askOf(another, twin, its));
        QCOMPARE(own.code, std::string());
        QCOMPARE(own.reply.shared, std::uint64_t{0});
        QVERIFY(own.reply.replica != said.reply.replica);
    }

    // Two bodies got one id and began it where each of them stood: each is known by its own beginning.
    void twoBeginnings()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        Made mine;
        make(mine, province, tablet);
        auto its = mine;
        auto twin = twinOf(tablet, province);
        make(its, province, twin);
        auto fresh = seal::SignKey::generate(province.random);
        const auto said = ask(province, tablet, askOf(fresh, tablet, mine));
        twin.counter = tablet.counter;
        QVERIFY(ask(province, twin, askOf(fresh, twin, its)).reply.replica == said.reply.replica);
        auto next = become(tablet, said, copyOf(fresh), 1, province);
        const auto more = next.parcel({next.body({province.household(kVillage)})});
        next.acknowledged = 1;
        QCOMPARE(refusalOf(province.call(next.pushHttp(next.push({more})))).code, std::string("fork"));
        const auto third = seal::SignKey::generate(province.random);
        const wire::RestampAsk request{
            third.publicKey(), seal::signRestampAsk(third, next.replica), 1, {Hash{}, more.head}};
        const auto again = ask(province, next, request);
        QCOMPARE(again.code, std::string());
        QCOMPARE(again.reply.shared, std::uint64_t{1});
        auto last = become(next, again, copyOf(third), 2, province);
        QCOMPARE(bring(province, last, {renamed(next, more, more.head, third)}), std::string("taken"));
    }

    // A tablet that was lost or handed in still brings what it has, into quarantine, and gets nothing: also under another id.
    void whoIsShutOutStaysOut_data()
    {
        QTest::addColumn<bool>("before");
        QTest::newRow("before it asked") << true;
        QTest::newRow("after that") << false;
    }
    void whoIsShutOutStaysOut()
    {
        QFETCH(const bool, before);
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        Made made;
        make(made, province, tablet);
        const auto shutOut = [&](ReplicaId replica) {
            return province.admin({{"do", "revoke-tablet"}, {"replica", replica.text()}}).has_value();
        };
        if (before)
            QVERIFY(shutOut(tablet.replica));
        auto fresh = seal::SignKey::generate(province.random);
        const auto said = ask(province, tablet, askOf(fresh, tablet, made));
        QCOMPARE(said.code, std::string());
        if (!before)
            QVERIFY(shutOut(said.reply.replica));
        const auto parcel = renamed(tablet, made.parcels[0], made.chain[1], fresh);
        auto next = become(tablet, said, std::move(fresh), 1, province);
        const auto pulled = province.pull(next, next.pull());
        QVERIFY(pulled.has_value());
        QVERIFY(pulled->granted.empty() && pulled->frames.empty());
        QCOMPARE(bring(province, next, {parcel}), std::string("quarantined"));
        const auto more = next.parcel({next.body({province.household(kVillage)})});
        const auto pushed = province.push(next, next.push({more}));
        QVERIFY(pushed.has_value());
        QCOMPARE(pushed->outcomes.front().outcome, core::Outcome::quarantined);
        // Its twin was not: what it brings besides counts.
        QCOMPARE(*province.province().store().database().queryInt(
                     "SELECT count(*) FROM replica WHERE revoked = 1 AND id IN (SELECT id FROM restamped)"),
                 std::int64_t{0});
    }

    void theWholeChainIsAskedFor()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        Made made;
        make(made, province, tablet);
        make(made, province, tablet);
        QVERIFY(province.push(tablet, tablet.push({made.parcels[0]})).has_value());
        const auto fresh = seal::SignKey::generate(province.random);
        auto request = askOf(fresh, tablet, made);
        request.from = 2;
        request.chain = {made.chain[2]};
        QCOMPARE(ask(province, tablet, request).code, std::string("not-found"));
        QVERIFY(province.pull(tablet, tablet.pull()).has_value()); // nothing was frozen for it
        const auto said = ask(province, tablet, askOf(fresh, tablet, made));
        QCOMPARE(said.reply.shared, std::uint64_t{1});
    }

    // It is told by the number that it has on the tablet.
    void whatIsHeldBackIsTold()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        Made made;
        make(made, province, tablet, kOtherVillage);
        QVERIFY(province.push(tablet, tablet.push({made.parcels[0]})).has_value()); // held back under the old id
        make(made, province, tablet, kOtherVillage);
        auto fresh = seal::SignKey::generate(province.random);
        const auto said = ask(province, tablet, askOf(fresh, tablet, made));
        QCOMPARE(said.reply.shared, std::uint64_t{1});
        const auto parcel = renamed(tablet, made.parcels[1], made.chain[2], fresh);
        auto next = become(tablet, said, std::move(fresh), 2, province);
        QCOMPARE(bring(province, next, {parcel}), std::string("quarantined"));
        const auto pulled = province.pull(next, next.pull());
        QVERIFY(pulled.has_value());
        QCOMPARE(pulled->quarantined.size(), std::size_t{2});
        QCOMPARE(pulled->quarantined.front().number, std::uint64_t{1});
        QCOMPARE(pulled->quarantined.back().number, std::uint64_t{2});
    }
};

QTEST_GUILESS_MAIN(TestRestamp)
#include "tst_restamp.moc"

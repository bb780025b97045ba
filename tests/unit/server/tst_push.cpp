// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/seal/envelope.hpp"
#include "sync/seal/escrow.hpp"
#include "sync/seal/request.hpp"
#include "sync/server/household_numbers.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"
#include "tests/unit/server/province_fixture.hpp"

#include <QtTest>

#include <future>
#include <thread>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;
using core::Outcome;
using core::QuarantineReason;

class TestPush : public QObject {
    Q_OBJECT

private:
    static std::string code(TestProvince& province, HttpRequest request)
    {
        const auto reply = province.call(std::move(request));
        return reply.status == 200 ? "ok" : refusalOf(reply).code;
    }
    static std::size_t countOf(TestProvince& province, std::string_view name)
    {
        const auto said = province.admin({{"do", "status"}});
        return static_cast<std::size_t>(said->at(name).to_number<std::int64_t>());
    }

private slots:
    void appliesAndGivesASignedReceipt()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const auto reply =
            province.push(tablet, tablet.push({tablet.parcel({tablet.body({province.household(kVillage)})})}));
        QVERIFY(reply.has_value());
        QCOMPARE(reply->receipt.held, std::uint64_t{1});
        QCOMPARE(reply->receipt.head, tablet.head);
        QVERIFY(reply->outcomes.empty() && !reply->need);
    }

    void theSameAgainHasTheSameReceiptAndNoEffect()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const auto request = tablet.push({tablet.parcel(
            {tablet.body({province.household(kVillage)}), tablet.body({province.household(kVillage)})})});
        const auto http = tablet.pushHttp(request);
        const auto first = province.call(http);
        const auto records = countOf(province, "records");
        const auto second = province.call(http); // the very same bytes, the same counter: the answer had been lost
        QCOMPARE(first.status, 200);
        QCOMPARE(second.status, 200);
        QCOMPARE(unpacked(second), unpacked(first));
        const auto third = province.push(tablet, request); // a new request with the same parcels
        QCOMPARE(third->receipt.held, std::uint64_t{2});
        QCOMPARE(countOf(province, "records"), records);
    }

    void aGapNamesTheNextNumber()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const auto first = tablet.parcel({tablet.body({province.household(kVillage)})});
        const auto second = tablet.parcel({tablet.body({province.household(kVillage)})});
        const auto early = province.push(tablet, tablet.push({second}));
        QCOMPARE(early->receipt.held, std::uint64_t{0});
        QCOMPARE(early->need, std::optional<std::uint64_t>(1));
        const auto both = province.push(tablet, tablet.push({first, second}));
        QCOMPARE(both->receipt.held, std::uint64_t{2});
    }

    void anOverlappingParcelContinuesWhereTheServerIs()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const std::vector<std::string> bodies{tablet.body({province.household(kVillage)}),
                                              tablet.body({province.household(kVillage)})};
        auto both = tablet.parcel(bodies);
        auto half = both; // the first alone, with the same blinding: a push that was cut
        half.bodies.pop_back();
        half.head = seal::chainOf(half).back();
        half.signature = seal::signParcel(tablet.key, half);
        QCOMPARE(province.push(tablet, tablet.push({half}))->receipt.held, std::uint64_t{1});
        QCOMPARE(province.push(tablet, tablet.push({both}))->receipt.held, std::uint64_t{2});
    }

    void signaturesAreChecked()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        auto other = province.enrol("Wang", "VW", kVillage);
        const auto request = tablet.push({tablet.parcel({tablet.body({province.household(kVillage)})})});
        auto changed = tablet.pushHttp(request);
        changed.body.back() = static_cast<char>(changed.body.back() ^ 1);
        QCOMPARE(code(province, changed), std::string("not-allowed"));
        auto foreign = tablet.pushHttp(request);
        foreign.auth =
            seal::formatAuth(seal::signRequest(other.key, tablet.replica, 99, "POST", wire::kPathPush, foreign.body));
        QCOMPARE(code(province, foreign), std::string("not-allowed"));
        auto otherPath = tablet.pushHttp(request);
        otherPath.path = wire::kPathPull;
        QCOMPARE(code(province, otherPath), std::string("not-allowed"));
        auto nobody = tablet.pushHttp(request);
        nobody.auth.clear();
        QCOMPARE(code(province, nobody), std::string("not-allowed"));
        auto forgedParcel = request;
        forgedParcel.parcels.front().signature = seal::signParcel(other.key, forgedParcel.parcels.front());
        QCOMPARE(code(province, tablet.pushHttp(forgedParcel)), std::string("not-allowed"));
        QCOMPARE(province.push(tablet, request)->receipt.held, std::uint64_t{1}); // nothing of it did harm
    }

    void aUsedCounterIsAReplay()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const auto old = tablet.pullHttp(tablet.pull());
        QCOMPARE(code(province, old), std::string("ok"));
        QCOMPARE(code(province, tablet.pullHttp(tablet.pull({}, 2048))), std::string("ok"));
        QCOMPARE(code(province, old), std::string("counter-behind"));
        province.restart();
        QCOMPARE(code(province, old), std::string("counter-behind")); // the counter is durable
    }

    void anotherEpochIsToldTheNewOne()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        auto request = tablet.push({tablet.parcel({tablet.body({province.household(kVillage)})})});
        request.epoch.bytes[0] ^= 1;
        const auto reply = province.call(tablet.pushHttp(request));
        QCOMPARE(refusalOf(reply).code, std::string("epoch-changed"));
        QCOMPARE(refusalOf(reply).epoch, std::optional(tablet.epoch));
    }

    void malformedBytes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("encoding");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("no json") << QByteArray("hello") << QByteArray();
        QTest::newRow("half a json") << QByteArray("{\"epoch\":") << QByteArray();
        QTest::newRow("duplicate keys") << QByteArray("{\"epoch\":\"a\",\"epoch\":\"a\"}") << QByteArray();
        QTest::newRow("bad utf-8") << QByteArray("{\"epoch\":\"\xff\"}") << QByteArray();
        QTest::newRow("deep") << QByteArray(100'000, '[') << QByteArray();
        QTest::newRow("unknown encoding") << QByteArray("{}") << QByteArray("gzip");
        QTest::newRow("not zstd") << QByteArray("{}") << QByteArray("zstd");
        QTest::newRow("truncated zstd") << QByteArray::fromHex("28b52ffd2400") << QByteArray("zstd");
    }
    void malformedBytes()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, encoding);
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        HttpRequest http;
        http.method = "POST";
        http.path = wire::kPathPush;
        http.peer = "192.0.2.1";
        http.body = body.toStdString();
        http.encoding = encoding.toStdString();
        http.auth = seal::formatAuth(
            seal::signRequest(tablet.key, tablet.replica, ++tablet.counter, "POST", wire::kPathPush, http.body));
        QCOMPARE(code(province, http), std::string("invalid-input"));
    }

    void aBombStaysSmall()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        auto http = tablet.request(wire::kPathPush, std::string(64 * 1024 * 1024, ' '));
        QVERIFY(http.body.size() < 64 * 1024);
        QCOMPARE(code(province, http), std::string("invalid-input"));
    }

    void whatIsNotAllowedIsHeldBackAndTheQueueGoesOn_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("reason");
        QTest::newRow("unknown type") << "type" << static_cast<int>(QuarantineReason::unknownType);
        QTest::newRow("unknown field") << "field" << static_cast<int>(QuarantineReason::unknownElement);
        QTest::newRow("element of no set") << "element" << static_cast<int>(QuarantineReason::unknownElement);
        QTest::newRow("value of another kind") << "kind" << static_cast<int>(QuarantineReason::malformed);
        QTest::newRow("a village without grant") << "village" << static_cast<int>(QuarantineReason::notAllowed);
        QTest::newRow("the directory") << "directory" << static_cast<int>(QuarantineReason::foreignRoot);
        QTest::newRow("a user record") << "user" << static_cast<int>(QuarantineReason::notAllowed);
        QTest::newRow("a root below another") << "root" << static_cast<int>(QuarantineReason::foreignRoot);
        QTest::newRow("a future generation") << "generation" << static_cast<int>(QuarantineReason::notAllowed);
        QTest::newRow("a household number") << "number" << static_cast<int>(QuarantineReason::notAllowed);
        QTest::newRow("another author") << "author" << static_cast<int>(QuarantineReason::foreignAuthor);
        QTest::newRow("no changeset") << "garbage" << static_cast<int>(QuarantineReason::malformed);
    }
    void whatIsNotAllowedIsHeldBackAndTheQueueGoesOn()
    {
        QFETCH(QString, what);
        QFETCH(int, reason);
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const auto generation = tablet.generation;
        const auto user = tablet.user;
        auto change = province.household(kVillage);
        if (what == "type")
            change.type = 9998;
        else if (what == "field")
            change.writes.back().key.number = 9998;
        else if (what == "element")
            change.writes.back().key.element = "7";
        else if (what == "kind")
            change.writes.back().value = Value::fromInt(7);
        else if (what == "village")
            change = province.household(kOtherVillage);
        else if (what == "directory")
            change = province.household("p:35");
        else if (what == "user") {
            change = province.household("p:35");
            change.type = province.type("app_user").number;
            change.writes.back() = province.write("app_user", "name", Value::fromText("Lin"));
        } else if (what == "root")
            change.root = makeRecordId(1, province.random);
        else if (what == "generation")
            tablet.generation = generation + 1;
        else if (what == "number")
            change.writes.back() = province.write("household", "hh_no", Value::fromText("3501280012012600011"));
        else if (what == "author")
            tablet.user.bytes[0] ^= 1;
        auto body = tablet.body({change});
        tablet.generation = generation;
        tablet.user = user;
        if (what == "garbage")
            body = "{\"v\":1}";
        const auto behind = tablet.body({province.household(kVillage)});
        const auto reply = province.push(tablet, tablet.push({tablet.parcel({body, behind})}));
        QVERIFY2(reply.has_value(), reply ? "" : reply.error().detail.c_str());
        QCOMPARE(reply->receipt.held, std::uint64_t{2});
        QCOMPARE(reply->outcomes.size(), std::size_t{1});
        QCOMPARE(reply->outcomes.front().number, std::uint64_t{1});
        QCOMPARE(reply->outcomes.front().outcome, Outcome::quarantined);
        QCOMPARE(static_cast<int>(reply->outcomes.front().reason), reason);
        const auto pulled = province.pull(tablet, tablet.pull());
        QCOMPARE(pulled->quarantined.size(), std::size_t{1});
        const auto said = province.admin({{"do", "status"}});
        QCOMPARE(said->at("quarantine").as_array().size(), std::size_t{1});
    }

    void quarantineIsReleasedOrWithdrawn()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const auto released = tablet.body({province.household(kOtherVillage)});
        const auto withdrawn = tablet.body({province.household(kOtherVillage)});
        QVERIFY(province.push(tablet, tablet.push({tablet.parcel({released, withdrawn})})).has_value());
        const auto before = countOf(province, "records");
        QVERIFY(province.admin({{"do", "release"}, {"changeset", tablet.replica.text() + ".1"}}).has_value());
        QVERIFY(province.admin({{"do", "withdraw"}, {"changeset", tablet.replica.text() + ".2"}}).has_value());
        QCOMPARE(countOf(province, "records"), before + 1);
        QVERIFY(
            !province.admin({{"do", "release"}, {"changeset", tablet.replica.text() + ".2"}})); // a decision is final
        const auto pulled = province.pull(tablet, tablet.pull());
        QVERIFY(pulled->quarantined.empty());
        QCOMPARE(pulled->withdrawn, (std::vector<Dot>{{tablet.replica, 2}}));
    }

    void aForkFreezesTheReplica()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        auto clone = std::pair(tablet.made, tablet.head);
        const auto mine = tablet.parcel({tablet.body({province.household(kVillage)})});
        tablet.made = clone.first;
        tablet.head = clone.second;
        const auto its = tablet.parcel({tablet.body({province.household(kVillage)})});
        const auto request = tablet.push({mine});
        const auto cloned = tablet.push({its});
        QVERIFY(province.push(tablet, request).has_value());
        QCOMPARE(code(province, tablet.pushHttp(cloned)), std::string("fork"));
        QCOMPARE(code(province, tablet.pushHttp(request)), std::string("fork")); // both bodies are out
        QCOMPARE(code(province, tablet.pullHttp(tablet.pull())), std::string("fork"));
        province.restart();
        QCOMPARE(code(province, tablet.pullHttp(tablet.pull())), std::string("fork"));
    }

    // It may be the server that forgot (tst_donation): nobody is frozen for it.
    void acknowledgingWhatIsNotHeldAsksForTheReceipt()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        tablet.acknowledged = 7;
        tablet.acknowledgedHash.bytes[0] = 1;
        QCOMPARE(code(province, tablet.pushHttp(tablet.push({}))), std::string("show-receipt"));
        QVERIFY(province.pull(tablet, tablet.pull()).has_value());
    }

    void householdsGetTheirNumberOnce()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        auto change = province.household(kVillage);
        const auto first = tablet.body({change});
        change.writes.erase(change.writes.begin());
        const auto second = tablet.body({change});
        QVERIFY(province
                    .push(tablet,
                          tablet.push({tablet.parcel({first, second, tablet.body({province.household(kVillage)})})}))
                    .has_value());
        const auto pulled = province.pull(tablet, tablet.pull());
        const RegisterKey key{province.type("household").field(std::string_view("hh_no"))->number, {}};
        std::set<std::string> numbers;
        for (const auto& frame : pulled->frames)
            for (const auto& row : frame.rows)
                if (row.type == province.type("household").number) {
                    QVERIFY(row.find(key) != nullptr);
                    QCOMPARE(row.find(key)->heads.size(), std::size_t{1});
                    QCOMPARE(row.find(key)->heads.front().dot.replica, province.province().self());
                    numbers.insert(row.find(key)->heads.front().value.asText().value_or(""));
                }
        QCOMPARE(numbers.size(), std::size_t{2});
        for (const auto& number : numbers)
            QVERIFY(isHouseholdNumber(number) && number.starts_with("35012800120126"));
    }

    void severalReplicasShareACommit()
    {
        TestProvince province;
        std::vector<Tablet> tablets;
        for (int i = 0; i < 12; ++i)
            tablets.push_back(province.enrol("Lin", "VW", kVillage));
        std::vector<std::future<HttpReply>> replies;
        for (auto& tablet : tablets) {
            auto http = tablet.pushHttp(tablet.push({tablet.parcel(
                {tablet.body({province.household(kVillage)}), tablet.body({province.household(kVillage)})})}));
            replies.push_back(std::async(std::launch::async, [&province, http] { return province.call(http); }));
        }
        for (auto& reply : replies)
            QCOMPARE(reply.get().status, 200);
        province.restart();
        const auto pulled = province.pull(tablets.front(), tablets.front().pull());
        QCOMPARE(pulled->frames.size(), std::size_t{2});
        QCOMPARE(pulled->frames.back().rows.size(), std::size_t{24});
        QCOMPARE(pulled->frames.back().vector.entries().size(), std::size_t{13}); // the tablets and the server itself
    }

    void oneReplicasRateIsLimited()
    {
        TestProvince province(seal::Realm::demo, 5);
        auto tablet = province.enrol("Lin", "VW", kVillage);
        auto other = province.enrol("Wang", "VW", kVillage);
        HttpReply last;
        for (int i = 0; i < 6; ++i)
            last = province.call(tablet.pullHttp(tablet.pull()));
        QCOMPARE(last.status, 429);
        QVERIFY(last.retryAfter && *last.retryAfter >= 1);
        QCOMPARE(refusalOf(last).code, std::string("busy"));
        QCOMPARE(province.call(other.pullHttp(other.pull())).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestPush)
#include "tst_push.moc"

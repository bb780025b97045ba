// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/carry/carry_world.hpp"

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;
using carry::TabletCarry;

class TabletCarryTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Organisation> m_org;
    std::unique_ptr<Province> m_province;
    std::unique_ptr<CarryTablet> m_a, m_b;
    std::unique_ptr<Office> m_office;

    std::string path() { return m_folder.filePath(QString("%1.db").arg(++m_count)).toStdString(); }

    // What the real province does with each envelope: opens, verifies, applies, signs the author's receipt.
    wire::CarryReply provinceSays(const carry::Load& load)
    {
        wire::CarryReply reply;
        for (const auto& bytes : load.request.envelopes) {
            const auto envelope = must(seal::parseCarried(bytes));
            must(seal::verifyCarried(envelope, m_org->issuer));
            const auto push = must(wire::readCarriedText(must(seal::openCarried(envelope, m_org->box))));
            const auto& author = envelope.label.replica == m_a->tablet.replica ? m_a->tablet : m_b->tablet;
            wire::CarryAnswer answer;
            answer.received = m_province->push(push, author).receipt;
            reply.answers.push_back(answer);
        }
        return reply;
    }
    template <typename Carrier> void bring(Carrier& carrier)
    {
        const auto load = must(carrier.toProvince());
        must(carrier.provinceAnswered(load, provinceSays(load)));
    }
    void bringOffice()
    {
        const auto load = must(m_office->carrier->toProvince(1 << 20));
        must(m_office->carrier->provinceAnswered(load, provinceSays(load)));
    }
    static std::uint64_t acknowledged(CarryTablet& tablet) { return must(tablet.tablet.store->carried()).acknowledged; }
    static CarriedBy by(CarryTablet& tablet, std::uint64_t number)
    {
        return must(tablet.tablet.store->carried()).by(number);
    }

private slots:
    void init()
    {
        m_org = std::make_unique<Organisation>();
        m_province = std::make_unique<Province>();
        m_a = std::make_unique<CarryTablet>(*m_org, *m_province, path(), 1);
        m_b = std::make_unique<CarryTablet>(*m_org, *m_province, path(), 2);
        m_office = std::make_unique<Office>(*m_org, *m_province, path());
    }

    void anOfficeCarriesAndTheReceiptComesBack()
    {
        m_a->tablet.addHousehold("林秀英", "19900000012");
        m_a->handTo(*m_office->carrier, TabletCarry::Carriers::township);
        QCOMPARE(by(*m_a, 1), CarriedBy::township);
        QCOMPARE(acknowledged(*m_a), std::uint64_t{0}); // never counted as received
        QCOMPARE(must(m_a->tablet.store->counts()).waiting, std::uint64_t{1});
        m_a->tablet.addHousehold("陈伯");
        QCOMPARE(by(*m_a, 2), CarriedBy::nobody);
        bringOffice();
        QCOMPARE(must(m_office->shelf->counts()).waiting, std::uint64_t{0});
        m_a->handTo(*m_office->carrier, TabletCarry::Carriers::township); // hears of it, and hands over the second
        QCOMPARE(acknowledged(*m_a), std::uint64_t{1});
        QCOMPARE(by(*m_a, 1), CarriedBy::nobody);
        QCOMPARE(by(*m_a, 2), CarriedBy::township);
        // It meets the province itself as well: the same receipt, nothing twice, and what the office still has does no harm.
        m_province->sync(m_a->tablet);
        QCOMPARE(acknowledged(*m_a), std::uint64_t{2});
        const auto before = m_province->stateHash(village());
        bringOffice();
        QVERIFY(m_province->stateHash(village()) == before);
    }

    void nothingIsHandedOverTwice()
    {
        m_a->tablet.addHousehold("林秀英");
        m_a->handTo(*m_office->carrier, TabletCarry::Carriers::township);
        const auto again = must(m_a->carry->toCarrier(TabletCarry::Carriers::township));
        QVERIFY(!again.bringsAnything());
        QCOMPARE(again.request.asked.size(), std::size_t{1});
        m_a->tablet.clock.time += 15LL * 24 * 3600 * 1000; // and not a word from the office: once more
        QVERIFY(must(m_a->carry->toCarrier(TabletCarry::Carriers::township)).bringsAnything());
        m_a->handTo(*m_office->carrier, TabletCarry::Carriers::township);
        QCOMPARE(must(m_office->shelf->counts()).waiting, std::uint64_t{1});
    }

    void twoHopsAndTheWayBack()
    {
        m_a->tablet.addHousehold("林秀英");
        m_a->handTo(*m_b->carry, TabletCarry::Carriers::neighbour);
        QCOMPARE(by(*m_a, 1), CarriedBy::neighbour);
        m_b->tablet.addHousehold("黄阿妹");
        m_b->handTo(*m_office->carrier, TabletCarry::Carriers::township);
        QCOMPARE(must(m_office->shelf->counts()).waiting, std::uint64_t{2});
        m_a->handTo(*m_b->carry, TabletCarry::Carriers::neighbour); // B brings word: the township has it
        QCOMPARE(by(*m_a, 1), CarriedBy::township);
        QCOMPARE(acknowledged(*m_a), std::uint64_t{0});
        bringOffice();
        m_b->handTo(*m_office->carrier, TabletCarry::Carriers::township);
        QCOMPARE(acknowledged(*m_b), std::uint64_t{1});
        m_a->handTo(*m_b->carry, TabletCarry::Carriers::neighbour);
        QCOMPARE(acknowledged(*m_a), std::uint64_t{1});
        QCOMPARE(must(m_b->tablet.store->carryShelf().counts()).waiting, std::uint64_t{0});
        bring(*m_b->carry); // nothing left, nothing happens
    }

    void aColleagueBringsItAfterItsOwn()
    {
        m_a->tablet.addHousehold("林秀英");
        m_a->handTo(*m_b->carry, TabletCarry::Carriers::neighbour);
        bring(*m_b->carry);
        m_a->handTo(*m_b->carry, TabletCarry::Carriers::neighbour);
        QCOMPARE(acknowledged(*m_a), std::uint64_t{1});
    }

    // A colleague's envelope grows old by the province's time, and by nothing that the tablet's own clock does.
    void aClockThatJumpsDropsNothing_data()
    {
        QTest::addColumn<bool>("heard");
        QTest::newRow("the province was never heard") << false;
        QTest::newRow("heard before") << true;
    }
    void aClockThatJumpsDropsNothing()
    {
        QFETCH(bool, heard);
        constexpr Millis kYears = 20LL * 365 * 24 * 3600 * 1000;
        constexpr Millis kTwoMonths = 61LL * 24 * 3600 * 1000;
        auto& clock = m_b->tablet.clock.time;
        const auto waiting = [&] { return must(m_b->tablet.store->carryShelf().counts()).waiting; };
        if (heard)
            m_province->sync(m_b->tablet);
        const auto start = clock;
        m_a->tablet.addHousehold("林秀英");
        m_a->handTo(*m_b->carry, TabletCarry::Carriers::neighbour);
        for (const auto jump : {kYears, -kYears, Millis{0}}) {
            clock = start + jump;
            QVERIFY(must(m_b->carry->toCarrier(TabletCarry::Carriers::township)).bringsAnything());
            QCOMPARE(waiting(), std::uint64_t{1});
        }
        if (heard) { // taken while the clock was at 1970: no older for that, once the province is heard again
            clock = 0;
            m_a->tablet.addHousehold("陈伯");
            m_a->handTo(*m_b->carry, TabletCarry::Carriers::neighbour);
            clock = start;
            m_province->sync(m_b->tablet);
            QVERIFY(must(m_b->carry->toCarrier(TabletCarry::Carriers::township)).bringsAnything());
            QCOMPARE(waiting(), std::uint64_t{2});
        }
        m_province->time += kTwoMonths;
        m_province->sync(m_b->tablet);
        std::ignore = must(m_b->carry->toCarrier(TabletCarry::Carriers::township));
        QCOMPARE(waiting(), std::uint64_t{0}); // its author still has everything
    }

    void forgedWordsMoveNothing()
    {
        m_a->tablet.addHousehold("林秀英");
        const auto exchange = must(m_a->carry->toCarrier(TabletCarry::Carriers::township));
        const auto honest = m_a->ask(exchange.request, *m_office->carrier);
        const auto nothing = [&] { return by(*m_a, 1) == CarriedBy::nobody && acknowledged(*m_a) == 0; };

        auto forged = honest; // another key signs in the relay's name
        forged.answers[0].carried = seal::signCarriedReceipt(m_b->tablet.sign, exchange.own[0]);
        must(m_a->carry->carrierAnswered(exchange, forged));
        QVERIFY(nothing());
        forged = honest; // nobody certified the relay
        auto stranger =
            m_org->certify(seal::CertificateKind::relay, "https://relay.example", m_office->key.publicKey());
        stranger.signature.bytes[0] ^= 1;
        forged.certificate = seal::certificateText(stranger);
        must(m_a->carry->carrierAnswered(exchange, forged));
        QVERIFY(nothing());
        forged = honest; // a person's certificate is none of a carrier
        forged.certificate =
            seal::certificateText(m_org->certify(seal::CertificateKind::person, "x", m_office->key.publicKey()));
        must(m_a->carry->carrierAnswered(exchange, forged));
        QVERIFY(nothing());
        forged = honest; // numbers that were never written
        forged.answers[0].carried->last = 99;
        must(m_a->carry->carrierAnswered(exchange, forged));
        QVERIFY(nothing());
        forged = honest; // the relay plays the province
        forged.answers[0].carried.reset();
        forged.answers[0].received =
            seal::signReceipt(m_office->key, m_province->epoch, m_a->tablet.replica, 1, exchange.own[0].label.head);
        must(m_a->carry->carrierAnswered(exchange, forged));
        QVERIFY(nothing());
        forged = honest; // an answer too few
        forged.answers.clear();
        QVERIFY(!m_a->carry->carrierAnswered(exchange, forged));
        must(m_a->carry->carrierAnswered(exchange, honest));
        QCOMPARE(by(*m_a, 1), CarriedBy::township);
    }

    void whoAsksMustBeCertifiedAndSign()
    {
        const auto exchange = must(m_a->carry->toCarrier(TabletCarry::Carriers::township));
        const auto body = wire::encodeCarryRequest(exchange.request);
        const auto auth = [&](const seal::SignKey& key, ReplicaId replica) {
            return seal::signRequest(key, replica, 1, "POST", wire::kPathCarry, body);
        };
        const auto take = [&](const wire::CarryRequest& request, const seal::RequestAuth& by) {
            return m_office->carrier->take(request, {by, "POST", wire::kPathCarry, body}).has_value();
        };
        QVERIFY(take(exchange.request, auth(m_a->tablet.sign, m_a->tablet.replica)));
        QVERIFY(!take(exchange.request, auth(m_b->tablet.sign, m_a->tablet.replica)));
        QVERIFY(!take(exchange.request, auth(m_a->tablet.sign, m_b->tablet.replica)));
        auto unknown = exchange.request;
        unknown.certificate.clear();
        QVERIFY(!take(unknown, auth(m_a->tablet.sign, m_a->tablet.replica)));
    }

    // A tablet that was lost or handed in: nothing is taken from it, nothing that it wrote, whoever brings it, and it is told nothing.
    void whoIsShutOutIsRefused()
    {
        m_a->tablet.addHousehold("林秀英");
        m_a->handTo(*m_office->carrier, TabletCarry::Carriers::township); // before anybody knew
        m_office->shutOut = {m_a->tablet.replica};
        m_a->tablet.addHousehold("陈伯");
        const auto asked = must(m_a->carry->toCarrier(TabletCarry::Carriers::township));
        const auto body = wire::encodeCarryRequest(asked.request);
        const auto auth = seal::signRequest(m_a->tablet.sign, m_a->tablet.replica, 1, "POST", wire::kPathCarry, body);
        const auto said = m_office->carrier->take(asked.request, {auth, "POST", wire::kPathCarry, body});
        QCOMPARE(said.error().code, Errc::notAllowed);
        QCOMPARE(must(m_office->shelf->counts()).waiting, std::uint64_t{1}); // what lay there stays, for the province
        // Through a colleague: that envelope is refused by name, the colleague's own goes on.
        m_a->handTo(*m_b->carry, TabletCarry::Carriers::neighbour);
        m_b->tablet.addHousehold("黄阿妹");
        const auto exchange = must(m_b->carry->toCarrier(TabletCarry::Carriers::township));
        QCOMPARE(exchange.request.envelopes.size(), std::size_t{2});
        const auto reply = m_b->ask(exchange.request, *m_office->carrier);
        QVERIFY(reply.answers.at(0).carried.has_value());
        QCOMPARE(reply.answers.at(1).refused, std::string("not-allowed"));
        QVERIFY(!reply.answers.at(1).carried);
        must(m_b->carry->carrierAnswered(exchange, reply));
        QCOMPARE(by(*m_b, 1), CarriedBy::township);
        QCOMPARE(must(m_b->tablet.store->carryShelf().counts()).waiting,
                 std::uint64_t{1}); // it goes to the province itself
        bringOffice();
        QCOMPARE(must(m_office->shelf->counts()).waiting, std::uint64_t{0});
        m_office->shutOut.clear(); // found again
        m_a->handTo(*m_office->carrier, TabletCarry::Carriers::township);
        QCOMPARE(by(*m_a, 2), CarriedBy::township);
    }

    void aFullShelfSaysSoAndTheRestGoesOn()
    {
        auto limits = kRelayLimits;
        limits.bytesOfOne = 1600;
        Office small(*m_org, *m_province, path(), limits);
        m_a->tablet.addHousehold("林秀英");
        m_a->handTo(*small.carrier, TabletCarry::Carriers::township);
        const auto first = by(*m_a, 1);
        for (int i = 0; i < 40; ++i)
            m_a->tablet.addHousehold("陈" + std::to_string(i * 7919), std::to_string(19900000000 + i));
        const auto exchange = must(m_a->carry->toCarrier(TabletCarry::Carriers::township));
        const auto reply = m_a->ask(exchange.request, *small.carrier);
        QCOMPARE(reply.answers.back().refused, std::string("busy"));
        must(m_a->carry->carrierAnswered(exchange, reply));
        QCOMPARE(by(*m_a, 1), first);
        QCOMPARE(by(*m_a, 41), CarriedBy::nobody);
        m_b->tablet.addHousehold("黄阿妹"); // another's part is its own
        m_b->handTo(*small.carrier, TabletCarry::Carriers::township);
        QCOMPARE(by(*m_b, 1), CarriedBy::township);
    }

    // Months of work go in several envelopes; a hole between them counts for nothing until it is filled.
    void manyEnvelopesJoin()
    {
        const std::string words(60'000, 'x');
        const auto letter = [this] {
            std::array<std::uint8_t, 1> one{};
            m_org->random.fill(one);
            return static_cast<char>('a' + one[0] % 26);
        };
        for (int i = 0; i < 60; ++i) {
            std::string unlike = words; // nothing that a compressor could fold
            for (auto& c : unlike)
                c = letter();
            m_a->tablet.addHousehold("林秀英", {}, unlike);
        }
        auto exchange = must(m_a->carry->toCarrier(TabletCarry::Carriers::township));
        QVERIFY(exchange.own.size() >= 2);
        const auto reply = m_a->ask(exchange.request, *m_office->carrier);
        auto late = reply; // the first answer was lost
        late.answers[0] = {};
        late.answers[0].refused = "busy";
        must(m_a->carry->carrierAnswered(exchange, late));
        QCOMPARE(by(*m_a, exchange.own[1].label.last), CarriedBy::nobody);
        do
            m_a->handTo(*m_office->carrier, TabletCarry::Carriers::township);
        while (must(m_a->carry->toCarrier(TabletCarry::Carriers::township)).bringsAnything());
        QCOMPARE(by(*m_a, 60), CarriedBy::township);
        for (int round = 0; round < 9; ++round)
            bringOffice();
        m_a->handTo(*m_office->carrier, TabletCarry::Carriers::township);
        QCOMPARE(acknowledged(*m_a), std::uint64_t{60});
    }
};

QTEST_GUILESS_MAIN(TabletCarryTest)
#include "tst_tablet_carry.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/carry.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/sealed_segment.hpp"
#include "tests/unit/seal/seeded_random.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::seal;
using namespace lianxin::test;

namespace {

struct World {
    SeededRandom random{7};
    SignKey root = SignKey::generate(random);
    SignKey issuerKey = SignKey::generate(random);
    SignKey author = SignKey::generate(random);
    SignKey carrier = SignKey::generate(random);
    BoxKey province = BoxKey::generate(random);
    IssuerCertificate issuer = issueIssuer(root, Realm::demo, issuerKey.publicKey(), 1);
    CarriedLabel label{random.id<ReplicaId>(), random.id<EpochId>(), 3, 9, random.id<Hash>()};

    Certificate certificate(Realm realm = Realm::demo)
    {
        Certificate made;
        made.kind = CertificateKind::replica;
        made.realm = realm;
        made.subject = label.replica.text();
        made.user = random.id<UserId>();
        made.signKey = author.publicKey();
        return issue(issuerKey, made);
    }
    std::string envelope(std::string_view push = "words of a family")
    {
        return sealCarried(author, label, certificate(), push, province.publicKey(), random).value();
    }
};

} // namespace

class TestCarry : public QObject {
    Q_OBJECT

private slots:
    void carriesUnreadAndOpensAtTheProvince()
    {
        World world;
        const auto bytes = world.envelope();
        QVERIFY(bytes.find("words") == std::string::npos);
        const auto parsed = parseCarried(bytes);
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->label, world.label);
        QVERIFY(verifyCarried(*parsed, world.issuer).has_value());
        QCOMPARE(openCarried(*parsed, world.province).value(), std::string("words of a family"));
        QCOMPARE(openCarried(*parsed, BoxKey::generate(world.random)).error().code, Errc::wrongSecret);
    }

    // Whatever is changed on the way is found before the province opens anything.
    void everyBitCounts()
    {
        World world;
        const auto bytes = world.envelope();
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            const auto parsed = parseCarried(flipped(bytes, bit));
            QVERIFY2(!parsed || !verifyCarried(*parsed, world.issuer), qPrintable(QString::number(bit)));
        }
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(!parseCarried(std::string_view(bytes).substr(0, size)));
        QCOMPARE(parseCarried(bytes + "x").error().code, Errc::invalidInput);
    }

    void strangersAndTheOtherRealmAreRefusedByName()
    {
        World world;
        World other;
        other.issuerKey = SignKey::generate(world.random);
        const auto foreign = sealCarried(world.author, world.label, issue(other.issuerKey, world.certificate()), "x",
                                         world.province.publicKey(), world.random);
        QCOMPARE(verifyCarried(*parseCarried(*foreign), world.issuer).error().code, Errc::notAllowed);
        const auto production = sealCarried(world.author, world.label, world.certificate(Realm::production), "x",
                                            world.province.publicKey(), world.random);
        const auto refused = verifyCarried(*parseCarried(*production), world.issuer);
        QVERIFY(refused.error().detail.find("demo and production") != std::string::npos);
        auto person = world.certificate();
        person.kind = CertificateKind::person;
        QVERIFY(!sealCarried(world.author, world.label, person, "x", world.province.publicKey(), world.random));
        const auto another = SignKey::generate(world.random);
        QVERIFY(!sealCarried(another, world.label, world.certificate(), "x", world.province.publicKey(), world.random));
    }

    void aLaterSuiteAsksForAnUpdate()
    {
        World world;
        auto bytes = world.envelope();
        bytes[3] = 2;
        QCOMPARE(parseCarried(bytes).error().code, Errc::upgradeNeeded);
        bytes[3] = 0;
        QCOMPARE(parseCarried(bytes).error().code, Errc::invalidInput);
    }

    void limitsHold()
    {
        World world;
        const std::string large(kMaxCarriedBytes, 'x');
        QCOMPARE(
            sealCarried(world.author, world.label, world.certificate(), large, world.province.publicKey(), world.random)
                .error()
                .code,
            Errc::invalidInput);
        QCOMPARE(parseCarried(std::string(kMaxCarriedBytes + 1, 'L')).error().code, Errc::invalidInput);
        world.label.last = 2; // before first
        QVERIFY(!sealCarried(world.author, world.label, world.certificate(), "x", world.province.publicKey(),
                             world.random));
    }

    // What an office keeps for the first sync: nothing without the hash, and no other bytes with it.
    void aSealedSegmentOpensWithItsHashOnly()
    {
        SeededRandom random{3};
        const std::string bytes = "rows of a village";
        const auto hash = blake2b(bytes);
        const auto sealed = sealSegment(hash, bytes);
        QCOMPARE(sealed.size(), bytes.size() + kSealedSegmentOverhead);
        QVERIFY(sealed.find("village") == std::string::npos);
        QVERIFY(sealedSegmentName(hash) != hash);
        QCOMPARE(openSegment(hash, sealed).value(), bytes);
        QCOMPARE(sealSegment(hash, bytes), sealed); // two servers seal alike
        QCOMPARE(openSegment(random.id<Hash>(), sealed).error().code, Errc::damaged);
        for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit)
            QVERIFY(!openSegment(hash, flipped(sealed, bit)));
        QVERIFY(!openSegment(hash, sealed.substr(1)) && !openSegment(hash, ""));
    }

    void aCarriedReceiptIsForOneEnvelope()
    {
        World world;
        const auto parsed = *parseCarried(world.envelope());
        const auto receipt = signCarriedReceipt(world.carrier, parsed);
        QVERIFY(verifyCarriedReceipt(world.carrier.publicKey(), receipt));
        QVERIFY(!verifyCarriedReceipt(world.author.publicKey(), receipt));
        auto more = receipt;
        more.last += 1;
        QVERIFY(!verifyCarriedReceipt(world.carrier.publicKey(), more));
        auto other = receipt;
        other.envelope = parseCarried(world.envelope())->hash;
        QVERIFY(!verifyCarriedReceipt(world.carrier.publicKey(), other));
    }
};

QTEST_GUILESS_MAIN(TestCarry)
#include "tst_carry.moc"

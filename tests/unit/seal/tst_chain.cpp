// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "tests/unit/seal/seeded_random.hpp"

#include <QtTest>

#include <functional>

using namespace lianxin;
using namespace lianxin::seal;
using lianxin::test::SeededRandom;

class ChainTest : public QObject {
    Q_OBJECT
    SeededRandom m_random{2};
    SignKey m_key{SignKey::generate(m_random)};

    core::Parcel parcel(std::size_t changesets, std::uint64_t first = 1, const Hash& before = {})
    {
        core::Parcel p;
        p.replica = m_random.id<ReplicaId>();
        p.first = first;
        p.before = before;
        p.seed = makeSeed(m_random);
        for (std::size_t i = 0; i < changesets; ++i)
            p.bodies.push_back("{\"n\":" + std::to_string(first + i) + "}");
        p.head = chainOf(p).back();
        p.signature = signParcel(m_key, p);
        return p;
    }

private slots:
    void aParcelHolds()
    {
        const auto p = parcel(3);
        QVERIFY(verifyParcel(m_key.publicKey(), p));
        QCOMPARE(chainOf(p).size(), std::size_t{3});
    }

    // The chain does not depend on how changesets were put into parcels with the same blinding: here one by one.
    void theChainRunsThroughParcels()
    {
        const auto whole = parcel(4, 5, m_random.id<Hash>());
        auto at = whole.before;
        for (std::size_t i = 0; i < whole.bodies.size(); ++i) {
            auto one = whole;
            one.first = whole.first + i;
            one.before = at;
            one.bodies = {whole.bodies[i]};
            at = chainOf(one).back();
            QVERIFY(at == chainOf(whole)[i]);
        }
        QVERIFY(at == whole.head);
    }

    void anythingElseIsRefused_data()
    {
        QTest::addColumn<int>("what");
        const char* names[] = {"body", "order", "missing", "first",     "before",
                               "seed", "head",  "replica", "signature", "key"};
        for (int i = 0; i < 10; ++i)
            QTest::newRow(names[i]) << i;
    }
    void anythingElseIsRefused()
    {
        QFETCH(int, what);
        auto p = parcel(3, 8, m_random.id<Hash>());
        auto key = m_key.publicKey();
        const std::function<void()> changes[] = {
            [&] { p.bodies[1] += " "; },        [&] { std::swap(p.bodies[0], p.bodies[1]); },
            [&] { p.bodies.pop_back(); },       [&] { p.first += 1; },
            [&] { p.before.bytes[0] ^= 1; },    [&] { p.seed.bytes[0] ^= 1; },
            [&] { p.head.bytes[0] ^= 1; },      [&] { p.replica.bytes[0] ^= 1; },
            [&] { p.signature.bytes[0] ^= 1; }, [&] { key = SignKey::generate(m_random).publicKey(); },
        };
        changes[what]();
        const auto verdict = verifyParcel(key, p);
        QVERIFY(!verdict);
        QVERIFY(verdict.error().code == (what < 7 ? Errc::protocol : Errc::notAllowed));
    }

    void emptyParcelsAreRefused()
    {
        auto p = parcel(1);
        p.bodies.clear();
        p.head = p.before;
        p.signature = signParcel(m_key, p);
        QVERIFY(verifyParcel(m_key.publicKey(), p).error().code == Errc::protocol);
    }

    // D13: the body is gone, and nothing that is left tells what it was; the signature still holds.
    void anErasedChangesetKeepsTheChain()
    {
        const auto whole = parcel(3, 4, m_random.id<Hash>());
        auto p = whole;
        for (std::size_t i = 0; i < p.bodies.size(); ++i)
            p.remains.push_back(blinding(p.seed, p.first + i));
        p.seed = {};
        QVERIFY(verifyParcel(m_key.publicKey(), p)); // blindings in place of the seed
        p.remains[1] = commitment(p.remains[1], p.bodies[1]);
        p.bodies[1].clear();
        QVERIFY(verifyParcel(m_key.publicKey(), p));
        QVERIFY(chainOf(p) == chainOf(whole));
        p.remains[1].bytes[3] ^= 1;
        QVERIFY(!verifyParcel(m_key.publicKey(), p));
        p.remains.pop_back();
        QVERIFY(!verifyParcel(m_key.publicKey(), p));
    }

    void blindingsDifferByNumberAndSeed()
    {
        const auto seed = makeSeed(m_random);
        QVERIFY(blinding(seed, 1) != blinding(seed, 2));
        QVERIFY(commitment(seed, 1, "{}") != commitment(seed, 2, "{}"));
        QVERIFY(commitment(seed, 1, "{}") != commitment(makeSeed(m_random), 1, "{}"));
    }

    void receiptsNameAllTheySay()
    {
        const auto receipt =
            signReceipt(m_key, m_random.id<EpochId>(), m_random.id<ReplicaId>(), 9, m_random.id<Hash>());
        QVERIFY(verifyReceipt(m_key.publicKey(), receipt));
        QVERIFY(!verifyReceipt(SignKey::generate(m_random).publicKey(), receipt));
        const std::function<void(core::Receipt&)> changes[] = {
            [](auto& r) { r.epoch.bytes[0] ^= 1; },
            [](auto& r) { r.replica.bytes[0] ^= 1; },
            [](auto& r) { r.held += 1; },
            [](auto& r) { r.head.bytes[0] ^= 1; },
            [](auto& r) { r.signature.bytes[40] ^= 1; },
        };
        for (const auto& change : changes) {
            auto other = receipt;
            change(other);
            QVERIFY(!verifyReceipt(m_key.publicKey(), other));
        }
    }

    // A signature for one purpose is none for another, even over the same fields.
    void purposesAreApart()
    {
        const auto p = parcel(1);
        core::Receipt receipt{{}, p.replica, p.first, p.head, p.signature};
        QVERIFY(!verifyReceipt(m_key.publicKey(), receipt));
    }

    void theFeedChainCoversItsEntry()
    {
        const auto chain = m_random.id<Hash>();
        const auto record = m_random.id<RecordId>();
        const auto hash = feedHash(chain, record, 4, "state");
        QVERIFY(hash != feedHash(Hash{}, record, 4, "state"));
        QVERIFY(hash != feedHash(chain, m_random.id<RecordId>(), 4, "state"));
        QVERIFY(hash != feedHash(chain, record, 5, "state"));
        QVERIFY(hash != feedHash(chain, record, 4, "statf"));
        QVERIFY(hash == feedHash(chain, record, 4, "state"));
    }
};

QTEST_APPLESS_MAIN(ChainTest)
#include "tst_chain.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/store_world.hpp"

#include <QFile>

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;

// Two bodies of one tablet: a clone, and one that was put back from an image (R25-R29).
class ReplicaRestampTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_a;

    QString place(const char* who) { return m_folder.filePath(QStringLiteral("%1%2.db").arg(who).arg(++m_count)); }
    // The same vault in another body.
    std::unique_ptr<Tablet> cloneOf(Tablet& tablet)
    {
        tablet.close();
        const auto file = place("clone");
        auto twin = std::make_unique<Tablet>(file.toStdString(), static_cast<std::uint32_t>(70 + m_count));
        if (!QFile::copy(QString::fromStdString(tablet.file), file))
            return nullptr;
        tablet.open();
        twin->key = tablet.key;
        const auto seed = tablet.sign.seed();
        twin->sign = seal::SignKey::fromSeed(
            std::span<const std::uint8_t, seal::kSeedSize>(seed.span().data(), seal::kSeedSize));
        twin->replica = tablet.replica;
        twin->user = tablet.user;
        twin->open();
        return twin;
    }
    void becomeAnother(Tablet& tablet)
    {
        auto fresh = seal::SignKey::generate(tablet.random);
        const auto ask = must(tablet.store->nextRestamp(fresh, false));
        const auto reply = m_province->restamp(ask, tablet, makeReplicaId(tablet.random));
        must(tablet.store->restamp(ask, reply, m_province->key.publicKey()));
        tablet.replica = reply.replica;
        tablet.sign = std::move(fresh);
    }
    core::PushRequest pushRestamped(Tablet& tablet)
    {
        auto push = must(tablet.store->nextRestamped(tablet.sign));
        if (!push.parcels.empty())
            must(tablet.store->storeRestamped(push, m_province->takeRestamped(push, tablet),
                                              m_province->key.publicKey()));
        return push;
    }
    void same(Tablet& tablet)
    {
        QVERIFY(must(tablet.store->stateHash(village())) == m_province->stateHash(village()));
        QCOMPARE(must(tablet.store->counts()).waiting, std::uint64_t{0});
        QVERIFY(must(tablet.store->waiting()).empty());
        QVERIFY(must(tablet.store->conflicts()).empty());
        must(tablet.store->verify());
    }

private slots:
    void init()
    {
        m_province = std::make_unique<Province>();
        m_a = std::make_unique<Tablet>(place("a").toStdString(), 1);
        m_province->enrol(*m_a);
    }

    void aCloneLosesNothing()
    {
        const auto first = m_a->addHousehold("first");
        m_province->sync(*m_a);
        m_a->write(first, {{kPhone, Value::fromText("1")}});
        const auto b = cloneOf(*m_a);
        QVERIFY(b);
        const auto ofA = m_a->addHousehold("of a");
        m_province->sync(*m_a); // 2, which both have, and 3
        const auto ofB = b->addHousehold("of b");
        b->write(first, {{kPlace, Value::fromText("by b")}});

        const auto said = b->store->applyPull(m_province->pull(must(b->store->nextPull(1)), *b, 1));
        QVERIFY(!said && said.error().code == Errc::fork);
        becomeAnother(*b);
        QCOMPARE(b->text(ofB, kName), std::string("of b")); // read your writes
        QCOMPARE(b->text(first, kPlace), std::string("by b"));
        QCOMPARE(must(b->store->waiting()).size(), std::size_t{2}); // 2 was taken from the twin
        QVERIFY(must(b->store->recordPlace(ofB)).place == Place::tablet);
        QVERIFY(must(b->store->view(ofB)).pending);
        b->reopen();
        QCOMPARE(pushRestamped(*b).parcels.size(), std::size_t{2});
        QVERIFY(!must(b->store->hasRestamped()));
        m_province->sync(*b);
        // Its id is frozen for the twin too, which has nothing that was not taken.
        becomeAnother(*m_a);
        QVERIFY(pushRestamped(*m_a).parcels.empty());
        m_province->sync(*m_a);
        for (auto* tablet : {m_a.get(), b.get()}) {
            QCOMPARE(tablet->text(ofA, kName), std::string("of a"));
            QCOMPARE(tablet->text(ofB, kName), std::string("of b"));
            QCOMPARE(tablet->text(first, kPhone), std::string("1"));
            same(*tablet);
        }
        // Work goes on, by numbers that no other change on this tablet has.
        const auto before = must(b->store->syncState()).saved;
        QCOMPARE(b->write(ofA, {{kPhone, Value::fromText("2")}}), before + 1);
        m_province->sync(*b);
        m_province->sync(*m_a);
        QCOMPARE(m_a->text(ofA, kPhone), std::string("2"));
        same(*m_a);
    }

    // R28: what both bodies carry is one change, whoever brings it.
    void theSameChangeIsTakenOnce()
    {
        const auto first = m_a->addHousehold("first");
        m_province->sync(*m_a);
        m_a->write(first, {{kPhone, Value::fromText("1")}});
        m_a->write(first, {{kPhone, Value::fromText("2")}});
        const auto b = cloneOf(*m_a);
        QVERIFY(b);
        becomeAnother(*m_a);
        becomeAnother(*b);
        const auto fromB = must(b->store->nextRestamped(b->sign));
        const auto fromA = pushRestamped(*m_a);
        QCOMPARE(fromA.parcels.size(), std::size_t{2});
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(fromA.parcels[i].replica == fromB.parcels[i].replica);
            QVERIFY(fromA.parcels[i].head == fromB.parcels[i].head);
            QVERIFY(!(fromA.parcels[i].signature == fromB.parcels[i].signature));
        }
        m_province->sync(*m_a);
        m_a->write(first, {{kPhone, Value::fromText("3")}});
        m_province->sync(*m_a);
        pushRestamped(*b);
        m_province->sync(*b);
        QCOMPARE(b->text(first, kPhone), std::string("3"));
        same(*m_a);
        same(*b);
    }

    // R29: what a form showed when it was opened is replaced by what it saves, whatever its own changes are called by then.
    void aFormThatIsOpenKnowsItsOwn_data()
    {
        QTest::addColumn<bool>("kept");
        QTest::newRow("on the screen") << false;
        QTest::newRow("kept as a draft") << true;
    }
    void aFormThatIsOpenKnowsItsOwn()
    {
        QFETCH(const bool, kept);
        const auto first = m_a->addHousehold("first");
        m_province->sync(*m_a);
        m_a->write(first, {{kPhone, Value::fromText("1")}});
        auto opened = must(m_a->store->openForEdit(first));
        Draft draft;
        draft.id = m_a->newId();
        draft.record = draft.root = first;
        draft.past = opened.past;
        must(m_a->store->putDraft(draft));
        becomeAnother(*m_a);
        if (kept)
            opened.past = must(m_a->store->draft(draft.id))->past;
        m_a->writeWith(opened, {{kPhone, Value::fromText("2")}});
        QCOMPARE(m_a->text(first, kPhone), std::string("2"));
        pushRestamped(*m_a);
        m_province->sync(*m_a);
        same(*m_a);
        QCOMPARE(m_a->text(first, kPhone), std::string("2"));
    }

    // Who put it away had seen the own words that were not sent yet, whatever they are called by then.
    void whatWasPutAwayStaysAway()
    {
        const auto first = m_a->addHousehold("first");
        m_province->sync(*m_a);
        m_a->write(first, {{kPhone, Value::fromText("1")}});
        m_a->write(first, {{{kLifeRegister, {}}, must(Value::fromCanonical(R"({"state":2})"))}});
        QVERIFY(must(m_a->store->view(first)).life == Life::voided);
        const auto b = cloneOf(*m_a);
        QVERIFY(b);
        becomeAnother(*m_a);
        becomeAnother(*b);
        QVERIFY(must(m_a->store->view(first)).life == Life::voided);
        const auto fromB = must(b->store->nextRestamped(b->sign));
        QVERIFY(pushRestamped(*m_a).parcels.back().head == fromB.parcels.back().head);
        m_province->sync(*m_a);
        QVERIFY(must(m_a->store->view(first)).life == Life::voided);
        pushRestamped(*b);
        m_province->sync(*b);
        QVERIFY(must(b->store->view(first)).life == Life::voided);
        same(*m_a);
        same(*b);
    }

    // Put back: the image knows less than the province has of it.
    void anImageGoesOn()
    {
        const auto first = m_a->addHousehold("first");
        m_province->sync(*m_a);
        const auto image = cloneOf(*m_a);
        QVERIFY(image);
        const auto late = m_a->addHousehold("late");
        m_province->sync(*m_a);
        m_a.reset(); // there is only the image now
        const auto said = image->store->applyPull(m_province->pull(must(image->store->nextPull(1)), *image, 1));
        QVERIFY(!said && said.error().code == Errc::fork);
        becomeAnother(*image);
        QVERIFY(!must(image->store->hasRestamped()));
        m_province->sync(*image);
        QCOMPARE(image->text(late, kName), std::string("late"));
        QCOMPARE(image->text(first, kName), std::string("first"));
        same(*image);
    }

    void whatIsHeldBackIsToldByItsNumber()
    {
        m_province->suspicious = [](const core::Changeset& changeset) { return changeset.why == "odd"; };
        const auto first = m_a->addHousehold("first");
        m_province->sync(*m_a);
        const auto number = m_a->write(first, {{kPhone, Value::fromText("1")}}, "odd");
        becomeAnother(*m_a);
        pushRestamped(*m_a);
        const auto back = must(m_a->store->heldBack());
        QCOMPARE(back.size(), std::size_t{1});
        QCOMPARE(back.front().number, number);
        QVERIFY(must(m_a->store->recordPlace(first)).place == Place::heldBack);
    }

    void anIdIsBelievedOnlyWhenSigned()
    {
        m_a->addHousehold("first");
        m_province->sync(*m_a);
        const auto fresh = seal::SignKey::generate(m_a->random);
        const auto ask = must(m_a->store->nextRestamp(fresh, false));
        const auto good = m_province->restamp(ask, *m_a, makeReplicaId(m_a->random));
        const auto refused = [&](const wire::RestampReply& reply) {
            const auto said = m_a->store->restamp(ask, reply, m_province->key.publicKey());
            return said ? std::string("taken") : std::string(errcName(said.error().code));
        };
        auto forged = good;
        forged.shared = 0;
        QCOMPARE(refused(forged), std::string("protocol"));
        forged = good;
        forged.replica = makeReplicaId(m_a->random);
        QCOMPARE(refused(forged), std::string("protocol"));
        m_a->addHousehold("saved since");
        QCOMPARE(refused(good), std::string("busy"));
        QVERIFY(must(m_a->store->syncState()).replica == m_a->replica);
    }

    void countersAreSkipped()
    {
        const auto before = must(m_a->store->nextRequestCounter());
        must(m_a->store->skipRequestCounters());
        QVERIFY(must(m_a->store->nextRequestCounter()) > before + 60'000);
        m_a->reopen();
        QVERIFY(must(m_a->store->nextRequestCounter()) > before + 60'000);
    }
};

QTEST_GUILESS_MAIN(ReplicaRestampTest)
#include "tst_replica_restamp.moc"

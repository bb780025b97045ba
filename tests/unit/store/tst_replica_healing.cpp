// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/store_world.hpp"
#include "tests/unit/wire/push_knowledge.hpp"

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;

// What a tablet's store does when the server was put back to a backup: the steps of R14, and that each survives a restart.
class ReplicaHealingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_a;
    std::unique_ptr<Tablet> m_b;

    static std::map<RegisterKey, core::Context> contextsOf(const core::DonationRequest& request, RecordId id)
    {
        std::map<RegisterKey, core::Context> contexts;
        for (const auto& frame : request.frames)
            for (const auto& row : frame.rows)
                for (const auto& reg : row.registers)
                    if (row.record == id) {
                        auto& context = contexts[reg.key] = frame.vector;
                        context.merge(reg.exceptions);
                    }
        return contexts;
    }
    void compareStates()
    {
        for (const auto& partition : m_province->granted) {
            const auto there = m_province->stateHash(partition);
            QVERIFY(must(m_a->store->stateHash(partition)) == there);
            QVERIFY(must(m_b->store->stateHash(partition)) == there);
        }
    }

private slots:
    void init()
    {
        m_province = std::make_unique<Province>();
        m_province->granted = {village()};
        const auto path = [&](const char* who) {
            return m_folder.filePath(QStringLiteral("%1%2.db").arg(who).arg(++m_count)).toStdString();
        };
        m_a = std::make_unique<Tablet>(path("a"), 1);
        m_b = std::make_unique<Tablet>(path("b"), 2);
        m_province->enrol(*m_a);
        m_province->enrol(*m_b);
    }

    void everythingComesBack()
    {
        const auto early = m_a->addHousehold("early");
        m_province->sync(*m_a);
        m_province->sync(*m_b);
        const auto backup = m_province->backUp();
        m_b->write(early, {{kPhone, Value::fromText("2")}});
        const auto late = m_b->addHousehold("late");
        m_province->sync(*m_b);
        m_province->sync(*m_a);
        m_a->write(late, {{kPhone, Value::fromText("3")}}); // waits
        m_province->putBack(backup);

        QVERIFY(m_a->store->applyPull(m_province->pull(must(m_a->store->nextPull(1)), *m_a, 1)).error().code ==
                Errc::epochChanged);
        m_province->heal(*m_a);
        QCOMPARE(m_a->text(late, kPhone), std::string("3"));
        m_province->sync(*m_a);
        QCOMPARE(m_a->text(early, kPhone), std::string("2"));
        m_province->heal(*m_b);
        m_province->sync(*m_b);
        m_province->sync(*m_a);
        compareStates();
        QCOMPARE(m_b->text(late, kPhone), std::string("3"));
        QVERIFY(must(m_a->store->conflicts()).empty() && must(m_b->store->conflicts()).empty());
        QCOMPARE(must(m_b->store->counts()).waiting, std::uint64_t{0});
        must(m_a->store->verify());
    }

    // N4: receipts of the old epoch count no longer, in all places where a person looks.
    void whatIsNotHeldWaitsAgain()
    {
        m_a->addHousehold("early");
        m_province->sync(*m_a);
        const auto backup = m_province->backUp();
        const auto late = m_a->addHousehold("late");
        m_province->sync(*m_a);
        QVERIFY(must(m_a->store->recordPlace(late)).place == Place::received);
        m_province->putBack(backup);
        must(m_a->store->adoptEpoch(m_province->donate({}, *m_a), m_province->key.publicKey()));
        m_a->reopen();
        const auto state = must(m_a->store->syncState());
        QCOMPARE(state.acknowledged, std::uint64_t{1});
        QVERIFY(state.epoch == m_province->epoch && state.receipt && state.receipt->epoch == state.epoch);
        QVERIFY(must(m_a->store->recordPlace(late)).place == Place::tablet);
        QCOMPARE(must(m_a->store->waiting()).size(), std::size_t{1});
        for (const auto& partition : must(m_a->store->partitions()))
            QCOMPARE(partition.cursor, std::uint64_t{0});
        QCOMPARE(m_a->text(late, kName), std::string("late")); // nothing is wiped
        // No pull before everything was given back.
        QVERIFY(!m_a->store->applyPull(m_province->pull(must(m_a->store->nextPull(1)), *m_a, 1)));
    }

    // R9: a short push names nothing that came in another epoch: the new server may never have said it.
    void whatCameInAnotherEpochIsSaidInFull()
    {
        const auto home = m_a->addHousehold("home");
        m_province->sync(*m_a);
        const auto needsNothing = [&] {
            const auto push = must(m_a->store->nextPush(m_a->sign));
            const auto text = must(m_a->store->shortPush(push));
            const Knowledge nothing{m_a->user, {}, {}};
            const auto memory = nothing.memory(push);
            return !text.empty() && must(wire::ShortPush::read(text)).complete(memory).has_value();
        };
        m_a->write(home, {{kPhone, Value::fromText("1")}});
        QVERIFY(!needsNothing());
        m_province->putBack(m_province->backUp());
        m_province->heal(*m_a);
        QVERIFY(needsNothing());
        m_province->sync(*m_a);
        m_a->write(home, {{kPhone, Value::fromText("2")}});
        QVERIFY(!needsNothing());
    }

    // The area is granted as before; a server that has nothing in it yet just does not name it.
    void aPlaceThatTheNewServerDoesNotKnowYetIsNotTakenAway()
    {
        const auto elsewhere = *PartitionId::parse("v:350128001299");
        m_province->sync(*m_a);
        const auto empty = m_province->backUp();
        const auto mine = m_a->addHousehold("mine");
        m_province->putBack(empty);
        m_province->heal(*m_a);
        m_province->granted = {elsewhere};
        m_province->pullAll(*m_a);
        QCOMPARE(m_a->text(mine, kName), std::string("mine"));
        QCOMPARE(must(m_a->store->counts()).sealed, std::uint64_t{0});
        m_province->granted = {village(), elsewhere};
        m_province->sync(*m_a);
        QCOMPARE(m_a->text(mine, kName), std::string("mine"));
        // What the province had sent is given back before the first pull: then its silence is a word.
        m_province->putBack(m_province->backUp());
        m_province->heal(*m_a);
        m_province->granted = {elsewhere};
        m_province->pullAll(*m_a);
        QVERIFY(!m_a->store->view(mine));
    }

    // Parts of one register each, a restart between any two: each register is given, and what was acknowledged is not given again.
    void partsAreResumable()
    {
        for (int i = 0; i < 5; ++i)
            m_a->addHousehold("n" + std::to_string(i), "1", "p");
        m_province->sync(*m_a);
        m_province->putBack(m_province->backUp());
        must(m_a->store->adoptEpoch(m_province->donate({}, *m_a), m_province->key.publicKey()));
        std::multiset<std::pair<RecordId, std::string>> given;
        int parts = 0;
        while (must(m_a->store->isDonating())) {
            const auto part = must(m_a->store->nextDonation(1));
            m_a->reopen(); // before it is acknowledged: the same part again
            QVERIFY(must(m_a->store->nextDonation(1)).progress == part.progress);
            ++parts;
            for (const auto& frame : part.request.frames)
                for (const auto& row : frame.rows)
                    for (const auto& reg : row.registers)
                        given.emplace(row.record, reg.key.text());
            must(m_a->store->donated(part, m_province->donate(part.request, *m_a), m_province->key.publicKey()));
            m_a->reopen();
        }
        QCOMPARE(given.size(), std::size_t{5 * 4});
        QCOMPARE(std::set(given.begin(), given.end()).size(), given.size());
        QCOMPARE(parts, 20); // the last one says that this was all
    }

    // R7: a row that came with a frame of a pull under way is given with that frame's vector, one that did not with V.
    void inMidPullRegistersSpeakForThemselves()
    {
        const auto first = m_a->addHousehold("first");
        m_province->sync(*m_a);
        m_province->sync(*m_b);
        const auto v = must(m_b->store->partitions()).front().vector;
        m_a->write(first, {{kPhone, Value::fromText("1")}});
        m_province->pushAll(*m_a);
        for (int i = 0; i < 3; ++i) {
            m_a->addHousehold("more");
            m_province->pushAll(*m_a);
        }
        const auto reply = m_province->pull(must(m_b->store->nextPull(1)), *m_b, 1);
        QVERIFY(reply.more);
        must(m_b->store->applyPull(reply));
        m_province->putBack(m_province->backUp());
        must(m_b->store->adoptEpoch(m_province->donate({}, *m_b), m_province->key.publicKey()));
        const auto contexts = contextsOf(must(m_b->store->nextDonation(1 << 20)).request, first);
        QVERIFY(contexts.at(kName) == v);
        QVERIFY(contexts.at(kPhone) == reply.frames.front().vector);
        QVERIFY(!(contexts.at(kPhone) == v));
    }

    void aFurtherRestoreBeginsAgain()
    {
        for (int i = 0; i < 4; ++i)
            m_a->addHousehold("n");
        m_province->sync(*m_a);
        const auto backup = m_province->backUp();
        m_province->putBack(backup);
        must(m_a->store->adoptEpoch(m_province->donate({}, *m_a), m_province->key.publicKey()));
        const auto first = must(m_a->store->nextDonation(1));
        must(m_a->store->donated(first, m_province->donate(first.request, *m_a), m_province->key.publicKey()));
        const auto half = must(m_a->store->nextDonation(1));
        m_province->putBack(backup);
        // An answer of the epoch before is late, one of the new epoch is not for this part.
        QVERIFY(m_a->store->donated(half, m_province->donate(half.request, *m_a), m_province->key.publicKey())
                    .error()
                    .code == Errc::epochChanged);
        must(m_a->store->adoptEpoch(m_province->donate({}, *m_a), m_province->key.publicKey()));
        QVERIFY(must(m_a->store->nextDonation(1)).progress == first.progress);
    }

    void anEpochIsBelievedOnlyWhenSigned()
    {
        m_a->addHousehold("n");
        m_province->sync(*m_a);
        const auto before = must(m_a->store->syncState());
        m_province->putBack(m_province->backUp());
        auto forged = m_province->donate({}, *m_a);
        forged.receipt.held = 0;
        const auto refused = [&](const core::DonationReply& reply) {
            const auto said = m_a->store->adoptEpoch(reply, m_province->key.publicKey());
            return said ? std::string("taken") : std::string(errcName(said.error().code));
        };
        QCOMPARE(refused(forged), std::string("protocol"));
        QCOMPARE(refused(m_province->donate({}, *m_b)), std::string("protocol"));
        const seal::SignKey stranger = seal::SignKey::generate(m_a->random);
        auto theirs = forged;
        theirs.receipt = seal::signReceipt(stranger, m_province->epoch, m_a->replica, 0, {});
        QCOMPARE(refused(theirs), std::string("protocol"));
        Hash other;
        other.bytes.fill(5);
        theirs.receipt = seal::signReceipt(m_province->key, m_province->epoch, m_a->replica, 1, other);
        QCOMPARE(refused(theirs), std::string("fork"));
        QVERIFY(must(m_a->store->syncState()).epoch == before.epoch);
        QVERIFY(!must(m_a->store->isDonating()));
    }

    // The server signed for more than it has now: nothing of its answer is used.
    void aServerThatForgotIsNotBelieved()
    {
        m_a->addHousehold("early");
        m_province->sync(*m_a);
        const auto epoch = m_province->epoch;
        const auto backup = m_province->backUp();
        m_a->addHousehold("late");
        m_province->sync(*m_a);
        m_province->putBack(backup);
        m_province->epoch = epoch; // a file that was copied over
        const auto said = m_a->store->applyPull(m_province->pull(must(m_a->store->nextPull(1)), *m_a, 1));
        QVERIFY(!said && said.error().code == Errc::epochChanged);
    }

    // What the new server does not have keeps the vector that it had; rows of the directory go, they are the server's own.
    void whatDoesNotComeAgain()
    {
        m_province->granted = {PartitionId::directory(), village()};
        const auto near = m_a->addHousehold("near");
        const auto listed = m_b->addHousehold("listed", {}, {}, PartitionId::directory());
        m_province->sync(*m_b);
        m_province->sync(*m_a);
        QVERIFY(must(m_a->store->contains(listed)));
        const auto old = must(m_a->store->partitions()).back().vector;
        m_province->putBack({});
        m_province->admit(*m_a);
        must(m_a->store->adoptEpoch(m_province->donate({}, *m_a), m_province->key.publicKey()));
        const auto part = must(m_a->store->nextDonation(1 << 20));
        QVERIFY(contextsOf(part.request, listed).empty()); // nobody gives that back
        must(m_a->store->donated(part, m_province->donate({}, *m_a),
                                 m_province->key.publicKey())); // passed over, all of it
        QVERIFY(must(m_a->store->isRefilling()));
        // A row of each partition, so that the frames have a head to reach.
        Tablet third(m_folder.filePath("third.db").toStdString(), 3);
        m_province->enrol(third);
        third.addHousehold("other");
        third.addHousehold("other", {}, {}, PartitionId::directory());
        m_province->pushAll(third);
        m_province->pullAll(*m_a);
        QVERIFY(!must(m_a->store->isRefilling()));
        QVERIFY(must(m_a->store->contains(near)) && !must(m_a->store->contains(listed)));
        QCOMPARE(m_a->text(near, kName), std::string("near"));
        m_province->putBack(m_province->backUp());
        must(m_a->store->adoptEpoch(m_province->donate({}, *m_a), m_province->key.publicKey()));
        const auto again = contextsOf(must(m_a->store->nextDonation(1 << 20)).request, near);
        QVERIFY(again.at(kName).covers(old));
        must(m_a->store->verify());
    }
};

QTEST_GUILESS_MAIN(ReplicaHealingTest)
#include "tst_replica_healing.moc"

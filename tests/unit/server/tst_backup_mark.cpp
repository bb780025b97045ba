// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/server/backup.hpp"
#include "sync/wire/donation_codec.hpp"
#include "sync/wire/paths.hpp"
#include "tests/unit/server/province_fixture.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

// What the server says of its backups, and when; and what it does with a log that begins above what it holds (R8, R17, G3, N3).
class TestBackupMark : public QObject {
    Q_OBJECT

    std::unique_ptr<TestProvince> m_province;

    std::optional<core::BackupMark> told(Tablet& tablet)
    {
        auto asked = tablet.pull();
        asked.wantsMark = true;
        const auto reply = m_province->pull(tablet, asked);
        if (!reply || !reply->backup)
            return std::nullopt;
        if (!seal::verifyMark(tablet.receiptKey, reply->epoch, tablet.replica, *reply->backup))
            qFatal("a mark without a signature");
        return reply->backup;
    }
    void bring(Tablet& tablet)
    {
        const auto parcel = tablet.parcel({tablet.body({m_province->household(kVillage)})});
        QVERIFY(m_province->push(tablet, tablet.push({parcel})).has_value());
    }
    std::uint64_t heldIn(const std::string& folder)
    {
        return must(verifyBackup(folder, m_province->province().identity().databaseKey));
    }
    Result<boost::json::object> announce(const std::string& folder, std::uint64_t held)
    {
        return m_province->admin({{"do", "backup-verified"}, {"folder", folder}, {"held", held}});
    }
    std::string complete()
    {
        const auto folder = m_province->backUp();
        must(announce(folder, heldIn(folder)));
        return folder;
    }
    std::int64_t status(const char* what)
    {
        const auto said = must(m_province->admin({{"do", "status"}}));
        return said.at("healing").as_array().front().at(what).as_int64();
    }
    // What a tablet does with the news of another epoch, without giving anything back.
    void meet(Tablet& tablet)
    {
        tablet.epoch = m_province->province().epoch();
        const core::DonationRequest greeting{tablet.epoch, {}, {}, false, std::nullopt};
        const auto http = m_province->call(tablet.request(wire::kPathDonate, wire::encodeDonationRequest(greeting)));
        QCOMPARE(http.status, 200);
        const auto said = must(wire::decodeDonationReply(unpacked(http), tablet.epoch, tablet.replica));
        tablet.acknowledged = said.receipt.held;
        tablet.acknowledgedHash = said.receipt.head;
    }

private slots:
    void init() { m_province = std::make_unique<TestProvince>(); }

    // Only a copy that somebody read through counts, and it counts for what it holds.
    void itIsToldWhenTheBackupIsComplete()
    {
        auto tablet = m_province->enrol("Lin", "VW", kVillage);
        auto other = m_province->enrol("Chen", "VW", kVillage);
        bring(tablet);
        bring(tablet);
        const auto headAtTwo = tablet.head;
        QVERIFY(!told(tablet));
        const auto folder = m_province->backUp();
        bring(tablet);
        QVERIFY(!told(tablet)); // nobody has looked at the copy yet
        QCOMPARE(status("announced_backup"), 0);
        QVERIFY(status("last_backup") > 0);
        must(announce(folder, heldIn(folder)));
        const auto mark = told(tablet);
        QVERIFY(mark);
        QCOMPARE(mark->held, std::uint64_t{2});
        QVERIFY(mark->head == headAtTwo);
        QVERIFY(!told(other)); // nothing of it was in there
        QCOMPARE(status("announced_backup"), status("last_backup"));
        // It is nobody's who did not ask: an old client gets what it always got.
        QVERIFY(!m_province->pull(tablet, tablet.pull())->backup);
        // It lives in the database.
        m_province->restart();
        QCOMPARE(told(tablet)->held, std::uint64_t{2});
        // Another replica's mark proves nothing here.
        QVERIFY(!seal::verifyMark(tablet.receiptKey, tablet.epoch, other.replica, *mark));
        auto more = *mark;
        ++more.held;
        QVERIFY(!seal::verifyMark(tablet.receiptKey, tablet.epoch, tablet.replica, more));
    }

    void theLastCopyIsTheOneThatCounts()
    {
        auto tablet = m_province->enrol("Lin", "VW", kVillage);
        bring(tablet);
        const auto first = m_province->backUp();
        bring(tablet);
        const auto second = m_province->backUp();
        QVERIFY(!announce(first, heldIn(first)).has_value());
        QVERIFY(!announce(second, heldIn(first)).has_value()); // another copy than the one that was read
        QVERIFY(!announce(std::string(), 0).has_value());
        QVERIFY(!m_province->admin({{"do", "backup-verified"}, {"folder", second}}).has_value());
        QVERIFY(!m_province->admin({{"do", "backup-verified"}, {"folder", second}, {"held", -2}}).has_value());
        QVERIFY(!told(tablet));
        must(announce(second, heldIn(second)));
        QCOMPARE(told(tablet)->held, std::uint64_t{2});
        QVERIFY(!announce(second, heldIn(second)).has_value()); // once
        QCOMPARE(told(tablet)->held, std::uint64_t{2});
    }

    // A new epoch has none until a backup of its own is complete; a copy from before cannot be announced in it.
    void aRestoreTakesItAway()
    {
        auto tablet = m_province->enrol("Lin", "VW", kVillage);
        bring(tablet);
        complete();
        const auto second = complete();
        const auto late = m_province->backUp();
        QVERIFY(told(tablet));
        m_province->putBack(second);
        meet(tablet);
        QVERIFY(!told(tablet));
        QCOMPARE(status("announced_backup"), 0);
        QVERIFY(!announce(late, heldIn(late)).has_value());
        QVERIFY(!announce(second, heldIn(second)).has_value());
        complete();
        QCOMPARE(told(tablet)->held, std::uint64_t{1});
    }

    // Its author trimmed 2 and 3 for a newer backup than the one that was put back.
    void aLogThatBeginsAboveIsSteppedOver()
    {
        auto tablet = m_province->enrol("Lin", "VW", kVillage);
        bring(tablet);
        const auto old = complete();
        bring(tablet);
        bring(tablet);
        complete();
        QCOMPARE(told(tablet)->held, std::uint64_t{3});
        m_province->putBack(old);
        meet(tablet);
        QCOMPARE(tablet.acknowledged, std::uint64_t{1});

        const auto fourth = tablet.parcel({tablet.body({m_province->household(kVillage)})});
        auto push = tablet.push({fourth});
        const auto gap = m_province->push(tablet, push); // as a client that only lost something on the way
        QCOMPARE(*gap->need, std::uint64_t{2});
        push.trimmed = true;
        const auto said = m_province->push(tablet, push);
        QVERIFY(said.has_value() && !said->need);
        QCOMPARE(said->receipt.held, std::uint64_t{4});
        QCOMPARE(status("lost_changesets"), 2);
        const auto row = must(m_province->province().store().replica(tablet.replica));
        QVERIFY(row->base.contains(1) && row->base.contains(4));
        QVERIFY(!row->base.contains(2) && !row->base.contains(3));
        // Sent again, because the answer was lost: the same receipt.
        tablet.acknowledged = 1;
        tablet.acknowledgedHash = push.acknowledgedHash;
        const auto again = m_province->push(tablet, push);
        QCOMPARE(again->receipt.held, std::uint64_t{4});
        QCOMPARE(status("lost_changesets"), 2);
        // Whoever says 3 says it with the hash that was signed for.
        auto empty = tablet.push({});
        empty.acknowledged = 3;
        empty.acknowledgedHash = fourth.before;
        QVERIFY(m_province->push(tablet, empty).has_value());
        bring(tablet);
        QCOMPARE(tablet.acknowledged, std::uint64_t{5});
        complete();
        QCOMPARE(told(tablet)->held, std::uint64_t{5});
    }

    // A server that was never put back has lost nothing, whatever somebody says.
    void nothingIsSteppedOverWithoutARestore()
    {
        auto tablet = m_province->enrol("Lin", "VW", kVillage);
        bring(tablet);
        tablet.made = 7;
        tablet.head.bytes[0] = 7;
        auto push = tablet.push({tablet.parcel({tablet.body({m_province->household(kVillage)})})});
        push.trimmed = true;
        const auto said = m_province->push(tablet, push);
        QVERIFY(said.has_value());
        QCOMPARE(*said->need, std::uint64_t{2});
        QCOMPARE(said->receipt.held, std::uint64_t{1});
        QCOMPARE(status("lost_changesets"), 0);
    }
};

QTEST_GUILESS_MAIN(TestBackupMark)
#include "tst_backup_mark.moc"

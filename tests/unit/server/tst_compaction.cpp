// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/province_fixture.hpp"

#include <QtTest>

#include <random>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

// I11: what the server forgets of a feed changes no answer, from any cursor that it ever gave.
class TestCompaction : public QObject {
    Q_OBJECT

    std::unique_ptr<TestProvince> m_province;
    std::vector<RecordId> m_homes;
    std::mt19937_64 m_chance{7};

    static PartitionId village() { return must(PartitionId::parse(kVillage)); }
    [[nodiscard]] std::int64_t rows(const char* sql)
    {
        std::int64_t found = 0;
        m_province->alone([&] { found = must(m_province->province().store().database().queryInt(sql)); });
        return found;
    }

    // A history of its own kind: mostly edits of few families, new ones, families that move away and back.
    void live(Tablet& tablet, int changes)
    {
        for (int i = 0; i < changes; ++i) {
            const auto what = m_chance() % 10;
            if (m_homes.empty() || what < 2) {
                auto home = m_province->household(kVillage);
                m_homes.push_back(home.record);
                say(tablet, std::move(home));
                continue;
            }
            core::RecordChange change;
            change.record = change.root = m_homes[m_chance() % m_homes.size()];
            change.type = m_province->type("household").number;
            change.partition = village();
            core::Write place;
            place.key.number = kLocationRegister;
            place.value = Value::fromText(m_chance() % 2 == 0 ? kVillage : "v:350128001202");
            change.writes = {what < 4 ? place
                                      : m_province->write("household", "phone1",
                                                          Value::fromText("1380000" + std::to_string(1000 + i)))};
            say(tablet, std::move(change));
        }
    }
    void say(Tablet& tablet, core::RecordChange change)
    {
        const auto reply =
            must(m_province->push(tablet, tablet.push({tablet.parcel({tablet.body({std::move(change)})})})));
        QVERIFY(std::ranges::none_of(
            reply.outcomes, [](const core::ChangeOutcome& one) { return one.outcome == core::Outcome::quarantined; }));
    }
    // Every place of the feed, as a tablet may have been left at it, in mid-pull or at a head.
    [[nodiscard]] std::vector<core::PartitionCursor> cursors()
    {
        std::vector<core::PartitionCursor> all{{village(), 0, 0, {}}};
        m_province->alone([&] {
            auto& store = m_province->province().store();
            const auto last = must(store.partition(village())).sequence;
            for (std::uint64_t at = 1; at <= last; ++at) {
                const auto chain = *must(store.feedChain(village(), at));
                all.push_back({village(), at, at, chain});
                all.push_back({village(), at, at / 2, chain});
            }
        });
        return all;
    }
    struct Answer {
        std::vector<core::Frame> frames;
        bool more{false};
    };
    [[nodiscard]] Answer answerTo(Tablet& tablet, const core::PartitionCursor& cursor, std::uint32_t budget)
    {
        auto reply = must(m_province->pull(tablet, tablet.pull({cursor}, budget)));
        Answer answer{{}, reply.more};
        for (auto& frame : reply.frames)
            if (frame.partition == village())
                answer.frames.push_back(std::move(frame));
        return answer;
    }
    static void same(const Answer& before, const Answer& after)
    {
        QCOMPARE(after.frames.size(), before.frames.size());
        QCOMPARE(after.more, before.more);
        for (std::size_t i = 0; i < before.frames.size(); ++i) {
            const auto& a = before.frames[i];
            const auto& b = after.frames[i];
            QVERIFY(a.from == b.from && a.to == b.to && a.chain == b.chain && a.atHead == b.atHead &&
                    a.vector == b.vector);
            QCOMPARE(b.rows.size(), a.rows.size());
            QCOMPARE(b.gone.size(), a.gone.size());
            for (std::size_t row = 0; row < a.rows.size(); ++row) {
                QVERIFY(a.rows[row].record == b.rows[row].record);
                QCOMPARE(b.rows[row].registers.size(), a.rows[row].registers.size());
                for (std::size_t reg = 0; reg < a.rows[row].registers.size(); ++reg) {
                    const auto& was = a.rows[row].registers[reg];
                    const auto& is = b.rows[row].registers[reg];
                    QVERIFY(was.key == is.key && was.heads == is.heads && was.note == is.note);
                    auto whole = was.exceptions; // what both mean, with the vector that they came with
                    whole.merge(a.vector);
                    auto now = is.exceptions;
                    now.merge(b.vector);
                    QVERIFY(whole == now);
                }
            }
        }
    }
    void compactAll()
    {
        m_province->alone([this] {
            m_province->province().store().compactFrom(5);
            for (int i = 0; i < 100; ++i)
                m_province->province().whenIdle();
        });
    }

private slots:
    void init()
    {
        m_province = std::make_unique<TestProvince>();
        m_homes.clear();
    }

    void everyCursorIsAnsweredAsBefore_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<int>("budget");
        for (int seed = 1; seed <= 3; ++seed)
            for (const int budget : {1024, 1 << 20})
                QTest::addRow("history %d, frames of %d", seed, budget) << seed << budget;
    }
    void everyCursorIsAnsweredAsBefore()
    {
        QFETCH(int, seed);
        QFETCH(int, budget);
        m_chance.seed(static_cast<std::uint64_t>(seed));
        auto tablet = m_province->enrol("A", "VW", kVillage);
        live(tablet, 45);
        const auto asked = cursors();
        std::vector<Answer> before;
        for (const auto& cursor : asked)
            before.push_back(answerTo(tablet, cursor, static_cast<std::uint32_t>(budget)));
        const auto chains = rows("SELECT count(*) FROM feed_chain");
        compactAll();
        QVERIFY(rows("SELECT count(*) FROM feed_chain") < chains);
        QVERIFY(rows("SELECT count(*) FROM feed_print") > 3);
        m_province->restart();
        for (std::size_t i = 0; i < asked.size(); ++i) {
            same(before[i], answerTo(tablet, asked[i], static_cast<std::uint32_t>(budget)));
            if (QTest::currentTestFailed())
                return;
        }
        // It goes on, and is compacted again.
        live(tablet, 25);
        compactAll();
        for (const auto& cursor : asked) {
            const auto answer = answerTo(tablet, cursor, static_cast<std::uint32_t>(budget));
            // Where the budget went to the directory first, the village comes with the next pull.
            QVERIFY(answer.frames.empty() ? answer.more : answer.frames.at(0).from == cursor.sequence);
        }
    }

    // A cursor that this feed never had starts over, compacted or not.
    void aStrangersCursorStartsOver()
    {
        auto tablet = m_province->enrol("A", "VW", kVillage);
        live(tablet, 30);
        auto asked = cursors();
        compactAll();
        for (auto& cursor : asked) {
            if (cursor.sequence == 0)
                continue;
            cursor.chain.bytes[0] ^= 1;
            QCOMPARE(answerTo(tablet, cursor, 1 << 20).frames.at(0).from, std::uint64_t{0});
        }
    }

    void oneBlockAtATime()
    {
        auto tablet = m_province->enrol("A", "VW", kVillage);
        live(tablet, 30);
        int blocks = 0;
        m_province->alone([&] {
            auto& store = m_province->province().store();
            QVERIFY(!must(store.dueForCompaction())); // a block is five hundred numbers
            store.compactFrom(5);
            while (must(store.dueForCompaction()) && blocks < 100) {
                m_province->province().whenIdle();
                ++blocks;
                QCOMPARE(must(store.database().queryInt("SELECT count(*) FROM feed_print")), std::int64_t{blocks});
            }
        });
        QVERIFY(blocks > 5 && blocks < 100);
    }
};

QTEST_GUILESS_MAIN(TestCompaction)
#include "tst_compaction.moc"

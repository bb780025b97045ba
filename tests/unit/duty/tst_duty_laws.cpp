// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "duty_world.hpp"
#include "random_known.hpp"

#include <algorithm>
#include <random>

using namespace lianxin;
using namespace lianxin::duty;
using namespace lianxin::test;

// What must hold for any families on any day. Seeds are printed by the row's name.
class TestDutyLaws : public QObject {
    Q_OBJECT

    static constexpr int kFamilies = 60;
    static Day first() { return day("2026-01-01"); }
    static Day last() { return day("2026-12-31"); }
    static Known families(int seed)
    {
        return RandomKnown(static_cast<std::uint32_t>(seed), first(), last()).make(kFamilies);
    }
    static Millis moment(int seed, int turn)
    {
        return startOfDayInChina(addDays(first(), (seed * 31 + turn * 73) % 365)) + (seed * 7 + turn) % 24 * 3600'000LL;
    }
    static Duty of(const Known& known, Millis now) { return dutyOf(shippedRules(), festivalList(), known, now); }

    template <typename List> static void shuffle(List& list, std::mt19937& random)
    {
        std::shuffle(list.begin(), list.end(), random);
    }
    static Known shuffled(Known known, std::uint32_t seed)
    {
        std::mt19937 random(seed);
        for (auto& family : known.households) {
            shuffle(family.people, random);
            shuffle(family.memorials, random);
            shuffle(family.companionDays, random);
            shuffle(family.quietFestivals, random);
        }
        shuffle(known.households, random);
        shuffle(known.contacts, random);
        shuffle(known.happenings, random);
        shuffle(known.concerns, random);
        shuffle(known.assessments, random);
        shuffle(known.flags, random);
        shuffle(known.claims, random);
        shuffle(known.drafts, random);
        shuffle(known.homes, random);
        shuffle(known.plans, random);
        shuffle(known.activities, random);
        return known;
    }
    static void seeds()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 12; ++seed)
            QTest::newRow(std::to_string(seed).c_str()) << seed;
    }

private slots:
    void theOrderOfKnowingDoesNotMatter_data() { seeds(); }
    void theOrderOfKnowingDoesNotMatter()
    {
        QFETCH(int, seed);
        const Known known = families(seed);
        for (int turn = 0; turn < 4; ++turn) {
            const Known other = shuffled(known, static_cast<std::uint32_t>(seed * 100 + turn));
            const auto a = of(known, moment(seed, turn));
            const auto b = of(other, moment(seed, turn));
            QVERIFY(!a.now.empty());
            QVERIFY(a.now == b.now);
            QVERIFY(a.ahead == b.ahead);
            QVERIFY(a.homes == b.homes);
            QVERIFY(a.care == b.care);
        }
    }

    void idsAreUniqueAndOfTheRightForm_data() { seeds(); }
    void idsAreUniqueAndOfTheRightForm()
    {
        QFETCH(int, seed);
        const Known known = families(seed);
        for (int turn = 0; turn < 4; ++turn) {
            const auto duty = of(known, moment(seed, turn));
            std::set<RecordId> ids;
            auto all = allOf(duty);
            all.insert(all.end(), duty.homes.begin(), duty.homes.end());
            for (const auto& task : all) {
                QVERIFY(ids.insert(task.id).second);
                QCOMPARE(task.id.bytes[6] >> 4, 8);
                QCOMPARE(task.id.bytes[8] >> 6, 2);
                QVERIFY(task.from <= task.due);
            }
        }
    }

    // A task that is there on two days has one id and one due day, and an id never means two things.
    void anIdMeansOneThing_data() { seeds(); }
    void anIdMeansOneThing()
    {
        QFETCH(int, seed);
        const Known known = families(seed);
        const Planner planner(shippedRules(), festivalList(), known, first(), last());
        std::map<RecordId, std::tuple<RecordId, RuleKind, Day>> seen;
        for (int i = 0; i < 365; i += 3) {
            const auto duty = planner.at(startOfDayInChina(addDays(first(), i)) + 8 * 3600'000LL);
            for (const auto& task : allOf(duty)) {
                if (task.kind == RuleKind::draft)
                    continue; // it is always today's
                const auto meaning = std::tuple(task.subject, task.kind, task.on);
                const auto found = seen.emplace(task.id, meaning).first;
                QVERIFY(found->second == meaning);
            }
        }
        QVERIFY(seen.size() > 100);
    }

    // Asking many days of one plan gives what asking each day alone gives.
    void planningAYearIsAskingEachDay_data() { seeds(); }
    void planningAYearIsAskingEachDay()
    {
        QFETCH(int, seed);
        const Known known = families(seed);
        const Planner planner(shippedRules(), festivalList(), known, first(), last());
        for (int turn = 0; turn < 4; ++turn) {
            const auto a = planner.at(moment(seed, turn));
            const auto b = of(known, moment(seed, turn));
            QVERIFY(a.now == b.now);
            QVERIFY(a.ahead == b.ahead);
        }
    }

    void atMostThreeAndWatchedByOneOnly_data() { seeds(); }
    void atMostThreeAndWatchedByOneOnly()
    {
        QFETCH(int, seed);
        const Known known = families(seed);
        for (int turn = 0; turn < 4; ++turn) {
            const auto duty = of(known, moment(seed, turn));
            std::map<RecordId, int> counts;
            for (const auto& task : duty.now) {
                QVERIFY(++counts[task.household] <= 3);
                QVERIFY(task.from <= dayInChina(moment(seed, turn)));
                const auto family = std::ranges::find(known.households, task.household, &Household::id);
                if (task.kind == RuleKind::watch && task.festival == 0)
                    QVERIFY(family->primary == known.reader.user);
                if (family->wish == 5 && task.kind == RuleKind::festival)
                    QFAIL("whoever wants quiet is left alone");
            }
        }
    }

    // Two people who hold the same families derive the same ids, whatever each of them is shown.
    void twoPeopleMakeTheSameTasks_data() { seeds(); }
    void twoPeopleMakeTheSameTasks()
    {
        QFETCH(int, seed);
        Known known = families(seed);
        const auto mine = allOf(of(known, moment(seed, 0)));
        known.reader.user = userId(99);
        const auto theirs = allOf(of(known, moment(seed, 0)));
        std::map<RecordId, const Task*> byId;
        for (const auto& task : mine)
            byId[task.id] = &task;
        int common = 0;
        for (const auto& task : theirs)
            if (const auto found = byId.find(task.id); found != byId.end()) {
                ++common;
                QVERIFY(found->second->kind == task.kind && found->second->on == task.on);
            }
        QVERIFY(common > 10);
    }

    void aNoteOnAnyTaskClosesIt_data() { seeds(); }
    void aNoteOnAnyTaskClosesIt()
    {
        QFETCH(int, seed);
        Known known = families(seed);
        const auto before = of(known, moment(seed, 0));
        for (const auto& task : before.now)
            known.notes.push_back({task.id, true});
        const auto after = of(known, moment(seed, 0));
        for (const auto& task : after.now)
            QVERIFY(std::ranges::find(before.now, task.id, &Task::id) == before.now.end());
    }

    // A tablet whose clock stands in 1970 or 2060 says something sensible and does not fall over.
    void strangeClocks()
    {
        const Known known = families(1);
        for (const char* when : {"1970-01-01", "1930-01-30", "2056-12-31", "2060-06-01", "2199-12-31"})
            for (const auto& task : of(known, at(when)).now)
                QVERIFY(task.from <= task.due);
    }
};

QTEST_GUILESS_MAIN(TestDutyLaws)
#include "tst_duty_laws.moc"

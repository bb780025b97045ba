// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/conflict_model.hpp"
#include "app/viewmodel/family_model.hpp"
#include "app/viewmodel/print_sheet.hpp"
#include "app/viewmodel/received_model.hpp"
#include "app/viewmodel/sync_model.hpp"
#include "app/viewmodel/today_model.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

using namespace lianxin;
using namespace lianxin::test;

// What is counted as a thing to look at, for whom, and what counts as received today.
class OpenLooksTest : public QObject, private LooksWorld {
    Q_OBJECT

    static constexpr Millis kDay = 24LL * 3600 * 1000;

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void countsOnlyWhatThisPersonMayRead_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("seen");
        QTest::addColumn<bool>("maySettle");
        QTest::newRow("officer") << static_cast<int>(Role::TO) << 1 << true;
        QTest::newRow("supervisor") << static_cast<int>(Role::CS) << 1 << false; // reads families, does not write them
        QTest::newRow("volunteer") << static_cast<int>(Role::VO) << 0 << false;
    }
    void countsOnlyWhatThisPersonMayRead()
    {
        QFETCH(int, role);
        QFETCH(int, seen);
        QFETCH(bool, maySettle);
        differ(key("phone1"), Value::fromText("2"), Value::fromText("3"));
        QCOMPARE(must(m_b->store->counts()).conflicts,
                 std::uint64_t{1}); // what the file holds is not what a person sees
        openAs(static_cast<Role>(role));
        const auto looks = ui::openLooks(*m_book);
        QCOMPARE(static_cast<int>(looks.size()), seen);
        QCOMPARE(!looks.empty() && looks.front().maySettle, maySettle);

        ui::TodayModel today(*m_book, m_steps);
        today.refreshNow();
        QCOMPARE(!today.lookText().isEmpty(), seen > 0);
        ui::FamilyModel family(*m_book, m_steps);
        family.show(m_family);
        QCOMPARE(!family.lookText().isEmpty(), seen > 0);
        family.openLook();
        QCOMPARE(m_steps.conflicts.size(), static_cast<std::size_t>(seen));
        ui::SyncModel sync(*m_desk, *m_book, m_steps);
        sync.refresh();
        QCOMPARE(!sync.lookText().isEmpty(), seen > 0);
    }

    void whoMayNotSettleSeesAndDecidesNothing()
    {
        differ(key("phone1"), Value::fromText("2"), Value::fromText("3"));
        openAs(Role::CS);
        ui::ConflictModel model(*m_book, m_steps);
        model.show({});
        QCOMPARE(model.count(), 1);
        QCOMPARE(model.sides()->count(), 2);
        QVERIFY(!model.maySettle());
        QVERIFY(!model.canKeepBoth());
        model.choose(model.sides()->value(1, "sideId").toString());
        model.useNew(QStringLiteral("199 0000 0033"));
        model.keepBoth();
        QVERIFY(reg(*m_b, key("phone1")).conflict);
        QCOMPARE(must(m_b->store->counts()).waiting, std::uint64_t{0});
        model.putAside();
        QCOMPARE(m_steps.backs, 1);
    }

    // What this person can do something about comes first.
    void whatOneMaySettleComesFirst()
    {
        differ(key("phone1"), Value::fromText("2"), Value::fromText("3"));
        const auto looks = ui::openLooks(*m_book);
        QVERIFY(std::ranges::is_partitioned(looks, &ui::OpenLook::maySettle));
        QVERIFY(!looks.empty() && looks.front().maySettle);
    }

    // A worker without a network writes on one day and connects on the next: it is the next day's news.
    void whatWasWrittenYesterdayAndCameTodayIsTodays()
    {
        ui::ReceivedModel received(*m_book, m_steps);
        m_a->write(m_family, {{key("call_name"), Value::fromText("林姐")}});
        const auto fresh = make(*m_a, "household", village(), {{"call_name", Value::fromText("陈伯")}});
        m_b->clock.time += kDay;
        received.refresh();
        QCOMPARE(received.villages()->count(), 0);
        syncAll();
        QCOMPARE(received.villages()->count(), 1);
        QCOMPARE(received.villages()->value(0, "newText").toString(), QStringLiteral("1"));
        QCOMPARE(received.villages()->value(0, "changedText").toString(), QStringLiteral("1"));
        QVERIFY(received.villages()->value(0, "line").toString().contains(ui::clockTime(m_b->clock.time)));
        QCOMPARE(must(m_b->store->view(fresh)).since, m_b->clock.time);
    }

    void aWritersClockThatIsAheadDoesNotBringItBackTomorrow()
    {
        ui::ReceivedModel received(*m_book, m_steps);
        m_a->clock.time += kDay;
        m_a->write(m_family, {{key("call_name"), Value::fromText("林姐")}});
        syncAll();
        received.refresh();
        QCOMPARE(received.villages()->count(), 1);
        m_b->clock.time += kDay;
        received.refresh();
        QCOMPARE(received.villages()->count(), 0);
    }

    // What it brings under ids of their own, after it was put back from an image, is no crowd of tablets.
    void aColleaguesTabletIsOne()
    {
        ui::ReceivedModel received(*m_book, m_steps);
        m_a->write(m_family, {{key("call_name"), Value::fromText("林姐")}});
        make(*m_a, "household", village(), {{"call_name", Value::fromText("陈伯")}});
        auto fresh = seal::SignKey::generate(m_a->random);
        const auto ask = must(m_a->store->nextRestamp(fresh, false));
        const auto reply = m_province->restamp(ask, *m_a, makeReplicaId(m_a->random));
        must(m_a->store->restamp(ask, reply, m_province->key.publicKey()));
        m_a->replica = reply.replica;
        m_a->sign = std::move(fresh);
        const auto push = must(m_a->store->nextRestamped(m_a->sign));
        QCOMPARE(push.parcels.size(), std::size_t{2});
        must(m_a->store->storeRestamped(push, m_province->takeRestamped(push, *m_a), m_province->key.publicKey()));
        make(*m_a, "household", village(), {{"call_name", Value::fromText("黄阿姨")}});
        syncAll();
        received.refresh();
        QCOMPARE(received.villages()->value(0, "newText").toString(), QStringLiteral("3"));
        QVERIFY(received.countText().contains(QStringLiteral("1 tablet")));
    }

    // A village of which nothing came for a week may be asked; who writes again is not asked any more, and nobody else ever was.
    void aQuietVillageMayBeAsked()
    {
        ui::ReceivedModel received(*m_book, m_steps);
        received.refresh();
        QCOMPARE(received.quiet()->count(), 0);
        for (auto* tablet : {m_a.get(), m_b.get(), m_c.get()})
            tablet->clock.time += 9 * kDay;
        received.refresh();
        QCOMPARE(received.quiet()->count(), 1); // the worker of the village, not the officer, who is quiet as well
        QVERIFY(received.quiet()->value(0, "heading").toString().contains(QStringLiteral("桥头村")));
        QVERIFY(received.quiet()->value(0, "heading").toString().contains(QStringLiteral("9")));
        QVERIFY(received.quiet()->value(0, "line").toString().startsWith(QStringLiteral("吴美华")));
        received.askAfter(received.quiet()->value(0, "colleagueId").toString());
        QCOMPARE(m_steps.dialled, QStringLiteral("199 0000 0301"));
        m_steps.dialled.clear();
        received.askAfter(QStringLiteral("somebody"));
        QVERIFY(m_steps.dialled.isEmpty());

        m_a->write(m_family, {{key("call_name"), Value::fromText("林姐")}});
        syncAll();
        QCOMPARE(received.quiet()->count(), 0);
    }

    // Somebody new to this tablet who is known elsewhere for years: not counted as written down today only, but welcomed.
    void aFamilyThatMovedInHasALineOfItsOwn()
    {
        const auto next = village("350128001202");
        m_province->granted = {PartitionId::directory(), village(), next};
        const auto moved = make(*m_a, "household", next, {{"call_name", Value::fromText("陈伯")}});
        m_province->sync(*m_a);
        m_province->sync(*m_a);
        m_province->granted = {PartitionId::directory(), village()};
        for (auto* tablet : {m_a.get(), m_b.get()})
            tablet->clock.time += kDay;
        ui::ReceivedModel received(*m_book, m_steps);
        ui::TodayModel today(*m_book, m_steps);
        received.refresh();
        QCOMPARE(received.newcomers()->count(), 0);
        QVERIFY(received.newcomersHeading().isEmpty());
        m_a->write(moved, {{kLocation, Value::fromText(village().text())}});
        make(*m_a, "household", village(), {{"call_name", Value::fromText("新来的")}}); // written down, not moved
        m_province->pushAll(*m_a);
        m_province->sync(*m_b);
        QCOMPARE(received.newcomers()->count(), 1);
        QCOMPARE(received.newcomers()->value(0, "familyId").toString(), ui::idText(moved));
        QCOMPARE(received.newcomers()->value(0, "heading").toString(), QStringLiteral("陈伯 has moved to 桥头村"));
        QVERIFY(received.newcomersHeading().startsWith(QLatin1Char('1')));
        received.openFamily(ui::idText(moved));
        QVERIFY(m_steps.families == std::vector<RecordId>{moved});

        today.refreshNow();
        QCOMPARE(today.followUps()->count(), 1);
        QCOMPARE(today.followUps()->value(0, "heading").toString(), QStringLiteral("陈伯 has moved to 桥头村"));
        today.openFollowUp(today.followUps()->value(0, "followId").toString());
        QCOMPARE(m_steps.families.size(), std::size_t{2});

        m_b->clock.time += kDay; // tomorrow they belong here
        received.refresh();
        today.refreshNow();
        QCOMPARE(received.newcomers()->count(), 0);
        QCOMPARE(today.followUps()->count(), 0);
    }

    void tellsTheTownshipWhatCameIn()
    {
        ui::ReceivedModel received(*m_book, m_steps);
        received.refresh();
        QCOMPARE(received.villages()->count(), 1);
        QCOMPARE(received.villages()->value(0, "name").toString(), QStringLiteral("桥头村"));
        QCOMPARE(received.villages()->value(0, "newText").toString(), QStringLiteral("1"));
        QVERIFY(received.villages()->value(0, "line").toString().startsWith(QStringLiteral("吴美华")));
        QVERIFY(!received.villages()->value(0, "needsLook").toBool());
        QVERIFY(received.countText().contains(QStringLiteral("1 tablet")));
        QCOMPARE(received.sheet().size(), std::size_t{2}); // headings and the village
        QCOMPARE(received.sheet()[1].size(), received.sheet()[0].size());
        const QString paper = ui::tableSheet(*m_desk, received.heading(), received.countText(), received.sheet());
        QVERIFY(paper.contains(QStringLiteral("<td>桥头村</td>")));
        QVERIFY(received.sentText().isEmpty());

        differ(key("phone1"), Value::fromText("2"), Value::fromText("3"));
        QVERIFY(received.villages()->value(0, "needsLook").toBool());
        QCOMPARE(received.looks()->count(), 1);
        QCOMPARE(received.looks()->value(0, "iconName").toString(), QStringLiteral("phone"));
        QVERIFY(received.sentText().startsWith(QLatin1Char('1')));
        const QString id = received.looks()->value(0, "lookId").toString();
        received.look(id);
        QVERIFY(m_steps.conflicts == std::vector<RecordId>{m_family});
        received.putAside(id);
        QCOMPARE(received.looks()->count(), 0);
        QVERIFY(received.lookHeading().isEmpty());

        // The next day: the old family is changed, not new.
        for (auto* tablet : {m_a.get(), m_b.get(), m_c.get()})
            tablet->clock.time += 24 * 3600 * 1000;
        received.refresh();
        QCOMPARE(received.villages()->count(), 0);
        QVERIFY(received.countText().isEmpty());
        m_a->write(m_family, {{key("call_name"), Value::fromText("林姐")}});
        syncAll();
        QCOMPARE(received.villages()->value(0, "newText").toString(), QStringLiteral("0"));
        QCOMPARE(received.villages()->value(0, "changedText").toString(), QStringLiteral("1"));
    }
};

QTEST_GUILESS_MAIN(OpenLooksTest)
#include "tst_open_looks.moc"

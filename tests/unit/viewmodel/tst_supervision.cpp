// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/supervision_model.hpp"
#include "tests/unit/viewmodel/services_world.hpp"

#include <boost/json/array.hpp>

using namespace lianxin;
using namespace lianxin::test;

// A visit of supervision on the real store, never a network: the list, what was seen, mending, looking again, and the way to the end.
class TestSupervision : public QObject, private ServicesWorld {
    Q_OBJECT

    RecordId m_home;

    RecordId visit(int state)
    {
        return keep({}, "supervision",
                    {{"kind", Value::fromInt(1)},
                     {"target", Value::fromInt(3)},
                     {"home", id(m_home)},
                     {"target_name", text("桥头暖心家园")},
                     {"day", day(-10)},
                     {"state", Value::fromInt(state)}});
    }
    RecordId finding(RecordId of, const char* words, std::optional<int> dueIn, int kind = 2, bool settled = false)
    {
        Values values{{"supervision", id(of)},
                      {"kind", Value::fromInt(kind)},
                      {"text", text(words)},
                      {"owner", text("邱美珠")},
                      {"settled", Value::fromBool(settled)}};
        if (dueIn)
            values.emplace_back("due", day(*dueIn));
        return keep(of, "finding", values);
    }
    RecordId mending(RecordId visit, RecordId of, const char* words)
    {
        return keep(visit, "rectification", {{"finding", id(of)}, {"action", text(words)}, {"done_at", day(-1)}});
    }
    [[nodiscard]] QString state(int code) const { return m_desk->codeLabel("supervision_state", code); }

private slots:
    void init()
    {
        begin();
        m_home = keep(
            {}, "warm_home",
            {{"name", text("桥头暖心家园")}, {"status", Value::fromInt(2)}, {"have_place", Value::fromBool(true)}});
        keep(m_home, "activity",
             {{"title", text("茶话")},
              {"category", Value::fromInt(4)},
              {"start_at", Value::fromInt(m_desk->now() - 3'600'000)},
              {"state", Value::fromInt(5)}});
    }
    void cleanup() { tearDown(); }

    void theListIsThereBeforeAnythingIsWritten()
    {
        const auto at = visit(2);
        ui::SupervisionModel page(*m_desk, m_steps);
        page.show(at);
        QCOMPARE(count("check_item"), std::size_t{0});
        int forHomes = 0;
        for (const auto& code : m_desk->catalogue().codeList("check_point")->codes)
            for (const auto& target : code.data.at("targets").as_array())
                forHomes += target == 3 ? 1 : 0;
        QVERIFY(forHomes > 6);
        QCOMPARE(page.points()->count(), forHomes);
        QCOMPARE(page.answers()->count(), 4);
        // What lies on the home's board is not asked for again.
        QCOMPARE(page.points()->value(0, "line").toString(), QStringLiteral("Its data say: there"));
        QCOMPARE(page.points()->value(1, "line").toString(), QStringLiteral("Its data say: not yet"));
        const int months = page.points()->find(QStringLiteral("8"));
        QCOMPARE(page.points()->value(months, "line").toString(),
                 QStringLiteral("Its board: activities in 1 month(s) this year"));
        QVERIFY(page.pointsText().startsWith(QStringLiteral("0 of")));
    }

    // Who comes and what it costs stand there too, from numbers that were noted after each activity.
    void whoComesAndWhatItCosts()
    {
        const auto line = [&](const char* point) {
            ui::SupervisionModel page(*m_desk, m_steps);
            page.show(visit(2));
            return page.points()->value(page.points()->find(QString::fromLatin1(point)), "line").toString();
        };
        QCOMPARE(line("11"), QString()); // nobody counted yet: nothing is said
        QCOMPARE(line("10"), QString());
        const auto activity = [&](int daysAgo, int people, int budget, int cost, int state = 5) {
            keep(m_home, "activity",
                 {{"title", text("茶话")},
                  {"category", Value::fromInt(4)},
                  {"start_at", Value::fromInt(m_desk->now() - daysAgo * 86'400'000LL)},
                  {"people_special", Value::fromInt(people)},
                  {"budget", Value::fromInt(budget)},
                  {"cost", Value::fromInt(cost)},
                  {"state", Value::fromInt(state)}});
        };
        activity(5, 12, 100'000, 90'050);
        activity(30, 9, 50'000, 40'000);
        QCOMPARE(line("11"), QStringLiteral("Its board: about 11 came each time in three months"));
        activity(100, 6, 0, 0);
        activity(250, 40, 0, 0);         // long ago
        activity(20, 50, 900'000, 0, 3); // not held
        QCOMPARE(line("11"),
                 QStringLiteral("Its board: about 11 came each time in three months, 6 in the three before"));
        QCOMPARE(line("10"), QStringLiteral("Its board: 1500 yuan planned this year, 1300.50 spent"));
    }

    void oneTouchAnswersAnotherTakesItBack()
    {
        const auto at = visit(2);
        ui::SupervisionModel page(*m_desk, m_steps);
        page.show(at);
        page.answer(QStringLiteral("2"), 2);
        QCOMPARE(page.points()->value(1, "answer").toInt(), 2);
        QCOMPARE(count("check_item"), std::size_t{1});
        page.answer(QStringLiteral("2"), 1); // another answer, the same record
        QCOMPARE(count("check_item"), std::size_t{1});
        QCOMPARE(now("check_item", ui::pointRecord(at, 2)).number("answer").value_or(0), 1);
        QCOMPARE(now("check_item", ui::pointRecord(at, 2)).ref("supervision").value_or(RecordId{}), at);
        page.answer(QStringLiteral("2"), 1);
        QCOMPARE(page.points()->value(1, "answer").toInt(), 0);
        QVERIFY(page.pointsText().startsWith(QStringLiteral("0 of")));
        page.answer(QStringLiteral("2"), 9); // no such answer
        page.answer(QStringLiteral("none"), 1);
        QCOMPARE(page.points()->value(1, "answer").toInt(), 0);
        // A point of one's own stands below the prepared ones.
        const auto own = keep(at, "check_item", {{"supervision", id(at)}, {"item", text("院子平不平")}});
        page.refresh();
        const int last = page.points()->count() - 1;
        QCOMPARE(page.points()->value(last, "label").toString(), QStringLiteral("院子平不平"));
        page.answer(page.points()->value(last, "pointId").toString(), 3);
        QCOMPARE(now("check_item", own).number("answer").value_or(0), 3);
    }

    // Two people go through the list on two tablets without a network: they have ticked the same thing.
    void twoTabletsTickTheSamePoint()
    {
        const auto at = visit(2);
        syncAll();
        ui::Desk other(ui::Shelf{m_c->catalogue, nullptr, m_duty, m_risk, m_c->clock, m_c->random});
        other.open({m_c->store.get(), nullptr, m_c->user, Role::TO});
        ui::SupervisionModel mine(*m_desk, m_steps), theirs(other, m_steps);
        mine.show(at);
        theirs.show(at);
        mine.answer(QStringLiteral("3"), 1);
        theirs.answer(QStringLiteral("3"), 1);
        theirs.answer(QStringLiteral("4"), 2);
        syncAll();
        syncAll();
        QCOMPARE(count("check_item"), std::size_t{2});
        mine.refresh();
        QCOMPARE(mine.points()->value(2, "answer").toInt(), 1);
        QCOMPARE(mine.points()->value(3, "answer").toInt(), 2);
        other.close();
        std::set<RecordId> records; // every point of every visit has its own
        for (const RecordId of : {at, m_home})
            for (int code = 1; code <= 40; ++code)
                records.insert(ui::pointRecord(of, code));
        QCOMPARE(records.size(), std::size_t{80});
    }

    void answersFromBeforeThereWereFour()
    {
        const auto at = visit(6);
        const RecordType& type = m_desk->type("check_item");
        const RecordId old = m_b->newId();
        must(m_b->store->save({{},
                               {{old,
                                 at,
                                 type.number,
                                 village(),
                                 {{{field("check_item", "supervision"), {}}, id(at)},
                                  {{field("check_item", "item"), {}}, text("有场所")},
                                  {{field("check_item", "fits"), {}}, Value::fromBool(false)}},
                                 {}}},
                               {},
                               "test"}));
        ui::SupervisionModel page(*m_desk, m_steps);
        page.show(at);
        QCOMPARE(page.points()->value(0, "answer").toInt(), 3); // by its words the prepared point
        QCOMPARE(count("check_item"), std::size_t{1});
    }

    void whatIsOpenComesFirstAndADayThatWentByIsNoAlarm()
    {
        const auto at = visit(4);
        const auto later = finding(at, "计划对不上", 7);
        const auto whenever = finding(at, "椅子少", std::nullopt);
        const auto late = finding(at, "牌子旧了", -3);
        const auto good = finding(at, "茶话会自在", std::nullopt, 4);
        finding(at, "早办妥了", -20, 1, true);
        ui::SupervisionModel page(*m_desk, m_steps);
        page.show(at);
        QCOMPARE(column(page.findings(), "findingId"),
                 QStringList({ui::idText(late), ui::idText(later), ui::idText(whenever)}));
        QVERIFY(page.findings()->value(0, "late").toBool());
        QVERIFY(page.findings()->value(0, "dueText").toString().contains(QStringLiteral("ask how it goes")));
        QVERIFY(!page.findings()->value(1, "late").toBool());
        QVERIFY(page.findings()->value(1, "dueText").toString().contains(QStringLiteral("7 day(s)")));
        QCOMPARE(column(page.praise(), "findingId"), QStringList({ui::idText(good)}));
        QCOMPARE(page.openText(), QStringLiteral("3 still open"));
        QCOMPARE(page.settled()->count(), 0);
        page.setSettledShown(true);
        QCOMPARE(page.settled()->count(), 1);
    }

    void mendedAndLookedAtAgain()
    {
        const auto at = visit(4);
        const auto sign = finding(at, "牌子旧了", 3);
        ui::SupervisionModel page(*m_desk, m_steps);
        page.show(at);
        QVERIFY(!page.findings()->value(0, "canRecheck").toBool()); // nothing was done yet
        QCOMPARE(page.actionLabel(), QStringLiteral("Note what was mended"));
        page.act();
        QCOMPARE(m_steps.forms.back().type, m_desk->type("rectification").number);
        QCOMPARE(m_steps.forms.back().prefill.at(field("rectification", "finding")), id(sign));
        QCOMPARE(m_steps.forms.back().root, at);
        const auto first = mending(at, sign, "擦了擦");
        page.refresh();
        QVERIFY(page.findings()->value(0, "canRecheck").toBool());
        page.recheck(ui::idText(sign), 2); // almost
        QVERIFY(!now("finding", sign).flag("settled"));
        QCOMPARE(now("rectification", first).number("result").value_or(0), 2);
        const auto second = mending(at, sign, "换了新的");
        page.refresh();
        QCOMPARE(page.findings()->nested(0, "mendings")->count(), 2);
        const auto before = saved();
        page.recheck(ui::idText(sign), 1);
        QCOMPARE(saved(), before + 1); // the mending and what it settles are one save
        QVERIFY(now("finding", sign).flag("settled"));
        QCOMPARE(now("rectification", second).number("result").value_or(0), 1);
        QCOMPARE(now("rectification", second).ref("rechecked_by").value_or(RecordId{}), recordOf(m_b->user));
        QCOMPARE(page.findings()->count(), 0);
        m_steps.takeBack();
        page.refresh();
        QVERIFY(!now("finding", sign).flag("settled"));
        QVERIFY(!now("rectification", second).number("result").has_value());
        QCOMPARE(page.findings()->count(), 1);
    }

    void oneActionAtATimeFromTheRoadToTheEnd()
    {
        const auto at = visit(1);
        ui::SupervisionModel page(*m_desk, m_steps);
        page.show(at);
        QVERIFY(page.listFirst());
        QCOMPARE(page.actionLabel(), QStringLiteral("Next: ") + state(2));
        page.act();
        QCOMPARE(page.stateText(), state(2));
        QCOMPARE(page.position(), 2);
        QCOMPARE(page.count(), 6);
        page.act(); // there: what was seen
        QCOMPARE(m_steps.forms.back().type, m_desk->type("finding").number);
        QVERIFY(!page.canFind()); // it is the main action already
        QCOMPARE(column(page.others(), "label"), QStringList({QStringLiteral("Next: ") + state(3)}));
        const auto sign = finding(at, "牌子旧了", 3);
        page.take(3);
        QVERIFY(!page.listFirst());
        QCOMPARE(page.actionLabel(), QStringLiteral("Next: ") + state(4)); // something is open
        page.act();
        QCOMPARE(page.actionLabel(), QStringLiteral("Note what was mended"));
        mending(at, sign, "换了新的");
        page.recheck(ui::idText(sign), 1);
        QCOMPARE(page.actionLabel(), QStringLiteral("Next: ") + state(5));
        page.act();
        QVERIFY(page.actionLabel().isEmpty()); // the county closes it
        openAs(Role::CS);
        page.show(at);
        QCOMPARE(page.actionLabel(), QStringLiteral("Next: ") + state(6));
        page.act();
        QCOMPARE(page.stateText(), state(6));
        QVERIFY(page.actionLabel().isEmpty());
        QCOMPARE(page.others()->count(), 0);
    }

    void theVillageMendsAndDoesNotJudge()
    {
        const auto at = visit(4);
        const auto sign = finding(at, "牌子旧了", 3);
        mending(at, sign, "换了新的");
        openAs(Role::VW);
        ui::SupervisionModel page(*m_desk, m_steps);
        page.show(at);
        QVERIFY(!page.canLook() && !page.canFind() && !page.canEdit());
        QVERIFY(page.findings()->value(0, "canMend").toBool());
        QVERIFY(!page.findings()->value(0, "canRecheck").toBool());
        QCOMPARE(page.actionLabel(), QStringLiteral("Note what was mended"));
        const auto before = saved();
        page.answer(QStringLiteral("1"), 1);
        page.recheck(ui::idText(sign), 1);
        page.take(5);
        QCOMPARE(saved(), before);
        openAs(Role::VO);
        page.show(at);
        QVERIFY(page.heading().isEmpty() && !page.emptyText().isEmpty());
    }
};

QTEST_MAIN(TestSupervision)
#include "tst_supervision.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/form_editor.hpp"
#include "app/viewmodel/home_model.hpp"
#include "app/viewmodel/team_model.hpp"
#include "tests/unit/viewmodel/services_world.hpp"

#include <boost/json/array.hpp>

using namespace lianxin;
using namespace lianxin::test;

// A team of volunteers on the real store: what its page says, what it never says, and how a service begins there.
class TestTeam : public QObject, private ServicesWorld {
    Q_OBJECT

    RecordId m_team, m_lin, m_chen, m_gone;

    RecordId volunteer(const char* name, int category, int state)
    {
        return keep(m_team, "volunteer",
                    {{"name", text(name)},
                     {"category", Value::fromInt(category)},
                     {"skills", Value::fromJson(boost::json::array{1, 5})},
                     {"phone", text("19900008001")},
                     {"state", Value::fromInt(state)}});
    }
    RecordId service(RecordId root, RecordId who, int hoursAgo)
    {
        return keep(root, "vol_service",
                    {{"service", Value::fromJson(boost::json::array{15})},
                     {"at", Value::fromInt(m_desk->now() - hoursAgo * 3'600'000LL)},
                     {"place", Value::fromInt(1)},
                     {"volunteers", ids({who})}});
    }

private slots:
    void init()
    {
        begin();
        m_b->clock.time = startOfDayInChina(m_desk->today()) + 20 * 3'600'000; // an evening
        m_team = keep({}, "vol_team",
                      {{"name", text("邻里队")},
                       {"kind", Value::fromInt(5)},
                       {"leader", text("邱美珠")},
                       {"leader_phone", text("19900000711")}});
        const auto paused = volunteer("吴建平", 5, 2);
        Q_UNUSED(paused)
        m_lin = volunteer("林雪梅", 6, 1); // of a family that lost its child
        m_chen = volunteer("陈国强", 3, 1);
        m_gone = volunteer("郭小燕", 1, 3);
    }
    void cleanup() { tearDown(); }

    void whatPeopleCanDoAndNeverWhatKindTheyAre()
    {
        ui::TeamModel page(*m_book, m_steps);
        page.show(m_team);
        QCOMPARE(page.heading(), QStringLiteral("邻里队"));
        QCOMPARE(column(page.volunteers(), "name"),
                 QStringList({QStringLiteral("林雪梅"), QStringLiteral("陈国强"), QStringLiteral("吴建平")}));
        QVERIFY(page.volunteers()->value(0, "line").toString().contains(QStringLiteral("理发")));
        QVERIFY(page.volunteers()->value(0, "stateText").toString().isEmpty());
        QVERIFY(!page.volunteers()->value(2, "stateText").toString().isEmpty());
        // The category is in nobody's row: one that is left out for some would tell as much as one that is said.
        for (int row = 0; row < page.volunteers()->count(); ++row)
            for (const auto& role : page.volunteers()->roleNames())
                for (const int category : {1, 3, 5, 6})
                    QVERIFY(!page.volunteers()
                                 ->value(row, role.constData())
                                 .toString()
                                 .contains(m_desk->codeLabel("volunteer_category", category)));
        page.callVolunteer(ui::idText(m_chen));
        QCOMPARE(m_steps.dialled, QStringLiteral("199 0000 8001"));
        page.callLeader();
        QCOMPARE(m_steps.dialled, QStringLiteral("199 0000 0711"));
        page.openVolunteer(ui::idText(m_lin));
        QCOMPARE(m_steps.edits.back(), m_lin);
        page.addVolunteer();
        QCOMPARE(m_steps.forms.back().root, m_team);
    }

    void whereTheyWereLatelyIsTheTeams()
    {
        const auto first = service(m_family, m_lin, 6);
        const auto second = service(m_family, m_gone, 2); // who left has been there all the same
        const auto own = service(m_team, m_chen, 4);
        const auto others = keep({}, "vol_team", {{"name", text("别的队")}, {"kind", Value::fromInt(5)}});
        const auto stranger = keep(others, "volunteer", {{"name", text("苏文")}, {"category", Value::fromInt(5)}});
        service(m_family, stranger, 1);
        ui::TeamModel page(*m_book, m_steps);
        page.show(m_team);
        QCOMPARE(column(page.services(), "serviceId"),
                 QStringList({ui::idText(second), ui::idText(own), ui::idText(first)}));
        QVERIFY(page.services()->value(0, "heading").toString().startsWith(QStringLiteral("林阿姨")));
        QVERIFY(page.services()->value(0, "atFamily").toBool());
        QVERIFY(!page.services()->value(1, "atFamily").toBool());
        QCOMPARE(page.sumText(), QStringLiteral("3 time(s) this month, at 1 family(ies)"));
        // Nothing is counted by person: no row of a volunteer has a number in it that is no telephone.
        static const QRegularExpression kNumber(QStringLiteral("\\d"));
        for (int row = 0; row < page.volunteers()->count(); ++row)
            for (const char* role : {"name", "line", "stateText"})
                QVERIFY(!page.volunteers()->value(row, role).toString().contains(kNumber));
    }

    void whoWentAndToWhomGoIntoTheForm()
    {
        ui::TeamModel page(*m_book, m_steps);
        page.show(m_team);
        QVERIFY(!page.asking());
        QVERIFY(!page.servicesText().isEmpty());
        page.noteService();
        QVERIFY(page.asking());
        QCOMPARE(column(page.going(), "label"), QStringList({QStringLiteral("林雪梅"), QStringLiteral("陈国强")}));
        page.toggleGoing(ui::idText(m_lin));
        page.toggleGoing(ui::idText(m_chen));
        page.toggleGoing(ui::idText(m_chen));
        QVERIFY(page.going()->value(0, "chosen").toBool());
        page.setFilter(QStringLiteral("没有这一家"));
        QCOMPARE(page.families()->count(), 0);
        QVERIFY(!page.familiesText().isEmpty());
        page.setFilter(QStringLiteral("林"));
        QCOMPARE(column(page.families(), "familyId"), QStringList({ui::idText(m_family)}));
        page.serveFamily(ui::idText(m_family));
        QVERIFY(!page.asking());
        const auto& wanted = m_steps.forms.back();
        QCOMPARE(wanted.type, m_desk->type("vol_service").number);
        QCOMPARE(wanted.root, m_family);
        QCOMPARE(forms::RecordFields(m_desk->type("vol_service"), wanted.prefill).refs("volunteers"),
                 std::vector<RecordId>{m_lin});
        // The form takes it, with who went chosen: one answer is left.
        ui::FormEditor form(*m_book, m_steps);
        QVERIFY(form.begin(wanted).has_value());
        const int row = form.rows()->find(static_cast<int>(field("vol_service", "volunteers")));
        QVERIFY(form.rows()->nested(row, "options")->value(0, "chosen").toBool());
        page.noteService();
        page.serveElsewhere();
        QCOMPARE(m_steps.forms.back().root, m_team);
        page.noteService();
        page.stopAsking();
        QVERIFY(!page.asking());
    }

    void whoReadsNoNamesSeesNone()
    {
        service(m_family, m_lin, 2);
        ui::TeamModel page(*m_book, m_steps);
        openAs(Role::PS);
        page.show(m_team);
        QCOMPARE(page.heading(), QStringLiteral("邻里队"));
        QCOMPARE(page.volunteers()->count(), 0);
        QCOMPARE(page.services()->count(), 0);
        QVERIFY(page.leaderText().isEmpty() && page.leaderPhone().isEmpty());
        QVERIFY(!page.volunteersText().isEmpty());
        QVERIFY(!page.canServe() && !page.canAdd() && !page.canEdit());
        page.noteService();
        QVERIFY(!page.asking());
        openAs(Role::VO);
        page.show(m_team);
        QVERIFY(page.heading().isEmpty());
        QVERIFY(!page.emptyText().isEmpty());
    }

    void aTeamThatIsOnItsWay()
    {
        ui::TeamModel page(*m_book, m_steps);
        page.show({});
        const QString nothing = page.emptyText();
        page.show(m_b->newId());
        QVERIFY(!page.emptyText().isEmpty());
        QVERIFY(page.emptyText() != nothing);
        QVERIFY(!page.canServe());
    }

    void theHomeLeadsToItsTeam()
    {
        const auto home = keep({}, "warm_home",
                               {{"name", text("桥头暖心家园")}, {"status", Value::fromInt(2)}, {"team", id(m_team)}});
        const auto visit = keep({}, "supervision",
                                {{"kind", Value::fromInt(1)},
                                 {"target", Value::fromInt(3)},
                                 {"home", id(home)},
                                 {"target_name", text("桥头暖心家园")}});
        ui::HomeModel board(*m_desk, m_steps);
        board.show(home);
        QCOMPARE(column(board.beside(), "recordId"), QStringList({ui::idText(m_team), ui::idText(visit)}));
        board.openBeside(ui::idText(m_team));
        QCOMPARE(m_steps.records.back(), m_team);
    }
};

QTEST_MAIN(TestTeam)
#include "tst_team.moc"

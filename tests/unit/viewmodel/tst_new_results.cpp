// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A counsellor is told on her first page that somebody in a village wrote answers down: over real stores and the real merge core.
#include "app/viewmodel/new_results.hpp"
#include "app/viewmodel/today_model.hpp"
#include "tests/unit/scales/shipped_scales.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

using namespace lianxin;
using namespace lianxin::test;

class NewResultsTest : public QObject, private LooksWorld {
    Q_OBJECT
    scales::ScaleSet m_scales{shippedScales()};

    RecordId answersFrom(Tablet& tablet)
    {
        const auto& type = *tablet.catalogue.type(std::string_view("scale_result"));
        const auto id = tablet.newId();
        store::RecordEdit edit{id, m_family, type.number, village(), {}, {}};
        edit.writes.push_back({{type.field(std::string_view("at"))->number, {}}, Value::fromInt(tablet.clock.now())});
        edit.writes.push_back({{type.envelope->number, {}}, Value::fromText("c2VhbGVk")});
        must(tablet.store->save({{}, {edit}, {}, "test"}));
        return id;
    }
    [[nodiscard]] static int told(ui::TodayModel& today)
    {
        today.refreshNow();
        int rows = 0;
        for (int row = 0; row < today.followUps()->count(); ++row)
            rows += today.followUps()->value(row, "iconName").toString() == QLatin1String("inbox") ? 1 : 0;
        return rows;
    }

private slots:
    void init()
    {
        setUp();
        m_b->store->setChangeListener({});
        m_book.reset();
        m_desk = std::make_unique<ui::Desk>(
            ui::Shelf{m_b->catalogue, nullptr, m_duty, m_risk, m_b->clock, m_b->random, &m_scales});
        m_book = std::make_unique<ui::FamilyBook>(*m_desk);
        openAs(Role::CO);
    }
    void cleanup() { tearDown(); }

    void sheIsToldUntilSheOpenedIt()
    {
        ui::TodayModel today(*m_book, m_steps);
        QCOMPARE(told(today), 0);
        const auto result = answersFrom(*m_a);
        QCOMPARE(told(today), 0); // not here yet
        syncAll();
        QCOMPARE(told(today), 1);
        const auto row = today.followUps()->find(QStringLiteral("result/") + QString::fromStdString(result.text()));
        QVERIFY(row >= 0);
        QVERIFY(today.followUps()->value(row, "line").toString().startsWith(QStringLiteral("林阿姨")));
        today.openFollowUp(today.followUps()->value(row, "followId").toString());
        QCOMPARE(m_steps.edits, std::vector<RecordId>{result}); // behind the second unlock
        QCOMPARE(told(today), 1);                               // asked for is not opened
        ui::resultOpened(*m_desk, result);
        QCOMPARE(told(today), 0);
        answersFrom(*m_c);
        syncAll();
        QCOMPARE(told(today), 1);
    }

    void whoeverMayNotOpenItIsToldNothing()
    {
        answersFrom(*m_a);
        syncAll();
        for (const auto role : {Role::VW, Role::TO}) {
            openAs(role);
            ui::TodayModel today(*m_book, m_steps);
            QCOMPARE(told(today), 0);
        }
    }

    void whatSheWroteHerselfAndWhatIsOldIsNoNews()
    {
        ui::TodayModel today(*m_book, m_steps);
        answersFrom(*m_b);
        syncAll();
        QCOMPARE(told(today), 0);
        answersFrom(*m_a);
        syncAll();
        QCOMPARE(told(today), 1);
        m_b->clock.time += 31LL * 24 * 3600 * 1000;
        QCOMPARE(told(today), 0);
    }
};

QTEST_GUILESS_MAIN(NewResultsTest)
#include "tst_new_results.moc"

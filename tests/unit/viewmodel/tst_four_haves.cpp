// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The four things that nobody should go without, over the real encrypted store with the shipped catalogue.
#include "app/viewmodel/four_haves.hpp"
#include "tests/unit/viewmodel/safety_world.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::test;

class FourHavesTest : public QObject {
    Q_OBJECT

    static constexpr Millis kDay = 24LL * 3600 * 1000;

    static std::vector<bool> seen(SafetyWorld& at)
    {
        std::vector<bool> found;
        const auto family = at.book->load(at.world.household);
        if (family)
            for (const auto& row : ui::fourHaves(*at.desk, *family))
                found.push_back(row.values.value("have").toBool());
        return found;
    }

private slots:
    void nothingIsTakenForGranted()
    {
        SafetyWorld at(Role::VW);
        QCOMPARE(seen(at), (std::vector{false, false, false, false}));
    }
    void companyCountsFor90Days()
    {
        SafetyWorld at(Role::VW);
        const auto visit = [&](std::int64_t outcome, int daysAgo) {
            at.world.make("visit", at.world.household,
                          {{"mode", Value::fromInt(1)},
                           {"outcome", Value::fromInt(outcome)},
                           {"occurred_at", Value::fromInt(at.world.time - daysAgo * kDay)}});
        };
        visit(3, 1); // nobody was there
        visit(1, 91);
        QCOMPARE(seen(at), (std::vector{false, false, false, false}));
        visit(5, 90); // a call that was answered is company
        QCOMPARE(seen(at), (std::vector{true, false, false, false}));
    }
    void helpIsANeedThatWasAnsweredOrAThingThatWasBrought()
    {
        SafetyWorld at(Role::VW);
        at.world.make("care_need", at.world.household, {{"kind", Value::fromInt(1)}, {"state", Value::fromInt(2)}});
        QCOMPARE(seen(at), (std::vector{false, false, false, false}));
        at.world.make("care_need", at.world.household, {{"kind", Value::fromInt(1)}, {"state", Value::fromInt(3)}});
        QCOMPARE(seen(at), (std::vector{false, true, false, false}));
    }
    void insuranceEndsWithItsTerm()
    {
        SafetyWorld at(Role::VW);
        const auto insured = [&](const char* until) {
            at.world.make("insured", at.world.household,
                          {{"kind", Value::fromInt(1)},
                           {"state", Value::fromInt(1)},
                           {"from_date", Value::fromText("2025-01-01")},
                           {"to_date", Value::fromText(until)}});
        };
        insured("2026-10-14");
        QCOMPARE(seen(at), (std::vector{false, false, false, false}));
        insured("2026-10-15"); // today is its last day
        QCOMPARE(seen(at), (std::vector{false, false, false, true}));
    }
    void aPlaceIsAHomeToGoTo()
    {
        SafetyWorld at(Role::VW);
        const auto home = at.world.make("warm_home", {}, {{"name", Value::fromText("桥头暖心家园")}});
        auto editor = *forms::RecordEditor::openExisting(at.world.ports(), at.world.household);
        editor.edit().set(at.world.field("household", "home"), Value::fromText(home.text()));
        QVERIFY(editor.commit().has_value());
        QCOMPARE(seen(at), (std::vector{false, false, true, false}));
    }
    // Who may not read insurances is not told that there is none.
    void whatOneMayNotReadIsLeftOut()
    {
        SafetyWorld at(Role::VO);
        QVERIFY(!at.desk->mayRead(at.world.type("insured")));
        QVERIFY(seen(at).size() < 4);
    }
};

QTEST_MAIN(FourHavesTest)
#include "tst_four_haves.moc"

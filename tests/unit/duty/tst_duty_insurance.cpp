// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/allowance.hpp"
#include "duty_world.hpp"

using namespace lianxin;
using namespace lianxin::duty;
using namespace lianxin::test;

// Insurance and allowance (domain 3.6, 3.7): reminders and the outlook; what a claim comes to stands in its form (tst_new_records).
class TestDutyInsurance : public QObject {
    Q_OBJECT

    static Known withPerson(const char* born, bool woman = true, bool single = false)
    {
        Known known = oneFamily();
        Person person;
        person.id = idOf(2);
        person.born = day(born);
        person.woman = woman;
        person.single = single;
        known.households[0].people.push_back(person);
        return known;
    }

private slots:
    // A day that a record names: from so many days ahead until so many behind; a contact does not close it.
    void aRecordsDayHasItsWindow()
    {
        Known known = oneFamily();
        known.dated.push_back({idOf(1), idOf(50), 3, day("2026-08-31"), {30, 14}});
        const auto asked = [&](const char* today) { return ofKind(dutyAt(known, today).now, RuleKind::dated); };
        QVERIFY(asked("2026-07-31").empty());
        QCOMPARE(asked("2026-08-01").size(), std::size_t(1));
        QCOMPARE(asked("2026-09-14").size(), std::size_t(1));
        QVERIFY(asked("2026-09-15").empty());
        QCOMPARE(asked("2026-08-20").front().number, 3);
        QCOMPARE(asked("2026-08-20").front().id, asked("2026-09-01").front().id);
        const auto before = asked("2026-08-20").front().id;
        known.contacts.push_back(contact("2026-08-19", true));
        QCOMPARE(asked("2026-08-20").size(), std::size_t(1));
        known.dated[0].on =
            day("2026-09-01"); // another day is another task: what was explained of the first is said no more
        QVERIFY(asked("2026-08-20").front().id != before);
    }

    void claimsAreRememberedUntilTheyAreHandedIn()
    {
        Known known = oneFamily();
        known.contacts.push_back(contact("2026-06-30", false));
        known.claims.push_back({idOf(1), idOf(50), ClaimStage::gathering, day("2026-07-01"), {}});
        const auto asked = [&](const char* today) { return ofKind(dutyAt(known, today).now, RuleKind::claim).size(); };
        QCOMPARE(asked("2026-07-07"), std::size_t(0));
        QCOMPARE(asked("2026-07-08"), std::size_t(1));
        QCOMPARE(asked("2026-07-22"), std::size_t(1));
        QCOMPARE(asked("2026-07-23"), std::size_t(0));
        QCOMPARE(asked("2026-07-31"), std::size_t(1)); // and once more
        known.claims[0].stage = ClaimStage::handedIn;
        known.claims[0].handedIn = day("2026-07-10");
        QCOMPARE(asked("2026-07-31"), std::size_t(0));
        QCOMPARE(asked("2026-08-09"), std::size_t(1)); // an answer should have come
        known.claims[0].stage = ClaimStage::done;
        QCOMPARE(asked("2026-08-09"), std::size_t(0));
    }

    void whoWasInHospitalIsRemindedOfTheClaim()
    {
        Known known = oneFamily();
        Happening stay;
        stay.household = idOf(1);
        stay.id = idOf(8);
        stay.kind = HappeningKind::hospital;
        stay.known = at("2026-07-01 09:00");
        stay.ended = day("2026-07-05");
        known.happenings.push_back(stay);
        known.contacts.push_back(contact("2026-07-05"));
        const auto asked = [&](const char* today) { return ofKind(allOf(dutyAt(known, today)), RuleKind::claim); };
        QCOMPARE(asked("2026-07-12").size(), std::size_t(1));
        QCOMPARE(asked("2026-07-12")[0].on, day("2026-07-12"));
        known.households[0].hospitalCare = false;
        QVERIFY(asked("2026-07-12").empty());
        known.households[0].hospitalCare = true;
        known.claims.push_back({idOf(1), idOf(50), ClaimStage::known, {}, {}});
        QVERIFY(asked("2026-07-12").empty());
    }

    void allowanceIsSpokenOfNinetyDaysBefore()
    {
        const auto asked = [](const Known& known, const char* today) {
            return !ofKind(dutyAt(known, today).now, RuleKind::allowance).empty();
        };
        Known known = withPerson("1977-11-23"); // 49 on 2026-11-23
        known.contacts.push_back(contact("2026-08-20", false));
        QVERIFY(!asked(known, "2026-08-24"));
        QVERIFY(asked(known, "2026-08-25"));
        QVERIFY(asked(known, "2026-11-23"));
        QVERIFY(asked(known, "2027-02-21"));
        QVERIFY(!asked(known, "2027-02-22"));
        known.households[0].allowanceTarget = 1;
        QVERIFY(!asked(known, "2026-11-23"));
        QVERIFY(!asked(withPerson("1977-11-23", false), "2026-11-23")); // a husband waits for his wife's birthday
        QVERIFY(asked(withPerson("1977-11-23", false, true), "2026-11-23"));
        QVERIFY(asked(withPerson("1980-02-29"), "2029-02-28"));
    }

    void outlook()
    {
        const auto& allowance = shippedRules().at(day("2026-06-01")).allowance;
        AllowanceFacts facts;
        auto found = allowanceOutlook(allowance, facts, day("2026-11-23"));
        QVERIFY(found.outlook == Outlook::missing);
        QCOMPARE(found.items.size(), kAllowanceItems);
        facts.born = day("1977-11-23");
        facts.woman = true;
        facts.certificate = true;
        facts.children = 1;
        facts.childLives = false;
        QVERIFY((allowanceOutlook(allowance, facts, day("2026-11-23")).items ==
                 std::vector<AllowanceItem>{AllowanceItem::hukou}));
        facts.localHukou = true;
        QVERIFY(allowanceOutlook(allowance, facts, day("2026-11-23")).outlook == Outlook::fits);
        found = allowanceOutlook(allowance, facts, day("2026-11-22"));
        QVERIFY(found.outlook == Outlook::doesNotFit && found.items == std::vector<AllowanceItem>{AllowanceItem::age});
        facts.childLives = true;
        QVERIFY(allowanceOutlook(allowance, facts, day("2026-11-23")).outlook == Outlook::missing);
        facts.childDisability = 4;
        QVERIFY(allowanceOutlook(allowance, facts, day("2026-11-23")).outlook == Outlook::doesNotFit);
        facts.childDisability = 3;
        QVERIFY(allowanceOutlook(allowance, facts, day("2026-11-23")).outlook == Outlook::fits);
        facts.woman = false; // married: his wife's age counts
        facts.single = false;
        QVERIFY(allowanceOutlook(allowance, facts, day("2026-11-23")).outlook == Outlook::missing);
        facts.wifeBorn = day("1970-01-01");
        QVERIFY(allowanceOutlook(allowance, facts, day("2026-11-23")).outlook == Outlook::fits);
        facts.born = day("1932-12-31");
        QVERIFY(allowanceOutlook(allowance, facts, day("2026-11-23")).outlook == Outlook::doesNotFit);
        facts.born = day("1933-01-01");
        QVERIFY(allowanceOutlook(allowance, facts, day("2026-11-23")).outlook == Outlook::fits);
    }
};

QTEST_GUILESS_MAIN(TestDutyInsurance)
#include "tst_duty_insurance.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/allowance.hpp"
#include "app/duty/insurance.hpp"
#include "duty_world.hpp"

using namespace lianxin;
using namespace lianxin::duty;
using namespace lianxin::test;

// Insurance and allowance (domain 3.6, 3.7): the published vectors, eligibility by data, reminders.
class TestDutyInsurance : public QObject {
    Q_OBJECT

    static const InsuranceRule& rule() { return shippedRules().at(day("2026-06-01")).insurance; }

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
    void subsidy_data()
    {
        QTest::addColumn<QString>("admitted");
        QTest::addColumn<QString>("discharged");
        QTest::addColumn<int>("icu");
        QTest::addColumn<int>("used");
        QTest::addColumn<int>("payable");
        QTest::addColumn<qint64>("yuan");
        QTest::newRow("7 days") << "2026-03-01"
                                << "2026-03-08" << 0 << 0 << 7 << qint64{700};
        QTest::newRow("same day") << "2026-03-01"
                                  << "2026-03-01" << 0 << 0 << 1 << qint64{100};
        QTest::newRow("120 days") << "2026-03-01"
                                  << "2026-06-29" << 0 << 0 << 90 << qint64{9000};
        QTest::newRow("10 days, 85 used") << "2026-03-01"
                                          << "2026-03-11" << 0 << 85 << 5 << qint64{500};
        QTest::newRow("intensive care 3 of 7") << "2026-03-01"
                                               << "2026-03-08" << 3 << 0 << 7 << qint64{1300};
        QTest::newRow("over 29 February") << "2028-02-28"
                                          << "2028-03-01" << 0 << 0 << 2 << qint64{200};
        QTest::newRow("more intensive care than days") << "2026-03-01"
                                                       << "2026-03-03" << 9 << 0 << 2 << qint64{600};
        QTest::newRow("all used") << "2026-03-01"
                                  << "2026-03-08" << 0 << 90 << 0 << qint64{0};
        QTest::newRow("more than all used") << "2026-03-01"
                                            << "2026-03-08" << 2 << 500 << 0 << qint64{0};
    }
    void subsidy()
    {
        QFETCH(QString, admitted);
        QFETCH(QString, discharged);
        QFETCH(int, icu);
        QFETCH(int, used);
        QFETCH(int, payable);
        QFETCH(qint64, yuan);
        const CareTerms terms{100'00, 300'00, 0, 90, {}, 0, {}, {}, false};
        const auto found =
            subsidyOf(terms, {*parseDay(admitted.toStdString()), *parseDay(discharged.toStdString()), icu, 2}, used);
        QVERIFY(found.answer == CareAnswer::pays);
        QCOMPARE(found.payable, payable);
        QCOMPARE(found.amount, static_cast<Fen>(yuan) * 100);
    }

    void termsOfAPolicy()
    {
        const Stay stay{day("2026-03-01"), day("2026-03-08"), 3, 2};
        CareTerms terms{100'00, 300'00, 0, 90, {}, 0, {}, {}, false};
        terms.deductibleDays = 3;
        QCOMPARE(subsidyOf(terms, stay, 0).payable, 4);
        terms.deductibleDays = 30;
        QCOMPARE(subsidyOf(terms, stay, 0).amount, Fen{0});
        terms.deductibleDays = 0;
        terms.maxIcu = 1;
        QCOMPARE(subsidyOf(terms, stay, 0).amount, Fen{6 * 100'00 + 300'00});
        terms.countBothEnds = true;
        QCOMPARE(subsidyOf(terms, stay, 0).days, 8);
        terms.minLevel = 3;
        QVERIFY(subsidyOf(terms, stay, 0).answer == CareAnswer::hospitalTooSmall);
        terms.minLevel = 2;
        QVERIFY(subsidyOf(terms, stay, 0).answer == CareAnswer::pays);
        QVERIFY(subsidyOf(terms, stay, 0, false).answer == CareAnswer::notInsured);
        terms.from = day("2026-03-01");
        terms.to = day("2026-03-01");
        QVERIFY(subsidyOf(terms, stay, 0).answer == CareAnswer::pays); // first and last day of the period
        terms.from = day("2026-03-02");
        terms.to.reset();
        QVERIFY(subsidyOf(terms, stay, 0).answer == CareAnswer::outsidePeriod);
        terms.from.reset();
        terms.to = day("2026-02-28");
        QVERIFY(subsidyOf(terms, stay, 0).answer == CareAnswer::outsidePeriod);
        const auto turned = subsidyOf({}, {day("2026-03-08"), day("2026-03-01"), 0, 2}, 0);
        QVERIFY(turned.answer == CareAnswer::datesTurned && turned.amount == 0);
    }

    void supplement_data()
    {
        QTest::addColumn<qint64>("reimbursed");
        QTest::addColumn<qint64>("outOfPocket"); // -1: not known
        QTest::addColumn<qint64>("expected");
        QTest::newRow("8,450.00") << qint64{845000} << qint64{-1} << qint64{338000};
        QTest::newRow("capped") << qint64{845000} << qint64{290000} << qint64{290000};
        QTest::newRow("not capped") << qint64{845000} << qint64{338000} << qint64{338000};
        QTest::newRow("half a fen goes up") << qint64{101} << qint64{-1} << qint64{40};
        QTest::newRow("0.4 fen goes down") << qint64{1} << qint64{-1} << qint64{0};
        QTest::newRow("0.8 fen goes up") << qint64{2} << qint64{-1} << qint64{1};
        QTest::newRow("nothing") << qint64{0} << qint64{100} << qint64{0};
        QTest::newRow("less than nothing") << qint64{-500} << qint64{100} << qint64{0};
        QTest::newRow("a great sum") << qint64{9'000'000'000'000'000} << qint64{-1} << qint64{3'600'000'000'000'000};
    }
    void supplement()
    {
        QFETCH(qint64, reimbursed);
        QFETCH(qint64, outOfPocket);
        const auto own = outOfPocket < 0 ? std::nullopt : std::optional<Fen>(outOfPocket);
        QTEST(static_cast<qint64>(supplementOf(rule(), reimbursed, own)), "expected");
    }

    void lossRatioOfTheSeed()
    {
        QCOMPARE(lossPermille(2067'0000'00, 2034'0000'00), std::optional<std::int64_t>(1016));
        QVERIFY(!lossPermille(5, 0));
    }

    void covers_data()
    {
        QTest::addColumn<int>("cover");
        QTest::addColumn<QString>("area");
        QTest::addColumn<int>("family");
        QTest::addColumn<bool>("covered");
        const auto row = [](const char* name, Cover cover, const char* area, int family, bool covered) {
            QTest::newRow(name) << static_cast<int>(cover) << area << family << covered;
        };
        row("care, A, Xiamen", Cover::hospitalCare, "350203001001", 1, true);
        row("care, B, Xiamen", Cover::hospitalCare, "350203001001", 2, false);
        row("care, B, Fuzhou", Cover::hospitalCare, "350102001001", 2, true);
        row("care, B, Putian", Cover::hospitalCare, "350302001001", 2, true);
        row("care, B, Ningde", Cover::hospitalCare, "350902001001", 2, true);
        row("care, other family, Fuzhou", Cover::hospitalCare, "350102001001", 3, false);
        row("accident, any family", Cover::accident, "350702001001", 3, true);
        row("supplement, Quanzhou", Cover::hospitalSupplement, "350502001001", 1, true);
        row("supplement, Fuzhou", Cover::hospitalSupplement, "350102001001", 1, false);
        row("pension, Putian", Cover::pensionTopUp, "350304001001", 2, true);
        row("card, Longyan", Cover::preferentialCard, "350802001001", 1, true);
        row("fund, Zhangzhou", Cover::careFund, "350602001001", 1, true);
        row("fund, Longyan", Cover::careFund, "350802001001", 1, false);
    }
    void covers()
    {
        QFETCH(int, cover);
        QFETCH(QString, area);
        QFETCH(int, family);
        QTEST(isCovered(rule(), static_cast<Cover>(cover), area.toStdString(), family, day("2026-06-01")), "covered");
    }

    void eligibilityHasDates()
    {
        InsuranceRule dated;
        dated.eligibility = {{Cover::accident, "", {}, day("2026-01-01"), day("2026-12-31")}};
        QVERIFY(!isCovered(dated, Cover::accident, "3501", 1, day("2025-12-31")));
        QVERIFY(isCovered(dated, Cover::accident, "3501", 1, day("2026-01-01")));
        QVERIFY(isCovered(dated, Cover::accident, "3501", 1, day("2026-12-31")));
        QVERIFY(!isCovered(dated, Cover::accident, "3501", 1, day("2027-01-01")));
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
        known.households[0].familyType = 3; // not covered there
        QVERIFY(asked("2026-07-12").empty());
        known.households[0].familyType = 1;
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

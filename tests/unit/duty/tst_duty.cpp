// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/duty.hpp"
#include "sync/model/catalogue.hpp"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace lianxin;
using namespace lianxin::duty;

namespace {

QByteArray readFile(const QString& path)
{
    QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

RecordId idOf(std::uint8_t number)
{
    RecordId id;
    id.bytes[15] = number;
    return id;
}

Day day(const char* text) { return *parseDay(text); }

// "kind due contact" of what is to be done, one a line.
QString written(const Duty& duty)
{
    static const char* const kContact[] = {"visit", "call", "kin", "activity", "none"};
    QStringList lines;
    for (const auto& task : duty.now)
        lines << QString::fromStdString(std::string(ruleName(task.kind)) + " " + dayText(task.due)) + QLatin1Char(' ') +
                     QLatin1String(kContact[static_cast<int>(task.contact)]) +
                     (task.alsoMonthly ? QLatin1String(" +monthly") : QLatin1String());
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class TestDuty : public QObject {
    Q_OBJECT

private:
    DutyRules m_rules;
    CodeList m_festivals;

    Duty duty(const Known& known, const char* today) const { return dutyOf(m_rules, m_festivals, known, day(today)); }
    static Known oneFamily(std::int64_t wish = 1)
    {
        Known known;
        Household family;
        family.id = idOf(1);
        family.careLevel = 4;
        family.wish = wish;
        known.households.push_back(family);
        return known;
    }
    static Contacted contact(const char* on, bool inPerson = true)
    {
        Contacted contact;
        contact.household = idOf(1);
        contact.day = day(on);
        contact.reached = true;
        contact.inPerson = inPerson;
        return contact;
    }

private slots:
    void initTestCase()
    {
        const auto rules = parseRules(readFile(QStringLiteral("assets/duty/rules.json")).toStdString());
        QVERIFY2(rules.has_value(), rules.has_value() ? "" : rules.error().detail.c_str());
        m_rules = *rules;
        std::map<std::string, std::string> files;
        for (const auto* folder : {"catalogue", "codes"})
            for (const auto& name : QDir(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/") + QLatin1String(folder))
                                        .entryList({QStringLiteral("*.json")}))
                files[std::string(folder) + "/" + name.toStdString()] =
                    readFile(QStringLiteral("assets/") + QLatin1String(folder) + QLatin1Char('/') + name).toStdString();
        const auto catalogue = loadCatalogue(files);
        QVERIFY2(catalogue.has_value(), catalogue.has_value() ? "" : catalogue.error().detail.c_str());
        m_festivals = *catalogue->codeList("festival");
    }

    void badRulesNameTheMember()
    {
        const auto rules = parseRules(R"({"version":1,"mostPerFamily":"three"})");
        QVERIFY(!rules);
        QCOMPARE(QString::fromStdString(rules.error().detail), QStringLiteral("duty rules: mostPerFamily"));
    }

    void golden_data()
    {
        QTest::addColumn<int>("wish");
        QTest::addColumn<QString>("lastContact");
        QTest::addColumn<QString>("today");
        QTest::addColumn<QString>("expected");
        // Chongyang 2026 is on 10-18, window -7..+3; the visit answers the month as well.
        QTest::newRow("chongyang opens") << 1 << "2026-09-16"
                                         << "2026-10-14"
                                         << "festival 2026-10-21 visit +monthly";
        QTest::newRow("day before the window") << 1 << "2026-09-20"
                                               << "2026-10-10"
                                               << "";
        QTest::newRow("answered by a visit") << 1 << "2026-10-12"
                                             << "2026-10-14"
                                             << "";
        QTest::newRow("calls only") << 3 << "2026-09-16"
                                    << "2026-10-14"
                                    << "festival 2026-10-21 call +monthly";
        QTest::newRow("wants quiet") << 5 << "2026-09-16"
                                     << "2026-10-14"
                                     << "";
        QTest::newRow("through kin") << 6 << "2026-09-16"
                                     << "2026-10-14"
                                     << "festival 2026-10-21 kin +monthly";
        QTest::newRow("not reached this month") << 1 << "2026-10-05"
                                                << "2026-11-27"
                                                << "monthly 2026-11-30 call";
        QTest::newRow("spring festival 2027, where others err") << 1 << "2027-01-14"
                                                                << "2027-01-16"
                                                                << "festival 2027-02-21 visit";
        QTest::newRow("last day of its window") << 1 << "2027-01-14"
                                                << "2027-02-21"
                                                << "festival 2027-02-21 visit +monthly";
    }
    void golden()
    {
        QFETCH(int, wish);
        QFETCH(QString, lastContact);
        QFETCH(QString, today);
        Known known = oneFamily(wish);
        known.contacts.push_back(contact(lastContact.toUtf8().constData()));
        QTEST(written(duty(known, today.toUtf8().constData())), "expected");
    }

    void aCallDoesNotAnswerAHomeVisit()
    {
        Known known = oneFamily();
        known.contacts.push_back(contact("2026-10-12", false));
        QCOMPARE(written(duty(known, "2026-10-14")), QStringLiteral("festival 2026-10-21 visit"));
    }

    void quietIsAskedAgainOnItsDate()
    {
        Known known = oneFamily(5);
        known.households[0].wishUntil = day("2026-10-14");
        known.contacts.push_back(contact("2026-08-01"));
        QVERIFY(duty(known, "2026-10-13").now.empty());
        QCOMPARE(written(duty(known, "2026-10-14")), QStringLiteral("festival 2026-10-21 call +monthly"));
    }

    void watchDaysAreNeverExplained()
    {
        Known known = oneFamily();
        known.contacts.push_back(contact("2026-11-20"));
        known.households[0].memorials.push_back({10, 15, true, false}); // lunar 10-15 = 2026-11-23
        const auto found = duty(known, "2026-11-23");
        QVERIFY(found.now.empty()); // she was seen inside the window
        known.contacts[0].day = day("2026-11-05");
        QCOMPARE(written(duty(known, "2026-11-23")), QStringLiteral("watch 2026-11-26 call"));
        QCOMPARE(duty(known, "2026-11-23").now[0].festival, 0U);
    }

    void quietFestivalOnlyWhereAsked()
    {
        Known known = oneFamily();
        known.contacts.push_back(contact("2026-03-20"));
        QVERIFY(!written(duty(known, "2026-03-28")).contains(QLatin1String("watch")));
        known.households[0].quietFestivals.push_back(4);
        QVERIFY(written(duty(known, "2026-03-28")).startsWith(QLatin1String("watch 2026-04-10 call")));
    }

    void idsAreTheSameOnEveryTablet()
    {
        const RecordId id = taskId(RuleKind::festival, idOf(1), "10/2026-10-18");
        QCOMPARE(id, taskId(RuleKind::festival, idOf(1), "10/2026-10-18"));
        QCOMPARE(id.bytes[6] >> 4, 8);
        QCOMPARE(id.bytes[8] >> 6, 2);
        QVERIFY(id != taskId(RuleKind::festival, idOf(2), "10/2026-10-18"));
        QVERIFY(id != taskId(RuleKind::festival, idOf(1), "10/2027-10-08"));
        QVERIFY(id != taskId(RuleKind::monthly, idOf(1), "10/2026-10-18"));
        // The same task on two days of one window is the same task, so that a note on it holds.
        Known known = oneFamily();
        known.contacts.push_back(contact("2026-09-16"));
        QCOMPARE(duty(known, "2026-10-14").now[0].id, duty(known, "2026-10-19").now[0].id);
    }

    void aNoteClosesItsTaskOnly()
    {
        Known known = oneFamily();
        known.contacts.push_back(contact("2026-09-16"));
        known.notes.push_back({duty(known, "2026-10-14").now[0].id, true});
        QVERIFY(duty(known, "2026-10-14").now.empty());
        QVERIFY(!duty(known, "2027-01-30").now.empty());
    }

    void atMostThreeForAFamily()
    {
        Known known = oneFamily();
        auto met = contact("2026-10-10");
        met.lowMood = true;
        met.inHospital = true;
        met.next = day("2026-10-15");
        known.contacts.push_back(met);
        known.drafts.push_back({idOf(1), idOf(9), 0});
        known.emergencies.push_back({idOf(1), idOf(8), day("2026-10-12"), true});
        QCOMPARE(written(duty(known, "2026-10-14")),
                 QStringLiteral("emergency 2026-10-18 visit\nrisk 2026-10-24 visit\nhospital 2026-10-31 visit"));
    }

    void pausedFamiliesKeepTheirDrafts()
    {
        Known known = oneFamily();
        known.households[0].served = false;
        known.drafts.push_back({idOf(1), idOf(9), 0});
        QCOMPARE(written(duty(known, "2026-10-14")), QStringLiteral("draft 2026-10-14 none"));
    }

    void whatComesIsNotAskedToday()
    {
        Known known = oneFamily();
        auto met = contact("2026-10-12");
        met.next = day("2026-10-29");
        known.contacts.push_back(met);
        const auto found = duty(known, "2026-10-14");
        QVERIFY(found.now.empty());
        QCOMPARE(found.ahead.size(), std::size_t(1));
        QCOMPARE(dayText(found.ahead[0].on), std::string("2026-10-29"));
    }
};

QTEST_GUILESS_MAIN(TestDuty)
#include "tst_duty.moc"

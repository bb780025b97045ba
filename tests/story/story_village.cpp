// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The worker's afternoon, without a network.
#include "people.hpp"
#include "story.hpp"

#include <QElapsedTimer>
#include <QTest>

namespace lianxin::story {

namespace {
constexpr int kPatience = 60'000;                               // ms; only a hang reaches it
constexpr int kHomeVisit = 1, kMet = 1, kNeedsProfessional = 4; // code lists of a visit
constexpr qsizetype kLettersBeforeKill = 3;
const QString kFamilies = QStringLiteral("families");
} // namespace

void Story::workerLooks()
{
    m_teller.step("The worker looks at today, then at a family");
    auto& hands = *m_worker;
    hands.show("Today");
    hands.picture("02-today");
    m_teller.seen(!hands.rows(QStringLiteral("today.cards")).isEmpty(), QStringLiteral("today says whom to see"));
    hands.show("Families");
    hands.picture("04-families");
    hands.set(QStringLiteral("families.searchText"), QStringLiteral("l"));
    hands.picture("04-families-search");
    hands.call(kFamilies, "clearSearch");
    auto families = hands.rows(QStringLiteral("families.rows")); // a list when they are many
    if (families.isEmpty())
        families = hands.rows(QStringLiteral("families.cards"));
    m_family = families.isEmpty() ? QString() : families.first()[QLatin1String("familyId")].toString();
    hands.openFamily(m_family);
    m_phoneBefore = hands.valueOf(m_family, "phone1");
    hands.picture("05-family");
    m_teller.seen(hands.isOn("Family"), QStringLiteral("the family's page with one line of time"));
}

void Story::workerVisits()
{
    m_teller.step("She records a home visit; the mood 需要专业帮助 leads to the safety questions");
    auto& hands = *m_worker;
    const int visits = hands.countOf("visit");
    const int assessments = hands.countOf("risk_assessment");
    hands.call(QStringLiteral("family"), "write");
    hands.answer("mode", kHomeVisit);
    hands.answer("outcome", kMet);
    hands.answer("mood", kNeedsProfessional);
    hands.write("quick_note", kVisitNote);
    hands.picture("06-visit");
    m_teller.seen(hands.answerRest(), QStringLiteral("three answers are enough"));
    hands.commit();
    m_teller.seen(hands.countOf("visit") == visits + 1, QStringLiteral("the visit is kept on the tablet"));
    m_teller.seen(hands.isOn("Form") && hands.kind() == QLatin1String("risk_assessment"),
                  QStringLiteral("the safety questions are asked"));
    hands.picture("09-safety");
    if (hands.answerRest())
        hands.commit();
    m_teller.seen(hands.countOf("risk_assessment") == assessments + 1,
                  QStringLiteral("their answers are kept, sealed for counsellors"));
    m_teller.seen(hands.isOn("Saved"), QStringLiteral("then the visit is shown as kept"));
    hands.closeCrisis();
    hands.picture("07-saved");
}

void Story::workerIsKilledWriting()
{
    m_teller.step("She changes the family's telephone; kill -9 takes the app in the middle of a word");
    auto& hands = *m_worker;
    const auto waiting = hands.state().value(QLatin1String("waiting"));
    hands.openFamily(m_family);
    hands.call(QStringLiteral("family"), "editHousehold");
    QElapsedTimer sinceLastLetter;
    hands.type("phone1", kWorkersPhone, kWorkersPhone.size());
    sinceLastLetter.start();
    const bool durable = QTest::qWaitFor([&] { return hands.draftHolds(kWorkersPhone); }, kPatience);
    m_teller.seen(
        durable,
        QStringLiteral("%1 ms after the last figure the half form is on the disk, encrypted; nobody pressed anything")
            .arg(sinceLastLetter.elapsed()));
    hands.picture("06-household");
    hands.type("taboo_note", kTaboo, kLettersBeforeKill);
    const auto killed = hands.process().processId();
    const bool died = hands.process().killHard();
    const bool again = hands.start() && hands.unlock(kWorker);
    m_teller.seen(
        died && again,
        QStringLiteral(
            "process %1 died of signal 9 at the third letter of the next field; process %2 opens the same vault")
            .arg(killed)
            .arg(hands.process().processId()));
    m_teller.seen(hands.state().value(QLatin1String("waiting")) == waiting && hands.countOf("visit") > 0,
                  QStringLiteral("what she had kept before is all there"));
    hands.openFamily(m_family);
    hands.call(QStringLiteral("family"), "editHousehold");
    const auto note = hands.written("taboo_note");
    m_teller.seen(hands.written("phone1") == kWorkersPhone,
                  QStringLiteral("the telephone number stands in the form again"));
    m_teller.seen(
        kTaboo.left(kLettersBeforeKill).startsWith(note),
        QStringLiteral("of the word she was writing, at most the last half second is gone (%1 of %2 letters are there)")
            .arg(note.size())
            .arg(kLettersBeforeKill));
    hands.write("taboo_note", kTaboo);
    (void)hands.answerRest();
    hands.commit();
    m_teller.seen(hands.isOn("Family") && hands.valueOf(m_family, "phone1") == kWorkersPhone &&
                      hands.valueOf(m_family, "taboo_note") == kTaboo,
                  QStringLiteral("she ends the word and keeps the form: telephone %1, and a note").arg(kWorkersPhone));
}

void Story::workerNotesEmergency()
{
    m_teller.step("And an emergency: somebody was taken to hospital");
    auto& hands = *m_worker;
    const int before = hands.countOf("emergency_case");
    hands.openFamily(m_family);
    hands.call(QStringLiteral("family"), "startEmergency");
    const bool ready = hands.answerRest();
    hands.picture("11-emergency-form");
    hands.commit();
    m_teller.seen(ready && hands.countOf("emergency_case") == before + 1,
                  QStringLiteral("the emergency is kept, its clock runs"));
    hands.picture("11-emergency");
    hands.call({}, "openCrisis");
    hands.picture("10-crisis");
    hands.closeCrisis();
    hands.show("Sync");
    hands.picture("13-sync-waiting");
    const auto waiting = hands.state().value(QLatin1String("waiting")).toInt();
    const auto places = hands.rows(QStringLiteral("sync.places"));
    m_teller.seen(waiting > 0 && places.first()[QLatin1String("countText")].toString() == QString::number(waiting),
                  QStringLiteral("the sync page says that %1 changes wait on this tablet").arg(waiting));
}

} // namespace lianxin::story

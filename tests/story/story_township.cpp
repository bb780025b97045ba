// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The other tablet, without a network either.
#include "people.hpp"
#include "story.hpp"

namespace lianxin::story {

namespace {
constexpr int kMostForms = 4; // the case, the session, the safety questions that a worry leads to, the session again
const QString kStepUpActive = QStringLiteral("stepUp.active");
} // namespace

void Story::officerWrites()
{
    m_teller.step("The township officer, offline too, changes the same telephone otherwise, and how to get there");
    auto& hands = *m_office;
    hands.openFamily(m_family);
    hands.call(QStringLiteral("family"), "editHousehold");
    hands.write("phone1", kOfficersPhone);
    hands.write("directions", kDirections);
    (void)hands.answerRest();
    hands.commit();
    m_teller.seen(hands.isOn("Family") && hands.valueOf(m_family, "phone1") == kOfficersPhone &&
                      hands.valueOf(m_family, "directions") == kDirections,
                  QStringLiteral("kept on the officer's tablet: telephone %1 (it was %2), and the way")
                      .arg(kOfficersPhone, m_phoneBefore));
    m_teller.seen(hands.valueOf(m_family, "taboo_note") != kTaboo &&
                      m_worker->valueOf(m_family, "directions") != kDirections,
                  QStringLiteral("neither tablet knows of the other's change"));
}

void Story::counsellorTalks()
{
    m_teller.step("The counsellor takes the officer's tablet: her own vault, and a second unlock for counselling");
    auto& hands = *m_office;
    hands.lock();
    m_teller.seen(hands.unlock(kCounsellor) && hands.valueOf(m_family, "directions") != kDirections,
                  QStringLiteral("she is in; what the officer has not sent yet is not in her vault"));
    const int sessions = hands.countOf("counsel_session");
    hands.openFamily(m_family);
    hands.call(QStringLiteral("family"), "startSession");
    m_teller.seen(hands.get(kStepUpActive).toBool(), QStringLiteral("counselling asks for the second unlock"));
    hands.picture("08-step-up");
    m_teller.seen(hands.typeCode(QStringLiteral("stepUp"), [&] { return !hands.get(kStepUpActive).toBool(); }),
                  QStringLiteral("it opens"));
    for (int form = 0; form < kMostForms && !hands.kind().isEmpty(); ++form) {
        const auto kind = hands.kind();
        if (kind == QLatin1String("counsel_session"))
            hands.write("assessment", kSealed);
        const bool ready = hands.answerRest();
        hands.picture(qPrintable(QStringLiteral("08-") + kind));
        hands.commit();
        if (!ready)
            break;
    }
    hands.closeCrisis();
    m_teller.seen(hands.countOf("counsel_session") == sessions + 1 && hands.countOf("counsel_case") > 0,
                  QStringLiteral("the case and its session are kept, sealed"));
    m_canaries.plantKey(QStringLiteral("the counsellor's database key"), hands.databaseKey());
}

} // namespace lianxin::story

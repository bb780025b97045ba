// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// All sync, one after the other, over bad links; the worker's app and the server are killed in the middle.
#include "people.hpp"
#include "story.hpp"

#include <QTest>

namespace lianxin::story {

namespace {

constexpr int kPatience = 60'000; // ms; only a hang reaches it
// More than a TLS handshake and the head of a request, less than a push with its body.
constexpr qint64 kInsideRequest = 1500;
constexpr int kCuts = 2;

int number(const QJsonObject& object, const char* name) { return object.value(QLatin1String(name)).toInt(); }
QString replicaOf(const QJsonObject& state) { return state.value(QLatin1String("replica")).toString(); }

} // namespace

bool Story::restartServer()
{
    m_server.killHard();
    const bool up = m_server.start();
    for (auto* hands : {m_worker.get(), m_office.get()})
        hands->link().setTarget(m_server.port());
    return up;
}

// The receipt of a push is kept back on the line; that is when the tablet dies.
void Story::workerIsKilledSyncing()
{
    m_teller.step("In the evening the worker finds a weak network; kill -9 takes her app in the middle of the sync");
    auto& hands = *m_worker;
    const auto before = hands.state();
    hands.link().setDown(false);
    hands.link().holdReplyAfter(kInsideRequest);
    hands.connectNow();
    const auto held = [&] { return heldFrom(m_server.status(), replicaOf(before)); };
    const bool arrived = QTest::qWaitFor([&] { return held() == number(before, "saved"); }, kPatience);
    const int waiting = number(hands.state(), "waiting");
    const bool died = hands.process().killHard();
    m_teller.seen(arrived && died && waiting == number(before, "waiting"),
                  QStringLiteral(
                      "the province has all her %1 changes, its receipt was still on the way: her app died not knowing")
                      .arg(waiting));
    hands.link().letGo();
    hands.link().setDown(true);
    const bool again = hands.start() && hands.unlock(kWorker);
    m_teller.seen(again && number(hands.state(), "waiting") == waiting,
                  QStringLiteral("started again, her tablet still says that %1 wait: nothing counts without a receipt")
                      .arg(waiting));
}

void Story::workerSyncsOverBrokenLink()
{
    m_teller.step("She syncs again; now the link is cut in the middle, twice");
    auto& hands = *m_worker;
    const int changesets = number(m_server.status(), "changesets");
    hands.link().setDown(false);
    hands.link().cutReplyAfter(kInsideRequest, kCuts);
    const bool through = hands.sync(Hands::Mood::patient);
    m_teller.seen(through && hands.link().cuts() == kCuts,
                  QStringLiteral("%1 cuts; the tablet tries again by itself, and everything is through in the end")
                      .arg(hands.link().cuts()));
    const int after = number(m_server.status(), "changesets");
    m_teller.seen(
        after == changesets,
        QStringLiteral("sent again and again, stored once: the province has %1 changesets as before").arg(after));
}

void Story::serverLosesHalfRequest()
{
    auto& hands = *m_office;
    const auto before = hands.state();
    const int changesets = number(m_server.status(), "changesets");
    hands.link().holdRequestAfter(kInsideRequest);
    hands.link().setDown(false);
    hands.connectNow();
    const bool half = QTest::qWaitFor([&] { return hands.link().holding(); }, kPatience);
    const bool up = restartServer();
    m_teller.seen(half && up && number(m_server.status(), "changesets") == changesets &&
                      number(hands.state(), "waiting") == number(before, "waiting"),
                  QStringLiteral("kill -9 with half a request read: nothing of it is there, the tablet keeps its %1")
                      .arg(number(before, "waiting")));
    hands.link().letGo();
}

void Story::serverDiesBeforeItAnswers()
{
    auto& hands = *m_office;
    const auto before = hands.state();
    hands.link().holdReplyAfter(kInsideRequest);
    hands.connectNow();
    const auto held = [&] { return heldFrom(m_server.status(), replicaOf(before)); };
    const bool arrived = QTest::qWaitFor([&] { return held() == number(before, "saved"); }, kPatience);
    const bool up = restartServer();
    m_teller.seen(
        arrived && up && held() == number(before, "saved"),
        QStringLiteral("kill -9 when it had stored, before its receipt went out: all %1 are there after the start")
            .arg(number(before, "saved")));
    hands.link().letGo();
}

void Story::serverIsKilledTwice()
{
    m_teller.step("The counsellor syncs after her; kill -9 takes the server in the middle of the push, twice");
    serverLosesHalfRequest();
    serverDiesBeforeItAnswers();
    const int changesets = number(m_server.status(), "changesets");
    m_teller.seen(m_office->sync() && number(m_server.status(), "changesets") == changesets,
                  QStringLiteral("the third time she is through; the province stored nothing a second time"));
}

void Story::everybodyIsThrough()
{
    m_teller.step("The officer syncs, and everybody fetches what is new");
    auto& office = *m_office;
    office.lock();
    bool officer = office.unlock(kOfficer);
    const int visits = office.countOf("visit");
    const int emergencies = office.countOf("emergency_case");
    officer = officer && office.sync();
    m_teller.seen(officer && m_worker->sync(), QStringLiteral("the officer and the worker are through"));
    everythingOnce();
    m_teller.seen(office.countOf("visit") == visits + 1 && office.countOf("emergency_case") == emergencies + 1,
                  QStringLiteral("the worker's visit and emergency are on the officer's tablet, once"));
}

} // namespace lianxin::story

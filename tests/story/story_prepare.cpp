// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Before anybody goes into the hills.
#include "people.hpp"
#include "story.hpp"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTest>

namespace lianxin::story {

namespace {
constexpr int kPatience = 120'000; // ms; only a hang reaches it
}

Story::Story(const Catalogue& catalogue, QString pictures, Teller& teller)
    : m_catalogue(catalogue), m_pictures(std::move(pictures)), m_teller(teller),
      m_server(QStringLiteral(LIANXIN_SERVER))
{
    for (const auto& words : {kWorker, kOfficer, kCounsellor, kSupervisor, kVisitNote, kTaboo, kDirections, kSealed,
                              kWorkersPhone, kOfficersPhone})
        m_canaries.plantWords(words);
}

QJsonObject Story::invite(const QString& name, const char* role, const char* area)
{
    return m_server.enrolUser(name, QString::fromLatin1(role), {QString::fromLatin1(area)});
}

bool Story::fill(const QJsonObject& worker, const QJsonObject& officer)
{
    const auto filler = invite(QStringLiteral("演示资料"), "TO", kTownship);
    QFile ca(m_folder.filePath(QStringLiteral("ca.pem")));
    if (!ca.open(QIODevice::WriteOnly) || ca.write(m_server.ca()) < 0)
        return false;
    ca.close();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(LIANXIN_DATA),
                  {QStringLiteral("--set"), QStringLiteral("V"), QStringLiteral("fill"), QStringLiteral("--server"),
                   QStringLiteral("https://127.0.0.1:%1").arg(m_server.port()), QStringLiteral("--ca"), ca.fileName(),
                   QStringLiteral("--root"), filler.value(QLatin1String("root")).toString(), QStringLiteral("--code"),
                   filler.value(QLatin1String("code")).toString(), QStringLiteral("--worker"),
                   worker.value(QLatin1String("user")).toString(), QStringLiteral("--officer"),
                   officer.value(QLatin1String("user")).toString()});
    const bool filled = process.waitForFinished(kPatience) && process.exitCode() == 0;
    return m_teller.seen(filled, QString::fromUtf8(process.readAllStandardOutput()).trimmed());
}

bool Story::addUnits()
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(LIANXIN_DATA),
                  {QStringLiteral("--set"), QStringLiteral("V"), QStringLiteral("units")});
    if (!process.waitForFinished(kPatience) || process.exitCode() != 0)
        return false;
    for (const auto& line :
         QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto words = line.split(QLatin1Char('\t'));
        if (!m_server.addUnit(words.value(0), words.value(1), words.value(2)))
            return false;
    }
    return true;
}

bool Story::prepare()
{
    m_teller.step("The province's server starts; four people are invited, the made-up families are sent");
    if (!m_teller.seen(m_server.init() && m_server.start(), QStringLiteral("the server answers on loopback, with TLS")))
        return false;
    const bool units = addUnits();
    if (!m_teller.seen(
            units, QStringLiteral("the directory has the county, the township and its villages, with who is on duty")))
        return false;
    const auto worker = invite(kWorker, "VW", kVillage);
    const auto officer = invite(kOfficer, "TO", kTownship);
    const auto counsellor = invite(kCounsellor, "CO", kTownship);
    const auto supervisor = invite(kSupervisor, "CS", kTownship);
    if (!fill(worker, officer))
        return false;

    m_teller.step("Each tablet is registered once by one-time codes; the administrator signs the people's keys");
    m_worker =
        std::make_unique<Hands>(m_catalogue, m_folder.filePath(QStringLiteral("worker")), m_pictures, m_server.port());
    m_office =
        std::make_unique<Hands>(m_catalogue, m_folder.filePath(QStringLiteral("office")), m_pictures, m_server.port());
    if (!m_worker->start() || !m_office->start())
        return m_teller.seen(false, QStringLiteral("both tablets show a window"));
    m_teller.seen(
        true,
        QStringLiteral(
            "four processes: this story with both links %1, the server %2, the worker's tablet %3, the officer's %4")
            .arg(QCoreApplication::applicationPid())
            .arg(m_server.processId())
            .arg(m_worker->process().processId())
            .arg(m_office->process().processId()));
    const bool registered = m_worker->registerPeople({worker}, m_server.ca()) &&
                            m_office->registerPeople({officer, counsellor, supervisor}, m_server.ca());
    m_teller.seen(registered, QStringLiteral("one vault on the worker's tablet, three on the officer's"));
    m_teller.seen(m_server.confirm(), QStringLiteral("certificates signed"));
    return registered && firstSync();
}

bool Story::firstSync()
{
    m_worker->picture("01-unlock");
    m_office->picture("01-unlock-two");
    bool synced = m_worker->unlock(kWorker) && m_worker->sync();
    const int families = synced ? m_worker->countOf("household") : 0;
    synced = synced && families > 0;
    int township = 0;
    for (const auto& name : {kSupervisor, kCounsellor, kOfficer}) {
        synced = synced && m_office->unlock(name) && m_office->sync() && m_office->countOf("household") >= families;
        township = synced ? m_office->countOf("household") : 0;
        if (name != kOfficer)
            m_office->lock();
    }
    return m_teller.seen(
        synced, QStringLiteral("the worker's vault has the village's %1 families, the other three the township's %2")
                    .arg(families)
                    .arg(township));
}

// The links are cut and refuse everybody; a tablet that asks hears nothing.
void Story::goOffline()
{
    m_teller.step("Both tablets lose the network");
    for (auto* hands : {m_worker.get(), m_office.get()}) {
        hands->link().setDown(true);
        hands->connectNow();
    }
    const auto trouble = [](Hands& hands) { return hands.state().value(QLatin1String("trouble")).toString(); };
    const bool offline =
        QTest::qWaitFor([&] { return !trouble(*m_worker).isEmpty() && !trouble(*m_office).isEmpty(); }, kPatience);
    m_teller.seen(offline, QStringLiteral(
                               "the worker's tablet asks for news and gets no answer (%1), nor does the officer's (%2)")
                               .arg(trouble(*m_worker), trouble(*m_office)));
}

void Story::play()
{
    if (!prepare())
        return;
    goOffline();
    workerLooks();
    workerVisits();
    workerIsKilledWriting();
    workerNotesEmergency();
    officerWrites();
    counsellorTalks();
    workerIsKilledSyncing();
    workerSyncsOverBrokenLink();
    serverIsKilledTwice();
    everybodyIsThrough();
    theyLook();
    officerSettles();
    allIsEqual();
    otherLooks();
    nobodyReadsAlong();
}

} // namespace lianxin::story

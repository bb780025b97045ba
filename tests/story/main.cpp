// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The story of README: two tablets, three people, one province, a link that breaks. Prints each step with what was seen.
#include "canaries.hpp"
#include "faulty_proxy.hpp"
#include "hands.hpp"
#include "server_process.hpp"

#include <CLI/CLI.hpp>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QProcess>
#include <QQmlExtensionPlugin>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(LianxinPlugin)
Q_IMPORT_QML_PLUGIN(Lianxin_AppPlugin)

using namespace lianxin;
using lianxin::story::Hands;

namespace {

const QString kWorker = QStringLiteral("吴美华");
const QString kOfficer = QStringLiteral("郑志强");
const QString kCounsellor = QStringLiteral("张丽珠");
const QString kSupervisor = QStringLiteral("王谷雨");
const char* const kVillage = "v:350128900200";

// Written during the story, and looked for afterwards wherever bytes lie.
const QString kVisitNote = QStringLiteral("坐了一会儿，话不多，说夜里睡不着");
const QString kQuiet = QStringLiteral("说话轻一点");
const QString kWay = QStringLiteral("过了桥右手第三家");
const QString kSealed = QStringLiteral("她说起那年秋天，哭了很久");
const QString kPhoneOne = QStringLiteral("19900000012");
const QString kPhoneTwo = QStringLiteral("19900000021");

QByteArray g_said; // everything that went to the terminal through Qt
bool g_good = true;
int g_step = 0;

void step(const char* what) { std::printf("\n%d. %s\n", ++g_step, what); std::fflush(stdout); }

bool seen(bool good, const char* what)
{
    std::printf("   %s %s\n", good ? "seen:" : "NOT SEEN:", what);
    std::fflush(stdout);
    g_good = g_good && good;
    return good;
}

class Story {
public:
    explicit Story(const QString& out) : m_pictures(out), m_server(QStringLiteral(LIANXIN_SERVER)) {}
    void play();

private:
    [[nodiscard]] bool prepare();
    void workerLooks();
    void workerVisits();
    void workerIsCutOff();
    void workerNotesEmergency();
    void officerOffline();
    void counsellorOffline();
    void meet();
    void settle();
    [[nodiscard]] tablet::Invitation invite(const QString& name, const char* role, const char* area);
    [[nodiscard]] bool everywhereEqual();
    void nobodyReadsAlong();
    [[nodiscard]] bool nothingReadable();

    QDir m_pictures;
    story::Canaries m_canaries;
    QTemporaryDir m_folder;
    e2e::ServerProcess m_server;
    std::unique_ptr<e2e::FaultyProxy> m_proxy;
    std::unique_ptr<Hands> m_worker; // two tablets: the worker's, and the officer's that the counsellor uses too
    std::unique_ptr<Hands> m_office;
    std::vector<tablet::Invitation> m_people;
    QString m_family;
};

tablet::Invitation Story::invite(const QString& name, const char* role, const char* area)
{
    const auto line = m_server.enrolUser(name, QString::fromLatin1(role), {QString::fromLatin1(area)});
    const auto parsed = tablet::parseInvitation(QJsonDocument(line).toJson(QJsonDocument::Compact).toStdString(),
                                                "https://127.0.0.1:" + std::to_string(m_proxy->port()), m_server.ca().toStdString(), seal::Realm::demo);
    if (!parsed)
        qFatal("invitation: %s", parsed.error().detail.c_str());
    return *parsed;
}

bool Story::prepare()
{
    step("The province's server starts; four people are invited, ten made-up families are sent");
    if (!seen(m_server.init() && m_server.start(), "server answers on loopback, with TLS"))
        return false;
    m_proxy = std::make_unique<e2e::FaultyProxy>(m_server.port());
    m_people = {invite(kWorker, "VW", kVillage), invite(kOfficer, "TO", "t:350128900"), invite(kCounsellor, "CO", "t:350128900"),
                invite(kSupervisor, "CS", "t:350128900")};
    const auto filler = m_server.enrolUser(QStringLiteral("演示资料"), QStringLiteral("TO"), {QStringLiteral("t:350128900")});
    const auto ca = m_folder.filePath(QStringLiteral("ca.pem"));
    QFile file(ca);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_server.ca()) < 0)
        return false;
    file.close();
    QProcess fill;
    fill.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    fill.start(QStringLiteral(LIANXIN_DATA),
               {QStringLiteral("--set"), QStringLiteral("V"), QStringLiteral("fill"), QStringLiteral("--server"),
                QStringLiteral("https://127.0.0.1:%1").arg(m_server.port()), QStringLiteral("--ca"), ca, QStringLiteral("--root"),
                filler.value(QStringLiteral("root")).toString(), QStringLiteral("--code"), filler.value(QStringLiteral("code")).toString(),
                QStringLiteral("--worker"), QString::fromStdString(m_people[0].user.text()), QStringLiteral("--officer"),
                QString::fromStdString(m_people[1].user.text())});
    const bool filled = fill.waitForFinished(120'000) && fill.exitCode() == 0;
    seen(filled, qPrintable(QString::fromUtf8(fill.readAllStandardOutput()).trimmed()));

    step("Each tablet is registered once by its one-time codes; the administrator signs the people's keys");
    m_worker = std::make_unique<Hands>(m_folder.filePath(QStringLiteral("worker")), m_pictures);
    m_office = std::make_unique<Hands>(m_folder.filePath(QStringLiteral("office")), m_pictures);
    const bool registered = m_worker->start({m_people[0]}) && m_office->start({m_people[1], m_people[2], m_people[3]});
    seen(registered, "one vault on the worker's tablet, three on the officer's");
    seen(m_server.confirm(), "certificates signed");
    m_worker->picture(QStringLiteral("01-unlock"));
    m_office->picture(QStringLiteral("01-unlock-two"));
    bool synced = m_worker->unlock(kWorker) && m_worker->sync();
    synced = m_office->unlock(kCounsellor) && m_office->sync() && synced;
    m_office->lock();
    synced = m_office->unlock(kOfficer) && m_office->sync() && synced;
    seen(synced && m_worker->countOf("household") > 0, "all three have the village's families");
    return registered && synced;
}

void Story::workerLooks()
{
    auto& session = m_worker->session();
    step("No network. The worker looks at today, then at a family");
    session.show(ui::Session::Today);
    m_worker->picture(QStringLiteral("02-today"));
    session.show(ui::Session::Families);
    m_worker->picture(QStringLiteral("04-families"));
    session.families()->setSearchText(QStringLiteral("l"));
    m_worker->picture(QStringLiteral("04-families-search"));
    session.families()->clearSearch();
    const auto families = m_worker->store().ofType(session.desk().type("household").number);
    m_family = families && !families->empty() ? QString::fromStdString(families->front().record.text()) : QString();
    session.openFamily(m_family);
    m_worker->picture(QStringLiteral("05-family"));
    seen(session.page() == ui::Session::Family, "the family's page with one line of time");
}

void Story::workerVisits()
{
    auto& session = m_worker->session();
    step("She records a home visit; the mood asks for professional help, which leads to the safety questions");
    const auto visits = m_worker->countOf("visit");
    session.family()->write();
    m_worker->answer("mode", 1);
    m_worker->answer("outcome", 1);
    m_worker->answer("mood", 4);
    m_worker->write("quick_note", kVisitNote);
    m_worker->picture(QStringLiteral("06-visit"));
    seen(m_worker->answerRest(), "three answers are enough");
    session.form()->commit();
    seen(m_worker->countOf("visit") == visits + 1, "the visit is kept");
    seen(session.page() == ui::Session::Form && session.form()->kind() == QLatin1String("risk_assessment"), "the safety questions are asked");
    m_worker->picture(QStringLiteral("09-safety"));
    if (session.form()->isOpen() && m_worker->answerRest())
        session.form()->commit();
    seen(session.page() == ui::Session::Saved, "then the visit is shown as kept");
    if (session.crisisOpen())
        session.closeCrisis();
    m_worker->picture(QStringLiteral("07-saved"));
}

void Story::workerIsCutOff()
{
    auto& session = m_worker->session();
    step("Her tablet is killed while she writes on; the half sentence is still there");
    session.openFamily(m_family);
    session.family()->editHousehold();
    m_worker->write("phone1", kPhoneOne);
    m_worker->picture(QStringLiteral("06-household"));
    (void)session.form()->saveNow();
    const bool again = m_worker->restart() && m_worker->unlock(kWorker);
    auto& fresh = m_worker->session();
    fresh.openFamily(m_family);
    fresh.family()->editHousehold();
    seen(again && fresh.form()->isOpen() && fresh.form()->editor()->changed(), "the draft came back");
    m_worker->write("taboo_note", kQuiet);
    if (!fresh.form()->footReady())
        (void)m_worker->answerRest();
    fresh.form()->commit();
}

void Story::workerNotesEmergency()
{
    auto& fresh = m_worker->session();
    step("And an emergency: somebody was taken to hospital");
    fresh.openFamily(m_family);
    fresh.family()->startEmergency();
    const bool ready = m_worker->answerRest();
    m_worker->picture(QStringLiteral("11-emergency-form"));
    fresh.form()->commit();
    seen(ready && m_worker->countOf("emergency_case") > 0, "the emergency is kept, its clock runs");
    m_worker->picture(QStringLiteral("11-emergency"));
    fresh.openCrisis();
    m_worker->picture(QStringLiteral("10-crisis"));
    fresh.closeCrisis();
    fresh.show(ui::Session::Sync);
    m_worker->picture(QStringLiteral("13-sync-waiting"));
}

void Story::officerOffline()
{
    auto& session = m_office->session();
    step("The township officer, offline too, changes the same telephone otherwise, and how to get there");
    session.openFamily(m_family);
    session.family()->editHousehold();
    m_office->write("phone1", kPhoneTwo);
    m_office->write("directions", kWay);
    if (!session.form()->footReady())
        (void)m_office->answerRest();
    session.form()->commit();
    seen(session.page() == ui::Session::Family, "kept on the officer's tablet");
}

void Story::counsellorOffline()
{
    step("The counsellor takes the officer's tablet: her own vault, and a second unlock for counselling");
    m_office->lock();
    seen(m_office->unlock(kCounsellor), "she is in");
    auto& session = m_office->session();
    session.openFamily(m_family);
    session.family()->startSession();
    seen(session.stepUp()->active(), "counselling asks for the second unlock");
    m_office->picture(QStringLiteral("08-step-up"));
    seen(m_office->typeCode(session.stepUp(), [&] { return !session.stepUp()->active(); }), "it opens");
    for (int form = 0; form < 4 && session.form()->isOpen(); ++form) {
        const auto kind = session.form()->kind();
        if (kind == QLatin1String("counsel_session"))
            m_office->write("assessment", kSealed);
        const bool ready = m_office->answerRest();
        m_office->picture(QStringLiteral("08-%1").arg(kind));
        session.form()->commit();
        if (!ready)
            break;
    }
    seen(m_office->countOf("counsel_session") > 0, "the session is kept, sealed");
    m_canaries.plantKey(QStringLiteral("the counsellor's database key"), m_office->databaseKey());
    if (session.crisisOpen())
        session.closeCrisis();
}

void Story::meet()
{
    step("At the township: the worker syncs over a link that is cut in the middle, the server is killed, all sync again");
    m_proxy->cutReplyAfter(1200, 2);
    seen(m_worker->sync() && m_proxy->cuts() > 0, "the link was cut, everything arrived all the same");
    m_server.killHard();
    seen(m_server.start(), "the server is up again after kill -9");
    m_proxy->setTarget(m_server.port());
    bool synced = m_office->sync();
    m_office->lock();
    synced = m_office->unlock(kOfficer) && m_office->sync() && synced;
    seen(synced && m_worker->sync(), "all three are through");
    const auto lists = {m_worker->store().conflicts(), m_office->store().conflicts()};
    for (const auto& list : lists)
        seen(list && list->size() == 1 && list->front().registers.size() == 1, "exactly the telephone is to be looked at; the other fields merged");
    m_worker->session().show(ui::Session::Sync);
    m_worker->picture(QStringLiteral("13-sync"));
    m_worker->session().goConflicts({});
    m_worker->picture(QStringLiteral("12-look-worker"));
    seen(everywhereEqual(), "state hashes are equal on the server and on both tablets");
    seen(m_worker->countOf("counsel_session") == 0 && m_worker->countOf("counsel_case") == 0, "the worker's vault holds no counselling");
}

void Story::settle()
{
    step("The officer knows; he settles it, and it clears everywhere");
    auto& session = m_office->session();
    session.show(ui::Session::Received);
    m_office->picture(QStringLiteral("14-received"));
    session.goConflicts({});
    m_office->picture(QStringLiteral("12-look"));
    const auto* sides = qobject_cast<ui::RowsModel*>(session.conflict()->sides());
    seen(sides != nullptr && sides->count() == 2, "both numbers stand side by side, with who wrote them and what it was before");
    if (sides != nullptr && sides->count() > 0)
        session.conflict()->choose(sides->value(0, "sideId").toString());
    const bool synced = m_office->sync() && m_worker->sync();
    seen(synced && m_worker->store().conflicts()->empty() && m_office->store().conflicts()->empty(), "nothing is left to look at, on either tablet");
    seen(m_worker->store().counts()->waiting == 0, "the province has everything");
    seen(everywhereEqual(), "state hashes are equal again");
    for (const auto& [page, name] : {std::pair(ui::Session::More, "15-more"), std::pair(ui::Session::Settings, "16-settings"),
                                    std::pair(ui::Session::Feedback, "17-feedback"), std::pair(ui::Session::About, "18-about")}) {
        session.show(page);
        m_office->picture(QString::fromLatin1(name));
    }
    session.settings()->setScheme(ui::Settings::Dark);
    session.show(ui::Session::Today);
    m_office->picture(QStringLiteral("02-today-dark"));
    session.settings()->setScheme(ui::Settings::Light);
    m_office->resize(800, 1280);
    session.openFamily(m_family);
    m_office->picture(QStringLiteral("05-family-portrait"));
    nobodyReadsAlong();
}

void Story::nobodyReadsAlong()
{
    step("Nobody reads along: no name, number, note, counselling text or key on the disks, in the logs, on the terminal");
    m_canaries.plantKey(QStringLiteral("the worker's database key"), m_worker->databaseKey());
    seen(m_canaries.wouldBeFound(QDir::temp()), "what lies readable would be found");
    seen(nothingReadable(), "nothing, while everything is open, with its write-ahead logs");
    seen(m_server.stop(), "the server stops cleanly");
    m_worker->lock();
    m_office->lock();
    seen(nothingReadable(), "nothing, when everything is closed");
}

// All that the story's processes write lies below the temporary folder: two tablets, the province, its log, temporary files.
bool Story::nothingReadable()
{
    const auto found = m_canaries.foundIn(QDir::temp()) + m_canaries.foundIn(QStringLiteral("what the app said"), g_said);
    for (const auto& line : found)
        std::printf("   readable: %s\n", qPrintable(line));
    return found.isEmpty();
}

bool Story::everywhereEqual()
{
    const auto hash = m_server.stateHash(QString::fromLatin1(kVillage));
    const auto village = *PartitionId::parse(kVillage);
    return !hash.isEmpty() && m_worker->stateHash(village) == hash && m_office->stateHash(village) == hash;
}

void Story::play()
{
    for (const auto& words : {kWorker, kOfficer, kCounsellor, kSupervisor, kVisitNote, kQuiet, kWay, kSealed, kPhoneOne, kPhoneTwo})
        m_canaries.plantWords(words);
    if (!prepare())
        return;
    workerLooks();
    workerVisits();
    workerIsCutOff();
    workerNotesEmergency();
    officerOffline();
    counsellorOffline();
    meet();
    settle();
}

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationVersion(QStringLiteral(LIANXIN_VERSION));
    CLI::App cli{"Plays the story of Lianxin on the real processes"};
    std::string out = "build/story";
    cli.add_option("--out", out, "folder for the pictures")->capture_default_str();
    CLI11_PARSE(cli, argc, argv);
    const QString folder = QString::fromStdString(out);
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "lianxin_story: cannot make %s\n", out.c_str());
        return 1;
    }
    const QTemporaryDir everything;
    qputenv("TMPDIR", everything.path().toUtf8());
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) {
        g_said += text.toUtf8() + '\n';
        std::fprintf(stderr, "%s\n", qPrintable(text));
    });
    Story(folder).play();
    qInstallMessageHandler(nullptr);
    std::printf("\nstory: %s\n", g_good ? "everything was seen" : "not everything was seen");
    return g_good ? 0 : 1;
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A person comes to a tablet: the real session and vault, the real server in its own process, a link that can be cut.
#include "door_world.hpp"

#include "sync/server/server_home.hpp"
#include "sync/wire/invitation.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::e2e;
using ui::RegisterModel;

namespace {
constexpr int kPatience = 60'000; // ms; only a hang reaches it
const QString kArea = QStringLiteral("v:350128900200");
constexpr auto kSoftware = platform::InMemoryKeyStore::Claims::software;
} // namespace

class RegistrationTest : public QObject {
    Q_OBJECT
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultyProxy> m_proxy;

    [[nodiscard]] QString address() const { return QStringLiteral("https://127.0.0.1:%1").arg(m_proxy->port()); }
    [[nodiscard]] QString invitation(const char* role = "VW")
    {
        return m_server->invite(QStringLiteral("吴美华"), QString::fromLatin1(role), kArea, address());
    }
    [[nodiscard]] static wire::InvitationText parsed(const QString& text)
    {
        return wire::readInvitation(text.toStdString()).invitation;
    }
    [[nodiscard]] static QString written(const wire::InvitationText& text)
    {
        return QString::fromStdString(*wire::writeInvitation(text));
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>(QStringLiteral(LIANXIN_SERVER));
        QVERIFY(m_server->init());
        QVERIFY(m_server->start({QStringLiteral("--requests-per-minute"), QStringLiteral("600")}));
        m_proxy = std::make_unique<FaultyProxy>(m_server->port());
    }
    void cleanup()
    {
        m_proxy->setDown(false);
        m_proxy->cutReplyAfter(0, 0);
    }

    void theInvitationIsJudgedWhileItIsTyped()
    {
        DoorWorld world(true, kSoftware);
        auto& model = world.registration();
        QCOMPARE(world.session().state(), ui::Session::NoUser);
        world.session().beginRegistration();
        QCOMPARE(model.step(), RegisterModel::Invitation);
        const auto text = invitation();
        QVERIFY(text.startsWith(QLatin1String("LIANXIN:1:")));
        model.read(text.left(40));
        QVERIFY(!model.understood() && !model.invitationTrouble());
        auto slipped = text;
        slipped[14] = slipped[14] == QLatin1Char('7') ? QLatin1Char('8') : QLatin1Char('7');
        model.read(slipped);
        QVERIFY(!model.understood() && model.invitationTrouble());
        QVERIFY(model.invitationHint().contains(QStringLiteral("第1组")));
        model.goOn();
        QCOMPARE(model.step(), RegisterModel::Invitation);
        model.read(text);
        QVERIFY(model.understood() && model.forDemo());
        QCOMPARE(model.serverText(), address().section(QStringLiteral("//"), 1));
        world.session().back();
        QCOMPARE(model.step(), RegisterModel::Closed);
    }

    void theSecretIsTypedTwice()
    {
        DoorWorld world(true, kSoftware);
        auto& model = world.registration();
        auto& entry = *model.entry();
        world.session().beginRegistration();
        const auto text = invitation();
        model.read(text);
        model.goOn();
        QCOMPARE(model.step(), RegisterModel::Secret);
        QCOMPARE(entry.kind(), ui::SecretEntry::Passphrase); // no PIN without hardware keys (D17)
        QVERIFY(!entry.canUsePin());
        world.session().back();
        QCOMPARE(model.step(), RegisterModel::Invitation);
        QCOMPARE(model.invitationText(), text);
        model.goOn();
        entry.submit(QStringLiteral("123456"));
        QVERIFY(entry.message().contains(QStringLiteral("字母")));
        entry.submit(kPassphrase);
        QVERIFY(entry.again());
        entry.submit(QStringLiteral("chayuan 2027"));
        QVERIFY(entry.message().contains(QStringLiteral("不太一样")));
        QVERIFY(!entry.again());
        entry.submit(kPassphrase);
        entry.submit(kPassphrase);
        QCOMPARE(model.step(), RegisterModel::Connecting);
        QVERIFY(!model.canGoBack());
        QVERIFY(world.answered());
    }

    void nothingEatsTheRecoveryCode()
    {
        DoorWorld world(true, kSoftware);
        QVERIFY(world.registers(invitation(), kPassphrase));
        auto& model = world.registration();
        QCOMPARE(model.codeGroups()->count(), 8);
        world.bootClock().advance(std::chrono::minutes(30)); // a long search for a pen
        world.session().back();
        world.session().lock();
        model.finishCopying(); // not ticked
        QCOMPARE(model.step(), RegisterModel::Recovery);
        QCOMPARE(model.codeGroups()->count(), 8);
        QVERIFY(world.goesIn());
        QCOMPARE(model.step(), RegisterModel::Words);
        QCOMPARE(model.codeGroups()->count(), 0);
    }

    void theWordsAreTheAdministratorsAndLeadToToday()
    {
        DoorWorld world(true, kSoftware);
        const auto text = invitation();
        QVERIFY(world.registers(text, kPassphrase) && world.goesIn());
        auto& model = world.registration();
        QStringList shown;
        for (int row = 0; row < 6; ++row)
            shown << model.words()->value(row, "word").toString();
        QStringList said;
        for (const auto& entry : m_server->waiting())
            said << entry.toObject().value(QStringLiteral("zh")).toString();
        QVERIFY2(said.contains(shown.join(QStringLiteral(", "))),
                 qPrintable(shown.join(QLatin1Char(' ')) + QLatin1Char('|') + said.join(QLatin1Char('|'))));
        QVERIFY(!*world.tablet().desk()->confirmed());
        QVERIFY(m_server->confirm());
        QTRY_COMPARE_WITH_TIMEOUT(model.step(), RegisterModel::Closed, kPatience);
        QCOMPARE(world.session().state(), ui::Session::Open);
        QCOMPARE(world.session().page(), ui::Session::Today);
        QVERIFY(*world.tablet().desk()->confirmed()); // so the first sync ran by itself
        QCOMPARE(world.session().userName(), QStringLiteral("吴美华"));
    }

    void aPersonWhoIsThereIsToldToUnlock()
    {
        DoorWorld world(true, kSoftware);
        const auto text = invitation();
        QVERIFY(world.registers(text, kPassphrase) && world.goesIn());
        world.session().lock();
        QVERIFY(world.restart());
        QCOMPARE(world.session().state(), ui::Session::Locked);
        QVERIFY(world.unlocks(kPassphrase)); // without choosing the only tile first
        world.session().lock();
        world.session().beginRegistration();
        world.registration().read(text);
        QVERIFY(!world.registration().understood());
        QVERIFY(world.registration().invitationHint().contains(QStringLiteral("已经在这台平板上")));
        world.session().back();
        QVERIFY(world.unlocks(kPassphrase)); // the door is as it was
    }

    void aPinWhereTheKeysAreInHardware()
    {
        DoorWorld world(true, platform::InMemoryKeyStore::Claims::hardware);
        auto& model = world.registration();
        world.session().beginRegistration();
        model.read(invitation());
        model.goOn();
        QCOMPARE(model.entry()->kind(), ui::SecretEntry::Pin);
        const auto press = [&](const char* digits) {
            for (; *digits != 0; ++digits)
                model.entry()->pressDigit(*digits - '0');
        };
        press("518204");
        QVERIFY(model.entry()->again());
        press("518205");
        QVERIFY(model.entry()->message().contains(QStringLiteral("不太一样")));
        press("518204");
        press("518204");
        QVERIFY(world.answered());
        QVERIFY(world.goesIn());
        model.enter(); // before the administrator said yes
        QCOMPARE(world.session().page(), ui::Session::Today);
        QCOMPARE(model.step(), RegisterModel::Closed);
    }

    void aWrongCodeCostsNothingButAnotherInvitation()
    {
        DoorWorld world(true, kSoftware);
        auto wrong = parsed(invitation());
        wrong.code.back() = wrong.code.back() == 'A' ? 'B' : 'A';
        QVERIFY(!world.registers(written(wrong), kPassphrase));
        auto& model = world.registration();
        QCOMPARE(model.remedy(), RegisterModel::OtherInvitation);
        QVERIFY(model.troubleText().contains(QStringLiteral("请镇里再给一张")));
        QVERIFY(model.canGoBack());
        model.mend();
        QCOMPARE(model.step(), RegisterModel::Invitation);
        model.read(m_server->inviteAgain(QString::fromStdString(wrong.user.text()), address()));
        model.goOn(); // the secret is not asked again
        QVERIFY(world.answered());
        QVERIFY(world.goesIn());
    }

    void fiveWrongTriesCloseTheCode()
    {
        auto wrong = parsed(invitation());
        wrong.code.back() = wrong.code.back() == 'A' ? 'B' : 'A';
        DoorWorld world(true, kSoftware);
        QVERIFY(!world.registers(written(wrong), kPassphrase));
        for (int i = 0; i < 5; ++i) {
            world.registration().mend();
            world.registration().read(written(wrong));
            world.registration().goOn();
            QVERIFY(!world.answered());
        }
        QVERIFY(world.registration().troubleText().contains(QStringLiteral("已经停用")));
        QCOMPARE(world.registration().remedy(), RegisterModel::OtherInvitation);
    }

    void aUsedCodeIsSaidKindly()
    {
        const auto text = invitation();
        DoorWorld first(true, kSoftware);
        QVERIFY(first.registers(text, kPassphrase));
        DoorWorld second(true, kSoftware);
        QVERIFY(!second.registers(text, kPassphrase));
        QVERIFY(second.registration().troubleText().contains(QStringLiteral("已经用过")));
        QCOMPARE(second.registration().remedy(), RegisterModel::OtherInvitation);
    }

    void anExpiredCodeIsSaidKindly()
    {
        const auto text = invitation();
        QVERIFY(m_server->stop());
        {
            const auto identity = server::loadIdentity({m_server->data().toStdString()});
            QVERIFY(identity);
            const auto database =
                store::Database::open(m_server->data().toStdString() + "/province.db", identity->databaseKey);
            QVERIFY(database);
            QVERIFY((*database)->exec("UPDATE enrolment_code SET expires_at = 1000 WHERE used_at IS NULL"));
        }
        QVERIFY(m_server->start({QStringLiteral("--requests-per-minute"), QStringLiteral("600")}));
        m_proxy->setTarget(m_server->port());
        DoorWorld world(true, kSoftware);
        QVERIFY(!world.registers(text, kPassphrase));
        QVERIFY(world.registration().troubleText().contains(QStringLiteral("过了时候")));
        QCOMPARE(world.registration().remedy(), RegisterModel::OtherInvitation);
    }

    void aDeadLinkAndThenALivingOne()
    {
        DoorWorld world(true, kSoftware);
        const auto text = invitation();
        m_proxy->setDown(true);
        QVERIFY(!world.registers(text, kPassphrase));
        auto& model = world.registration();
        QCOMPARE(model.remedy(), RegisterModel::TryAgain);
        QVERIFY(model.troubleText().contains(QStringLiteral("写过的都还在")));
        m_proxy->setDown(false);
        model.mend();
        QVERIFY(world.answered());
        const auto code = world.recoveryCode(); // of the vault that the first try made
        QCOMPARE(code.size(), 47);
        QVERIFY(world.goesIn());
        world.session().lock();
        world.door().useRecovery();
        world.door().submit(code);
        QVERIFY(world.door().fresh());
        world.door().submit(QStringLiteral("xinkouling 77"));
        world.door().submit(QStringLiteral("xinkouling 77"));
        QTRY_COMPARE_WITH_TIMEOUT(world.session().state(), ui::Session::Open, kPatience);
    }

    void anAnswerThatWasLostIsGivenAgain()
    {
        DoorWorld world(true, kSoftware);
        const auto text = invitation();
        const int before = m_proxy->cuts();
        m_proxy->cutReplyAfter(
            700, 100); // past the handshake: the request arrives, its answer never (Qt itself asks more than once)
        QVERIFY(!world.registers(text, kPassphrase));
        QVERIFY(m_proxy->cuts() > before);
        m_proxy->cutReplyAfter(0, 0);
        QCOMPARE(world.registration().remedy(), RegisterModel::TryAgain);
        world.registration().mend();
        QVERIFY(world.answered());
        QVERIFY(world.goesIn());
    }

    void aTryThatWasLeftIsBegunAnew()
    {
        DoorWorld world(true, kSoftware);
        const auto text = invitation();
        m_proxy->setDown(true);
        QVERIFY(!world.registers(text, kPassphrase));
        QVERIFY(world.restart());                               // killed between the vault and the province
        QCOMPARE(world.session().state(), ui::Session::NoUser); // nobody stands at the door who is not registered
        m_proxy->setDown(false);
        QVERIFY(world.registers(text, QStringLiteral("biede kouling 8")));
        QVERIFY(world.goesIn());
        world.session().lock();
        QVERIFY(world.unlocks(QStringLiteral("biede kouling 8")));
    }

    void aCodeThatWasNotCopiedIsShownAnew()
    {
        DoorWorld world(true, kSoftware);
        QVERIFY(world.registers(invitation(), kPassphrase));
        const auto lost = world.recoveryCode();
        QVERIFY(world.restart()); // the battery ran out over the paper
        QVERIFY(world.unlocks(kPassphrase));
        auto& model = world.registration();
        QCOMPARE(model.step(), RegisterModel::Recovery);
        QVERIFY(model.late());
        const auto shown = world.recoveryCode();
        QCOMPARE(shown.size(), lost.size());
        QVERIFY(shown != lost);
        world.session().lock(); // or locked by itself: it comes again
        QVERIFY(world.unlocks(kPassphrase));
        QCOMPARE(model.step(), RegisterModel::Recovery);
        model.tickCopied();
        model.finishCopying();
        QCOMPARE(model.step(), RegisterModel::Closed);
        QCOMPARE(world.session().page(), ui::Session::Today);
        world.session().lock();
        QVERIFY(world.unlocks(kPassphrase));
        QCOMPARE(model.step(), RegisterModel::Closed);
    }

    void demoAndProductionDoNotMix()
    {
        auto text = parsed(invitation());
        DoorWorld real(false, kSoftware);
        real.session().beginRegistration();
        real.registration().read(written(text));
        QVERIFY(!real.registration().understood());
        QVERIFY(real.registration().serverText().isEmpty());
        QVERIFY(real.registration().invitationHint().contains(QStringLiteral("演示用的")));
        text.realm = seal::Realm::production;
        real.registration().read(written(text));
        QVERIFY(real.registration().understood()); // somebody says that the demo server is a real one
        real.registration().goOn();
        real.registration().entry()->submit(kPassphrase);
        real.registration().entry()->submit(kPassphrase);
        QVERIFY(!real.answered()); // the server says what it is
        QCOMPARE(real.registration().remedy(), RegisterModel::OtherInvitation);
        DoorWorld demo(true, kSoftware);
        demo.session().beginRegistration();
        demo.registration().read(written(text));
        QVERIFY(!demo.registration().understood());
        QVERIFY(demo.registration().invitationHint().contains(QStringLiteral("只作演示")));
    }

    void anotherServerIsNotBelieved()
    {
        auto text = parsed(invitation());
        DoorWorld world(true, kSoftware);
        auto pinned = text;
        pinned.pins.front().bytes[0] ^= 1U;
        QVERIFY(!world.registers(written(pinned), kPassphrase));
        QVERIFY(world.registration().troubleText().contains(QStringLiteral("不是登记码说的那台")));
        auto rooted = text;
        rooted.root.bytes[0] ^= 1U;
        world.registration().mend();
        world.registration().read(written(rooted));
        world.registration().goOn();
        QVERIFY(!world.answered());
        QVERIFY(world.registration().troubleText().contains(QStringLiteral("不是登记码说的那台")));
    }

    void anInvitationNeedsAnAddress()
    {
        ServerProcess idle(QStringLiteral(LIANXIN_SERVER)); // nobody serves: its address is not known
        QVERIFY(idle.init({QStringLiteral("--production")}));
        QVERIFY(idle.invite(QStringLiteral("郑志强"), QStringLiteral("TO"), QStringLiteral("t:350128900"), QString())
                    .isEmpty());
        QVERIFY(idle.invite(QStringLiteral("郑志强"), QStringLiteral("TO"), QStringLiteral("t:350128900"),
                            QStringLiteral("bridge.example.org"))
                    .isEmpty());
        const auto text = idle.invite(QStringLiteral("郑志强"), QStringLiteral("TO"), QStringLiteral("t:350128900"),
                                      QStringLiteral("https://bridge.example.org"));
        QVERIFY(parsed(text).realm == seal::Realm::production);
        QCOMPARE(parsed(text).pins.size(), std::size_t{1});
    }
};

QTEST_MAIN(RegistrationTest)
#include "tst_registration.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person meets at the door when something is not right: each a kind sentence, each with a way on. The real vault on a real disk.
#include "door_world.hpp"

#include "app/vault/recovery_code.hpp"
#include "app/viewmodel/sentences.hpp"

#include <QFile>
#include <QtTest>

using namespace lianxin;
using namespace lianxin::e2e;

namespace {
constexpr int kPatience = 60'000;  // ms; only a hang reaches it
constexpr qint64 kSomewhere = 100; // in the first page
} // namespace

class DoorTest : public QObject {
    Q_OBJECT
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<DoorWorld> m_world;
    QString m_code; // the recovery code of the person at the door

    [[nodiscard]] ui::SecretEntry& door() { return m_world->door(); }
    [[nodiscard]] bool judged()
    {
        return QTest::qWaitFor([&] { return m_world->session().state() != ui::Session::Unlocking; }, kPatience);
    }

    [[nodiscard]] static bool damageFirstPage(const QString& path)
    {
        QFile::remove(path + QStringLiteral("-wal"));
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite) || !file.seek(kSomewhere))
            return false;
        const auto byte = file.read(1);
        return byte.size() == 1 && file.seek(kSomewhere) &&
               file.write(QByteArray(1, static_cast<char>(byte[0] ^ 1))) == 1;
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>(QStringLiteral(LIANXIN_SERVER));
        QVERIFY(m_server->init());
        QVERIFY(m_server->start());
    }
    void init()
    {
        m_world = std::make_unique<DoorWorld>(true, platform::InMemoryKeyStore::Claims::software);
        const auto address = QStringLiteral("https://127.0.0.1:%1").arg(m_server->port());
        const auto text =
            m_server->invite(QStringLiteral("吴美华"), QStringLiteral("VW"), QStringLiteral("v:350128900200"), address);
        QVERIFY(m_world->registers(text, kPassphrase));
        m_code = m_world->recoveryCode();
        QVERIFY(m_world->goesIn());
        m_world->session().lock();
        QCOMPARE(m_world->session().state(), ui::Session::Locked);
    }

    void aWrongPassphraseAndThenTheRightOne()
    {
        QVERIFY(!m_world->unlocks(QStringLiteral("bu dui de 1")));
        QCOMPARE(door().message(), QStringLiteral("再试一次"));
        QVERIFY(door().inputEnabled());
        QVERIFY(m_world->unlocks(kPassphrase));
    }
    // In a family's hands: the vault is locked behind the page, and the way back is the worker's secret.
    void aTabletLentToAFamilyOpensForItsWorkerOnly()
    {
        auto& session = m_world->session();
        session.openTogether();
        QVERIFY(!session.together()->isOpen()); // nobody is in: nobody can lend it
        QVERIFY(m_world->unlocks(kPassphrase));
        session.openTogether();
        QVERIFY(session.together()->isOpen());
        QCOMPARE(session.state(), ui::Session::Locked);
        QVERIFY(m_world->tablet().desk() == nullptr);
        QVERIFY(session.together()->handBackText().contains(QStringLiteral("美华")));
        QVERIFY(session.together()->telephones()->count() > 0);
        session.show(ui::Session::Families); // no page answers any more
        QCOMPARE(session.page(), ui::Session::Today);
        session.back();
        QVERIFY(!session.together()->isOpen());
        QCOMPARE(session.state(), ui::Session::Locked);
        QVERIFY(!m_world->unlocks(QStringLiteral("bu dui de 1")));
        QVERIFY(m_world->unlocks(kPassphrase));
    }
    void manyWrongOnesWaitAndThenTheRightOneOpens()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(!m_world->unlocks(QStringLiteral("bu dui de 1")));
        QTRY_VERIFY(door().message().contains(QStringLiteral("秒")));
        QVERIFY(!door().inputEnabled());
        QVERIFY(m_world->restart()); // a wait survives a restart of the program
        QVERIFY(!door().inputEnabled());
        QVERIFY(door().message().contains(QStringLiteral("秒")));
        m_world->bootClock().advance(std::chrono::seconds(6));
        QTRY_VERIFY_WITH_TIMEOUT(door().inputEnabled(), kPatience);
        QVERIFY(m_world->unlocks(kPassphrase));
    }
    void tenWrongOnesLeaveTheRecoveryCode()
    {
        for (int i = 0; i < 10; ++i) {
            m_world->bootClock().advance(std::chrono::hours(2));
            QTRY_VERIFY_WITH_TIMEOUT(door().inputEnabled(), kPatience);
            QVERIFY(!m_world->unlocks(QStringLiteral("bu dui de 1")));
        }
        QCOMPARE(door().kind(), ui::SecretEntry::Recovery);
        QVERIFY(door().message().contains(QStringLiteral("恢复码")));
        QVERIFY(m_world->restart());
        QCOMPARE(door().kind(), ui::SecretEntry::Recovery);
        QVERIFY(door().message().contains(QStringLiteral("恢复码")));
    }
    void aForgottenPassphraseIsReplacedWithTheCode()
    {
        door().useRecovery();
        auto slipped = m_code.toLower();
        slipped[13] = slipped[13] == QLatin1Char('7') ? QLatin1Char('8') : QLatin1Char('7');
        QSignalSpy emptied(&door(), &ui::SecretEntry::emptied);
        door().submit(slipped);
        QVERIFY(door().message().contains(QStringLiteral("第3组")));
        QCOMPARE(emptied.count(), 0); // mended, not typed anew
        door().submit(m_code.left(20));
        QVERIFY(door().message().contains(QStringLiteral("一共八组")));
        door().submit(m_code.toLower().replace(QLatin1Char('-'), QLatin1Char(' ')));
        QVERIFY(door().fresh());
        door().submit(QStringLiteral("12345678"));
        QVERIFY(door().message().contains(QStringLiteral("还差一点")));
        door().submit(QStringLiteral("shan shui tian yuan"));
        QVERIFY(door().again());
        door().submit(QStringLiteral("shan shui tian yuan"));
        QVERIFY(judged());
        QCOMPARE(m_world->session().state(), ui::Session::Open);
        m_world->session().lock();
        QVERIFY(!m_world->unlocks(kPassphrase));
        QVERIFY(m_world->unlocks(QStringLiteral("shan shui tian yuan")));
    }
    void anotherPersonsCodeOpensNothing()
    {
        const auto other = vault::printRecoveryCode(vault::SecretBytes::copyOf("twenty bytes, no code"));
        door().useRecovery();
        door().submit(QString::fromLatin1(other.view().data(), static_cast<qsizetype>(other.size())));
        door().submit(QStringLiteral("shan shui tian yuan"));
        door().submit(QStringLiteral("shan shui tian yuan"));
        QVERIFY(judged());
        QCOMPARE(m_world->session().state(), ui::Session::Locked);
        QCOMPARE(door().kind(), ui::SecretEntry::Recovery);
        QVERIFY(door().message().contains(QStringLiteral("不是这位的恢复码")));
        QVERIFY(m_world->unlocks(kPassphrase)); // nothing was changed
    }
    void aPassphraseTypedAfterALookAtTheRecoveryIsNoNewOne()
    {
        door().useRecovery();
        door().submit(m_code);
        QVERIFY(door().fresh());
        door().useRecovery(); // changed one's mind
        QVERIFY(m_world->unlocks(kPassphrase));
    }
    void aLostDeviceSecretLeavesTheRecoveryCode()
    {
        m_world->keyStore().forget();
        QVERIFY(!m_world->unlocks(kPassphrase));
        QCOMPARE(door().kind(), ui::SecretEntry::Recovery);
        QVERIFY(door().message().contains(QStringLiteral("恢复码")));
        door().submit(m_code);
        door().submit(kPassphrase);
        door().submit(kPassphrase);
        QVERIFY(judged());
        QCOMPARE(m_world->session().state(), ui::Session::Open);
    }
    void aDamagedHeaderIsSaidAndKept()
    {
        const auto user = m_world->session().unlock()->chosen();
        for (const auto* name : {"header.0", "header.1"}) {
            QFile file(m_world->folder() + QStringLiteral("/users/") + QString::fromStdString(user.text()) +
                       QLatin1Char('/') + QLatin1String(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.seek(40);
            QCOMPARE(file.write("damage"), qint64{6});
        }
        QVERIFY(m_world->restart());
        QCOMPARE(m_world->session().state(), ui::Session::Locked);
        QVERIFY(door().message().contains(QStringLiteral("已留一份")));
        QVERIFY(!door().inputEnabled());
        QCOMPARE(m_world->session().unlock()->users()->count(), 1); // never hidden
    }

    // The page of registration takes a person whose records do not read, and what is on paper stays good.
    void recordsThatDoNotReadComeBackWithAnotherInvitation()
    {
        auto& session = m_world->session();
        auto& model = m_world->registration();
        const auto user = QString::fromStdString(session.unlock()->chosen().text());
        const auto text = m_server->inviteAgain(user, QStringLiteral("https://127.0.0.1:%1").arg(m_server->port()));
        const auto file = m_world->folder() + QStringLiteral("/users/") + user + QStringLiteral("/data.db");
        QVERIFY(damageFirstPage(file));
        session.beginRegistration();
        model.read(text);
        QVERIFY(!model.understood()); // nobody knows yet that anything is wrong: it says to unlock
        session.back();
        QVERIFY(!m_world->unlocks(kPassphrase));
        QCOMPARE(session.unlock()->noticeText(), ui::deskSentence(fail(Errc::damaged, {})));

        session.beginRegistration();
        model.read(text);
        QVERIFY(model.understood() && !model.invitationTrouble());
        QVERIFY(model.invitationHint().contains(QStringLiteral("取回来")));
        model.goOn();
        const auto types = [&](const QString& passphrase) {
            model.entry()->submit(passphrase);
            model.entry()->submit(passphrase);
        };
        types(QStringLiteral("biede kouling 8"));
        QVERIFY(!m_world->answered()); // the vault is still that of the old passphrase
        QCOMPARE(model.remedy(), ui::RegisterModel::OtherSecret);
        QVERIFY(QFile::exists(file));
        model.mend();
        types(kPassphrase);
        QTRY_COMPARE_WITH_TIMEOUT(model.words()->count(), 6, kPatience);
        QCOMPARE(model.codeGroups()->count(), 0); // no new code: the old paper holds
        QCOMPARE(session.state(), ui::Session::Open);
        QVERIFY(m_server->confirm());
        QTRY_COMPARE_WITH_TIMEOUT(model.step(), ui::RegisterModel::Closed, kPatience);

        session.lock();
        session.beginRegistration();
        model.read(text);
        QVERIFY(!model.understood()); // all is well again
        session.back();
        door().useRecovery();
        door().submit(m_code);
        QVERIFY(door().fresh());
        door().submit(QStringLiteral("xinkouling 77"));
        door().submit(QStringLiteral("xinkouling 77"));
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), ui::Session::Open, kPatience);
    }
};

QTEST_MAIN(DoorTest)
#include "tst_door.moc"

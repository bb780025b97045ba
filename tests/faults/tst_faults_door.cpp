// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_table.hpp"
#include "scripted_server.hpp"

#include "app/tablet/desktop.hpp"
#include "app/vault/header_file.hpp"
#include "app/vault/recovery_code.hpp"
#include "app/vault/vault_crypto.hpp"
#include "app/viewmodel/sentences.hpp"
#include "app/viewmodel/words.hpp"
#include "platform/fake/fake_disk.hpp"
#include "sync/client/enrol.hpp"
#include "sync/server/tls_material.hpp"
#include "sync/wire/error_reply.hpp"
#include "tests/unit/vault/vault_fixture.hpp"
#include "tests/unit/viewmodel/page_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::test;
using namespace lianxin::vault;
using namespace std::chrono_literals;

namespace {

// Not a byte fits, not even in place of another.
class Refusing final : public platform::Files {
public:
    explicit Refusing(platform::FakeFiles& inner) : m_inner(inner) {}
    Result<std::string> read(const platform::Path& path, std::size_t most) override { return m_inner.read(path, most); }
    Result<void> write(const platform::Path&, std::string_view) override { return fail(Errc::diskFull, "no room"); }
    Result<void> overwrite(const platform::Path&, std::string_view) override { return fail(Errc::diskFull, "no room"); }
    Result<void> syncFile(const platform::Path& path) override { return m_inner.syncFile(path); }
    Result<void> syncFolder(const platform::Path& path) override { return m_inner.syncFolder(path); }
    Result<void> rename(const platform::Path& from, const platform::Path& to) override
    {
        return m_inner.rename(from, to);
    }
    Result<void> remove(const platform::Path& path) override { return m_inner.remove(path); }
    Result<void> makeFolder(const platform::Path& path) override { return m_inner.makeFolder(path); }
    bool exists(const platform::Path& path) override { return m_inner.exists(path); }
    Result<std::vector<std::string>> list(const platform::Path& folder) override { return m_inner.list(folder); }

private:
    platform::FakeFiles& m_inner;
};

} // namespace

// The door of a tablet and a new person at it: real vaults, real key derivation, real sockets.
class TstFaultsDoor : public QObject {
    Q_OBJECT

    FaultTable m_table;
    std::optional<VaultFixture> m_tablet;

    void told(const Error& error, const char* name, ui::Fault fault, const QString& said, const QString& detail = {})
    {
        QVERIFY2(FaultTable::nameOf(fault) == QLatin1String(name),
                 qPrintable(FaultTable::nameOf(fault) + QLatin1String(" for ") + QString::fromStdString(error.detail)));
        QString sentence = m_table.zh(QString::fromLatin1(name));
        if (!detail.isEmpty())
            sentence = sentence.arg(detail);
        QCOMPARE(said, sentence);
        const auto action = ui::actionName(ui::explain(fault).action);
        QCOMPARE(QString::fromLatin1(action.data(), static_cast<qsizetype>(action.size())),
                 m_table.action(QString::fromLatin1(name)));
    }
    template <typename T> void doorSays(const Result<T>& outcome, const char* name)
    {
        QVERIFY(!outcome);
        told(outcome.error(), name, ui::doorFault(outcome.error()), ui::unlockSentence(outcome.error()));
    }
    template <typename T> void recoverySays(const Result<T>& outcome, const char* name, const QString& group = {})
    {
        QVERIFY(!outcome);
        told(outcome.error(), name, ui::recoveryFault(outcome.error()), ui::recoverySentence(outcome.error()), group);
    }
    void enrolSays(const Error& error, const char* name)
    {
        told(error, name, ui::enrolFault(error), ui::enrolSentence(error));
    }
    [[nodiscard]] static Result<wire::EnrolReply> enrolAt(const QUrl& url, const QByteArray& ca = {})
    {
        platform::SystemRandom random;
        const auto key = seal::SignKey::generate(random);
        client::HttpTransport transport(url, ca);
        client::EnrolAsk ask;
        ask.code = "ABCD-EFGH-JKLM";
        ask.replicaKey = &key;
        ask.label = "test";
        std::optional<Result<wire::EnrolReply>> outcome;
        client::enrol(transport, ask, [&](Result<wire::EnrolReply> reply) { outcome = std::move(reply); });
        (void)QTest::qWaitFor([&] { return outcome.has_value(); }, 20'000);
        return outcome ? std::move(*outcome) : Result<wire::EnrolReply>(fail(Errc::internal, "no answer"));
    }

private slots:
    void initTestCase() { ui::loadWords(*QCoreApplication::instance(), QStringLiteral("zh_CN")); }
    void init()
    {
        m_tablet.emplace();
        QVERIFY(m_tablet->enrol());
        m_tablet->vault->lock();
    }

    void theWrongPassphrase() { doorSays(m_tablet->unlock(VaultFixture::kWrong), "wrong-passphrase"); }
    void severalWrongOnes()
    {
        for (int i = 0; i < 4; ++i)
            QVERIFY(!m_tablet->unlock(VaultFixture::kWrong));
        const auto outcome = m_tablet->unlock();
        QVERIFY(!outcome);
        const auto seconds = std::stoi(outcome.error().detail);
        QVERIFY(seconds > 0);
        told(outcome.error(), "lockout", ui::doorFault(outcome.error()), ui::unlockSentence(outcome.error()),
             ui::spanWords(std::chrono::seconds(seconds)));
    }
    void tenWrongOnes()
    {
        for (int i = 0; i < kMostTries; ++i) {
            QVERIFY(!m_tablet->unlock(VaultFixture::kWrong));
            m_tablet->boot.advance(1h + 1s);
        }
        doorSays(m_tablet->unlock(), "recovery-only");
    }
    void bothHeadersDamaged()
    {
        m_tablet->files.put(m_tablet->folder / "header.0", "damaged");
        m_tablet->files.put(m_tablet->folder / "header.1", "damaged");
        doorSays(m_tablet->restart(), "header-damaged");
    }
    void aHeaderOfALaterSuite()
    {
        for (const auto* name : {"header.0", "header.1"}) {
            auto bytes = m_tablet->files.peek(m_tablet->folder / name).value_or("");
            if (bytes.size() != kFrameBytes)
                continue;
            bytes[9] = 2; // the suite, and the checksum that belongs to it
            bytes.resize(kFrameBytes - 32);
            const auto checksum = plainHash(bytes);
            bytes.append(reinterpret_cast<const char*>(checksum.data()), checksum.size());
            m_tablet->files.put(m_tablet->folder / name, bytes);
        }
        doorSays(m_tablet->restart(), "header-newer");
    }
    void theKeyIsMissing()
    {
        m_tablet->keyStore.forget();
        doorSays(m_tablet->unlock(), "key-missing");
    }
    void aFullDisk()
    {
        Refusing files(m_tablet->files);
        auto vault = Vault::open({files, m_tablet->keyStore, m_tablet->boot, m_tablet->random}, m_tablet->folder);
        QVERIFY(vault.has_value());
        doorSays(vault->unlock(secretText(VaultFixture::kPassphrase)), "door-full");
    }
    void aMediumThatRefuses()
    {
        m_tablet->files.failAtCall(1, Errc::io);
        doorSays(m_tablet->unlock(), "door-not-now");
    }

    void anothersRecoveryCode()
    {
        VaultFixture other;
        QVERIFY(other.enrol());
        recoverySays(m_tablet->vault->recover(other.recoveryCode, secretText(VaultFixture::kOther)), "wrong-recovery");
    }
    void aRecoveryCodeWithASlip()
    {
        std::string typo(m_tablet->recoveryCode.view());
        typo[13] = typo[13] == 'A' ? 'B' : 'A';
        recoverySays(readRecoveryCode(secretText(typo)), "recovery-slip", QStringLiteral("3"));
    }
    void halfARecoveryCode()
    {
        const std::string half(m_tablet->recoveryCode.view().substr(0, 17));
        recoverySays(readRecoveryCode(secretText(half)), "recovery-short", QStringLiteral("4"));
    }
    void moreThanARecoveryCode()
    {
        const auto more = std::string(m_tablet->recoveryCode.view()) + "-ABCDE";
        recoverySays(readRecoveryCode(secretText(more)), "recovery-long");
    }

    // The passphrase is right, and there is nothing behind it: the power went while registering.
    void aRegistrationThatStopped()
    {
        QVERIFY(m_tablet->unlock());
        platform::FakeDisk disk{1U << 30U};
        SetClock clock;
        const auto catalogue = smallCatalogue();
        const auto folder = store::makeTextFolder();
        const tablet::TabletPorts ports{
            m_tablet->files, disk, m_tablet->keyStore, m_tablet->boot, clock, m_tablet->random, catalogue, *folder};
        const auto outcome = tablet::openData(ports, *m_tablet->vault, "/tablet/users/one/data.db", nullptr);
        QVERIFY(!outcome);
        told(outcome.error(), "registration-unfinished", ui::deskFault(outcome.error()),
             ui::deskSentence(outcome.error()));
    }

    void whatTheServerSaysToANewPerson_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("invitation-used") << 401 << "wrong-secret";
        QTest::newRow("invitation-closed") << 429 << "locked-out";
        QTest::newRow("wrong-server") << 403 << "not-allowed"; // a demo server, a production invitation
        QTest::newRow("registration-busy") << 503 << "busy";
        QTest::newRow("registration-update") << 426 << "upgrade-needed";
        QTest::newRow("registration-not-done") << 400 << "invalid-input";
    }
    void whatTheServerSaysToANewPerson()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        const ScriptedServer server([&](const ScriptedServer::Request&) {
            return ScriptedServer::reply(
                status, QByteArray::fromStdString(wire::encodeErrorReply({code.toStdString(), "no", {}, {}})));
        });
        const auto outcome = enrolAt(server.url("http"));
        QVERIFY(!outcome);
        enrolSays(outcome.error(), QTest::currentDataTag());
    }
    void aServerOfAnotherAuthority()
    {
        platform::SystemRandom random;
        const auto now = QDateTime::currentMSecsSinceEpoch();
        const auto ours = must(server::makeTlsAuthority("Ours", now, random));
        const auto other = must(server::makeTlsAuthority("Another", now, random));
        const auto leaf = must(server::makeTlsServer(other, {}, now, random));
        const ScriptedServer server([](const ScriptedServer::Request&) { return ScriptedServer::Answer{}; },
                                    QByteArray::fromStdString(leaf.certificate),
                                    QByteArray::fromStdString(leaf.privateKey));
        const auto outcome = enrolAt(server.url("https"), QByteArray::fromStdString(ours.certificate));
        QVERIFY(!outcome);
        enrolSays(outcome.error(), "wrong-server");
        QCOMPARE(server.requests(), 0);
    }
    void noServerAtAll()
    {
        QUrl url;
        {
            const ScriptedServer gone([](const ScriptedServer::Request&) { return ScriptedServer::Answer{}; });
            url = gone.url("http");
        }
        const auto outcome = enrolAt(url);
        QVERIFY(!outcome);
        enrolSays(outcome.error(), "server-away");
    }
    void noRoomForAVault()
    {
        VaultFixture full;
        full.files.setCapacity(100);
        const auto outcome = full.enrol();
        QVERIFY(!outcome);
        enrolSays(outcome.error(), "registration-full");
    }
};

QTEST_MAIN(TstFaultsDoor)
#include "tst_faults_door.moc"

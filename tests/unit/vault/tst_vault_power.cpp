// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_fixture.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::vault;
using Cache = platform::FakeFiles::Cache;

// The power goes at each step of each change of a vault: afterwards the old state holds, or the new one, and the data
// key that opens the databases is never lost.
class TestVaultPower : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void enrolment_data() { points(10); }
    void enrolment();
    void passphraseChange_data() { points(16); }
    void passphraseChange();
    void passphraseChangeThatFails_data() { points(16); }
    void passphraseChangeThatFails();
    void rekey_data() { points(8); }
    void rekey();
    void rekeyEnd_data() { points(8); }
    void rekeyEnd();

private:
    // Each point meets one of the three caches here; tst_vault_header crosses all with all, without the slow key
    // derivation.
    static void points(int calls)
    {
        QTest::addColumn<int>("call");
        QTest::addColumn<int>("cache");
        for (int call = 1; call <= calls + 1; ++call)
            QTest::addRow("call %d", call) << call << call % 3;
    }
    // A tablet in the state of initTestCase.
    void copyInto(VaultFixture& tablet)
    {
        for (const char* name : {"header.0", "header.1"})
            tablet.files.put(tablet.folder / name, *m_first.files.peek(m_first.folder / name));
        QVERIFY(tablet.keyStore.storeDeviceSecret(m_first.keyStore.loadDeviceSecret().value()));
        QVERIFY(tablet.restart());
        QVERIFY(tablet.unlock());
    }

    VaultFixture m_first;
    SecretBytes m_key;
};

void TestVaultPower::initTestCase()
{
    QVERIFY(m_first.enrol());
    m_key = m_first.vault->dataKeys().value().current.data.key.clone();
}

void TestVaultPower::enrolment()
{
    QFETCH(int, call);
    QFETCH(int, cache);
    VaultFixture tablet;
    tablet.files.cutPowerAtCall(call);
    const bool told = tablet.enrol().has_value();
    tablet.files.powerOn(static_cast<Cache>(cache));
    const auto opened = tablet.restart();
    if (told)
        QVERIFY(opened);
    if (opened) {
        QVERIFY(tablet.unlock());
    } else {
        QCOMPARE(codeOf(opened), Errc::notFound); // never "damaged": nothing was there before
        QVERIFY(tablet.enrol());                  // and a second try goes through
    }
}

void TestVaultPower::passphraseChange()
{
    QFETCH(int, call);
    QFETCH(int, cache);
    VaultFixture tablet;
    copyInto(tablet);
    tablet.files.cutPowerAtCall(call);
    const bool told =
        tablet.vault->changePassphrase(secretText(VaultFixture::kPassphrase), secretText(VaultFixture::kOther))
            .has_value();
    tablet.files.powerOn(static_cast<Cache>(cache));
    QVERIFY(tablet.restart());
    const bool fresh = tablet.unlock(VaultFixture::kOther).has_value();
    QVERIFY(fresh || tablet.unlock().has_value());
    if (told)
        QVERIFY(fresh);
    QVERIFY(tablet.vault->dataKeys().value().current.data.key.equals(m_key));
}

void TestVaultPower::passphraseChangeThatFails()
{
    QFETCH(int, call);
    VaultFixture tablet;
    copyInto(tablet);
    // The disk refuses one call and works again: what the person was told is what holds.
    tablet.files.failAtCall(call, call % 2 == 0 ? Errc::io : Errc::diskFull);
    const bool told =
        tablet.vault->changePassphrase(secretText(VaultFixture::kPassphrase), secretText(VaultFixture::kOther))
            .has_value();
    tablet.files.powerOn(Cache::kept);
    QVERIFY(tablet.restart());
    QVERIFY(tablet.unlock(told ? VaultFixture::kOther : VaultFixture::kPassphrase));
    QVERIFY(tablet.vault->dataKeys().value().current.data.key.equals(m_key));
}

void TestVaultPower::rekey()
{
    QFETCH(int, call);
    QFETCH(int, cache);
    VaultFixture tablet;
    copyInto(tablet);
    tablet.files.cutPowerAtCall(call);
    const bool told = tablet.vault->beginRekey().has_value();
    SecretBytes next;
    if (told)
        next = tablet.vault->dataKeys().value().next->data.key.clone();
    tablet.files.powerOn(static_cast<Cache>(cache));
    QVERIFY(tablet.restart());
    QVERIFY(tablet.unlock());
    const auto keys = tablet.vault->dataKeys().value();
    QVERIFY(keys.current.data.key.equals(m_key));
    if (told) // only then did the store begin
        QVERIFY(keys.next && keys.next->data.key.equals(next));
}

void TestVaultPower::rekeyEnd()
{
    QFETCH(int, call);
    QFETCH(int, cache);
    VaultFixture tablet;
    copyInto(tablet);
    QVERIFY(tablet.vault->beginRekey());
    const auto next = tablet.vault->dataKeys().value().next->data.key.clone(); // the files are under this one now
    tablet.files.cutPowerAtCall(call);
    const bool told = tablet.vault->finishRekey(Vault::Rekeyed::switched).has_value();
    tablet.files.powerOn(static_cast<Cache>(cache));
    QVERIFY(tablet.restart());
    QVERIFY(tablet.unlock());
    const auto keys = tablet.vault->dataKeys().value();
    QVERIFY(keys.current.data.key.equals(next) || (keys.next && keys.next->data.key.equals(next)));
    if (told)
        QVERIFY(!keys.next);
}

QTEST_GUILESS_MAIN(TestVaultPower)
#include "tst_vault_power.moc"

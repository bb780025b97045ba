// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/slots.hpp"
#include "platform/system_random.hpp"

#include <QTest>

#include <functional>

using namespace lianxin;
using namespace lianxin::vault;

class TestSlots : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void opensWithTheSame();
    void anotherPassphraseDoesNotOpen();
    void anotherDeviceSecretIsToldApart();
    void everyParameterIsBound();
    void everyPlaceIsBound();
    void theExtraKeyIsNeeded();
    void recoveryIsBoundToo();
    void twoOfThreeOpen();
    void oneOfThreeDoesNot();
    void boxesKeepTheirPlace();
    void aUselessHolderIsRefused();

private:
    Lock lock() { return {m_passphrase, m_device}; }

    platform::SystemRandom m_random;
    SecretBytes m_passphrase = SecretBytes::copyOf(std::string_view("plum7392"));
    SecretBytes m_device = SecretBytes::random(32, m_random);
    SecretBytes m_key = SecretBytes::random(32, m_random);
    SecretBytes m_stretched;
    SlotPlace m_place;
    std::string m_ad;
    PassphraseSlot m_slot;
};

void TestSlots::initTestCase()
{
    m_random.fill(m_place.user.bytes);
    m_random.fill(m_place.vault.bytes);
    m_ad = m_place.associated('P');
    auto slot = sealSlot(m_ad, kArgonFloor, lock(), m_key, m_random);
    QVERIFY(slot);
    m_slot = *slot;
    m_stretched = stretch(m_passphrase, m_slot.salt, m_slot.argon).value();
}

void TestSlots::opensWithTheSame()
{
    QVERIFY(openSlot(m_ad, m_slot, lock()).value().equals(m_key));
    QVERIFY(openStretched(m_ad, m_slot, m_stretched, lock()).value().equals(m_key));
}

void TestSlots::anotherPassphraseDoesNotOpen()
{
    const auto other = SecretBytes::copyOf(std::string_view("plum7393"));
    QCOMPARE(openSlot(m_ad, m_slot, {other, m_device}).error().code, Errc::wrongSecret);
}

void TestSlots::anotherDeviceSecretIsToldApart()
{
    const auto other = SecretBytes::random(32, m_random);
    QCOMPARE(openSlot(m_ad, m_slot, {m_passphrase, other}).error().code, Errc::notFound);
    // Also when somebody writes the other's name into the slot: the secret itself is in the key.
    auto forged = m_slot;
    forged.deviceSecret = nameOf(other);
    QCOMPARE(openStretched(m_ad, forged, m_stretched, {m_passphrase, other}).error().code, Errc::wrongSecret);
}

void TestSlots::everyParameterIsBound()
{
    // The stretched passphrase stays the right one, so only the binding can refuse.
    std::vector<std::pair<QString, PassphraseSlot>> changed;
    const auto change = [&](const QString& what, const std::function<void(PassphraseSlot&)>& how) {
        auto slot = m_slot;
        how(slot);
        QVERIFY2(!(slot == m_slot), qPrintable(what));
        changed.emplace_back(what, slot);
    };
    for (unsigned bit = 0; bit < 32; ++bit) {
        change("passes", [&](PassphraseSlot& slot) { slot.argon.passes ^= 1U << bit; });
        change("memory", [&](PassphraseSlot& slot) { slot.argon.memoryKiB ^= 1U << bit; });
    }
    for (std::size_t i = 0; i < m_slot.salt.size(); ++i)
        change("salt", [&](PassphraseSlot& slot) { slot.salt[i] ^= 1; });
    for (std::size_t i = 0; i < m_slot.deviceSecret.size(); ++i)
        change("device secret's name", [&](PassphraseSlot& slot) { slot.deviceSecret[i] ^= 0x80; });
    for (std::size_t i = 0; i < m_slot.sealed.nonce.size(); ++i)
        change("nonce", [&](PassphraseSlot& slot) { slot.sealed.nonce[i] ^= 1; });
    for (std::size_t i = 0; i < m_slot.sealed.bytes.size(); ++i)
        change("sealed",
               [&](PassphraseSlot& slot) { slot.sealed.bytes[i] = static_cast<char>(slot.sealed.bytes[i] ^ 1); });
    QCOMPARE(changed.size(), std::size_t{64 + 16 + 8 + 24 + 48});
    for (const auto& [what, slot] : changed)
        QVERIFY2(!openStretched(m_ad, slot, m_stretched, lock()), qPrintable(what));
}

void TestSlots::everyPlaceIsBound()
{
    for (std::size_t i = 0; i < m_ad.size(); ++i) {
        auto other = m_ad;
        other[i] = static_cast<char>(other[i] ^ 1);
        QVERIFY(!openStretched(other, m_slot, m_stretched, lock()));
    }
    QVERIFY(!openStretched(m_place.associated('S'), m_slot, m_stretched, lock()));
}

void TestSlots::theExtraKeyIsNeeded()
{
    const auto extra = SecretBytes::random(32, m_random);
    const auto another = SecretBytes::random(32, m_random);
    const auto slot = sealSlot(m_ad, kArgonFloor, {m_passphrase, m_device, &extra}, m_key, m_random).value();
    QVERIFY(openSlot(m_ad, slot, {m_passphrase, m_device, &extra}).value().equals(m_key));
    QVERIFY(!openSlot(m_ad, slot, {m_passphrase, m_device, &another}));
    QVERIFY(!openSlot(m_ad, slot, lock()));
}

void TestSlots::recoveryIsBoundToo()
{
    const auto place = m_place.associated('R');
    const auto code = SecretBytes::random(20, m_random);
    const auto slot = sealRecovery(place, code, m_key, m_random);
    QVERIFY(openRecovery(place, slot, code).value().equals(m_key));
    QCOMPARE(openRecovery(place, slot, SecretBytes::random(20, m_random)).error().code, Errc::wrongSecret);
    QVERIFY(!openRecovery(m_ad, slot, code));
    for (std::size_t i = 0; i < slot.salt.size(); ++i) {
        auto other = slot;
        other.salt[i] ^= 1;
        QVERIFY(!openRecovery(place, other, code));
    }
}

void TestSlots::twoOfThreeOpen()
{
    const std::array keys{seal::BoxKey::generate(m_random), seal::BoxKey::generate(m_random),
                          seal::BoxKey::generate(m_random)};
    const RecoveryHolders holders{keys[0].publicKey(), keys[1].publicKey(), keys[2].publicKey()};
    const auto boxes = sealToPairs(m_ad, holders, m_key, m_random).value();
    for (std::size_t pair = 0; pair < boxes.size(); ++pair) {
        const auto [first, second] = kHolderPairs[pair];
        const auto inner = openOuterBox(boxes[pair], keys[first]);
        QVERIFY(inner);
        QVERIFY(openInnerBox(m_ad, *inner, keys[second]).value().equals(m_key));
    }
}

void TestSlots::oneOfThreeDoesNot()
{
    const std::array keys{seal::BoxKey::generate(m_random), seal::BoxKey::generate(m_random),
                          seal::BoxKey::generate(m_random)};
    const RecoveryHolders holders{keys[0].publicKey(), keys[1].publicKey(), keys[2].publicKey()};
    const auto boxes = sealToPairs(m_ad, holders, m_key, m_random).value();
    for (const auto& key : keys) {
        for (const auto& box : boxes) {
            const auto inner = openOuterBox(box, key);
            QVERIFY(!inner || !openInnerBox(m_ad, *inner, key));
        }
    }
}

void TestSlots::boxesKeepTheirPlace()
{
    const std::array keys{seal::BoxKey::generate(m_random), seal::BoxKey::generate(m_random),
                          seal::BoxKey::generate(m_random)};
    const RecoveryHolders holders{keys[0].publicKey(), keys[1].publicKey(), keys[2].publicKey()};
    const auto boxes = sealToPairs(m_place.associated('E'), holders, m_key, m_random).value();
    const auto inner = openOuterBox(boxes[0], keys[0]).value();
    QCOMPARE(openInnerBox(m_place.associated('V'), inner, keys[1]).error().code, Errc::wrongSecret);
    auto cut = boxes[0];
    cut.resize(40);
    QVERIFY(!openOuterBox(cut, keys[0]));
    QVERIFY(!openOuterBox({}, keys[0]));
}

void TestSlots::aUselessHolderIsRefused()
{
    const auto key = seal::BoxKey::generate(m_random);
    const RecoveryHolders holders{key.publicKey(), seal::PublicBoxKey{}, key.publicKey()}; // the zero point
    QCOMPARE(sealToPairs(m_ad, holders, m_key, m_random).error().code, Errc::invalidInput);
}

QTEST_GUILESS_MAIN(TestSlots)
#include "tst_vault_slots.moc"

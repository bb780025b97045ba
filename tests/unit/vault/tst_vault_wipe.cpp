// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_fixture.hpp"

#include "app/vault/passphrase_rule.hpp"

#include <QFile>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <cinttypes>

using namespace lianxin;
using namespace lianxin::vault;

namespace {

constexpr std::uint8_t kMask = 0xA5;

// What is looked for, kept in a form that is not found itself.
struct Needle {
    explicit Needle(const SecretBytes& secret)
    {
        for (const std::uint8_t byte : secret.span())
            masked.push_back(static_cast<char>(byte ^ kMask));
    }
    [[nodiscard]] bool at(const char* place) const
    {
        for (std::size_t i = 0; i < masked.size(); ++i) {
            if (static_cast<char>(place[i] ^ static_cast<char>(kMask)) != masked[i])
                return false;
        }
        return true;
    }
    std::string masked;
};

// How often the needle lies in this process's readable memory. The window buffer is a mapping of its own and left out.
int occurrences(const Needle& needle)
{
    constexpr std::size_t kWindow = 1 << 20;
    static std::string window(kWindow + 64, '\0');
    const auto ownStart = reinterpret_cast<std::uintptr_t>(window.data());
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (!maps.open(QIODevice::ReadOnly))
        return -1;
    const auto lines = maps.readAll().split('\n');
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    int found = 0;
    for (const auto& line : lines) {
        std::uintptr_t start = 0;
        std::uintptr_t end = 0;
        char mode[5] = {};
        if (std::sscanf(line.constData(), "%" SCNxPTR "-%" SCNxPTR " %4s", &start, &end, mode) != 3 || mode[0] != 'r')
            continue;
        for (std::uintptr_t at = start; at < end; at += kWindow) {
            const std::size_t wanted = std::min<std::size_t>(kWindow + needle.masked.size() - 1, end - at);
            const auto got = ::pread(memory, window.data(), wanted, static_cast<off_t>(at));
            for (std::ptrdiff_t i = 0; i + static_cast<std::ptrdiff_t>(needle.masked.size()) <= got; ++i) {
                const std::uintptr_t place = at + static_cast<std::uintptr_t>(i);
                if (needle.at(window.data() + i) && (place < ownStart || place >= ownStart + window.size()))
                    ++found;
            }
        }
    }
    ::close(memory);
    std::fill(window.begin(), window.end(), '\0');
    return found;
}

// Typed at run time, so that it is not in the program's own constants.
SecretBytes typedPassphrase(bool chinese)
{
    const std::string masked = [chinese] {
        // Five English and four Chinese words, each byte xor 0x5A.
        std::string text;
        for (const int byte :
             chinese
                 ? std::vector<int>{0xbc, 0xc2, 0xff, 0xb3, 0xf9, 0xd4, 0x7a, 0xb2, 0xd6, 0xec, 0xbc, 0xc7, 0xf5, 0x7a,
                                    0xbd, 0xc5, 0xe9, 0xbc, 0xfb, 0xff, 0x7a, 0xbc, 0xc3, 0xc0, 0xb3, 0xc6, 0xc4}
                 : std::vector<int>{0x2b, 0x2f, 0x33, 0x3f, 0x2e, 0x7a, 0x36, 0x35, 0x2e, 0x2f, 0x29, 0x7a, 0x2f, 0x34,
                                    0x3e, 0x3f, 0x28, 0x7a, 0x6f, 0x7a, 0x2d, 0x33, 0x36, 0x36, 0x35, 0x2d, 0x29})
            text += static_cast<char>(byte);
        return text;
    }();
    SecretBytes typed(masked.size());
    for (std::size_t i = 0; i < masked.size(); ++i)
        typed.data()[i] = static_cast<std::uint8_t>(masked[i] ^ 0x5A);
    return typed;
}

} // namespace

// Secrets are searched for in the whole memory of the process, not only where they are supposed to be.
class TestVaultWipe : public QObject {
    Q_OBJECT

private slots:
    void theSearchFindsWhatIsThere();
    void thePassphraseIsGone_data();
    void thePassphraseIsGone();
    void normalisingLeavesNothingBehind();
    void theKeysAreGoneAfterLock();
    void theLeaseIsWipedWhenItEnds();
};

void TestVaultWipe::theSearchFindsWhatIsThere()
{
    platform::SystemRandom random;
    auto secret = SecretBytes::random(32, random);
    const Needle needle(secret);
    QCOMPARE(occurrences(needle), 1);
    const auto copy = secret.clone();
    QCOMPARE(occurrences(needle), 2);
    secret.wipe();
    QCOMPARE(occurrences(needle), 1);
}

void TestVaultWipe::thePassphraseIsGone_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::newRow("ASCII") << false;
    QTest::newRow("Chinese, through Unicode's normal form") << true;
}

void TestVaultWipe::thePassphraseIsGone()
{
    QFETCH(bool, chinese);
    VaultFixture tablet;
    std::optional<Needle> utf8;
    std::optional<Needle> utf16;
    {
        auto typed = typedPassphrase(chinese);
        utf8.emplace(typed);
        {
            auto wide = QString::fromUtf8(typed.view().data(), static_cast<qsizetype>(typed.size()));
            utf16.emplace(SecretBytes::copyOf(std::span(reinterpret_cast<const std::uint8_t*>(wide.constData()),
                                                        static_cast<std::size_t>(wide.size()) * 2)));
            platform::wipeMemory(wide.data(), static_cast<std::size_t>(wide.size()) * 2);
        }
        auto made = Vault::enrol(tablet.services(), tablet.folder, {UserId{}, typed, kArgonFloor, std::nullopt});
        QVERIFY(made);
        made->vault.lock();
        QVERIFY(made->vault.unlock(typed));
        QVERIFY(occurrences(*utf8) >= 1); // ours
    }
    QCOMPARE(occurrences(*utf8), 0);
    QCOMPARE(occurrences(*utf16), 0);
}

void TestVaultWipe::normalisingLeavesNothingBehind()
{
    // Long, so that the blocks it went through are not used again at once, and random, so that nothing else holds it.
    platform::SystemRandom random;
    std::optional<Needle> utf8;
    std::optional<Needle> utf16;
    {
        constexpr std::size_t kCharacters = 300;
        const auto draw = SecretBytes::random(kCharacters * 2, random);
        SecretBytes typed(kCharacters * 3 + 1);
        SecretBytes wide(kCharacters * 2);
        typed.data()[kCharacters * 3] = ' '; // something to normalise away
        for (std::size_t i = 0; i < kCharacters; ++i) {
            const unsigned han = 0x4E00U + (draw.data()[2 * i] * 256U + draw.data()[2 * i + 1]) % 0x5000U;
            typed.data()[3 * i] = static_cast<std::uint8_t>(0xE0 | (han >> 12));
            typed.data()[3 * i + 1] = static_cast<std::uint8_t>(0x80 | ((han >> 6) & 0x3F));
            typed.data()[3 * i + 2] = static_cast<std::uint8_t>(0x80 | (han & 0x3F));
            wide.data()[2 * i] = static_cast<std::uint8_t>(han & 0xFF);
            wide.data()[2 * i + 1] = static_cast<std::uint8_t>(han >> 8);
        }
        utf8.emplace(typed.part(600, 60));
        utf16.emplace(wide.part(400, 40));
        const auto normalised = normalisePassphrase(typed);
        QVERIFY(normalised);
        QCOMPARE(normalised->size(), kCharacters * 3);
        QCOMPARE(judgePassphrase(*normalised, false), PassphraseFault::tooSimple);
        QCOMPARE(occurrences(*utf8), 2);  // typed and normalised
        QCOMPARE(occurrences(*utf16), 1); // ours
    }
    QCOMPARE(occurrences(*utf8), 0);
    QCOMPARE(occurrences(*utf16), 0);
}

void TestVaultWipe::theKeysAreGoneAfterLock()
{
    VaultFixture tablet;
    QVERIFY(tablet.enrol(true));
    auto& vault = *tablet.vault;
    std::vector<Needle> needles;
    {
        const auto boxes = vault.escrowBoxes().value();
        const auto inner = openOuterBox(boxes.keys[0], tablet.holders[0]).value();
        const auto keys = openInnerBox(boxes.keysPlace, inner, tablet.holders[1]).value();
        needles.emplace_back(keys.part(0, 32));  // the user key
        needles.emplace_back(keys.part(32, 32)); // the step-up key
        const auto data = vault.dataKeys().value();
        needles.emplace_back(data.current.data.key);
        needles.emplace_back(data.current.attachments.key);
        needles.emplace_back(vault.recordMacKey().value());
        QVERIFY(vault.stepUp(secretText(VaultFixture::kPassphrase)));
        const auto box = vault.boxKey().value();
        needles.emplace_back(SecretBytes::copyOf(box.seed().span()));
        const auto sign = vault.signKey(KeyPurpose::personSigning).value();
        needles.emplace_back(SecretBytes::copyOf(sign.seed().span()));
        QVERIFY(!sign.sign("message").bytes.empty());
        QVERIFY(occurrences(needles[0]) >= 1);
        QVERIFY(occurrences(needles[1]) >= 1);
        QVERIFY(occurrences(needles[2]) >= 1);
    }
    QVERIFY(occurrences(needles[0]) == 1); // the open vault's own
    vault.lock();
    for (std::size_t i = 0; i < needles.size(); ++i)
        QVERIFY2(occurrences(needles[i]) == 0, qPrintable(QStringLiteral("secret %1 is still in memory").arg(i)));
}

void TestVaultWipe::theLeaseIsWipedWhenItEnds()
{
    VaultFixture tablet;
    QVERIFY(tablet.enrol());
    auto lease = tablet.vault->lendDataKeys().value();
    const Needle needle(lease.keys().value()->current.data.key);
    tablet.vault->lock();
    QCOMPARE(occurrences(needle), 1);
    tablet.boot.advance(std::chrono::minutes(31));
    QVERIFY(!lease.keys());
    QCOMPARE(occurrences(needle), 0);
}

QTEST_GUILESS_MAIN(TestVaultWipe)
#include "tst_vault_wipe.moc"

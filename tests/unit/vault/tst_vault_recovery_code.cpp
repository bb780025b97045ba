// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/recovery_code.hpp"
#include "platform/system_random.hpp"

#include <QTest>

#include <set>

using namespace lianxin;
using namespace lianxin::vault;

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

Result<SecretBytes> read(const std::string& text) { return readRecoveryCode(SecretBytes::copyOf(text)); }

std::string printed(const SecretBytes& code) { return std::string(printRecoveryCode(code).view()); }

} // namespace

class TestRecoveryCode : public QObject {
    Q_OBJECT

private slots:
    void init() { m_code = SecretBytes::random(kRecoveryCodeBytes, m_random); }
    void comesBack();
    void hasItsForm();
    void forgivesHandwriting();
    void findsEverySlip();
    void findsEverySwapInAGroup();
    void findsSwappedGroups();
    void namesWhatIsMissing();
    void refusesRubbish();

private:
    platform::SystemRandom m_random;
    SecretBytes m_code;
};

void TestRecoveryCode::comesBack()
{
    for (int i = 0; i < 200; ++i) {
        const auto code = SecretBytes::random(kRecoveryCodeBytes, m_random);
        QVERIFY(read(printed(code)).value().equals(code));
    }
    SecretBytes ones(kRecoveryCodeBytes);
    std::fill(ones.span().begin(), ones.span().end(), std::uint8_t{0xff});
    QVERIFY(read(printed(ones)).value().equals(ones));
    QVERIFY(read(printed(SecretBytes(kRecoveryCodeBytes))).value().equals(SecretBytes(kRecoveryCodeBytes)));
}

void TestRecoveryCode::hasItsForm()
{
    const auto text = printed(m_code);
    QCOMPARE(text.size(), std::size_t{47});
    for (std::size_t i = 0; i < text.size(); ++i)
        QVERIFY(i % 6 == 5 ? text[i] == '-' : kAlphabet.find(text[i]) != std::string_view::npos);
}

void TestRecoveryCode::forgivesHandwriting()
{
    auto text = QString::fromStdString(printed(m_code));
    QVERIFY(read(text.toLower().toStdString()).value().equals(m_code));
    QVERIFY(read(QString(text).remove('-').toStdString()).value().equals(m_code));
    QVERIFY(read(("  " + QString(text).replace('-', ' ') + "\n").toStdString()).value().equals(m_code));
    QVERIFY(read(QString(text).replace('0', 'O').replace('1', 'l').toStdString()).value().equals(m_code));
}

void TestRecoveryCode::findsEverySlip()
{
    const auto text = printed(m_code);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '-')
            continue;
        for (const char symbol : kAlphabet) {
            if (symbol == text[i])
                continue;
            auto slip = text;
            slip[i] = symbol;
            const auto found = read(slip);
            QVERIFY(!found);
            QCOMPARE(found.error().code, Errc::invalidInput);
            QCOMPARE(found.error().detail, "group " + std::to_string(i / 6 + 1));
        }
    }
}

void TestRecoveryCode::findsEverySwapInAGroup()
{
    const auto text = printed(m_code);
    int tried = 0;
    for (std::size_t group = 0; group < 8; ++group) {
        for (std::size_t a = 0; a < 5; ++a) {
            for (std::size_t b = a + 1; b < 5; ++b) {
                auto swapped = text;
                std::swap(swapped[group * 6 + a], swapped[group * 6 + b]);
                if (swapped == text)
                    continue;
                ++tried;
                QVERIFY(!read(swapped));
            }
        }
    }
    QVERIFY(tried > 40);
}

void TestRecoveryCode::findsSwappedGroups()
{
    const auto text = QString::fromStdString(printed(m_code));
    for (int a = 0; a < 8; ++a) {
        for (int b = a + 1; b < 8; ++b) {
            auto groups = text.split('-');
            groups.swapItemsAt(a, b);
            QVERIFY(!read(groups.join('-').toStdString()));
        }
    }
}

void TestRecoveryCode::namesWhatIsMissing()
{
    const auto text = printed(m_code);
    const auto cut = read(text.substr(0, 20));
    QCOMPARE(cut.error().code, Errc::invalidInput);
    QCOMPARE(cut.error().detail, std::string("too short: group 4"));
    QCOMPARE(read(text + "0").error().detail, std::string("too long"));
    QCOMPARE(read("").error().code, Errc::invalidInput);
}

void TestRecoveryCode::refusesRubbish()
{
    auto text = printed(m_code);
    text[7] = 'U';
    QCOMPARE(read(text).error().detail, std::string("group 2"));
    QCOMPARE(read(std::string(100'000, '\xff')).error().code, Errc::invalidInput);
}

QTEST_GUILESS_MAIN(TestRecoveryCode)
#include "tst_vault_recovery_code.moc"

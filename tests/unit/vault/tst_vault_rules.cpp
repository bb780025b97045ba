// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/argon.hpp"
#include "app/vault/auto_lock.hpp"
#include "app/vault/lockout.hpp"
#include "app/vault/passphrase_rule.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::vault;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

Q_DECLARE_METATYPE(lianxin::vault::PassphraseFault)

namespace {

SecretBytes typed(const QString& text) { return SecretBytes::copyOf(text.toUtf8().toStdString()); }

} // namespace

// The pure rules: what a passphrase may be, how long a lockout lasts, what a guess costs, when the tablet locks itself.
class TestRules : public QObject {
    Q_OBJECT

private slots:
    void passphrase_data();
    void passphrase();
    void passphrasesOfTwoInputMethodsAreOne_data();
    void passphrasesOfTwoInputMethodsAreOne();
    void badTypingIsRefused();
    void lockoutTable_data();
    void lockoutTable();
    void lockoutAfterReboot();
    void lockoutWithoutABootName();
    void argonFloorAndCap_data();
    void argonFloorAndCap();
    void calibration_data();
    void calibration();
    void autoLock();
    void autoLockOnCounselling();
    void autoLockInTheBackground();
};

void TestRules::passphrase_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<PassphraseFault>("software");
    QTest::addColumn<PassphraseFault>("hardware");
    using enum PassphraseFault;
    const auto both = [](const char* name, const char* text, PassphraseFault fault) {
        QTest::newRow(name) << QString::fromUtf8(text) << fault << fault;
    };
    QTest::newRow("pin") << "739214" << pinNeedsHardware << none;
    QTest::newRow("pin in full width") << QString(QChar(0xFF17)) + "39214" << pinNeedsHardware << none;
    both("five digits", "73921", tooSimple);
    both("seven digits", "7392145", tooSimple);
    both("many digits", "739214573921", tooSimple);
    both("eight letters", "plumrain", tooSimple);
    both("seven mixed", "plum739", tooSimple);
    both("eight mixed", "plum7392", none);
    both("eight mixed with signs", "pl-um.7392", none);
    both("signs do not count", "a1------", tooSimple);
    both("three words", "plum rain bridge", tooSimple);
    both("four words", "plum rain bridge lantern", none);
    both("four words of one letter", "a b c d", tooSimple);
    both("four Han words", "\u6625\u98ce \u8336\u676f \u77f3\u6865 \u665a\u971e", none);
    both("Han letters and digits", "\u6625\u98ce\u8336\u676f\u77f3\u68652026", none);
}

void TestRules::passphrase()
{
    QFETCH(QString, text);
    QFETCH(PassphraseFault, software);
    QFETCH(PassphraseFault, hardware);
    const auto normalised = normalisePassphrase(typed(text));
    QVERIFY(normalised);
    QCOMPARE(judgePassphrase(*normalised, false), software);
    QCOMPARE(judgePassphrase(*normalised, true), hardware);
    QCOMPARE(acceptNewPassphrase(typed(text), false).has_value(), software == PassphraseFault::none);
}

void TestRules::passphrasesOfTwoInputMethodsAreOne_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("blanks") << "plum rain  bridge lantern"
                            << " plum rain bridge lantern ";
    QTest::newRow("full width") << "plum7392" << QString(QChar(0xFF50)) + "lum7392";
    QTest::newRow("ideographic space") << QString::fromUtf8("\u6625\u98ce \u8336\u676f")
                                       << QString::fromUtf8("\u6625\u98ce\u3000\u8336\u676f");
    QTest::newRow("composed") << QString::fromUtf8("caf\u00e9 7392") << QString::fromUtf8("cafe\u0301 7392");
}

void TestRules::passphrasesOfTwoInputMethodsAreOne()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(one != other);
    QVERIFY(normalisePassphrase(typed(one)).value().equals(normalisePassphrase(typed(other)).value()));
}

void TestRules::badTypingIsRefused()
{
    QCOMPARE(normalisePassphrase(SecretBytes()).error().code, Errc::invalidInput);
    QCOMPARE(normalisePassphrase(typed("   ")).error().code, Errc::invalidInput);
    QCOMPARE(normalisePassphrase(SecretBytes::copyOf(std::string_view("caf\xe9 latin one"))).error().code,
             Errc::invalidInput);
    QCOMPARE(normalisePassphrase(typed(QString(2000, 'a'))).error().code, Errc::invalidInput);
    QVERIFY(normalisePassphrase(typed(QString(1000, 'a'))));
}

void TestRules::lockoutTable_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("closed");
    const int table[] = {0, 0, 0, 5, 30, 120, 600, 1800, 3600, 3600};
    for (int failures = 0; failures < 10; ++failures)
        QTest::addRow("%d", failures) << failures << table[failures] << false;
    QTest::newRow("10") << 10 << 3600 << true;
    QTest::newRow("11") << 11 << 3600 << true;
}

void TestRules::lockoutTable()
{
    QFETCH(int, failures);
    QFETCH(int, seconds);
    QFETCH(bool, closed);
    Lockout lockout;
    platform::BootTime now{"boot", 7h};
    for (int i = 0; i < failures; ++i)
        lockout = lockout.afterTry(now);
    QCOMPARE(lockout.closed(), closed);
    QCOMPARE(lockout.waitLeft(now), milliseconds(std::chrono::seconds(seconds)));
    now.uptime += milliseconds(std::chrono::seconds(seconds)) / 2;
    QCOMPARE(lockout.waitLeft(now), milliseconds(std::chrono::seconds(seconds)) / 2);
    now.uptime += milliseconds(std::chrono::seconds(seconds)) / 2 + 1ms;
    QCOMPARE(lockout.waitLeft(now), 0ms);
}

void TestRules::lockoutAfterReboot()
{
    Lockout lockout;
    for (int i = 0; i < 6; ++i)
        lockout = lockout.afterTry({"boot", 7h}); // ten minutes
    QCOMPARE(lockout.waitLeft({"boot", 7h + 9min}), milliseconds(1min));
    QCOMPARE(lockout.waitLeft({"next", 0ms}), milliseconds(10min)); // in full, not the one minute that was left
    QCOMPARE(lockout.waitLeft({"next", 4min}), milliseconds(6min));
    QCOMPARE(lockout.waitLeft({"next", 8h}), 0ms);
    QCOMPARE(lockout.waitLeft({"next", 7h + 1min}), 0ms); // the old boot's times mean nothing in this one
    QCOMPARE(lockout.waitLeft({"boot", 6h}), 0ms); // a clock that went back is another boot: 6 h of it have passed
}

void TestRules::lockoutWithoutABootName()
{
    Lockout lockout;
    for (int i = 0; i < 4; ++i)
        lockout = lockout.afterTry({"", 7h});
    QCOMPARE(lockout.waitLeft({"", 7h}), milliseconds(30s));
    QCOMPARE(lockout.waitLeft({"", 10s}), milliseconds(20s));
}

void TestRules::argonFloorAndCap_data()
{
    QTest::addColumn<unsigned>("passes");
    QTest::addColumn<unsigned>("memory");
    QTest::addColumn<bool>("good");
    QTest::newRow("floor") << 3U << 65536U << true;
    QTest::newRow("cap") << 64U << 131072U << true;
    QTest::newRow("one pass less") << 2U << 65536U << false;
    QTest::newRow("one KiB less") << 3U << 65535U << false;
    QTest::newRow("nothing") << 0U << 0U << false;
    QTest::newRow("too many passes") << 65U << 65536U << false;
    QTest::newRow("too much memory") << 3U << 131073U << false;
    QTest::newRow("a file that wants everything") << 0xFFFFFFFFU << 0xFFFFFFFFU << false;
}

void TestRules::argonFloorAndCap()
{
    QFETCH(unsigned, passes);
    QFETCH(unsigned, memory);
    QFETCH(bool, good);
    const ArgonParams params{passes, memory};
    QCOMPARE(checkArgon(params).has_value(), good);
    if (!good) // and nothing is derived
        QCOMPARE(stretch(SecretBytes::copyOf(std::string_view("x")), Salt{}, params).error().code, Errc::damaged);
}

void TestRules::calibration_data()
{
    QTest::addColumn<qint64>("ram");
    QTest::addColumn<double>("msPerPassAnd64MiB");
    QTest::addColumn<unsigned>("passes");
    QTest::addColumn<unsigned>("memoryMiB");
    constexpr qint64 kGiB = 1LL << 30;
    QTest::newRow("middle tablet") << 4 * kGiB << 80.0 << 3U << 128U;    // 480 ms
    QTest::newRow("fast machine") << 16 * kGiB << 30.0 << 10U << 128U;   // 180 ms -> 600
    QTest::newRow("slow tablet") << 4 * kGiB << 200.0 << 3U << 64U;      // 1,200 ms -> 600
    QTest::newRow("very slow tablet") << 4 * kGiB << 900.0 << 3U << 64U; // the floor beats the target
    QTest::newRow("two gigabytes") << 2 * kGiB << 60.0 << 10U << 64U;    // 180 ms -> 600 in 64 MiB
    QTest::newRow("unknown memory") << qint64{0} << 140.0 << 3U << 64U;
    QTest::newRow("absurdly fast") << 16 * kGiB << 0.0 << 64U << 128U;
}

void TestRules::calibration()
{
    QFETCH(qint64, ram);
    QFETCH(double, msPerPassAnd64MiB);
    QFETCH(unsigned, passes);
    QFETCH(unsigned, memoryMiB);
    const auto timer = [&](const ArgonParams& params) {
        return milliseconds(static_cast<qint64>(msPerPassAnd64MiB * params.passes * params.memoryKiB / 65536.0));
    };
    const auto params = calibrateArgon(static_cast<std::uint64_t>(ram), timer);
    QCOMPARE(params.passes, passes);
    QCOMPARE(params.memoryKiB, memoryMiB * 1024);
    QVERIFY(checkArgon(params));
}

void TestRules::autoLock()
{
    AutoLock lock(1h);
    QVERIFY(!lock.due(1h + 119s));
    QVERIFY(lock.due(1h + 120s));
    lock.touched(1h + 100s);
    QCOMPARE(lock.left(1h + 100s), milliseconds(2min));
    QVERIFY(!lock.due(1h + 219s));
    lock.touched(1h + 220s); // too late: somebody else's finger does not keep it open
    QVERIFY(lock.due(1h + 220s));
}

void TestRules::autoLockOnCounselling()
{
    AutoLock lock(0s);
    lock.pageShown(AutoLock::Page::counselling);
    QVERIFY(!lock.due(59s));
    QVERIFY(lock.due(60s));
    lock.pageShown(AutoLock::Page::waiting);
    QVERIFY(!lock.due(599s));
    QVERIFY(lock.due(600s));
    lock.pageShown(AutoLock::Page::ordinary);
    QVERIFY(!lock.due(60s));
    QVERIFY(lock.due(120s));
}

void TestRules::autoLockInTheBackground()
{
    AutoLock lock(0s);
    lock.wentToBackground();
    QVERIFY(lock.due(1s));
    lock.touched(1s);
    QVERIFY(lock.due(1s));
    lock.cameBack(5s); // after the unlock
    QVERIFY(!lock.due(100s));
    QVERIFY(lock.due(125s));
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_vault_rules.moc"

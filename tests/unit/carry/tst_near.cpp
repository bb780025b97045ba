// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/carry/near.hpp"
#include "tests/unit/seal/seeded_random.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::carry;
using lianxin::test::flipped;
using lianxin::test::SeededRandom;

// The code that one tablet shows another, and what they say to each other.
class NearTest : public QObject {
    Q_OBJECT

private slots:
    void theCodeSurvivesTheWay()
    {
        SeededRandom random{1};
        for (const auto* host : {"192.168.1.7", "fe80::1"}) {
            const NearAddress address{host, 40'123, seal::BoxKey::generate(random).publicKey()};
            QVERIFY(parseNear(nearText(address)).value() == address);
        }
    }

    void otherCodesAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        const auto key = QString(43, 'A');
        QTest::newRow("empty") << "";
        QTest::newRow("an invitation") << "LIANXIN:1:7K3QX-M0V2D";
        QTest::newRow("no key") << "LXNEAR1,192.168.1.7,4000";
        QTest::newRow("key cut") << "LXNEAR1,192.168.1.7,4000," + key.left(42);
        QTest::newRow("port 0") << "LXNEAR1,192.168.1.7,0," + key;
        QTest::newRow("port too large") << "LXNEAR1,192.168.1.7,70000," + key;
        QTest::newRow("port negative") << "LXNEAR1,192.168.1.7,-1," + key;
        QTest::newRow("a name") << "LXNEAR1,evil.example,4000," + key;
        QTest::newRow("no host") << "LXNEAR1,,4000," + key;
        QTest::newRow("long host") << "LXNEAR1," + QString(65, '1') + ",4000," + key;
        QTest::newRow("more behind it") << "LXNEAR1,192.168.1.7,4000," + key + ",x";
    }
    void otherCodesAreRefused()
    {
        QFETCH(QString, text);
        QCOMPARE(parseNear(text.toStdString()).error().code, Errc::invalidInput);
    }

    void onlyTheOtherReads()
    {
        SeededRandom random{2};
        const auto door = seal::BoxKey::generate(random);
        const auto visitor = seal::BoxKey::generate(random);
        const NearMessage message{visitor.publicKey(), "reply", "auth", "ask"};
        const auto sealed = sealNear(message, door.publicKey(), random).value();
        QVERIFY(openNear(sealed, door).value() == message);
        QVERIFY(!openNear(sealed, visitor));
        for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit)
            QVERIFY(!openNear(flipped(sealed, bit), door));
        for (std::size_t size = 0; size < sealed.size(); ++size)
            QVERIFY(!openNear(std::string_view(sealed).substr(0, size), door));
        // Well sealed, and no message inside.
        for (const std::string plain :
             {std::string(), std::string(31, 'x'), std::string(32, 'x'), std::string(43, '\0'), std::string(45, '\0'),
              std::string(32, 'x') + "\xff\xff\xff\xff"}) {
            const auto box = seal::sealTo(door.publicKey(),
                                          {reinterpret_cast<const std::uint8_t*>(plain.data()), plain.size()}, random);
            QCOMPARE(openNear(*box, door).error().code, Errc::invalidInput);
        }
        QCOMPARE(openNear(std::string(kMaxNearBytes + 1, 'x'), door).error().code, Errc::invalidInput);
        QVERIFY(!sealNear({visitor.publicKey(), std::string(kMaxNearBytes, 'x'), {}, {}}, door.publicKey(), random));
        QVERIFY(nearPath(door.publicKey()) != nearPath(visitor.publicKey()));
    }
};

QTEST_GUILESS_MAIN(NearTest)
#include "tst_near.moc"

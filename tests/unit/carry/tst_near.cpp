// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/carry/near_code.hpp"
#include "tests/unit/seal/seeded_random.hpp"

#include <QFile>
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

    void theShortCodeLeadsThere_data()
    {
        QTest::addColumn<QString>("host");
        for (const auto* host : {"10.0.0.0", "10.255.255.255", "100.64.0.1", "100.127.255.254", "172.16.0.1",
                                 "172.31.255.254", "192.168.0.1", "192.168.255.255", "169.254.3.4", "127.0.0.1"})
            QTest::newRow(host) << host;
    }
    void theShortCodeLeadsThere()
    {
        QFETCH(QString, host);
        SeededRandom random{4};
        for (const int port : {1, 4000, 65'535}) {
            const NearAddress address{host.toStdString(), static_cast<std::uint16_t>(port),
                                      seal::BoxKey::generate(random).publicKey()};
            const auto code = nearShort(address).value();
            QCOMPARE(code.size(), std::size_t{19}); // four groups of four
            auto reading = readNear(code);
            QVERIFY(reading.state == NearReading::State::whole);
            QCOMPARE(reading.place.host, address.host);
            QCOMPARE(reading.place.port, address.port);
            QCOMPARE(reading.place.mark, nearMark(address.key));
            QVERIFY(!reading.place.key);
            QVERIFY(readNear(nearText(address)).place == placeOf(address));
            // As people write.
            QString typed = QString::fromStdString(code).toLower().replace(QLatin1Char('0'), QLatin1Char('o'));
            typed.replace(QLatin1Char('1'), QLatin1Char('l')).replace(QLatin1Char('-'), QLatin1Char(' '));
            QVERIFY(readNear(typed.toStdString()).place == reading.place);
        }
    }
    // Whoever writes a client from the document comes to the same.
    void theVectorsOfTheProtocol()
    {
        std::array<std::uint8_t, seal::kSeedSize> seed{};
        seed.fill(9);
        const NearAddress address{"192.168.1.7", 40'123, seal::BoxKey::fromSeed(seed).publicKey()};
        const auto hello = nearHello(nearMark(address.key));
        const auto helloText = toBase64Url({reinterpret_cast<const std::uint8_t*>(hello.data()), hello.size()});
        const QStringList wanted{"near.code = " + QString::fromStdString(nearText(address)),
                                 "near.hello = " + QString::fromStdString(helloText),
                                 "near.mark = " + QString::number(nearMark(address.key)),
                                 "near.short = " + QString::fromStdString(nearShort(address).value())};
        QFile file(LIANXIN_SOURCE_DIR "/sync/wire/PROTOCOL.md");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(file.readAll());
        QVERIFY2(text.contains("~~~near-vectors\n" + wanted.join('\n') + "\n~~~"), qPrintable(wanted.join('\n')));
    }
    void everySlipIsFound()
    {
        SeededRandom random{5};
        const auto code = nearShort({"192.168.1.7", 40'123, seal::BoxKey::generate(random).publicKey()}).value();
        const std::string signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        for (std::size_t at = 0; at < code.size(); ++at) {
            if (code[at] == '-')
                continue;
            for (const char other : signs) {
                auto typed = code;
                typed[at] = other;
                QVERIFY((readNear(typed).state == NearReading::State::whole) == (other == code[at]));
            }
            auto swapped = code;
            const std::size_t next = at + 1 < code.size() && code[at + 1] == '-' ? at + 2 : at + 1;
            if (next < code.size() && code[next] != code[at]) {
                std::swap(swapped[at], swapped[next]);
                QVERIFY(readNear(swapped).state == NearReading::State::slip);
            }
            QVERIFY(readNear(code.substr(0, at)).state ==
                    (at == 0 ? NearReading::State::empty : NearReading::State::unfinished));
        }
        QVERIFY(readNear(code + "A").state == NearReading::State::slip);
    }
    void codesThatLeadAwayAreNone()
    {
        SeededRandom random{6};
        const auto key = seal::BoxKey::generate(random).publicKey();
        for (const auto* host : {"8.8.8.8", "172.32.0.1", "192.169.0.1", "11.0.0.1", "2001:db8::1"}) {
            QVERIFY(!nearShort({host, 4000, key}));
            QVERIFY(readNear(nearText({host, 4000, key})).state == NearReading::State::foreign);
        }
        QVERIFY(readNear(nearText({"fe80::1", 4000, key})).state == NearReading::State::whole);
        QVERIFY(readNear("LXNEAR2,192.168.1.7,4000,x").state == NearReading::State::newer);
        QVERIFY(readNear("LIANXIN:1:7K3QX").state == NearReading::State::foreign);
        QVERIFY(readNear("").state == NearReading::State::empty);
        QVERIFY(nearHello(1) != nearHello(2));
        QCOMPARE(nearHello(1).size(), kNearHelloBytes);
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
        for (const std::string& plain :
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

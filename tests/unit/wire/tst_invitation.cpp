// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/invitation.hpp"
#include "tests/unit/seal/seeded_random.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::wire;
using lianxin::test::SeededRandom;
using State = InvitationReading::State;

class InvitationTest : public QObject {
    Q_OBJECT
    SeededRandom m_random{11};

    InvitationText sample(std::size_t pins = 1, std::string address = "https://bridge.example.org:8443")
    {
        InvitationText text;
        text.realm = seal::Realm::demo;
        text.code = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        m_random.fill(text.user.bytes);
        m_random.fill(text.root.bytes);
        for (std::size_t i = 0; i < pins; ++i)
            m_random.fill(text.pins.emplace_back().bytes);
        text.address = std::move(address);
        return text;
    }
    // Where the letters of the groups stand in a written invitation.
    static std::vector<std::size_t> letters(const std::string& text)
    {
        std::vector<std::size_t> at;
        for (std::size_t i = 10; i < text.size(); ++i)
            if (text[i] != '-')
                at.push_back(i);
        return at;
    }

private slots:
    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<int>("pins");
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("one pin") << 1 << QByteArray("https://bridge.example.org:8443");
        QTest::newRow("two pins") << 2 << QByteArray("https://198.51.100.7");
        QTest::newRow("no port, IPv6") << 1 << QByteArray("https://[2001:db8::7]");
        QTest::newRow("loopback without TLS") << 0 << QByteArray("http://127.0.0.1:4000");
        for (int length = 1; length <= 20; ++length) // every number of left-over bits
            QTest::addRow("host of %d", length) << 1 << QByteArray("https://") + QByteArray(length, 'h');
    }
    void whatIsWrittenIsRead()
    {
        QFETCH(int, pins);
        QFETCH(QByteArray, address);
        for (const auto realm : {seal::Realm::demo, seal::Realm::production}) {
            auto invitation = sample(static_cast<std::size_t>(pins), address.toStdString());
            invitation.realm = realm;
            const auto text = writeInvitation(invitation);
            QVERIFY(text);
            const auto reading = readInvitation(*text);
            QCOMPARE(reading.state, State::whole);
            QVERIFY(reading.invitation == invitation);
        }
    }
    void handsAreForgiven()
    {
        const auto invitation = sample();
        const auto text = *writeInvitation(invitation);
        auto typed = QString::fromStdString(text).toLower();
        typed.replace(QLatin1Char('-'), QLatin1Char(' '));
        typed.insert(60, QLatin1Char('\n'));
        QVERIFY(readInvitation(typed.toStdString()).invitation == invitation);
        auto wide = QString::fromStdString(text);
        wide.replace(QLatin1Char(':'), QChar(0xff1a)).replace(QLatin1Char('-'), QChar(0x2014));
        QVERIFY(readInvitation(wide.toStdString()).invitation == invitation);
        auto slippery = text; // O for 0, l for 1, behind the head
        for (const auto at : letters(text))
            slippery[at] = text[at] == '0' ? 'O' : text[at] == '1' ? 'l' : text[at];
        QVERIFY(readInvitation(slippery).invitation == invitation);
        const auto message = "\xe6\x82\xa8\xe7\x9a\x84\xe7\x99\xbb\xe8\xae\xb0\xe7\xa0\x81\xef\xbc\x9a " + text;
        QVERIFY(readInvitation(message).invitation == invitation);
    }
    void eachSingleSlipIsFoundInItsGroup()
    {
        const auto text = *writeInvitation(sample());
        const auto at = letters(text);
        for (std::size_t i = 0; i < at.size(); ++i)
            for (const char other : std::string("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
                if (other == text[at[i]])
                    continue;
                auto typed = text;
                typed[at[i]] = other;
                const auto reading = readInvitation(typed);
                QCOMPARE(reading.state, State::slip);
                QCOMPARE(reading.group, i / 5 + 1);
            }
    }
    void aGroupLeftOutAndAStrangeLetterAreFound()
    {
        const auto text = *writeInvitation(sample());
        for (std::size_t group = 0; group + 1 < letters(text).size() / 5; ++group) {
            auto typed = text;
            typed.erase(10 + group * 6, 6);
            const auto reading = readInvitation(typed);
            QCOMPARE(reading.state, State::slip);
            QCOMPARE(reading.group, group + 1);
        }
        auto strange = text;
        strange[10 + 6 * 3] = '#';
        QCOMPARE(readInvitation(strange).group, std::size_t{4});
        QVERIFY(readInvitation(strange).slipped.empty());
        auto other = text; // the group is named as it was typed
        other[10 + 6 * 3] = other[10 + 6 * 3] == 'X' ? 'Y' : 'X';
        QCOMPARE(readInvitation(other).slipped, other.substr(10 + 6 * 3, 5));
        auto swapped = text; // a swap of two neighbours that differ
        const auto at = letters(text);
        std::size_t i = 0;
        while (text[at[i]] == text[at[i + 1]] || i % 5 == 4)
            ++i;
        std::swap(swapped[at[i]], swapped[at[i + 1]]);
        QCOMPARE(readInvitation(swapped).state, State::slip);
    }
    void theBeginningOfOneIsUnfinished()
    {
        const auto text = *writeInvitation(sample());
        QCOMPARE(readInvitation("").state, State::empty);
        QCOMPARE(readInvitation(" \n").state, State::empty);
        for (std::size_t size = 1; size < text.size(); ++size)
            QCOMPARE(readInvitation(text.substr(0, size)).state, State::unfinished);
        QCOMPARE(readInvitation(text.substr(0, 10 + 6 * 4)).groups, std::size_t{4});
    }
    void whatIsNoneIsSaidSo()
    {
        const auto text = *writeInvitation(sample());
        QCOMPARE(readInvitation("7Q4M-XN2P").state, State::foreign);
        QCOMPARE(readInvitation("https://example.org").state, State::foreign);
        QCOMPARE(readInvitation("LIANXIN:X").state, State::foreign);
        QCOMPARE(readInvitation("lianxin:2:ABCDE").state, State::newer);
        QCOMPARE(readInvitation(text + "-ABCDE").state, State::tooLong);
        QCOMPARE(readInvitation(std::string(100'000, 'A')).state, State::foreign);
        QCOMPARE(readInvitation("LIANXIN:1:" + std::string(100'000, 'A')).state, State::slip);
    }
    void whatCannotBeSaidIsNotWritten()
    {
        auto invitation = sample();
        invitation.address = "http://bridge.example.org";
        QVERIFY(!writeInvitation(invitation));
        invitation = sample(0);
        QVERIFY(!writeInvitation(invitation)); // TLS without an authority to believe in
        invitation = sample(3);
        QVERIFY(!writeInvitation(invitation));
        invitation = sample();
        invitation.code = "0123-4567";
        QVERIFY(!writeInvitation(invitation));
        invitation = sample();
        invitation.address = "https://" + std::string(200, 'h');
        QVERIFY(!writeInvitation(invitation));
        invitation = sample();
        invitation.user = {};
        QVERIFY(!writeInvitation(invitation));
    }
    void addresses_data()
    {
        QTest::addColumn<bool>("good");
        QTest::newRow("https://a.example") << true;
        QTest::newRow("https://a.example:1") << true;
        QTest::newRow("https://[::1]:8443") << true;
        QTest::newRow("http://localhost:1") << true;
        QTest::newRow("http://[::1]:1") << true;
        QTest::newRow("http://a.example") << false;
        QTest::newRow("http://127.0.0.1.example") << false;
        QTest::newRow("https://") << false;
        QTest::newRow("https://a.example/") << false;
        QTest::newRow("https://a.example:") << false;
        QTest::newRow("https://a.example:123456") << false;
        QTest::newRow("https://u@a.example") << false;
        QTest::newRow("https://a b") << false;
        QTest::newRow("ftp://a") << false;
        QTest::newRow("") << false;
    }
    void addresses()
    {
        QFETCH(bool, good);
        QCOMPARE(isServerAddress(QTest::currentDataTag()), good);
    }
};

QTEST_GUILESS_MAIN(InvitationTest)
#include "tst_invitation.moc"

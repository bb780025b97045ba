// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/certificate.hpp"
#include "tests/unit/seal/seeded_random.hpp"

#include <QtTest>

#include <functional>

using namespace lianxin;
using namespace lianxin::seal;
using lianxin::test::flipped;
using lianxin::test::SeededRandom;

class CertificateTest : public QObject {
    Q_OBJECT
    SeededRandom m_random{4};
    SignKey m_root{SignKey::generate(m_random)};
    SignKey m_issuer{SignKey::generate(m_random)};
    IssuerCertificate m_issuerCertificate{issueIssuer(m_root, Realm::demo, m_issuer.publicKey(), 1'760'000'000'000)};
    Hash m_pin{fingerprint(m_root.publicKey())};

    Certificate person()
    {
        Certificate c;
        c.kind = CertificateKind::person;
        c.user = m_random.id<UserId>();
        c.subject = c.user.text();
        c.signKey = SignKey::generate(m_random).publicKey();
        c.boxKey = BoxKey::generate(m_random).publicKey();
        c.role = "counsellor";
        c.validFrom = 1'760'000'000'001;
        return issue(m_issuer, c);
    }
    Certificate server()
    {
        Certificate c;
        c.kind = CertificateKind::server;
        c.subject = "bridge.example";
        c.signKey = SignKey::generate(m_random).publicKey();
        return issue(m_issuer, c);
    }

private slots:
    void theChainHolds()
    {
        QVERIFY(verifyIssuer(m_pin, m_issuerCertificate));
        for (const auto& c : {person(), server()}) {
            QVERIFY(verifyCertificate(m_issuer.publicKey(), c));
            QVERIFY(verifyChain(m_pin, m_issuerCertificate, c));
        }
    }

    void anotherRootIssuerOrRealmIsRefused()
    {
        const auto c = person();
        const auto other = SignKey::generate(m_random);
        QVERIFY(!verifyIssuer(fingerprint(other.publicKey()), m_issuerCertificate));
        QVERIFY(!verifyIssuer(m_pin, issueIssuer(other, Realm::demo, m_issuer.publicKey(), 1)));
        QVERIFY(!verifyCertificate(other.publicKey(), c));
        QVERIFY(!verifyChain(m_pin, issueIssuer(m_root, Realm::production, m_issuer.publicKey(), 1), c));
        auto grafted = issueIssuer(other, Realm::demo, m_issuer.publicKey(), 1);
        grafted.root = m_root.publicKey();
        QVERIFY(!verifyIssuer(m_pin, grafted));
    }

    void everyMemberIsSigned()
    {
        const auto c = person();
        const std::function<void(Certificate&)> changes[] = {
            [](auto& x) { x.kind = CertificateKind::replica; },
            [](auto& x) { x.realm = Realm::production; },
            [](auto& x) { x.subject += "x"; },
            [](auto& x) { x.user.bytes[0] ^= 1; },
            [](auto& x) { x.signKey.bytes[0] ^= 1; },
            [](auto& x) { x.boxKey.bytes[0] ^= 1; },
            [](auto& x) { x.role = "supervisor"; },
            [](auto& x) { x.validFrom += 1; },
            [](auto& x) { x.signature.bytes[0] ^= 1; },
            [](auto& x) { x.boxKey = {}; },
            [](auto& x) { x.user = {}; },
        };
        for (const auto& change : changes) {
            auto other = c;
            change(other);
            QVERIFY(!verifyCertificate(m_issuer.publicKey(), other));
        }
    }

    void textsRoundTrip()
    {
        for (const auto& c : {person(), server()}) {
            const auto parsed = parseCertificate(certificateText(c));
            QVERIFY(parsed && *parsed == c);
        }
        const auto parsed = parseIssuerCertificate(issuerCertificateText(m_issuerCertificate));
        QVERIFY(parsed && *parsed == m_issuerCertificate);
    }

    void cutOrChangedTextsNeverHold()
    {
        const auto text = certificateText(person());
        for (std::size_t size = 0; size < text.size(); ++size)
            QVERIFY(!parseCertificate(text.substr(0, size)));
        for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
            const auto parsed = parseCertificate(flipped(text, bit));
            QVERIFY2(!parsed || !verifyCertificate(m_issuer.publicKey(), *parsed),
                     qPrintable(QString("bit %1").arg(bit)));
        }
        const auto issuer = issuerCertificateText(m_issuerCertificate);
        for (std::size_t bit = 0; bit < issuer.size() * 8; ++bit) {
            const auto parsed = parseIssuerCertificate(flipped(issuer, bit));
            QVERIFY2(!parsed || !verifyIssuer(m_pin, *parsed), qPrintable(QString("bit %1").arg(bit)));
        }
    }

    void badTexts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const auto good = QByteArray::fromStdString(certificateText(person()));
        const int bad = static_cast<int>(Errc::invalidInput);
        const auto row = [&](const char* name, QByteArray text, int code) { QTest::newRow(name) << text << code; };
        row("empty", "", bad);
        row("array", "[]", bad);
        row("no version", "{}", bad);
        row("version 0", QByteArray(good).replace("\"v\":1", "\"v\":0"), bad);
        row("version 2", QByteArray(good).replace("\"v\":1", "\"v\":2"), static_cast<int>(Errc::upgradeNeeded));
        row("unknown kind", QByteArray(good).replace("person", "robots"), bad);
        row("unknown realm", QByteArray(good).replace("demo", "test"), bad);
        row("unknown member", QByteArray(good).replace("\"v\":1", "\"v\":1,\"w\":1"), bad);
        row("white space", QByteArray(good).replace("\"v\":1", "\"v\": 1"), bad);
        row("duplicate", QByteArray(good).replace("\"v\":1", "\"v\":1,\"v\":1"), bad);
        row("long subject", QByteArray(good).replace("counsellor", QByteArray(300, 'x')), bad);
    }
    void badTexts()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto parsed = parseCertificate(text.toStdString());
        QVERIFY(!parsed);
        QCOMPARE(static_cast<int>(parsed.error().code), code);
    }
};

QTEST_APPLESS_MAIN(CertificateTest)
#include "tst_certificate.moc"

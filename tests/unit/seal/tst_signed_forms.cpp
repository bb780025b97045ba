// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/signed_forms.hpp"
#include "tests/unit/seal/seeded_random.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::seal;
using lianxin::test::SeededRandom;

class SignedFormsTest : public QObject {
    Q_OBJECT
    SeededRandom m_random{5};
    SignKey m_root{SignKey::generate(m_random)};
    SignKey m_issuer{SignKey::generate(m_random)};
    IssuerCertificate m_certificate{issueIssuer(m_root, Realm::production, m_issuer.publicKey(), 1'760'000'000'000)};

    SignedForms forms() const
    {
        SignedForms forms;
        forms.realm = Realm::production;
        forms.version = 7;
        forms.signedAt = 1'790'000'000'000;
        forms.files = {{"catalogue/census.json", "{\"number\": 10000}\n"}, {"codes/census_yes.json", "{}"}};
        return signForms(m_issuer, forms);
    }

private slots:
    void believedAndReadBack()
    {
        const auto signedForms = forms();
        QVERIFY(verifyForms(m_certificate, signedForms));
        const auto read = parseSignedForms(signedFormsText(signedForms));
        QVERIFY(read);
        QVERIFY(*read == signedForms);
        QVERIFY(verifyForms(m_certificate, *read));
    }

    void anythingElseIsNot_data()
    {
        QTest::addColumn<int>("what");
        int row = 0;
        for (const char* name : {"realm", "version", "moment", "text", "name", "file more", "file less", "signature"})
            QTest::newRow(name) << row++;
    }
    void anythingElseIsNot()
    {
        QFETCH(int, what);
        auto changed = forms();
        switch (what) {
        case 0: changed.realm = Realm::demo; break;
        case 1: ++changed.version; break;
        case 2: ++changed.signedAt; break;
        case 3: changed.files["codes/census_yes.json"] = "{ }"; break;
        case 4:
            changed.files["codes/census_no.json"] = changed.files["codes/census_yes.json"];
            changed.files.erase("codes/census_yes.json");
            break;
        case 5: changed.files["codes/more.json"] = "{}"; break;
        case 6: changed.files.erase("codes/census_yes.json"); break;
        default: changed.signature.bytes[3] ^= 1U; break;
        }
        QVERIFY(!verifyForms(m_certificate, changed));
    }

    void ofAnotherIssuerOrRealm()
    {
        const auto stranger = SignKey::generate(m_random);
        QVERIFY(!verifyForms(issueIssuer(m_root, Realm::production, stranger.publicKey(), 1), forms()));
        // Signed well, but as a document of the demonstration.
        auto demo = forms();
        demo.realm = Realm::demo;
        QVERIFY(!verifyForms(m_certificate, signForms(m_issuer, demo)));
    }

    void strangeTexts_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto good = QByteArray::fromStdString(signedFormsText(forms()));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("space") << good + " ";
        QTest::newRow("later") << QByteArray(good).replace("\"v\":1", "\"v\":2");
        QTest::newRow("no version") << QByteArray(good).replace("\"n\":7", "\"n\":0");
        QTest::newRow("unknown member") << QByteArray(good).replace("\"v\":1", "\"v\":1,\"w\":1");
        QTest::newRow("file that is no text") << QByteArray(good).replace("\"{}\"", "1");
        QTest::newRow("cut") << good.left(good.size() / 2);
    }
    void strangeTexts()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseSignedForms(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))));
    }
};

QTEST_APPLESS_MAIN(SignedFormsTest)
#include "tst_signed_forms.moc"

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/enrolment.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/keys.hpp"
#include "sync/seal/request.hpp"
#include "tests/unit/seal/seeded_random.hpp"

#include <QtTest>

#include <set>

using namespace lianxin;
using namespace lianxin::seal;
using lianxin::test::flipped;
using lianxin::test::SeededRandom;

class KeysTest : public QObject {
    Q_OBJECT
    SeededRandom m_random{1};

    static std::string hex(std::string_view bytes)
    {
        return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex().toStdString();
    }

private slots:
    // Known answers from RFC 7693 (as BLAKE2b-256 of libsodium and coreutils' b2sum -l 256) and RFC 8032.
    void blake2bIsTheStandardOne()
    {
        QCOMPARE(hex(blake2b("").raw()),
                 std::string("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
        QCOMPARE(hex(blake2b("abc").raw()),
                 std::string("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
        QVERIFY(Blake2b().add("a").add("bc").finish() == blake2b("abc"));
    }

    void fieldsNeverRunTogether()
    {
        const auto hash = [](std::string_view a, std::string_view b) { return Blake2b().field(a).field(b).finish(); };
        QVERIFY(hash("ab", "c") != hash("a", "bc"));
        QVERIFY(hash("", "abc") != hash("abc", ""));
        QVERIFY(Blake2b().number(1).finish() == blake2b(std::string_view("\0\0\0\0\0\0\0\1", 8)));
        QVERIFY(Blake2b().field("x").finish() == blake2b(std::string_view("\0\0\0\0\0\0\0\1x", 9)));
    }

    void ed25519IsTheStandardOne()
    {
        const auto seed = QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        std::array<std::uint8_t, kSeedSize> bytes{};
        std::copy(seed.begin(), seed.end(), bytes.begin());
        const auto key = SignKey::fromSeed(bytes);
        QCOMPARE(hex(key.publicKey().raw()),
                 std::string("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        QCOMPARE(hex(key.sign("").raw()),
                 std::string("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                             "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"));
        const auto again = key.seed();
        QVERIFY(std::equal(again.span().begin(), again.span().end(), bytes.begin(), bytes.end()));
    }

    void signaturesHoldForOneKeyAndOneMessage()
    {
        const auto key = SignKey::generate(m_random);
        const auto other = SignKey::generate(m_random);
        const auto signature = key.sign("message");
        QVERIFY(verify(key.publicKey(), "message", signature));
        QVERIFY(!verify(other.publicKey(), "message", signature));
        QVERIFY(!verify(key.publicKey(), "messagf", signature));
        QVERIFY(!verify(PublicSignKey{}, "message", signature));
        for (std::size_t bit = 0; bit < 512; ++bit) {
            const auto changed = core::Signature::fromRaw(flipped(std::string(signature.raw()), bit));
            QVERIFY2(!verify(key.publicKey(), "message", *changed), qPrintable(QString("bit %1").arg(bit)));
        }
    }

    void sealedBoxesOpenForTheirReaderOnly()
    {
        const auto reader = BoxKey::generate(m_random);
        const auto other = BoxKey::generate(m_random);
        const std::array<std::uint8_t, 5> message{1, 2, 3, 4, 5};
        const auto sealed = sealTo(reader.publicKey(), message, m_random);
        QVERIFY(sealed && sealed->size() == message.size() + kSealOverhead);
        const auto opened = reader.open(*sealed);
        QVERIFY(opened && std::equal(opened->span().begin(), opened->span().end(), message.begin(), message.end()));
        QVERIFY(other.open(*sealed).error().code == Errc::wrongSecret);
        for (std::size_t size = 0; size < sealed->size(); ++size)
            QVERIFY(!reader.open(std::string_view(*sealed).substr(0, size)));
        for (std::size_t bit = 0; bit < sealed->size() * 8; ++bit)
            QVERIFY(!reader.open(flipped(*sealed, bit)));
        QVERIFY(!sealTo(PublicBoxKey{}, message, m_random)); // a point of small order
        const auto same = BoxKey::fromSeed(std::span<const std::uint8_t, kSeedSize>(reader.seed().data(), kSeedSize));
        QVERIFY(same.publicKey() == reader.publicKey());
    }

    void requestsBindEverythingTheySay()
    {
        const auto key = SignKey::generate(m_random);
        const auto replica = m_random.id<ReplicaId>();
        const auto auth = signRequest(key, replica, 7, "POST", "/v1/push", "{}");
        const auto holds = [&](const RequestAuth& a, const char* method, const char* path, const char* body) {
            return verifyRequest(key.publicKey(), a, method, path, body);
        };
        QVERIFY(holds(auth, "POST", "/v1/push", "{}"));
        QVERIFY(!holds(auth, "GET", "/v1/push", "{}"));
        QVERIFY(!holds(auth, "POST", "/v1/pull", "{}"));
        QVERIFY(!holds(auth, "POST", "/v1/push", "{ }"));
        QVERIFY(!holds({replica, 8, auth.signature}, "POST", "/v1/push", "{}"));
        QVERIFY(!holds({m_random.id<ReplicaId>(), 7, auth.signature}, "POST", "/v1/push", "{}"));
        const auto parsed = parseAuth(formatAuth(auth));
        QVERIFY(parsed && *parsed == auth);
    }

    void malformedRequestHeaders_data()
    {
        const auto auth = signRequest(SignKey::generate(m_random), m_random.id<ReplicaId>(), 7, "POST", "/", "");
        const auto id = auth.replica.text();
        const auto sig = auth.signature.text();
        QTest::addColumn<QString>("header");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QString::fromStdString(text);
        };
        row("empty", "");
        row("one part", id);
        row("two parts", id + ".7");
        row("four parts", id + ".7." + sig + ".x");
        row("no counter", id + ".." + sig);
        row("counter 0", id + ".0." + sig);
        row("leading zero", id + ".07." + sig);
        row("sign", id + ".+7." + sig);
        row("negative", id + ".-7." + sig);
        row("too large", id + ".18446744073709551616." + sig);
        row("padding", id + ".7." + sig + "=");
        row("short signature", id + ".7." + sig.substr(1));
        row("short id", id.substr(1) + ".7." + sig);
        row("spaces", " " + id + ".7." + sig);
    }
    void malformedRequestHeaders()
    {
        QFETCH(QString, header);
        const auto parsed = parseAuth(header.toStdString());
        QVERIFY(!parsed && parsed.error().code == Errc::invalidInput);
    }

    void enrolmentProvesTheWholeClaim()
    {
        const auto key = SignKey::generate(m_random);
        const EnrolClaim claim{key.publicKey(), SignKey::generate(m_random).publicKey(),
                               BoxKey::generate(m_random).publicKey(), "tablet 3", Realm::demo};
        const auto proof = signEnrolment(key, "CODE", claim);
        QVERIFY(verifyEnrolment("CODE", claim, proof));
        QVERIFY(!verifyEnrolment("CODF", claim, proof));
        auto other = claim;
        other.label = "tablet 4";
        QVERIFY(!verifyEnrolment("CODE", other, proof));
        other = claim;
        other.expected = Realm::production;
        QVERIFY(!verifyEnrolment("CODE", other, proof));
        other = claim;
        other.personBox.reset();
        QVERIFY(!verifyEnrolment("CODE", other, proof));
        other = claim;
        other.replicaKey = SignKey::generate(m_random).publicKey();
        QVERIFY(!verifyEnrolment("CODE", other, proof));
    }

    void checkWordsDifferForOtherKeys()
    {
        std::set<CheckWords> seen;
        const auto server = SignKey::generate(m_random).publicKey();
        for (int i = 0; i < 200; ++i) {
            const auto words = checkWords(SignKey::generate(m_random).publicKey(), server);
            QVERIFY(std::all_of(words.begin(), words.end(), [](auto word) { return word < 2048; }));
            seen.insert(words);
        }
        QCOMPARE(seen.size(), std::size_t{200});
    }
};

QTEST_APPLESS_MAIN(KeysTest)
#include "tst_keys.moc"

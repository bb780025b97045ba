// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/json.hpp"
#include "sync/wire/enrol.hpp"
#include "sync/wire/limits.hpp"
#include "tests/unit/seal/seeded_random.hpp"

#include <QtTest>

#include <functional>

using namespace lianxin;
using namespace lianxin::seal;
using namespace lianxin::wire;
using lianxin::test::SeededRandom;

class EnrolCodecTest : public QObject {
    Q_OBJECT
    SeededRandom m_random{5};
    SignKey m_root{SignKey::generate(m_random)};
    SignKey m_issuer{SignKey::generate(m_random)};
    SignKey m_receipt{SignKey::generate(m_random)};
    SignKey m_replica{SignKey::generate(m_random)};
    Hash m_pin{fingerprint(m_root.publicKey())};

    EnrolRequest request()
    {
        EnrolRequest request;
        request.code = "7Q4M-XN2P-11";
        request.replicaKey = m_replica.publicKey();
        request.personSign = SignKey::generate(m_random).publicKey();
        request.personBox = BoxKey::generate(m_random).publicKey();
        request.label = "\xe5\xb9\xb3\xe6\x9d\xbf 3";
        request.expected = Realm::demo;
        request.proof = signEnrolment(m_replica, request.code, request.claim());
        return request;
    }
    EnrolReply reply(Realm realm = Realm::demo)
    {
        EnrolReply reply;
        reply.replica = m_random.id<ReplicaId>();
        reply.user = m_random.id<UserId>();
        reply.displayName = "\xe6\x9e\x97";
        reply.role = "village_worker";
        reply.epoch = m_random.id<EpochId>();
        reply.issuer = issueIssuer(m_root, realm, m_issuer.publicKey(), 1);
        Certificate server;
        server.kind = CertificateKind::server;
        server.realm = realm;
        server.subject = "bridge.example";
        server.signKey = m_receipt.publicKey();
        reply.server = issue(m_issuer, server);
        reply.granted = {PartitionId::directory(), *PartitionId::parse("v:350128001201")};
        reply.scopeGeneration = 4;
        reply.words = checkWords(m_replica.publicKey(), m_receipt.publicKey());
        reply.catalogue = 1;
        reply.serverTime = 1'790'000'000'000;
        return reply;
    }

private slots:
    void requestsRoundTrip()
    {
        for (const bool withPerson : {true, false}) {
            auto sent = request();
            if (!withPerson) {
                sent.personSign.reset();
                sent.personBox.reset();
                sent.proof = signEnrolment(m_replica, sent.code, sent.claim());
            }
            const auto bytes = encodeEnrolRequest(sent);
            QVERIFY(isCanonicalJson(bytes));
            const auto back = decodeEnrolRequest(bytes);
            QVERIFY(back);
            QVERIFY(back->code == sent.code && back->label == sent.label && back->personSign == sent.personSign &&
                    back->personBox == sent.personBox);
            QVERIFY(verifyEnrolment(back->code, back->claim(), back->proof));
        }
    }

    void repliesRoundTrip()
    {
        const auto sent = reply();
        const auto bytes = encodeEnrolReply(sent);
        QVERIFY(isCanonicalJson(bytes));
        const auto back = decodeEnrolReply(bytes);
        QVERIFY(back && encodeEnrolReply(*back) == bytes);
        QVERIFY(back->server == sent.server && back->issuer == sent.issuer && back->granted == sent.granted &&
                back->words == sent.words);
        QVERIFY(checkEnrolReply(*back, request(), m_pin));
    }

    void falseServersAreRefused()
    {
        const std::function<void(EnrolReply&)> changes[] = {
            [&](auto& r) { r.issuer = issueIssuer(SignKey::generate(m_random), Realm::demo, m_issuer.publicKey(), 1); },
            [&](auto& r) { r.server.signKey = m_replica.publicKey(); },
            [&](auto& r) { r = reply(Realm::production); },
            [&](auto& r) { r.words[5] = static_cast<std::uint16_t>(r.words[5] ^ 1U); },
            [&](auto& r) {
                r.server.kind = CertificateKind::relay;
                r.server = issue(m_issuer, r.server);
            },
        };
        for (const auto& change : changes) {
            auto r = reply();
            change(r);
            QVERIFY(checkEnrolReply(r, request(), m_pin).error().code == Errc::notAllowed);
        }
        QVERIFY(!checkEnrolReply(reply(), request(), Hash{}));
    }

    void cutsAreRefused()
    {
        const auto a = encodeEnrolRequest(request());
        for (std::size_t size = 0; size < a.size(); ++size)
            QVERIFY(!decodeEnrolRequest(std::string_view(a).substr(0, size)));
        const auto b = encodeEnrolReply(reply());
        for (std::size_t size = 0; size < b.size(); ++size)
            QVERIFY(!decodeEnrolReply(std::string_view(b).substr(0, size)));
    }

    void badOnes_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("reply");
        const auto a = QByteArray::fromStdString(encodeEnrolRequest(request()));
        const auto b = QByteArray::fromStdString(encodeEnrolReply(reply()));
        const auto requestRow = [&](const char* name, const char* from, const QByteArray& to) {
            QVERIFY2(a.contains(from), name);
            QTest::newRow(name) << QByteArray(a).replace(from, to) << QByteArray();
        };
        const auto replyRow = [&](const char* name, const char* from, const QByteArray& to) {
            QVERIFY2(b.contains(from), name);
            QTest::newRow(name) << QByteArray() << QByteArray(b).replace(from, to);
        };
        requestRow("long code", "7Q4M", QByteArray(100, 'x'));
        requestRow("third realm", "\"demo\"", "\"test\"");
        requestRow("no proof", "\"proof\"", "\"prooof\"");
        requestRow("short key", "\"replicaKey\":\"", "\"replicaKey\":\"A");
        requestRow("long label", " 3", QByteArray(300, 'x'));
        requestRow("code is a number", "\"7Q4M-XN2P-11\"", "7");
        replyRow("word out of range", "\"words\":[", "\"words\":[2048,");
        replyRow("five words", "\"words\":[", "\"words\":[],\"x\":[");
        replyRow("malformed partition", "p:35", "p:3");
        replyRow("certificate of another version", "\"v\":1", "\"v\":2");
        replyRow("server is a text", "\"server\":{", "\"server\":\"x\",\"y\":{");
        replyRow("negative scope", "\"scope\":4", "\"scope\":-4");
    }
    void badOnes()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, reply);
        if (!request.isEmpty())
            QVERIFY(!decodeEnrolRequest(request.toStdString()));
        else
            QVERIFY(!decodeEnrolReply(reply.toStdString()));
    }
};

QTEST_APPLESS_MAIN(EnrolCodecTest)
#include "tst_enrol_codec.moc"

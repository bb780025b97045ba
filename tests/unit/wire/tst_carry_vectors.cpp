// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/hash.hpp"
#include "sync/seal/sealed_segment.hpp"
#include "sync/seal/segment_seal.hpp"
#include "sync/wire/carry_messages.hpp"
#include "sync/wire/shelf_messages.hpp"
#include "tests/unit/wire/counting_random.hpp"

#include <QFile>
#include <QtTest>

#include <map>

using namespace lianxin;
using namespace lianxin::seal;
using namespace lianxin::wire;

using lianxin::test::CountingRandom;

namespace {

template <typename Id> Id filled(std::uint8_t byte)
{
    Id id;
    id.bytes.fill(byte);
    return id;
}

template <typename Key> Key keyOf(std::uint8_t byte)
{
    std::array<std::uint8_t, kSeedSize> seed{};
    seed.fill(byte);
    return Key::fromSeed(seed);
}

std::string base64(std::string_view bytes)
{
    return toBase64Url({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

} // namespace

// The vectors of PROTOCOL.md 15.7 are made here, and the document is compared with them.
class CarryVectorsTest : public QObject {
    Q_OBJECT
    using Vectors = std::map<std::string, std::string>;

    const SignKey m_replica{keyOf<SignKey>(0x01)};
    const SignKey m_receipt{keyOf<SignKey>(0x02)};
    const SignKey m_issuer{keyOf<SignKey>(0x03)};
    const SignKey m_root{keyOf<SignKey>(0x04)};
    const SignKey m_relay{keyOf<SignKey>(0x07)};
    const BoxKey m_province{keyOf<BoxKey>(0x08)};

    Certificate certificate(CertificateKind kind) const
    {
        Certificate made;
        made.kind = kind;
        made.validFrom = 1'790'000'000'000;
        made.signKey = kind == CertificateKind::relay ? m_relay.publicKey() : m_replica.publicKey();
        made.subject = kind == CertificateKind::relay ? "https://relay.example:7444" : filled<ReplicaId>(0x21).text();
        if (kind == CertificateKind::relay)
            made.role = "t:350128001";
        else
            made.user = filled<UserId>(0x24);
        return issue(m_issuer, made);
    }

    Vectors make() const
    {
        Vectors out;
        CountingRandom random;
        const CarriedLabel label{filled<ReplicaId>(0x21), filled<EpochId>(0x23), 1, 2, filled<Hash>(0x52)};
        const auto bytes = *sealCarried(m_replica, label, certificate(CertificateKind::replica), "push",
                                        m_province.publicKey(), random);
        const auto envelope = *parseCarried(bytes);
        out["key.province"] = m_province.publicKey().text();
        out["key.relay"] = m_relay.publicKey().text();
        out["relay"] = certificateText(certificate(CertificateKind::relay));
        out["carried"] = base64(bytes);
        out["carried.hash"] = envelope.hash.text();
        out["carry"] = encodeCarryRequest({certificateText(envelope.author), {bytes}, {label.replica}});
        CarryReply reply;
        reply.certificate = out["relay"];
        reply.answers.resize(1);
        reply.answers[0].carried = signCarriedReceipt(m_relay, envelope);
        out["carry.reply"] = encodeCarryReply(reply);
        const auto segment = segmentHash("bytes");
        out["shelf.name"] = sealedSegmentName(segment).text();
        out["shelf.bytes"] = base64(sealSegment(segment, "bytes"));
        out["shelf.ask"] = encodeShelfAsk({{}, sealedSegmentName(segment), 2});
        return out;
    }

    static Vectors read()
    {
        QFile file(LIANXIN_SOURCE_DIR "/sync/wire/PROTOCOL.md");
        Vectors out;
        bool isInside = false;
        if (file.open(QIODevice::ReadOnly))
            while (!file.atEnd()) {
                const auto line = file.readLine().trimmed();
                if (line.startsWith("~~~"))
                    isInside = line == "~~~carry-vectors";
                else if (isInside)
                    out[line.left(line.indexOf(" = ")).toStdString()] = line.mid(line.indexOf(" = ") + 3).toStdString();
            }
        return out;
    }

private slots:
    void theDocumentSaysWhatTheCodeDoes()
    {
        QStringList wrong;
        const auto written = read();
        for (const auto& [name, value] : make())
            if (const auto found = written.find(name); found == written.end() || found->second != value)
                wrong << QString::fromStdString(name + " = " + value);
        if (!wrong.isEmpty())
            qWarning().noquote() << "PROTOCOL.md should say:\n" + wrong.join('\n');
        QVERIFY(wrong.isEmpty() && written.size() == make().size());
    }

    // From the document's bytes alone, as another client would.
    void theDocumentsBytesAreAccepted()
    {
        auto v = read();
        const auto issuer = issueIssuer(m_root, Realm::demo, m_issuer.publicKey(), 1);
        const auto request = decodeCarryRequest(v["carry"]);
        QVERIFY(request && base64(request->envelopes.at(0)) == v["carried"]);
        const auto envelope = parseCarried(request->envelopes.at(0));
        QVERIFY(envelope && verifyCarried(*envelope, issuer) && envelope->hash.text() == v["carried.hash"]);
        QCOMPARE(openCarried(*envelope, m_province).value(), std::string("push"));
        const auto reply = decodeCarryReply(v["carry.reply"]);
        const auto relay = parseCertificate(reply->certificate);
        QVERIFY(relay && verifyCertificate(m_issuer.publicKey(), *relay) && relay->signKey.text() == v["key.relay"]);
        QVERIFY(verifyCarriedReceipt(relay->signKey, *reply->answers.at(0).carried));
        QCOMPARE(openSegment(segmentHash("bytes"), *fromBase64Url(v["shelf.bytes"])).value(), std::string("bytes"));
    }
};

QTEST_APPLESS_MAIN(CarryVectorsTest)
#include "tst_carry_vectors.moc"

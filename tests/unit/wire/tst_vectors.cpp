// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/seal/envelope.hpp"
#include "sync/seal/request.hpp"
#include "sync/seal/segment_seal.hpp"
#include "sync/wire/changeset_codec.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/id_split.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/segment_codec.hpp"
#include "sync/wire/segment_messages.hpp"
#include "tests/unit/wire/blob_vectors.hpp"
#include "tests/unit/wire/counting_random.hpp"
#include "tests/unit/wire/short_push_vectors.hpp"

#include <QFile>
#include <QtTest>

#include <map>
#include <string>

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

const ReplicaId kReplica = filled<ReplicaId>(0x21);
const ReplicaId kOther = filled<ReplicaId>(0x22);
const EpochId kEpoch = filled<EpochId>(0x23);
const UserId kUser = filled<UserId>(0x24);
const UserId kReader = filled<UserId>(0x25);
const RecordId kRecord = filled<RecordId>(0x31);
const RecordId kChild = filled<RecordId>(0x32);
constexpr Millis kTime = 1'790'000'000'000;

core::Write write(std::uint32_t number, std::string element, Value value)
{
    core::Write made;
    made.key.number = number;
    made.key.element = std::move(element);
    made.value = std::move(value);
    return made;
}

core::RecordChange change(RecordId record, std::uint32_t type, std::vector<core::Write> writes)
{
    core::RecordChange made;
    made.record = record;
    made.root = kRecord;
    made.type = type;
    made.partition = *PartitionId::parse("v:350128001201");
    made.writes = std::move(writes);
    return made;
}

core::Changeset changeset(std::uint64_t number)
{
    core::Changeset c;
    c.dot = {kReplica, number};
    c.user = kUser;
    c.catalogue = 1;
    c.scopeGeneration = 3;
    c.hlc = (kTime + static_cast<Millis>(number)) << 16U;
    c.deviceTime = kTime + static_cast<Millis>(number);
    c.clockOffset = -250;
    c.pasts.resize(1);
    if (number > 1)
        c.pasts[0].addRange(kReplica, 1, number - 1);
    c.pasts[0].addRange(kOther, 1, 4);
    c.pasts[0].addRange(kOther, 6, 7);
    c.changes.push_back(
        change(kRecord, 3, {write(52, {}, Value::fromText("13800000000")), write(60, "4", Value::fromBool(true))}));
    c.changes.push_back(
        change(kChild, 4, {write(10, {}, *Value::fromCanonical("{\"11\":\"\xe5\xae\xb6\",\"12\":null}"))}));
    if (number == 2)
        c.why = "moved";
    return c;
}

} // namespace

// The vectors of PROTOCOL.md are made here, and the document is compared with them: neither can drift from the other.
class VectorsTest : public QObject {
    Q_OBJECT
    using Vectors = std::map<std::string, std::string>;

    const SignKey m_replica{keyOf<SignKey>(0x01)};
    const SignKey m_receipt{keyOf<SignKey>(0x02)};
    const SignKey m_issuer{keyOf<SignKey>(0x03)};
    const SignKey m_root{keyOf<SignKey>(0x04)};
    const SignKey m_person{keyOf<SignKey>(0x05)};
    const BoxKey m_reader{keyOf<BoxKey>(0x06)};

    core::Parcel parcel() const
    {
        core::Parcel p;
        p.replica = kReplica;
        p.first = 1;
        p.seed = filled<core::BlindingSeed>(0x41);
        p.bodies = {encodeChangeset(changeset(1)), encodeChangeset(changeset(2))};
        p.head = chainOf(p).back();
        p.signature = signParcel(m_replica, p);
        return p;
    }

    void addChain(Vectors& out) const
    {
        const auto p = parcel();
        out["body.1"] = p.bodies[0];
        out["body.2"] = p.bodies[1];
        out["blinding.1"] = blinding(p.seed, 1).text();
        out["commitment.1"] = commitment(p.seed, 1, p.bodies[0]).text();
        out["chain.1"] = chainOf(p)[0].text();
        out["chain.2"] = chainOf(p)[1].text();
        out["parcel.signature"] = p.signature.text();
        out["parcel"] = encodeParcel(p);
        auto erased = p;
        erased.seed = {};
        erased.remains = {commitment(p.seed, 1, p.bodies[0]), blinding(p.seed, 2)};
        erased.bodies[0].clear();
        out["parcel.erased"] = encodeParcel(erased);
        out["feed"] = feedHash(Hash{}, kRecord, 1, "registers").text();
    }

    void addMessages(Vectors& out) const
    {
        core::PushRequest push;
        push.epoch = kEpoch;
        push.parcels = {parcel()};
        out["push"] = encodePushRequest(push);
        const auto auth = signRequest(m_replica, kReplica, 5, "POST", "/v1/push", out["push"]);
        out["push.header"] = formatAuth(auth);
        core::PushReply pushed;
        pushed.receipt = signReceipt(m_receipt, kEpoch, kReplica, 2, parcel().head);
        pushed.outcomes = {{2, core::Outcome::conflicted, core::QuarantineReason::none}};
        pushed.serverTime = kTime;
        out["receipt.signature"] = pushed.receipt.signature.text();
        out["push.reply"] = encodePushReply(pushed, push);
        out["backup.signature"] = signMark(m_receipt, kEpoch, kReplica, {2, parcel().head, 0, {}}).text();

        core::PullRequest pull;
        pull.epoch = kEpoch;
        pull.cursors = {{PartitionId::directory(), 0, 0, {}},
                        {*PartitionId::parse("v:350128001201"), 8, 8, filled<Hash>(0x51)}};
        out["pull"] = encodePullRequest(pull);
        out["pull.reply"] = encodePullReply(reply(pull), pull);
        pull.unchanged = cursorDigest(pull.cursors);
        out["pull.unchanged"] = encodePullRequest(pull);
        out["error"] = encodeErrorReply({"epoch-changed", "the server was restored", kEpoch, std::nullopt});
    }

    lianxin::test::ShortPushVector third() const
    {
        return lianxin::test::shortPushVector(m_replica, changeset(3), kEpoch, parcel().head);
    }

    static core::PullReply reply(const core::PullRequest& asked)
    {
        core::RecordState row;
        row.record = kChild;
        row.root = kRecord;
        row.type = 4;
        row.partition = asked.cursors[1].partition;
        const core::Hlc hlc = kTime << 16U;
        auto& phone = row.at({52, {}});
        phone.heads = {{{kReplica, 2}, kUser, hlc + 65536, Value::fromText("1")},
                       {{kOther, 7}, kReader, hlc, Value::fromText("2")}};
        phone.note.emplace();
        phone.note->before = core::Head{{kReplica, 1}, kUser, hlc, Value::null()};
        phone.note->whys.emplace_back(Dot{kReplica, 2}, "moved");
        auto& element = row.at({60, "4"});
        element.heads = {{{kReplica, 2}, kUser, hlc + 65536, Value::fromBool(true)}};
        element.exceptions.add({kOther, 9});
        core::Frame frame;
        frame.partition = row.partition;
        frame.from = 8;
        frame.to = 9;
        frame.chain = filled<Hash>(0x52);
        frame.atHead = true;
        frame.vector.addRange(kReplica, 1, 2);
        frame.vector.addRange(kOther, 1, 4);
        frame.vector.addRange(kOther, 6, 7);
        frame.rows = {row};
        core::PullReply reply;
        reply.epoch = asked.epoch;
        reply.held = 3;
        reply.heldHash = filled<Hash>(0x53);
        reply.withdrawn = {{kOther, 5}};
        reply.quarantined = {{3, core::Outcome::quarantined, core::QuarantineReason::notAllowed}};
        reply.scopeGeneration = 3;
        reply.granted = {PartitionId::directory(), row.partition};
        reply.frames = {frame};
        reply.more = true;
        reply.serverTime = kTime;
        return reply;
    }

    void addSegments(Vectors& out) const
    {
        core::PullRequest asked;
        asked.cursors.resize(2);
        asked.cursors[1].partition = *PartitionId::parse("v:350128001201");
        const auto frame = reply(asked).frames.front();
        SegmentRow root{0, {kRecord, kRecord, 3, {}, {}}};
        root.record.at({1, {}}).heads = {{{kReplica, 1}, kUser, kTime << 16U, Value::fromText("v:350128001201")}};
        const SegmentRow child{0, frame.rows.front()};
        out["segment.content"] = base64(*decompress(encodeSegment({root, child}), kMaxSegmentContent));
        // zstd of another version packs otherwise: the name is that of five bytes.
        out["segment.hash"] = segmentHash("bytes").text();
        core::SegmentManifest manifest;
        manifest.epoch = kEpoch;
        manifest.partitions = {{frame.partition, frame.to, frame.chain, frame.vector}};
        manifest.segments = {{segmentHash("bytes"), 5, 2}};
        manifest.signature = signManifest(m_receipt, manifest);
        out["segment.manifest"] = encodeManifest(manifest);
        const core::SegmentRequest wanted{kEpoch, 40000, {{segmentHash("bytes"), 2}}};
        out["segment.request"] = encodeSegmentRequest(wanted);
        out["segment.parts"] = base64(encodeParts({{wanted.wants.front(), "tes"}}));
        out["segment.blocks"] = base64(encodeParts({{wanted.wants.front(), "tes"}}, true));
        out["push.skeleton"] = base64(splitIds(out["push"])->skeleton);
        out["push.ids"] = base64(splitIds(out["push"])->raw);
    }

    void addEnrolment(Vectors& out) const
    {
        EnrolRequest request;
        request.code = "0123ABCD";
        request.replicaKey = m_replica.publicKey();
        request.personSign = m_person.publicKey();
        request.personBox = m_reader.publicKey();
        request.label = "tablet 3";
        request.expected = Realm::demo;
        request.proof = signEnrolment(m_replica, request.code, request.claim());
        out["enrol"] = encodeEnrolRequest(request);
        out["enrol.code.hash"] = enrolCodeHash(request.code).text();
        EnrolReply reply;
        reply.replica = kReplica;
        reply.user = kUser;
        reply.displayName = "\xe6\x9e\x97";
        reply.role = "village_worker";
        reply.epoch = kEpoch;
        reply.issuer = issueIssuer(m_root, Realm::demo, m_issuer.publicKey(), kTime);
        Certificate server;
        server.kind = CertificateKind::server;
        server.subject = "bridge.example";
        server.signKey = m_receipt.publicKey();
        server.validFrom = kTime;
        reply.server = issue(m_issuer, server);
        reply.granted = {*PartitionId::parse("v:350128001201")};
        reply.scopeGeneration = 3;
        reply.words = checkWords(m_replica.publicKey(), m_receipt.publicKey());
        reply.catalogue = 1;
        reply.serverTime = kTime;
        out["enrol.reply"] = encodeEnrolReply(reply);
        out["root.fingerprint"] = fingerprint(m_root.publicKey()).text();
    }

    void addEnvelope(Vectors& out) const
    {
        CountingRandom random;
        const EnvelopeHeader header{kRecord, 7, 31, kUser};
        const auto made = sealEnvelope("text", header, {{kReader, m_reader.publicKey()}}, m_person, random);
        out["envelope"] = base64(*made);
    }

    Vectors make() const
    {
        Vectors out;
        out["key.replica"] = m_replica.publicKey().text();
        out["key.receipt"] = m_receipt.publicKey().text();
        out["key.issuer"] = m_issuer.publicKey().text();
        out["key.root"] = m_root.publicKey().text();
        out["key.person"] = m_person.publicKey().text();
        out["key.reader"] = m_reader.publicKey().text();
        addChain(out);
        addMessages(out);
        addSegments(out);
        lianxin::test::addBlobVectors(out, m_receipt, kEpoch, kChild);
        lianxin::test::addShortPush(out, third(), m_receipt);
        addEnrolment(out);
        addEnvelope(out);
        return out;
    }

    static Vectors read()
    {
        QFile file(LIANXIN_SOURCE_DIR "/sync/wire/PROTOCOL.md");
        Vectors out;
        if (!file.open(QIODevice::ReadOnly))
            return out;
        bool isInside = false;
        while (!file.atEnd()) {
            const auto line = file.readLine().trimmed();
            if (line.startsWith("~~~"))
                isInside = line == "~~~vectors";
            else if (isInside) {
                const auto cut = line.indexOf(" = ");
                out[line.left(cut).toStdString()] = line.mid(cut + 3).toStdString();
            }
        }
        return out;
    }

private slots:
    void theDocumentSaysWhatTheCodeDoes()
    {
        const auto made = make();
        const auto written = read();
        QStringList wrong;
        for (const auto& [name, value] : made)
            if (const auto found = written.find(name); found == written.end() || found->second != value)
                wrong << QString::fromStdString(name + " = " + value);
        for (const auto& [name, value] : written)
            if (!made.contains(name))
                wrong << QString::fromStdString("nobody makes " + name);
        if (!wrong.isEmpty())
            qWarning().noquote() << "PROTOCOL.md should say:\n" + wrong.join('\n');
        QVERIFY2(wrong.isEmpty(), qPrintable(QString("%1 vectors differ").arg(wrong.size())));
    }

    // From the document's bytes alone, as another client would.
    void theDocumentsBytesAreAccepted()
    {
        auto v = read();
        for (const auto* name : {"body.1", "body.2"}) {
            const auto c = decodeChangeset(v[name]);
            QVERIFY(c && encodeChangeset(*c) == v[name]);
        }
        const auto key = PublicSignKey::parse(v["key.replica"]);
        const auto push = decodePushRequest(v["push"]);
        QVERIFY(push && verifyParcel(*key, push->parcels.at(0)));
        const auto auth = parseAuth(v["push.header"]);
        QVERIFY(auth && verifyRequest(*key, *auth, "POST", "/v1/push", v["push"]));
        const auto pushed = decodePushReply(v["push.reply"], *push);
        QVERIFY(pushed && verifyReceipt(*PublicSignKey::parse(v["key.receipt"]), pushed->receipt));
        QVERIFY(pushed->receipt.held == 2 && pushed->receipt.head.text() == v["chain.2"]);
        const auto manifest = decodeManifest(v["segment.manifest"]);
        QVERIFY(manifest && verifyManifest(*PublicSignKey::parse(v["key.receipt"]), *manifest));
        std::vector<core::RecordState> rows;
        const auto done =
            readSegment(compress(*fromBase64Url(v["segment.content"])), 1, [&rows](SegmentRow& row) -> Result<void> {
                rows.push_back(row.record);
                return {};
            });
        QVERIFY(done && rows.size() == 2 && rows[1].root == rows[0].record && rows[1].registers.front().note);
        QVERIFY(*joinIds(*fromBase64Url(v["push.skeleton"]), *fromBase64Url(v["push.ids"]), 10'000) == v["push"]);
        const auto wanted = decodeSegmentRequest(v["segment.request"]);
        for (const char* name : {"segment.parts", "segment.blocks"})
            QVERIFY(wanted && decodeParts(*fromBase64Url(v[name]), *wanted)->front().bytes == "tes");
        QVERIFY(lianxin::test::readsBlobVectors(v));
        QVERIFY(lianxin::test::readsShortPush(v, third()));
        const auto erased = decodeParcel(v["parcel.erased"]);
        QVERIFY(erased && verifyParcel(*key, *erased) && erased->bodies[0].empty());

        const auto pull = decodePullRequest(v["pull"]);
        const auto pulled = decodePullReply(v["pull.reply"], *pull);
        QVERIFY(pulled && pulled->frames.at(0).rows.at(0).registers.at(0).heads.size() == 2);
        QVERIFY(decodePullRequest(v["pull.unchanged"])->unchanged == cursorDigest(pull->cursors));

        const auto enrol = decodeEnrolRequest(v["enrol"]);
        QVERIFY(enrol && verifyEnrolment(enrol->code, enrol->claim(), enrol->proof));
        const auto enrolled = decodeEnrolReply(v["enrol.reply"]);
        QVERIFY(enrolled && checkEnrolReply(*enrolled, *enrol, *Hash::parse(v["root.fingerprint"])));

        const auto isPerson = [&](UserId user, const PublicSignKey& signer) {
            return user == kUser && signer.text() == v["key.person"];
        };
        const auto text =
            openEnvelope(*fromBase64Url(v["envelope"]), {kRecord, 7, 31, kUser}, kReader, m_reader, isPerson);
        QVERIFY(text && *text == "text");
    }
};

QTEST_APPLESS_MAIN(VectorsTest)
#include "tst_vectors.moc"

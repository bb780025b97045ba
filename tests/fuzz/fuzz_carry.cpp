// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/carry_messages.hpp"
#include "sync/wire/shelf_messages.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/samples.hpp"

namespace {

using namespace lianxin;

struct Sealed {
    seal::IssuerCertificate issuer;
    std::string bytes;
};

const Sealed& sealed()
{
    static const Sealed made = [] {
        fuzz::CountingRandom random;
        const auto root = seal::SignKey::generate(random);
        const auto issuer = seal::SignKey::generate(random);
        const auto author = seal::SignKey::generate(random);
        const auto province = seal::BoxKey::generate(random);
        const seal::CarriedLabel label{fuzz::filled<ReplicaId>(1), fuzz::filled<EpochId>(2), 1, 3,
                                       fuzz::filled<Hash>(3)};
        seal::Certificate certificate;
        certificate.kind = seal::CertificateKind::replica;
        certificate.subject = label.replica.text();
        certificate.signKey = author.publicKey();
        auto bytes =
            seal::sealCarried(author, label, seal::issue(issuer, certificate), "push", province.publicKey(), random);
        return Sealed{seal::issueIssuer(root, seal::Realm::demo, issuer.publicKey(), 1),
                      bytes ? *bytes : std::string()};
    }();
    return made;
}

template <typename Decode, typename Encode>
bool roundTrip(std::string_view bytes, Decode decode, Encode encode, const char* what)
{
    const auto decoded = decode(bytes);
    if (!decoded)
        return false;
    const auto text = encode(*decoded);
    const auto again = decode(std::string_view(text));
    fuzz::promise(again && encode(*again) == text, what);
    return true;
}

} // namespace

// Carried envelopes and the messages around them: what is read is whole, and only the very bytes that the author signed verify.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    bool accepted = false;
    if (const auto envelope = seal::parseCarried(bytes)) {
        accepted = true;
        promise(envelope->label.first >= 1 && envelope->label.last >= envelope->label.first, "numbers of an envelope");
        promise(envelope->signedPart.size() + sizeof(core::Signature) == bytes.size(), "the signature covers the rest");
        if (seal::verifyCarried(*envelope, sealed().issuer))
            promise(bytes == sealed().bytes, "nothing but the author's bytes verifies");
    }
    accepted |= roundTrip(bytes, wire::decodeCarryRequest, wire::encodeCarryRequest, "a carry request survives");
    accepted |= roundTrip(bytes, wire::decodeCarryReply, wire::encodeCarryReply, "a carry reply survives");
    accepted |= roundTrip(bytes, wire::decodeRelays, wire::encodeRelays, "a list of relays survives");
    accepted |= roundTrip(bytes, wire::decodeShelf, wire::encodeShelf, "a list of segments survives");
    accepted |= roundTrip(bytes, wire::decodeShelfAsk, wire::encodeShelfAsk, "a question for a segment survives");
    accepted |= wire::readCarriedText(bytes).has_value();
    return accepted;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    wire::CarryReply reply;
    reply.certificate = "{}";
    reply.answers.resize(4);
    reply.answers[0].carried =
        seal::CarriedReceipt{filled<Hash>(1), filled<ReplicaId>(2), 1, 3, filled<core::Signature>(3)};
    reply.answers[1].received =
        core::Receipt{filled<EpochId>(1), filled<ReplicaId>(2), 3, filled<Hash>(4), filled<core::Signature>(5)};
    reply.answers[2].need = 4;
    reply.answers[3].refused = "fork";
    reply.receipts = {*reply.answers[1].received};
    reply.onward = {{"{}", *reply.answers[0].carried, filled<Hash>(6)}};
    return {sealed().bytes,
            wire::encodeCarryRequest({"{}", {sealed().bytes, "x"}, {filled<ReplicaId>(7)}}),
            wire::encodeCarryReply(reply),
            wire::encodeRelays({"{}"}),
            wire::carriedText({}),
            wire::encodeShelf({{filled<Hash>(1), 20}}),
            wire::encodeShelfAsk({"{}", filled<Hash>(1), 3})};
}

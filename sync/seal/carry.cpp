// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/carry.hpp"

#include "sync/seal/hash.hpp"
#include "sync/seal/transcript.hpp"

#include <limits>

namespace lianxin::seal {

namespace {

constexpr std::string_view kMagic = "LXC";
constexpr std::size_t kReaderSize = 8;
constexpr std::size_t kSignatureSize = 64;
constexpr std::uint64_t kLastNumber = std::uint64_t{1} << 62U;

std::string readerOf(const PublicBoxKey& key) { return std::string(blake2b(key.raw()).raw().substr(0, kReaderSize)); }

void putNumber(std::string& out, std::uint64_t value, unsigned bytes)
{
    for (unsigned i = bytes; i > 0; --i)
        out.push_back(static_cast<char>(value >> (8U * (i - 1))));
}

// Takes bytes off the front; after a cut every further read gives nothing.
class Taker {
public:
    explicit Taker(std::string_view bytes) : m_left(bytes) {}
    std::string_view take(std::size_t size)
    {
        if (m_cut || size > m_left.size()) {
            m_cut = true;
            return {};
        }
        const auto taken = m_left.substr(0, size);
        m_left.remove_prefix(size);
        return taken;
    }
    std::uint64_t number(std::size_t bytes)
    {
        std::uint64_t value = 0;
        for (const char c : take(bytes))
            value = value << 8U | static_cast<std::uint8_t>(c);
        return value;
    }
    template <typename Id> Id id()
    {
        const auto read = Id::fromRaw(take(sizeof(Id)));
        return read ? *read : Id{};
    }
    [[nodiscard]] bool isCut() const { return m_cut; }
    [[nodiscard]] std::size_t left() const { return m_left.size(); }

private:
    std::string_view m_left;
    bool m_cut{false};
};

std::string signedMessage(std::string_view signedPart)
{
    return Transcript("lianxin-carry-1").field(blake2b(signedPart).raw()).bytes();
}

std::string receiptMessage(const CarriedReceipt& receipt)
{
    return Transcript("lianxin-carried-1")
        .field(receipt.envelope.raw())
        .field(receipt.replica.raw())
        .number(receipt.first)
        .number(receipt.last)
        .bytes();
}

} // namespace

Result<std::string> sealCarried(const SignKey& author, const CarriedLabel& label, const Certificate& certificate,
                                std::string_view push, const PublicBoxKey& province, RandomSource& random)
{
    const auto text = certificateText(certificate);
    if (certificate.kind != CertificateKind::replica || certificate.subject != label.replica.text() ||
        certificate.signKey != author.publicKey() || text.size() > kMaxCarriedCertificate)
        return fail(Errc::invalidInput, "the certificate is not the author's own");
    if (label.first == 0 || label.last < label.first || label.last > kLastNumber)
        return fail(Errc::invalidInput, "an envelope without changesets");
    LIANXIN_TRY(const auto box,
                sealTo(province, {reinterpret_cast<const std::uint8_t*>(push.data()), push.size()}, random));
    std::string out(kMagic);
    out.push_back(static_cast<char>(kCarriedSuite));
    out.append(label.replica.raw()).append(label.epoch.raw());
    putNumber(out, label.first, 8);
    putNumber(out, label.last, 8);
    out.append(label.head.raw());
    putNumber(out, text.size(), 2);
    out.append(text).append(readerOf(province));
    putNumber(out, box.size(), 4);
    out.append(box);
    const auto signature = author.sign(signedMessage(out));
    out.append(signature.raw());
    if (out.size() > kMaxCarriedBytes)
        return fail(Errc::invalidInput, "too much for one envelope");
    return out;
}

Result<CarriedEnvelope> parseCarried(std::string_view bytes)
{
    if (bytes.size() > kMaxCarriedBytes)
        return fail(Errc::invalidInput, "a carried envelope larger than allowed");
    Taker in(bytes);
    if (in.take(kMagic.size()) != kMagic)
        return fail(Errc::invalidInput, "not a carried envelope");
    const auto suite = in.number(1);
    if (suite > kCarriedSuite)
        return fail(Errc::upgradeNeeded, "a carried envelope of a later suite");
    CarriedEnvelope envelope;
    envelope.label.replica = in.id<ReplicaId>();
    envelope.label.epoch = in.id<EpochId>();
    envelope.label.first = in.number(8);
    envelope.label.last = in.number(8);
    envelope.label.head = in.id<Hash>();
    const auto certificateSize = in.number(2);
    if (suite != kCarriedSuite || certificateSize > kMaxCarriedCertificate)
        return fail(Errc::invalidInput, "a carried envelope without suite or certificate");
    const auto certificate = in.take(certificateSize);
    envelope.reader = in.take(kReaderSize);
    const auto boxSize = in.number(4);
    envelope.box = in.take(boxSize);
    envelope.signedPart = bytes.substr(0, bytes.size() - in.left());
    envelope.signature = in.id<core::Signature>();
    if (in.isCut() || in.left() != 0 || envelope.box.size() < kSealOverhead)
        return fail(Errc::invalidInput, "a carried envelope that is cut, or has something behind it");
    if (envelope.label.first == 0 || envelope.label.last < envelope.label.first || envelope.label.last > kLastNumber ||
        envelope.label.replica.isNil())
        return fail(Errc::invalidInput, "a carried envelope without replica or changesets");
    LIANXIN_TRY(envelope.author, parseCertificate(certificate));
    envelope.hash = Blake2b().field("lianxin-carried-envelope-1").field(bytes).finish();
    return envelope;
}

Result<void> verifyCarried(const CarriedEnvelope& envelope, const IssuerCertificate& issuer)
{
    const auto& author = envelope.author;
    if (author.realm != issuer.realm)
        return fail(Errc::notAllowed, "an envelope of the other realm: demo and production do not mix");
    if (author.kind != CertificateKind::replica || author.subject != envelope.label.replica.text() ||
        !verifyCertificate(issuer.issuer, author))
        return fail(Errc::notAllowed, "an envelope whose author this organisation did not certify");
    if (!verify(author.signKey, signedMessage(envelope.signedPart), envelope.signature))
        return fail(Errc::notAllowed, "an envelope that its author did not sign");
    return {};
}

Result<std::string> openCarried(const CarriedEnvelope& envelope, const BoxKey& province)
{
    if (envelope.reader != readerOf(province.publicKey()))
        return fail(Errc::wrongSecret, "an envelope that is sealed to another key");
    const auto opened = province.open(envelope.box);
    if (!opened)
        return fail(Errc::damaged, "an envelope that does not open");
    return std::string(reinterpret_cast<const char*>(opened->data()), opened->size());
}

CarriedReceipt signCarriedReceipt(const SignKey& carrier, const CarriedEnvelope& envelope)
{
    CarriedReceipt receipt{envelope.hash, envelope.label.replica, envelope.label.first, envelope.label.last, {}};
    receipt.signature = carrier.sign(receiptMessage(receipt));
    return receipt;
}

bool verifyCarriedReceipt(const PublicSignKey& carrier, const CarriedReceipt& receipt)
{
    return verify(carrier, receiptMessage(receipt), receipt.signature);
}

} // namespace lianxin::seal

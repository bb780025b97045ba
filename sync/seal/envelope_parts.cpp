// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/envelope_parts.hpp"

#include "sync/seal/hash.hpp"
#include "sync/seal/transcript.hpp"

namespace lianxin::seal {

namespace {

void appendNumber(std::string& out, std::size_t value)
{
    for (unsigned shift = 32; shift > 0; shift -= 8)
        out.push_back(static_cast<char>(value >> (shift - 8U)));
}

// Reads past the end give zeros and are remembered, so that the parser checks once.
class Reader {
public:
    explicit Reader(std::string_view in) : m_in(in) {}
    std::string_view raw(std::size_t size)
    {
        if (size > m_in.size()) {
            m_isCut = true;
            return {};
        }
        const auto part = m_in.substr(0, size);
        m_in.remove_prefix(size);
        return part;
    }
    std::uint32_t number()
    {
        std::uint32_t value = 0;
        for (const char c : raw(4))
            value = (value << 8U) | static_cast<std::uint8_t>(c);
        return value;
    }
    std::uint8_t byte()
    {
        const auto part = raw(1);
        return part.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(part.front());
    }
    template <typename Id> Id id()
    {
        const auto id = Id::fromRaw(raw(Id{}.bytes.size()));
        return id ? *id : Id{};
    }
    [[nodiscard]] bool isCut() const { return m_isCut; }
    [[nodiscard]] std::string_view rest() const { return m_in; }

private:
    std::string_view m_in;
    bool m_isCut{false};
};

Result<void> checkSuite(std::string_view envelope)
{
    if (envelope.size() <= kEnvelopeMagic.size() || !envelope.starts_with(kEnvelopeMagic))
        return fail(Errc::damaged, "not an envelope");
    const auto suite = static_cast<std::uint8_t>(envelope[kEnvelopeMagic.size()]);
    if (suite > kEnvelopeSuite)
        return fail(Errc::upgradeNeeded, "envelope of suite " + std::to_string(suite));
    if (suite != kEnvelopeSuite)
        return fail(Errc::damaged, "envelope without a suite");
    return {};
}

void readWraps(Reader& in, EnvelopeParts& parts)
{
    const auto start = in.rest();
    for (auto count = in.byte(); count > 0 && !in.isCut(); --count) {
        Wrap wrap;
        wrap.user = in.id<UserId>();
        wrap.keyId = in.raw(kKeyIdSize);
        wrap.box = in.raw(kBoxSize);
        parts.wraps.push_back(wrap);
    }
    parts.wrapBytes = start.substr(0, start.size() - in.rest().size());
}

} // namespace

Result<EnvelopeParts> parseEnvelope(std::string_view envelope)
{
    LIANXIN_CHECK(checkSuite(envelope));
    EnvelopeParts parts;
    Reader in(envelope);
    (void)in.raw(kEnvelopeMagic.size() + 1);
    parts.header.record = in.id<RecordId>();
    parts.header.type = in.number();
    parts.header.field = in.number();
    parts.header.author = in.id<UserId>();
    parts.authorKey = in.id<PublicSignKey>();
    parts.nonce = in.raw(kNonceSize);
    parts.commitment = in.id<Hash>();
    const auto size = in.number();
    parts.headerBytes = envelope.substr(0, kEnvelopeHeaderSize);
    parts.ciphertext = in.raw(size);
    readWraps(in, parts);
    parts.authorSignature = in.id<core::Signature>();
    const auto rewrapped = in.byte();
    if (rewrapped == 1) {
        Rewrap rewrap;
        rewrap.originalWraps = in.id<Hash>();
        rewrap.user = in.id<UserId>();
        rewrap.key = in.id<PublicSignKey>();
        rewrap.signature = in.id<core::Signature>();
        parts.rewrap = rewrap;
    }
    if (in.isCut() || !in.rest().empty() || rewrapped > 1)
        return fail(Errc::damaged, "envelope is cut or overlong");
    const bool isPadded = size > kTagSize && (size - kTagSize) % kPaddingBucket == 0;
    if (!isPadded || parts.wraps.empty() || parts.wraps.size() > kMaxRecipients)
        return fail(Errc::damaged, "envelope with impossible sizes");
    return parts;
}

std::string writeHeader(const EnvelopeHeader& header, const PublicSignKey& authorKey, std::string_view nonce,
                        const Hash& commitment, std::size_t ciphertextSize)
{
    std::string out(kEnvelopeMagic);
    out.push_back(static_cast<char>(kEnvelopeSuite));
    out.append(header.record.raw());
    appendNumber(out, header.type);
    appendNumber(out, header.field);
    out.append(header.author.raw());
    out.append(authorKey.raw());
    out.append(nonce);
    out.append(commitment.raw());
    appendNumber(out, ciphertextSize);
    return out;
}

std::string keyIdOf(const PublicBoxKey& key) { return std::string(blake2b(key.raw()).raw().substr(0, kKeyIdSize)); }

std::string authorMessage(std::string_view headerBytes, std::string_view ciphertext, const Hash& wrapsHash)
{
    return Transcript("lianxin-envelope-1")
        .field(headerBytes)
        .field(blake2b(ciphertext).raw())
        .field(wrapsHash.raw())
        .bytes();
}

std::string rewrapMessage(const core::Signature& authorSignature, UserId user, std::string_view wrapBytes)
{
    return Transcript("lianxin-rewrap-1")
        .field(authorSignature.raw())
        .field(user.raw())
        .field(blake2b(wrapBytes).raw())
        .bytes();
}

} // namespace lianxin::seal

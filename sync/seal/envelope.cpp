// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/envelope.hpp"

#include "sync/seal/envelope_parts.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/sodium_ready.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace lianxin::seal {

namespace {

const std::uint8_t* bytesOf(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }
std::uint8_t* bytesOf(std::string& text) { return reinterpret_cast<std::uint8_t*>(text.data()); }

// XChaCha20-Poly1305 opens under many keys for a crafted text; the commitment pins one (the invisible-salamander attack).
Hash commitmentOf(const SecretBytes& contentKey, std::string_view nonce)
{
    return Blake2b(32, contentKey.span()).field("lianxin-envelope-commit-1").field(nonce).finish();
}

SecretBytes cipherKeyOf(const SecretBytes& contentKey, std::string_view nonce)
{
    SecretBytes key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    Blake2b(key.size(), contentKey.span()).field("lianxin-envelope-key-1").field(nonce).finish(key.span());
    return key;
}

// Length, text, zeros up to the next bucket: lengths of notes say too much about them.
SecretBytes pad(std::string_view text)
{
    const auto used = 4 + text.size();
    SecretBytes padded((used + kPaddingBucket - 1) / kPaddingBucket * kPaddingBucket);
    for (unsigned i = 0; i < 4; ++i)
        padded.data()[i] = static_cast<std::uint8_t>(text.size() >> (24U - 8U * i));
    std::copy(text.begin(), text.end(), padded.data() + 4);
    return padded;
}

Result<std::string> unpad(const SecretBytes& padded)
{
    std::size_t size = 0;
    for (unsigned i = 0; i < 4; ++i)
        size = (size << 8U) | padded.data()[i];
    if (size > padded.size() - 4)
        return fail(Errc::damaged, "envelope with a wrong text length");
    return std::string(reinterpret_cast<const char*>(padded.data()) + 4, size);
}

Result<std::string> wrapAll(const SecretBytes& contentKey, const std::vector<Recipient>& recipients,
                            RandomSource& random)
{
    if (recipients.empty() || recipients.size() > kMaxRecipients)
        return fail(Errc::invalidInput, "an envelope has 1 to 32 recipients");
    std::string out(1, static_cast<char>(recipients.size()));
    for (auto it = recipients.begin(); it != recipients.end(); ++it) {
        const bool isTwice = std::any_of(recipients.begin(), it,
                                         [&](const Recipient& r) { return r.user == it->user && r.key == it->key; });
        if (isTwice)
            return fail(Errc::invalidInput, "a recipient is named twice");
        LIANXIN_TRY(const auto box, sealTo(it->key, contentKey.span(), random));
        out.append(it->user.raw());
        out.append(keyIdOf(it->key));
        out.append(box);
    }
    return out;
}

Result<void> checkSignatures(const EnvelopeParts& parts, const SignerCheck& isSigner)
{
    const auto wrapsHash = parts.rewrap ? parts.rewrap->originalWraps : blake2b(parts.wrapBytes);
    if (!verify(parts.authorKey, authorMessage(parts.headerBytes, parts.ciphertext, wrapsHash), parts.authorSignature))
        return fail(Errc::damaged, "envelope was changed after its author signed it");
    if (!isSigner(parts.header.author, parts.authorKey))
        return fail(Errc::notAllowed, "envelope is not signed by a certified key of its author");
    if (!parts.rewrap)
        return {};
    const auto& rewrap = *parts.rewrap;
    if (!verify(rewrap.key, rewrapMessage(parts.authorSignature, rewrap.user, parts.wrapBytes), rewrap.signature))
        return fail(Errc::damaged, "envelope was changed after its readers were chosen");
    if (!isSigner(rewrap.user, rewrap.key))
        return fail(Errc::notAllowed, "readers of the envelope were not chosen by a certified person");
    return {};
}

Result<SecretBytes> contentKeyOf(const EnvelopeParts& parts, UserId me, const BoxKey& mine)
{
    const auto keyId = keyIdOf(mine.publicKey());
    const auto wrap = std::find_if(parts.wraps.begin(), parts.wraps.end(),
                                   [&](const Wrap& w) { return w.user == me && w.keyId == keyId; });
    if (wrap == parts.wraps.end())
        return fail(Errc::notAllowed, "envelope is not for this reader");
    auto contentKey = mine.open(wrap->box);
    if (!contentKey || commitmentOf(*contentKey, parts.nonce) != parts.commitment)
        return fail(Errc::damaged, "envelope gives this reader another key than it was made with");
    return contentKey;
}

EnvelopeFacts factsOf(const EnvelopeParts& parts)
{
    EnvelopeFacts facts;
    facts.header = parts.header;
    facts.authorKey = parts.authorKey;
    for (const auto& wrap : parts.wraps)
        facts.recipients.push_back(wrap.user);
    if (parts.rewrap) {
        facts.rewrappedBy = parts.rewrap->user;
        facts.rewrapKey = parts.rewrap->key;
    }
    facts.paddedSize = parts.ciphertext.size() - kTagSize;
    return facts;
}

} // namespace

Result<std::string> sealEnvelope(std::string_view text, const EnvelopeHeader& header,
                                 const std::vector<Recipient>& recipients, const SignKey& author, RandomSource& random)
{
    if (text.size() > kMaxEnvelopeText)
        return fail(Errc::invalidInput, "text is too long for an envelope");
    sodiumReady();
    SecretBytes contentKey(kContentKeySize);
    random.fill(contentKey.span());
    std::string nonce(kNonceSize, '\0');
    random.fill({bytesOf(nonce), nonce.size()});

    const auto padded = pad(text);
    const auto key = cipherKeyOf(contentKey, nonce);
    const auto headerBytes =
        writeHeader(header, author.publicKey(), nonce, commitmentOf(contentKey, nonce), padded.size() + kTagSize);
    std::string ciphertext(padded.size() + kTagSize, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(ciphertext), nullptr, padded.data(), padded.size(),
                                               bytesOf(headerBytes), headerBytes.size(), nullptr, bytesOf(nonce),
                                               key.data());
    LIANXIN_TRY(const auto wraps, wrapAll(contentKey, recipients, random));
    const auto signature = author.sign(authorMessage(headerBytes, ciphertext, blake2b(wraps)));
    std::string out = headerBytes + ciphertext + wraps;
    out.append(signature.raw());
    out.push_back('\0'); // not re-wrapped
    return out;
}

Result<std::string> openEnvelope(std::string_view envelope, UserId me, const BoxKey& mine, const SignerCheck& isSigner)
{
    LIANXIN_TRY(const auto parts, parseEnvelope(envelope));
    LIANXIN_CHECK(checkSignatures(parts, isSigner));
    LIANXIN_TRY(const auto contentKey, contentKeyOf(parts, me, mine));
    const auto key = cipherKeyOf(contentKey, parts.nonce);
    SecretBytes padded(parts.ciphertext.size() - kTagSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(padded.data(), nullptr, nullptr, bytesOf(parts.ciphertext),
                                                   parts.ciphertext.size(), bytesOf(parts.headerBytes),
                                                   parts.headerBytes.size(), bytesOf(parts.nonce), key.data()) != 0)
        return fail(Errc::damaged, "envelope does not open with its own key");
    return unpad(padded);
}

Result<std::string> openEnvelope(std::string_view envelope, const EnvelopeHeader& expected, UserId me,
                                 const BoxKey& mine, const SignerCheck& isSigner)
{
    LIANXIN_TRY(const auto parts, parseEnvelope(envelope));
    if (parts.header != expected)
        return fail(Errc::damaged, "envelope belongs to another place");
    return openEnvelope(envelope, me, mine, isSigner);
}

Result<EnvelopeFacts> inspectEnvelope(std::string_view envelope)
{
    LIANXIN_TRY(const auto parts, parseEnvelope(envelope));
    return factsOf(parts);
}

Result<EnvelopeFacts> verifyEnvelope(std::string_view envelope, const SignerCheck& isSigner)
{
    LIANXIN_TRY(const auto parts, parseEnvelope(envelope));
    LIANXIN_CHECK(checkSignatures(parts, isSigner));
    return factsOf(parts);
}

Result<std::string> rewrapEnvelope(std::string_view envelope, UserId me, const BoxKey& mine, const SignKey& mySign,
                                   const std::vector<Recipient>& recipients, const SignerCheck& isSigner,
                                   RandomSource& random)
{
    LIANXIN_TRY(const auto parts, parseEnvelope(envelope));
    LIANXIN_CHECK(checkSignatures(parts, isSigner));
    LIANXIN_TRY(const auto contentKey, contentKeyOf(parts, me, mine));
    LIANXIN_TRY(const auto wraps, wrapAll(contentKey, recipients, random));
    const auto originalWraps = parts.rewrap ? parts.rewrap->originalWraps : blake2b(parts.wrapBytes);
    std::string out(parts.headerBytes);
    out.append(parts.ciphertext).append(wraps).append(parts.authorSignature.raw());
    out.push_back('\1');
    out.append(originalWraps.raw()).append(me.raw()).append(mySign.publicKey().raw());
    out.append(mySign.sign(rewrapMessage(parts.authorSignature, me, wraps)).raw());
    return out;
}

} // namespace lianxin::seal

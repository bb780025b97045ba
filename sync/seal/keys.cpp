// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/keys.hpp"

#include "sync/seal/hash.hpp"
#include "sync/seal/sodium_ready.hpp"

#include <sodium.h>

#include <cstdlib>

namespace lianxin::seal {

namespace {

const std::uint8_t* bytesOf(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

template <typename Key> Key generateKey(RandomSource& random)
{
    SecretBytes seed(kSeedSize);
    random.fill(seed.span());
    return Key::fromSeed(std::span<const std::uint8_t, kSeedSize>(seed.data(), kSeedSize));
}

} // namespace

void sodiumReady()
{
    static const bool isReady = sodium_init() >= 0;
    if (!isReady)
        std::abort(); // no random numbers: nothing that follows would be safe
}

SignKey SignKey::generate(RandomSource& random) { return generateKey<SignKey>(random); }

SignKey SignKey::fromSeed(std::span<const std::uint8_t, kSeedSize> seed)
{
    sodiumReady();
    SignKey key;
    key.m_secret = SecretBytes(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(key.m_public.bytes.data(), key.m_secret.data(), seed.data());
    return key;
}

core::Signature SignKey::sign(std::string_view message) const
{
    core::Signature signature;
    crypto_sign_detached(signature.bytes.data(), nullptr, bytesOf(message), message.size(), m_secret.data());
    return signature;
}

SecretBytes SignKey::seed() const
{
    SecretBytes seed(kSeedSize);
    crypto_sign_ed25519_sk_to_seed(seed.data(), m_secret.data());
    return seed;
}

BoxKey BoxKey::generate(RandomSource& random) { return generateKey<BoxKey>(random); }

BoxKey BoxKey::fromSeed(std::span<const std::uint8_t, kSeedSize> seed)
{
    sodiumReady();
    BoxKey key;
    key.m_seed = SecretBytes(std::span<const std::uint8_t>(seed));
    key.m_secret = SecretBytes(crypto_box_SECRETKEYBYTES);
    crypto_box_seed_keypair(key.m_public.bytes.data(), key.m_secret.data(), seed.data());
    return key;
}

SecretBytes BoxKey::seed() const { return SecretBytes(m_seed.span()); }

Result<SecretBytes> BoxKey::open(std::string_view sealed) const
{
    if (sealed.size() < kSealOverhead)
        return fail(Errc::damaged, "sealed box is cut");
    SecretBytes message(sealed.size() - kSealOverhead);
    if (crypto_box_seal_open(message.data(), bytesOf(sealed), sealed.size(), m_public.bytes.data(), m_secret.data()) !=
        0)
        return fail(Errc::wrongSecret, "sealed box does not open with this key");
    return message;
}

bool verify(const PublicSignKey& key, std::string_view message, const core::Signature& signature)
{
    sodiumReady();
    return crypto_sign_verify_detached(signature.bytes.data(), bytesOf(message), message.size(), key.bytes.data()) == 0;
}

// crypto_box_seal with the ephemeral key from our own source, so that seeded runs repeat.
Result<std::string> sealTo(const PublicBoxKey& reader, std::span<const std::uint8_t> message, RandomSource& random)
{
    sodiumReady();
    SecretBytes onceSecret(crypto_box_SECRETKEYBYTES);
    random.fill(onceSecret.span());
    PublicBoxKey once;
    crypto_scalarmult_base(once.bytes.data(), onceSecret.data());

    std::array<std::uint8_t, crypto_box_NONCEBYTES> nonce{};
    Blake2b(nonce.size()).add(once.raw()).add(reader.raw()).finish(nonce);

    std::string out(once.raw());
    out.resize(message.size() + kSealOverhead);
    auto* const cipher = reinterpret_cast<std::uint8_t*>(out.data()) + once.bytes.size();
    if (crypto_box_easy(cipher, message.data(), message.size(), nonce.data(), reader.bytes.data(), onceSecret.data()) !=
        0)
        return fail(Errc::invalidInput, "public key of no use");
    return out;
}

Hash fingerprint(const PublicSignKey& key) { return blake2b(key.raw()); }

} // namespace lianxin::seal

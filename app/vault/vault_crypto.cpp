// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vault_crypto.hpp"

#include <sodium.h>

#include <cassert>

namespace lianxin::vault {

namespace {

const unsigned char* bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytesOf(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

} // namespace

Sealed sealBytes(const SecretBytes& key, std::string_view associated, const SecretBytes& plain, RandomSource& random)
{
    assert(key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    Sealed sealed;
    random.fill(sealed.nonce);
    sealed.bytes.resize(plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed.bytes), nullptr, plain.data(), plain.size(),
                                               bytesOf(associated), associated.size(), nullptr, sealed.nonce.data(),
                                               key.data());
    return sealed;
}

Result<SecretBytes> openBytes(const SecretBytes& key, std::string_view associated, const Sealed& sealed)
{
    assert(key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (sealed.bytes.size() <= crypto_aead_xchacha20poly1305_ietf_ABYTES)
        return fail(Errc::damaged, "a sealed value is too short");
    SecretBytes plain(sealed.bytes.size() - crypto_aead_xchacha20poly1305_ietf_ABYTES);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, bytesOf(sealed.bytes),
                                                   sealed.bytes.size(), bytesOf(associated), associated.size(),
                                                   sealed.nonce.data(), key.data()) != 0)
        return fail(Errc::wrongSecret, "the key does not open this");
    return plain;
}

SecretBytes keyedHash(const SecretBytes& key, std::initializer_list<std::string_view> parts)
{
    // The state sees key material; it goes through locked memory like the rest.
    SecretBytes memory(sizeof(crypto_generichash_state) + 64);
    auto address = reinterpret_cast<std::uintptr_t>(memory.data());
    address = (address + 63) & ~std::uintptr_t{63};
    auto* state = reinterpret_cast<crypto_generichash_state*>(address);
    crypto_generichash_init(state, key.data(), key.size(), kKeyBytes);
    for (const auto part : parts)
        crypto_generichash_update(state, bytesOf(part), part.size());
    SecretBytes hash(kKeyBytes);
    crypto_generichash_final(state, hash.data(), hash.size());
    return hash;
}

std::array<std::uint8_t, 32> plainHash(std::string_view bytes)
{
    std::array<std::uint8_t, 32> hash{};
    crypto_generichash(hash.data(), hash.size(), bytesOf(bytes), bytes.size(), nullptr, 0);
    return hash;
}

bool sameBytes(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

SecretBytes deriveKey(const SecretBytes& key, std::uint64_t number, std::string_view purpose, std::size_t size)
{
    assert(key.size() == crypto_kdf_KEYBYTES && purpose.size() == crypto_kdf_CONTEXTBYTES);
    SecretBytes derived(size);
    crypto_kdf_derive_from_key(derived.data(), size, number, purpose.data(), key.data());
    return derived;
}

} // namespace lianxin::vault

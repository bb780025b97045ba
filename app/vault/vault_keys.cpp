// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vault_keys.hpp"

#include "sync/seal/keys.hpp"

namespace lianxin::vault {

namespace {

constexpr std::string_view kPurpose = "lxvault1";
enum class Branch : std::uint64_t {
    headerMac = 1,
    wrap = 2,
    recordMac = 3,
    audit = 4,
    stepUpExtra = 5,
    counselling = 6
};

SecretBytes branch(const SecretBytes& userKey, Branch which)
{
    return deriveKey(userKey, static_cast<std::uint64_t>(which), kPurpose);
}

std::string dataKeyPlace(const SlotPlace& place, std::uint32_t generation)
{
    ByteWriter out;
    out.raw(place.associated('D'));
    out.number(generation, 4);
    return out.bytes();
}

std::string personKeyPlace(const SlotPlace& place, const WrappedKey& key)
{
    ByteWriter out;
    out.raw(place.associated('K'));
    out.number(static_cast<std::uint8_t>(key.purpose), 1);
    out.raw(key.publicKey);
    return out.bytes();
}

SecretBytes personWrapKey(KeyPurpose purpose, const SecretBytes& userKey, const SecretBytes& stepUpKey)
{
    return purpose == KeyPurpose::personSealing ? counsellingWrapKey(userKey, stepUpKey) : wrapKey(userKey);
}

std::span<const std::uint8_t, seal::kSeedSize> seedSpan(const SecretBytes& seed)
{
    return std::span<const std::uint8_t, seal::kSeedSize>(seed.data(), seal::kSeedSize);
}

} // namespace

SecretBytes headerMacKey(const SecretBytes& userKey) { return branch(userKey, Branch::headerMac); }
SecretBytes wrapKey(const SecretBytes& userKey) { return branch(userKey, Branch::wrap); }
SecretBytes recordMacKeyOf(const SecretBytes& userKey) { return branch(userKey, Branch::recordMac); }
SecretBytes auditKeyOf(const SecretBytes& userKey) { return branch(userKey, Branch::audit); }
SecretBytes stepUpExtra(const SecretBytes& userKey) { return branch(userKey, Branch::stepUpExtra); }

SecretBytes counsellingWrapKey(const SecretBytes& userKey, const SecretBytes& stepUpKey)
{
    const auto part = branch(userKey, Branch::counselling);
    return keyedHash(stepUpKey, {part.view()});
}

std::array<std::uint8_t, 32> macOf(const VaultHeader& header, const SecretBytes& userKey)
{
    const auto hash = keyedHash(headerMacKey(userKey), {"lianxin vault header", header.protectedBytes()});
    std::array<std::uint8_t, 32> mac{};
    std::copy_n(hash.data(), mac.size(), mac.begin());
    return mac;
}

WrappedDataKey makeDataKey(const SlotPlace& place, std::uint32_t generation, const SecretBytes& userKey,
                           RandomSource& random)
{
    const auto seed = SecretBytes::random(kKeyBytes, random);
    return {generation, sealBytes(wrapKey(userKey), dataKeyPlace(place, generation), seed, random)};
}

Result<SecretBytes> openDataKeySeed(const SlotPlace& place, const WrappedDataKey& wrapped, const SecretBytes& userKey)
{
    return openBytes(wrapKey(userKey), dataKeyPlace(place, wrapped.generation), wrapped.sealed);
}

WrappedKey makePersonKey(const SlotPlace& place, KeyPurpose purpose, const SecretBytes& userKey,
                         const SecretBytes& stepUpKey, RandomSource& random)
{
    return wrapPersonSeed(place, purpose, SecretBytes::random(kKeyBytes, random), userKey, stepUpKey, random);
}

WrappedKey wrapPersonSeed(const SlotPlace& place, KeyPurpose purpose, const SecretBytes& seed,
                          const SecretBytes& userKey, const SecretBytes& stepUpKey, RandomSource& random)
{
    WrappedKey key;
    key.purpose = purpose;
    key.publicKey = purpose == KeyPurpose::personSealing ? seal::BoxKey::fromSeed(seedSpan(seed)).publicKey().bytes
                                                         : seal::SignKey::fromSeed(seedSpan(seed)).publicKey().bytes;
    key.sealed = sealBytes(personWrapKey(purpose, userKey, stepUpKey), personKeyPlace(place, key), seed, random);
    return key;
}

Result<SecretBytes> openPersonSeed(const SlotPlace& place, const WrappedKey& wrapped, const SecretBytes& userKey,
                                   const SecretBytes& stepUpKey)
{
    auto seed =
        openBytes(personWrapKey(wrapped.purpose, userKey, stepUpKey), personKeyPlace(place, wrapped), wrapped.sealed);
    if (!seed || seed->size() != seal::kSeedSize)
        return fail(Errc::damaged, "a wrapped key does not open");
    return seed;
}

} // namespace lianxin::vault

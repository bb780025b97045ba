// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/argon.hpp"

#include <sodium.h>

#include <algorithm>

namespace lianxin::vault {

namespace {

using std::chrono::milliseconds;
constexpr milliseconds kSlowest{800};
constexpr milliseconds kFastest{400};
constexpr milliseconds kAim{600};
constexpr std::uint64_t kSmallTablet = 2ULL * 1024 * 1024 * 1024;

} // namespace

Result<void> checkArgon(const ArgonParams& params)
{
    if (params.passes < kArgonFloor.passes || params.memoryKiB < kArgonFloor.memoryKiB)
        return fail(Errc::damaged, "key derivation below the floor");
    if (params.passes > kArgonCap.passes || params.memoryKiB > kArgonCap.memoryKiB)
        return fail(Errc::damaged, "key derivation above the cap");
    return {};
}

Result<SecretBytes> stretch(const SecretBytes& passphrase, const Salt& salt, const ArgonParams& params)
{
    LIANXIN_CHECK(checkArgon(params));
    static_assert(std::tuple_size_v<Salt> == crypto_pwhash_SALTBYTES);
    SecretBytes key(kKeyBytes);
    if (crypto_pwhash(key.data(), key.size(), passphrase.view().data(), passphrase.size(), salt.data(), params.passes,
                      static_cast<std::size_t>(params.memoryKiB) * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(Errc::io, "not enough memory for the key derivation");
    return key;
}

milliseconds measureArgon(const ArgonParams& params)
{
    const auto start = std::chrono::steady_clock::now();
    // The time does not depend on the passphrase.
    [[maybe_unused]] auto ignored = stretch(SecretBytes::copyOf(std::string_view("calibration")), Salt{}, params);
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - start);
}

ArgonParams calibrateArgon(std::uint64_t physicalMemory, const ArgonTimer& timer)
{
    ArgonParams params = kArgonFloor;
    if (physicalMemory > kSmallTablet)
        params.memoryKiB = kArgonCap.memoryKiB;
    auto took = timer(params);
    if (took > kSlowest && params.memoryKiB > kArgonFloor.memoryKiB) {
        params.memoryKiB = kArgonFloor.memoryKiB;
        took = timer(params);
    }
    if (took < kFastest) {
        // Time grows with the passes: one step of arithmetic instead of a search that makes the person wait.
        const auto wanted = params.passes * kAim.count() / std::max<std::int64_t>(took.count(), 1);
        params.passes =
            static_cast<std::uint32_t>(std::clamp<std::int64_t>(wanted, kArgonFloor.passes, kArgonCap.passes));
    }
    return params;
}

} // namespace lianxin::vault

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault.hpp"
#include "platform/fake/fake_clocks.hpp"
#include "platform/fake/fake_files.hpp"
#include "platform/fake/in_memory_key_store.hpp"
#include "platform/system_random.hpp"

#include <optional>
#include <string_view>

namespace lianxin::vault {

inline SecretBytes secretText(std::string_view text) { return SecretBytes::copyOf(text); }

// One tablet in memory with one enrolled user. The cost of a guess is the floor: never less, also in a test.
struct VaultFixture {
    static constexpr std::string_view kPassphrase = "plum rain bridge 7 lantern";
    static constexpr std::string_view kOther = "stone river tea cup 9";
    static constexpr std::string_view kWrong = "not the passphrase 1";
    const platform::Path folder = "/tablet/users/one";

    platform::FakeFiles files;
    platform::InMemoryKeyStore keyStore;
    platform::FakeBootClock boot;
    platform::SystemRandom random;
    std::array<seal::BoxKey, 3> holders{seal::BoxKey::generate(random), seal::BoxKey::generate(random),
                                        seal::BoxKey::generate(random)};
    std::optional<Vault> vault;
    SecretBytes recoveryCode;

    VaultServices services() { return {files, keyStore, boot, random}; }

    Result<void> enrol(bool withEscrow = false)
    {
        UserId user;
        random.fill(user.bytes);
        const auto passphrase = secretText(kPassphrase);
        Enrolment wanted{user, passphrase, kArgonFloor, std::nullopt};
        if (withEscrow)
            wanted.holders = RecoveryHolders{holders[0].publicKey(), holders[1].publicKey(), holders[2].publicKey()};
        LIANXIN_TRY(auto made, Vault::enrol(services(), folder, wanted));
        recoveryCode = std::move(made.recoveryCode);
        vault.emplace(std::move(made.vault));
        return {};
    }

    // The process ends and starts again on the same tablet.
    Result<void> restart()
    {
        vault.reset();
        LIANXIN_TRY(auto opened, Vault::open(services(), folder));
        vault.emplace(std::move(opened));
        return {};
    }

    Result<void> unlock(std::string_view passphrase = kPassphrase) { return vault->unlock(secretText(passphrase)); }
};

template <typename T> Errc codeOf(const Result<T>& result)
{
    return result ? static_cast<Errc>(0) : result.error().code;
}

} // namespace lianxin::vault

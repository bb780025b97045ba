// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault_crypto.hpp"
#include "platform/boot_clock.hpp"

#include <memory>
#include <optional>

namespace lianxin::vault {

// One SQLCipher file: 32 bytes of raw key and 16 bytes of salt.
struct FileKey {
    SecretBytes key;
    SecretBytes salt;
    [[nodiscard]] FileKey clone() const { return {key.clone(), salt.clone()}; }
};

struct DataKeys {
    std::uint32_t generation{0};
    FileKey data;
    FileKey attachments;
    [[nodiscard]] DataKeys clone() const { return {generation, data.clone(), attachments.clone()}; }
};
[[nodiscard]] DataKeys dataKeysFrom(const SecretBytes& seed, std::uint32_t generation);

// While a re-key is under way each file opens with one of the two: try `next` first.
struct DataKeySet {
    DataKeys current;
    std::optional<DataKeys> next;
    [[nodiscard]] DataKeySet clone() const;
};

// The database keys lent to a running sync (D17). Lock does not take them back at once: they are good until the lease
// is given back, or 30 minutes after the lock, whichever is first. Whoever holds one asks keys() at each step and
// closes its connection when it is refused.
inline constexpr std::chrono::minutes kLeaseAfterLock{30};

class DataKeyLease {
public:
    struct State { // shared with the vault, which starts the clock and can ask how long
        DataKeySet keys;
        // Uptime; a lease does not outlive its process, so no boot id.
        std::optional<std::chrono::milliseconds> lockedAt;
    };
    DataKeyLease(std::shared_ptr<State> state, const platform::BootClock& clock);
    DataKeyLease(DataKeyLease&&) noexcept = default;
    DataKeyLease& operator=(DataKeyLease&&) noexcept = delete;
    DataKeyLease(const DataKeyLease&) = delete;
    DataKeyLease& operator=(const DataKeyLease&) = delete;
    ~DataKeyLease() = default; // gives the keys back: they are wiped with the last holder

    [[nodiscard]] Result<const DataKeySet*> keys(); // notAllowed once it is over; the keys are wiped then

private:
    std::shared_ptr<State> m_state;
    const platform::BootClock& m_clock;
};

} // namespace lianxin::vault

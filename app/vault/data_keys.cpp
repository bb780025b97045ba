// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/data_keys.hpp"

namespace lianxin::vault {

DataKeys dataKeysFrom(const SecretBytes& seed, std::uint32_t generation)
{
    constexpr std::string_view kPurpose = "lxdatak1";
    constexpr std::size_t kSaltBytes = 16;
    return {generation,
            {deriveKey(seed, 1, kPurpose), deriveKey(seed, 2, kPurpose, kSaltBytes)},
            {deriveKey(seed, 3, kPurpose), deriveKey(seed, 4, kPurpose, kSaltBytes)}};
}

DataKeySet DataKeySet::clone() const
{
    DataKeySet copy{current.clone(), std::nullopt};
    if (next)
        copy.next = next->clone();
    return copy;
}

DataKeyLease::DataKeyLease(std::shared_ptr<State> state, const platform::BootClock& clock)
    : m_state(std::move(state)), m_clock(clock)
{}

Result<const DataKeySet*> DataKeyLease::keys()
{
    if (m_state && m_state->lockedAt && m_clock.now().uptime - *m_state->lockedAt > kLeaseAfterLock)
        m_state.reset();
    if (!m_state)
        return fail(Errc::notAllowed, "the lease of the database keys is over");
    return &m_state->keys;
}

} // namespace lianxin::vault

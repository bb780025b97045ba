// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/permissions.hpp"
#include "sync/seal/keys.hpp"
#include "sync/server/sql_server_store.hpp"

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace lianxin::server {

// A role over a partition, held in the scope generations since..until of its user (until: exclusive, open while it lasts).
struct Grant {
    PartitionId partition;
    Role role{Role::VW};
    std::uint64_t since{1};
    std::optional<std::uint64_t> until;
    [[nodiscard]] bool holdsAt(std::uint64_t generation) const
    {
        return since <= generation && (!until || generation < *until);
    }
};

enum class CaseDuty : std::uint8_t { counsellor = 1, supervisor = 2, escrow = 3 };
struct CaseParty {
    UserId user;
    CaseDuty duty{CaseDuty::counsellor};
};

// Who may hold what: grants over areas with their generations, parties of counselling cases, certified keys of persons.
class MemberStore {
public:
    explicit MemberStore(SqlServerStore& store) : m_store(store) {}

    [[nodiscard]] Result<std::uint64_t> generationOf(UserId user); // 0: no member
    [[nodiscard]] Result<std::vector<Grant>> grantsOf(UserId user);
    [[nodiscard]] Result<bool> everHeld(UserId user, const PartitionId& partition); // by a grant, now or once
    [[nodiscard]] Result<void> grant(UserId user, const std::vector<PartitionId>& areas,
                                     Role role); // one new generation
    [[nodiscard]] Result<void> revoke(UserId user, const PartitionId& area);

    [[nodiscard]] Result<std::vector<CaseParty>> partiesOf(const PartitionId& casePartition);
    [[nodiscard]] Result<void> addParty(const PartitionId& casePartition, const CaseParty& party);

    // Everything that a replica of this user may hold now: the directory, granted areas, what exists below them, own cases. Sorted.
    [[nodiscard]] Result<std::vector<PartitionId>> holdings(UserId user);

    [[nodiscard]] Result<bool> isCertifiedSigner(UserId user, const seal::PublicSignKey& key);
    [[nodiscard]] Result<bool> isCertified(UserId user);

    void forget(); // after a rollback, cached rows may never have been

private:
    SqlServerStore& m_store;
    std::unordered_map<UserId, std::vector<Grant>> m_grants;
    std::unordered_map<UserId, std::uint64_t> m_generations;
};

} // namespace lianxin::server

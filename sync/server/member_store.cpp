// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/member_store.hpp"

#include <algorithm>
#include <set>

namespace lianxin::server {

void MemberStore::forget()
{
    m_grants.clear();
    m_generations.clear();
}

Result<std::uint64_t> MemberStore::generationOf(UserId user)
{
    if (const auto found = m_generations.find(user); found != m_generations.end())
        return found->second;
    LIANXIN_TRY(auto query, m_store.database().statement("SELECT generation FROM member WHERE user = ?1"));
    query.bindId(1, user);
    LIANXIN_TRY(const auto there, query.step());
    const auto generation = there ? query.numberAt(0) : 0;
    m_generations[user] = generation;
    return generation;
}

Result<std::vector<Grant>> MemberStore::grantsOf(UserId user)
{
    if (const auto found = m_grants.find(user); found != m_grants.end())
        return found->second;
    LIANXIN_TRY(
        auto query,
        m_store.database().statement(
            "SELECT partition, role, since, until FROM member_grant WHERE user = ?1 ORDER BY partition, role, since"));
    query.bindId(1, user);
    std::vector<Grant> grants;
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            break;
        Grant grant;
        LIANXIN_TRY(grant.partition, PartitionId::parse(query.textAt(0)));
        grant.role = static_cast<Role>(query.intAt(1));
        grant.since = query.numberAt(2);
        if (!query.isNull(3))
            grant.until = query.numberAt(3);
        grants.push_back(std::move(grant));
    }
    m_grants[user] = grants;
    return grants;
}

Result<void> MemberStore::grant(UserId user, const std::vector<PartitionId>& areas, Role role)
{
    LIANXIN_TRY(const auto before, generationOf(user));
    const auto generation = before + 1;
    LIANXIN_TRY(
        auto member,
        m_store.database().statement(
            "INSERT INTO member(user, generation) VALUES(?1, ?2) ON CONFLICT(user) DO UPDATE SET generation = ?2"));
    member.bindId(1, user).bindNumber(2, generation);
    LIANXIN_CHECK(member.run());
    for (const auto& area : areas) {
        LIANXIN_TRY(auto put,
                    m_store.database().statement(
                        "INSERT INTO member_grant(user, partition, role, since, until) VALUES(?1, ?2, ?3, ?4, NULL)"));
        put.bindId(1, user).bindText(2, area.text()).bindInt(3, static_cast<int>(role)).bindNumber(4, generation);
        LIANXIN_CHECK(put.run());
    }
    forget();
    return {};
}

Result<void> MemberStore::revoke(UserId user, const PartitionId& area)
{
    LIANXIN_TRY(const auto before, generationOf(user));
    const auto generation = before + 1;
    LIANXIN_TRY(auto end,
                m_store.database().statement(
                    "UPDATE member_grant SET until = ?3 WHERE user = ?1 AND partition = ?2 AND until IS NULL"));
    end.bindId(1, user).bindText(2, area.text()).bindNumber(3, generation);
    LIANXIN_CHECK(end.run());
    if (m_store.database().changedRows() == 0)
        return fail(Errc::notFound, "this user has no grant over " + area.text());
    LIANXIN_TRY(auto member, m_store.database().statement("UPDATE member SET generation = ?2 WHERE user = ?1"));
    member.bindId(1, user).bindNumber(2, generation);
    LIANXIN_CHECK(member.run());
    forget();
    return {};
}

Result<bool> MemberStore::everHeld(UserId user, const PartitionId& partition)
{
    LIANXIN_TRY(const auto grants, grantsOf(user));
    return std::ranges::any_of(grants, [&](const Grant& grant) { return grantCovers(grant.partition, partition); });
}

Result<std::vector<CaseParty>> MemberStore::partiesOf(const PartitionId& casePartition)
{
    LIANXIN_TRY(auto query,
                m_store.database().statement("SELECT user, duty FROM case_party WHERE partition = ?1 ORDER BY user"));
    query.bindText(1, casePartition.text());
    std::vector<CaseParty> parties;
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            return parties;
        LIANXIN_TRY(const auto user, query.idAt<UserId>(0));
        parties.push_back({user, static_cast<CaseDuty>(query.intAt(1))});
    }
}

Result<void> MemberStore::addParty(const PartitionId& casePartition, const CaseParty& party)
{
    LIANXIN_TRY(auto put, m_store.database().statement(
                              "INSERT OR IGNORE INTO case_party(partition, user, duty) VALUES(?1, ?2, ?3)"));
    put.bindText(1, casePartition.text()).bindId(2, party.user).bindInt(3, static_cast<int>(party.duty));
    return put.run();
}

Result<std::vector<PartitionId>> MemberStore::holdings(UserId user)
{
    std::set<PartitionId> held;
    LIANXIN_TRY(const auto generation, generationOf(user));
    LIANXIN_TRY(const auto grants, grantsOf(user));
    if (generation == 0)
        return std::vector<PartitionId>{};
    LIANXIN_TRY(const auto existing, m_store.partitions());
    held.insert(PartitionId::directory());
    for (const auto& grant : grants) {
        if (!grant.holdsAt(generation))
            continue;
        held.insert(grant.partition);
        for (const auto& partition : existing)
            if (!partition.isCase() && grantCovers(grant.partition, partition))
                held.insert(partition);
    }
    LIANXIN_TRY(auto query, m_store.database().statement("SELECT partition FROM case_party WHERE user = ?1"));
    query.bindId(1, user);
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            break;
        LIANXIN_TRY(auto partition, PartitionId::parse(query.textAt(0)));
        held.insert(std::move(partition));
    }
    return std::vector<PartitionId>(held.begin(), held.end());
}

Result<bool> MemberStore::isCertifiedSigner(UserId user, const seal::PublicSignKey& key)
{
    LIANXIN_TRY(
        auto query,
        m_store.database().statement(
            "SELECT 1 FROM certificate WHERE user = ?1 AND sign_key = ?2 AND replica IS NULL AND text IS NOT NULL"));
    query.bindId(1, user).bindId(2, key);
    return query.step();
}

Result<bool> MemberStore::isCertified(UserId user)
{
    LIANXIN_TRY(auto query,
                m_store.database().statement(
                    "SELECT 1 FROM certificate WHERE user = ?1 AND box_key IS NOT NULL AND text IS NOT NULL"));
    query.bindId(1, user);
    return query.step();
}

} // namespace lianxin::server

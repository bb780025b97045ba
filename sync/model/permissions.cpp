// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/permissions.hpp"

#include <algorithm>
#include <array>

namespace lianxin {

namespace {
constexpr std::size_t kCountyDigits = 6;
constexpr int kInternal = 1; // sensitivity: no person's
constexpr std::array kAllRoles{Role::VW, Role::CO, Role::VO, Role::TO, Role::CS, Role::PS, Role::PR};

bool allows(const std::vector<AccessRule>& rules, Role role, Relation relation)
{
    if (relation == Relation::outside)
        return false;
    return std::any_of(rules.begin(), rules.end(), [&](const AccessRule& rule) {
        return rule.role == role && (!rule.authorOnly || relation == Relation::author);
    });
}
} // namespace

bool mayRead(Role role, const RecordType& type, Relation relation) { return allows(type.readers, role, relation); }

bool mayWrite(Role role, const RecordType& type, Relation relation) { return allows(type.writers, role, relation); }

bool isBoard(const PartitionId& partition) { return partition.text().starts_with("b:"); }

std::optional<PartitionId> boardOf(const PartitionId& area)
{
    if (area.area().size() < kCountyDigits)
        return std::nullopt;
    auto board = PartitionId::parse("b:" + std::string(area.area().substr(0, kCountyDigits)));
    return board ? std::optional(std::move(*board)) : std::nullopt;
}

bool isForBoards(const RecordType& type)
{
    return type.sensitivity <= kInternal && !type.envelope &&
           std::all_of(kAllRoles.begin(), kAllRoles.end(),
                       [&](Role role) { return mayRead(role, type, Relation::holder); });
}

bool grantCovers(const PartitionId& granted, const PartitionId& partition)
{
    if (granted == partition)
        return !granted.text().empty();
    if (partition == PartitionId::directory())
        return !granted.text().empty();
    if (granted.isCase() || partition.isCase() || granted.text().empty())
        return false;
    if (isBoard(granted))
        return false;
    if (isBoard(partition) && granted.area().starts_with(partition.area()))
        return true;
    return granted.area().size() < partition.area().size() && partition.area().starts_with(granted.area());
}

bool scopeFits(RecordScope scope, const PartitionId& partition)
{
    switch (scope) {
    case RecordScope::directory: return partition == PartitionId::directory();
    case RecordScope::counselCase: return partition.isCase();
    case RecordScope::area:
        return !partition.text().empty() && !partition.isCase() && partition != PartitionId::directory();
    }
    return false;
}

} // namespace lianxin

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/permissions.hpp"

#include <algorithm>

namespace lianxin {

namespace {
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

bool grantCovers(const PartitionId& granted, const PartitionId& partition)
{
    if (granted == partition)
        return !granted.text().empty();
    if (partition == PartitionId::directory())
        return !granted.text().empty();
    if (granted.isCase() || partition.isCase() || granted.text().empty())
        return false;
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

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/supervisors.hpp"

#include "app/forms/record_fields.hpp"
#include "sync/model/permissions.hpp"

namespace lianxin::forms {

Result<std::vector<UserId>> supervisorsOf(const Catalogue& catalogue, const store::ReplicaStore& store,
                                          const PartitionId& area)
{
    std::vector<UserId> users;
    const RecordType* grant = catalogue.type("grant");
    if (grant == nullptr)
        return users;
    LIANXIN_TRY(const auto grants, store.ofType(grant->number));
    for (const auto& view : grants) {
        const RecordFields fields(*grant, view);
        const auto user = fields.ref("user");
        const auto partition = PartitionId::parse(fields.text("partition"));
        const bool supervises = fields.number("role") == codeOfRole(Role::CS) && !fields.number("valid_to");
        if (user && partition && supervises && grantCovers(*partition, area))
            users.push_back(userOf(*user));
    }
    return users;
}

} // namespace lianxin::forms

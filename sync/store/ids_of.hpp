// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.hpp"

#include <vector>

namespace lianxin::store {

// The first column of all rows that are left. damaged: one is no such id.
template <typename Id> [[nodiscard]] Result<std::vector<Id>> idsOf(Statement& rows)
{
    std::vector<Id> ids;
    for (;;) {
        LIANXIN_TRY(const bool there, rows.step());
        if (!there)
            return ids;
        LIANXIN_TRY(const auto id, rows.template idAt<Id>(0));
        ids.push_back(id);
    }
}

} // namespace lianxin::store

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/record_state.hpp"
#include "sync/model/catalogue.hpp"
#include "sync/store/database.hpp"
#include "sync/store/record_view.hpp"

#include <functional>
#include <vector>

namespace lianxin::store {

// What stood in a register and was overwritten while this tablet looked on. The whole history is the province's archive; a value that
// somebody saw here stays readable here: encrypted like the rest, bounded per register, and gone with its record's row.
class PastTable {
public:
    explicit PastTable(Database& database) : m_database(database) {}

    // Own changes that the province set aside never counted: they are no history.
    using IsWithdrawn = std::function<Result<bool>(const Dot& dot)>;
    [[nodiscard]] Result<void> keep(RecordId record, const RecordType* type,
                                    const std::vector<core::RegisterState>& before,
                                    const std::vector<core::RegisterState>& after, const IsWithdrawn& isWithdrawn);
    [[nodiscard]] Result<std::vector<PastValue>> of(RecordId record) const; // by register, newest first

private:
    [[nodiscard]] Result<void> put(RecordId record, const PastValue& value);
    [[nodiscard]] Result<void> trim(RecordId record, const RegisterKey& key);

    Database& m_database;
};

} // namespace lianxin::store

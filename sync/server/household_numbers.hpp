// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/store/database.hpp"

#include <string>

namespace lianxin::server {

// ISO 7064 MOD 11,10 over decimal digits (domain.md 2.4): the digit that makes the whole valid.
[[nodiscard]] char checkDigit(std::string_view digits);
[[nodiscard]] bool isHouseholdNumber(std::string_view text);

// The field of a type that holds such a number; nullptr for types without one.
[[nodiscard]] const Field* numberField(const RecordType& type);

// 档案编号 of D4: village 12 + year 2 + sequence 4 + check digit. Given once, in the transaction that accepts the household.
class HouseholdNumbers {
public:
    explicit HouseholdNumbers(store::Database& database) : m_database(database) {}
    // Empty when the partition is no village or its 9,999 numbers of the year are used up: the household stays without, nothing fails.
    [[nodiscard]] Result<std::string> next(const PartitionId& village, Millis now);

private:
    store::Database& m_database;
};

} // namespace lianxin::server

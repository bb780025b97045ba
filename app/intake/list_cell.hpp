// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/list_rules.hpp"
#include "sync/model/lunar.hpp"
#include "sync/model/value.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lianxin::intake {

// A day as offices write it: 1958-09-30, 1958/9/30, 1958.9.30, 1958年9月30日, 19580930, or the day number of a spreadsheet. Without a day of the
// month: the first, when `monthIsEnough`.
[[nodiscard]] std::optional<Day> dayIn(std::string_view cell, bool monthIsEnough);

// What a cell says in the words of its field. The detail of a refusal is the code of a hint: date_unclear, word_unknown, number_cut (a long
// number that a spreadsheet turned into 3.5E+17), not_taken.
[[nodiscard]] Result<Value> cellValue(const Catalogue& catalogue, const ListColumn& column, std::string_view cell);

} // namespace lianxin::intake

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::intake {

// What the columns of a list of families may be called, and what stands in them (assets/forms/household_list.json). Data: counties name the same
// thing differently.
struct ListColumn {
    enum class Kind { person, household, family, village };
    Kind kind{Kind::person};
    const Field* field{nullptr};               // of the catalogue; null for family and village
    std::map<std::string, std::int64_t> words; // of a code, beside its labels
};

struct ListRules {
    std::vector<ListColumn> columns;
    std::map<std::string, std::size_t> heads; // bareHead() -> column
};

// The heading without blanks, brackets with what is in them, and marks.
[[nodiscard]] std::string bareHead(std::string_view text);
// invalidInput names what does not fit the catalogue. The rules point into it.
[[nodiscard]] Result<ListRules> parseListRules(std::string_view json, const Catalogue& catalogue);

} // namespace lianxin::intake

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/store/record_view.hpp"
#include "sync/store/text_folder.hpp"

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::store {

// A key of the ordered prefix table (D23). A text is found from each of its characters on, so one range scan answers single characters,
// pairs and longer pieces alike. The first character is the mark of the type's group (search_groups.hpp), the second says how it was made:
//   '^' from the start of the text    '~' from a later character    '<' digits from the end, reversed
// A spelled term ends in 0x01 and the length of its first syllable, so that "lin" finds Lin before Ling.
struct Term {
    std::string text;
    HitKind kind{HitKind::name};
    auto operator<=>(const Term&) const = default;
};

inline constexpr char kTermStart = '^';
inline constexpr char kTermLater = '~';
inline constexpr char kTermEnd = '<';
inline constexpr char kTermSyllable = '\x01';

// Terms of a record's fields that the catalogue calls searchable; sorted, each once. Sealed fields have no register, hence no terms.
// Nor has anything that counts as confidential (level 4) any, whatever its file says.
[[nodiscard]] std::vector<Term> termsOf(const RecordType& type, const RegisterValues& values, const TextFolder& folder,
                                        char groupMark);
[[nodiscard]] bool isSearchable(const RecordType& type);

// What lists of the type are ordered by: the time of its timeline, else the pinyin of its title.
[[nodiscard]] std::string sortKeyOf(const RecordType& type, const RegisterValues& values, const TextFolder& folder);

} // namespace lianxin::store

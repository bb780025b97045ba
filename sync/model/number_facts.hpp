// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/model/lunar.hpp"

#include <string_view>

namespace lianxin {

// What a number that somebody entered says about other fields of its record (domain 9.4, 9.6): of an identity number the birthday and the sex, and
// whether it was of 15 digits; of a disability card its kind and level.
struct NumberFacts {
    FieldValues marks; // follow the number: put always, null takes away
    FieldValues hints; // put where nothing stands yet; what differs is told by validate()
};
// Nothing where the text is no such number.
[[nodiscard]] NumberFacts numberFacts(const RecordType& type, const Field& field, std::string_view entered, Day today);

// The boolean that keeps in mind that an identity number was converted: "<field>_converted". nullptr: this type keeps no such mark.
[[nodiscard]] const Field* convertedMark(const RecordType& type, const Field& field);

} // namespace lianxin

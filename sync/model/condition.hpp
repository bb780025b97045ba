// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/value.hpp"

#include <map>
#include <string>
#include <vector>

namespace lianxin {

// The fields of one record as forms and rules see them: field number -> value, groups opened, sets as sorted arrays
// of codes or ids. catalogue_values.hpp turns registers into this and back. A cleared field is absent.
using FieldValues = std::map<std::uint32_t, Value>;

// A rule written in the catalogue as JSON (SCHEMA.md, "Conditions"):
// {"field":"mode","in":[1,2]}, {"field":"purpose","has":11}, {"field":"phone1","set":true},
// {"field":"mood","min":3} / {"max":2}, {"field":"level","differs":"suggested_level"}, {"all":[...]}, {"any":[...]}, {"not":{...}}
struct Condition {
    enum class Op { in, has, set, min, max, differs, all, any, negated };
    Op op{Op::all};
    std::uint32_t field{0};
    std::vector<Value> values;    // in: any of these; has: any of these is an element
    std::int64_t bound{0};        // min, max; set: 1 present, 0 absent; differs: number of the other field
    std::vector<Condition> parts; // all, any, negated (one part)
};

[[nodiscard]] bool holds(const Condition& condition, const FieldValues& values);

} // namespace lianxin

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/role.hpp"
#include "sync/model/value.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace lianxin {

// One way on: from a state to any of others; `by` names who usually takes it, nobody: whoever may write the record.
struct StateStep {
    std::uint32_t from{0};
    std::vector<std::uint32_t> to;
    std::vector<Role> by;
};

// The course that records of a type usually take (SCHEMA.md, "States"). It advises who fills in a form; no server asks for it (D7):
// two tablets that each went one step further have both told the truth.
struct StateRule {
    std::uint32_t field{0};           // the code field that holds the state
    std::vector<std::uint32_t> start; // states of a new record
    std::vector<StateStep> steps;
};

enum class StateAdvice : std::uint8_t {
    fits,
    unusualStart, // a new record seldom begins there
    unusualStep,  // seldom comes right after what was stored
    others        // a step that somebody else usually takes
};
// What to say of a state that a person chose. `before` is what is stored, null for a new record; a state that did not change and one
// that is empty always fit. Without a role nobody is told that a step is somebody else's.
[[nodiscard]] StateAdvice adviceOn(const StateRule& rule, const Value& before, const Value& after,
                                   std::optional<Role> role);
// States that a record can usually take on next, in the order of the steps.
[[nodiscard]] std::vector<std::uint32_t> nextStates(const StateRule& rule, const Value& before);

} // namespace lianxin

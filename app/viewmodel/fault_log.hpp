// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/fault.hpp"

#include <string>
#include <vector>

namespace lianxin::ui {

// What went wrong lately, by name and time, for whoever helps: no words of anybody, no ids. The last ones only; they lie in the encrypted
// store, and come out in a support file that the person has seen.
struct NotedFault {
    Millis at{0}; // the last time
    std::string name;
    int times{1}; // one after the other
};
inline constexpr std::size_t kNotedFaults = 40;

void noteFault(const Desk& desk, Fault fault); // on a full disk nothing is noted, and nobody is told
[[nodiscard]] std::vector<NotedFault> notedFaults(const Desk& desk); // newest first

} // namespace lianxin::ui

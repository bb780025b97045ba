// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/wire/json_fields.hpp"

#include <string_view>
#include <vector>

namespace lianxin::wire {

inline constexpr std::size_t kMaxOutcomes = 100'000; // all that a replica may have in quarantine

// [[number, outcome, reason?], ...], left out when empty.
void writeOutcomes(JsonOut& out, std::string_view key, const std::vector<core::ChangeOutcome>& outcomes);
[[nodiscard]] std::vector<core::ChangeOutcome> readOutcomes(const JsonIn& in, std::string_view key);

} // namespace lianxin::wire

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/changeset.hpp"

#include <string>
#include <string_view>

namespace lianxin::wire {

// The canonical JSON body of PROTOCOL.md 4, version 1. The changeset must be one that decodeChangeset would give (sorted, within limits).
[[nodiscard]] std::string encodeChangeset(const core::Changeset& changeset);

// Accepts exactly the texts for which encodeChangeset(decodeChangeset(x)) == x. invalidInput: anything else; upgradeNeeded: a later version.
[[nodiscard]] Result<core::Changeset> decodeChangeset(std::string_view body);

} // namespace lianxin::wire

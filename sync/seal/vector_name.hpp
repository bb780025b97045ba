// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/context.hpp"

namespace lianxin::seal {

// What a push calls a vector that the server sent (PROTOCOL.md 7.1): the first bytes of a hash of it. Too short to prove anything, and need
// not: the signature over the completed text does.
using VectorName = RawId<struct VectorNameTag, 8>;

[[nodiscard]] VectorName nameOf(const core::Context& vector);

} // namespace lianxin::seal

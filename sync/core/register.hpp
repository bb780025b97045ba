// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/context.hpp"
#include "sync/model/value.hpp"

#include <vector>

namespace lianxin::core {

// Hybrid logical clock: milliseconds << 16 | counter. Orders what people read, decides nothing (D8).
using Hlc = std::int64_t;
[[nodiscard]] constexpr Millis hlcMillis(Hlc hlc) { return hlc >> 16; }

// One current value of a register and who wrote it.
struct Head {
    Dot dot;
    UserId user;
    Hlc hlc{0};
    Value value;
    bool operator==(const Head&) const = default;
};

// Heads sorted by dot. Two or more heads with different values are a conflict (single registers only).
using Heads = std::vector<Head>;

enum class Applied { written, reflected };

// R12 for one register. `context` is the whole context of the register as this side holds it (base, vector or explicit id,
// plus exceptions); on `written` the caller must see that the context afterwards contains the dot and the past.
[[nodiscard]] Applied applyWrite(Heads& heads, const Context& context, const Head& write, const Context& past);

// R16: merge of two register states; the merged context is a + b.
[[nodiscard]] Heads mergeHeads(const Heads& a, const Context& contextA, const Heads& b, const Context& contextB);

// The value shown while undecided: that of the greatest dot (D8); nullptr for an empty register.
[[nodiscard]] const Head* provisional(const Heads& heads);
[[nodiscard]] bool differ(const Heads& heads);    // two heads with different canonical values
[[nodiscard]] bool isPresent(const Heads& heads); // set element: any head is `true` (R34)

} // namespace lianxin::core

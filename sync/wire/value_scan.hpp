// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lianxin::wire {

// Whether the text is a value that a message may carry: canonical JSON within the limits of values. It decides what JsonIn::value() and the
// JSON reader decide together, without a tree: a first sync asks it a million times.
[[nodiscard]] bool isCanonicalValue(std::string_view text);

} // namespace lianxin::wire

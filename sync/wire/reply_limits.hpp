// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace lianxin::wire {

// The most bytes that an answer to a request with this path may have, packed or unpacked (PROTOCOL.md 12). Whoever reads it stops there.
[[nodiscard]] std::size_t replyLimit(std::string_view path);

} // namespace lianxin::wire

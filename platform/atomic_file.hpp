// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/files.hpp"

namespace lianxin::platform {

// Afterwards the file holds all of `bytes` and survives a power cut; on an error, or a cut in the middle, it holds what
// it held before. A left-over "<path>.tmp" is overwritten by the next try.
[[nodiscard]] Result<void> writeAtomically(Files& files, const Path& path, std::string_view bytes);

} // namespace lianxin::platform

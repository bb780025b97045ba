// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

namespace lianxin::platform {

// Keys stay out of core dumps and away from other processes of the same user: not dumpable, core size 0. Call it
// first in main(), before any key exists; a child made by fork inherits it, a program started by exec does not.
[[nodiscard]] Result<void> hardenProcess();
[[nodiscard]] bool processHardened();

} // namespace lianxin::platform

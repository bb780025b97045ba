// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

namespace lianxin::platform {

// `what` names the call, not the path: a path may hold a person's folder.
[[nodiscard]] Error posixError(int number, const char* what);

} // namespace lianxin::platform

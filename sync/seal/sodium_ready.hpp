// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lianxin::seal {

// Every entry into libsodium passes here first; the first call initialises it, and a machine on which that fails cannot go on.
void sodiumReady();

} // namespace lianxin::seal

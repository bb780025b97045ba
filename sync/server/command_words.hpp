// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace lianxin::server {

// The words of a command so that an id which begins with a dash is no option: "--replica -x…" becomes "--replica=-x…", and other such words
// go behind "--" at the end. One tablet in 64 has such an id. Without the program's name.
[[nodiscard]] std::vector<std::string> commandWords(int argc, const char* const* argv);

} // namespace lianxin::server

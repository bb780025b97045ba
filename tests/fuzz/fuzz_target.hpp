// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

// One parser of bytes from outside. Each fuzz_*.cpp defines these two; libFuzzer (./dev fuzz) and the replay runner (ctest) use them.
namespace lianxin::fuzz {

// Must return for every input; true when a parser accepted it. A broken promise is told by promise().
bool feed(std::string_view bytes);
// Inputs that are accepted, made by the writers that ship, so that they never grow stale.
[[nodiscard]] std::vector<std::string> seeds();

// Not assert: it must speak in release builds too.
inline void promise(bool kept, const char* what)
{
    if (kept)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

} // namespace lianxin::fuzz

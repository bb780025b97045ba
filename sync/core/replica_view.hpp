// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/register.hpp"

#include <span>
#include <vector>

namespace lianxin::core {

// An own write to one register that the server may not have reflected yet, with the past that it was made with.
struct OwnWrite {
    Head head;
    const Context* past{nullptr};
};

// What a person sees of a register, and the past that a form opened now carries.
struct ShownRegister {
    Heads heads;
    Context past;        // stored context + own writes shown on top + the pasts of those (R33)
    bool pending{false}; // an own write lies on top
};

// R10, R41: stored heads, then own writes outside the stored context and not withdrawn, in order of number, on top.
// `context` is the register's whole stored context; `withdrawn` is W.
[[nodiscard]] ShownRegister show(const Heads& stored, const Context& context, std::span<const OwnWrite> own,
                                 std::span<const Dot> withdrawn);

} // namespace lianxin::core

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/replica_view.hpp"

#include <algorithm>

namespace lianxin::core {

ShownRegister show(const Heads& stored, const Context& context, std::span<const OwnWrite> own,
                   std::span<const Dot> withdrawn)
{
    ShownRegister shown{stored, context, false};
    for (const auto& write : own) {
        if (std::find(withdrawn.begin(), withdrawn.end(), write.head.dot) != withdrawn.end())
            continue;
        // Judged by the stored context: an own later change that replaced this one brings its own past.
        if (applyWrite(shown.heads, context, write.head, *write.past) == Applied::reflected)
            continue;
        shown.past.add(write.head.dot);
        shown.past.merge(*write.past);
        shown.pending = true;
    }
    return shown;
}

} // namespace lianxin::core

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

namespace lianxin::platform {

// The wall clock of the machine, which may be wrong by years (D8).
class SystemClock final : public Clock {
public:
    [[nodiscard]] Millis now() const override;
};

} // namespace lianxin::platform

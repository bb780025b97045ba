// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/maps.hpp"

namespace lianxin::platform {

// Whatever program of the desktop takes addresses of the scheme "geo".
class QtMaps final : public Maps {
public:
    [[nodiscard]] Result<void> show(const Place& place, const QString& name) override;
};

} // namespace lianxin::platform

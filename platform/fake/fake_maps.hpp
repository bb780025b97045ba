// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/maps.hpp"

#include <QStringList>

namespace lianxin::platform {

// Notes what it was asked to show.
class FakeMaps final : public Maps {
public:
    [[nodiscard]] Result<void> show(const Place& place, const QString& name) override
    {
        if (missing)
            return fail(Errc::notFound, "no maps");
        shown << geoAddress(place, name);
        return {};
    }
    QStringList shown;
    bool missing{false};
};

} // namespace lianxin::platform

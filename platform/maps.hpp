// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/place_source.hpp"
#include "sync/model/error.hpp"

#include <QString>

namespace lianxin::platform {

// Hands a place to whatever shows maps on this machine, which leads there. Only after somebody's touch; nothing but the place and its name goes over.
class Maps {
public:
    virtual ~Maps() = default;
    [[nodiscard]] virtual Result<void> show(const Place& place,
                                            const QString& name) = 0; // notFound: nothing here shows maps
};

// "geo:26.12345,119.12345?q=26.12345,119.12345(name)": RFC 5870, and the label that map programs read.
[[nodiscard]] QString geoAddress(const Place& place, const QString& name);

} // namespace lianxin::platform

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <cstdint>
#include <functional>

namespace lianxin::platform {

// One place, once, because a person asked for it. There is no other way to ask: no watching, no last known place.
struct Place {
    std::int32_t latitude{0};  // 1e-5 degree (D11)
    std::int32_t longitude{0}; // 1e-5 degree
    int within{0};             // metres; 0: the system does not say
};

class PlaceSource {
public:
    virtual ~PlaceSource() = default;
    using Found =
        std::function<void(Result<Place>)>; // notFound: this tablet cannot tell; busy: not now, no sky; notAllowed
    virtual void ask(Found found) = 0;
    virtual void forget() = 0; // whoever asked left; `found` is not called any more
};

} // namespace lianxin::platform

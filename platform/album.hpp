// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"
#include "sync/model/ids.hpp"

#include <string>
#include <vector>

namespace lianxin::platform {

// Pictures that lie on the tablet already, taken with another program. They are read, never changed.
class Album {
public:
    virtual ~Album() = default;
    struct Entry {
        std::string id; // for read(); a path, so neither shown nor logged
        Millis changed{0};
    };
    [[nodiscard]] virtual std::vector<Entry> newest(std::size_t most) = 0;
    [[nodiscard]] virtual Result<std::string> read(const std::string& id,
                                                   std::size_t atMost) = 0; // longer: invalidInput
};

} // namespace lianxin::platform

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lianxin::store {

// Room that was held back for the day when the disk is full (security.md 3). What a person wrote comes before everything else.
class SpareRoom {
public:
    virtual ~SpareRoom() = default;
    [[nodiscard]] virtual bool give() = 0;          // true: something was given up, another try makes sense
    [[nodiscard]] virtual bool isGiven() const = 0; // what is left now belongs to text that people write
};

} // namespace lianxin::store

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

#include <cstdint>
#include <string>

namespace lianxin::store {

// Who signed for own changes on their way, in the order of how near the province they are. None of them is a receipt.
enum class CarriedBy : std::uint8_t { nobody = 0, neighbour = 1, township = 2 };

struct CarriedState {
    struct Leg {
        std::uint64_t upTo{0}; // own numbers 1..upTo lie there or have passed; 0: none
        Millis at{0};          // when it was signed for, by this tablet's clock
        std::string carrier;   // subject of the carrier's certificate
    };
    Leg neighbour;
    Leg township;
    std::uint64_t acknowledged{0};

    // Where an own change without a receipt is; nobody: on this tablet only, or with the province.
    [[nodiscard]] CarriedBy by(std::uint64_t number) const
    {
        if (number <= acknowledged)
            return CarriedBy::nobody;
        if (number <= township.upTo)
            return CarriedBy::township;
        return number <= neighbour.upTo ? CarriedBy::neighbour : CarriedBy::nobody;
    }
};

} // namespace lianxin::store

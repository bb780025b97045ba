// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/record_view.hpp"

#include <functional>

namespace lianxin::ui {

// How far a change has come on its way to the province, on what is proved to this tablet: nothing but a receipt moves it on. In the order of
// the way.
enum class Stop : std::uint8_t { tablet, neighbour, township, province };

// Who carries an own change that the province has not received, by its number. None: nobody but this tablet.
using Carriers = std::function<Stop(std::uint64_t number)>;

[[nodiscard]] inline Stop stopOf(const store::OwnChange& change, const Carriers& carriers = {})
{
    switch (change.place) {
    case store::Place::tablet: return carriers ? carriers(change.number) : Stop::tablet;
    case store::Place::received:
    case store::Place::heldBack: return Stop::province; // kept apart there, but there
    }
    return Stop::tablet;
}

// The rings that pages draw are three: a neighbour's tablet is still a tablet.
[[nodiscard]] inline int ringOf(Stop stop) { return stop == Stop::province ? 2 : stop == Stop::township ? 1 : 0; }

} // namespace lianxin::ui

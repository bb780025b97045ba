// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"

namespace lianxin::ui {

// A township warns its villages before a storm: one record in each village that it holds, because each village reads its own (D2).
// From then on whoever lives alone or needs care stands on the page of those who look after them.
class WeatherCall {
public:
    explicit WeatherCall(Desk& desk) : m_desk(desk) {}

    [[nodiscard]] bool mayCall() const;
    // Of the list weather_kind, for a day from now. What was begun before a failure stays and can be taken back.
    [[nodiscard]] Result<std::vector<forms::Committed>> call(std::int64_t kind);
    [[nodiscard]] Result<void> takeBack(const std::vector<forms::Committed>& calls);
    // The kinds that hold now, with the time until which; a kind is named once for all villages.
    [[nodiscard]] std::map<std::int64_t, Millis> inForce() const;

private:
    Desk& m_desk;
};

} // namespace lianxin::ui

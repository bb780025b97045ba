// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scales/scale.hpp"

#include <span>

namespace lianxin::scales {

// What a published rule makes of answers. Pointers into the scale.
struct Outcome {
    const Profile* profile{nullptr};
    std::optional<int> total;  // nothing: 没有做完, too many answers are missing
    const Band* band{nullptr}; // null without a total
    int missing{0};            // scored items without an answer
    bool positive{false};
    bool safety{false};      // a safety item was answered so, whatever the total
    bool leadsToRisk{false}; // safety, or a total (or what of it is certain already) in a band of risk
};

// `answers` by position; shorter ones and kNotAnswered are missing, a value that the item does not offer too.
[[nodiscard]] Outcome score(const Scale& scale, std::span<const int> answers, Day day);

// A score that was taken elsewhere: out of range it leaves the total empty. `checks`: number -> yes.
[[nodiscard]] Outcome scoreEntered(const Scale& scale, std::optional<int> total,
                                   const std::map<std::uint32_t, bool>& checks, Day day);

// "2,1,-1": answers as the record holds them.
[[nodiscard]] std::string answersText(std::span<const int> answers);
// invalidInput: not such a text, longer than the scale, or a value that an item does not offer.
[[nodiscard]] Result<std::vector<int>> answersOf(const Scale& scale, std::string_view text);
// "17:1,13:0": checks beside an entered score.
[[nodiscard]] std::string checksText(const std::map<std::uint32_t, bool>& checks);
[[nodiscard]] Result<std::map<std::uint32_t, bool>> checksOf(const Scale& scale, std::string_view text);

} // namespace lianxin::scales

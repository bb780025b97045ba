// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lianxin::hands {

// What a scanned code is for. Its text is a stranger's; nothing of it is followed, opened or kept but the number that a person then sees.
struct CodeText {
    enum class Kind { cardNumber, invitation, nearby, other };
    Kind kind{Kind::other};
    std::string text; // the card's number; the invitation, or the code of a tablet nearby, as it is typed
};
// A preferential card carries its number plainly, or as `no`, `cardno` or `card_no` of an address or of lines `name: value`.
[[nodiscard]] CodeText readCodeText(std::string_view scanned);

} // namespace lianxin::hands

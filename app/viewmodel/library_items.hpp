// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::ui {

// A tone to breathe with: from low to high while breathing in, back while breathing out. Made here, so it is no recording of anybody and needs no
// file.
struct BreathTone {
    int low{0}; // Hz
    int high{0};
    int in{0}; // seconds
    int out{0};
    int rounds{0};
    [[nodiscard]] int seconds() const { return rounds * (in + out); }
};
// Samples of 16 bits, one channel, at `rate` a second; soft at both ends of each breath.
[[nodiscard]] std::vector<std::int16_t> samplesOf(const BreathTone& tone, int rate);

// What the program brings along to read and to hear (assets/library/library.json), in its own words.
struct LibraryItem {
    struct Text {
        std::string title;
        std::string gist;
        std::vector<std::string> body;
    };
    enum class Kind { guide, policy, listen };
    std::string id;
    Kind kind{Kind::guide};
    bool forFamilies{false};
    Text zh, en;
    std::optional<BreathTone> tone; // of listen
    [[nodiscard]] const Text& in(std::string_view language) const { return language == "en" ? en : zh; }
};
[[nodiscard]] Result<std::vector<LibraryItem>> parseLibrary(std::string_view json);

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pairs/likeness.hpp"

namespace lianxin::pairs {

// A member as it is compared: folded, spelled, numbers made comparable.
struct MemberLook {
    RecordId id;
    std::string name;   // folded
    std::string sound;  // spelled, with what this coast does not tell apart made one
    std::string family; // the first syllable of it
    std::string birth;
    std::string number; // 18 characters, or as far as it was written
    bool validNumber{false};
    int sex{0};
    std::string phone;
};

[[nodiscard]] MemberLook lookAt(const Member& member, const store::TextFolder& folder);
// "zhi qiang" and "zi qian" sound alike here: zh/z, ch/c, sh/s, n/l, f/h, r/l, ang/an, eng/en, ing/in.
[[nodiscard]] std::string soundOf(const std::string& spelled);

enum class Birth { unknown, same, near, sameYear, other };
[[nodiscard]] Birth compareBirth(const std::string& one, const std::string& other);

struct MemberScore {
    int score{0};
    bool isSomebody{false}; // by number or by name, not by circumstances alone
    bool sameName{false};
    bool sameBirth{false};
    std::vector<Reason> reasons;
};
[[nodiscard]] MemberScore compare(const MemberLook& one, const MemberLook& other, bool sameVillage);

} // namespace lianxin::pairs

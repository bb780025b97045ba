// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

#include <string>
#include <string_view>

namespace lianxin::server {

// A one-time code as people read it: eight groups of four from 32 characters that cannot be mistaken for each other. The first six say which
// code is meant, so that wrong tries can be counted; the other 26 are 130 random bits.
struct EnrolCode {
    std::string id;
    std::string text; // with dashes
};

[[nodiscard]] EnrolCode makeEnrolCode(RandomSource& random);
// Upper case, without dashes and spaces, O and I read as 0 and 1. Empty when it cannot be a code.
[[nodiscard]] std::string plainEnrolCode(std::string_view typed);
[[nodiscard]] std::string enrolCodeId(std::string_view plain);

} // namespace lianxin::server

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lianxin {

// Village worker, counsellor, volunteer, township, county, prefecture, province, administrator (domain 2.0).
enum class Role : std::uint8_t { VW, CO, VO, TO, CS, PS, PR, SA };

inline constexpr std::size_t kRoleCount = 8;
[[nodiscard]] std::string_view roleName(Role role); // "VW"
[[nodiscard]] std::optional<Role> roleNamed(std::string_view name);
[[nodiscard]] std::optional<Role> roleOfCode(std::int64_t code); // number in the code list "role": 1 VW ... 8 SA
[[nodiscard]] std::int64_t codeOfRole(Role role);

} // namespace lianxin

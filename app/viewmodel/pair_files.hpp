// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pairs/family_file.hpp"
#include "app/viewmodel/desk.hpp"

namespace lianxin::ui {

// The families of this tablet as the look for pairs wants them, of their records. Joined files are not among them: they are part of another.
[[nodiscard]] std::vector<pairs::FamilyFile> familyFiles(const Desk& desk);

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/rows_model.hpp"

namespace lianxin::ui {

// Whether a family has the four things that nobody should go without (S04, domain K05): somebody who came or called within 90 days, help that
// was given or a need that was answered, a home to go to, an insurance in force. Roles: label, have. One that this person may not read is left out:
// not to see is not to lack. Seen by who looks after the family; nobody is measured by it.
[[nodiscard]] Rows fourHaves(const Desk& desk, const Family& family);
[[nodiscard]] Roles fourHaveRoles();

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/form_rows.hpp"

namespace lianxin::ui {

// What stands below a choice: what to do now that it is made, where its code list says so (doZh, doEn), and beside the level of a risk
// assessment the numbers to call. Known without network.
[[nodiscard]] Rows guideRows(const FamilyBook& book, const OpenForm& form, const forms::FormState& state,
                             const Field& field, int column);

} // namespace lianxin::ui

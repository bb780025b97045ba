// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/rows_model.hpp"

namespace lianxin::ui {

// entryId, label, and under it the steps, newest first: stepId, value, line (who and when), why, tag, current.
[[nodiscard]] Roles historyRoles();
// What was written before what stands there now, register by register, as far as this tablet saw it: of the record and of those given besides.
// Registers that were written once have no history. Latest first.
[[nodiscard]] Rows historyRows(const Desk& desk, const store::RecordView& record,
                               const std::vector<store::RecordView>& besides = {});

} // namespace lianxin::ui

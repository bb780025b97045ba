// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/record_view.hpp"

namespace lianxin::forms {

// The write that gives a record its life; `into`: the record that it was merged into.
[[nodiscard]] store::RegisterEdit lifeEdit(store::Life life, RecordId into = {});

} // namespace lianxin::forms

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/navigator.hpp"

namespace lianxin::ui {

// The toast of a save that can be taken back. `then` hears that it was.
void sayKept(const Desk& desk, Navigator& navigator, const QString& text, forms::Committed committed,
             std::function<void()> then = {});

} // namespace lianxin::ui

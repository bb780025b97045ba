// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/kept.hpp"

#include <utility>

namespace lianxin::ui {

void sayKept(const Desk& desk, Navigator& navigator, const QString& text, forms::Committed committed,
             std::function<void()> then)
{
    navigator.say(text,
                  [desk = &desk, navigator = &navigator, committed = std::move(committed), then = std::move(then)] {
                      if (!desk->isOpen())
                          return;
                      if (const auto undone = forms::undo(desk->editorPorts(), committed); !undone)
                          return navigator->tell(undone.error());
                      if (then)
                          then();
                  });
}

} // namespace lianxin::ui

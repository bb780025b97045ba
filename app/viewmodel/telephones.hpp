// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/navigator.hpp"

namespace lianxin::ui {

// A number to call, in the language of the screen.
struct Telephone {
    QString name;
    QString number; // grouped
    QString line;
    bool first{false};     // the one to call in danger
    bool forFamily{false}; // among the few that a family keeps at hand
};

// A text of a code's data in the language of the screen: member "line" reads lineZh or lineEn.
[[nodiscard]] QString codeText(const Desk& desk, const Code& code, const std::string& member);

[[nodiscard]] std::vector<Telephone>
hotlines(const Desk& desk); // of the catalogue, known without any network or unlock
[[nodiscard]] std::vector<Telephone> dutyTelephones(const Desk& desk, const PartitionId& partition);
// The township's number, ready to be dialled; where none has come to this tablet yet, that is said.
void dialTownship(const Desk& desk, Navigator& navigator);

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tablet/desktop.hpp"
#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/fault.hpp"

#include <QString>

#include <optional>
#include <vector>

namespace lianxin::ui {

// One line of a support file: the same value under a key for whoever helps, and under words for whoever hands it over.
struct SupportLine {
    const char* key;
    QString label;
    QString value;
};

// Everything that goes into it. Numbers, versions, names from our own lists and times: no text of the store comes here, so nothing that
// somebody wrote can. The replica is named as the server's log names it, by a hash.
struct SupportSources {
    const Desk& desk;
    const client::SyncDriver* driver{nullptr};
    tablet::Desktop::Sizes sizes{};
    std::optional<Fault> fault; // that the page of the records speaks of
    bool online{false};
};
[[nodiscard]] std::vector<SupportLine> supportLines(const SupportSources& from);
[[nodiscard]] QString supportText(const std::vector<SupportLine>& lines); // the file

} // namespace lianxin::ui

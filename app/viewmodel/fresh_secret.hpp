// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/secret_entry.hpp"

#include <optional>

namespace lianxin::ui {

// A new PIN or passphrase, typed twice in one SecretEntry: judged by the rule at once, compared, and given out only when both are the same.
class FreshSecret {
public:
    // Tells the entry what comes next; nothing until the second time was right.
    [[nodiscard]] std::optional<platform::SecretBytes> typed(SecretEntry& entry, platform::SecretBytes secret,
                                                             bool hardwareBacked);
    void forget() { m_first.wipe(); }

private:
    platform::SecretBytes m_first;
};

} // namespace lianxin::ui

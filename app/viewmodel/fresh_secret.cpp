// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/fresh_secret.hpp"

#include "app/vault/passphrase_rule.hpp"
#include "app/viewmodel/sentences.hpp"

namespace lianxin::ui {

std::optional<platform::SecretBytes> FreshSecret::typed(SecretEntry& entry, platform::SecretBytes secret,
                                                        bool hardwareBacked)
{
    auto normalised = vault::normalisePassphrase(secret);
    const auto fault =
        normalised ? vault::judgePassphrase(*normalised, hardwareBacked) : vault::PassphraseFault::tooSimple;
    if (!entry.again()) {
        if (fault != vault::PassphraseFault::none) {
            entry.askToMend(passphraseSentence(fault));
            return std::nullopt;
        }
        m_first = std::move(*normalised);
        entry.askAgain();
        return std::nullopt;
    }
    const auto first = std::move(m_first);
    m_first = {};
    if (!normalised || !first.equals(*normalised)) {
        entry.refuse(differSentence());
        return std::nullopt;
    }
    return std::move(*normalised);
}

} // namespace lianxin::ui

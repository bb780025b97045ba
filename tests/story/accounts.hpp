// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hands.hpp"
#include "teller.hpp"

namespace lianxin::story {

// What one vault says of itself while it is open.
struct Account {
    QString who;
    QJsonObject state;
    QJsonObject partitions; // name: state hash
};
[[nodiscard]] Account accountOf(const QString& who, Hands& hands);

// Of `status`: how many changesets the server has from a replica; -1 when it does not know it.
[[nodiscard]] int heldFrom(const QJsonObject& status, const QString& replica);

// D25. Every partition of the server has the same state hash in each vault that holds it; a case is held by `readers` and nobody else,
// everything else by all. Prints a line for each partition.
[[nodiscard]] bool sameEverywhere(Teller& teller, const QJsonObject& status, const QList<Account>& accounts,
                                  const QStringList& readers);

// What each vault sent is on the server, each changeset once and none besides; nothing waits, nothing was held back.
[[nodiscard]] bool exactlyOnce(Teller& teller, const QJsonObject& status, const QList<Account>& accounts);

} // namespace lianxin::story

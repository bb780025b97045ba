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

// Who must hold a partition, in the order of the accounts.
using Holders = std::function<QStringList(const QString& partition)>;
// D25. Every partition has the same state hash on the server and in each vault that holds it, and exactly the right vaults hold it. Prints
// a line for each.
[[nodiscard]] bool sameEverywhere(Teller& teller, const QJsonObject& status, const QList<Account>& accounts,
                                  const Holders& holders);

// What each vault sent is on the server, each changeset once and none besides; nothing waits, nothing was held back.
[[nodiscard]] bool exactlyOnce(Teller& teller, const QJsonObject& status, const QList<Account>& accounts);

} // namespace lianxin::story

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts.hpp"

#include <algorithm>

namespace lianxin::story {
namespace {

constexpr qsizetype kShown = 12; // characters of a name or hash that a person compares
const QString kBetween = QStringLiteral(", ");

int number(const QJsonObject& object, const char* name) { return object.value(QLatin1String(name)).toInt(-1); }

bool isCase(const QString& partition) { return partition.startsWith(QLatin1Char('k')); }

} // namespace

Account accountOf(const QString& who, Hands& hands) { return {who, hands.state(), hands.partitions()}; }

int heldFrom(const QJsonObject& status, const QString& replica)
{
    for (const auto& one : status.value(QLatin1String("replicas")).toArray())
        if (one[QLatin1String("replica")].toString() == replica)
            return one[QLatin1String("held")].toInt(-1);
    return -1;
}

bool sameEverywhere(Teller& teller, const QJsonObject& status, const QList<Account>& accounts,
                    const QStringList& readers)
{
    const auto partitions = status.value(QLatin1String("partitions")).toArray();
    bool good = !partitions.isEmpty();
    for (const auto& one : partitions) {
        const auto name = one[QLatin1String("partition")].toString();
        const auto hash = one[QLatin1String("hash")].toString();
        QStringList same, other, without;
        for (const auto& account : accounts) {
            const auto found = account.partitions.constFind(name);
            (found == account.partitions.constEnd() ? without
             : found.value().toString() == hash     ? same
                                                    : other)
                << account.who;
        }
        QString line = QStringLiteral("%1  %2  server = %3")
                           .arg(name.left(14), -14)
                           .arg(hash.left(kShown), same.join(QStringLiteral(" = ")));
        if (!without.isEmpty())
            line += QStringLiteral("; not with %1").arg(without.join(kBetween));
        if (!other.isEmpty())
            line += QStringLiteral("; DIFFERENT with %1").arg(other.join(kBetween));
        teller.line(line);
        good = good && !hash.isEmpty() && other.isEmpty() && (isCase(name) ? same == readers : without.isEmpty());
    }
    // Nor does a vault hold anything that the server does not have.
    for (const auto& account : accounts)
        for (const auto& name : account.partitions.keys())
            if (std::none_of(partitions.begin(), partitions.end(), [&](const QJsonValue& one) {
                    return one[QLatin1String("partition")].toString() == name;
                })) {
                teller.line(QStringLiteral("%1 is with %2 only").arg(name, account.who));
                good = false;
            }
    return good;
}

bool exactlyOnce(Teller& teller, const QJsonObject& status, const QList<Account>& accounts)
{
    int all = 0;
    for (const auto& one : status.value(QLatin1String("replicas")).toArray())
        all += one[QLatin1String("held")].toInt();
    bool good = all == number(status, "changesets") && status.value(QLatin1String("quarantine")).toArray().isEmpty();
    QStringList lines;
    for (const auto& account : accounts) {
        const int saved = number(account.state, "saved");
        const int held = heldFrom(status, account.state.value(QLatin1String("replica")).toString());
        lines << QStringLiteral("%1 %2 of %3").arg(account.who).arg(held).arg(saved);
        good = good && saved == held && number(account.state, "acknowledged") == held &&
               number(account.state, "waiting") == 0 && number(account.state, "heldBack") == 0;
    }
    teller.line(QStringLiteral("changesets on the server: %1; of %2 kept in all, everybody's counted")
                    .arg(lines.join(kBetween))
                    .arg(number(status, "changesets")));
    return good;
}

} // namespace lianxin::story

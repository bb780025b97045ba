// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts.hpp"

#include "sync/seal/hash.hpp"

#include <QMap>

namespace lianxin::story {
namespace {

constexpr int kShownName = 14, kShownHash = 12; // characters that a person compares
const QString kBetween = QStringLiteral(", ");

int number(const QJsonObject& object, const char* name) { return object.value(QLatin1String(name)).toInt(-1); }

} // namespace

Account accountOf(const QString& who, Hands& hands) { return {who, hands.state(), hands.partitions()}; }

int heldFrom(const QJsonObject& status, const QString& replica)
{
    for (const auto& one : status.value(QLatin1String("replicas")).toArray())
        if (one[QLatin1String("replica")].toString() == replica)
            return one[QLatin1String("held")].toInt(-1);
    return -1;
}

bool sameEverywhere(Teller& teller, const QJsonObject& status, const QList<Account>& accounts, const Holders& holders)
{
    QMap<QString, QString> hashes; // of the server, by partition
    for (const auto& account : accounts)
        for (const auto& name : account.partitions.keys())
            hashes.insert(name,
                          QString::fromStdString(seal::blake2b({}).text())); // granted, and nobody wrote there yet
    for (const auto& one : status.value(QLatin1String("partitions")).toArray())
        hashes.insert(one[QLatin1String("partition")].toString(), one[QLatin1String("hash")].toString());
    bool good = !hashes.isEmpty();
    for (auto at = hashes.constBegin(); at != hashes.constEnd(); ++at) {
        QStringList same, other, without;
        for (const auto& account : accounts) {
            const auto hash = account.partitions.value(at.key());
            (hash.isUndefined() ? without : hash.toString() == at.value() ? same : other) << account.who;
        }
        QString line = QStringLiteral("%1  %2  server = %3")
                           .arg(at.key().left(kShownName), -kShownName)
                           .arg(at.value().left(kShownHash), same.join(QStringLiteral(" = ")));
        if (!without.isEmpty())
            line += QStringLiteral("; not with %1").arg(without.join(kBetween));
        if (!other.isEmpty())
            line += QStringLiteral("; DIFFERENT with %1").arg(other.join(kBetween));
        teller.line(line);
        good = good && other.isEmpty() && same == holders(at.key());
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
    teller.line(
        QStringLiteral("changesets that the province has of those that were kept: %1").arg(lines.join(kBetween)));
    teller.line(QStringLiteral("with the made-up families and its own, %1 in all; %2 held back")
                    .arg(number(status, "changesets"))
                    .arg(status.value(QLatin1String("quarantine")).toArray().size()));
    return good;
}

} // namespace lianxin::story

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of what can go wrong, as assets/faults/faults.json says it.
#include "app/viewmodel/fault.hpp"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <map>

// Outside of any namespace, as the macro wants it: the table lies in a static library.
static void initFaults() { Q_INIT_RESOURCE(lianxin_viewmodel_faults); }

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Fault)
};

// In the order of the enumeration.
constexpr std::array<std::string_view, kFaults> kNames{
    "no-network",
    "name-unknown",
    "refused",
    "silent",
    "cut",
    "foreign-server",
    "certificate-date",
    "not-tls",
    "sign-in-page",
    "proxy-asks",
    "gateway",
    "no-such-place",
    "too-large",
    "too-often",
    "server-trouble",
    "busy",
    "province-full",
    "not-registered",
    "not-admitted",
    "upgrade-needed",
    "epoch-changed",
    "forked",
    "twin",
    "bad-receipt",
    "bad-frame",
    "unreadable-reply",
    "refusal-unknown",
    "refusal-input",
    "oversized-reply",
    "unpackable",
    "bad-segment",
    "bad-forms",
    "no-grant",
    "area-taken",
    "tablet-revoked",
    "room-fetch",
    "not-through",
    "clock-off",
    "long-away",
    "some-damaged",
    "blobs-begun-anew",
    "nearly-full",
    "disk-full",
    "draft-no-room",
    "cannot-read",
    "not-yours",
    "not-here",
    "newer-record",
    "not-kept",
    "not-done",
    "wrong-passphrase",
    "lockout",
    "recovery-only",
    "header-damaged",
    "key-missing",
    "header-newer",
    "door-full",
    "door-not-now",
    "store-damaged",
    "registration-unfinished",
    "wrong-recovery",
    "recovery-short",
    "recovery-slip",
    "recovery-long",
    "server-away",
    "invitation-used",
    "invitation-closed",
    "wrong-server",
    "registration-busy",
    "registration-update",
    "registration-full",
    "registration-not-done",
    "near-code",
    "near-slip",
    "near-newer",
    "near-older",
    "near-own",
    "near-no-network",
    "near-gone",
    "near-other-key",
    "near-cut",
    "near-foreign",
    "near-not-yet",
    "near-full",
    "near-room",
    "held-unknown-type",
    "held-unknown-field",
    "held-not-allowed",
    "held-too-large",
    "held-other-family",
    "held-malformed",
    "held-foreign-author",
};
constexpr std::array<std::string_view, 8> kActions{"wait", "connect", "call",    "retry",
                                                   "look", "leave",   "recover", "invitation"};

struct Entry {
    QJsonObject words;
    FaultAction action{FaultAction::wait};
};

struct Table {
    std::map<std::string, Entry, std::less<>> faults;
    std::map<std::string, QJsonObject, std::less<>> actions;

    Table()
    {
        initFaults();
        QFile file(QStringLiteral(":/lianxin/faults/faults.json"));
        if (!file.open(QIODevice::ReadOnly))
            return; // the test of the table would say so
        const auto root = QJsonDocument::fromJson(file.readAll()).object();
        for (const auto& one : root.value(QLatin1String("actions")).toArray())
            actions.emplace(nameOf(one.toObject()), one.toObject());
        for (const auto& one : root.value(QLatin1String("faults")).toArray()) {
            const auto action = one.toObject().value(QLatin1String("action")).toString().toStdString();
            const auto at = std::ranges::find(kActions, action);
            if (at != kActions.end())
                faults.emplace(nameOf(one.toObject()),
                               Entry{one.toObject(), static_cast<FaultAction>(at - kActions.begin())});
        }
    }
    static std::string nameOf(const QJsonObject& one)
    {
        return one.value(QLatin1String("name")).toString().toStdString();
    }
};

const Table& table()
{
    static const Table made;
    return made;
}

} // namespace

std::string_view faultName(Fault fault) { return kNames.at(static_cast<std::size_t>(fault)); }
std::string_view actionName(FaultAction action) { return kActions.at(static_cast<std::size_t>(action)); }

Explained explain(Fault fault, const QString& detail)
{
    Explained said;
    const auto found = table().faults.find(faultName(fault));
    if (found == table().faults.end())
        return said;
    // That of the words that are loaded.
    const QString language = Words::tr("en", "the language of the table of faults");
    said.sentence = found->second.words.value(language).toString();
    if (!detail.isEmpty())
        said.sentence = said.sentence.arg(detail);
    said.action = found->second.action;
    if (const auto label = table().actions.find(actionName(said.action)); label != table().actions.end())
        said.actionLabel = label->second.value(language).toString();
    return said;
}

} // namespace lianxin::ui

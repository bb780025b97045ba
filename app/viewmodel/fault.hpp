// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/circumstance.hpp"
#include "sync/core/messages.hpp"
#include "sync/model/error.hpp"

#include <QString>

#include <optional>
#include <string_view>

namespace lianxin::ui {

// Everything that can go wrong and that a person is told of. Each has one sentence in each language, and one thing to do, in
// assets/faults/faults.json: what is safe, then what helps. No page makes its own. docs/faults.md is made from the same file.
enum class Fault : std::uint8_t {
    // --- why nothing goes up just now
    noNetwork,
    nameUnknown,
    refused,
    silent,
    cut,
    foreignServer,
    certificateDate,
    notTls,
    signInPage,
    proxyAsks,
    gateway,
    noSuchPlace,
    tooLarge,
    tooOften,
    serverTrouble,
    busy,
    provinceFull,
    notRegistered,
    notAdmitted,
    upgradeNeeded,
    epochChanged,
    forked,
    twin, // the same, and it is being put right
    badReceipt,
    badFrame,
    unreadableReply,
    refusalUnknown,
    refusalInput,
    oversizedReply,
    unpackable,
    badSegment,
    badForms,
    noGrant,
    areaTaken,
    tabletRevoked,
    roomFetch,
    notThrough,
    // --- over every page
    clockOff,
    longAway,
    someDamaged,
    blobsBegunAnew,
    nearlyFull,
    // --- what was asked for was not done
    diskFull,
    draftNoRoom,
    cannotRead,
    notYours,
    notHere,
    newerRecord,
    notKept,
    notDone,
    // --- unlocking
    wrongPassphrase,
    lockout,
    recoveryOnly,
    headerDamaged,
    keyMissing,
    headerNewer,
    doorFull,
    doorNotNow,
    storeDamaged,
    registrationUnfinished,
    wrongRecovery,
    recoveryShort,
    recoverySlip,
    recoveryLong,
    // --- a new person
    serverAway,
    invitationUsed,
    invitationClosed,
    wrongServer,
    registrationBusy,
    registrationUpdate,
    registrationFull,
    registrationNotDone,
    // --- two tablets that meet
    nearCode,
    nearSlip,
    nearNewer,
    nearOlder,
    nearOwn,
    nearNoNetwork,
    nearGone,
    nearOtherKey,
    nearCut,
    nearForeign,
    nearNotYet,
    nearFull,
    nearRoom,
    // --- why the province put a change aside
    heldUnknownType,
    heldUnknownField,
    heldNotAllowed,
    heldTooLarge,
    heldOtherFamily,
    heldMalformed,
    heldForeignAuthor
};
inline constexpr int kFaults = static_cast<int>(Fault::heldForeignAuthor) + 1;

enum class FaultAction : std::uint8_t {
    wait,      // nothing to press: it goes by itself, or somebody else does it
    connect,   // to the province, now
    call,      // the township, by telephone
    retry,     // the same button once more
    look,      // opens what was written
    leave,     // the province decides; it leaves the person's list
    recover,   // with the recovery code
    invitation // with another one
};

struct Explained {
    QString sentence;
    FaultAction action{FaultAction::wait};
    QString actionLabel; // what to press; of `wait`: that there is nothing to press
};

// `detail` fills the one place that some sentences have: how long, which group.
[[nodiscard]] Explained explain(Fault fault, const QString& detail = {});
[[nodiscard]] std::string_view faultName(Fault fault); // as in the table, the documents and the support file
[[nodiscard]] std::string_view actionName(FaultAction action);

// --- from what the code says to what a person is told
[[nodiscard]] Fault syncFault(const Error& error, const client::Circumstance& circumstance = {});
[[nodiscard]] Fault savingFault(const Error& error); // of a draft: Fault::draftNoRoom where it is diskFull
[[nodiscard]] Fault doorFault(const Error& error);
[[nodiscard]] Fault deskFault(const Error& error); // the passphrase was right, but the records do not open
[[nodiscard]] Fault enrolFault(const Error& error);
[[nodiscard]] Fault recoveryFault(const Error& error); // a recovery code was typed
[[nodiscard]] std::optional<Fault> heldBackFault(core::QuarantineReason reason);
[[nodiscard]] std::optional<Fault> healedFault(client::Cause cause); // got round by itself

} // namespace lianxin::ui

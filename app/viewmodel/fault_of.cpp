// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From an error and where it came up to the fault that a person is told of.
#include "app/viewmodel/fault.hpp"

namespace lianxin::ui {
namespace {

using client::Cause;

constexpr int kUnknownCaller = 401;
constexpr int kNotThere = 404;
constexpr int kTooLarge = 413;
constexpr int kTooOften = 429;
constexpr int kHeaderTooLarge = 431;
constexpr int kTrouble = 500;
constexpr int kNoRoom = 507;

// Where nothing is known but the kind of the error.
Fault plainFault(Errc code)
{
    switch (code) {
    case Errc::offline: return Fault::noNetwork;
    case Errc::busy: return Fault::busy;
    case Errc::notAllowed: return Fault::notAdmitted;
    case Errc::fork: return Fault::forked;
    case Errc::epochChanged: return Fault::epochChanged;
    case Errc::upgradeNeeded: return Fault::upgradeNeeded;
    case Errc::diskFull: return Fault::roomFetch;
    case Errc::damaged: return Fault::someDamaged;
    case Errc::stranger: return Fault::foreignServer;
    case Errc::invalidInput: return Fault::refusalInput;
    case Errc::protocol: return Fault::badFrame;
    default: return Fault::notThrough;
    }
}

Fault refusalFault(Errc code, int status)
{
    switch (status) {
    case kUnknownCaller: return Fault::notRegistered;
    case kNotThere: return Fault::noSuchPlace;
    case kTooLarge:
    case kHeaderTooLarge: return Fault::tooLarge;
    case kTooOften: return Fault::tooOften;
    case kTrouble: return Fault::serverTrouble;
    case kNoRoom: return Fault::provinceFull;
    default: return code == Errc::protocol ? Fault::refusalUnknown : plainFault(code);
    }
}

Fault gatewayFault(int status)
{
    switch (status) {
    case kNotThere: return Fault::noSuchPlace;
    case kTooLarge: return Fault::tooLarge;
    case kTooOften: return Fault::tooOften;
    default: return Fault::gateway;
    }
}

} // namespace

Fault syncFault(const Error& error, const client::Circumstance& circumstance)
{
    switch (circumstance.cause) {
    case Cause::noLink: return Fault::noNetwork;
    case Cause::nameUnknown: return Fault::nameUnknown;
    case Cause::refused: return Fault::refused;
    case Cause::silent: return Fault::silent;
    case Cause::cut: return Fault::cut;
    case Cause::foreignServer: return Fault::foreignServer;
    case Cause::certificateDate: return Fault::certificateDate;
    case Cause::notTls: return Fault::notTls;
    case Cause::signInPage: return Fault::signInPage;
    case Cause::proxyAsks: return Fault::proxyAsks;
    case Cause::oversized: return Fault::oversizedReply;
    case Cause::unpackable: return Fault::unpackable;
    case Cause::badSegment: return Fault::badSegment;
    case Cause::gateway: return gatewayFault(circumstance.status);
    case Cause::refusal: return refusalFault(error.code, circumstance.status);
    case Cause::unreadable: return error.code == Errc::upgradeNeeded ? Fault::upgradeNeeded : Fault::unreadableReply;
    case Cause::badReceipt: return error.code == Errc::protocol ? Fault::badReceipt : plainFault(error.code);
    case Cause::badFrame:
    case Cause::none: break;
    }
    return plainFault(error.code);
}

Fault savingFault(const Error& error)
{
    switch (error.code) {
    case Errc::diskFull: return Fault::diskFull;
    case Errc::damaged: return Fault::cannotRead;
    case Errc::notAllowed: return Fault::notYours;
    case Errc::notFound: return Fault::notHere;
    case Errc::upgradeNeeded: return Fault::newerRecord;
    case Errc::io:
    case Errc::busy: return Fault::notKept;
    default: return Fault::notDone;
    }
}

Fault doorFault(const Error& error)
{
    switch (error.code) {
    case Errc::wrongSecret: return Fault::wrongPassphrase;
    case Errc::lockedOut: return Fault::lockout;
    case Errc::notAllowed: return Fault::recoveryOnly;
    case Errc::damaged: return Fault::headerDamaged;
    case Errc::notFound: return Fault::keyMissing;
    case Errc::upgradeNeeded: return Fault::headerNewer;
    case Errc::diskFull: return Fault::doorFull;
    default: return Fault::doorNotNow;
    }
}

Fault deskFault(const Error& error)
{
    switch (error.code) {
    case Errc::damaged: return Fault::storeDamaged;
    case Errc::notFound: return Fault::registrationUnfinished;
    default: return doorFault(error);
    }
}

Fault enrolFault(const Error& error)
{
    switch (error.code) {
    case Errc::offline: return Fault::serverAway;
    case Errc::wrongSecret: return Fault::invitationUsed;
    case Errc::lockedOut: return Fault::invitationClosed;
    case Errc::notAllowed:
    case Errc::protocol:
    case Errc::stranger: return Fault::wrongServer;
    case Errc::busy: return Fault::registrationBusy;
    case Errc::upgradeNeeded: return Fault::registrationUpdate;
    case Errc::diskFull: return Fault::registrationFull;
    default: return Fault::registrationNotDone;
    }
}

Fault recoveryFault(const Error& error)
{
    if (error.code == Errc::wrongSecret)
        return Fault::wrongRecovery;
    if (error.code != Errc::invalidInput)
        return doorFault(error);
    return error.detail.starts_with("too short") ? Fault::recoveryShort
           : error.detail.starts_with("group")   ? Fault::recoverySlip
                                                 : Fault::recoveryLong;
}

std::optional<Fault> heldBackFault(core::QuarantineReason reason)
{
    using core::QuarantineReason;
    switch (reason) {
    case QuarantineReason::none: return std::nullopt;
    case QuarantineReason::unknownType: return Fault::heldUnknownType;
    case QuarantineReason::unknownElement: return Fault::heldUnknownField;
    case QuarantineReason::notAllowed: return Fault::heldNotAllowed;
    case QuarantineReason::tooLarge: return Fault::heldTooLarge;
    case QuarantineReason::foreignRoot: return Fault::heldOtherFamily;
    case QuarantineReason::malformed: return Fault::heldMalformed;
    case QuarantineReason::foreignAuthor: return Fault::heldForeignAuthor;
    }
    return Fault::heldMalformed; // a reason of a later server: look at it
}

std::optional<Fault> healedFault(client::Cause cause)
{
    return cause == Cause::badSegment ? std::optional(Fault::badSegment) : std::nullopt;
}

} // namespace lianxin::ui

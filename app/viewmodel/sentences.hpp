// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/passphrase_rule.hpp"
#include "sync/core/messages.hpp"
#include "sync/model/error.hpp"
#include "sync/model/validate.hpp"
#include "sync/wire/invitation.hpp"

#include <QString>

#include <chrono>

// The one place where errors, reasons and hints become sentences: what is safe, then what helps. Never a code. What can go wrong is a Fault
// and has its sentence in the table (fault.hpp); these are the ways to it.
namespace lianxin::ui {

[[nodiscard]] QString sentenceOf(const Error& error);               // for a toast or the strip
[[nodiscard]] QString spanWords(std::chrono::seconds span);         // 5 seconds, 12 minutes, 3 days
[[nodiscard]] QString awaySentence(Millis lastContact, Millis now); // empty while it is not long
// Server time minus tablet time, when it is too much to say nothing; else empty.
[[nodiscard]] QString clockSentence(Millis offset);
[[nodiscard]] QString nearlyFullSentence();               // the strip, while what room is left belongs to text
[[nodiscard]] QString syncSentence(const Error& error);   // why nothing goes up just now
[[nodiscard]] QString deskSentence(const Error& error);   // the passphrase was right, but the records do not open
[[nodiscard]] QString unlockSentence(const Error& error); // under the keys
[[nodiscard]] QString enrolSentence(const Error& error);
[[nodiscard]] QString invitationSentence(const wire::InvitationReading& reading); // empty while nothing is wrong
[[nodiscard]] QString passphraseSentence(vault::PassphraseFault fault);           // why a new one does not do
[[nodiscard]] QString differSentence();                                           // the second time was not the first
[[nodiscard]] QString recoverySentence(const Error& error);                       // a recovery code was typed
[[nodiscard]] QString heldBackSentence(core::QuarantineReason reason);            // why a record waits for a person
[[nodiscard]] QString hintSentence(const Hint& hint);     // one line under a field; empty for needed
[[nodiscard]] QString shorterLabel(const QString& label); // of a text that is more than a record can carry

} // namespace lianxin::ui

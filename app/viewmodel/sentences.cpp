// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/sentences.hpp"

#include "app/viewmodel/fault.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

} // namespace

QString sentenceOf(const Error& error) { return explain(savingFault(error)).sentence; }

QString nearlyFullSentence() { return explain(Fault::nearlyFull).sentence; }

QString syncSentence(const Error& error) { return explain(syncFault(error)).sentence; }

QString spanWords(std::chrono::seconds span)
{
    constexpr int kMinute = 60;
    constexpr int kHour = 60 * kMinute;
    constexpr int kDay = 24 * kHour;
    const auto seconds = static_cast<int>(std::clamp<std::int64_t>(span.count(), 1, 100'000LL * kDay));
    return seconds >= 2 * kDay      ? Words::tr("%n day(s)", nullptr, seconds / kDay)
           : seconds >= 2 * kHour   ? Words::tr("%n hour(s)", nullptr, seconds / kHour)
           : seconds >= 1 * kMinute ? Words::tr("%n minute(s)", nullptr, (seconds + kMinute - 1) / kMinute)
                                    : Words::tr("%n second(s)", nullptr, seconds);
}

QString awaySentence(Millis lastContact, Millis now)
{
    constexpr Millis kLong = 30LL * 24 * 3600 * 1000;
    return lastContact > 0 && now - lastContact > kLong ? explain(Fault::longAway).sentence : QString();
}

QString clockSentence(Millis offset)
{
    // Reminders and the order of what people read may be a few minutes off and nobody minds.
    constexpr Millis kTolerated = 10LL * 60 * 1000;
    const Millis off = offset < 0 ? -offset : offset;
    return off <= kTolerated
               ? QString()
               : explain(Fault::clockOff,
                         spanWords(std::chrono::duration_cast<std::chrono::seconds>(std::chrono::milliseconds(off))))
                     .sentence;
}

QString unlockSentence(const Error& error)
{
    const auto fault = doorFault(error);
    const auto wait = std::chrono::seconds(QString::fromStdString(error.detail).toInt());
    return explain(fault, fault == Fault::lockout ? spanWords(wait) : QString()).sentence;
}

QString deskSentence(const Error& error)
{
    const auto fault = deskFault(error);
    return fault == Fault::lockout ? unlockSentence(error) : explain(fault).sentence;
}

QString enrolSentence(const Error& error) { return explain(enrolFault(error)).sentence; }

QString invitationSentence(const wire::InvitationReading& reading)
{
    using State = wire::InvitationReading::State;
    switch (reading.state) {
    case State::empty:
    case State::whole: return {};
    case State::unfinished:
        return reading.groups > 0 ? Words::tr("%n group(s) right so far; there is more to come", nullptr,
                                              static_cast<int>(reading.groups))
                                  : QString();
    case State::foreign: return Words::tr("This does not look like an invitation; one begins with LIANXIN");
    case State::newer: return Words::tr("This invitation is for a newer version; update the app first");
    case State::slip:
        return reading.slipped.empty() ? Words::tr("A character may be off in group %1; look again").arg(reading.group)
                                       : Words::tr("A character may be off in group %1, %2; look again")
                                             .arg(reading.group)
                                             .arg(QString::fromStdString(reading.slipped));
    case State::tooLong: return Words::tr("There is something more behind the last group; take it away");
    case State::unsound: return Words::tr("This invitation does not add up; ask for a new one");
    }
    return {};
}

QString passphraseSentence(vault::PassphraseFault fault)
{
    switch (fault) {
    case vault::PassphraseFault::none: return {};
    case vault::PassphraseFault::pinNeedsHardware:
        return Words::tr("Six digits are not enough on this tablet; add letters, eight or more in all");
    case vault::PassphraseFault::tooLong: return Words::tr("A little long; shorten it");
    case vault::PassphraseFault::empty:
    case vault::PassphraseFault::tooSimple:
        return Words::tr("Not enough yet: eight letters and digits, both kinds; or four words with blanks between");
    }
    return {};
}

QString differSentence() { return Words::tr("The two are not quite the same; once more from the start"); }

QString recoverySentence(const Error& error)
{
    const auto fault = recoveryFault(error);
    if (fault == Fault::recoveryShort || fault == Fault::recoverySlip)
        return explain(fault, QString::fromStdString(error.detail).section(QLatin1String("group "), 1)).sentence;
    return fault == Fault::lockout ? unlockSentence(error) : explain(fault).sentence;
}

QString heldBackSentence(core::QuarantineReason reason)
{
    const auto fault = heldBackFault(reason);
    return fault ? explain(*fault).sentence : QString();
}

QString shorterLabel(const QString& label) { return Words::tr("%1 (make it shorter)").arg(label); }

QString hintSentence(const Hint& hint)
{
    const auto is = [&](const char* code) { return hint.code == code; };
    const auto limit = QString::number(hint.limit);
    if (is("too_much"))
        return Words::tr("More than one note can carry; up to %1 characters, the rest in another one").arg(limit);
    if (hint.severity == Severity::needed)
        return {};
    if (is("too_long"))
        return Words::tr("A little long; %1 characters are enough").arg(limit);
    if (is("below"))
        return Words::tr("Looks small; at least %1?").arg(limit);
    if (is("above"))
        return Words::tr("Looks large; at most %1?").arg(limit);
    if (is("future"))
        return Words::tr("This day has not come yet");
    if (is("long_ago"))
        return Words::tr("That is more than %1 days ago").arg(limit);
    if (is("far_ahead"))
        return Words::tr("That is more than %1 days ahead").arg(limit);
    if (is("before_other"))
        return Words::tr("This day comes before the other one");
    if (is("phone"))
        return Words::tr("One digit short or over? Look again");
    if (is("id_length"))
        return Words::tr("18 characters; look again");
    if (is("id_character") || is("id_check") || is("id_birth") || is("id_age"))
        return Words::tr("One character may be off; look again");
    if (is("id_sex_differs") || is("id_birth_differs"))
        return Words::tr("The identity number says otherwise; look again");
    if (is("id_prefix"))
        return Words::tr("An old or distant place; that is fine");
    if (is("id_converted"))
        return Words::tr("Made from an old number of 15 digits; compare the last one with a card");
    if (is("phone_short"))
        return Words::tr("A short number of the village; from elsewhere it does not ring");
    if (is("card_level"))
        return Words::tr("The allowance asks for level %1 or above; the card is right as it is").arg(limit);
    if (is("id_elsewhere"))
        return Words::tr("Another family has this number too; the same person?");
    if (is("card_differs"))
        return Words::tr("The card number says otherwise; look again");
    if (is("noted_twice"))
        return Words::tr("One like this is noted for that day already; the same one?");
    if (is("many_served"))
        return Words::tr("More people than the family has; look again");
    if (is("not_offered"))
        return Words::tr("This does not go with the answer above");
    if (is("state_start") || is("state_step"))
        return Words::tr("There is usually a step before this one; it can be kept all the same");
    if (is("state_others"))
        return Words::tr("A colleague usually takes this step; it can be kept all the same");
    return Words::tr("Please look again");
}

} // namespace lianxin::ui

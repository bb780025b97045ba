// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/sentences.hpp"

#include <QCoreApplication>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

} // namespace

QString sentenceOf(const Error& error)
{
    switch (error.code) {
    case Errc::diskFull:
        return Words::tr("The tablet is full; what you wrote is still here. Make some room, then try once more");
    case Errc::damaged: return Words::tr("This one cannot be read; it is kept as it is");
    case Errc::notAllowed: return Words::tr("This is for other hands; yours is kept here");
    case Errc::notFound: return Words::tr("It is not on this tablet yet; connect once and look again");
    case Errc::upgradeNeeded: return Words::tr("A newer version wrote this; update the tablet when you can");
    case Errc::io:
    case Errc::busy: return Words::tr("Not kept just yet; what you wrote is still here. Try once more");
    case Errc::offline: return Words::tr("No network now; everything is safe on the tablet");
    default: return Words::tr("Not done just yet; what you wrote is still here");
    }
}

QString nearlyFullSentence() { return Words::tr("The tablet is nearly full; text still saves"); }

QString syncSentence(const Error& error)
{
    switch (error.code) {
    case Errc::offline: return Words::tr("No network now; it goes by itself when there is one");
    case Errc::busy: return Words::tr("The province is busy; it goes by itself in a while");
    case Errc::notAllowed: return Words::tr("This tablet has to be registered again; everything is safe here");
    case Errc::fork:
        return Words::tr("There is a copy of this tablet somewhere; take it to the township. Everything is safe here");
    case Errc::epochChanged:
        return Words::tr("The province has another computer; what is here goes back there by itself");
    case Errc::upgradeNeeded: return Words::tr("The app has to be updated before it can send; everything is safe here");
    case Errc::diskFull:
        return Words::tr("The tablet is nearly full; what you write goes out, fetching waits for room");
    case Errc::damaged:
        return Words::tr(
            "Some records here cannot be read; they are kept as they are. Please take the tablet to the township");
    case Errc::stranger:
        return Words::tr(
            "Something else answers in the province's place, perhaps a network that wants a sign-in, or the "
            "time here is off; it is tried again by itself. Everything is safe here");
    case Errc::protocol:
    case Errc::invalidInput:
        return Words::tr("The answer was not understood; please tell the township. Everything is safe here");
    default: return Words::tr("It did not go through this time; it is tried again by itself");
    }
}

QString unlockSentence(const Error& error)
{
    switch (error.code) {
    case Errc::wrongSecret: return Words::tr("Try once more");
    case Errc::lockedOut: {
        const int seconds = QString::fromStdString(error.detail).toInt();
        return seconds >= 60 ? Words::tr("Please try again in %n minute(s)", nullptr, (seconds + 59) / 60)
                             : Words::tr("Please try again in %n second(s)", nullptr, qMax(seconds, 1));
    }
    case Errc::notAllowed: return Words::tr("Please use the recovery code now");
    case Errc::damaged:
        return Words::tr("This one does not open; a copy is kept. Please take the tablet to the township");
    case Errc::notFound: return Words::tr("The key of this tablet is missing; please use the recovery code");
    case Errc::upgradeNeeded: return Words::tr("A newer version wrote this; update the tablet when you can");
    case Errc::diskFull: return Words::tr("The tablet is full; please make some room and try once more");
    default: return Words::tr("It cannot be opened just now; try again in a while");
    }
}

QString deskSentence(const Error& error)
{
    switch (error.code) {
    case Errc::damaged:
        return Words::tr("The records here do not open; they are kept as they are. With a new registration code from "
                         "the township, all that the province has comes back");
    case Errc::notFound:
        return Words::tr("The registration did not come to its end; ask for a new invitation and register once more, "
                         "with the same passphrase");
    default: return unlockSentence(error);
    }
}

QString enrolSentence(const Error& error)
{
    switch (error.code) {
    case Errc::offline:
        return Words::tr(
            "The server cannot be reached just now. What you typed is kept; look at the network and try once more");
    case Errc::wrongSecret:
        return Words::tr(
            "This invitation has run out or was used. Ask the township for a new one; the rest stays as it is");
    case Errc::lockedOut:
        return Words::tr("This invitation is closed. Ask the township for a new one; the rest stays as it is");
    case Errc::notAllowed:
    case Errc::protocol:
    case Errc::stranger:
        return Words::tr(
            "This is not the server that the invitation speaks of. Nothing was sent on; please ask the township");
    case Errc::busy: return Words::tr("The server is busy just now; try once more in a moment");
    case Errc::upgradeNeeded: return Words::tr("The app has to be updated first; the township will help");
    case Errc::diskFull: return Words::tr("The tablet is nearly full; make some room and try once more");
    default: return Words::tr("Not done just yet; try once more");
    }
}

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
    const auto number = QString::fromStdString(error.detail).section(QLatin1String("group "), 1);
    if (error.code == Errc::wrongSecret)
        return Words::tr("This is not the recovery code of this person; look at the paper again");
    if (error.code != Errc::invalidInput)
        return unlockSentence(error);
    if (error.detail.starts_with("too short"))
        return Words::tr("There is more to come: eight groups, you are at group %1").arg(number);
    if (error.detail.starts_with("group"))
        return Words::tr("A character may be off in group %1; look again").arg(number);
    return Words::tr("There is something more behind the last group; take it away");
}

QString heldBackSentence(core::QuarantineReason reason)
{
    using core::QuarantineReason;
    switch (reason) {
    case QuarantineReason::none: return {};
    case QuarantineReason::unknownType:
    case QuarantineReason::unknownElement:
        return Words::tr("The province has to be updated before it can take this in; it is kept safe there");
    case QuarantineReason::notAllowed:
        return Words::tr("This family is with somebody else now; the province keeps it until it is looked at");
    case QuarantineReason::tooLarge: return Words::tr("This one is too large; shorten it a little and keep it again");
    case QuarantineReason::foreignRoot:
        return Words::tr("This belongs to another family; the province keeps it until it is looked at");
    case QuarantineReason::malformed:
    case QuarantineReason::foreignAuthor: return Words::tr("The province could not read this; it is kept safe there");
    }
    return {};
}

QString hintSentence(const Hint& hint)
{
    const auto is = [&](const char* code) { return hint.code == code; };
    const auto limit = QString::number(hint.limit);
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

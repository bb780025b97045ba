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
    case Errc::diskFull: return Words::tr("The tablet is full; what you wrote is still here. Make some room, then try once more");
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
    case Errc::fork: return Words::tr("There is a copy of this tablet somewhere; take it to the township. Everything is safe here");
    case Errc::epochChanged: return Words::tr("The province was restored; the township will help. Everything is safe here");
    case Errc::upgradeNeeded: return Words::tr("The app has to be updated before it can send; everything is safe here");
    case Errc::diskFull: return Words::tr("The tablet is nearly full; what you write goes out, fetching waits for room");
    case Errc::damaged: return Words::tr("Some records here cannot be read; they are kept as they are. Please take the tablet to the township");
    case Errc::protocol:
    case Errc::invalidInput: return Words::tr("The answer was not understood; please tell the township. Everything is safe here");
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
    case Errc::damaged: return Words::tr("This one does not open; a copy is kept. Please take the tablet to the township");
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
        return Words::tr("The records here do not open; they are kept as they are. With a new registration code from the township, all that the province has comes back");
    case Errc::notFound: return Words::tr("This tablet has to be registered again; everything is safe here");
    default: return unlockSentence(error);
    }
}

QString enrolSentence(const Error& error)
{
    switch (error.code) {
    case Errc::offline: return Words::tr("The server cannot be reached; check the network and try once more");
    case Errc::wrongSecret: return Words::tr("This code does not fit or is used up; ask for a new one");
    case Errc::lockedOut: return Words::tr("This code is closed; ask for a new one");
    case Errc::notAllowed: return Words::tr("This is not the server that the code belongs to; ask the township");
    case Errc::invalidInput: return Words::tr("The text of the code is not whole; scan or paste it once more");
    default: return Words::tr("Not done just yet; try once more");
    }
}

QString heldBackSentence(core::QuarantineReason reason)
{
    using core::QuarantineReason;
    switch (reason) {
    case QuarantineReason::none: return {};
    case QuarantineReason::unknownType:
    case QuarantineReason::unknownElement: return Words::tr("The province has to be updated before it can take this in; it is kept safe there");
    case QuarantineReason::notAllowed: return Words::tr("This family is with somebody else now; the province keeps it until it is looked at");
    case QuarantineReason::tooLarge: return Words::tr("This one is too large; shorten it a little and keep it again");
    case QuarantineReason::foreignRoot: return Words::tr("This belongs to another family; the province keeps it until it is looked at");
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
    if (is("not_offered"))
        return Words::tr("This does not go with the answer above");
    return Words::tr("Please look again");
}

} // namespace lianxin::ui

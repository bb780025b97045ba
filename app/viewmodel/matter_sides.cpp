// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/matter_sides.hpp"

#include "app/viewmodel/conflict_sides.hpp"
#include "app/viewmodel/record_lines.hpp"
#include "app/viewmodel/value_text.hpp"

#include <QCoreApplication>

#include <set>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MatterSides)
};

using settle::Question;

// Who wrote the record first, and when.
const core::Head* firstHead(const store::RecordView& view)
{
    const core::Head* first = nullptr;
    for (const auto& reg : view.registers)
        for (const auto& head : reg.heads)
            if (first == nullptr || head.hlc < first->hlc)
                first = &head;
    return first;
}

QString fieldText(const Desk& desk, const RecordType& type, const forms::RecordFields& fields, std::string_view name)
{
    const Field* field = type.field(name);
    return field == nullptr ? QString() : valueText(desk, *field, fields.value(name));
}

QString periodText(const forms::RecordFields& fields)
{
    const QString from = partialDate(fields.text("from_date"));
    const QString until = partialDate(fields.text("to_date"));
    return until.isEmpty() ? Words::tr("since %1").arg(from) : Words::tr("%1 to %2").arg(from, until);
}

// What stands large on the card.
QString largeText(const Desk& desk, const MatterPicture& picture, const forms::RecordFields& fields)
{
    switch (picture.look.matter->question) {
    case Question::primaries: {
        const auto user = fields.ref("user");
        const QString name = user ? recordName(desk, *user) : QString();
        return name.isEmpty() ? qs(fields.text("person_name")) : name;
    }
    case Question::visits:
        return dotted(
            {fieldText(desk, *picture.type, fields, "mode"), clockTime(fields.number("occurred_at").value_or(0))});
    case Question::payments: {
        const Field* amount = settle::amountField(*picture.type);
        return amount == nullptr ? QString() : valueText(desk, *amount, fields.value(amount->name));
    }
    case Question::additions: break;
    }
    return {};
}

// What one compares.
QString smallText(const Desk& desk, const MatterPicture& picture, const forms::RecordFields& fields)
{
    const auto& type = *picture.type;
    QStringList parts;
    switch (picture.look.matter->question) {
    case Question::primaries: parts << fieldText(desk, type, fields, "post") << periodText(fields); break;
    case Question::visits:
        parts << fieldText(desk, type, fields, "visitors") << fieldText(desk, type, fields, "outcome")
              << qs(fields.text("quick_note"));
        break;
    case Question::payments:
        parts << desk.label(type.label);
        for (const char* name :
             {"kind", "event", "scheme", "use", "fund_source", "source", "person", "receiver", "payee", "known_at",
              "admit_date", "month", "paid_at", "at", "issued_at", "day", "note"})
            parts << fieldText(desk, type, fields, name);
        break;
    case Question::additions: break;
    }
    parts.removeAll(QString());
    parts.removeDuplicates();
    return dotted(parts.mid(0, 5));
}

QString tagOf(Question question, bool earlier)
{
    switch (question) {
    case Question::primaries: return earlier ? Words::tr("Noted first") : Words::tr("Noted later");
    case Question::visits: return earlier ? Words::tr("Written first") : Words::tr("Written later");
    case Question::payments: return earlier ? Words::tr("The earlier one") : Words::tr("The later one");
    case Question::additions: return earlier ? Words::tr("Was put away") : Words::tr("Was added");
    }
    return {};
}

QString keepText(Question question, const QString& large, bool earlier)
{
    switch (question) {
    case Question::primaries: return Words::tr("%1 is the main contact").arg(large);
    case Question::visits: return Words::tr("The same visit, keep this");
    case Question::payments: return Words::tr("The same payment, keep this");
    case Question::additions:
        return earlier ? Words::tr("Bring it back, with what was added") : Words::tr("Put both away");
    }
    return {};
}

} // namespace

Result<MatterPicture> matterPicture(const Desk& desk, const OpenLook& look)
{
    MatterPicture picture;
    picture.look = look;
    picture.type = desk.catalogue().type(look.type);
    if (picture.type == nullptr || !look.matter)
        return fail(Errc::notFound, "no two records");
    LIANXIN_TRY(picture.seen, settle::look(desk.store(), *look.matter));
    return picture;
}

QString matterHeading(const MatterPicture& picture)
{
    switch (picture.look.matter->question) {
    case Question::primaries: return Words::tr("Who is the main contact?");
    case Question::visits: return Words::tr("Is it the same visit?");
    case Question::payments: return Words::tr("Is it the same payment?");
    case Question::additions: return Words::tr("Put away, and somebody added to it");
    }
    return {};
}

QString matterLine(const FamilyBook& book, const MatterPicture& picture)
{
    const Desk& desk = book.desk();
    const QString owner = lookOwner(book, picture.look);
    switch (picture.look.matter->question) {
    case Question::primaries: return Words::tr("%1: two people stand there as the main contact").arg(owner);
    case Question::visits: {
        const forms::RecordFields fields(*picture.type, picture.seen.first.view);
        const auto day = fields.day("occurred_at").value_or(desk.today());
        return Words::tr("%1: two notes of one day, %2").arg(owner, relativeDay(day, desk.today()));
    }
    case Question::payments: return Words::tr("%1: the same sum twice, a few days apart").arg(owner);
    case Question::additions: return Words::tr("%1: see whether it comes back").arg(owner);
    }
    return {};
}

QString bothRightText(Question question)
{
    switch (question) {
    case Question::primaries: return Words::tr("Both of them are");
    case Question::visits: return Words::tr("Two visits, both right");
    case Question::payments: return Words::tr("Two payments, both right");
    case Question::additions: break; // one of the two it has to be
    }
    return {};
}

QString keptWhy(Question question)
{
    switch (question) {
    case Question::primaries: return Words::tr("One main contact was chosen");
    case Question::visits: return Words::tr("The same visit, written twice");
    case Question::payments: return Words::tr("The same payment, written twice");
    case Question::additions: return Words::tr("Put away and added to at one time");
    }
    return {};
}

QString matterWriters(const Desk& desk, const OpenLook& look)
{
    QStringList writers;
    for (const auto& record : {look.matter->first, look.matter->second})
        if (const auto view = desk.store().view(record)) {
            const auto author = forms::authorOf(*view);
            writers << (author == desk.work().user ? Words::tr("you") : writerName(desk, author));
        }
    writers.removeDuplicates();
    return Words::tr("Written by %1; see whether it is one").arg(writers.join(Words::tr(" and ", "between names")));
}

Rows matterRows(const Desk& desk, const MatterPicture& picture)
{
    Rows rows;
    const auto question = picture.look.matter->question;
    for (const auto* opened : {&picture.seen.first, &picture.seen.second}) {
        const forms::RecordFields fields(*picture.type, opened->view);
        const auto* head = firstHead(opened->view);
        const UserId author = head == nullptr ? UserId{} : head->user;
        const QString name = writerName(desk, author);
        const QString when = head == nullptr
                                 ? QString()
                                 : Words::tr("written %1").arg(momentText(desk.writtenAt(head->hlc), desk.today()));
        const bool isAddition = question == Question::additions;
        const auto told = isAddition ? recordLine(desk, opened->view) : RecordLine{};
        const QString large = isAddition ? told.heading : largeText(desk, picture, fields);
        const QString small = isAddition ? told.line : smallText(desk, picture, fields);
        const QString tag = tagOf(question, rows.empty());
        QStringList spoken{tag, large, name, when, small};
        spoken.removeAll(QString());
        rows.push_back({{"sideId", idText(opened->view.record)},
                        {"tag", tag},
                        {"value", large},
                        {"name", name},
                        {"place", desk.userPlace(author)},
                        {"initial", initialOf(name)},
                        {"tint", tintOf(recordOf(author))},
                        {"whenText", when},
                        {"whyText", small},
                        {"actionLabel", keepText(question, large, rows.empty())},
                        {"accessibleText", spoken.join(Words::tr(", ", "between parts that are read aloud"))}});
    }
    return rows;
}

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/asked.hpp"

#include "app/forms/held_back.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Asked)
};

constexpr std::string_view kLeftNote = "held-back-left"; // numbers, with blanks between

std::set<std::uint64_t> leftOf(const Desk& desk)
{
    std::set<std::uint64_t> left;
    const auto note = desk.store().note(kLeftNote);
    if (note && *note)
        for (const auto& number : qs(**note).split(QLatin1Char(' '), Qt::SkipEmptyParts))
            left.insert(number.toULongLong());
    return left;
}

const RecordType* typeOf(const Desk& desk, RecordId record)
{
    const auto view = desk.store().view(record);
    return view ? desk.catalogue().type(view->type) : nullptr;
}

} // namespace

std::vector<Asked> askedOf(const FamilyBook& book)
{
    const Desk& desk = book.desk();
    std::vector<Asked> list;
    const auto held = desk.isOpen() ? forms::heldBack(desk.store(), desk.catalogue())
                                    : Result<std::vector<forms::HeldBack>>(std::vector<forms::HeldBack>{});
    if (!held || held->empty())
        return list;
    const auto left = leftOf(desk);
    for (const auto& one : *held)
        list.push_back({one.change.number, one.main, book.familyOf(one.main),
                        heldBackFault(one.change.reason).value_or(Fault::heldMalformed), one.change.saved,
                        one.answered                       ? Asked::State::answered
                        : left.contains(one.change.number) ? Asked::State::left
                                                           : Asked::State::look});
    return list;
}

QString askedSentence(const Desk& desk, RecordId record)
{
    const auto held = forms::heldBack(desk.store(), desk.catalogue());
    if (held)
        for (const auto& one : *held)
            if (!one.answered && std::ranges::find(one.change.records, record) != one.change.records.end())
                return explain(heldBackFault(one.change.reason).value_or(Fault::heldMalformed)).sentence;
    return {};
}

Result<void> leaveToProvince(const Desk& desk, std::uint64_t number)
{
    LIANXIN_TRY(const auto held, desk.store().heldBack());
    auto left = leftOf(desk);
    left.insert(number);
    std::string text; // of what is still there: decided ones go
    for (const auto& change : held)
        if (left.contains(change.number))
            text += std::to_string(change.number) + ' ';
    return desk.store().putNote(kLeftNote, text);
}

QString kindOf(const Desk& desk, RecordId record)
{
    const RecordType* type = typeOf(desk, record);
    return type == nullptr               ? QString()
           : desk.keepsQuietAbout(*type) ? Words::tr("Kept apart")
                                         : desk.label(type->label);
}

QString iconOf(const Desk& desk, RecordId record)
{
    const RecordType* type = typeOf(desk, record);
    return type == nullptr || desk.keepsQuietAbout(*type) ? QStringLiteral("lock") : qs(type->icon);
}

QString whoseAndWhat(const FamilyBook& book, RecordId record)
{
    const FamilySummary* family = book.summary(book.familyOf(record));
    const QString kind = kindOf(book.desk(), record);
    return family != nullptr ? family->callName + QLatin1Char(' ') + kind : kind;
}

} // namespace lianxin::ui

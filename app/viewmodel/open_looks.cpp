// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/open_looks.hpp"

#include "app/viewmodel/value_text.hpp"
#include "sync/model/permissions.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OpenLooks)
};

QString questionText(settle::Question question)
{
    switch (question) {
    case settle::Question::primaries: return Words::tr("two main contacts at once");
    case settle::Question::visits: return Words::tr("maybe one visit, written twice");
    case settle::Question::payments: return Words::tr("maybe one payment, written twice");
    case settle::Question::additions: return Words::tr("put away, and somebody added to it");
    }
    return {};
}

void addMatters(const FamilyBook& book, std::vector<OpenLook>& looks)
{
    const Desk& desk = book.desk();
    for (const auto& matter : book.matters()) {
        const RecordType* type = desk.catalogue().type(matter.type);
        const auto first = desk.store().view(matter.first);
        const auto second = desk.store().view(matter.second);
        const RecordType* other = second ? desk.catalogue().type(second->type) : nullptr;
        if (type == nullptr || other == nullptr || !first || !second)
            continue;
        const auto stands = [&](const store::RecordView& view) {
            return forms::authorOf(view) == desk.work().user ? Relation::author : Relation::holder;
        };
        const auto role = desk.work().role;
        if (!lianxin::mayRead(role, *type, stands(*first)) || !lianxin::mayRead(role, *other, stands(*second)))
            continue;
        const bool maySettle =
            lianxin::mayWrite(role, *type, stands(*first)) && lianxin::mayWrite(role, *other, stands(*second));
        looks.push_back({matter.first, matter.root, matter.type, matter.partition, {}, maySettle, matter});
    }
}

} // namespace

std::vector<OpenLook> openLooks(const FamilyBook& book)
{
    const Desk& desk = book.desk();
    std::vector<OpenLook> looks;
    if (!desk.isOpen())
        return looks;
    const auto conflicts = desk.store().conflicts();
    if (!conflicts)
        return looks;
    for (const auto& conflict : *conflicts) {
        const RecordType* type = desk.catalogue().type(conflict.type);
        const auto view = type != nullptr ? desk.store().view(conflict.record)
                                          : Result<store::RecordView>(fail(Errc::upgradeNeeded, "unknown type"));
        if (!view)
            continue;
        const auto relation = forms::authorOf(*view) == desk.work().user ? Relation::author : Relation::holder;
        if (!lianxin::mayRead(desk.work().role, *type, relation))
            continue;
        const bool maySettle = lianxin::mayWrite(desk.work().role, *type, relation);
        for (const auto& key : conflict.registers)
            looks.push_back({conflict.record, conflict.root, conflict.type, view->partition, key, maySettle, {}});
    }
    addMatters(book, looks);
    std::stable_partition(looks.begin(), looks.end(), [](const OpenLook& look) { return look.maySettle; });
    return looks;
}

QString lookOwner(const FamilyBook& book, const OpenLook& look)
{
    const Desk& desk = book.desk();
    const RecordType* type = desk.catalogue().type(look.type);
    if (type == nullptr)
        return {};
    if (type->name == "person")
        if (QString name = recordName(desk, look.record); !name.isEmpty())
            return name;
    const FamilySummary* family = book.summary(book.familyOf(look.record));
    if (family == nullptr && look.matter) // a ledger's row names its family
        if (const auto view = desk.store().view(look.record))
            family = book.summary(forms::RecordFields(*type, *view).ref("household").value_or(RecordId{}));
    const QString callName = family != nullptr ? family->callName : QString();
    if (look.matter && !callName.isEmpty()) // the question says what it is about
        return callName;
    return type->name == "household" && !callName.isEmpty() ? callName : dotted({callName, desk.label(type->label)});
}

QString lookSubject(const FamilyBook& book, const OpenLook& look)
{
    const RecordType* type = book.desk().catalogue().type(look.type);
    if (type == nullptr)
        return {};
    if (look.matter)
        return Words::tr("%1: %2", "whose and what").arg(lookOwner(book, look), questionText(look.matter->question));
    if (look.isLife())
        return Words::tr("%1: to keep, or to put away").arg(lookOwner(book, look));
    return Words::tr("%1: %2", "whose and what")
        .arg(lookOwner(book, look), registerLabel(book.desk(), *type, look.key));
}

QString lookIcon(const FamilyBook& book, const OpenLook& look)
{
    const RecordType* type = book.desk().catalogue().type(look.type);
    if (type == nullptr)
        return QStringLiteral("merge");
    if (look.matter)
        return look.matter->question == settle::Question::payments ? QStringLiteral("coin") : qs(type->icon);
    if (look.isLife())
        return QStringLiteral("history");
    const Field* field = type->field(look.key.number);
    const bool phone = field != nullptr && (field->format == TextFormat::phone || field->format == TextFormat::mobile);
    return phone ? QStringLiteral("phone") : QStringLiteral("merge");
}

} // namespace lianxin::ui

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
            looks.push_back({conflict.record, conflict.root, conflict.type, view->partition, key, maySettle});
    }
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
    const QString callName = family != nullptr ? family->callName : QString();
    return type->name == "household" && !callName.isEmpty() ? callName : dotted({callName, desk.label(type->label)});
}

QString lookSubject(const FamilyBook& book, const OpenLook& look)
{
    const RecordType* type = book.desk().catalogue().type(look.type);
    if (type == nullptr)
        return {};
    return Words::tr("%1: %2", "whose and what")
        .arg(lookOwner(book, look), registerLabel(book.desk(), *type, look.key));
}

} // namespace lianxin::ui

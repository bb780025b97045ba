// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/editing.hpp"

#include "sync/model/catalogue_values.hpp"

namespace lianxin::forms {

bool isShared(RecordId id)
{
    constexpr int kSharedVersion = 8; // of a UUID that is a hash
    return id.bytes[6] >> 4 == kSharedVersion;
}

UserId authorOf(const store::RecordView& view)
{
    const core::Head* earliest = nullptr;
    for (const auto& reg : view.registers)
        for (const auto& head : reg.heads)
            if (earliest == nullptr || head.hlc < earliest->hlc)
                earliest = &head;
    return earliest != nullptr ? earliest->user : UserId{};
}

Editing editingOf(const RecordType& type, const store::RecordView& view, UserId user, Role role, Millis now)
{
    const bool isAuthor = authorOf(view) == user;
    const bool comesBack = view.life == store::Life::voided && isShared(view.record); // there is no other id for it
    if (!mayWrite(role, type, isAuthor ? Relation::author : Relation::holder) ||
        (view.life != store::Life::active && !comesBack))
        return Editing::none;
    if (type.merge != MergeKind::append)
        return Editing::edit;
    const bool final = type.finalWhen && holds(*type.finalWhen, fieldsOf(type, view.values()));
    constexpr Millis kDay = 24LL * 3600 * 1000;
    if (isAuthor && !final && now - createdAt(view.record) <= type.editableDays * kDay)
        return Editing::edit;
    return type.amendmentType.empty() ? Editing::none : Editing::amend;
}

} // namespace lianxin::forms

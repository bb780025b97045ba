// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/model/permissions.hpp"
#include "sync/store/replica_store.hpp"

namespace lianxin::forms {

// What a person may still do with a record that is there (D9): append-only types stay editable for a while, then take additions.
enum class Editing { edit, amend, none };
[[nodiscard]] Editing editingOf(const RecordType& type, const store::RecordView& view, UserId user, Role role,
                                Millis now);
[[nodiscard]] UserId authorOf(const store::RecordView& view); // who wrote its earliest register; nil for an empty one
[[nodiscard]] bool isShared(RecordId id);                     // its makers share the id (D4): nobody can make another
using lianxin::createdAt;

} // namespace lianxin::forms

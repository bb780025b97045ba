// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/store/replica_store.hpp"

#include <vector>

namespace lianxin::forms {

// An own changeset that the province keeps apart (R36), as its author sees it.
struct HeldBack {
    store::OwnChange change;
    RecordId main; // whose form shows what was written: the visit, not the need that was noted with it
    // A later save of this tablet stands in the place of everything it wrote: there is nothing left to ask its author.
    bool answered{false};
};

// Oldest first; one query while there are none, which is nearly always.
[[nodiscard]] Result<std::vector<HeldBack>> heldBack(const store::ReplicaStore& store, const Catalogue& catalogue);
// One of them waits for this record's author.
[[nodiscard]] bool waitsForAnswer(const store::ReplicaStore& store, const Catalogue& catalogue, RecordId record);

// What is kept in a form that was opened on a changeset set aside answers all of it: one save for one save (R31). What its writes leave out is
// written again as it was, with the past that the form showed (R33), in every record of the changeset. The province applies the new one
// whatever becomes of the old one (R37, R38). A save that touches nothing of it leaves it alone: an honest edit must not wait with it.
[[nodiscard]] Result<void> answerHeldBack(const store::ReplicaStore& store, RecordId opened, const store::Past& past,
                                          store::Edit& edit);

} // namespace lianxin::forms

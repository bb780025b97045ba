// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/replica_store.hpp"

namespace lianxin::tablet {

// What was brought over from a damaged file.
struct Rescued {
    std::size_t changes{0};
    std::size_t drafts{0};
    std::size_t unreadable{
        0}; // own changes without a receipt whose bytes are gone; the kept file may give them to somebody with better tools
};

// Own changes that the province has not signed for, saved again under the new replica's numbers, and drafts. The pasts are carried over: what
// the author saw stays replaced, what he did not see survives. A change that the province has after all (its receipt was lost) says the same
// about the same records, and equal values are one. A draft's past is not rewritten: at worst the form's own last save is shown beside it.
[[nodiscard]] Rescued rescueUnsent(const store::ReplicaStore& from, store::ReplicaStore& into);

} // namespace lianxin::tablet

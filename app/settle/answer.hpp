// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settle/matter.hpp"
#include "sync/store/replica_store.hpp"

#include <string>
#include <vector>

namespace lianxin::settle {

// The two records as they were on the page when a person looked: an answer replaces exactly this, what comes in besides survives it.
struct Seen {
    Matter matter;
    store::OpenedRecord first;
    store::OpenedRecord second;
    [[nodiscard]] const store::OpenedRecord& of(RecordId record) const
    {
        return record == matter.second ? second : first;
    }
};
[[nodiscard]] Result<Seen> look(const store::ReplicaStore& store, const Matter& matter);

// One of the two is meant: who is the main contact, which of two writings of one visit or payment stays. Both are written, the one that stays
// too: two people who answer the other way round at the same time are asked once more, and nothing goes by accident. A visit's words that
// would go out of sight stay as an addition to the one that is kept, and what was added to it moves there. Of additions: the first, both come back;
// the second, both are put away. `why` is for whoever looks at it later.
[[nodiscard]] Result<store::Edit> keepEdit(const store::ReplicaStore& store, const Catalogue& catalogue,
                                           const Seen& seen, RecordId kept, std::string why);
// Two visits, two payments, two main contacts: nobody is asked again.
[[nodiscard]] Result<store::Edit> bothRightEdit(const store::ReplicaStore& store, const Catalogue& catalogue,
                                                const Seen& seen);
// As if nobody had answered. `number`: of the answer's save, by this tablet.
[[nodiscard]] store::Edit takenBack(const Catalogue& catalogue, const Seen& seen, const store::Edit& answer,
                                    const Dot& saved);

} // namespace lianxin::settle

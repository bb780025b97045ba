// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/model/ids.hpp"

#include <string_view>

namespace lianxin {

// How a person stands to a record. Holding means: a grant of this role covers the record's partition (D2) at the scope
// generation in question; a grant over a township covers its villages, no grant over an area covers a case.
enum class Relation { outside, holder, author }; // author: holder who also created the record

// Tablet and server ask the same two questions; the answers come from the catalogue alone, deny by default.
[[nodiscard]] bool mayRead(Role role, const RecordType& type, Relation relation);
[[nodiscard]] bool mayWrite(Role role, const RecordType& type, Relation relation);

// Does a grant over `granted` cover `partition`? Equal; or an area above it ("t:" over its "v:"); the province grant covers
// every area; everybody with any grant reads the directory.
[[nodiscard]] bool grantCovers(const PartitionId& granted, const PartitionId& partition);

// May a record of this type (under this root) lie in this partition at all?
[[nodiscard]] bool scopeFits(RecordScope scope, const PartitionId& partition);

} // namespace lianxin

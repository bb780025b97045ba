// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/model/ids.hpp"

#include <optional>
#include <string_view>

namespace lianxin {

// How a person stands to a record. Holding means: a grant of this role covers the record's partition (D2) at the scope
// generation in question; a grant over a township covers its villages, no grant over an area covers a case.
enum class Relation { outside, holder, author }; // author: holder who also created the record

// Tablet and server ask the same two questions; the answers come from the catalogue alone, deny by default.
[[nodiscard]] bool mayRead(Role role, const RecordType& type, Relation relation);
[[nodiscard]] bool mayWrite(Role role, const RecordType& type, Relation relation);

// A county's board, "b:" and its six digits: what is no secret to anybody who works there, such as homes with their plans and
// activities. Whoever was given the county or a part of it holds the board; a village is too small a room for a home that the next
// village comes to, and a county's own partition is too large a one to open to all.
[[nodiscard]] bool isBoard(const PartitionId& partition);
// The board of the county that this area is, or lies in; none for the directory, cases and what is wider than a county.
[[nodiscard]] std::optional<PartitionId> boardOf(const PartitionId& area);
// What every role may read and holds nothing of a person (level 1 at most).
[[nodiscard]] bool isForBoards(const RecordType& type);

// Does a grant over `granted` cover `partition`? Equal; or an area above it ("t:" over its "v:"); the province grant covers
// every area; everybody with any grant reads the directory, everybody with a grant in a county its board. A board covers itself only.
[[nodiscard]] bool grantCovers(const PartitionId& granted, const PartitionId& partition);

// May a record with such a root lie in this partition at all? On a board only what is for boards (isForBoards).
[[nodiscard]] bool scopeFits(RecordScope scope, const PartitionId& partition);

} // namespace lianxin

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pairs/likeness.hpp"
#include "sync/store/replica_store.hpp"

#include <optional>

namespace lianxin::pairs {

// What people said about two files. Null: nobody has, or somebody took it back.
enum class Decision { joined = 1, apart = 2 };

// Joining writes three things in one save and deletes nothing: the later file's life (merged, into the earlier one), the same for those of
// its people who stand in both, and a note under the later file. Taking it apart writes the lives back. The earlier file always stays: two
// tablets that join the same two files write the same values, and no chain of joined files can close into a circle.
[[nodiscard]] Result<store::Edit> joinEdit(const store::ReplicaStore& store, const Catalogue& catalogue,
                                           const FilePair& pair);
// Two families, whether they were joined before or not.
[[nodiscard]] Result<store::Edit> apartEdit(const store::ReplicaStore& store, const Catalogue& catalogue,
                                            const FilePair& pair);
// As if nobody had looked.
[[nodiscard]] Result<store::Edit> undecidedEdit(const store::ReplicaStore& store, const Catalogue& catalogue,
                                                const FilePair& pair);

// Into which record this one was merged; nullopt while it lives by itself, and while people differ about it.
[[nodiscard]] std::optional<RecordId> mergedInto(const store::RecordView& view);
// UUIDv8 of the two ids: notes of two tablets about the same pair are one record (D4).
[[nodiscard]] RecordId noteId(const FilePair& pair);

struct Note {
    FilePair pair;
    std::optional<Decision> decision;
};
[[nodiscard]] Result<std::vector<Note>> notes(const store::ReplicaStore& store, const Catalogue& catalogue);

} // namespace lianxin::pairs

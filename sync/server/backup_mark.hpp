// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/sql_server_store.hpp"

#include <optional>
#include <string>

namespace lianxin::server {

// The backup mark (sync-rules R8, R23; G3): what of each replica, and of each partition's feed, lies in a completed backup. It is noted beside the
// copy that was just made, on the thread that owns the database, so that it says what the copy holds and no more; it counts from the moment that
// somebody has read the whole copy and found it good. A new epoch takes it away: it spoke of another server. It lies in the database like the rest.

// Right after the copy, with nothing written in between: what it will stand for, in place of an earlier copy that nobody found good.
[[nodiscard]] Result<void> noteSnapshot(store::Database& database, const std::string& folder, Millis now);

// What a copy holds, read from the copy itself: the sum of all `held`.
[[nodiscard]] Result<std::uint64_t> heldIn(store::Database& copy);

// Within a transaction. invalidInput: it is not the last copy that was made, or it does not hold what was noted of it.
[[nodiscard]] Result<void> announceSnapshot(store::Database& database, const std::string& folder, std::uint64_t held);

// Unsigned. None: no backup was completed in this epoch.
[[nodiscard]] Result<std::optional<core::BackupMark>> backupMark(SqlServerStore& store,
                                                                 const core::ReplicaRow& replica);

// Attachments have a second place of their own (picture_backup.hpp). A pass begins: what is whole by now will be there when it ends.
[[nodiscard]] Result<void> notePictures(store::Database& database, Millis now);
[[nodiscard]] Result<Millis> picturesBegun(store::Database& database); // 0: no pass since the epoch began
// invalidInput: another pass was begun.
[[nodiscard]] Result<void> announcePictures(store::Database& database, Millis begun);
[[nodiscard]] Result<Millis>
picturesAt(store::Database& database); // what was whole by then is there; 0: nothing is said

[[nodiscard]] Result<void> forgetSnapshots(store::Database& database); // with a new epoch
[[nodiscard]] Result<Millis> madeAt(store::Database& database);        // of the last copy, found good or not; 0: none
[[nodiscard]] Result<Millis> markedAt(store::Database& database);      // 0: nothing is announced

} // namespace lianxin::server

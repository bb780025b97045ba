// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/server_schema.hpp"

#include <array>

namespace lianxin::server {

namespace {
// `record` and `archive` are the truth; `feed` numbers live in the record's row, so that a record is in its partition's feed once.
constexpr std::string_view kVersion1 = R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE replica(
  id BLOB PRIMARY KEY, user BLOB NOT NULL, held INTEGER NOT NULL, head BLOB NOT NULL, base BLOB NOT NULL, frozen INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE replica_key(
  id BLOB PRIMARY KEY, sign_key BLOB NOT NULL, counter INTEGER NOT NULL, request_hash BLOB NOT NULL, enrolled_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE archive(
  replica BLOB NOT NULL, number INTEGER NOT NULL, body BLOB NOT NULL, chain BLOB NOT NULL,
  outcome INTEGER NOT NULL, reason INTEGER NOT NULL, pending INTEGER NOT NULL, PRIMARY KEY(replica, number)
) WITHOUT ROWID;
CREATE INDEX archive_pending ON archive(replica, number) WHERE pending = 1;
CREATE TABLE parcel(
  replica BLOB NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, before BLOB NOT NULL, seed BLOB NOT NULL,
  head BLOB NOT NULL, signature BLOB NOT NULL, PRIMARY KEY(replica, last)
) WITHOUT ROWID;
CREATE TABLE touch(
  record BLOB NOT NULL, replica BLOB NOT NULL, number INTEGER NOT NULL, PRIMARY KEY(record, replica, number)
) WITHOUT ROWID;
CREATE TABLE withdrawn(replica BLOB NOT NULL, number INTEGER NOT NULL, PRIMARY KEY(replica, number)) WITHOUT ROWID;

CREATE TABLE partition(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, sequence INTEGER NOT NULL, chain BLOB NOT NULL, replicas BLOB NOT NULL
);
CREATE TABLE record(
  id BLOB PRIMARY KEY, root BLOB NOT NULL, type INTEGER NOT NULL, partition INTEGER NOT NULL, feed INTEGER NOT NULL,
  registers BLOB NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX record_feed ON record(partition, feed);
CREATE TABLE feed_chain(
  partition INTEGER NOT NULL, sequence INTEGER NOT NULL, chain BLOB NOT NULL, PRIMARY KEY(partition, sequence)
) WITHOUT ROWID;

CREATE TABLE member(user BLOB PRIMARY KEY, generation INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE member_grant(
  user BLOB NOT NULL, partition TEXT NOT NULL, role INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER,
  PRIMARY KEY(user, partition, role, since)
) WITHOUT ROWID;
CREATE TABLE case_party(
  partition TEXT NOT NULL, user BLOB NOT NULL, duty INTEGER NOT NULL, PRIMARY KEY(partition, user)
) WITHOUT ROWID;
CREATE INDEX case_of_user ON case_party(user);
CREATE TABLE enrolment_code(
  id TEXT PRIMARY KEY, hash BLOB NOT NULL, user BLOB NOT NULL, expires_at INTEGER NOT NULL, tries INTEGER NOT NULL,
  used_at INTEGER, replica BLOB, reply BLOB
) WITHOUT ROWID;
CREATE TABLE certificate(
  id INTEGER PRIMARY KEY, user BLOB NOT NULL, replica BLOB, sign_key BLOB NOT NULL, box_key BLOB,
  role TEXT NOT NULL, text TEXT, requested_at INTEGER NOT NULL, record BLOB
);
CREATE INDEX certificate_of_user ON certificate(user);
CREATE TABLE household_number(village TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY(village, year)) WITHOUT ROWID;
)sql";

// Offices that carry envelopes (PROTOCOL.md 15). A relay asks under an id like a replica's, and has nothing else of one.
constexpr std::string_view kRelays = R"sql(
CREATE TABLE relay(id BLOB PRIMARY KEY, sign_key BLOB NOT NULL UNIQUE, area TEXT NOT NULL, certificate TEXT NOT NULL, added INTEGER NOT NULL) WITHOUT ROWID;
)sql";

// A tablet that was lost or handed in (security.md 4). The id stays known: what it still has may come.
constexpr std::string_view kRevoked = R"sql(
ALTER TABLE replica ADD COLUMN revoked INTEGER NOT NULL DEFAULT 0;
)sql";

// Moves: which roots a partition's feed once had and where in it they left; and what hangs on a root.
constexpr std::string_view kMoves = R"sql(
CREATE TABLE gone(
  partition INTEGER NOT NULL, root BLOB NOT NULL, feed INTEGER NOT NULL, PRIMARY KEY(partition, root)
) WITHOUT ROWID;
CREATE UNIQUE INDEX gone_feed ON gone(partition, feed);
CREATE INDEX record_of_root ON record(root);
)sql";

// Compaction (I11): of feed numbers at which no entry stands any more only so much of the chain hash stays that an old cursor is known again.
constexpr std::string_view kFeedPrints = R"sql(
ALTER TABLE partition ADD COLUMN compacted INTEGER NOT NULL DEFAULT 0;
CREATE TABLE feed_print(partition INTEGER NOT NULL, first INTEGER NOT NULL, prints BLOB NOT NULL, PRIMARY KEY(partition, first)) WITHOUT ROWID;
)sql";

// Restores from backups: when and why the server began anew, who gave back what (N6: a donor's word is not the author's), and how far.
constexpr std::string_view kRestores = R"sql(
CREATE TABLE epoch_log(number INTEGER PRIMARY KEY, epoch BLOB NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL);
CREATE TABLE donor(
  replica BLOB PRIMARY KEY, epoch BLOB NOT NULL, rows INTEGER NOT NULL, changed INTEGER NOT NULL, passed INTEGER NOT NULL,
  done INTEGER NOT NULL, at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE donated_head(
  replica BLOB NOT NULL, number INTEGER NOT NULL, record BLOB NOT NULL, donor BLOB NOT NULL, PRIMARY KEY(replica, number, record)
) WITHOUT ROWID;
)sql";
// Replicas that got another id because theirs lived in two bodies, and the one-change ids under which each may bring what was not taken.
constexpr std::string_view kRestamps = R"sql(
CREATE TABLE restamp(
  replica BLOB PRIMARY KEY, old BLOB NOT NULL, shared INTEGER NOT NULL, start INTEGER NOT NULL, at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE restamped(owner BLOB NOT NULL, id BLOB NOT NULL, number INTEGER NOT NULL, PRIMARY KEY(owner, id)) WITHOUT ROWID;
)sql";

// What lies in a backup (backup_mark.hpp): of the copy that waits to be found good, and of the one that is announced. And what was lost with a backup
// older than that (lost_history.hpp).
constexpr std::string_view kBackups = R"sql(
CREATE TABLE backup_held(announced INTEGER NOT NULL, replica BLOB NOT NULL, held INTEGER NOT NULL, PRIMARY KEY(announced, replica)) WITHOUT ROWID;
CREATE TABLE backup_feed(
  announced INTEGER NOT NULL, partition INTEGER NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY(announced, partition)
) WITHOUT ROWID;
CREATE TABLE lost_history(
  replica BLOB NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, chain BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(replica, last)
) WITHOUT ROWID;
)sql";

// What tablets gave back and nobody acts on yet (waiting_rows.hpp).
constexpr std::string_view kWaitingRows = R"sql(
CREATE TABLE waiting_row(
  number INTEGER PRIMARY KEY AUTOINCREMENT, root BLOB NOT NULL, record BLOB NOT NULL, type INTEGER NOT NULL, partition TEXT NOT NULL,
  registers BLOB NOT NULL, donor BLOB NOT NULL, at INTEGER NOT NULL, UNIQUE(record, donor, partition, registers)
);
CREATE INDEX waiting_row_donor ON waiting_row(donor, number);
)sql";
} // namespace

Result<void> prepareSchema(store::Database& database)
{
    constexpr std::array kSteps{kVersion1, kRelays,   kRevoked, kMoves,      kFeedPrints,
                                kRestores, kRestamps, kBackups, kWaitingRows};
    static_assert(kSteps.size() == kSchemaVersion);
    return database.migrate({kSteps.begin(), kSteps.end()});
}

} // namespace lianxin::server

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/schema.hpp"

#include "sync/store/carry_shelf.hpp"

#include <string>

namespace lianxin::store {

namespace {

// `record` holds one row per record (D22), sorted so that a family and all that hangs on it lie together. Attachments will have a file of
// their own (D19): blobs are committed there before the record that names them.
constexpr std::string_view kVersion1 = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE partition(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  cursor INTEGER NOT NULL DEFAULT 0,
  consistent INTEGER NOT NULL DEFAULT 0,
  chain BLOB NOT NULL,
  vector BLOB NOT NULL,
  granted INTEGER NOT NULL);

CREATE TABLE context(id INTEGER PRIMARY KEY AUTOINCREMENT, partition INTEGER NOT NULL, body BLOB NOT NULL);
CREATE INDEX context_of_partition ON context(partition);

CREATE TABLE record(
  partition INTEGER NOT NULL,
  root BLOB NOT NULL,
  record BLOB NOT NULL,
  type INTEGER NOT NULL,
  registers BLOB NOT NULL,
  view BLOB,
  sort TEXT NOT NULL,
  flags INTEGER NOT NULL,
  PRIMARY KEY(partition, root, record)) WITHOUT ROWID;
CREATE UNIQUE INDEX record_by_id ON record(record);
CREATE INDEX record_by_type ON record(type, sort) WHERE (flags & 12) = 0;
CREATE INDEX record_in_conflict ON record(record) WHERE flags & 1;

CREATE TABLE changeset(
  number INTEGER PRIMARY KEY,
  body BLOB NOT NULL,
  chain BLOB NOT NULL,
  parcel INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  saved INTEGER NOT NULL,
  held_back INTEGER NOT NULL DEFAULT 0);
CREATE INDEX changeset_held_back ON changeset(number) WHERE held_back > 0;

CREATE TABLE parcel(
  first INTEGER PRIMARY KEY,
  last INTEGER NOT NULL,
  size INTEGER NOT NULL,
  seed BLOB NOT NULL,
  before BLOB NOT NULL,
  head BLOB,
  signature BLOB);

CREATE TABLE own_touch(record BLOB NOT NULL, number INTEGER NOT NULL, PRIMARY KEY(record, number)) WITHOUT ROWID;
CREATE INDEX own_touch_of_change ON own_touch(number);

CREATE TABLE withdrawn(replica BLOB NOT NULL, number INTEGER NOT NULL, PRIMARY KEY(replica, number)) WITHOUT ROWID;

CREATE TABLE receipt(id INTEGER PRIMARY KEY CHECK(id = 1), epoch BLOB NOT NULL, held INTEGER NOT NULL, head BLOB NOT NULL, signature BLOB NOT NULL);

CREATE TABLE draft(
  id BLOB PRIMARY KEY,
  type INTEGER NOT NULL,
  record BLOB NOT NULL,
  root BLOB NOT NULL,
  past BLOB NOT NULL,
  body TEXT NOT NULL,
  updated INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE term(term TEXT NOT NULL, kind INTEGER NOT NULL, record BLOB NOT NULL, PRIMARY KEY(term, kind, record)) WITHOUT ROWID;

CREATE TABLE audit(number INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL, hash BLOB NOT NULL);

CREATE TABLE note(key TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
)sql";

// When this tablet got to know the record, and when words of others last came to it, by its own clock. What came in today is a question of
// receiving: a writer's clock may be a week off, and a week without a network is ordinary. 0: not known, or never.
constexpr std::string_view kVersion2 = R"sql(
ALTER TABLE record ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE record ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
)sql";

// First sync by segments: what the server offered, and the bytes that are here of it. They stay compressed until everything of a manifest is
// here; then its rows come in and this goes, in one transaction.
constexpr std::string_view kVersion3 = R"sql(
CREATE TABLE segment_plan(id INTEGER PRIMARY KEY AUTOINCREMENT, manifest BLOB NOT NULL);
CREATE TABLE segment_part(hash BLOB NOT NULL, at INTEGER NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE UNIQUE INDEX segment_part_at ON segment_part(hash, at, size);
)sql";

// Who signed for own changes on their way to the province; beside it the shelf of what this tablet carries for others.
constexpr std::string_view kCarriedOwn = R"sql(
CREATE TABLE carried_own(kind INTEGER PRIMARY KEY, last INTEGER NOT NULL, at INTEGER NOT NULL, carrier TEXT NOT NULL);
)sql";

const std::string& carrySchema()
{
    static const std::string step = std::string(kCarriedOwn) + std::string(carryShelfTables());
    return step;
}

// What was overwritten while this tablet looked on (PastTable). It goes with the row of its record: a purge needs to know nothing of it. A move
// to another partition keeps the row, and this with it.
constexpr std::string_view kPastValues = R"sql(
CREATE TABLE past_value(
  record BLOB NOT NULL,
  register INTEGER NOT NULL,
  element TEXT NOT NULL,
  replica BLOB NOT NULL,
  number INTEGER NOT NULL,
  user BLOB NOT NULL,
  hlc INTEGER NOT NULL,
  value TEXT NOT NULL,
  beside INTEGER NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY(record, register, element, replica, number)) WITHOUT ROWID;
CREATE TRIGGER past_value_of_record AFTER DELETE ON record BEGIN
  DELETE FROM past_value WHERE record = OLD.record;
END;
)sql";

// Ids that this tablet had before and what the server took under each; own changes that go under ids of their own since (PROTOCOL.md 9.1).
constexpr std::string_view kRestamps = R"sql(
CREATE TABLE former_self(last INTEGER PRIMARY KEY, replica BLOB NOT NULL, shared INTEGER NOT NULL);
CREATE TABLE restamped(number INTEGER PRIMARY KEY, replica BLOB NOT NULL, seed BLOB NOT NULL, received INTEGER NOT NULL);
CREATE INDEX restamped_waiting ON restamped(number) WHERE received = 0;
)sql";

// What the pages derive from a family's records (PieceShelf). Whatever changes under a root takes its piece with it, in the same transaction;
// so does a purge, which leaves nothing derived behind.
constexpr std::string_view kPieces = R"sql(
CREATE TABLE piece(root BLOB PRIMARY KEY, until INTEGER NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
CREATE TRIGGER piece_of_new AFTER INSERT ON record BEGIN
  DELETE FROM piece WHERE root = NEW.root;
END;
CREATE TRIGGER piece_of_changed AFTER UPDATE ON record BEGIN
  DELETE FROM piece WHERE root = NEW.root;
END;
CREATE TRIGGER piece_of_gone AFTER DELETE ON record BEGIN
  DELETE FROM piece WHERE root = OLD.root;
END;
)sql";

// With the flags in it the index answers alone who is there, in which order and how many: its own condition on them is asked of each row again.
constexpr std::string_view kTypesAlone = R"sql(
DROP INDEX record_by_type;
CREATE INDEX record_by_type ON record(type, sort, partition, root, record, flags) WHERE (flags & 12) = 0;
)sql";

// Where roots went that left for a partition which this replica may not hold (StubTable).
constexpr std::string_view kStubs = R"sql(
CREATE TABLE stub(root BLOB PRIMARY KEY, type INTEGER NOT NULL, partition INTEGER NOT NULL, place BLOB NOT NULL, context INTEGER NOT NULL) WITHOUT ROWID;
)sql";

} // namespace

const std::vector<std::string_view>& replicaSchema()
{
    static const std::vector<std::string_view> steps{kVersion1, kVersion2, kVersion3,   carrySchema(), kPastValues,
                                                     kRestamps, kPieces,   kTypesAlone, kStubs};
    return steps;
}

} // namespace lianxin::store

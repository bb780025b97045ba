// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/register.hpp"

#include <string>
#include <vector>

namespace lianxin::core {

// One register written by a changeset. `past` is an index into Changeset::pasts: the context of the register when the form was
// opened, own changes shown on top and their pasts included (R9, R33).
struct Write {
    RegisterKey key;
    Value value;
    std::uint32_t past{0};
    bool operator==(const Write&) const = default;
};

// `root` never changes (D3). `partition` is where the author saw the record; the server files it where its root is now (R24) and
// uses the author's only while the root is unknown.
struct RecordChange {
    RecordId record;
    RecordId root;
    std::uint32_t type{0};
    PartitionId partition;
    std::vector<Write> writes; // sorted by key, each key at most once
    bool operator==(const RecordChange&) const = default;
};

// One save by one person, atomic everywhere (sync.md 2, D5, R31). Its canonical JSON body is what the hash chain covers.
struct Changeset {
    Dot dot;
    UserId user;
    std::uint32_t catalogue{0};       // catalogue version that the author's app had
    std::uint64_t scopeGeneration{0}; // of the author's grants
    Hlc hlc{0};
    Millis deviceTime{0};  // the tablet's own clock
    Millis clockOffset{0}; // estimated server time minus device time
    std::string why;       // optional words of the author, up to 200 characters
    std::vector<Context> pasts;
    std::vector<RecordChange> changes; // sorted by record, each record at most once
    bool operator==(const Changeset&) const = default;
};

inline constexpr std::size_t kMaxChangesetBytes = 1024 * 1024;
inline constexpr std::size_t kMaxWritesPerChangeset = 5000;

} // namespace lianxin::core

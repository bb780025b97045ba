// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/register.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lianxin::core {

// What people ask about a register in conflict: what it was before, and why each writer changed it.
struct ConflictNote {
    std::optional<Head> before;                    // the latest value that all heads had seen
    std::vector<std::pair<Dot, std::string>> whys; // sorted by dot; only heads that gave one
    bool operator==(const ConflictNote&) const = default;
};

// A register as stored. On the server `contextId` is 0 (the context is base + exceptions) and `feed` is the feed number of the
// last change. On a tablet `contextId` names an interned frame vector while a pull is under way; 0, or an id that is no longer
// interned, means the partition's consistent vector V (R7). `exceptions` are dots beyond that (R3, R18).
struct RegisterState {
    RegisterKey key;
    Heads heads;
    Context exceptions;
    std::uint64_t contextId{0};
    std::uint64_t feed{0};
    std::optional<ConflictNote> note;
    bool operator==(const RegisterState&) const = default;
};

struct RecordState {
    RecordId record;
    RecordId root;
    std::uint32_t type{0};
    PartitionId partition;
    std::vector<RegisterState> registers; // sorted by key

    [[nodiscard]] const RegisterState* find(const RegisterKey& key) const;
    [[nodiscard]] RegisterState& at(const RegisterKey& key); // inserts
};

// The stored bytes of the registers (not of the header columns): compact, versioned, refuses what it does not understand.
[[nodiscard]] std::string encodeRegisters(const std::vector<RegisterState>& registers);
[[nodiscard]] Result<std::vector<RegisterState>> decodeRegisters(std::string_view bytes);
[[nodiscard]] std::string encodeContext(const Context& context);
[[nodiscard]] Result<Context> decodeContext(std::string_view bytes);

// D25: the lines that a partition's state hash covers, without contexts, cursors and notes. Feed records in order of record id.
void appendStateHashInput(std::string& out, const RecordState& record);

} // namespace lianxin::core

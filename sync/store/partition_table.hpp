// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/store/database.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace lianxin::store {

enum class Grant : std::uint8_t {
    gone = 0, // was granted, or somebody's new home elsewhere: its rows are hidden, and purged (AwayRows)
    granted = 1,
    expected = 2, // made here (a new counselling case), the server has not confirmed it yet
};

struct PartitionRow {
    std::int64_t id{0};
    core::PartitionCursor cursor;
    core::Context vector; // V: set only by the frame that reached the feed's head (R6)
    Grant grant{Grant::granted};
};

// Partitions with their cursors, and the interned contexts of frames of a pull that is under way (R7).
class PartitionTable {
public:
    explicit PartitionTable(Database& database) : m_database(database) {}
    [[nodiscard]] Result<std::optional<PartitionRow>> find(const PartitionId& name) const;
    [[nodiscard]] Result<PartitionRow> get(std::int64_t id) const;
    [[nodiscard]] Result<PartitionRow> add(const PartitionId& name, Grant grant);
    [[nodiscard]] Result<void> update(const PartitionRow& row);
    [[nodiscard]] Result<std::vector<PartitionRow>> all() const; // by name

    [[nodiscard]] Result<std::uint64_t> intern(std::int64_t partition, const core::Context& context);
    [[nodiscard]] Result<std::optional<core::Context>> interned(std::uint64_t id) const; // gone means V
    // At the head the frames' contexts collapse into V. Their ids are never given again.
    [[nodiscard]] Result<void> dropInterned(std::int64_t partition);
    // Each vector and each interned context becomes what `by` makes of it.
    [[nodiscard]] Result<void> mapContexts(const std::function<core::Context(const core::Context&)>& by);

private:
    [[nodiscard]] static Result<PartitionRow> read(const Statement& row);
    Database& m_database;
};

} // namespace lianxin::store

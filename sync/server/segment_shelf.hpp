// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/store/database.hpp"

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace lianxin::server {

// Segments that were made already, in an encrypted file of their own beside the province's database, under the same key. Of their own because
// they can be made anew at any time: no backup carries them, no transaction of a push waits for them, and a file that does not open is
// replaced by an empty one. Only the store worker's thread comes here.
class SegmentShelf {
public:
    struct Bundle {
        std::int64_t id{0};
        core::SegmentManifest manifest;
        std::uint64_t rows{0};
        bool retired{false}; // not offered any more; whoever has begun to fetch it may finish
        bool pressed{false}; // as small as it gets
    };

    [[nodiscard]] static Result<std::unique_ptr<SegmentShelf>> open(const std::string& path, const store::RawKey& key);

    [[nodiscard]] const std::vector<Bundle>& bundles() const { return m_bundles; }
    // In place of live bundles over exactly these partitions: those retire. When it is of a later moment, what had retired before goes.
    [[nodiscard]] Result<void> put(const core::SegmentManifest& manifest, const std::vector<std::string>& segments,
                                   bool pressed = false);
    [[nodiscard]] Result<void> drop(const std::set<std::int64_t>& ids);
    // Whether all partitions of one bundle that has this segment are among those.
    [[nodiscard]] bool isWithin(const Hash& segment, const std::set<PartitionId>& partitions) const;
    // At most `most` bytes from `offset` on; none: no such segment, or it ends before.
    [[nodiscard]] Result<std::string> bytes(const Hash& segment, std::uint64_t offset, std::size_t most);

private:
    explicit SegmentShelf(std::unique_ptr<store::Database> database) : m_database(std::move(database)) {}
    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<void> forget(std::int64_t id); // inside a transaction

    std::unique_ptr<store::Database> m_database;
    std::vector<Bundle> m_bundles; // oldest first
};

} // namespace lianxin::server

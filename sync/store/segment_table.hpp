// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/store/database.hpp"

#include <vector>

namespace lianxin::store {

struct SegmentPlan {
    std::int64_t id{0};
    core::SegmentManifest manifest;
};

// Manifests that are being fetched, oldest first, and what is here of their segments.
class SegmentTable {
public:
    explicit SegmentTable(Database& database) : m_database(database) {}
    [[nodiscard]] Result<std::vector<SegmentPlan>> plans() const;
    [[nodiscard]] Result<void> add(const core::SegmentManifest& manifest);
    [[nodiscard]] Result<void> drop(std::int64_t plan);
    [[nodiscard]] Result<void> sweep(); // bytes that no plan names

    [[nodiscard]] Result<std::uint64_t> have(const Hash& segment) const; // bytes from its beginning on, without a gap
    [[nodiscard]] Result<void> append(const core::SegmentPart& part);
    [[nodiscard]] Result<std::string> bytes(const Hash& segment) const;
    [[nodiscard]] Result<void> forget(const Hash& segment);

private:
    Database& m_database;
};

} // namespace lianxin::store

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/wire/short_push.hpp"

#include <map>

namespace lianxin::test {

// One side's knowledge, which the other side may have too.
struct Knowledge {
    UserId user;
    std::map<RecordId, wire::KnownPlace> places;
    std::map<PartitionId, core::Context> vectors;

    [[nodiscard]] wire::PushGuess guess() const
    {
        return {user, [this](RecordId record) { return placeOf(record); },
                [this](const PartitionId& partition) -> Result<std::optional<core::Context>> {
                    const auto found = vectors.find(partition);
                    return found == vectors.end() ? std::nullopt : std::optional(found->second);
                }};
    }
    [[nodiscard]] wire::PushMemory memory(const core::PushRequest& request) const
    {
        return {request.parcels.front().replica, user, request.acknowledgedHash,
                [this](RecordId record) { return placeOf(record); },
                [this](const seal::VectorName& name) -> std::optional<core::Context> {
                    for (const auto& [partition, vector] : vectors)
                        if (seal::nameOf(vector) == name)
                            return vector;
                    return std::nullopt;
                }};
    }

private:
    [[nodiscard]] Result<std::optional<wire::KnownPlace>> placeOf(RecordId record) const
    {
        const auto found = places.find(record);
        return found == places.end() ? std::nullopt : std::optional(found->second);
    }
};

} // namespace lianxin::test

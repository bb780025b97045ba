// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/generator.hpp"
#include "sync/store/replica_store.hpp"

namespace lianxin::data {

// Names -> values, by the catalogue; an unknown name or a value that its field cannot hold is invalidInput with type and field.
[[nodiscard]] Result<FieldValues> valuesOf(const Catalogue& catalogue, const NamedRecord& record);
[[nodiscard]] Result<store::Edit> editOf(const Catalogue& catalogue, const NamedChange& change);

// Straight into the store, past the form: for measurements that need many records soon. The store's clock should stand at change.at.
[[nodiscard]] Result<std::uint64_t> saveChange(store::ReplicaStore& store, const Catalogue& catalogue,
                                               const NamedChange& change);

// A clock that the writer of demo data sets before each save, so that the data carry the times of their story.
class SetClock final : public Clock {
public:
    [[nodiscard]] Millis now() const override { return m_now; }
    void set(Millis now) { m_now = now; }

private:
    Millis m_now{0};
};

} // namespace lianxin::data

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/data_loader.hpp"
#include "app/forms/record_editor.hpp"

namespace lianxin::data {

// Saves made-up changes the way a person does (D27): a form for each record, filled in, committed in one save. Records keep the ids of
// the generator. One that is in the store already is opened and changed.
class PersonSave {
public:
    // Parts of a person's desk; all live longer. The clock is set to the moment of each change.
    struct Desk {
        const Catalogue& catalogue;
        store::ReplicaStore& store;
        SetClock& clock;
        UserId user;
    };
    explicit PersonSave(const Desk& desk) : m_desk(desk) {}

    [[nodiscard]] Result<std::uint64_t> save(const NamedChange& change);

private:
    // Gives back the bytes of the id that the next record should have.
    class GivenId final : public RandomSource {
    public:
        void fill(std::span<std::uint8_t> bytes) override;
        RecordId id;
    };
    [[nodiscard]] Result<forms::RecordEditor> filledIn(const NamedRecord& record);
    // What forms do not do: as somebody on a tablet that has not heard of the latest, or who puts a record away.
    [[nodiscard]] Result<std::uint64_t> saveBeside(const NamedChange& change);

    Desk m_desk;
    GivenId m_ids;
};

} // namespace lianxin::data

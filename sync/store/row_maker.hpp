// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/life.hpp"
#include "sync/store/search_groups.hpp"
#include "sync/store/terms.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::store {

// One row: the register states as the server gave them, and, while own changes lie on top, what is shown instead.
struct StoredRecord {
    core::RecordState state;
    std::int64_t partition{0};
    std::optional<std::vector<core::RegisterState>> view;
    std::int64_t flags{0};
    Millis since{0};
    Millis arrived{0};

    [[nodiscard]] const std::vector<core::RegisterState>& shown() const { return view ? *view : state.registers; }
};

// What the table holds of a record that nobody here has written into.
struct NewRow {
    std::int64_t partition{0};
    RecordId root;
    RecordId record;
    std::uint32_t type{0};
    std::string registers;
    std::string sort;
    std::int64_t flags{0};
    Millis since{0};
    Millis arrived{0};
};

// What is derived from a record: its life, flags, sort key, search terms. It asks no database, so rows can be made on another thread than the
// one that stores them; one object belongs to one thread.
class RowMaker {
public:
    RowMaker(const Catalogue& catalogue, const TextFolder& folder, const SearchGroups& groups)
        : m_catalogue(catalogue), m_folder(folder), m_groups(groups)
    {}

    [[nodiscard]] LifeReading lifeOf(const StoredRecord& record) const;
    [[nodiscard]] std::int64_t flagsOf(const StoredRecord& record) const;
    [[nodiscard]] std::vector<Term> termsOf(const StoredRecord& record) const;
    [[nodiscard]] std::string sortKeyOf(const StoredRecord& record) const;
    // Of a record without own changes on top, with its terms; its flags are set.
    [[nodiscard]] NewRow make(StoredRecord& record, std::vector<Term>& terms);

    [[nodiscard]] static Value shownValue(const core::RegisterState& reg);
    // Of the life of a record lifeOf() knows more than its heads.
    [[nodiscard]] static bool inConflict(const core::RegisterState& reg);
    [[nodiscard]] static RegisterValues valuesOf(const std::vector<core::RegisterState>& registers);

private:
    [[nodiscard]] bool isFound(const StoredRecord& record, const RecordType* type) const;
    // Values of the registers that terms and sort key of the type are made from; everything else of a record would be copied for nothing.
    [[nodiscard]] RegisterValues indexedValues(const StoredRecord& record, const RecordType& type);

    const Catalogue& m_catalogue;
    const TextFolder& m_folder;
    const SearchGroups& m_groups;
    std::map<std::uint32_t, std::vector<std::uint32_t>> m_indexed; // by type: its indexed registers, ascending
};

} // namespace lianxin::store

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settle/matter.hpp"
#include "app/viewmodel/desk.hpp"

#include <map>
#include <optional>
#include <vector>

namespace lianxin::ui {

class FamilyBook;

// What two records may be together, of all families of this tablet. Looked for when somebody first asks; afterwards only families whose
// records changed are looked at again.
class OpenMatters : public QObject {
    Q_OBJECT
public:
    explicit OpenMatters(FamilyBook& book);

    [[nodiscard]] std::vector<settle::Matter> all();

private:
    using Records = std::vector<store::RecordView>;
    void readAll();
    void readStale();
    [[nodiscard]] RecordId placeOf(const store::RecordView& view) const; // the family it is about; nil: of none
    void look(RecordId place, Records records);

    FamilyBook& m_book;
    Desk& m_desk;
    std::optional<Day> m_read;                                 // on which day; none: not yet
    std::set<RecordId> m_stale;                                // records
    std::map<RecordId, std::vector<settle::Matter>> m_matters; // by place
};

} // namespace lianxin::ui

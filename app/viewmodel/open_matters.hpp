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
// records changed are looked at again. Of very many families it is looked for between two frames, and the desk tells when it is there.
class OpenMatters : public QObject {
    Q_OBJECT
public:
    explicit OpenMatters(FamilyBook& book);

    [[nodiscard]] std::vector<settle::Matter> all();

private:
    using Records = std::vector<store::RecordView>;
    using Matters = std::map<RecordId, std::vector<settle::Matter>>; // by place
    struct Reading {                                                 // of everything, page by page
        std::vector<const RecordType*> types;
        std::size_t type{0};
        std::size_t from{0};
        std::map<RecordId, Records> places;
        Matters found;
    };
    void readAnew(); // at once, or in steps
    [[nodiscard]] Reading begin();
    void readPage(Reading& reading) const;
    [[nodiscard]] bool readSome(Reading& reading) const; // false: everything is read
    void step();
    void readStale();
    [[nodiscard]] RecordId placeOf(const store::RecordView& view) const; // the family it is about; nil: of none
    void look(RecordId place, Records records, Matters& into) const;

    FamilyBook& m_book;
    Desk& m_desk;
    std::optional<Day> m_read;  // on which day; none: not yet
    std::set<RecordId> m_stale; // records
    Matters m_matters;
    std::optional<Reading> m_reading; // in steps
    QTimer m_step;
};

} // namespace lianxin::ui

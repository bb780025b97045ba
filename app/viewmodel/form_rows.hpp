// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/repeats.hpp"
#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <map>
#include <memory>

namespace lianxin::ui {

// One form that is open: the record, for a counselling session its shared summary (a plain record of its own, D15), and what the
// screen adds to them.
struct OpenForm {
    forms::RecordEditor editor;
    std::unique_ptr<forms::RecordEditor> summary;
    RecordId household;                // whose page it came from; nil: none
    std::map<int, QString> typed;      // as typed, until the field is left
    std::map<int, QString> unreadable; // typed and left, but not a value
    std::set<std::string> openSections;
    bool whenOpen{false};
    std::map<std::uint32_t, std::vector<RecordId>> candidates; // of ref fields; an option's code is the place in here
    std::map<std::uint32_t, std::vector<std::string>> places;  // of division fields, likewise
    forms::Repeats repeats;
    std::uint32_t listed{0}; // type of the rows that fill the page, 0: the form does
    int place{0};            // in that list: the row that was opened last
    FieldValues start;       // of a new row: what it held when it was opened
    int ordinal{0};          // of a row: which one
};

// Keys of rows: field numbers; the others lie above all catalogue numbers of a type.
inline constexpr int kSectionKey = 10'000'000;
inline constexpr int kHeadingKey = 20'000'000;
inline constexpr int kSummaryKey = 30'000'000; // + field number of the shared summary
inline constexpr int kGuideKey = 40'000'000;   // + number of the field whose choice it explains
inline constexpr int kCallKey = 50'000'000;    // + place in the list
inline constexpr int kRowsKey = 60'000'000;    // + index of the section

[[nodiscard]] Roles formRoles();
// The rows that are visible now, in reading order. Fills the candidates of ref fields.
[[nodiscard]] Rows formRows(const FamilyBook& book, OpenForm& form);
// The field that places the record in time and stands as a chip in the head; nullptr: none that a person may change.
[[nodiscard]] const Field* whenField(const RecordType& type);
// Fields that a person must still answer, including those that only another form fills.
[[nodiscard]] QStringList missingLabels(const Desk& desk, const OpenForm& form);
[[nodiscard]] int formColumns(const RecordType& type);
[[nodiscard]] int columnsFor(const std::vector<Row>& options); // beside each other, so that no label breaks

} // namespace lianxin::ui

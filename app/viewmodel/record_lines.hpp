// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <vector>

namespace lianxin::ui {

// What a list says about a record of any type, from its catalogue entry alone.
struct RecordLine {
    QString heading; // its title, or the name of its type
    QString line;    // day, state and what else its timeline names
    Millis at{0};    // newest first
};
[[nodiscard]] RecordLine recordLine(const Desk& desk, const store::RecordView& view);
// The day by which records of a type are told apart: its place in the line of time, else when it was made.
[[nodiscard]] Millis momentOf(const RecordType& type, const forms::RecordFields& fields, RecordId record);
[[nodiscard]] Roles recordRoles(); // recordId, heading, line, iconName, accessibleText
[[nodiscard]] Row recordRow(const Desk& desk, const store::RecordView& view);

// Types whose records stand on the page of such a record: those that name it as their parent, else those that hang on it as their root.
[[nodiscard]] std::vector<const RecordType*> rowTypesOf(const Catalogue& catalogue, const RecordType& type);
// Records of one of these types that belong to the shown one; newest first.
[[nodiscard]] std::vector<store::RecordView> rowsOf(const Desk& desk, const RecordType& rowType,
                                                    const store::RecordView& shown);
// A page of its own, because there is more to it than one form: rows that hang on it. Families, cases, visits and emergencies have theirs.
[[nodiscard]] bool hasRecordPage(const Catalogue& catalogue, const RecordType& type);
// Of its rows some are not written in its own form: they come next, on its page.
[[nodiscard]] bool rowsComeLater(const Catalogue& catalogue, const RecordType& type);

// What is filled in, field by field, as label and line; hidden, sealed and title fields are left out.
[[nodiscard]] Rows factsOf(const Desk& desk, const store::RecordView& view);

} // namespace lianxin::ui

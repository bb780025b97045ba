// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"

#include <map>
#include <set>
#include <vector>

namespace lianxin::ui {

// What may stand on paper (assets/forms/print.json); everything else follows from the catalogue.
struct PrintRules {
    std::map<std::string, std::vector<std::string>>
        rows;                      // record type -> types of its rows; not named: all that hang on it
    std::set<std::string> leftOut; // types that are never printed as rows
    std::map<std::string, std::vector<std::string>> slip; // record type -> fields of a service slip
};
[[nodiscard]] Result<PrintRules> parsePrintRules(std::string_view json);

// A record as a sheet of paper: its title, what is filled in by sections, the rows that hang on it. What is sealed, of level 4, hidden, or not this
// person's to read is not there, whoever is unlocked; numbers of papers and accounts end in their last four digits.
// notAllowed: a record with sealed words, or of a type that this person does not read.
[[nodiscard]] Result<QString> recordSheet(const Desk& desk, const PrintRules& rules, RecordId record);
[[nodiscard]] bool mayPrint(const Desk& desk, RecordId record);
// For the volunteer's hand: whom, where, which telephone, what is to be done. Of a service at a family; notAllowed for anything else.
[[nodiscard]] Result<QString> serviceSlip(const Desk& desk, const PrintRules& rules, RecordId service);

// A list as a table; its first line are the headings.
[[nodiscard]] QString tableSheet(const Desk& desk, const QString& heading, const QString& under,
                                 const std::vector<QStringList>& lines);

} // namespace lianxin::ui

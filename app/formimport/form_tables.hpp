// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formimport/form_sheets.hpp"
#include "sync/model/code_list.hpp"

#include <map>
#include <string>
#include <vector>

namespace lianxin::formimport {

// The rows of an XLSForm (xlsform.org, version 1) with their headings sorted out.
struct SurveyRow {
    unsigned row{0};
    std::string type; // as written
    std::string name;
    Label label; // one language stands for the other when it is missing
    Label hint;
    Label constraintMessage;
    std::map<std::string, std::string>
        cells; // relevant, constraint, calculation, required, default, choice_filter, appearance ...

    [[nodiscard]] std::string cell(const std::string& key) const
    {
        const auto found = cells.find(key);
        return found == cells.end() ? std::string() : found->second;
    }
};

struct ChoiceRow {
    unsigned row{0};
    std::string list;
    std::string name;
    Label label;
    std::map<std::string, std::string> data; // further columns, for choice_filter
};

struct FormTables {
    std::vector<SurveyRow> survey;
    std::vector<ChoiceRow> choices;
    std::map<std::string, std::string> settings;
};

[[nodiscard]] Result<FormTables> readTables(const Workbook& book, ImportReport& report);

} // namespace lianxin::formimport

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formimport/form_draft.hpp"

#include <map>
#include <string>
#include <string_view>

namespace lianxin::formimport {

// What a spreadsheet does not say. Settings of the form with the same names go before.
struct ImportOptions {
    std::string root{"household"}; // type of the records that the form hangs on; empty: it is a root itself
    std::string readers{"VW,TO,CS"};
    std::string writers{"VW,TO"};
    int level{2};                   // sensitivity of every field
    std::uint32_t firstType{10000}; // draft numbers; the province allots the permanent ones (D10)
    std::uint32_t firstField{10000};
};

struct ImportedForm {
    std::map<std::string, std::string> files; // "catalogue/x.json", "codes/y.json", as loadCatalogue takes them
    ImportReport report;
    std::size_t questions{0};
};

// Bytes of an .xlsx or .csv XLSForm -> files of a draft. An error: nothing could be made of it at all.
[[nodiscard]] Result<ImportedForm> importForm(std::string_view bytes, const ImportOptions& options);

// Its steps.
[[nodiscard]] Result<FormDraft> readSurvey(const FormTables& tables, ImportReport& report);
void translateRules(FormDraft& draft, ImportReport& report);
[[nodiscard]] std::map<std::string, std::string> writeForm(const FormDraft& draft, const ImportOptions& options,
                                                           ImportReport& report);

} // namespace lianxin::formimport

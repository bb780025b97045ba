// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheet/import_report.hpp"
#include "sync/model/error.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lianxin::sheet {

// What a reader takes from a file that anybody may have sent. More is left out with a line in the report, or refused when the
// file as a whole cannot be what it says.
struct ReadLimits {
    std::size_t fileBytes = 32U << 20;
    std::size_t unpackedBytes = 64U << 20; // all parts of one workbook together, whatever the archive claims
    std::size_t cellBytes = 20000;         // a longer cell is cut
    std::size_t rows = 20000;              // of one sheet
    std::size_t columns = 200;
    std::size_t sheetBytes = 16U << 20; // all cells together: one shared text can be named a million times
};

enum class Layout {
    form, // sheets survey, choices, settings; the others are left alone
    table // the first sheet, whatever it is called
};

struct SheetRow {
    unsigned number{0};             // as the person's program shows it, from 1
    std::vector<std::string> cells; // trimmed UTF-8
};

struct Sheet {
    std::string name;           // lower case
    std::vector<SheetRow> rows; // without the empty ones
};

struct Workbook {
    std::vector<Sheet> sheets;

    [[nodiscard]] const Sheet* sheet(std::string_view name) const;
};

// One file with all sheets, as form designers exchange them: a line whose first cell is "survey", "choices" or "settings" opens the
// sheet and its table stands one column further right; or simply the table of the survey.
[[nodiscard]] Result<Workbook> readCsv(std::string_view bytes, ImportReport& report, const ReadLimits& limits = {});
// Office Open XML: only the sheets named survey, choices, settings are unpacked.
[[nodiscard]] Result<Workbook> readXlsx(std::string_view bytes, ImportReport& report, const ReadLimits& limits = {},
                                        Layout layout = Layout::form);
// By what the bytes are, not by the name.
[[nodiscard]] Result<Workbook> readWorkbook(std::string_view bytes, ImportReport& report,
                                            const ReadLimits& limits = {});

// A list that people keep: the first sheet of a workbook, or text with commas, semicolons or tabs between the cells, in UTF-8, UTF-16 or the
// GB 18030 (GBK, GB 2312) that office programs in China write. One sheet comes back.
[[nodiscard]] Result<Sheet> readTable(std::string_view bytes, ImportReport& report, const ReadLimits& limits = {});
// Any of these encodings to UTF-8 without a mark; invalidInput: none fits.
[[nodiscard]] Result<std::string> textOf(std::string_view bytes);
// One record after another of RFC 4180 with this separator; a quoted cell may hold line ends.
class CsvScanner {
public:
    explicit CsvScanner(std::string_view text, char separator = ',') : m_text(text), m_separator(separator) {}
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] std::vector<std::string> record();

private:
    std::string_view m_text;
    char m_separator;
    std::size_t m_at{0};
};

// Puts one cell where it belongs; cuts and leaves out as the limits say, telling the report.
class SheetBuilder {
public:
    SheetBuilder(std::string name, ImportReport& report, const ReadLimits& limits) : m_report(report), m_limits(limits)
    {
        m_sheet.name = std::move(name);
    }
    void put(unsigned row, std::size_t column, std::string text);
    [[nodiscard]] bool full() const { return m_full; }
    [[nodiscard]] Sheet take() { return std::move(m_sheet); }

private:
    ImportReport& m_report;
    const ReadLimits& m_limits;
    Sheet m_sheet;
    bool m_full{false};
    bool m_wide{false};
    std::size_t m_bytes{0};
};

[[nodiscard]] bool isFormSheet(std::string_view lowerName);
[[nodiscard]] std::string lowered(std::string_view text); // ASCII
[[nodiscard]] std::string trimmed(std::string_view text);
// The beginning of a text, whole characters only: 60 bytes for a line of the report.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes = 60);

} // namespace lianxin::sheet

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheet/workbook.hpp"

#include "sync/model/json.hpp"

#include <algorithm>

namespace lianxin::sheet {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool isBlank(const std::vector<std::string>& cells)
{
    return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return trimmed(cell).empty(); });
}

} // namespace

std::vector<std::string> CsvScanner::record()
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (quoted && c == '"') {
            quoted = m_at + 1 < m_text.size() && m_text[m_at + 1] == '"';
            m_at += quoted ? 1 : 0;
            if (quoted)
                cells.back() += c;
        } else if (quoted || (c != '"' && c != m_separator && c != '\n' && c != '\r')) {
            cells.back() += c;
        } else if (c == '"') {
            quoted = true;
        } else if (c == m_separator) {
            cells.emplace_back();
        } else if (c == '\n') {
            ++m_at;
            return cells;
        }
    }
    return cells;
}

std::string lowered(std::string_view text)
{
    std::string low(text);
    std::transform(low.begin(), low.end(), low.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return low;
}

std::string trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(kBlank) - first + 1));
}

std::string shortened(std::string_view text, std::size_t bytes)
{
    auto end = std::min(bytes, text.size());
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        --end;
    return std::string(text.substr(0, end));
}

bool isFormSheet(std::string_view lowerName)
{
    return lowerName == "survey" || lowerName == "choices" || lowerName == "settings";
}

const Sheet* Workbook::sheet(std::string_view name) const
{
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& sheet) { return sheet.name == name; });
    return found == sheets.end() ? nullptr : &*found;
}

void SheetBuilder::put(unsigned row, std::size_t column, std::string text)
{
    text = trimmed(text);
    if (text.empty() || m_full)
        return;
    auto& rows = m_sheet.rows;
    if (rows.empty() || rows.back().number != row) {
        if (rows.size() == m_limits.rows) {
            m_full = true;
            m_report.notTaken(m_sheet.name, row, "",
                              "this row and those after it: a sheet has at most " + std::to_string(m_limits.rows) +
                                  " rows");
            return;
        }
        rows.push_back({row, {}});
    }
    if (column >= m_limits.columns) {
        if (!m_wide)
            m_report.notTaken(m_sheet.name, row, "", "columns after the " + std::to_string(m_limits.columns) + "th");
        m_wide = true;
        return;
    }
    if (text.size() > m_limits.cellBytes) {
        text = shortened(text, m_limits.cellBytes);
        m_report.notTaken(m_sheet.name, row, "column " + std::to_string(column + 1),
                          "the end of a text of more than " + std::to_string(m_limits.cellBytes) + " bytes");
    }
    m_bytes += text.size() + sizeof(std::string);
    if (m_bytes > m_limits.sheetBytes) {
        m_full = true;
        m_report.notTaken(m_sheet.name, row, "", "this row and those after it: the sheet holds too much text");
        return;
    }
    auto& cells = rows.back().cells;
    if (cells.size() <= column)
        cells.resize(column + 1);
    cells[column] = std::move(text);
}

Result<Workbook> readCsv(std::string_view bytes, ImportReport& report, const ReadLimits& limits)
{
    if (bytes.size() > limits.fileBytes)
        return fail(Errc::invalidInput, "the file is larger than " + std::to_string(limits.fileBytes >> 20U) + " MB");
    if (bytes.starts_with(kByteOrderMark))
        bytes.remove_prefix(kByteOrderMark.size());
    if (!isValidUtf8(bytes))
        return fail(Errc::invalidInput, "the file is not UTF-8; save it as \"CSV UTF-8\"");
    Workbook book;
    std::vector<SheetBuilder> builders;
    CsvScanner scanner(bytes);
    std::size_t shift = 0; // of the table below the name of a sheet
    for (unsigned row = 1; !scanner.atEnd(); ++row) {
        auto cells = scanner.record();
        if (isBlank(cells))
            continue;
        const auto first = lowered(trimmed(cells.front()));
        if (isFormSheet(first) && (shift == 1 || builders.empty())) {
            builders.emplace_back(first, report, limits);
            shift = 1;
        } else if (builders.empty()) {
            builders.emplace_back("survey", report, limits);
        }
        for (std::size_t column = shift; column < cells.size(); ++column)
            builders.back().put(row, column - shift, std::move(cells[column]));
    }
    for (auto& builder : builders)
        book.sheets.push_back(builder.take());
    if (book.sheets.empty())
        return fail(Errc::invalidInput, "the file is empty");
    return book;
}

Result<Workbook> readWorkbook(std::string_view bytes, ImportReport& report, const ReadLimits& limits)
{
    return bytes.starts_with("PK") ? readXlsx(bytes, report, limits) : readCsv(bytes, report, limits);
}

} // namespace lianxin::sheet

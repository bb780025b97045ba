// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zip.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

// Small workbooks as an office program writes them.
namespace lianxin::test {

using Parts = std::vector<std::pair<std::string, std::string>>; // name in the archive -> content
using Rows = std::vector<std::vector<std::string>>;

inline std::string zipped(const Parts& parts)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    auto* zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    zip_source_keep(source);
    for (const auto& [name, content] : parts)
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, content.data(), content.size(), 0), ZIP_FL_OVERWRITE);
    zip_close(zip);
    zip_source_open(source);
    zip_source_seek(source, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

inline std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text)
        out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    return out;
}

inline std::string columnName(std::size_t column)
{
    std::string name(1, static_cast<char>('A' + column % 26));
    return column < 26 ? name : std::string(1, static_cast<char>('A' + column / 26 - 1)) + name;
}

// Every second text is shared, the others stand in the cell; numbers are numbers.
inline Parts workbookParts(const std::vector<std::pair<std::string, Rows>>& sheets)
{
    std::string shared;
    std::size_t count = 0;
    std::string list;
    std::string relations;
    Parts parts;
    int number = 0;
    for (const auto& [name, rows] : sheets) {
        ++number;
        const auto id = std::to_string(number);
        list += "<sheet name=\"" + name + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"/>";
        relations += "<Relationship Id=\"rId" + id + "\" Type=\"x\" Target=\"worksheets/sheet" + id + ".xml\"/>";
        std::string data;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            data += "<row r=\"" + std::to_string(row + 1) + "\">";
            for (std::size_t column = 0; column < rows[row].size(); ++column) {
                const auto& text = rows[row][column];
                const auto at = "<c r=\"" + columnName(column) + std::to_string(row + 1) + "\"";
                if (text.empty())
                    continue;
                if (text.find_first_not_of("0123456789") == std::string::npos)
                    data += at + "><v>" + text + ".0</v></c>";
                else if (column % 2 == 0)
                    data += at + " t=\"inlineStr\"><is><t>" + escaped(text) + "</t></is></c>";
                else {
                    std::size_t first = 1; // the first character in a run of its own
                    while (first < text.size() && (static_cast<unsigned char>(text[first]) & 0xc0U) == 0x80U)
                        ++first;
                    shared += "<si><r><t>" + escaped(text.substr(0, first)) + "</t></r><r><t xml:space=\"preserve\">" +
                              escaped(text.substr(first)) + "</t></r><rPh><t>no</t></rPh></si>";
                    data += at + " t=\"s\"><v>" + std::to_string(count++) + "</v></c>";
                }
            }
            data += "</row>";
        }
        parts.emplace_back("xl/worksheets/sheet" + id + ".xml",
                           "<worksheet><sheetData>" + data + "</sheetData></worksheet>");
    }
    parts.emplace_back(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>" + list +
            "</sheets></workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
    parts.emplace_back("xl/sharedStrings.xml", "<sst>" + shared + "</sst>");
    return parts;
}

inline std::string csvOf(const std::vector<std::pair<std::string, Rows>>& sheets)
{
    std::string out = "\xef\xbb\xbf";
    for (const auto& [name, rows] : sheets) {
        out += name + "\r\n";
        for (const auto& row : rows) {
            for (const auto& cell : row) {
                std::string quoted;
                for (const char c : cell)
                    quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
                out += ",\"" + quoted + "\"";
            }
            out += "\r\n";
        }
    }
    return out;
}

} // namespace lianxin::test

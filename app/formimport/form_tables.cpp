// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/form_tables.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace lianxin::formimport {

namespace {

constexpr std::array<std::string_view, 18> kSurveyColumns = {
    "type",    "name",          "relevant",     "constraint",         "calculation",    "required",
    "default", "choice_filter", "appearance",   "read_only",          "readonly",       "label",
    "hint",    "parameters",    "repeat_count", "constraint_message", "lianxin::chars", "lianxin::kind"};
// Understood, and rightly without a counterpart.
constexpr std::array<std::string_view, 6> kSilentColumns = {
    "note", "notes", "comment", "comments", "bind::odk:length", "guidance_hint"};

std::string squeezed(std::string_view heading)
{
    std::string out;
    for (const char c : lowered(heading))
        if (c != ' ')
            out += c;
    return out;
}

enum class Tongue { none, chinese, english, other };

Tongue tongueOf(std::string_view words)
{
    const auto low = lowered(words);
    const auto has = [&](std::string_view part) { return low.find(part) != std::string::npos; };
    if (has("(zh") || has("chinese") || low == "zh" || low == "zh-cn" || has("\u4e2d\u6587") || has("\u6c49\u8bed"))
        return Tongue::chinese;
    return has("(en") || has("english") || low == "en" || has("\u82f1\u6587") ? Tongue::english : Tongue::other;
}

struct Heading {
    std::string key; // lower case, without the language
    Tongue tongue{Tongue::none};
    std::string shown; // as written, for the report
};

Heading headingOf(const std::string& written)
{
    Heading heading{squeezed(written), Tongue::none, written};
    if (heading.key.starts_with("lianxin::") || heading.key.starts_with("bind::"))
        return heading;
    for (const std::string_view word : {"label", "hint", "constraint_message", "required_message"}) {
        if (!heading.key.starts_with(word) || heading.key.size() == word.size())
            continue;
        const auto colon = written.find(':');
        if (colon == std::string::npos || heading.key[word.size()] != ':')
            continue;
        const auto words = written.find_first_not_of(": ", colon);
        heading.tongue = words == std::string::npos ? Tongue::none : tongueOf(trimmed(written.substr(words)));
        heading.key = word;
    }
    return heading;
}

void fill(Label& label, const Heading& heading, const std::string& text)
{
    if (heading.tongue == Tongue::english)
        label.en = text;
    else if (heading.tongue == Tongue::chinese || label.zh.empty()) // a heading without a language, or of a third one
        label.zh = text;
}

void complete(Label& label)
{
    if (label.zh.empty())
        label.zh = label.en;
    if (label.en.empty())
        label.en = label.zh;
}

// A sheet as rows of (heading, text). The first row is the heading.
class Table {
public:
    explicit Table(const Sheet& sheet) : m_sheet(sheet)
    {
        if (!sheet.rows.empty())
            for (const auto& cell : sheet.rows.front().cells)
                m_headings.push_back(headingOf(cell));
    }
    [[nodiscard]] const std::vector<Heading>& headings() const { return m_headings; }
    [[nodiscard]] bool has(std::string_view key) const
    {
        return std::any_of(m_headings.begin(), m_headings.end(), [&](const Heading& h) { return h.key == key; });
    }
    template <typename Visit> void each(Visit visit) const
    {
        for (std::size_t i = 1; i < m_sheet.rows.size(); ++i)
            visit(m_sheet.rows[i], [&](auto cell) {
                const auto& cells = m_sheet.rows[i].cells;
                for (std::size_t column = 0; column < cells.size() && column < m_headings.size(); ++column)
                    if (!cells[column].empty())
                        cell(m_headings[column], cells[column]);
            });
    }

private:
    const Sheet& m_sheet;
    std::vector<Heading> m_headings;
};

void reportUnknown(const Table& table, ImportReport& report)
{
    const auto among = [](const auto& list, const std::string& key) {
        return std::find(list.begin(), list.end(), key) != list.end();
    };
    for (const auto& heading : table.headings())
        if (!heading.key.empty() && !among(kSurveyColumns, heading.key) && !among(kSilentColumns, heading.key))
            report.notTaken("survey", 0, heading.shown, "this column has no counterpart here");
}

void readSurvey(const Sheet& sheet, FormTables& tables)
{
    Table(sheet).each([&](const SheetRow& source, auto cells) {
        SurveyRow row;
        row.row = source.number;
        cells([&](const Heading& heading, const std::string& text) {
            if (heading.key == "type")
                row.type = text;
            else if (heading.key == "name")
                row.name = text;
            else if (heading.key == "label")
                fill(row.label, heading, text);
            else if (heading.key == "hint")
                fill(row.hint, heading, text);
            else if (heading.key == "constraint_message")
                fill(row.constraintMessage, heading, text);
            else
                row.cells[heading.key == "readonly" ? "read_only" : heading.key] = text;
        });
        complete(row.label);
        complete(row.hint);
        complete(row.constraintMessage);
        tables.survey.push_back(std::move(row));
    });
}

void readChoices(const Sheet& sheet, FormTables& tables, ImportReport& report)
{
    Table(sheet).each([&](const SheetRow& source, auto cells) {
        ChoiceRow row;
        row.row = source.number;
        cells([&](const Heading& heading, const std::string& text) {
            if (heading.key == "list_name" || heading.key == "listname")
                row.list = text;
            else if (heading.key == "name" || heading.key == "value")
                row.name = text;
            else if (heading.key == "label")
                fill(row.label, heading, text);
            else if (!heading.key.empty() && heading.key.find(':') == std::string::npos)
                row.data[heading.key] = text;
        });
        complete(row.label);
        if (row.list.empty() || row.name.empty())
            report.notTaken("choices", row.row, row.list.empty() ? "list_name" : "name",
                            "a choice needs both list_name and name");
        else
            tables.choices.push_back(std::move(row));
    });
}

} // namespace

Result<FormTables> readTables(const Workbook& book, ImportReport& report)
{
    const auto* survey = book.sheet("survey");
    if (survey == nullptr)
        return fail(Errc::invalidInput, "there is no sheet named survey");
    const Table table(*survey);
    if (!table.has("type") || !table.has("name"))
        return fail(Errc::invalidInput, "the first row of the survey must name the columns, type and name among them");
    FormTables tables;
    reportUnknown(table, report);
    readSurvey(*survey, tables);
    if (const auto* choices = book.sheet("choices"))
        readChoices(*choices, tables, report);
    if (const auto* settings = book.sheet("settings"); settings != nullptr && settings->rows.size() > 1)
        for (std::size_t i = 0; i < settings->rows[0].cells.size() && i < settings->rows[1].cells.size(); ++i)
            tables.settings[squeezed(settings->rows[0].cells[i])] = settings->rows[1].cells[i];
    return tables;
}

} // namespace lianxin::formimport

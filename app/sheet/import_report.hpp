// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace lianxin::sheet {

// Everything of a form that did not come over as it stood, for the person who has the spreadsheet open.
struct ReportLine {
    enum class Kind { notTaken, changed }; // changed: taken, but not quite as written
    Kind kind{Kind::notTaken};
    std::string sheet;
    unsigned row{0};    // 0: the sheet as a whole
    std::string column; // its heading, may be empty
    std::string reason;

    [[nodiscard]] std::string text() const
    {
        return sheet + (row > 0 ? " row " + std::to_string(row) : std::string()) +
               (column.empty() ? "" : ", " + column) + ": " + (kind == Kind::notTaken ? "not taken: " : "note: ") +
               reason;
    }
};

class ImportReport {
public:
    void notTaken(std::string sheet, unsigned row, std::string column, std::string reason)
    {
        add({ReportLine::Kind::notTaken, std::move(sheet), row, std::move(column), std::move(reason)});
    }
    void changed(std::string sheet, unsigned row, std::string column, std::string reason)
    {
        add({ReportLine::Kind::changed, std::move(sheet), row, std::move(column), std::move(reason)});
    }
    [[nodiscard]] const std::vector<ReportLine>& lines() const { return m_lines; }
    [[nodiscard]] std::size_t leftOut() const { return m_leftOut; } // lines beyond kMost
    [[nodiscard]] bool complete() const                             // everything was taken
    {
        for (const auto& line : m_lines)
            if (line.kind == ReportLine::Kind::notTaken)
                return false;
        return m_leftOut == 0;
    }
    [[nodiscard]] std::string text() const
    {
        std::string all;
        for (const auto& line : m_lines)
            all += line.text() + '\n';
        return m_leftOut == 0 ? all : all + "and " + std::to_string(m_leftOut) + " more\n";
    }

private:
    static constexpr std::size_t kMost = 5000; // a file made to annoy has no end of them

    void add(ReportLine line)
    {
        if (m_lines.size() < kMost)
            m_lines.push_back(std::move(line));
        else
            ++m_leftOut;
    }

    std::vector<ReportLine> m_lines;
    std::size_t m_leftOut{0};
};

} // namespace lianxin::sheet

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace lianxin::bench {

// The table and the JSON list. A figure that could not be taken has no value in either; the table says why.
class Report {
public:
    void add(std::string name, double value, std::string unit, std::string note = {});
    void notMeasured(const std::string& name, const std::string& why);
    // `only` empty: every row.
    void print(const std::string& only) const;
    [[nodiscard]] bool write(const std::string& path, const std::string& only) const;
    [[nodiscard]] bool has(const std::string& name) const;

private:
    struct Row {
        std::string name;
        double value;
        std::string unit;
        std::string note;
    };
    std::vector<Row> m_rows;
    std::vector<std::pair<std::string, std::string>> m_missing; // name, why
};

[[nodiscard]] double percentile(std::vector<double> values, double share); // nearest rank; values must not be empty
void progress(const std::string& line);                                    // to standard error
// Empty where the figure has no target of its own.
[[nodiscard]] std::string targetOf(const std::string& name);

} // namespace lianxin::bench

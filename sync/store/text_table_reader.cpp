// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/text_tables.hpp"

#include <algorithm>

namespace lianxin::store {

std::map<std::string, std::vector<std::string>, std::less<>> readTextTable(std::string_view text)
{
    std::map<std::string, std::vector<std::string>, std::less<>> table;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto tab = line.find('\t');
        if (line.starts_with('#') || tab == std::string_view::npos)
            continue;
        std::vector<std::string> words;
        auto rest = line.substr(tab + 1);
        while (!rest.empty()) {
            const auto blank = std::min(rest.find(' '), rest.size());
            if (blank > 0)
                words.emplace_back(rest.substr(0, blank));
            rest.remove_prefix(std::min(blank + 1, rest.size()));
        }
        table.insert_or_assign(std::string(line.substr(0, tab)), std::move(words));
    }
    return table;
}

} // namespace lianxin::store

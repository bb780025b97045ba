// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::store {

// The texts of assets/text, built in: whatever folds a text folds it alike, wherever it runs.
[[nodiscard]] std::string_view unihanVariants();
[[nodiscard]] std::string_view ownVariants();
[[nodiscard]] std::string_view readingTable();

// Lines "character<tab>words with a blank between them"; lines that begin with # and lines without a tab are passed over. Of several lines
// of one character the last counts.
[[nodiscard]] std::map<std::string, std::vector<std::string>, std::less<>> readTextTable(std::string_view text);

} // namespace lianxin::store

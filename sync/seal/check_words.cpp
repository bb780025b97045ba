// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/check_words.hpp"

namespace lianxin::seal {

namespace {

constexpr unsigned kSeconds = 64; // codes of check_second; 32 of check_first

std::string half(const Catalogue& catalogue, std::string_view list, unsigned code, std::string_view language)
{
    const auto* codes = catalogue.codeList(list);
    const auto* found = codes != nullptr ? codes->find(code) : nullptr;
    return found != nullptr ? found->label.in(language) : std::to_string(code);
}

} // namespace

std::vector<std::string> checkWordTexts(const Catalogue& catalogue, const CheckWords& words, std::string_view language)
{
    const std::string between = language.starts_with("zh") ? "" : " ";
    std::vector<std::string> texts;
    for (const unsigned word : words)
        texts.push_back(half(catalogue, "check_first", word / kSeconds + 1, language) + between +
                        half(catalogue, "check_second", word % kSeconds + 1, language));
    return texts;
}

std::string checkWordLine(const Catalogue& catalogue, const CheckWords& words, std::string_view language)
{
    std::string line;
    for (const auto& text : checkWordTexts(catalogue, words, language))
        line += (line.empty() ? "" : ", ") + text;
    return line;
}

} // namespace lianxin::seal

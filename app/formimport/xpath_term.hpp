// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formimport/xpath.hpp"

#include <optional>

namespace lianxin::formimport {

// A piece of an expression on its way over: our text in brackets, its kind, and what the piece around it wants to know.
struct Term {
    std::string text;
    DatumKind kind{DatumKind::none};
    const DraftList* list{nullptr};     // a choice, or a set of choices
    std::string column;                 // choice_filter: a column of the list
    std::optional<std::string> literal; // a text in quotes
    bool rows{false};                   // a repeat itself
    std::string repeatedIn;             // rows.x: only inside sum, min, max, count
    std::string daysSince;              // today() - d: d, for the usual way to write an age
    std::string dividend, divisor;      // a div b of whole numbers
    std::int64_t numerator{0};          // a fraction: numerator / denominator
    std::int64_t denominator{0};        // 0: none

    [[nodiscard]] bool isFraction() const { return denominator > 1; }
    [[nodiscard]] bool isChoice() const { return list != nullptr; }
    [[nodiscard]] bool isSet() const { return kind == DatumKind::integerSet; }
};

// What the translator knows of one expression, and says about it.
struct XPathScene {
    const XPathContext& context;
    std::vector<std::string> notes;

    void note(const std::string& words)
    {
        for (const auto& known : notes)
            if (known == words)
                return;
        notes.push_back(words);
    }
};

[[nodiscard]] Error refusedXPath(const std::string& why);
[[nodiscard]] Term termOf(std::string text, DatumKind kind);
[[nodiscard]] std::string quotedText(std::string_view text);

[[nodiscard]] Result<Term> compareTerms(XPathScene& scene, const std::string& sign, const Term& left,
                                        const Term& right);
[[nodiscard]] Result<Term> computeTerms(XPathScene& scene, const std::string& sign, const Term& left,
                                        const Term& right);
[[nodiscard]] Result<Term> callXPath(XPathScene& scene, const std::string& name, std::vector<Term> arguments);
[[nodiscard]] Result<Term> truthOf(const Term& term); // as XPath reads a value where a truth is wanted
[[nodiscard]] Result<std::string> choiceNumber(const DraftList& list, const std::string& name);

} // namespace lianxin::formimport

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formimport/form_draft.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lianxin::formimport {

// The part of XPath 1.0 that forms use, in our language (EXPRESSIONS.md). What has no counterpart is refused with a sentence for the
// report; what comes over with another meaning in a corner is told in `notes`.
struct XPathContext {
    FormDraft* draft{nullptr}; // learns which columns of choices name other lists
    std::size_t part{0};
    const DraftScopes* scopes{nullptr};
    const Question* self{nullptr};     // what "." means
    const DraftList* choices{nullptr}; // a choice_filter: bare words are its columns
};

struct Translated {
    std::string text; // canonical
    DatumKind kind{DatumKind::none};
    std::vector<std::string> notes;
};

// `wanted` boolean: a bare field means "filled", a number "not zero". none: whatever it is.
[[nodiscard]] Result<Translated> translateXPath(std::string_view xpath, const XPathContext& context, DatumKind wanted);
// Names in ${}; for the order of calculations.
[[nodiscard]] std::vector<std::string> xpathNames(std::string_view xpath);

} // namespace lianxin::formimport

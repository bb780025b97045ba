// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formimport/form_files.hpp"

namespace lianxin::formimport {

struct NumberedForm {
    CatalogueFiles files;
    std::string lock;       // the whole new text
    std::size_t added{0};   // lines
    std::size_t retired{0}; // questions and answers that the draft has no more and that go on as such
};

// Permanent numbers for a reviewed draft (D10): what the lock knows by name keeps its number when its meaning is the same, the rest
// gets the next number from 10,000 upward that was never given. A change of meaning is refused: it needs a new name. What the lock knows of a
// form of the draft and the draft does not have is retired (form_retired.hpp). `earlier`: the form as it was numbered before, if it is at hand.
[[nodiscard]] Result<NumberedForm> allotNumbers(const CatalogueFiles& base, const CatalogueFiles& draft,
                                                const std::string& lock, const CatalogueFiles& earlier = {});

} // namespace lianxin::formimport

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/code_list.hpp"

#include <algorithm>

namespace lianxin {

// Lists are short (the longest has 57 entries) and kept in the order of the form.
const Code* CodeList::find(std::int64_t number) const
{
    const auto found =
        std::find_if(codes.begin(), codes.end(), [number](const Code& code) { return code.number == number; });
    return found == codes.end() ? nullptr : &*found;
}

} // namespace lianxin

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/register.hpp"

#include <algorithm>

namespace lianxin::core {

Applied applyWrite(Heads& heads, const Context& context, const Head& write, const Context& past)
{
    if (context.contains(write.dot))
        return Applied::reflected;
    std::erase_if(heads, [&](const Head& head) { return past.contains(head.dot); });
    const auto place = std::lower_bound(heads.begin(), heads.end(), write.dot,
                                        [](const Head& head, const Dot& dot) { return head.dot < dot; });
    heads.insert(place, write);
    return Applied::written;
}

Heads mergeHeads(const Heads& a, const Context& contextA, const Heads& b, const Context& contextB)
{
    Heads merged;
    auto inA = a.begin();
    auto inB = b.begin();
    while (inA != a.end() || inB != b.end()) {
        if (inB == b.end() || (inA != a.end() && inA->dot < inB->dot)) {
            if (!contextB.contains(inA->dot))
                merged.push_back(*inA);
            ++inA;
        } else if (inA == a.end() || inB->dot < inA->dot) {
            if (!contextA.contains(inB->dot))
                merged.push_back(*inB);
            ++inB;
        } else {
            merged.push_back(*inA);
            ++inA;
            ++inB;
        }
    }
    return merged;
}

const Head* provisional(const Heads& heads) { return heads.empty() ? nullptr : &heads.back(); }

bool differ(const Heads& heads)
{
    return std::any_of(heads.begin(), heads.end(), [&](const Head& head) { return head.value != heads.front().value; });
}

bool isPresent(const Heads& heads)
{
    return std::any_of(heads.begin(), heads.end(), [](const Head& head) { return head.value.canonical() == "true"; });
}

} // namespace lianxin::core

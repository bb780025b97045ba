// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/open_needs.hpp"

#include "app/viewmodel/value_text.hpp"

namespace lianxin::ui {
namespace {

constexpr std::int64_t kNeedDone = 4; // code list need_state: settled or impossible from here
constexpr std::size_t kMostNeeds = 2;
constexpr std::size_t kNeedsAtOnce = 64;

} // namespace

// A page of the store at a time: there are a few places, and thousands of needs in a county.
void addNeeds(Rows& rows, const FamilyBook& book)
{
    const Desk& desk = book.desk();
    const auto most = rows.size() + kMostNeeds;
    const RecordType& need = desk.type("care_need");
    for (std::size_t offset = 0;; offset += kNeedsAtOnce) {
        const auto views = desk.store().ofType(need.number, kNeedsAtOnce, offset);
        if (!views)
            return;
        for (const auto& view : *views) {
            if (rows.size() == most)
                return;
            const forms::RecordFields fields(need, view);
            const FamilySummary* summary = book.summary(view.root);
            if (summary == nullptr || view.life != store::Life::active ||
                fields.number("state").value_or(1) >= kNeedDone)
                continue;
            const QString text = qs(fields.text("text"));
            rows.push_back({{"followId", idText(view.root)},
                            {"heading", text.isEmpty() ? desk.codeLabel(fields, "kind") : text},
                            {"line", dotted({summary->callName, desk.codeLabel(fields, "state")})},
                            {"iconName", "transfer"}});
        }
        if (views->size() < kNeedsAtOnce)
            return;
    }
}

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/new_results.hpp"

#include <algorithm>
#include <set>
#include <sstream>

namespace lianxin::ui {

namespace {

constexpr std::string_view kOpenedNote = "results-opened";
constexpr Millis kTold = 30LL * 24 * 3600 * 1000;

std::set<std::string> opened(const Desk& desk)
{
    std::set<std::string> ids;
    const auto note = desk.store().note(kOpenedNote);
    if (note && *note) {
        std::istringstream lines(**note);
        for (std::string line; std::getline(lines, line);)
            ids.insert(line);
    }
    return ids;
}

} // namespace

std::vector<store::RecordView> newResults(const FamilyBook& book)
{
    const Desk& desk = book.desk();
    std::vector<store::RecordView> fresh;
    if (!desk.opensScales())
        return fresh;
    const auto views = desk.store().ofType(desk.type("scale_result").number);
    if (!views)
        return fresh;
    const auto seen = opened(desk);
    for (const auto& view : *views)
        if (view.life == store::Life::active && book.summary(view.root) != nullptr &&
            forms::authorOf(view) != desk.work().user && view.arrived > desk.now() - kTold &&
            !seen.contains(view.record.text()))
            fresh.push_back(view);
    std::ranges::sort(fresh, std::ranges::greater{}, &store::RecordView::arrived);
    return fresh;
}

void resultOpened(const Desk& desk, RecordId result)
{
    auto ids = opened(desk);
    if (!ids.insert(result.text()).second)
        return;
    // Those that are there no more need no place; the list stays as long as the results themselves.
    std::erase_if(ids, [&](const std::string& text) {
        const auto id = RecordId::parse(text);
        const auto known = id ? desk.store().contains(*id) : Result<bool>(false);
        return !known || !*known;
    });
    std::string text;
    for (const auto& id : ids)
        text += id + '\n';
    (void)desk.store().putNote(kOpenedNote, text);
}

} // namespace lianxin::ui

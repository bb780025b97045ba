// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/term_batch.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace lianxin::store {

namespace {

std::uint64_t startOf(std::string_view text)
{
    std::uint64_t start = 0;
    for (std::size_t i = 0; i < sizeof(start); ++i)
        start = start << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return start;
}

} // namespace

void TermList::add(RecordId record, const std::vector<Term>& terms)
{
    for (const auto& term : terms) {
        m_entries.push_back({startOf(term.text), static_cast<std::uint32_t>(m_texts.size()),
                             static_cast<std::uint16_t>(term.text.size()), term.kind, record});
        m_texts += term.text;
    }
}

void TermList::drop(RecordId record)
{
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.record == record; });
}

bool TermList::isBefore(const TermList& one, const Entry& a, const TermList& other, const Entry& b)
{
    if (a.start != b.start)
        return a.start < b.start;
    const auto order = one.textOf(a).compare(other.textOf(b));
    return order != 0 ? order < 0 : std::tie(a.kind, a.record) < std::tie(b.kind, b.record);
}

void TermList::sort()
{
    std::sort(m_entries.begin(), m_entries.end(),
              [this](const Entry& a, const Entry& b) { return isBefore(*this, a, *this, b); });
}

struct TermList::Place {
    const TermList* list;
    std::size_t at;
    [[nodiscard]] const Entry& entry() const { return list->m_entries[at]; }
};

Result<void> TermList::insert(Database& database, std::vector<TermList>& lists)
{
    LIANXIN_TRY(auto add, database.statement("INSERT OR IGNORE INTO term(term, kind, record) VALUES(?1, ?2, ?3)"));
    const auto isLater = [](const Place& a, const Place& b) {
        return isBefore(*b.list, b.entry(), *a.list, a.entry());
    };
    std::vector<Place> heap; // the next of each list, the very next first
    for (const auto& list : lists)
        if (!list.m_entries.empty())
            heap.push_back({&list, 0});
    std::ranges::make_heap(heap, isLater);
    while (!heap.empty()) {
        std::ranges::pop_heap(heap, isLater);
        auto& next = heap.back();
        const auto& entry = next.entry();
        LIANXIN_CHECK(add.bindText(1, next.list->textOf(entry))
                          .bindInt(2, static_cast<std::int64_t>(entry.kind))
                          .bindId(3, entry.record)
                          .run());
        if (++next.at == next.list->m_entries.size())
            heap.pop_back();
        else
            std::ranges::push_heap(heap, isLater);
    }
    lists.clear();
    return {};
}

Result<void> TermBatch::add(RecordId record, const std::vector<Term>& terms)
{
    m_terms.add(record, terms);
    return m_terms.size() >= kMostTerms ? finish() : Result<void>();
}

Result<void> TermBatch::finish()
{
    m_terms.sort();
    std::vector<TermList> lists;
    lists.push_back(std::exchange(m_terms, {}));
    return TermList::insert(m_database, lists);
}

} // namespace lianxin::store

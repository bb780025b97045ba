// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/term_batch.hpp"

#include <algorithm>
#include <tuple>

namespace lianxin::store {

namespace {

constexpr std::size_t kMostEntries = 1U << 20U;

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

bool TermList::isFull() const { return m_entries.size() >= kMostEntries; }

void TermList::sort()
{
    std::sort(m_entries.begin(), m_entries.end(), [this](const Entry& a, const Entry& b) {
        if (a.start != b.start)
            return a.start < b.start;
        const auto order = textOf(a).compare(textOf(b));
        return order != 0 ? order < 0 : std::tie(a.kind, a.record) < std::tie(b.kind, b.record);
    });
}

Result<void> TermList::insertInto(Database& database)
{
    LIANXIN_TRY(auto add, database.statement("INSERT OR IGNORE INTO term(term, kind, record) VALUES(?1, ?2, ?3)"));
    for (const auto& entry : m_entries)
        LIANXIN_CHECK(add.bindText(1, textOf(entry))
                          .bindInt(2, static_cast<std::int64_t>(entry.kind))
                          .bindId(3, entry.record)
                          .run());
    m_entries.clear();
    m_texts.clear();
    return {};
}

Result<void> TermBatch::add(RecordId record, const std::vector<Term>& terms)
{
    m_terms.add(record, terms);
    return m_terms.isFull() ? finish() : Result<void>();
}

Result<void> TermBatch::finish()
{
    m_terms.sort();
    return m_terms.insertInto(m_database);
}

} // namespace lianxin::store

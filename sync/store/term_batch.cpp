// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/term_batch.hpp"

#include <algorithm>
#include <tuple>

namespace lianxin::store {

namespace {
constexpr std::size_t kMostEntries = 1U << 20U; // about 40 MB with their texts
} // namespace

Result<void> TermBatch::add(RecordId record, const std::vector<Term>& terms)
{
    for (const auto& term : terms) {
        m_entries.push_back({static_cast<std::uint32_t>(m_texts.size()), static_cast<std::uint16_t>(term.text.size()),
                             term.kind, record});
        m_texts += term.text;
    }
    return m_entries.size() < kMostEntries ? Result<void>() : finish();
}

Result<void> TermBatch::finish()
{
    std::sort(m_entries.begin(), m_entries.end(), [this](const Entry& a, const Entry& b) {
        const auto order = textOf(a).compare(textOf(b));
        return order != 0 ? order < 0 : std::tie(a.kind, a.record) < std::tie(b.kind, b.record);
    });
    LIANXIN_TRY(auto add, m_database.statement("INSERT OR IGNORE INTO term(term, kind, record) VALUES(?1, ?2, ?3)"));
    for (const auto& entry : m_entries)
        LIANXIN_CHECK(add.bindText(1, textOf(entry))
                          .bindInt(2, static_cast<std::int64_t>(entry.kind))
                          .bindId(3, entry.record)
                          .run());
    m_entries.clear();
    m_texts.clear();
    return {};
}

} // namespace lianxin::store

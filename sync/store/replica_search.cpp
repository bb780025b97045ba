// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/replica_parts.hpp"

#include "sync/model/validate.hpp"

#include <algorithm>
#include <unordered_set>

namespace lianxin::store {

namespace {

// Rows read per range before ranking: more than a list shows, few enough for a keystroke.
constexpr std::size_t kCandidates = 400;
// Digits of a telephone number with the country's code before it.
constexpr std::size_t kCountryDigits = 12;

struct Candidate {
    int rank{0}; // smaller is better
    HitKind kind{HitKind::name};
    bool fromStart{false};
    std::string term;
    RecordId record;
};

// One stretch of the term table: the terms that begin so, in whatever group.
struct Range {
    char start{kTermStart};
    std::string text;
};

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool hasDigit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The whole text, then whole first syllables, then beginnings; later characters after all of those. People before places.
int rankOf(std::string_view term, std::string_view prefix, HitKind kind, bool fromStart)
{
    const auto rest = term.substr(prefix.size());
    int rank = fromStart ? 0 : 100;
    const bool spelled = rest.find(kTermSyllable) != std::string_view::npos;
    const auto syllable = spelled ? static_cast<std::size_t>(term.back() - '0') : 0;
    if (rest.empty() || rest.front() == kTermSyllable)
        rank += 0;
    else if (spelled && prefix.size() - 2 == syllable)
        rank += 10;
    else
        rank += 20;
    return rank + static_cast<int>(kind);
}

// First text behind every text that begins with `prefix`: UTF-8 never holds 0xff.
std::string behind(std::string_view prefix) { return std::string(prefix) + '\xff'; }

Result<void> collect(Database& database, char mark, const Range& range, std::vector<Candidate>& into)
{
    const auto prefix = mark + (range.start + range.text);
    LIANXIN_TRY(
        auto rows,
        database.statement(
            "SELECT term, kind, record FROM term WHERE term >= ?1 AND term < ?2 ORDER BY term, kind, record LIMIT ?3"));
    rows.bindText(1, prefix).bindText(2, behind(prefix)).bindNumber(3, kCandidates);
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return {};
        Candidate candidate;
        candidate.kind = static_cast<HitKind>(rows.intAt(1));
        candidate.fromStart = range.start == kTermStart;
        candidate.term = rows.textAt(0);
        candidate.rank = rankOf(candidate.term, prefix, candidate.kind, candidate.fromStart);
        LIANXIN_TRY(candidate.record, rows.idAt<RecordId>(2));
        into.push_back(std::move(candidate));
    }
}

// What one query may mean, all of it looked up in every group.
std::vector<Range> rangesOf(const std::string& folded)
{
    std::vector<Range> ranges{{kTermStart, folded}, {kTermLater, folded}};
    if (!isAscii(folded))
        return ranges;
    if (!hasDigit(folded)) {
        // Keyboards have no ü: 吕 is typed lv.
        if (auto other = folded; folded.find('v') != std::string::npos) {
            std::replace(other.begin(), other.end(), 'v', 'u');
            ranges.push_back({kTermStart, other});
            ranges.push_back({kTermLater, other});
        }
        return ranges;
    }
    // Telephone and other numbers as typed, from the front or from the end, without the blanks and dashes in them.
    std::string kept;
    for (const char c : folded)
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
            kept += c;
    if (kept != folded)
        ranges.push_back({kTermStart, kept});
    if (kept.size() >= kCountryDigits)
        if (const auto local = normalPhone(folded); local != kept)
            ranges.push_back({kTermStart, local});
    if (kept.size() >= 2) {
        std::reverse(kept.begin(), kept.end());
        ranges.push_back({kTermEnd, kept});
    }
    return ranges;
}

} // namespace

Result<std::vector<SearchHit>> ReplicaStore::search(std::string_view query, const SearchAsk& ask) const
{
    auto& database = *m_parts->database;
    const auto& groups = m_parts->records.groups();
    const auto folded = m_parts->ports.folder->fold(query);
    std::vector<SearchHit> hits;
    if (folded.empty())
        return hits;
    const auto ranges = rangesOf(folded);
    std::unordered_set<RecordId> seen;
    LIANXIN_TRY(auto place, database.statement("SELECT root, type FROM record WHERE record = ?1"));
    for (std::size_t group = 0; group < groups.count(); ++group) {
        std::vector<Candidate> candidates;
        for (const auto& range : ranges)
            LIANXIN_CHECK(collect(database, SearchGroups::mark(group), range, candidates));
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
        std::size_t taken = 0;
        for (const auto& candidate : candidates) {
            if (taken >= ask.perGroup)
                break;
            if (!seen.insert(candidate.record).second)
                continue;
            LIANXIN_TRY(const bool row, place.bindId(1, candidate.record).step());
            if (!row)
                return fail(Errc::damaged, "a search term without a record");
            SearchHit hit{
                candidate.record,  {}, static_cast<std::uint32_t>(place.intAt(1)), candidate.kind, candidate.fromStart,
                groups.code(group)};
            LIANXIN_TRY(hit.root, place.idAt<RecordId>(0));
            place.reset();
            if (ask.mayShow && !ask.mayShow(hit.type))
                continue;
            hits.push_back(hit);
            ++taken;
        }
    }
    return hits;
}

} // namespace lianxin::store

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/column_bytes.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/segment_codec.hpp"
#include "sync/wire/segment_streams.hpp"
#include "sync/wire/segment_values.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

namespace lianxin::wire {

namespace {

// Ids that repeat stand once, sorted.
template <typename Id> class IdTable {
public:
    void note(const Id& id) { m_index.try_emplace(id, 0); }
    void close(ColumnOut& out)
    {
        for (std::uint64_t at = 0; auto& [id, index] : m_index) {
            index = at++;
            out.raw(id.raw());
        }
    }
    [[nodiscard]] std::uint64_t at(const Id& id) const { return m_index.at(id); }
    [[nodiscard]] std::vector<Id> ids() const
    {
        std::vector<Id> all;
        for (const auto& [id, index] : m_index)
            all.push_back(id);
        return all;
    }

private:
    std::map<Id, std::uint64_t> m_index;
};

class Writer {
public:
    explicit Writer(const std::vector<SegmentRow>& rows) : m_rows(rows) {}

    std::string write()
    {
        noteIds();
        writeRuns();
        writeFamilies();
        for (const auto place : kTailPlaces)
            for (const auto& row : m_rows)
                m_out[kTails].raw({row.record.record.raw().substr(place, 1)});
        writeRows();
        writeNumbers();
        writeTables();
        std::string all(kSegmentMagic);
        all += static_cast<char>(core::kSegmentSuite);
        ColumnOut sizes;
        for (const auto& stream : m_out)
            sizes.number(stream.size());
        all += sizes.bytes();
        for (const auto& stream : m_out)
            all += stream.bytes();
        return all;
    }

private:
    void noteContext(const core::Context& context)
    {
        for (const auto& entry : context.entries())
            m_replicas.note(entry.replica);
    }
    void noteHead(const core::Head& head)
    {
        m_replicas.note(head.dot.replica);
        m_users.note(head.user);
    }
    void noteIds()
    {
        for (const auto& row : m_rows)
            for (const auto& reg : row.record.registers) {
                noteContext(reg.exceptions);
                for (const auto& head : reg.heads)
                    noteHead(head);
                if (!reg.note)
                    continue;
                if (reg.note->before)
                    noteHead(*reg.note->before);
                for (const auto& [dot, why] : reg.note->whys)
                    m_replicas.note(dot.replica);
            }
        m_replicas.close(m_out[kReplicas]);
        m_users.close(m_out[kUsers]);
        m_userList = m_users.ids();
    }

    void writeRuns()
    {
        for (std::size_t first = 0; first < m_rows.size();) {
            auto last = first;
            while (last < m_rows.size() && m_rows[last].partition == m_rows[first].partition)
                ++last;
            m_out[kRuns].number(m_rows[first].partition);
            m_out[kRuns].number(last - first);
            first = last;
        }
    }

    // Rows with one root and partition. Times of ids are counted from the row before, of a family's first row from the last family's first.
    void writeFamilies()
    {
        std::uint64_t firstTime = 0;
        for (std::size_t first = 0; first < m_rows.size();) {
            const auto& root = m_rows[first].record.root;
            auto last = first;
            std::size_t rootAt = 0;
            auto time = firstTime;
            for (; last < m_rows.size() && m_rows[last].record.root == root &&
                   m_rows[last].partition == m_rows[first].partition;
                 ++last) {
                const auto& id = m_rows[last].record.record;
                if (id == root)
                    rootAt = last - first + 1;
                m_out[kTimes].difference(timeOf(id), time);
                time = timeOf(id);
            }
            firstTime = timeOf(m_rows[first].record.record);
            m_out[kFamilies].number(last - first);
            m_out[kFamilies].number(rootAt);
            if (rootAt == 0)
                m_out[kForeignRoots].raw(root.raw());
            first = last;
        }
    }

    void writeRows()
    {
        for (std::size_t first = 0; first < m_rows.size();) {
            std::vector<RecordId> family;
            auto last = first;
            while (last < m_rows.size() && m_rows[last].record.root == m_rows[first].record.root &&
                   m_rows[last].partition == m_rows[first].partition)
                family.push_back(m_rows[last++].record.record);
            m_words.setFamily(family);
            m_words.nameFamily();
            for (; first < last; ++first)
                writeRow(m_rows[first].record);
        }
    }

    // Of a set that names people of the family the element is a place: families have few shapes and columns then.
    [[nodiscard]] std::string elementOf(const RegisterKey& key) const { return m_words.shorterElement(key.element); }

    std::uint64_t dotOf(const core::Head& head)
    {
        for (std::size_t i = 0; i < m_dots.size(); ++i)
            if (m_dots[i]->dot == head.dot && m_dots[i]->user == head.user && m_dots[i]->hlc == head.hlc)
                return i;
        m_dots.push_back(&head);
        return m_dots.size() - 1;
    }

    void writeRow(const core::RecordState& record)
    {
        m_out[kTypes].number(record.type);
        m_words.setTime(timeOf(record.record));
        writeShape(record);
        m_dots.clear();
        m_headDots.clear();
        for (const auto& reg : record.registers) {
            auto element = elementOf(reg.key);
            if (element.starts_with('@'))
                element.resize(1); // one column for all places
            auto& column = m_columns[{record.type, {reg.key.number, std::move(element)}}];
            for (const auto& head : reg.heads) {
                m_headDots.push_back(dotOf(head));
                column.raw(m_words.shorter(head.value.canonical()));
                column.raw("\n");
            }
            if (!reg.exceptions.isEmpty())
                writeExceptions(reg.exceptions);
            if (reg.note)
                writeNote(*reg.note);
        }
        writeDots(record);
    }

    void writeShape(const core::RecordState& record)
    {
        ColumnOut shape;
        shape.number(record.registers.size());
        for (const auto& reg : record.registers) {
            shape.number(reg.key.number);
            shape.counted(elementOf(reg.key));
            shape.number((reg.exceptions.isEmpty() ? 0 : kShapeExceptions) | (reg.note ? kShapeNote : 0));
            shape.number(reg.heads.size());
        }
        const auto [place, isNew] = m_shapes.try_emplace(shape.bytes(), m_shapes.size());
        if (isNew)
            m_out[kShapes].raw(shape.bytes());
        m_out[kShapeOf].number(place->second);
    }

    void writeDots(const core::RecordState& record)
    {
        m_out[kDotCounts].number(m_dots.size());
        auto millis = timeOf(record.record);
        for (const auto* head : m_dots) {
            const auto replica = m_replicas.at(head->dot.replica);
            m_out[kDotReplicas].number(replica);
            m_out[kDotUsers].number(m_users.at(head->user));
            m_byClock.push_back({replica, head->hlc, m_byClock.size()});
            m_numbers.push_back(head->dot.number);
            const auto time = static_cast<std::uint64_t>(core::hlcMillis(head->hlc));
            m_out[kDotMillis].difference(time, millis);
            millis = time;
            m_out[kDotCounters].number(static_cast<std::uint64_t>(head->hlc) & 0xffffU);
        }
        if (m_dots.size() > 1)
            for (const auto dot : m_headDots)
                m_out[kHeadDots].number(dot);
    }

    // What a replica counts grows with its clock: by the clock the numbers of its changesets are hardly more than their order.
    void writeNumbers()
    {
        std::ranges::sort(m_byClock);
        std::uint64_t replica = 0;
        std::uint64_t before = 0;
        for (const auto& dot : m_byClock) {
            if (dot.replica != replica)
                before = 0;
            replica = dot.replica;
            m_out[kDotNumbers].difference(m_numbers[dot.at], before);
            before = m_numbers[dot.at];
        }
    }

    void writeExceptions(const core::Context& context)
    {
        auto& out = m_out[kExceptions];
        out.number(context.entries().size());
        for (const auto& entry : context.entries()) {
            out.number(m_replicas.at(entry.replica));
            out.number(entry.numbers.intervals().size());
            std::uint64_t at = 0;
            for (const auto& interval : entry.numbers.intervals()) {
                out.number(interval.first - at);
                out.number(interval.last - interval.first);
                at = interval.last;
            }
        }
    }

    void writeNote(const core::ConflictNote& note)
    {
        auto& out = m_out[kNotes];
        out.number(note.before ? 1 : 0);
        if (note.before) {
            m_headDots.push_back(dotOf(*note.before));
            out.counted(note.before->value.canonical());
        }
        out.number(note.whys.size());
        for (const auto& [dot, why] : note.whys) {
            out.number(m_replicas.at(dot.replica));
            out.number(dot.number);
            out.counted(why);
        }
    }

    void writeTables()
    {
        for (const auto& [key, column] : m_columns) {
            m_out[kColumns].number(key.first);
            m_out[kColumns].number(key.second.number);
            m_out[kColumns].counted(key.second.element);
            m_out[kColumns].number(column.size());
            m_out[kValues].raw(column.bytes());
        }
    }

    const std::vector<SegmentRow>& m_rows;
    std::vector<UserId> m_userList;
    RowWords m_words{m_userList};
    std::array<ColumnOut, kStreamCount> m_out;
    IdTable<ReplicaId> m_replicas;
    IdTable<UserId> m_users;
    std::unordered_map<std::string, std::uint64_t> m_shapes;
    std::map<std::pair<std::uint32_t, RegisterKey>, ColumnOut> m_columns;
    std::vector<const core::Head*> m_dots; // of the row
    std::vector<std::uint64_t> m_headDots; // of its heads, in order
    std::vector<ClockedDot> m_byClock;     // of all rows
    std::vector<std::uint64_t> m_numbers;  // of the same dots, in the order of rows
};

// What is random in ids stands between what is not, and some of it is no whole bytes: each has its own codes.
std::vector<std::size_t> breaksIn(std::string_view content)
{
    if (content.size() <= kSegmentMagic.size())
        return {};
    ColumnIn sizes(content.substr(kSegmentMagic.size() + 1));
    std::size_t tails = 0;
    std::size_t before = 0;
    for (std::size_t i = 0; i < kStreamCount; ++i) {
        const auto size = static_cast<std::size_t>(sizes.number());
        before += i < kTails ? size : 0;
        tails = i == kTails ? size : tails;
    }
    const auto at = content.size() - sizes.left() + before;
    if (sizes.isBad() || at + tails > content.size())
        return {};
    return {at, at + tails / kTailPlaces.size() * kFixedTails, at + tails};
}

} // namespace

std::string encodeSegment(const std::vector<SegmentRow>& rows)
{
    if (rows.empty() || rows.size() > kMaxSegmentRows)
        return {};
    const auto content = Writer(rows).write();
    auto packed = content.size() > kMaxSegmentContent ? std::string() : compressForKeeping(content, breaksIn(content));
    if (packed.size() > kMaxSegmentBytes)
        packed.clear();
    return packed;
}

std::string pressSegment(std::string_view bytes, const std::stop_token& stop)
{
    const auto content = decompress(bytes, kMaxSegmentContent);
    return content ? compressForKeeping(*content, breaksIn(*content), Keeping::hard, stop) : std::string();
}

} // namespace lianxin::wire

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/column_bytes.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/segment_codec.hpp"
#include "sync/wire/segment_streams.hpp"
#include "sync/wire/segment_values.hpp"

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
    Writer(const std::vector<SegmentRow>& rows, std::uint32_t suite)
        : m_rows(rows), m_isShort(suite >= 2), m_suite(suite)
    {}

    std::string write()
    {
        noteIds();
        writeRuns();
        writeFamilies();
        for (const auto place : kTailPlaces)
            for (const auto& row : m_rows)
                m_out[kTails].raw({row.record.record.raw().substr(place, 1)});
        writeRows();
        writeTables();
        std::string all(kSegmentMagic);
        all += static_cast<char>(m_suite);
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
            if (m_isShort)
                m_words.nameFamily();
            for (; first < last; ++first)
                writeRow(m_rows[first].record);
        }
    }

    // Of a set that names people of the family the element is a place: families have few shapes and columns then.
    [[nodiscard]] std::string elementOf(const RegisterKey& key) const
    {
        return m_isShort ? m_words.shorterElement(key.element) : key.element;
    }

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
                column.raw(m_isShort ? m_words.shorter(head.value.canonical()) : head.value.canonical());
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
            m_out[kDotReplicas].number(m_replicas.at(head->dot.replica));
            m_out[kDotUsers].number(m_users.at(head->user));
            m_out[kDotNumbers].difference(head->dot.number, m_number);
            m_number = head->dot.number;
            const auto time = static_cast<std::uint64_t>(core::hlcMillis(head->hlc));
            m_out[kDotMillis].difference(time, millis);
            millis = time;
            m_out[kDotCounters].number(static_cast<std::uint64_t>(head->hlc) & 0xffffU);
        }
        if (m_dots.size() > 1)
            for (const auto dot : m_headDots)
                m_out[kHeadDots].number(dot);
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
    bool m_isShort; // suite 2: what a row says about itself is not said again
    std::uint32_t m_suite;
    std::vector<UserId> m_userList;
    RowWords m_words{m_userList};
    std::array<ColumnOut, kStreamCount> m_out;
    IdTable<ReplicaId> m_replicas;
    IdTable<UserId> m_users;
    std::unordered_map<std::string, std::uint64_t> m_shapes;
    std::map<std::pair<std::uint32_t, RegisterKey>, ColumnOut> m_columns;
    std::vector<const core::Head*> m_dots; // of the row
    std::vector<std::uint64_t> m_headDots; // of its heads, in order
    std::uint64_t m_number{0};             // of the last dot
};

} // namespace

std::string encodeSegment(const std::vector<SegmentRow>& rows, std::uint32_t suite)
{
    if (rows.empty() || rows.size() > kMaxSegmentRows)
        return {};
    const auto content = Writer(rows, suite).write();
    auto packed = content.size() > kMaxSegmentContent ? std::string() : compressForKeeping(content);
    if (packed.size() > kMaxSegmentBytes)
        packed.clear();
    return packed;
}

} // namespace lianxin::wire

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/column_bytes.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/json_fields.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/segment_codec.hpp"
#include "sync/wire/segment_dots.hpp"
#include "sync/wire/segment_streams.hpp"
#include "sync/wire/segment_values.hpp"
#include "sync/wire/value_scan.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <unordered_map>

namespace lianxin::wire {

namespace {

constexpr std::size_t kMaxRegisters = kMaxSegmentContent / 4; // of all rows together: each has a head of some bytes

struct ShapeRegister {
    RegisterKey key;
    std::uint64_t flags{0};
    std::size_t heads{0};
};
struct Shape {
    std::vector<ShapeRegister> registers;
    bool hasPlaces{false}; // some of its elements are places in a family
};

struct Family {
    std::size_t partition{0};
    std::size_t first{0}; // of its rows
    std::size_t count{0};
    RecordId root;
};

Error damaged(const char* what) { return fail(Errc::invalidInput, std::string("segment: ") + what); }

class Reader {
public:
    Reader(std::size_t partitions, const TakeRow& take) : m_partitions(partitions), m_take(take) {}

    Result<void> read(std::string_view content)
    {
        LIANXIN_CHECK(openStreams(content));
        LIANXIN_CHECK(readTable(m_in[kReplicas], m_replicas, "replicas out of order"));
        LIANXIN_CHECK(readTable(m_in[kUsers], m_users, "users out of order"));
        LIANXIN_CHECK(readShapes());
        LIANXIN_CHECK(readColumns());
        LIANXIN_CHECK(readTails());
        while (!m_in[kRuns].atEnd())
            LIANXIN_CHECK(readRun());
        if (m_ids.size() != m_rows)
            return damaged("streams of different lengths");
        LIANXIN_CHECK(m_allDots.read(m_in, m_ids, m_replicas, m_users.size()));
        for (const auto& family : m_families)
            LIANXIN_CHECK(readFamily(family));
        const bool isWhole =
            std::all_of(m_in.begin(), m_in.end(), [](const ColumnIn& in) { return in.atEnd(); }) &&
            std::all_of(m_columns.begin(), m_columns.end(), [](const auto& c) { return c.second.atEnd(); });
        return isWhole && !isBad() ? Result<void>() : damaged("streams of different lengths");
    }

private:
    Result<void> openStreams(std::string_view content)
    {
        if (content.size() <= kSegmentMagic.size() || content.substr(0, 3) != kSegmentMagic)
            return damaged("not one");
        if (static_cast<unsigned char>(content[3]) != core::kSegmentSuite)
            return fail(Errc::upgradeNeeded, "segment of another suite");
        ColumnIn all(content.substr(kSegmentMagic.size() + 1));
        std::array<std::size_t, kStreamCount> sizes{};
        for (auto& size : sizes)
            size = all.count();
        for (std::size_t i = 0; i < kStreamCount; ++i)
            m_in.at(i) = ColumnIn(all.raw(sizes.at(i)));
        return all.isBad() || !all.atEnd() ? damaged("cut or overlong") : Result<void>();
    }

    template <typename Id> static Result<void> readTable(ColumnIn& in, std::vector<Id>& table, const char* complaint)
    {
        while (!in.atEnd() && !in.isBad()) {
            table.push_back(in.id<Id>());
            if (table.size() > 1 && !(table[table.size() - 2] < table.back()))
                return damaged(complaint);
        }
        return in.isBad() ? damaged("a table is cut") : Result<void>();
    }

    Result<void> readShapes()
    {
        auto& in = m_in[kShapes];
        while (!in.atEnd()) {
            Shape shape;
            shape.registers.resize(in.count(4));
            for (auto& reg : shape.registers) {
                LIANXIN_TRY(reg.key, readKey(in));
                reg.flags = in.number();
                reg.heads = static_cast<std::size_t>(in.number());
                if (reg.flags > (kShapeExceptions | kShapeNote) || reg.heads > kMaxRegisters)
                    return damaged("a shape that this suite does not know");
                // Places have their order where the family is known.
                shape.hasPlaces = shape.hasPlaces || reg.key.element.starts_with('@');
                if (reg.key.element == "@" ||
                    (&reg != shape.registers.data() && !shape.hasPlaces && !((&reg - 1)->key < reg.key)))
                    return damaged("registers twice or out of order");
            }
            if (in.isBad())
                return damaged("a shape is cut");
            m_shapes.push_back(std::move(shape));
        }
        return {};
    }

    // An element may be a place in the family: '@' and digits; '@' alone is the column of all of them.
    static Result<RegisterKey> readKey(ColumnIn& in)
    {
        const auto number = in.number();
        const auto element = in.counted();
        if (number > std::numeric_limits<std::uint32_t>::max())
            return damaged("a register out of range");
        if (element.starts_with('@')) {
            if (!RowWords::isElement(element))
                return damaged("a place that is none");
            LIANXIN_TRY(auto key, RegisterKey::parse(std::to_string(number)));
            key.element = element;
            return key;
        }
        return RegisterKey::parse(element.empty() ? std::to_string(number)
                                                  : std::to_string(number).append("/").append(element));
    }

    Result<void> readColumns()
    {
        auto& in = m_in[kColumns];
        while (!in.atEnd()) {
            const auto type = in.number();
            LIANXIN_TRY(auto key, readKey(in));
            const auto bytes = m_in[kValues].raw(static_cast<std::size_t>(in.number()));
            if (in.isBad() || m_in[kValues].isBad() || type > std::numeric_limits<std::uint32_t>::max())
                return damaged("a column is cut");
            if (!m_columns.emplace(std::pair(static_cast<std::uint32_t>(type), std::move(key)), ColumnIn(bytes)).second)
                return damaged("a column twice");
        }
        return {};
    }

    Result<void> readTails()
    {
        auto& in = m_in[kTails];
        m_rows = in.left() / kTailPlaces.size();
        for (auto& plane : m_planes)
            plane = in.raw(m_rows);
        return m_rows == 0 || m_rows > kMaxSegmentRows || !in.atEnd() ? damaged("no rows, or too many")
                                                                      : Result<void>();
    }

    Result<void> readRun()
    {
        const auto partition = m_in[kRuns].number();
        const auto count = m_in[kRuns].number();
        if (m_in[kRuns].isBad() || partition >= m_partitions || count == 0 || count > m_rows - m_ids.size() ||
            (!m_ids.empty() && partition <= m_families.back().partition))
            return damaged("partitions out of order");
        m_lastRoot.reset();
        for (const auto end = m_ids.size() + count; m_ids.size() < end;)
            LIANXIN_CHECK(readIds(static_cast<std::size_t>(partition), static_cast<std::size_t>(end - m_ids.size())));
        return {};
    }

    // Of the next family.
    Result<void> readIds(std::size_t partition, std::size_t most)
    {
        const auto count = m_in[kFamilies].number();
        const auto rootAt = m_in[kFamilies].number();
        if (m_in[kFamilies].isBad() || count == 0 || count > most || rootAt > count)
            return damaged("a family of another size");
        Family family{partition, m_ids.size(), static_cast<std::size_t>(count), {}};
        auto time = m_firstTime;
        for (std::size_t i = 0; i < family.count; ++i) {
            time = m_in[kTimes].sum(time);
            if (i == 0)
                m_firstTime = time;
            m_ids.push_back(idOf(time, m_ids.size()));
            if (time >> (8 * kTimeBytes) != 0 || (i > 0 && !(m_ids[m_ids.size() - 2] < m_ids.back())))
                return damaged("records out of order");
        }
        family.root = rootAt == 0 ? m_in[kForeignRoots].id<RecordId>()
                                  : m_ids[family.first + static_cast<std::size_t>(rootAt) - 1];
        if (m_lastRoot && !(*m_lastRoot < family.root))
            return damaged("roots out of order");
        m_lastRoot = family.root;
        m_families.push_back(family);
        return {};
    }

    Result<void> readFamily(const Family& family)
    {
        const auto ids = std::span<const RecordId>(m_ids).subspan(family.first, family.count);
        m_words.setFamily(ids);
        m_now.partition = family.partition;
        for (std::size_t i = 0; i < ids.size(); ++i)
            LIANXIN_CHECK(readRow(family.first + i, family.root));
        return {};
    }

    [[nodiscard]] RecordId idOf(std::uint64_t time, std::size_t row) const
    {
        RecordId id;
        for (std::size_t i = 0; i < kTimeBytes; ++i)
            id.bytes[i] = static_cast<std::uint8_t>(time >> (8 * (kTimeBytes - 1 - i)));
        for (std::size_t i = 0; i < kTailPlaces.size(); ++i)
            id.bytes[kTailPlaces[i]] = static_cast<std::uint8_t>(m_planes[i][row]);
        return id;
    }

    Result<void> readRow(std::size_t row, const RecordId& root)
    {
        const auto& id = m_ids[row];
        const auto type = m_in[kTypes].number();
        const auto shapeAt = m_in[kShapeOf].number();
        if (isBad() || type > std::numeric_limits<std::uint32_t>::max() || shapeAt >= m_shapes.size())
            return damaged("a row without its shape");
        const auto& [shape, hasPlaces] = m_shapes[static_cast<std::size_t>(shapeAt)];
        auto& record = m_now.record;
        record = {};
        record.record = id;
        record.root = root;
        record.type = static_cast<std::uint32_t>(type);
        m_dots = m_allDots.of(row);
        m_words.setTime(timeOf(id));
        const auto& columns = columnsOf(record.type, static_cast<std::size_t>(shapeAt));
        m_registers += shape.size();
        if (m_registers > kMaxRegisters)
            return damaged("too many registers");
        record.registers.resize(shape.size());
        for (std::size_t i = 0; i < shape.size(); ++i)
            LIANXIN_CHECK(readRegister(record.registers[i], shape[i], columns[i]));
        if (hasPlaces)
            LIANXIN_CHECK(namePlaces(record.registers));
        return m_take(m_now);
    }

    Result<void> namePlaces(std::vector<core::RegisterState>& registers) const
    {
        for (std::size_t i = 0; i < registers.size(); ++i) {
            auto& element = registers[i].key.element;
            if (element.starts_with('@')) {
                LIANXIN_TRY(element, m_words.element(element));
            }
            if (i > 0 && !(registers[i - 1].key < registers[i].key))
                return damaged("registers twice or out of order");
        }
        return {};
    }

    const std::vector<ColumnIn*>& columnsOf(std::uint32_t type, std::size_t shapeAt)
    {
        auto& columns = m_columnsOf[std::uint64_t{type} << 32U | shapeAt];
        if (columns.empty())
            for (const auto& reg : m_shapes[shapeAt].registers) {
                auto key = reg.key;
                if (key.element.starts_with('@'))
                    key.element.resize(1); // one column for all places
                const auto found = m_columns.find({type, key});
                columns.push_back(found == m_columns.end() ? nullptr : &found->second);
            }
        return columns;
    }

    // The dot of the next head of the row; with one dot nothing is written.
    [[nodiscard]] const RowDot* nextDot()
    {
        const auto at = m_dots.size() == 1 ? 0 : m_in[kHeadDots].number();
        return at < m_dots.size() ? &m_dots[static_cast<std::size_t>(at)] : nullptr;
    }

    Result<void> readRegister(core::RegisterState& reg, const ShapeRegister& shape, ColumnIn* column)
    {
        reg.key = shape.key;
        for (std::size_t i = 0; i < shape.heads; ++i) {
            const auto* dot = nextDot();
            if (dot == nullptr || column == nullptr)
                return damaged("a head without a dot or column");
            const auto value = column->line();
            const bool isShort = RowWords::isShort(value);
            if (column->isBad() || (!isShort && !isCanonicalValue(value)))
                return damaged("a value that is none");
            std::string whole;
            if (isShort) {
                LIANXIN_TRY(whole, m_words.value(value));
            } else {
                whole = value;
            }
            if (i > 0 && !(reg.heads.back().dot < dot->dot))
                return damaged("heads twice or out of order");
            reg.heads.push_back({dot->dot, m_users[dot->user], dot->hlc, Value::fromTrusted(std::move(whole))});
        }
        if ((shape.flags & kShapeExceptions) != 0)
            LIANXIN_CHECK(readExceptions(reg.exceptions));
        return (shape.flags & kShapeNote) != 0 ? readNote(reg.note.emplace()) : Result<void>();
    }

    Result<void> readExceptions(core::Context& context)
    {
        auto& in = m_in[kExceptions];
        for (auto entries = in.count(2); entries > 0 && !in.isBad(); --entries) {
            const auto replica = in.number();
            std::uint64_t at = 0;
            for (auto intervals = in.count(2); intervals > 0; --intervals) {
                const auto first = at + in.number();
                const auto last = first + in.number();
                if (in.isBad() || replica >= m_replicas.size() || first <= at || last < first || last > kMaxNumber)
                    return damaged("exceptions out of range");
                context.addRange(m_replicas[replica], first, last);
                at = last;
            }
        }
        return in.isBad() ? damaged("exceptions are cut") : Result<void>();
    }

    Result<void> readNote(core::ConflictNote& note)
    {
        auto& in = m_in[kNotes];
        const auto hasBefore = in.number();
        if (hasBefore > 1)
            return damaged("a note of another form");
        if (hasBefore == 1) {
            const auto* dot = nextDot();
            const auto value = in.counted();
            if (dot == nullptr || !isCanonicalValue(value))
                return damaged("a note's value that is none");
            note.before = core::Head{dot->dot, m_users[dot->user], dot->hlc, Value::fromTrusted(std::string(value))};
        }
        for (auto whys = in.count(3); whys > 0 && !in.isBad(); --whys) {
            const auto replica = in.number();
            const auto number = in.number();
            const auto why = in.counted();
            if (replica >= m_replicas.size() || why.size() > 4 * kMaxWhy || !isValidUtf8(why))
                return damaged("a reason out of range");
            note.whys.emplace_back(Dot{m_replicas[replica], number}, std::string(why));
        }
        return in.isBad() ? damaged("notes are cut") : Result<void>();
    }

    [[nodiscard]] bool isBad() const
    {
        return std::any_of(m_in.begin(), m_in.end(), [](const ColumnIn& in) { return in.isBad(); });
    }

    std::size_t m_partitions;
    const TakeRow& m_take;
    std::array<ColumnIn, kStreamCount> m_in;
    std::vector<ReplicaId> m_replicas;
    std::vector<UserId> m_users;
    RowWords m_words{m_users};
    std::vector<Shape> m_shapes;
    std::map<std::pair<std::uint32_t, RegisterKey>, ColumnIn> m_columns;
    std::unordered_map<std::uint64_t, std::vector<ColumnIn*>> m_columnsOf; // by type and shape
    std::array<std::string_view, kTailPlaces.size()> m_planes;
    std::size_t m_rows{0};
    std::vector<RecordId> m_ids; // of all rows
    std::vector<Family> m_families;
    std::size_t m_registers{0};
    std::uint64_t m_firstTime{0};
    std::optional<RecordId> m_lastRoot;
    SegmentDots m_allDots;
    std::span<const RowDot> m_dots; // of the row
    SegmentRow m_now;
};

} // namespace

Result<void> readSegment(std::string_view bytes, std::size_t partitions, const TakeRow& take)
{
    if (bytes.size() > kMaxSegmentBytes)
        return fail(Errc::invalidInput, "segment: larger than allowed");
    LIANXIN_TRY(const auto content, decompress(bytes, kMaxSegmentContent));
    return Reader(partitions, take).read(content);
}

} // namespace lianxin::wire

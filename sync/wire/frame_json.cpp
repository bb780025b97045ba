// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/frame_json.hpp"

#include "sync/wire/limits.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace lianxin::wire {

namespace {

constexpr std::size_t kMaxTable = 1U << 20U;
constexpr std::size_t kMaxRows = 1U << 20U;
constexpr std::size_t kMaxHeads = 1U << 16U;

// Ids that repeat travel once: sorted, and referred to by index.
template <typename Id> class Table {
public:
    void note(const Id& id) { m_ids.push_back(id); }
    void close()
    {
        std::sort(m_ids.begin(), m_ids.end());
        m_ids.erase(std::unique(m_ids.begin(), m_ids.end()), m_ids.end());
    }
    [[nodiscard]] std::uint64_t indexOf(const Id& id) const
    {
        return static_cast<std::uint64_t>(std::lower_bound(m_ids.begin(), m_ids.end(), id) - m_ids.begin());
    }
    [[nodiscard]] const std::vector<Id>& ids() const { return m_ids; }
    void write(JsonOut& out, std::string_view key) const
    {
        if (m_ids.empty())
            return;
        out.key(key).open('[');
        for (const auto& id : m_ids)
            out.id(id);
        out.close(']');
    }
    void read(const JsonIn& in, std::string_view key)
    {
        const auto count = in.listSize(key, kMaxTable);
        for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i) {
            m_ids.push_back(in.at(key).at(i).template id<Id>());
            if (i > 0 && !(m_ids[i - 1] < m_ids[i]))
                in.fault().set("a table out of order");
        }
    }
    [[nodiscard]] Id at(const JsonIn& index) const
    {
        const auto i = index.number();
        if (i < m_ids.size())
            return m_ids[i];
        index.fault().set("an index beyond its table");
        return {};
    }

private:
    std::vector<Id> m_ids;
};

struct Tables {
    Table<ReplicaId> replicas;
    Table<UserId> users;
    core::Hlc base{0};
};

template <typename Visit> void eachHead(const core::RegisterState& reg, const Visit& visit)
{
    for (const auto& head : reg.heads)
        visit(head);
    if (reg.note && reg.note->before)
        visit(*reg.note->before);
}

Tables tablesOf(const core::Frame& frame)
{
    Tables tables;
    auto least = std::numeric_limits<core::Hlc>::max();
    const auto noteContext = [&](const core::Context& context) {
        for (const auto& entry : context.entries())
            tables.replicas.note(entry.replica);
    };
    noteContext(frame.vector);
    const auto noteRow = [&](const core::RecordState& row) {
        for (const auto& reg : row.registers) {
            noteContext(reg.exceptions);
            eachHead(reg, [&](const core::Head& head) {
                tables.replicas.note(head.dot.replica);
                tables.users.note(head.user);
                least = std::min(least, head.hlc);
            });
            if (reg.note)
                for (const auto& why : reg.note->whys)
                    tables.replicas.note(why.first.replica);
        }
    };
    std::ranges::for_each(frame.rows, noteRow);
    std::ranges::for_each(frame.gone, noteRow);
    tables.replicas.close();
    tables.users.close();
    // Clocks are sent as differences. One from before 1970 (a broken clock) turns that off: differences might not fit.
    tables.base = least > 0 && least != std::numeric_limits<core::Hlc>::max() ? least : 0;
    return tables;
}

class RowWriter {
public:
    RowWriter(JsonOut& out, const Tables& tables) : m_out(out), m_tables(tables) {}

    void write(const core::RecordState& row)
    {
        m_index.clear();
        m_out.open('{');
        writeDots(row);
        m_out.key("i").id(row.record).key("k").number(row.type);
        if (row.root != row.record)
            m_out.key("o").id(row.root);
        m_out.key("r").open('[');
        for (const auto& reg : row.registers)
            writeRegister(reg);
        m_out.close(']').close('}');
    }

private:
    // A record is mostly the work of a few changesets.
    void writeDots(const core::RecordState& row)
    {
        m_out.key("d").open('[');
        for (const auto& reg : row.registers)
            eachHead(reg, [this](const core::Head& head) {
                if (!m_index.try_emplace({head.dot, head.user, head.hlc}, m_index.size()).second)
                    return;
                m_out.open('[').number(m_tables.replicas.indexOf(head.dot.replica)).number(head.dot.number);
                m_out.number(m_tables.users.indexOf(head.user)).integer(head.hlc - m_tables.base).close(']');
            });
        m_out.close(']');
    }
    void writeHead(const core::Head& head)
    {
        m_out.open('[').number(m_index.at({head.dot, head.user, head.hlc})).raw(head.value.canonical()).close(']');
    }
    void writeRegister(const core::RegisterState& reg)
    {
        m_out.open('[').registerKey(reg.key).open('[');
        for (const auto& head : reg.heads)
            writeHead(head);
        m_out.close(']');
        if (!reg.exceptions.isEmpty() || reg.note) {
            m_out.open('[');
            for (const auto& entry : reg.exceptions.entries())
                m_out.open('[').number(m_tables.replicas.indexOf(entry.replica)).numbers(entry.numbers).close(']');
            m_out.close(']');
        }
        if (reg.note)
            writeNote(*reg.note);
        m_out.close(']');
    }
    void writeNote(const core::ConflictNote& note)
    {
        m_out.open('{');
        if (note.before) {
            m_out.key("b");
            writeHead(*note.before);
        }
        if (!note.whys.empty()) {
            m_out.key("w").open('[');
            for (const auto& [dot, why] : note.whys)
                m_out.open('[').number(m_tables.replicas.indexOf(dot.replica)).number(dot.number).text(why).close(']');
            m_out.close(']');
        }
        m_out.close('}');
    }

    JsonOut& m_out;
    const Tables& m_tables;
    std::map<std::tuple<Dot, UserId, core::Hlc>, std::uint64_t> m_index;
};

class RowReader {
public:
    RowReader(const Tables& tables, const PartitionId& partition) : m_tables(tables), m_partition(partition) {}

    core::RecordState read(const JsonIn& in)
    {
        core::RecordState row;
        row.partition = m_partition;
        readDots(in.at("d"));
        row.record = in.at("i").id<RecordId>();
        row.type = in.at("k").number32();
        row.root = in.idOr("o", row.record);
        const auto registers = in.at("r");
        const auto count = registers.size();
        row.registers.reserve(count);
        for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i) {
            row.registers.push_back(readRegister(registers.at(i)));
            if (i > 0 && !(row.registers[i - 1].key < row.registers[i].key))
                in.fault().set("registers twice or out of order");
        }
        return row;
    }

private:
    void readDots(const JsonIn& in)
    {
        m_dots.clear();
        const auto count = in.size();
        for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i) {
            const auto item = in.at(i);
            if (item.size(4, 4) == 0)
                return;
            core::Head head;
            head.dot = {m_tables.replicas.at(item.at(std::size_t{0})), item.at(1).number()};
            head.user = m_tables.users.at(item.at(2));
            const auto since = item.at(3).integer();
            if (head.dot.number == 0 || (since > 0 && m_tables.base > std::numeric_limits<core::Hlc>::max() - since))
                in.fault().set("a dot out of range");
            else
                head.hlc = m_tables.base + since;
            m_dots.push_back(std::move(head));
        }
    }
    core::Head readHead(const JsonIn& in)
    {
        if (in.size(2, 2) == 0)
            return {};
        const auto index = in.at(std::size_t{0}).number();
        if (index >= m_dots.size()) {
            in.fault().set("an index beyond its table");
            return {};
        }
        auto head = m_dots[index];
        head.value = in.at(1).value();
        return head;
    }
    core::RegisterState readRegister(const JsonIn& in)
    {
        core::RegisterState reg;
        const auto size = in.size(2, 4);
        reg.key = in.at(std::size_t{0}).registerKey();
        const auto heads = in.at(1);
        const auto count = heads.size(0, kMaxHeads);
        for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i) {
            reg.heads.push_back(readHead(heads.at(i)));
            if (i > 0 && !(reg.heads[i - 1].dot < reg.heads[i].dot))
                in.fault().set("heads twice or out of order");
        }
        if (size > 2)
            reg.exceptions = readExceptions(in.at(2));
        if (size > 3)
            reg.note = readNote(in.at(3));
        return reg;
    }
    core::Context readExceptions(const JsonIn& in)
    {
        core::Context context;
        const auto count = in.size();
        for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i) {
            const auto pair = in.at(i);
            if (pair.size(2, 2) == 2)
                context.merge(m_tables.replicas.at(pair.at(std::size_t{0})), pair.at(1).numbers());
        }
        return context;
    }
    core::ConflictNote readNote(const JsonIn& in)
    {
        core::ConflictNote note;
        if (in.has("b"))
            note.before = readHead(in.at("b"));
        const auto count = in.listSize("w", kMaxHeads);
        for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i) {
            const auto item = in.at("w").at(i);
            if (item.size(3, 3) == 0)
                break;
            const Dot dot{m_tables.replicas.at(item.at(std::size_t{0})), item.at(1).number()};
            note.whys.emplace_back(dot, std::string(item.at(2).text(4 * kMaxWhy)));
        }
        return note;
    }

    const Tables& m_tables;
    const PartitionId& m_partition;
    std::vector<core::Head> m_dots;
};

// One entry per replica of the table, 0 for one that the vector does not name.
void writeVector(JsonOut& out, const core::Context& vector, const Table<ReplicaId>& replicas)
{
    if (vector.isEmpty())
        return;
    out.key("v").open('[');
    for (const auto& replica : replicas.ids()) {
        const auto* numbers = vector.of(replica);
        if (numbers == nullptr)
            out.number(0);
        else
            out.numbers(*numbers);
    }
    out.close(']');
}

core::Context readVector(const JsonIn& in, const Table<ReplicaId>& replicas)
{
    core::Context vector;
    if (!in.has("v"))
        return vector;
    const auto list = in.at("v");
    const auto count = list.size(replicas.ids().size(), replicas.ids().size());
    for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i) {
        const auto entry = list.at(i);
        if (entry.isArray() || entry.number() > 0)
            vector.merge(replicas.ids()[i], entry.numbers());
    }
    return vector;
}

} // namespace

core::PartitionCursor cursorOf(const PartitionId& partition, const core::PullRequest& asked)
{
    const auto it = std::find_if(asked.cursors.begin(), asked.cursors.end(),
                                 [&](const core::PartitionCursor& c) { return c.partition == partition; });
    return it != asked.cursors.end() ? *it : core::PartitionCursor{partition, 0, 0, {}};
}

void writeFrame(JsonOut& out, const core::Frame& frame, const core::PartitionCursor& cursor)
{
    const auto tables = tablesOf(frame);
    out.open('{').key("a").text(frame.partition.text());
    if (frame.from != cursor.sequence)
        out.key("b").number(frame.from);
    if (frame.chain != (frame.to == cursor.sequence ? cursor.chain : Hash{}))
        out.key("c").id(frame.chain);
    if (tables.base != 0)
        out.key("h").integer(tables.base);
    out.key("n").number(frame.to);
    tables.replicas.write(out, "r");
    tables.users.write(out, "u");
    writeVector(out, frame.vector, tables.replicas);
    if (!frame.rows.empty()) {
        out.key("x").open('[');
        RowWriter writer(out, tables);
        for (const auto& row : frame.rows)
            writer.write(row);
        out.close(']');
    }
    if (!frame.gone.empty()) {
        out.key("y").open('[');
        RowWriter writer(out, tables);
        for (const auto& root : frame.gone)
            writer.write(root);
        out.close(']');
    }
    if (frame.atHead)
        out.key("z").raw("true");
    out.close('}');
}

core::Frame readFrame(const JsonIn& in, const core::PullRequest& asked)
{
    core::Frame frame;
    frame.partition = in.at("a").partition();
    const auto cursor = cursorOf(frame.partition, asked);
    frame.from = in.has("b") ? in.at("b").number() : cursor.sequence;
    frame.to = in.at("n").number();
    frame.chain = in.idOr("c", frame.to == cursor.sequence ? cursor.chain : Hash{});
    Tables tables;
    tables.base = in.has("h") ? static_cast<core::Hlc>(in.at("h").number(std::numeric_limits<core::Hlc>::max())) : 0;
    tables.replicas.read(in, "r");
    tables.users.read(in, "u");
    frame.vector = readVector(in, tables.replicas);
    const auto count = in.listSize("x", kMaxRows);
    frame.rows.reserve(count);
    RowReader reader(tables, frame.partition);
    const auto rows = count == 0 ? in : in.at("x");
    for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i)
        frame.rows.push_back(reader.read(rows.at(i)));
    const auto left = in.listSize("y", kMaxRows);
    const auto roots = left == 0 ? in : in.at("y");
    for (std::size_t i = 0; i < left && !in.fault().isSet(); ++i) {
        frame.gone.push_back(reader.read(roots.at(i)));
        const auto& root = frame.gone.back();
        if (root.root != root.record || root.registers.size() != 1 || root.registers.front().key != RegisterKey{1, {}})
            in.fault().set("what left is no root with its location");
    }
    frame.atHead = in.has("z") && in.at("z").flag();
    if (frame.to < frame.from)
        in.fault().set("a frame that goes backwards");
    return frame;
}

} // namespace lianxin::wire

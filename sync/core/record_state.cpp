// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/record_state.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace lianxin::core {

namespace {

constexpr char kFormat = 1;
constexpr std::size_t kMaxItems = 1U << 20U;

class Writer {
public:
    void number(std::uint64_t value)
    {
        while (value >= 0x80) {
            m_out.push_back(static_cast<char>((value & 0x7fU) | 0x80U));
            value >>= 7U;
        }
        m_out.push_back(static_cast<char>(value));
    }
    void raw(std::string_view bytes) { m_out.append(bytes); }
    void bytes(std::string_view bytes)
    {
        number(bytes.size());
        raw(bytes);
    }
    [[nodiscard]] std::string take() { return std::move(m_out); }

private:
    std::string m_out;
};

// Reads past the end answer zeros and set `bad`, so that decoders check once.
class Reader {
public:
    explicit Reader(std::string_view in) : m_in(in) {}
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_in.empty())
                break;
            const auto byte = static_cast<std::uint8_t>(m_in.front());
            m_in.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0)
                return value;
        }
        m_bad = true;
        return 0;
    }
    std::size_t count()
    {
        const auto n = number();
        if (n > kMaxItems || n > m_in.size())
            m_bad = true;
        return m_bad ? 0 : static_cast<std::size_t>(n);
    }
    std::string_view raw(std::size_t size)
    {
        if (size > m_in.size()) {
            m_bad = true;
            return {};
        }
        const auto part = m_in.substr(0, size);
        m_in.remove_prefix(size);
        return part;
    }
    std::string_view bytes() { return raw(count()); }
    template <typename Id> Id id()
    {
        auto parsed = Id::fromRaw(raw(Id{}.bytes.size()));
        if (!parsed) {
            m_bad = true;
            return {};
        }
        return *parsed;
    }
    [[nodiscard]] bool bad() const { return m_bad; }
    [[nodiscard]] bool atEnd() const { return m_in.empty(); }

private:
    std::string_view m_in;
    bool m_bad{false};
};

void writeContext(Writer& out, const Context& context)
{
    out.number(context.entries().size());
    for (const auto& entry : context.entries()) {
        out.raw(entry.replica.raw());
        out.number(entry.numbers.intervals().size());
        std::uint64_t at = 0;
        for (const auto& interval : entry.numbers.intervals()) {
            out.number(interval.first - at);
            out.number(interval.last - interval.first);
            at = interval.last;
        }
    }
}

Context readContext(Reader& in)
{
    Context context;
    for (auto entries = in.count(); entries > 0 && !in.bad(); --entries) {
        const auto replica = in.id<ReplicaId>();
        std::uint64_t at = 0;
        for (auto intervals = in.count(); intervals > 0 && !in.bad(); --intervals) {
            const auto first = at + in.number();
            at = first + in.number();
            if (!in.bad() && first > 0 && at >= first)
                context.addRange(replica, first, at);
        }
    }
    return context;
}

// Dots repeat: a record is usually written by a few changesets. Each is stored once, heads refer to it.
class DotTable {
public:
    std::uint64_t indexOf(const Head& head)
    {
        const auto [it, isNew] = m_index.try_emplace(head.dot, m_heads.size());
        if (isNew)
            m_heads.push_back(&head);
        return it->second;
    }
    void write(Writer& out) const
    {
        out.number(m_heads.size());
        for (const auto* head : m_heads) {
            out.raw(head->dot.replica.raw());
            out.number(head->dot.number);
            out.raw(head->user.raw());
            out.number(static_cast<std::uint64_t>(head->hlc));
        }
    }

private:
    std::map<Dot, std::uint64_t> m_index;
    std::vector<const Head*> m_heads;
};

void writeHeads(Writer& out, DotTable& dots, const Heads& heads)
{
    out.number(heads.size());
    for (const auto& head : heads) {
        out.number(dots.indexOf(head));
        out.bytes(head.value.canonical());
    }
}

Heads readHeads(Reader& in, const std::vector<Head>& dots)
{
    Heads heads;
    for (auto count = in.count(); count > 0 && !in.bad(); --count) {
        const auto index = in.number();
        if (index >= dots.size()) {
            (void)in.raw(SIZE_MAX);
            break;
        }
        auto head = dots[index];
        head.value = Value::fromTrusted(std::string(in.bytes()));
        heads.push_back(std::move(head));
    }
    return heads;
}

std::vector<Head> readDots(Reader& in)
{
    std::vector<Head> dots;
    for (auto count = in.count(); count > 0 && !in.bad(); --count) {
        Head head;
        head.dot.replica = in.id<ReplicaId>();
        head.dot.number = in.number();
        head.user = in.id<UserId>();
        head.hlc = static_cast<Hlc>(in.number());
        dots.push_back(std::move(head));
    }
    return dots;
}

void writeNote(Writer& out, DotTable& dots, const ConflictNote& note)
{
    out.number(note.before ? 1 : 0);
    if (note.before) {
        out.number(dots.indexOf(*note.before));
        out.bytes(note.before->value.canonical());
    }
    out.number(note.whys.size());
    for (const auto& [dot, why] : note.whys) {
        out.raw(dot.replica.raw());
        out.number(dot.number);
        out.bytes(why);
    }
}

ConflictNote readNote(Reader& in, const std::vector<Head>& dots)
{
    ConflictNote note;
    auto before = readHeads(in, dots);
    if (!before.empty())
        note.before = std::move(before.front());
    for (auto count = in.count(); count > 0 && !in.bad(); --count) {
        Dot dot;
        dot.replica = in.id<ReplicaId>();
        dot.number = in.number();
        note.whys.emplace_back(dot, std::string(in.bytes()));
    }
    return note;
}

constexpr std::uint64_t hasElement = 1;
constexpr std::uint64_t hasExceptions = 2;
constexpr std::uint64_t hasContextId = 4;
constexpr std::uint64_t hasFeed = 8;
constexpr std::uint64_t hasNote = 16;

std::uint64_t flagsOf(const RegisterState& reg)
{
    return (reg.key.element.empty() ? 0U : hasElement) | (reg.exceptions.isEmpty() ? 0U : hasExceptions) |
           (reg.contextId == 0 ? 0U : hasContextId) | (reg.feed == 0 ? 0U : hasFeed) | (reg.note ? hasNote : 0U);
}

} // namespace

const RegisterState* RecordState::find(const RegisterKey& key) const
{
    const auto it = std::lower_bound(registers.begin(), registers.end(), key,
                                     [](const RegisterState& r, const RegisterKey& k) { return r.key < k; });
    return it != registers.end() && it->key == key ? &*it : nullptr;
}

RegisterState& RecordState::at(const RegisterKey& key)
{
    const auto it = std::lower_bound(registers.begin(), registers.end(), key,
                                     [](const RegisterState& r, const RegisterKey& k) { return r.key < k; });
    if (it != registers.end() && it->key == key)
        return *it;
    RegisterState fresh;
    fresh.key = key;
    return *registers.insert(it, std::move(fresh));
}

std::string encodeRegisters(const std::vector<RegisterState>& registers)
{
    Writer body;
    DotTable dots;
    body.number(registers.size());
    for (const auto& reg : registers) {
        const auto flags = flagsOf(reg);
        body.number(reg.key.number);
        body.number(flags);
        if ((flags & hasElement) != 0)
            body.bytes(reg.key.element);
        if ((flags & hasExceptions) != 0)
            writeContext(body, reg.exceptions);
        if ((flags & hasContextId) != 0)
            body.number(reg.contextId);
        if ((flags & hasFeed) != 0)
            body.number(reg.feed);
        writeHeads(body, dots, reg.heads);
        if (reg.note)
            writeNote(body, dots, *reg.note);
    }
    Writer out;
    out.raw({&kFormat, 1});
    dots.write(out);
    out.raw(body.take());
    return out.take();
}

Result<std::vector<RegisterState>> decodeRegisters(std::string_view bytes)
{
    Reader in(bytes);
    if (const auto format = in.raw(1); format.empty() || format[0] != kFormat)
        return fail(format.empty() ? Errc::damaged : Errc::upgradeNeeded, "register bytes of another format");
    const auto dots = readDots(in);
    std::vector<RegisterState> registers;
    for (auto count = in.count(); count > 0 && !in.bad(); --count) {
        RegisterState reg;
        reg.key.number = static_cast<std::uint32_t>(in.number());
        const auto flags = in.number();
        if ((flags & hasElement) != 0)
            reg.key.element = in.bytes();
        if ((flags & hasExceptions) != 0)
            reg.exceptions = readContext(in);
        if ((flags & hasContextId) != 0)
            reg.contextId = in.number();
        if ((flags & hasFeed) != 0)
            reg.feed = in.number();
        reg.heads = readHeads(in, dots);
        if ((flags & hasNote) != 0)
            reg.note = readNote(in, dots);
        registers.push_back(std::move(reg));
    }
    if (in.bad() || !in.atEnd())
        return fail(Errc::damaged, "register bytes are cut or overlong");
    return registers;
}

std::string encodeContext(const Context& context)
{
    Writer out;
    out.raw({&kFormat, 1});
    writeContext(out, context);
    return out.take();
}

Result<Context> decodeContext(std::string_view bytes)
{
    Reader in(bytes);
    if (const auto format = in.raw(1); format.empty() || format[0] != kFormat)
        return fail(format.empty() ? Errc::damaged : Errc::upgradeNeeded, "context bytes of another format");
    auto context = readContext(in);
    if (in.bad() || !in.atEnd())
        return fail(Errc::damaged, "context bytes are cut or overlong");
    return context;
}

void appendStateHashInput(std::string& out, const RecordState& record)
{
    Writer line;
    for (const auto& reg : record.registers) {
        if (reg.heads.empty())
            continue;
        line.raw(record.record.raw());
        line.bytes(reg.key.text());
        line.number(reg.heads.size());
        for (const auto& head : reg.heads) {
            line.raw(head.dot.replica.raw());
            line.number(head.dot.number);
            line.bytes(head.value.canonical());
        }
    }
    out += line.take();
}

} // namespace lianxin::core

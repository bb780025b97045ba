// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/piece_codec.hpp"

#include <chrono>
#include <initializer_list>

namespace lianxin::ui {
namespace {

constexpr std::int64_t kMostDays = 4'000'000; // from 1970: about what a civil date holds in either direction
constexpr std::size_t kMostItems = 1U << 16U; // of one kind in one family

// One walk for both directions: `Out` appends, `In` takes off, so that the two can never disagree.
class Out {
public:
    void number(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7U)
            m_bytes.push_back(static_cast<char>((value & 0x7fU) | 0x80U));
        m_bytes.push_back(static_cast<char>(value));
    }
    template <typename Int> void put(Int& value) // around zero: small either way
    {
        const auto wide = static_cast<std::int64_t>(value);
        number((static_cast<std::uint64_t>(wide) << 1U) ^ static_cast<std::uint64_t>(wide >> 63U));
    }
    void raw(std::string_view bytes) { m_bytes.append(bytes); }
    template <typename Tag, std::size_t N> void id(RawId<Tag, N>& id) { raw(id.raw()); }
    void text(QString& text)
    {
        const auto bytes = text.toUtf8();
        number(static_cast<std::uint64_t>(bytes.size()));
        raw({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    }
    void text(std::string& text)
    {
        number(text.size());
        raw(text);
    }
    void day(Day& day)
    {
        std::int64_t days = std::chrono::sys_days(day).time_since_epoch().count();
        put(days);
    }
    void flags(std::initializer_list<bool*> flags)
    {
        std::uint64_t bits = 0;
        std::size_t at = 0;
        for (const bool* flag : flags)
            bits |= static_cast<std::uint64_t>(*flag) << at++;
        number(bits);
    }
    template <typename T, typename Each> void list(std::vector<T>& items, Each each)
    {
        number(items.size());
        for (auto& item : items)
            each(item);
    }
    template <typename T, typename Each> void maybe(std::optional<T>& item, Each each)
    {
        number(item ? 1 : 0);
        if (item)
            each(*item);
    }
    [[nodiscard]] std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

// Reads past the end give nothing and are remembered: looked at once, at the end.
class In {
public:
    explicit In(std::string_view bytes) : m_bytes(bytes) {}
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !m_bytes.empty(); shift += 7) {
            const auto byte = static_cast<std::uint8_t>(m_bytes.front());
            m_bytes.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0)
                return value;
        }
        m_bad = true;
        return 0;
    }
    template <typename Int> void put(Int& value)
    {
        const auto coded = number();
        value = static_cast<Int>(static_cast<std::int64_t>((coded >> 1U) ^ (~(coded & 1U) + 1U)));
    }
    std::string_view raw(std::size_t size)
    {
        if (size > m_bytes.size()) {
            m_bad = true;
            return {};
        }
        const auto part = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        return part;
    }
    template <typename Tag, std::size_t N> void id(RawId<Tag, N>& id)
    {
        if (auto read = RawId<Tag, N>::fromRaw(raw(N)))
            id = *read;
    }
    void text(QString& text)
    {
        const auto bytes = raw(number());
        text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    }
    void text(std::string& text) { text = std::string(raw(number())); }
    void day(Day& day)
    {
        std::int64_t days = 0;
        put(days);
        m_bad = m_bad || days < -kMostDays || days > kMostDays;
        if (m_bad)
            return;
        day = std::chrono::sys_days(std::chrono::days(days));
    }
    void flags(std::initializer_list<bool*> flags)
    {
        const auto bits = number();
        std::size_t at = 0;
        for (bool* flag : flags)
            *flag = ((bits >> at++) & 1U) != 0;
    }
    template <typename T, typename Each> void list(std::vector<T>& items, Each each)
    {
        const auto count = number();
        m_bad = m_bad || count > kMostItems || count > m_bytes.size();
        if (m_bad)
            return;
        items.resize(static_cast<std::size_t>(count));
        for (auto& item : items)
            each(item);
    }
    template <typename T, typename Each> void maybe(std::optional<T>& item, Each each)
    {
        if (number() != 0)
            each(item.emplace());
    }
    [[nodiscard]] bool isWhole() const { return !m_bad && m_bytes.empty(); }

private:
    std::string_view m_bytes;
    bool m_bad{false};
};

template <typename Way> void yearly(Way& way, duty::YearlyDay& day)
{
    way.put(day.month);
    way.put(day.day);
    way.flags({&day.lunar, &day.leap});
}

template <typename Way> void person(Way& way, duty::Person& one)
{
    way.id(one.id);
    way.maybe(one.born, [&](Day& moment) { way.day(moment); });
    way.maybe(one.birthday, [&](duty::YearlyDay& day) { yearly(way, day); });
    way.flags({&one.target, &one.alive, &one.alone, &one.seriouslyIll, &one.woman, &one.single, &one.grandchild,
               &one.hasPhone});
    way.put(one.selfCare);
}

template <typename Way> void household(Way& way, duty::Household& family, UserId& levelBy)
{
    const auto day = [&](Day& moment) { way.day(moment); };
    way.put(family.familyType);
    way.put(family.allowanceTarget);
    way.maybe(family.wishUntil, day);
    way.id(levelBy);
    if (!levelBy.isNil()) {
        way.put(family.recorded.level);
        way.day(family.recorded.written);
        way.maybe(family.recorded.review, day);
        way.flags({&family.recorded.reasoned});
    }
    way.list(family.people, [&](duty::Person& one) { person(way, one); });
    way.flags({&family.lowIncome, &family.severeChild});
    way.maybe(family.childLost, day);
    way.maybe(family.spouseDied, day);
    way.id(family.primary);
    way.list(family.memorials, [&](duty::YearlyDay& one) { yearly(way, one); });
    way.list(family.companionDays, day);
    way.list(family.quietFestivals, [&](std::uint32_t& code) { way.put(code); });
}

template <typename Way> void contact(Way& way, duty::Contacted& one)
{
    way.id(one.id);
    way.put(one.at);
    bool agreed = one.next.has_value();
    bool closes = !one.closes.empty();
    way.flags(
        {&one.reached, &one.tried, &one.inPerson, &one.atHome, &one.atActivity, &one.inHospital, &agreed, &closes});
    way.put(one.mood);
    if (agreed) {
        if (!one.next)
            one.next.emplace();
        way.day(*one.next);
    }
    if (closes)
        way.list(one.closes, [&](RecordId& id) { way.id(id); });
}

template <typename Way> void happening(Way& way, duty::Happening& one)
{
    const auto at = [&](Millis& moment) { way.put(moment); };
    way.id(one.id);
    way.put(one.kind);
    way.put(one.known);
    way.maybe(one.contacted, at);
    way.maybe(one.met, at);
    way.maybe(one.ended, [&](Day& moment) { way.day(moment); });
    way.flags({&one.open});
}

template <typename Way> void clocks(Way& way, duty::Known& known)
{
    way.list(known.happenings, [&](duty::Happening& one) { happening(way, one); });
    way.list(known.concerns, [&](duty::Concern& one) {
        way.id(one.id);
        way.put(one.at);
        way.put(one.trigger);
    });
    way.list(known.assessments, [&](duty::Assessed& one) { way.put(one.at); });
    way.list(known.flags, [&](duty::Flag& one) {
        way.put(one.at);
        way.put(one.level);
    });
    way.list(known.looks, [&](duty::Look& one) { way.day(one.day); });
    way.list(known.claims, [&](duty::Claim& one) {
        const auto day = [&](Day& moment) { way.day(moment); };
        way.id(one.id);
        way.put(one.stage);
        way.maybe(one.discharged, day);
        way.maybe(one.handedIn, day);
    });
    way.list(known.dated, [&](duty::DatedRecord& one) {
        way.id(one.id);
        way.put(one.reminder);
        way.day(one.on);
        way.put(one.window.before);
        way.put(one.window.after);
    });
}

template <typename Way> void summary(Way& way, FamilySummary& one, std::string& partition)
{
    way.text(partition);
    for (QString* text : {&one.callName, &one.fullName, &one.initial, &one.address, &one.phone, &one.phoneName})
        way.text(*text);
    way.put(one.wish);
    way.put(one.careLevel);
    way.flags({&one.served, &one.livesAlone});
    way.id(one.person);
    way.maybe(one.born, [&](Day& moment) { way.day(moment); });
}

template <typename Way> void kept(Way& way, KeptFamily& family, std::string& partition)
{
    summary(way, family.summary, partition);
    household(way, family.piece.known.households.front(), family.piece.levelBy);
    way.list(family.piece.known.contacts, [&](duty::Contacted& one) { contact(way, one); });
    clocks(way, family.piece.known);
}

// Everything in a family's piece is about that family.
void nameFamily(duty::Known& known, RecordId family)
{
    const auto name = [&](auto& items) {
        for (auto& item : items)
            item.household = family;
    };
    name(known.contacts);
    name(known.happenings);
    name(known.concerns);
    name(known.assessments);
    name(known.flags);
    name(known.looks);
    name(known.claims);
    name(known.dated);
}

} // namespace

std::string encodeKept(const KeptFamily& family)
{
    Out out;
    KeptFamily copy = family; // the walk is the same both ways
    std::string partition = family.summary.partition.text();
    kept(out, copy, partition);
    return out.take();
}

Result<KeptFamily> decodeKept(RecordId household, std::string_view bytes)
{
    KeptFamily family;
    family.summary.id = household;
    auto& only = family.piece.known.households.emplace_back();
    only.id = household;
    only.recorded.written = {};
    std::string partition;
    In in(bytes);
    kept(in, family, partition);
    if (!in.isWhole())
        return fail(Errc::damaged, "a kept piece that does not read");
    LIANXIN_TRY(family.summary.partition, PartitionId::parse(partition));
    for (auto& one : family.piece.known.contacts)
        one.day = dayInChina(one.at);
    nameFamily(family.piece.known, household);
    return family;
}

} // namespace lianxin::ui

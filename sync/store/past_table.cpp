// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/past_table.hpp"

#include <algorithm>

namespace lianxin::store {

namespace {

constexpr std::int64_t kMostOfRegister = 24;   // what was not chosen stays longest
constexpr std::size_t kMostBytes = 16U * 1024; // of one value

const core::RegisterState* find(const std::vector<core::RegisterState>& registers, const RegisterKey& key)
{
    const auto found = std::ranges::lower_bound(registers, key, {}, &core::RegisterState::key);
    return found != registers.end() && found->key == key ? &*found : nullptr;
}

// Sealed words lie in envelopes: their history is read with the keys, in the province's archive.
bool isSealed(const RecordType* type, const RegisterKey& key)
{
    return type != nullptr && type->envelope && type->envelope->number == key.number;
}

bool holds(const core::Heads& heads, const Dot& dot)
{
    return std::ranges::find(heads, dot, &core::Head::dot) != heads.end();
}

std::string whyOf(const core::RegisterState& reg, const Dot& dot)
{
    if (reg.note)
        for (const auto& [whose, words] : reg.note->whys)
            if (whose == dot)
                return words;
    return {};
}

} // namespace

Result<void> PastTable::keep(RecordId record, const RecordType* type, const std::vector<core::RegisterState>& before,
                             const std::vector<core::RegisterState>& after, const IsWithdrawn& isWithdrawn)
{
    for (const auto& was : before) {
        const auto* now = find(after, was.key);
        const core::Heads none;
        const auto& heads = now == nullptr ? none : now->heads;
        if (was.heads == heads || isSealed(type, was.key))
            continue;
        const bool beside = was.key.element.empty() && core::differ(was.heads);
        bool isNew = false;
        for (const auto& head : was.heads) {
            if (holds(heads, head.dot) || head.value.canonical().size() > kMostBytes)
                continue;
            LIANXIN_TRY(const bool withdrawn, isWithdrawn(head.dot));
            if (withdrawn)
                continue;
            const bool chosen = std::ranges::find(heads, head.value, &core::Head::value) != heads.end();
            LIANXIN_CHECK(put(record, {was.key, head, beside && !chosen, whyOf(was, head.dot)}));
            isNew = true;
        }
        // What it was before two differed may never have been here as a value of its own.
        if (was.note && was.note->before && !holds(heads, was.note->before->dot) &&
            was.note->before->value.canonical().size() <= kMostBytes) {
            LIANXIN_CHECK(put(record, {was.key, *was.note->before, false, {}}));
            isNew = true;
        }
        if (isNew)
            LIANXIN_CHECK(trim(record, was.key));
    }
    return {};
}

Result<void> PastTable::put(RecordId record, const PastValue& value)
{
    LIANXIN_TRY(auto insert,
                m_database.statement("INSERT OR IGNORE INTO past_value(record, register, element, replica, "
                                     "number, user, hlc, value, beside, why) "
                                     "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"));
    insert.bindId(1, record).bindInt(2, value.key.number).bindText(3, value.key.element);
    insert.bindId(4, value.head.dot.replica).bindNumber(5, value.head.dot.number);
    insert.bindId(6, value.head.user).bindInt(7, value.head.hlc).bindText(8, value.head.value.canonical());
    return insert.bindInt(9, value.beside ? 1 : 0).bindText(10, value.why).run();
}

Result<void> PastTable::trim(RecordId record, const RegisterKey& key)
{
    LIANXIN_TRY(
        auto drop,
        m_database.statement(
            "DELETE FROM past_value WHERE record = ?1 AND register = ?2 AND element = ?3 AND (replica, number) IN "
            "(SELECT replica, number FROM past_value WHERE record = ?1 AND register = ?2 AND element = ?3 "
            "ORDER BY beside DESC, hlc DESC LIMIT -1 OFFSET ?4)"));
    return drop.bindId(1, record).bindInt(2, key.number).bindText(3, key.element).bindInt(4, kMostOfRegister).run();
}

Result<std::vector<PastValue>> PastTable::of(RecordId record) const
{
    LIANXIN_TRY(auto rows,
                m_database.statement("SELECT register, element, replica, number, user, hlc, value, beside, why FROM "
                                     "past_value WHERE record = ?1 ORDER BY register, element, hlc DESC"));
    rows.bindId(1, record);
    std::vector<PastValue> values;
    for (;;) {
        LIANXIN_TRY(const bool row, rows.step());
        if (!row)
            return values;
        PastValue value;
        value.key = {static_cast<std::uint32_t>(rows.intAt(0)), std::string(rows.textAt(1))};
        LIANXIN_TRY(value.head.dot.replica, rows.idAt<ReplicaId>(2));
        value.head.dot.number = rows.numberAt(3);
        LIANXIN_TRY(value.head.user, rows.idAt<UserId>(4));
        value.head.hlc = rows.intAt(5);
        LIANXIN_TRY(value.head.value, Value::fromCanonical(std::string(rows.textAt(6))));
        value.beside = rows.intAt(7) != 0;
        value.why = std::string(rows.textAt(8));
        values.push_back(std::move(value));
    }
}

} // namespace lianxin::store

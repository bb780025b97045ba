// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pairs/join.hpp"

#include "sync/model/catalogue_values.hpp"
#include "sync/model/validate.hpp"
#include "sync/seal/hash.hpp"

#include <boost/json/object.hpp>

#include <algorithm>

namespace lianxin::pairs {

namespace {

store::RegisterEdit life(store::Life state, RecordId into = {})
{
    boost::json::object value{{"state", static_cast<std::int64_t>(state)}};
    if (!into.isNil())
        value["into"] = into.text();
    return {RegisterKey{kLifeRegister, {}}, Value::fromJson(value)};
}

std::string textOf(const RecordType& type, const store::RecordView& view, const char* name)
{
    const auto values = fieldsOf(type, view.values());
    const auto* field = type.field(std::string_view(name));
    const auto found = field == nullptr ? values.end() : values.find(field->number);
    return found == values.end() ? std::string() : found->second.asText().value_or(std::string());
}

// One edit while it is put together.
class Joint {
public:
    Joint(const store::ReplicaStore& store, const Catalogue& catalogue, const FilePair& pair)
        : m_store(store), m_catalogue(catalogue), m_pair(pair)
    {}

    Result<void> writeLife(RecordId record, store::RegisterEdit write)
    {
        LIANXIN_TRY(const auto opened, m_store.openForEdit(record));
        m_edit.records.push_back(
            {record, opened.view.root, opened.view.type, opened.view.partition, {std::move(write)}, opened.past});
        return {};
    }

    Result<void> writeNote(std::optional<Decision> decision)
    {
        const auto* type = m_catalogue.type(std::string_view("pair_note"));
        if (type == nullptr)
            return fail(Errc::upgradeNeeded, "the catalogue has no notes on pairs");
        const auto id = noteId(m_pair);
        store::RecordEdit note{id, m_pair.second, type->number, {}, {}, {}};
        LIANXIN_TRY(const bool isThere, m_store.contains(id));
        if (isThere) {
            LIANXIN_TRY(const auto opened, m_store.openForEdit(id));
            note.partition = opened.view.partition;
            note.past = opened.past;
        } else {
            LIANXIN_TRY(const auto later, m_store.view(m_pair.second));
            note.partition = later.partition;
            note.writes.push_back({RegisterKey{type->field(std::string_view("other"))->number, {}},
                                   Value::fromText(m_pair.first.text())});
        }
        note.writes.push_back({RegisterKey{type->field(std::string_view("decision"))->number, {}},
                               decision ? Value::fromInt(static_cast<std::int64_t>(*decision)) : Value::null()});
        m_edit.records.push_back(std::move(note));
        return {};
    }

    // Who of the later file stands in the earlier one: by number, else by name and birthday.
    Result<void> joinPeople()
    {
        const auto* type = m_catalogue.type(std::string_view("person"));
        LIANXIN_TRY(const auto earlier, m_store.children(m_pair.first));
        LIANXIN_TRY(const auto later, m_store.children(m_pair.second));
        for (const auto& one : later) {
            if (type == nullptr || one.type != type->number || one.life != store::Life::active)
                continue;
            const auto twin = std::find_if(earlier.begin(), earlier.end(), [&](const store::RecordView& other) {
                return other.type == type->number && other.life == store::Life::active && isSame(*type, one, other);
            });
            if (twin != earlier.end())
                LIANXIN_CHECK(writeLife(one.record, life(store::Life::merged, twin->record)));
        }
        return {};
    }

    // People who were merged into somebody of the earlier file come back; who was put away for another reason stays away.
    Result<void> partPeople()
    {
        LIANXIN_TRY(const auto later, m_store.children(m_pair.second));
        for (const auto& one : later) {
            const auto into = one.record == m_pair.second ? std::nullopt : mergedInto(one);
            if (!into)
                continue;
            const auto twin = m_store.view(*into);
            if (twin && twin->root == m_pair.first)
                LIANXIN_CHECK(writeLife(one.record, life(store::Life::active)));
        }
        return {};
    }

    Result<store::Edit> done(const char* why)
    {
        m_edit.auditKind = why;
        return std::move(m_edit);
    }

private:
    static bool isSame(const RecordType& type, const store::RecordView& one, const store::RecordView& other)
    {
        const auto number = normalIdNumber(textOf(type, one, "id_no"));
        const auto otherNumber = normalIdNumber(textOf(type, other, "id_no"));
        if (!number.empty() && !otherNumber.empty())
            return number == otherNumber;
        const auto name = textOf(type, one, "name");
        return !name.empty() && name == textOf(type, other, "name") &&
               textOf(type, one, "birth_date") == textOf(type, other, "birth_date");
    }

    const store::ReplicaStore& m_store;
    const Catalogue& m_catalogue;
    FilePair m_pair;
    store::Edit m_edit;
};

} // namespace

std::optional<RecordId> mergedInto(const store::RecordView& view)
{
    const auto* reg = view.life == store::Life::merged ? view.find({kLifeRegister, {}}) : nullptr;
    if (reg == nullptr)
        return std::nullopt;
    const auto json = reg->value.json();
    const auto* object = json.if_object();
    const auto* into = object == nullptr ? nullptr : object->if_contains("into");
    if (into == nullptr || !into->is_string())
        return std::nullopt;
    const auto id = RecordId::parse(std::string_view(into->get_string().data(), into->get_string().size()));
    return id ? std::optional(*id) : std::nullopt;
}

RecordId noteId(const FilePair& pair)
{
    const auto hash = seal::blake2b("pair_note\n" + pair.first.text() + '\n' + pair.second.text());
    RecordId id;
    std::copy_n(hash.bytes.begin(), id.bytes.size(), id.bytes.begin());
    // RFC 9562 5.8: version 8, variant 10.
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0FU) | 0x80U);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3FU) | 0x80U);
    return id;
}

Result<store::Edit> joinEdit(const store::ReplicaStore& store, const Catalogue& catalogue, const FilePair& pair)
{
    if (!(pair.first < pair.second))
        return fail(Errc::invalidInput, "of two files the earlier one stays");
    Joint joint(store, catalogue, pair);
    LIANXIN_CHECK(joint.writeLife(pair.second, life(store::Life::merged, pair.first)));
    LIANXIN_CHECK(joint.joinPeople());
    LIANXIN_CHECK(joint.writeNote(Decision::joined));
    return joint.done("join");
}

Result<store::Edit> apartEdit(const store::ReplicaStore& store, const Catalogue& catalogue, const FilePair& pair)
{
    Joint joint(store, catalogue, pair);
    LIANXIN_TRY(const auto later, store.view(pair.second));
    if (mergedInto(later) == pair.first)
        LIANXIN_CHECK(joint.writeLife(pair.second, life(store::Life::active)));
    LIANXIN_CHECK(joint.partPeople());
    LIANXIN_CHECK(joint.writeNote(Decision::apart));
    return joint.done("apart");
}

Result<store::Edit> undecidedEdit(const store::ReplicaStore& store, const Catalogue& catalogue, const FilePair& pair)
{
    Joint joint(store, catalogue, pair);
    LIANXIN_TRY(const auto later, store.view(pair.second));
    if (mergedInto(later) == pair.first)
        LIANXIN_CHECK(joint.writeLife(pair.second, life(store::Life::active)));
    LIANXIN_CHECK(joint.partPeople());
    LIANXIN_CHECK(joint.writeNote(std::nullopt));
    return joint.done("undecided");
}

Result<std::vector<Note>> notes(const store::ReplicaStore& store, const Catalogue& catalogue)
{
    std::vector<Note> found;
    const auto* type = catalogue.type(std::string_view("pair_note"));
    if (type == nullptr)
        return found;
    LIANXIN_TRY(const auto views, store.ofType(type->number));
    for (const auto& view : views) {
        const auto values = fieldsOf(*type, view.values());
        const auto other = values.find(type->field(std::string_view("other"))->number);
        const auto id = RecordId::parse(other == values.end() ? "" : other->second.asText().value_or(""));
        if (!id)
            continue;
        const auto decision = values.find(type->field(std::string_view("decision"))->number);
        const auto code = decision == values.end() ? std::nullopt : decision->second.asInt();
        Note note{{*id, view.root}, std::nullopt};
        if (code == 1 || code == 2)
            note.decision = static_cast<Decision>(*code);
        found.push_back(note);
    }
    return found;
}

} // namespace lianxin::pairs

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pairs/join.hpp"

#include "app/forms/life_edit.hpp"
#include "app/forms/record_fields.hpp"
#include "sync/model/catalogue_values.hpp"
#include "sync/model/validate.hpp"
#include "sync/seal/named_id.hpp"

#include <boost/json/object.hpp>

#include <algorithm>

namespace lianxin::pairs {

namespace {

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
        if (type == nullptr)
            return {};
        const auto lives = [&](const store::RecordView& view) {
            return view.type == type->number && view.life == store::Life::active;
        };
        LIANXIN_TRY(const auto earlier, m_store.children(m_pair.first));
        LIANXIN_TRY(const auto later, m_store.children(m_pair.second));
        std::vector<std::pair<RecordId, forms::RecordFields>> there;
        for (const auto& other : earlier)
            if (lives(other))
                there.emplace_back(other.record, forms::RecordFields(*type, other));
        for (const auto& one : later) {
            if (!lives(one))
                continue;
            const forms::RecordFields fields(*type, one);
            const auto twin = std::find_if(there.begin(), there.end(),
                                           [&](const auto& other) { return isSame(fields, other.second); });
            if (twin != there.end())
                LIANXIN_CHECK(writeLife(one.record, forms::lifeEdit(store::Life::merged, twin->first)));
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
                LIANXIN_CHECK(writeLife(one.record, forms::lifeEdit(store::Life::active)));
        }
        return {};
    }

    Result<store::Edit> done(const char* why)
    {
        m_edit.auditKind = why;
        return std::move(m_edit);
    }

private:
    static bool isSame(const forms::RecordFields& one, const forms::RecordFields& other)
    {
        const auto number = normalIdNumber(one.text("id_no"));
        const auto otherNumber = normalIdNumber(other.text("id_no"));
        if (!number.empty() && !otherNumber.empty())
            return number == otherNumber;
        const auto name = one.text("name");
        return !name.empty() && name == other.text("name") && one.text("birth_date") == other.text("birth_date");
    }

    const store::ReplicaStore& m_store;
    const Catalogue& m_catalogue;
    FilePair m_pair;
    store::Edit m_edit;
};

// Two files again, and what is said of them from now on.
Result<store::Edit> partedEdit(const store::ReplicaStore& store, const Catalogue& catalogue, const FilePair& pair,
                               std::optional<Decision> decision, const char* why)
{
    Joint joint(store, catalogue, pair);
    LIANXIN_TRY(const auto later, store.view(pair.second));
    if (mergedInto(later) == pair.first)
        LIANXIN_CHECK(joint.writeLife(pair.second, forms::lifeEdit(store::Life::active)));
    LIANXIN_CHECK(joint.partPeople());
    LIANXIN_CHECK(joint.writeNote(decision));
    return joint.done(why);
}

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
    return seal::namedId("pair_note\n" + pair.first.text() + '\n' + pair.second.text());
}

Result<store::Edit> joinEdit(const store::ReplicaStore& store, const Catalogue& catalogue, const FilePair& pair)
{
    if (!(pair.first < pair.second))
        return fail(Errc::invalidInput, "of two files the earlier one stays");
    Joint joint(store, catalogue, pair);
    LIANXIN_CHECK(joint.writeLife(pair.second, forms::lifeEdit(store::Life::merged, pair.first)));
    LIANXIN_CHECK(joint.joinPeople());
    LIANXIN_CHECK(joint.writeNote(Decision::joined));
    return joint.done("join");
}

Result<store::Edit> apartEdit(const store::ReplicaStore& store, const Catalogue& catalogue, const FilePair& pair)
{
    return partedEdit(store, catalogue, pair, Decision::apart, "apart");
}

Result<store::Edit> undecidedEdit(const store::ReplicaStore& store, const Catalogue& catalogue, const FilePair& pair)
{
    return partedEdit(store, catalogue, pair, std::nullopt, "undecided");
}

Result<std::vector<Note>> notes(const store::ReplicaStore& store, const Catalogue& catalogue)
{
    std::vector<Note> found;
    const auto* type = catalogue.type(std::string_view("pair_note"));
    if (type == nullptr)
        return found;
    LIANXIN_TRY(const auto views, store.ofType(type->number));
    for (const auto& view : views) {
        const forms::RecordFields fields(*type, view);
        const auto id = fields.ref("other");
        if (!id)
            continue;
        const auto code = fields.number("decision").value_or(0);
        Note note{{*id, view.root}, std::nullopt};
        if (code == 1 || code == 2)
            note.decision = static_cast<Decision>(code);
        found.push_back(note);
    }
    return found;
}

} // namespace lianxin::pairs

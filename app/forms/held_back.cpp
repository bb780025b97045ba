// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/held_back.hpp"

#include <algorithm>

namespace lianxin::forms {
namespace {

using store::RecordView;
using store::RegisterEdit;

// What of these writes is still what the author sees: nothing of hers came later.
std::vector<RegisterEdit> stillShown(const RecordView& view, const core::RecordChange& change, const Dot& dot)
{
    std::vector<RegisterEdit> shown;
    for (const auto& write : change.writes) {
        const auto* reg = view.find(write.key);
        if (reg != nullptr && std::ranges::find(reg->heads, dot, &core::Head::dot) != reg->heads.end())
            shown.push_back({write.key, write.value});
    }
    return shown;
}

store::RecordEdit* editOf(store::Edit& edit, RecordId record)
{
    const auto found = std::ranges::find(edit.records, record, &store::RecordEdit::record);
    return found == edit.records.end() ? nullptr : &*found;
}

// A form that is kept as it stands says it once more; else something of it is written, in this record or in one that goes with it.
bool speaksOf(store::Edit& edit, const core::Changeset& changeset)
{
    const auto isWritten = [&](const core::RecordChange& change) {
        const auto* into = editOf(edit, change.record);
        return into != nullptr && std::ranges::any_of(into->writes, [&](const RegisterEdit& write) {
                   return std::ranges::find(change.writes, write.key, &core::Write::key) != change.writes.end();
               });
    };
    return edit.records.empty() || std::ranges::any_of(changeset.changes, isWritten);
}

// A form that was opened before the changeset was made has not seen it: it must not speak for it.
void addWrites(store::RecordEdit& into, const std::vector<RegisterEdit>& writes, const Dot& dot)
{
    for (const auto& write : writes)
        if (into.past.of(write.key).contains(dot) &&
            std::ranges::find(into.writes, write.key, &RegisterEdit::key) == into.writes.end())
            into.writes.push_back(write);
}

Result<void> answerOne(const store::ReplicaStore& store, const core::Changeset& changeset, store::Edit& edit)
{
    for (const auto& change : changeset.changes) {
        LIANXIN_TRY(auto opened, store.openForEdit(change.record));
        const auto writes = stillShown(opened.view, change, changeset.dot);
        if (writes.empty())
            continue;
        auto* into = editOf(edit, change.record);
        if (into == nullptr) {
            edit.records.push_back({change.record, change.root, change.type, change.partition, {}, opened.past});
            into = &edit.records.back();
        }
        addWrites(*into, writes, changeset.dot);
    }
    std::erase_if(edit.records, [](const store::RecordEdit& record) { return record.writes.empty(); });
    return {};
}

// The visit before the need that was noted with it; a family before the people in it.
RecordId mainRecord(const Catalogue& catalogue, const core::Changeset& changeset)
{
    const auto rank = [&](const core::RecordChange& change) {
        const RecordType* type = catalogue.type(change.type);
        return type == nullptr ? 0 : type->timeline ? 3 : type->isRoot ? 2 : 1;
    };
    const auto best = std::ranges::max_element(
        changeset.changes, [&](const auto& one, const auto& other) { return rank(one) < rank(other); });
    return best == changeset.changes.end() ? RecordId{} : best->record;
}

} // namespace

Result<std::vector<HeldBack>> heldBack(const store::ReplicaStore& store, const Catalogue& catalogue)
{
    LIANXIN_TRY(const auto changes, store.heldBack());
    std::vector<HeldBack> list;
    for (const auto& change : changes) {
        LIANXIN_TRY(const auto changeset, store.ownChangeset(change.number));
        HeldBack held{change, mainRecord(catalogue, changeset), true};
        for (const auto& one : changeset.changes) {
            const auto view = store.view(one.record);
            if (view && !stillShown(*view, one, changeset.dot).empty())
                held.answered = false;
        }
        list.push_back(std::move(held));
    }
    return list;
}

bool waitsForAnswer(const store::ReplicaStore& store, const Catalogue& catalogue, RecordId record)
{
    const auto all = heldBack(store, catalogue);
    return all && std::ranges::any_of(*all, [&](const HeldBack& held) {
               return !held.answered && std::ranges::find(held.change.records, record) != held.change.records.end();
           });
}

Result<void> answerHeldBack(const store::ReplicaStore& store, RecordId opened, const store::Past& past,
                            store::Edit& edit)
{
    LIANXIN_TRY(const auto changes, store.heldBack());
    for (const auto& change : changes) {
        if (std::ranges::find(change.records, opened) == change.records.end())
            continue;
        LIANXIN_TRY(const auto changeset, store.ownChangeset(change.number));
        const auto own = std::ranges::find(changeset.changes, opened, &core::RecordChange::record);
        LIANXIN_TRY(const auto view, store.view(opened));
        const auto shown = stillShown(view, *own, changeset.dot);
        const bool seen = std::ranges::any_of(
            shown, [&](const RegisterEdit& write) { return past.of(write.key).contains(changeset.dot); });
        if (!seen || !speaksOf(edit, changeset))
            continue;
        if (editOf(edit, opened) == nullptr)
            edit.records.push_back({opened, own->root, own->type, own->partition, {}, past});
        LIANXIN_CHECK(answerOne(store, changeset, edit));
    }
    return {};
}

} // namespace lianxin::forms

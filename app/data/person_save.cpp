// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/person_save.hpp"

#include "app/forms/life_edit.hpp"

#include <algorithm>

namespace lianxin::data {

void PersonSave::GivenId::fill(std::span<std::uint8_t> bytes)
{
    std::copy_n(id.bytes.begin(), std::min(bytes.size(), id.bytes.size()), bytes.begin());
}

Result<forms::RecordEditor> PersonSave::filledIn(const NamedRecord& record)
{
    const forms::EditorPorts ports{
        &m_desk.catalogue, nullptr, &m_desk.store, nullptr, &m_desk.clock, &m_ids, m_desk.user, nullptr, {}};
    LIANXIN_TRY(auto values, valuesOf(m_desk.catalogue, record));
    LIANXIN_TRY(const auto there, m_desk.store.contains(record.record));
    if (there) {
        LIANXIN_TRY(auto editor, forms::RecordEditor::openExisting(ports, record.record));
        for (const auto& [field, value] : values)
            editor.edit().set(field, value);
        return editor;
    }
    m_ids.id = record.record;
    const bool isRoot = record.root == record.record;
    LIANXIN_TRY(auto editor, forms::RecordEditor::openNew(ports, {m_desk.catalogue.type(record.type)->number,
                                                                  isRoot ? RecordId{} : record.root, record.partition,
                                                                  std::move(values)}));
    if (editor.record() != record.record)
        return fail(Errc::internal, "a made-up " + record.type + " is not dated at the moment of its save");
    return editor;
}

namespace {

// Everything but the record's latest save.
store::Past unaware(const store::OpenedRecord& opened)
{
    Dot latest;
    for (const auto& reg : opened.view.registers)
        for (const auto& head : reg.heads)
            if (head.dot.number > latest.number)
                latest = head.dot;
    core::Context unseen;
    unseen.add(latest);
    store::Past past = opened.past;
    for (const auto& reg : opened.view.registers)
        past.set(reg.key, opened.past.of(reg.key).without(unseen));
    return past;
}

bool isPlain(const NamedRecord& record) { return !record.beside && record.life == 0; }

} // namespace

Result<std::uint64_t> PersonSave::saveBeside(const NamedChange& change)
{
    store::Edit edit;
    edit.auditKind = "demo";
    for (const auto& record : change.records) {
        LIANXIN_TRY(const auto editor, filledIn(record));
        LIANXIN_TRY(auto written, editor.toEdit());
        if (record.life != 0)
            written.writes.push_back(forms::lifeEdit(static_cast<store::Life>(record.life)));
        if (record.beside) {
            LIANXIN_TRY(const auto opened, m_desk.store.openForEdit(record.record));
            written.past = unaware(opened);
        }
        edit.records.push_back(std::move(written));
    }
    LIANXIN_TRY(const auto saved, m_desk.store.save(edit));
    return saved.number;
}

Result<std::uint64_t> PersonSave::save(const NamedChange& change)
{
    m_desk.clock.set(change.at);
    if (!std::ranges::all_of(change.records, isPlain))
        return saveBeside(change);
    std::vector<store::RecordEdit> alongside;
    std::optional<forms::RecordEditor> first;
    for (const auto& record : change.records) {
        LIANXIN_TRY(auto editor, filledIn(record));
        if (!first) {
            first.emplace(std::move(editor));
            continue;
        }
        LIANXIN_TRY(auto edit, editor.toEdit());
        alongside.push_back(std::move(edit));
    }
    if (!first)
        return fail(Errc::invalidInput, "a change without records");
    LIANXIN_TRY(const auto committed, first->commit({}, std::move(alongside)));
    return committed.change.number;
}

} // namespace lianxin::data

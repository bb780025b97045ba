// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/person_save.hpp"

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

Result<std::uint64_t> PersonSave::save(const NamedChange& change)
{
    m_desk.clock.set(change.at);
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

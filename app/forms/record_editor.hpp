// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/draft_body.hpp"
#include "app/forms/editing.hpp"
#include "app/forms/form_state.hpp"
#include "app/forms/sealer.hpp"
#include "sync/model/parameters.hpp"
#include "sync/model/permissions.hpp"
#include "sync/model/validate.hpp"
#include "sync/store/replica_store.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lianxin::forms {

// All live longer than the editor.
struct EditorPorts {
    const Catalogue* catalogue{nullptr};
    const Divisions* divisions{nullptr};
    store::ReplicaStore* store{nullptr};
    Sealer* sealer{nullptr};
    const Clock* clock{nullptr};
    RandomSource* random{nullptr};
    UserId user;
    const Parameters* parameters{nullptr}; // null: defaults that ask for one stay empty
    std::optional<Role> role;              // of who fills in the form: whose step a change of state usually is
};

struct NewRecord {
    std::uint32_t type{0};
    RecordId root;                       // nil: the record is a root itself
    PartitionId partition;               // where the root is
    FieldValues prefill;                 // goes before the catalogue's defaults
    std::optional<FieldValues> parent{}; // of the record it will hang on, when that is being written itself
    RecordId id{};                       // nil: a new one; else one that its makers share, as a task's note does (D4)
};

// What commit() did, for the person who takes it back while the toast is there.
struct Committed {
    store::SavedChange change;
    RecordId record;
    bool created{false};
    std::vector<store::RecordEdit> inverse; // without pasts; undo() opens them anew
    std::optional<store::Draft> draft; // of a created record: its content under a new id, so that nothing typed is lost
};

// One record being written: new or opened from the store. Each change is pure until saveDraft(); commit() is one transaction that
// writes only the registers whose value changed against what the form showed when it was opened.
class RecordEditor {
public:
    [[nodiscard]] static Result<RecordEditor> openNew(const EditorPorts& ports, const NewRecord& wanted);
    [[nodiscard]] static Result<RecordEditor> openExisting(const EditorPorts& ports, RecordId record);
    // After a kill or a lock. notAllowed: sealed, and the second unlock is missing; the draft stays.
    [[nodiscard]] static Result<RecordEditor> restore(const EditorPorts& ports, const store::Draft& draft);

    [[nodiscard]] const FormState& form() const { return m_form; }
    [[nodiscard]] FormState& edit() // the caller is about to change it
    {
        m_dirty = true;
        return m_form;
    }
    [[nodiscard]] RecordId record() const { return m_record; }
    [[nodiscard]] RecordId root() const { return m_root; }
    [[nodiscard]] const PartitionId& partition() const { return m_partition; }
    [[nodiscard]] bool isNew() const { return m_isNew; }
    [[nodiscard]] bool isSealed() const { return m_form.type().envelope.has_value(); }
    // Its group holds what a newer version of the catalogue wrote: shown, and not to be changed from here.
    [[nodiscard]] bool isBeyond(const Field& field) const { return field.group != 0 && m_beyond.contains(field.group); }
    [[nodiscard]] bool dirty() const { return m_dirty; } // changed since the last saveDraft()
    [[nodiscard]] bool
    changed() const; // differs from what the form showed at first; what is only computed anew does not count
    [[nodiscard]] std::vector<Hint> hints() const;

    // Rows that are written together with this record (Repeats keeps them); they go into its draft.
    [[nodiscard]] const std::vector<RowDraft>& rowDrafts() const { return m_rows; }
    void putRow(RowDraft row); // instead of the one for the same record
    void forgetRow(RecordId record);
    void showRows(std::uint32_t rowType, std::vector<FieldValues> rows) { m_form.setRows(rowType, std::move(rows)); }
    bool seeParent(const FieldValues& parent) { return m_form.setParent(parent); } // true when something here follows

    // A root that is there goes to another partition with the next commit, and all that hangs on it with it (PROTOCOL.md 8.4).
    void moveTo(const PartitionId& home) { m_home = home; }

    [[nodiscard]] Result<void> saveDraft();             // durable when it answers
    [[nodiscard]] Result<void> discard();               // drops the draft
    [[nodiscard]] Result<store::Draft> draftOf() const; // what saveDraft() stores
    // What commit() would write, for a companion that goes into another editor's save; its draft is the caller's to drop.
    [[nodiscard]] Result<store::RecordEdit> toEdit() const;
    // `alongside`: plain records that are written with a sealed one (D15), or a task note.
    [[nodiscard]] SealTarget
    target(std::uint32_t field) const; // what an envelope of this form is bound to, and for whom
    [[nodiscard]] Result<Committed> commit(std::string why = {}, std::vector<store::RecordEdit> alongside = {});

private:
    RecordEditor(const EditorPorts& ports, FormState form);
    [[nodiscard]] Result<std::vector<store::RegisterEdit>> writes() const;
    [[nodiscard]] Result<FieldValues> writable() const; // what is kept, with groups beyond this catalogue as they were
    [[nodiscard]] store::RecordEdit inverseOf(const store::RecordEdit& extra) const;

    EditorPorts m_ports;
    FormState m_form;
    FieldValues m_before; // what was stored when the form was opened
    store::Past m_past;
    std::vector<RowDraft> m_rows;
    std::set<std::uint32_t> m_beyond; // groups
    RecordId m_record;
    RecordId m_root;
    PartitionId m_partition;
    std::optional<PartitionId> m_home; // where it is to go
    bool m_isNew{true};
    bool m_putAway{false}; // voided: keeping it brings it back
    bool m_dirty{false};
};

[[nodiscard]] Result<void> undo(const EditorPorts& ports, const Committed& committed);

} // namespace lianxin::forms

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/record_editor.hpp"

#include <map>
#include <vector>

namespace lianxin::forms {

// The child rows that a form shows in its sections (`rows` of the catalogue): what the store holds, with what was written, changed or
// taken away in this form on top. The form and its rows follow each other at every edit, are one draft and one save. Rows lie in the
// order of their creation.
class Repeats {
public:
    struct Row {
        RecordId record;
        std::uint32_t type{0};
        bool isNew{false};
        FormState state;
    };
    struct Removed { // what bringBack() needs
        Row row;
        std::optional<RowDraft> draft;
    };

    // Shows the form its rows, so that sums are there from the beginning. What cannot be read is not shown; the form opens all the same.
    [[nodiscard]] static Repeats of(const EditorPorts& ports, RecordEditor& form);

    [[nodiscard]] const std::vector<Row>& rows(std::uint32_t type) const;
    [[nodiscard]] const Row* row(RecordId record) const;

    // The form of one row. Nothing is kept before put().
    [[nodiscard]] Result<RecordEditor> openNew(const EditorPorts& ports, const RecordEditor& form,
                                               std::uint32_t type) const;
    [[nodiscard]] Result<RecordEditor> open(const EditorPorts& ports, const RecordEditor& form, RecordId record) const;
    [[nodiscard]] Result<void> put(RecordEditor& form, const RecordEditor& row);
    [[nodiscard]] Result<Removed> remove(const EditorPorts& ports, RecordEditor& form, RecordId record);
    void bringBack(RecordEditor& form, Removed removed);
    void follow(RecordEditor& form); // after an edit of the form

    // What is written with the form when it is kept.
    [[nodiscard]] Result<std::vector<store::RecordEdit>> edits(const EditorPorts& ports,
                                                               const RecordEditor& form) const;

private:
    void show(RecordEditor& form, std::uint32_t type) const;
    void insert(Row row);

    std::map<std::uint32_t, std::vector<Row>> m_rows; // by type; a type that is shown has an entry
};

// New rows of one form as new rows of another, under new ids: the words of a form that was taken back.
[[nodiscard]] Result<void> copyRows(const EditorPorts& ports, const RecordEditor& from, RecordEditor& into);

} // namespace lianxin::forms

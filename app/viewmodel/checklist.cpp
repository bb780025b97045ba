// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/checklist.hpp"

#include <algorithm>

namespace lianxin::ui {

Checklist checklistOf(const RecordType& rowType)
{
    const Field* code = rowType.title.size() == 1 ? rowType.field(rowType.title.front()) : nullptr;
    const Field* have = rowType.field(std::string_view("have"));
    const bool fits = code != nullptr && code->kind == FieldKind::code && have != nullptr &&
                      have->kind == FieldKind::boolean && rowType.parentField != 0;
    return fits ? Checklist{code, have} : Checklist{};
}

Roles checkRoles() { return {{"code", 0}, {"label"}, {"done", false}}; }

Rows checkRows(const Desk& desk, const RecordType& rowType, const std::vector<store::RecordView>& records)
{
    Rows rows;
    const auto list = checklistOf(rowType);
    const CodeList* codes = list.code != nullptr ? desk.catalogue().codeList(list.code->codeList) : nullptr;
    if (codes == nullptr || !desk.mayWrite(rowType))
        return rows;
    for (const auto& code : codes->codes) {
        const bool done = std::ranges::any_of(records, [&](const store::RecordView& record) {
            const forms::RecordFields fields(rowType, record);
            return fields.number(list.code->name) == code.number && fields.flag(list.have->name);
        });
        rows.push_back({{"code", static_cast<int>(code.number)}, {"label", desk.label(code.label)}, {"done", done}});
    }
    return rows;
}

int missingOf(const Rows& checks)
{
    return static_cast<int>(
        std::ranges::count_if(checks, [](const Row& row) { return !row.values.value("done").toBool(); }));
}

Result<void> tick(const Desk& desk, const RecordType& rowType, const store::RecordView& parent, int code)
{
    const auto list = checklistOf(rowType);
    if (list.code == nullptr || !desk.mayWrite(rowType))
        return fail(Errc::notAllowed, "no list to tick");
    std::optional<RecordId> there;
    bool have = false;
    for (const auto& record : rowsOf(desk, rowType, parent)) {
        const forms::RecordFields fields(rowType, record);
        if (fields.number(list.code->name) == code && !have) {
            there = record.record;
            have = fields.flag(list.have->name);
        }
    }
    forms::NewRecord wanted{rowType.number, parent.root, parent.partition, {}};
    wanted.prefill[rowType.parentField] = Value::fromText(parent.record.text());
    wanted.prefill[list.code->number] = Value::fromInt(code);
    LIANXIN_TRY(auto editor, there ? forms::RecordEditor::openExisting(desk.editorPorts(), *there)
                                   : forms::RecordEditor::openNew(desk.editorPorts(), wanted));
    editor.edit().set(list.have->number, Value::fromBool(!have));
    LIANXIN_CHECK(editor.commit());
    return {};
}

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is the same for every form: the roles of its rows, the field in its head, its columns.
#include "app/viewmodel/attachment_rows.hpp"
#include "app/viewmodel/repeat_rows.hpp"
#include "app/viewmodel/sentences.hpp"

#include <algorithm>

namespace lianxin::ui {

Roles formRoles()
{
    const Roles options{{"code", 0}, {"label"}, {"iconName"}, {"chosen", false}};
    return {{"key", 0},
            {"control"},
            {"label"},
            {"mark"},
            {"hint"},
            {"value"},
            {"unit"},
            {"checked", false},
            {"open", false},
            {"errorText"},
            {"noteText"},
            {"options", {}, options},
            {"optionColumns", 3},
            {"suggestions", {}, {Role("label")}},
            {"column", 0},
            {"look"},
            {"badge"},
            {"counterText"},
            {"iconName"},
            {"lines", 1},
            {"canSpeak", false},
            {"readOnly", false},
            {"items", {}, itemRoles()},
            {"pictures", {}, attachmentRoles()}};
}

const Field* whenField(const RecordType& type)
{
    const Field* field = type.timeline ? type.field(type.timeline->at) : nullptr;
    return field != nullptr && field->control != "hidden" && field->kind == FieldKind::timestamp ? field : nullptr;
}

int formColumns(const RecordType& type)
{
    return type.name == "counsel_session" ? 3 : type.name == "visit" ? 2 : type.fields.size() > 14 ? 2 : 1;
}

QStringList missingLabels(const Desk& desk, const OpenForm& form)
{
    QStringList labels;
    for (const auto number : form.editor.form().missing())
        if (const Field* field = form.editor.form().type().field(number))
            labels << (form.editor.form().isTooLarge(*field) ? shorterLabel(desk.label(field->label))
                                                             : desk.label(field->label));
    if (form.ordinal != 0)
        return labels; // rows of a row are written in its own form
    for (const auto& section : form.editor.form().type().sections) {
        int ordinal = 0;
        for (const auto& row : form.repeats.rows(section.rowType))
            if (++ordinal; !row.state.missing().empty())
                labels << ordinalText(desk, row.state.type(), ordinal);
    }
    return labels;
}

int columnsFor(const std::vector<Row>& options)
{
    qsizetype longest = 0;
    for (const auto& option : options)
        longest = std::max(longest, option.values.value("label").toString().size());
    const auto count = static_cast<int>(options.size());
    if (longest > 8)
        return 2;
    if (count == 4) // 2 x 2 where four beside each other would break a label
        return longest > 4 ? 2 : 4;
    return count % 3 == 0 || count > 4 ? 3 : std::clamp(count, 2, 4);
}

} // namespace lianxin::ui

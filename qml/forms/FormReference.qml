// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Someone or something already on record: write a few letters, touch the right one.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Column {
    id: field

    required property FormRowBase row

    spacing: 12

    AppField {
        width: field.width
        iconName: "search"
        value: field.row?.value ?? ""
        label: field.row?.label ?? ""
        placeholderText: field.row?.hint ?? ""
        trouble: field.row?.errorText ?? ""
        readOnly: field.row?.readOnly ?? false
        onEdited: text => field.row.form.edit(field.row.key, text)
        onActiveFocusChanged: activeFocus || field.row?.form.leave(field.row.key)
    }
    FormOptions {
        label: field.row?.label ?? ""
        width: field.width
        chips: true
        exclusive: true
        options: field.row?.options ?? null
        onPicked: code => field.row.form.toggle(field.row.key, code)
    }
}

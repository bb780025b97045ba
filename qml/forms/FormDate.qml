// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A day, or a day and an hour: written as one likes, moved by a day, or one of the near days with a touch.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Column {
    id: field

    required property FormRowBase row

    spacing: 12

    RowLayout {
        width: field.width
        spacing: 8

        RoundButton {
            visible: !(field.row?.readOnly ?? false)
            tonal: false
            name: qsTr("前一天")
            iconName: "minus"
            onClicked: field.row.form.step(field.row.key, -1)
        }
        AppField {
            Layout.fillWidth: true
            iconName: (field.row?.control ?? "") === "dateTime" ? "clock" : "today"
            value: field.row?.value ?? ""
            label: field.row?.label ?? ""
            placeholderText: field.row?.hint ?? ""
            trouble: field.row?.errorText ?? ""
            readOnly: field.row?.readOnly ?? false
            inputMethodHints: Qt.ImhPreferNumbers
            onEdited: text => field.row.form.edit(field.row.key, text)
            onActiveFocusChanged: activeFocus || field.row?.form.leave(field.row.key)
        }
        RoundButton {
            visible: !(field.row?.readOnly ?? false)
            tonal: false
            name: qsTr("后一天")
            iconName: "plus"
            onClicked: field.row.form.step(field.row.key, 1)
        }
    }
    FormOptions {
        label: field.row?.label ?? ""
        width: field.width
        visible: (field.row?.options ?? null) !== null && !(field.row?.readOnly ?? false)
        chips: true
        exclusive: true
        options: field.row?.options ?? null
        onPicked: code => field.row.form.toggle(field.row.key, code)
    }
}

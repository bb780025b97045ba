// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A number that can be typed, or read from the code on a card.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

RowLayout {
    id: field

    required property FormRowBase row

    spacing: 12

    AppField {
        Layout.fillWidth: true
        value: field.row?.value ?? ""
        label: field.row?.label ?? ""
        placeholderText: field.row?.hint ?? ""
        trouble: field.row?.errorText ?? ""
        readOnly: field.row?.readOnly ?? false
        onEdited: text => field.row.form.edit(field.row.key, text)
        onActiveFocusChanged: activeFocus || field.row?.form.leave(field.row.key)
    }
    AppButton {
        kind: AppButton.Outline
        iconName: "camera"
        text: qsTr("扫一扫")
        onClicked: field.row.form.scan(field.row.key)
    }
}

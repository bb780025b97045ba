// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where it is: only when somebody touches the button, and what will be written down is shown first.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Flow {
    id: field

    required property FormRowBase row
    readonly property bool known: (row?.value ?? "").length > 0

    spacing: 12

    AppText {
        height: Math.max(implicitHeight, Theme.small)
        visible: field.known
        text: field.row?.value ?? ""
        verticalAlignment: Text.AlignVCenter
    }
    AppButton {
        compact: true
        kind: AppButton.Outline
        iconName: "pin"
        text: field.known ? qsTr("换成这里") : qsTr("记下这里的位置")
        onClicked: field.row.form.notePlace(field.row.key)
    }
    AppButton {
        visible: field.known
        compact: true
        kind: AppButton.Quiet
        text: qsTr("不记了")
        onClicked: field.row.form.clear(field.row.key)
    }
}

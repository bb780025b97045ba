// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence or more, with the microphone where it can be used, and words to begin with.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Column {
    id: field

    required property FormRowBase row

    spacing: 12

    AppTextArea {
        id: area

        width: field.width
        rightPadding: (field.row?.canSpeak ?? false) ? 84 : 18
        value: field.row?.value ?? ""
        label: field.row?.label ?? ""
        placeholderText: field.row?.hint ?? ""
        trouble: field.row?.errorText ?? ""
        readOnly: field.row?.readOnly ?? false
        lines: Math.max(2, (field.row?.lines ?? 2))
        onEdited: text => field.row.form.edit(field.row.key, text)
        onActiveFocusChanged: activeFocus || field.row?.form.leave(field.row.key)

        RoundButton {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: 14
            visible: field.row?.canSpeak ?? false
            size: Theme.large ? 60 : 56
            name: qsTr("说一段")
            iconName: "mic"
            onClicked: field.row.form.speak(field.row.key)
        }
    }
    Flow {
        width: field.width
        spacing: 8
        visible: words.count > 0 && !(field.row?.readOnly ?? false)

        Repeater {
            id: words

            model: field.row?.suggestions ?? null
            delegate: SoftChip {
                required property string label

                text: label
                onClicked: field.row.form.append(field.row.key, label)
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures, voices and signatures of a record, and the quiet ways to add one. Nothing here is ever asked for.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Column {
    id: field

    required property FormRowBase row

    spacing: 12

    Flow {
        width: field.width
        visible: tiles.count > 0
        spacing: 12

        Repeater {
            id: tiles

            model: field.row?.pictures ?? null
            delegate: Row {
                id: entry

                required property string attachmentId
                required property var picture
                required property string iconName
                required property string label
                required property string accessibleText

                spacing: 0

                PictureTile {
                    attachmentId: entry.attachmentId
                    picture: entry.picture
                    iconName: entry.iconName
                    label: entry.label
                    accessibleText: entry.accessibleText
                    onClicked: field.row.form.openAttachment(entry.attachmentId)
                }
                RoundButton {
                    anchors.verticalCenter: parent.verticalCenter
                    tonal: false
                    name: qsTr("拿掉，%1").arg(entry.accessibleText)
                    iconName: "x"
                    onClicked: field.row.form.removeAttachment(field.row.key, entry.attachmentId)
                }
            }
        }
    }
    Flow {
        width: field.width
        spacing: 10

        Repeater {
            model: field.row?.options ?? null
            delegate: AppButton {
                required property int code
                required property string label

                compact: true
                kind: AppButton.Outline
                text: label
                onClicked: field.row.form.attach(field.row.key, code)
            }
        }
    }
}

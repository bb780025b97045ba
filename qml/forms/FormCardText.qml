// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A whole card to write in: the four parts of a counselling note.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Rectangle {
    id: card

    required property FormRowBase row

    implicitHeight: 40 + head.height + 10 + area.implicitHeight
    radius: 18
    color: Theme.surf
    border.width: area.activeFocus ? 2 : 1
    border.color: area.activeFocus ? Theme.pri : Theme.line

    TapHandler {
        onTapped: area.forceActiveFocus(Qt.MouseFocusReason)
    }
    Flow {
        id: head

        x: 20
        y: 16
        width: parent.width - 40
        spacing: 12

        Rectangle {
            width: 36
            height: 36
            visible: (card.row?.badge ?? "").length > 0
            radius: 10
            color: Theme.skys

            AppText {
                anchors.centerIn: parent
                size: Theme.lead
                strong: true
                text: card.row?.badge ?? ""
                color: Theme.onskys
                Accessible.ignored: true
            }
        }
        AppText {
            height: Math.max(36, implicitHeight)
            text: card.row?.label ?? ""
            size: Theme.lead
            strong: true
        }
        MetaText {
            height: Math.max(36, implicitHeight)
            text: card.row?.mark ?? ""
            visible: text.length > 0
        }
    }
    Flickable {
        x: 20
        y: 26 + head.height
        width: parent.width - 40
        height: parent.height - y - 12
        contentHeight: area.implicitHeight
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds

        AppTextArea {
            id: area

            width: parent.width
            framed: false
            lines: Math.max(2, (card.row?.lines ?? 2))
            value: card.row?.value ?? ""
            label: card.row?.label ?? ""
            placeholderText: card.row?.hint ?? ""
            readOnly: card.row?.readOnly ?? false
            onEdited: text => card.row.form.edit(card.row.key, text)
            onActiveFocusChanged: activeFocus || card.row?.form.leave(card.row.key)
        }
    }
}

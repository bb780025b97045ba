// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A number to call: the whole card dials, or shows the number large enough to read off.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

PressArea {
    id: card

    required property string name
    required property string number
    required property string line
    required property bool strong

    implicitHeight: 176
    implicitWidth: 390
    corner: 20
    text: name + (number.length > 0 ? "，" + number : "") + (line.length > 0 ? "，" + line : "")

    background: Rectangle {
        radius: 20
        color: card.down ? Theme.inset : (card.strong ? Theme.clays : Theme.surf)
        border.width: card.strong ? 1.5 : 1
        border.color: card.strong ? Theme.clay : Theme.line

        FocusRing {
            shown: card.visualFocus
            inner: 20
        }
    }
    contentItem: Item {
        Column {
            x: 24
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 24 - 88
            spacing: -2

            AppText {
                width: parent.width
                size: Theme.lead
                text: card.name
                color: card.strong ? Theme.onclays : Theme.ink
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                text: card.number
                size: Theme.num
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 28
                strong: true
                wrapMode: Text.NoWrap
                color: card.strong ? Theme.onclays : Theme.ink
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                visible: text.length > 0
                text: card.line
                // One line, a little smaller where it is long: a number that breaks is dialled wrongly.
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 16
                wrapMode: Text.NoWrap
                color: card.strong ? Theme.onclays : Theme.ink2
                Accessible.ignored: true
            }
        }
        Rectangle {
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            width: 56
            height: 56
            radius: 28
            color: card.strong ? Theme.clay : Theme.pris

            Icon {
                anchors.centerIn: parent
                name: "phone"
                color: card.strong ? Theme.onclay : Theme.onpris
            }
        }
    }
}

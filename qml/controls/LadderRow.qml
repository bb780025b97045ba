// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One step of a way: passed, here, or to come, by mark, by weight and for a screen reader by word. Not a target.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Item {
    id: row

    required property string label
    required property string line
    required property string opinion
    required property bool done
    required property bool here
    required property string accessibleText
    property bool last: false
    readonly property int mark: Theme.large ? 40 : 32

    implicitWidth: 320
    implicitHeight: Math.max(mark + (last ? 8 : 20), words.implicitHeight + (last ? 8 : 20))
    Accessible.role: Accessible.ListItem
    Accessible.name: accessibleText

    Rectangle {
        x: (row.mark - width) / 2
        y: row.mark + 4
        width: 2
        height: row.height - row.mark - 8
        visible: !row.last
        color: row.done ? Theme.pri : Theme.line
    }
    HomeMark {
        size: row.mark
        held: row.done
        border.color: row.here ? Theme.pri : Theme.edge

        Rectangle {
            anchors.centerIn: parent
            width: 14
            height: 14
            radius: 8
            visible: row.here
            color: Theme.pri
        }
    }
    Column {
        id: words

        x: row.mark + 16
        y: Math.max(0, (row.mark - name.implicitHeight) / 2)
        width: parent.width - x

        AppText {
            id: name

            width: parent.width
            text: row.label
            size: row.here ? Theme.lead : Theme.body
            strong: row.here
            color: row.done || row.here ? Theme.ink : Theme.ink2
            Accessible.ignored: true
        }
        MetaText {
            width: parent.width
            visible: text.length > 0
            text: row.line
            Accessible.ignored: true
        }
        MetaText {
            width: parent.width
            visible: text.length > 0
            text: row.opinion
            color: Theme.ink
            Accessible.ignored: true
        }
    }
}

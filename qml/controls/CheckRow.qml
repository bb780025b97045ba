// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A thing done, with the time it was done. Touching it again takes it back.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Lianxin

T.CheckBox {
    id: row

    property string line
    property string timeText
    property bool done: false

    implicitHeight: Math.max(Theme.large ? 60 : 52, implicitContentHeight + 12)
    implicitWidth: 280
    // What is ticked is the view-model's to say; the template keeps no opinion of its own.
    checkState: done ? Qt.Checked : Qt.Unchecked
    nextCheckState: () => row.checkState
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.onPressAction: row.enabled && row.clicked()
    Accessible.onToggleAction: row.enabled && row.clicked()
    Accessible.description: line + timeText
    Accessible.checkable: true
    Accessible.checked: done
    Keys.onReturnPressed: row.clicked()

    background: Item {
    }
    contentItem: RowLayout {
        spacing: 16

        Rectangle {
            Layout.preferredWidth: 36
            Layout.preferredHeight: 36
            radius: 10
            color: row.done ? Theme.pri : (row.down ? Theme.inset : Theme.surf)
            border.width: row.done ? 0 : 2
            border.color: Theme.edge

            Icon {
                anchors.centerIn: parent
                visible: row.done
                name: "check"
                size: 22
                color: Theme.onpri
            }
            FocusRing {
                shown: row.visualFocus
                inner: 10
            }
        }
        Column {
            Layout.fillWidth: true

            AppText {
                width: parent.width
                text: row.text
                size: row.line.length > 0 ? Theme.lead : Theme.body
                strong: row.line.length > 0
                Accessible.ignored: true
            }
            MetaText {
                width: parent.width
                visible: text.length > 0
                text: row.line
                Accessible.ignored: true
            }
        }
        MetaText {
            text: row.timeText
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}

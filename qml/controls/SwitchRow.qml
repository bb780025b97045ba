// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole row is the target.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Lianxin

T.CheckBox {
    id: row

    property string line
    property string iconName
    property bool on: false
    property bool title: false

    signal flipped(bool on)

    implicitHeight: Math.max(64, implicitContentHeight + 16)
    implicitWidth: 320
    // What is ticked is the view-model's to say; the template keeps no opinion of its own.
    checkState: on ? Qt.Checked : Qt.Unchecked
    nextCheckState: () => row.checkState
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    onClicked: row.flipped(!row.on)
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.onPressAction: row.enabled && row.clicked()
    Accessible.onToggleAction: row.enabled && row.clicked()
    Accessible.description: line
    Accessible.checkable: true
    Accessible.checked: on
    Keys.onReturnPressed: row.clicked()

    background: Item {
    }
    contentItem: RowLayout {
        spacing: 16

        Icon {
            name: row.iconName
        }
        Column {
            Layout.fillWidth: true

            AppText {
                width: parent.width
                text: row.text
                size: row.title ? Theme.title : Theme.body
                strong: row.title
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                visible: text.length > 0
                text: row.line
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
        Rectangle {
            Layout.preferredWidth: 64
            Layout.preferredHeight: 36
            radius: 18
            color: row.enabled ? (row.on ? Theme.pri : Theme.edge) : Theme.line

            Behavior on color  {
                ColorAnimation {
                    duration: Theme.state
                }
            }

            Rectangle {
                x: row.on ? 32 : 4
                y: 4
                width: 28
                height: 28
                radius: 14
                color: Theme.surf

                Behavior on x  {
                    NumberAnimation {
                        duration: Theme.state
                        easing.type: Easing.OutCubic
                    }
                }
            }
            FocusRing {
                shown: row.visualFocus
                inner: 18
            }
        }
    }
}

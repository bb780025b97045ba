// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 已记下 and, when it can be, 撤销; or what has to be told. One at a time.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Rectangle {
    id: toast

    required property Session session

    width: row.implicitWidth + 36
    height: Math.max(64, row.implicitHeight)
    radius: 16
    color: Theme.inv
    opacity: session.toastText.length > 0 ? 1 : 0
    visible: opacity > 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: session.toastText

    Behavior on opacity  {
        NumberAnimation {
            duration: Theme.reducedMotion ? 80 : 160
            easing.type: Easing.OutCubic
        }
    }

    Timer {
        running: toast.session.toastText.length > 0
        interval: Theme.toastShown
        onTriggered: toast.session.dismissToast()
    }
    Row {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        x: 24
        spacing: 18

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: toast.session.toastIsDone ? "check" : "info"
            color: Theme.oninv
        }
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Theme.windowWidth - 320)
            text: toast.session.toastText
            size: Theme.lead
            color: Theme.oninv
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 1
            height: 48
            visible: toast.session.toastCanUndo
            color: Theme.oninv
            opacity: 0.25
        }
        PressArea {
            id: undo

            width: undoRow.implicitWidth + 28
            height: 64
            visible: toast.session.toastCanUndo
            text: qsTr("撤销")
            onClicked: toast.session.undoToast()

            background: FocusRing {
                anchors.margins: 6
                shown: undo.visualFocus
                inner: 8
            }
            contentItem: Item {
            }

            Item {
                anchors.fill: parent

                Row {
                    id: undoRow

                    anchors.centerIn: parent
                    spacing: 8

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: "undo"
                        size: 20
                        color: Theme.invact
                    }
                    AppText {
                        text: qsTr("撤销")
                        size: Theme.lead
                        strong: true
                        color: Theme.invact
                        Accessible.ignored: true
                    }
                }
            }
        }
        Item {
            width: 1
            height: 1
            visible: !toast.session.toastCanUndo
        }
    }
}

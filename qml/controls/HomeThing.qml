// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One of the six things of a home or the four of a family: there, or still to get. Not a target.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Rectangle {
    id: thing

    required property string label
    required property bool have

    implicitWidth: row.implicitWidth + 20
    implicitHeight: Math.max(32, row.implicitHeight + 6)
    radius: 10
    color: have ? Theme.pris : Theme.inset
    Accessible.role: Accessible.StaticText
    Accessible.name: have ? label : qsTr("%1，还没有").arg(label)

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: thing.have
            name: "check"
            size: 18
            color: Theme.onpris
        }
        MetaText {
            text: thing.have ? thing.label : qsTr("还缺：%1").arg(thing.label)
            color: thing.have ? Theme.onpris : Theme.ink2
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}

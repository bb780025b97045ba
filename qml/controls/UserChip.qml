// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whose tablet this is now; a touch locks it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

PressArea {
    id: chip

    required property Session session

    implicitHeight: Theme.large ? 60 : 48
    implicitWidth: implicitContentWidth
    corner: height / 2
    text: qsTr("%1，锁上或换个人").arg(session.userName)
    onClicked: session.switchUser()

    contentItem: RowLayout {
        spacing: 8

        Avatar {
            initial: chip.session.userInitial
            tint: chip.session.userTint
            size: 40
        }
        AppText {
            text: chip.session.userName
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Icon {
            name: "lock"
            size: 20
        }
    }
}

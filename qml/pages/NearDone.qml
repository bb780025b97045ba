// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each carries of the other now. Nothing here says that the province has it, unless the other one brought its word.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Card {
    id: part

    required property NearModel near

    signal finished

    paddingY: 28
    spacing: 16

    AppText {
        width: parent.width
        text: part.near.heading
        size: Theme.title
        strong: true
        Accessible.role: Accessible.AlertMessage
    }
    NearLine {
        width: parent.width
        iconName: "up"
        label: part.near.givenText
    }
    NearLine {
        width: parent.width
        iconName: "down"
        label: part.near.takenText
    }
    NearLine {
        width: parent.width
        iconName: "cloudok"
        label: part.near.confirmedText
    }
    MetaText {
        width: parent.width
        text: qsTr("省里收到以前，自己写的一直也在自己这台平板里。")
    }
    Flow {
        width: parent.width
        spacing: 12

        AppButton {
            kind: AppButton.Primary
            iconName: "check"
            text: qsTr("好了")
            onClicked: part.finished()
        }
        AppButton {
            kind: AppButton.Outline
            text: qsTr("再和别的平板带")
            onClicked: part.near.again()
        }
    }
}

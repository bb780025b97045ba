// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The other tablet's code, copied by hand.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Card {
    id: part

    required property NearModel near

    paddingY: 24
    spacing: 16

    AppText {
        width: parent.width
        text: qsTr("照着旁边那台抄十六个字")
        size: Theme.title
        strong: true
    }
    AppField {
        width: parent.width
        label: qsTr("旁边那台的码")
        placeholderText: "ABCD-1234-EFGH-5678"
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
        value: part.near.typed
        trouble: part.near.typedTrouble
        onEdited: text => part.near.read(text)
        onAccepted: part.near.go()
    }
    AppText {
        width: parent.width
        visible: text.length > 0
        text: part.near.typedTrouble
        color: Theme.clay
        Accessible.role: Accessible.AlertMessage
    }
    MetaText {
        width: parent.width
        text: qsTr("大小写、空格和横线都不要紧")
    }
    Flow {
        width: parent.width
        spacing: 12

        AppButton {
            kind: AppButton.Primary
            enabled: part.near.understood
            text: qsTr("开始互相带")
            onClicked: part.near.go()
        }
        AppButton {
            visible: part.near.canScan
            kind: AppButton.Outline
            iconName: "camera"
            text: qsTr("还是扫一扫")
            onClicked: part.near.goVisiting()
        }
    }
}

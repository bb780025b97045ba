// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How much of the telephone's data pictures may take in a day.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Card {
    id: card

    required property CarryModel carry

    visible: carry.here
    paddingY: 16
    spacing: 12

    AppText {
        text: qsTr("照片一天用多少流量")
        size: Theme.title
        strong: true
        Accessible.role: Accessible.Heading
    }
    MetaText {
        width: parent.width
        text: qsTr("文字不算在内，总是先走。有无线网时，可以在“记录都在哪儿”里一次传完。")
    }
    Flow {
        width: parent.width
        spacing: 10

        Repeater {
            model: card.carry.limits
            delegate: OptionButton {
                required property int megabytes

                required label
                required chosen
                round: true
                onClicked: card.carry.setLimit(megabytes)
            }
        }
    }
}

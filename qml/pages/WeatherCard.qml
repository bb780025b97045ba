// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Before a storm: one touch tells every village to ask after those who live alone or need care.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Card {
    id: card

    required property ReceivedModel received

    visible: kinds.count > 0
    paddingY: 16
    spacing: 12

    SectionLabel {
        text: qsTr("天气要变，提醒各村")
    }
    MetaText {
        width: parent.width
        text: card.received.weatherText.length > 0 ? card.received.weatherText : qsTr("一个人住的、要人照料的，各村12小时内问一声")
    }
    Flow {
        width: parent.width
        spacing: 12

        Repeater {
            id: kinds

            model: card.received.weather
            delegate: AppButton {
                required property int code
                required property string label
                required property bool chosen

                compact: true
                enabled: !chosen
                kind: AppButton.Outline
                text: label
                onClicked: card.received.callWeather(code)
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What pictures and recordings cost today, what still waits, and one press for the office's network.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Card {
    id: card

    required property CarryModel carry

    visible: carry.here
    paddingY: 20
    spacing: 8

    SectionLabel {
        text: qsTr("照片和录音")
    }
    AppText {
        width: parent.width
        text: card.carry.waitingText
        strong: true
    }
    MetaText {
        width: parent.width
        visible: text.length > 0
        text: card.carry.lineText
    }
    MetaText {
        width: parent.width
        text: qsTr("用掉的流量：%1").arg(card.carry.todayText)
    }
    MetaText {
        width: parent.width
        bottomPadding: 4
        visible: sendAll.visible
        text: qsTr("有无线网时按一下，就不限流量")
    }
    AppButton {
        id: sendAll

        width: parent.width
        visible: card.carry.canSendAll || card.carry.sendingAll
        enabled: card.carry.canSendAll
        kind: AppButton.Tonal
        iconName: "wifi"
        text: card.carry.sendingAll ? qsTr("正在全部传") : qsTr("现在全部传")
        onClicked: card.carry.sendAllNow()
    }
}

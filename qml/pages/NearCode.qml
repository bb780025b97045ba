// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The code that the other tablet reads, large enough for an arm's length; beneath it the same in letters.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Card {
    id: part

    required property NearModel near

    signal enough

    paddingY: 24

    GridLayout {
        width: parent.width
        columns: Theme.compact ? 1 : 2
        columnSpacing: 32
        rowSpacing: 24

        Rectangle {
            Layout.preferredWidth: Theme.low ? 260 : 340
            Layout.preferredHeight: Layout.preferredWidth
            Layout.alignment: Qt.AlignHCenter | Qt.AlignTop
            visible: part.near.hasPicture
            radius: 16
            color: Theme.paper // light in the dark too: cameras want it so

            PictureView {
                anchors.fill: parent
                anchors.margins: 8
                picture: part.near.codePicture
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("给旁边的平板扫的码")
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            spacing: 12

            AppText {
                Layout.fillWidth: true
                text: part.near.hasPicture ? qsTr("请旁边的平板扫这个码") : qsTr("请旁边的平板照着抄")
                size: Theme.title
                strong: true
            }
            MetaText {
                Layout.fillWidth: true
                Layout.topMargin: 8
                visible: part.near.hasPicture
                text: qsTr("它没有摄像头，就照着抄：")
            }
            AppText {
                Layout.fillWidth: true
                text: part.near.codeText
                size: text.length > 24 ? Theme.body : Theme.head
                strong: true
                font.letterSpacing: text.length > 24 ? 0 : 1
                wrapMode: Text.WrapAnywhere
            }
            MetaText {
                Layout.fillWidth: true
                Layout.topMargin: 8
                text: part.near.leftText
            }
            AppButton {
                Layout.topMargin: 8
                kind: AppButton.Outline
                text: qsTr("不等了")
                onClicked: part.enough()
            }
        }
    }
}

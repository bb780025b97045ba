// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at a picture that was kept, or listening to a memo.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Item {
    id: part

    required property CaptureModel capture

    PictureView {
        id: pixels

        anchors.fill: parent
        picture: part.capture.picture
        corner: 20
        Accessible.role: Accessible.Graphic
        Accessible.name: part.capture.heading
    }
    Column {
        anchors.centerIn: parent
        visible: !pixels.ready && part.capture.troubleText.length === 0
        spacing: 24

        RoundButton {
            anchors.horizontalCenter: parent.horizontalCenter
            size: 112
            name: part.capture.playing ? qsTr("先停一下") : qsTr("听一听")
            iconName: part.capture.playing ? "pause" : "speaker"
            onClicked: part.capture.togglePlaying()
        }
        AppText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: part.capture.timeText
            size: Theme.lead
            color: Theme.ink2
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A few spoken words: one round button to begin and to end, then one can listen before putting it in.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

ColumnLayout {
    id: part

    required property CaptureModel capture

    spacing: 20

    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: 220

        Rectangle {
            anchors.centerIn: button
            width: button.width + 24 + part.capture.loudness * 1.2
            height: width
            visible: part.capture.recording
            radius: width / 2
            color: Theme.pris

            Behavior on width  {
                NumberAnimation {
                    duration: Theme.state
                }
            }
        }
        RoundButton {
            id: button

            anchors.centerIn: parent
            size: 112
            name: part.capture.recording ? qsTr("说好了") : qsTr("开始说")
            iconName: part.capture.recording ? "check" : "mic"
            focus: true
            onClicked: part.capture.toggleRecording()
        }
        AppText {
            anchors.top: button.bottom
            anchors.topMargin: 64
            anchors.horizontalCenter: parent.horizontalCenter
            text: part.capture.recording ? part.capture.timeText : part.capture.canKeep ? qsTr("再点一下，重新说") : qsTr("点一下，开始说")
            size: Theme.lead
            color: Theme.ink2
        }
    }
    CaptureConsent {
        Layout.fillWidth: true
        Layout.maximumWidth: 560
        Layout.alignment: Qt.AlignHCenter
        capture: part.capture
    }
    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        visible: part.capture.questionText.length > 0
        spacing: 16

        AppButton {
            kind: AppButton.Tonal
            iconName: part.capture.playing ? "pause" : "speaker"
            text: part.capture.playing ? qsTr("先停一下") : qsTr("听一听 %1").arg(part.capture.timeText)
            onClicked: part.capture.togglePlaying()
        }
        AppButton {
            implicitHeight: Theme.save
            least: 200
            kind: AppButton.Primary
            text: part.capture.keepLabel
            enabled: part.capture.canKeep
            onClicked: part.capture.keep()
        }
    }
}

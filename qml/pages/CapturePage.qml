// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What hands make, over whichever page asked for it: one thing at a time, and always a way back without a word.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

FocusScope {
    id: page

    required property Session session
    readonly property CaptureModel capture: session.capture

    Rectangle {
        anchors.fill: parent
        color: Theme.bg

        MouseArea {
            anchors.fill: parent
        }
    }
    PageHead {
        id: head

        width: parent.width
        least: Theme.low ? 64 : 80
        backIcon: "x"
        heading: page.capture.heading
        line: page.capture.lineText
        size: Theme.title
        onBack: page.capture.back()

        SosButton {
            visible: page.session.state === Session.Open
            session: page.session
        }
    }
    Column {
        id: strips

        readonly property bool anyWords: page.capture.sayText.length + page.capture.troubleText.length + page.capture.sharingText.length > 0

        anchors.top: head.bottom
        x: Theme.margin
        width: parent.width - 2 * Theme.margin
        spacing: 12
        topPadding: 16
        bottomPadding: anyWords ? 16 : 0

        InfoStrip {
            width: parent.width
            tone: InfoStrip.Green
            iconName: "chat"
            label: page.capture.sayText
        }
        InfoStrip {
            width: parent.width
            iconName: "info"
            label: page.capture.troubleText
        }
        InfoStrip {
            width: parent.width
            iconName: "lock"
            label: page.capture.sharingText
        }
    }
    Part {
        anchors.top: strips.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.low ? 16 : 32
        x: Theme.margin
        width: parent.width - 2 * Theme.margin
        fills: true
        focus: true
        sourceComponent: [null, camera, album, check, voice, sign, place, camera, look][page.capture.step]
    }

    Component {
        id: camera

        CaptureCamera {
            capture: page.capture
        }
    }
    Component {
        id: album

        CaptureAlbum {
            capture: page.capture
        }
    }
    Component {
        id: check

        CaptureCheck {
            capture: page.capture
        }
    }
    Component {
        id: voice

        CaptureVoice {
            capture: page.capture
        }
    }
    Component {
        id: sign

        CaptureSign {
            capture: page.capture
        }
    }
    Component {
        id: place

        CapturePlace {
            capture: page.capture
        }
    }
    Component {
        id: look

        CaptureLook {
            capture: page.capture
        }
    }
}

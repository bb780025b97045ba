// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The shell: what lies around every page, and which page is shown.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Window {
    id: window

    required property Session session
    readonly property bool lent: session.together.open // in a family's hands
    readonly property bool registering: session.registration.step !== RegisterModel.Closed
    readonly property bool opened: session.state === Session.Open && !registering
    readonly property bool bare: session.page === Session.Form || session.page === Session.Scale
    readonly property alias pages: book.pages

    readonly property real pageFoot: (loader.item as FormPage)?.footHeight ?? (loader.item as ConflictPage)?.footHeight ?? (loader.item as FamilyPage)?.footHeight ?? (loader.item as AttendancePage)?.footHeight ?? 0

    width: 1280
    height: 800
    minimumWidth: 600
    minimumHeight: 540
    visible: true
    title: qsTr("连心桥")
    color: Theme.bg

    ThemeFeed {
        settings: window.session.settings
        windowWidth: window.width
        windowHeight: window.height
    }

    Binding {
        target: Theme
        property: "toastVeil"
        value: toast.visible ? toast.height + toast.gap : 0
    }

    KeyWays {
        session: window.session
    }

    PageBook {
        id: book

        session: window.session
    }

    Part {
        id: door

        anchors.fill: parent
        fills: true
        active: !window.opened && !window.registering && !window.lent
        focus: active
        sourceComponent: UnlockPage {
            session: window.session
            focus: true
        }
    }
    Part {
        anchors.fill: parent
        fills: true
        active: window.registering
        focus: active
        sourceComponent: RegisterPage {
            session: window.session
            focus: true
        }
    }
    Part {
        anchors.fill: parent
        fills: true
        active: window.lent
        focus: active
        sourceComponent: TogetherPage {
            session: window.session
            focus: true
        }
    }
    Item {
        id: shell

        anchors.fill: parent
        visible: window.opened && !window.session.crisisOpen

        NavRail {
            id: rail

            visible: window.opened && !window.bare && !Theme.compact
            width: visible ? implicitWidth : 0
            height: parent.height
            session: window.session
        }
        Column {
            id: strips

            anchors.left: rail.right
            anchors.right: parent.right

            StateStrip {
                width: parent.width
                label: window.session.readOnlyText
                iconName: "wifi"
            }
            StateStrip {
                width: parent.width
                label: window.session.troubleText
                iconName: "info"
            }
        }
        FocusScope {
            id: room

            anchors.left: rail.right
            anchors.right: parent.right
            anchors.top: strips.bottom
            anchors.bottom: bottom.top
            focus: window.opened

            Part {
                id: loader

                fills: true
                x: (parent.width - width) / 2
                width: Math.min(parent.width, Theme.contentWidth + 80)
                height: parent.height
                active: window.opened
                focus: true
                sourceComponent: window.pages[window.session.page]
                onLoaded: turn.restart()
            }
            ParallelAnimation {
                id: turn

                NumberAnimation {
                    target: loader
                    property: "opacity"
                    from: 0
                    to: 1
                    duration: Theme.turn
                }
                NumberAnimation {
                    target: loader
                    property: "y"
                    from: Theme.shift
                    to: 0
                    duration: Theme.turn
                    easing.type: Easing.OutCubic
                }
            }
        }
        NavBar {
            id: bottom

            anchors.bottom: parent.bottom
            width: parent.width
            visible: window.opened && !window.bare && Theme.compact
            height: visible ? implicitHeight : 0
            session: window.session
        }
        Toast {
            id: toast

            readonly property int gap: Theme.compact || window.pageFoot > 0 ? 16 : 24

            anchors.bottom: bottom.top
            anchors.bottomMargin: window.pageFoot + gap
            x: rail.width + (parent.width - rail.width - width) / 2
            session: window.session
        }
        StepUpSheet {
            session: window.session
        }
    }
    Part {
        anchors.fill: parent
        fills: true
        active: window.session.crisisOpen
        focus: active
        sourceComponent: CrisisPage {
            session: window.session
        }
    }
    Part {
        anchors.fill: parent
        fills: true
        active: window.session.capture.step !== CaptureModel.Closed && !window.session.crisisOpen
        focus: active
        sourceComponent: CapturePage {
            session: window.session
        }
    }
    DialSheet {
        session: window.session
    }
}

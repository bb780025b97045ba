// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A family: what to mind before anything else, how to reach them, and one timeline of everything.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property FamilyModel family: session.family
    readonly property real footHeight: strip.height // a toast stands above it

    PageHead {
        id: head

        width: parent.width
        initial: page.family.initial
        tint: page.family.tint
        heading: page.family.name
        line: page.family.line
        onBack: page.session.back()

        AppButton {
            visible: page.family.phoneText.length > 0 && !Theme.compact
            kind: AppButton.Outline
            iconName: "phone"
            text: page.family.phoneText
            onClicked: page.family.call()
        }
        RoundButton {
            visible: page.family.phoneText.length > 0 && Theme.compact
            size: Theme.large ? 64 : 56
            name: qsTr("打电话 %1").arg(page.family.phoneText)
            iconName: "phone"
            onClicked: page.family.call()
        }
        AppButton {
            visible: page.family.canWrite && !Theme.compact
            least: 168
            kind: AppButton.Primary
            iconName: "pen"
            text: qsTr("记一笔")
            onClicked: page.family.write()
        }
    }
    PageScroll {
        id: left

        anchors.top: head.bottom
        anchors.bottom: strip.top
        width: Theme.compact ? page.width : (Theme.large ? 460 : 384) + Theme.margin
        margin: Theme.margin

        FamilySide {
            id: side

            width: Theme.compact ? left.contentRoom : left.width - Theme.margin
            family: page.family
        }
        Part {
            id: below

            y: side.height + 24
            width: left.contentRoom
            active: Theme.compact
            sourceComponent: timeline
        }
        FamilyMore {
            paper: page.session.paper
            y: side.height + (Theme.compact ? below.height + 32 : 16)
            width: side.width
            family: page.family
            onLent: page.session.openTogether()
        }
    }
    PageScroll {
        id: right

        x: left.width + 18
        anchors.top: head.bottom
        anchors.bottom: strip.top
        width: page.width - x
        margin: 6
        visible: !Theme.compact

        Part {
            width: right.contentRoom - Theme.margin + 6
            active: !Theme.compact
            sourceComponent: timeline
        }
    }
    Rectangle {
        id: strip

        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.compact && page.family.canWrite ? Theme.save + 28 : 0
        visible: height > 0
        color: Theme.bg

        Rule {
            width: parent.width
        }
        AppButton {
            x: Theme.margin
            y: 12
            width: parent.width - 2 * x
            height: Theme.save
            kind: AppButton.Primary
            iconName: "pen"
            text: qsTr("记一笔")
            onClicked: page.family.write()
        }
    }
    Component {
        id: timeline

        Timeline {
            family: page.family
        }
    }
}

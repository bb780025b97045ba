// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Before and after: a few large words to the person, over the bridge. Nothing of what was said stands here.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

FocusScope {
    id: page

    required property Session session
    property string heading
    property string line
    property string agree
    property string refuse
    property string quiet
    readonly property int edge: Theme.compact ? Theme.margin : 64

    signal agreed
    signal refused
    signal gone

    BridgeScene {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.min(parent.height * 0.4, Theme.compact ? width * 0.507 : width * 0.2377)
        visible: page.quiet.length > 0 && !Theme.low
    }
    SosButton {
        anchors.right: parent.right
        anchors.rightMargin: page.edge
        y: Theme.low ? 16 : 32
        implicitHeight: Theme.tap
        corner: 16
        session: page.session
    }
    PageScroll {
        id: scroll

        anchors.fill: parent
        anchors.topMargin: 104
        margin: page.edge
        focus: true

        ColumnLayout {
            width: scroll.contentRoom
            height: Math.max(implicitHeight, page.quiet.length > 0 ? 0 : scroll.room)
            spacing: Theme.low ? 12 : 20

            Item {
                Layout.preferredHeight: Theme.low ? 0 : Math.min(120, page.height * 0.1)
            }
            AppText {
                Layout.fillWidth: true
                text: page.heading
                size: Theme.read
                strong: true
                lineHeight: 0.95
                Accessible.role: Accessible.Heading
            }
            AppText {
                Layout.fillWidth: true
                Layout.maximumWidth: 1152
                visible: text.length > 0
                text: page.line
                size: Theme.readStem
                color: Theme.ink2
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: 20
                visible: page.agree.length > 0
                spacing: 20

                AnswerButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: page.agree
                    onClicked: page.agreed()
                }
                AnswerButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: page.refuse
                    onClicked: page.refused()
                }
            }
            AppButton {
                Layout.topMargin: 12
                visible: page.quiet.length > 0
                kind: AppButton.Outline
                iconName: "transfer"
                text: page.quiet
                onClicked: page.gone()
            }
            Item {
                Layout.fillHeight: true
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A team of volunteers: its people, where it was lately, and one action: note where somebody went.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property TeamModel team: session.team
    readonly property bool narrow: Theme.compact || Theme.large

    PageHead {
        id: head

        width: parent.width
        heading: page.team.asking ? qsTr("记一次服务") : page.team.heading
        line: page.team.asking ? page.team.heading : page.team.line
        onBack: page.team.asking ? page.team.stopAsking() : page.session.back()

        RoundButton {
            visible: page.team.leaderPhone.length > 0 && !page.team.asking
            size: Theme.tap
            name: qsTr("给队长打电话 %1").arg(page.team.leaderPhone)
            iconName: "phone"
            onClicked: page.team.callLeader()
        }
        RoundButton {
            visible: page.team.canEdit && !page.team.asking
            size: Theme.tap
            name: qsTr("改队伍的资料")
            iconName: "pen"
            onClicked: page.team.edit()
        }
        AppButton {
            visible: page.team.canServe && !page.team.asking && !page.narrow
            kind: AppButton.Primary
            iconName: "checkc"
            text: qsTr("记一次服务")
            onClicked: page.team.noteService()
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        ColumnLayout {
            width: scroll.contentRoom
            spacing: 16

            AppText {
                Layout.fillWidth: true
                visible: text.length > 0
                text: page.team.emptyText
                size: Theme.lead
                color: Theme.ink2
            }
            AppButton {
                Layout.fillWidth: true
                visible: page.team.canServe && !page.team.asking && page.narrow
                kind: AppButton.Primary
                iconName: "checkc"
                text: qsTr("记一次服务")
                onClicked: page.team.noteService()
            }
            TeamQuestion {
                Layout.fillWidth: true
                visible: page.team.asking
                team: page.team
            }
            GridLayout {
                Layout.fillWidth: true
                visible: page.team.emptyText.length === 0 && !page.team.asking
                columns: page.narrow ? 1 : 2
                columnSpacing: 24
                rowSpacing: 16

                TeamPeople {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    team: page.team
                }
                TeamServed {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    session: page.session
                }
            }
        }
    }
}

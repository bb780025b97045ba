// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Homes, teams, trainings, documents: choose a kind, see what there is.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property WorkModel work: session.work

    PageHead {
        id: head

        width: parent.width
        heading: qsTr("家园和工作")
        onBack: page.session.back()

        AppButton {
            visible: page.work.canAdd && !Theme.compact
            kind: AppButton.Primary
            iconName: "plus"
            text: qsTr("添一个")
            Accessible.name: page.work.addLabel
            onClicked: page.work.add()
        }
        RoundButton {
            visible: page.work.canAdd && Theme.compact
            size: Theme.large ? 64 : 56
            name: page.work.addLabel
            iconName: "plus"
            onClicked: page.work.add()
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        ColumnLayout {
            width: scroll.contentRoom
            spacing: 20

            Flow {
                Layout.fillWidth: true
                spacing: 12

                Repeater {
                    model: page.work.kinds
                    delegate: OptionButton {
                        id: option

                        required property string kind
                        required property string line

                        required label
                        required iconName
                        required chosen
                        round: true
                        onClicked: page.work.choose(option.kind)
                    }
                }
            }
            AppText {
                Layout.fillWidth: true
                visible: text.length > 0
                text: page.work.emptyText
                color: Theme.ink2
            }
            Card {
                Layout.fillWidth: true
                visible: records.count > 0
                paddingY: 12
                spacing: 0

                Repeater {
                    id: records

                    model: page.work.records
                    delegate: ListRow {
                        required property string recordId

                        required heading
                        required line
                        required iconName
                        width: parent?.width ?? 0
                        onClicked: page.work.open(recordId)
                    }
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A record with rows of its own: what is known of it at the left, what hangs on it at the right.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property RecordModel record: session.record
    readonly property bool narrow: Theme.compact || Theme.large

    PageHead {
        id: head

        width: parent.width
        heading: page.record.heading
        line: page.record.line
        onBack: page.session.back()

        AppButton {
            visible: page.record.phoneText.length > 0 && !Theme.compact
            kind: AppButton.Outline
            iconName: "phone"
            text: page.record.phoneText
            onClicked: page.record.call()
        }
        RoundButton {
            visible: page.record.phoneText.length > 0 && Theme.compact
            size: Theme.large ? 64 : 56
            name: qsTr("打电话 %1").arg(page.record.phoneText)
            iconName: "phone"
            onClicked: page.record.call()
        }
        RoundButton {
            visible: page.record.recordId.length > 0 && page.session.paper.canPrint(page.record.recordId)
            size: Theme.large ? 64 : 56
            name: qsTr("印成一页纸")
            iconName: "print"
            onClicked: page.session.paper.printRecord(page.record.recordId)
        }
        AppButton {
            visible: page.record.canSum && !Theme.compact
            kind: AppButton.Outline
            iconName: "coin"
            text: qsTr("先算一算")
            onClicked: page.record.sum()
        }
        RoundButton {
            visible: page.record.canSum && Theme.compact
            size: Theme.large ? 64 : 56
            name: qsTr("先算一算")
            iconName: "coin"
            onClicked: page.record.sum()
        }
        AppButton {
            visible: page.record.canEdit && !Theme.compact
            kind: AppButton.Tonal
            iconName: "pen"
            text: qsTr("改一改")
            onClicked: page.record.edit()
        }
        RoundButton {
            visible: page.record.canEdit && Theme.compact
            size: Theme.large ? 64 : 56
            name: qsTr("改一改")
            iconName: "pen"
            onClicked: page.record.edit()
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        GridLayout {
            width: scroll.contentRoom
            columns: page.narrow || facts.count === 0 || (groups.count === 0 && history.count === 0) ? 1 : 2
            columnSpacing: 24
            rowSpacing: 16

            Card {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.alignment: Qt.AlignTop
                visible: facts.count > 0
                spacing: 12

                FactRows {
                    id: facts

                    width: parent.width
                    rows: page.record.facts
                    keyChars: 6.6
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                Layout.alignment: Qt.AlignTop
                spacing: 16

                PictureStrip {
                    Layout.fillWidth: true
                    model: page.record.pictures
                    onOpened: id => page.record.openAttachment(id)
                }
                Repeater {
                    id: groups

                    model: page.record.groups
                    delegate: RecordGroup {
                        Layout.fillWidth: true
                        onAdded: group => page.record.add(group)
                        onOpened: id => page.record.open(id)
                        onChecked: (group, code) => page.record.check(group, code)
                    }
                }
                SectionLabel {
                    Layout.topMargin: 8
                    visible: history.count > 0
                    text: qsTr("以前写过的")
                }
                Repeater {
                    id: history

                    model: page.record.history
                    delegate: HistoryCard {
                        Layout.fillWidth: true
                    }
                }
                MetaText {
                    Layout.fillWidth: true
                    visible: history.count > 0
                    text: qsTr("这台平板看到过的都在这里，没选的也在；再早的，省里都留着。")
                }
                AppText {
                    Layout.fillWidth: true
                    visible: page.record.kind === "household" && history.count === 0
                    text: qsTr("这台平板上，这家的每一项都只写过一次，没有改动。")
                    color: Theme.ink2
                }
            }
        }
    }
}

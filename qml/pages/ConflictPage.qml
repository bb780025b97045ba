// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 有一处需要您看一下: two people wrote the same thing differently, one put away what another wrote into, or two records may be one. What is not
// chosen stays in the history.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property ConflictModel conflict: session.conflict
    readonly property real footHeight: foot.height // a toast stands above it
    readonly property bool written: conflict.kind === ConflictModel.Text
    readonly property bool valued: conflict.kind === ConflictModel.Value
    readonly property bool paired: conflict.kind === ConflictModel.Matter

    PageHead {
        id: head

        width: parent.width
        ruled: false
        heading: page.conflict.kind === ConflictModel.None ? page.conflict.emptyText : page.conflict.heading
        line: page.conflict.line
        onBack: page.session.back()

        Tag {
            implicitHeight: 44
            size: Theme.body
            label: page.conflict.queueText
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: foot.top
        width: parent.width
        marginTop: 8

        ColumnLayout {
            width: scroll.contentRoom
            visible: page.conflict.kind !== ConflictModel.None
            spacing: 16

            BeforeRow {
                Layout.fillWidth: true
                visible: page.written
                inset: true
                value: page.conflict.beforeText
                line: page.conflict.beforeLine
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.bottomMargin: page.written ? 0 : 8
                columns: Theme.compact ? 1 : 2
                columnSpacing: 24
                rowSpacing: 16

                Repeater {
                    model: page.conflict.sides
                    delegate: CompareCard {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        Layout.minimumHeight: page.written ? 0 : (Theme.low || Theme.compact ? 280 : 352)
                        text: page.written
                        settles: page.conflict.maySettle
                        reasoned: page.valued
                        onTaken: page.conflict.choose(sideId)
                        onCalled: page.conflict.call(sideId)
                    }
                }
            }
            // The third answer stands with the other two: neither of them is wrong.
            AppButton {
                Layout.fillWidth: true
                visible: page.paired && page.conflict.canKeepBoth
                kind: AppButton.Outline
                text: page.conflict.keepBothText
                onClicked: page.conflict.keepBoth()
            }
            ProposalCard {
                Layout.fillWidth: true
                visible: page.written && page.conflict.maySettle
                conflict: page.conflict
            }
            BeforeRow {
                Layout.fillWidth: true
                visible: page.valued
                value: page.conflict.beforeText
                line: page.conflict.beforeLine
            }
            Card {
                Layout.fillWidth: true
                visible: page.valued && page.conflict.maySettle
                padding: 12

                RowLayout {
                    width: parent.width
                    spacing: 16

                    Icon {
                        Layout.leftMargin: 12
                        name: "pen"
                        size: 22
                    }
                    AppText {
                        Layout.preferredWidth: Theme.compact ? implicitWidth : 120
                        text: qsTr("都不对")
                        color: Theme.ink2
                        wrapMode: Text.NoWrap
                    }
                    FormOptions {
                        Layout.fillWidth: true
                        visible: codes.count > 0
                        chips: true
                        exclusive: true
                        options: page.conflict.optionsNew
                        onPicked: code => page.conflict.useNewCode(code)
                    }
                    AppField {
                        id: fresh

                        Layout.fillWidth: true
                        visible: codes.count === 0
                        label: qsTr("都不对")
                        placeholderText: page.conflict.newHint
                        trouble: page.conflict.newErrorText
                        onAccepted: page.conflict.useNew(fresh.text)
                    }
                    AppButton {
                        visible: codes.count === 0
                        kind: AppButton.Tonal
                        text: qsTr("用新的")
                        enabled: fresh.length > 0
                        onClicked: page.conflict.useNew(fresh.text)
                    }
                }
                AppText {
                    width: parent.width
                    visible: text.length > 0
                    leftPadding: 40
                    topPadding: 6
                    text: page.conflict.newErrorText
                    color: Theme.clay
                }
            }
        }
    }
    Repeater {
        id: codes

        model: page.conflict.optionsNew
        delegate: Item {
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(Theme.low ? 72 : 88, footRow.implicitHeight + 16)

        RowLayout {
            id: footRow

            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            visible: page.conflict.kind !== ConflictModel.None
            spacing: 12

            Icon {
                name: "shield"
                size: 22
            }
            AppText {
                Layout.fillWidth: true
                text: page.conflict.maySettle ? qsTr("没选的也留在历史里，随时能换回来。") : qsTr("由管这条记录的人来定，您先知道一下。")
                color: Theme.ink2
            }
            AppButton {
                visible: page.conflict.hasHistory && !Theme.compact && !Theme.large
                kind: AppButton.Quiet
                iconName: "history"
                text: qsTr("以前写过的")
                onClicked: page.conflict.openHistory()
            }
            RoundButton {
                visible: page.conflict.hasHistory && (Theme.compact || Theme.large)
                name: qsTr("以前写过的")
                iconName: "history"
                onClicked: page.conflict.openHistory()
            }
            AppButton {
                visible: page.conflict.canKeepBoth && !page.paired
                kind: AppButton.Quiet
                text: page.conflict.keepBothText
                onClicked: page.conflict.keepBoth()
            }
            AppButton {
                kind: AppButton.Quiet
                text: qsTr("先放着")
                onClicked: page.conflict.putAside()
            }
        }
    }
}

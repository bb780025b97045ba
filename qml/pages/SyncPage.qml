// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 记录都在哪儿: where each record is, and no more than the receipt proves.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

PageScroll {
    id: page

    required property Session session
    readonly property SyncModel sync: session.sync

    marginTop: 20

    ColumnLayout {
        width: page.contentRoom
        spacing: 20

        TopBar {
            Layout.fillWidth: true
            heading: qsTr("记录都在哪儿")

            Icon {
                visible: !Theme.compact
                name: "wifi"
                size: 22
                color: Theme.ink2
            }
            MetaText {
                Layout.maximumWidth: 300
                visible: !Theme.compact
                text: page.sync.busy ? page.sync.busyText : page.sync.lastText
            }
            AppButton {
                iconName: "refresh"
                kind: AppButton.Tonal
                enabled: page.sync.canConnect && !page.sync.busy
                text: page.sync.busy ? qsTr("正在连") : qsTr("现在连一下")
                onClicked: page.sync.connectNow()
            }
        }
        MetaText {
            Layout.fillWidth: true
            visible: Theme.compact
            text: page.sync.busy ? page.sync.busyText : page.sync.lastText
        }
        LookStrip {
            Layout.fillWidth: true
            label: page.sync.lookText
            onLooked: page.session.openConflicts()
        }
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.compact || Theme.medium ? 1 : 2
            columnSpacing: 24
            rowSpacing: 20

            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: 20

                RowLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Repeater {
                        model: page.sync.places
                        delegate: PlaceTile {
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            Layout.preferredWidth: place > 0 ? 48 + 218 : 218
                        }
                    }
                }
                LookStrip {
                    Layout.fillWidth: true
                    visible: page.sync.stuckHeading.length > 0
                    label: page.sync.stuckHeading
                    line: page.sync.stuckLine
                    iconName: page.sync.stuckIcon
                    actionLabel: page.sync.stuckAction
                    strong: true
                    onLooked: page.sync.resolveStuck()
                }
                AskedCard {
                    Layout.fillWidth: true
                    asked: page.sync.setAside
                }
                WaitingCard {
                    Layout.fillWidth: true
                    sync: page.sync
                    dotsAt: recent.dotsAt
                }
                Card {
                    Layout.fillWidth: true
                    paddingY: 12

                    Item {
                        width: parent.width
                        height: 44

                        SectionLabel {
                            anchors.verticalCenter: parent.verticalCenter
                            text: qsTr("最近收到的")
                        }
                        Row {
                            x: recent.dotsAt - 14
                            anchors.verticalCenter: parent.verticalCenter
                            visible: !Theme.compact && !Theme.large

                            Repeater {
                                model: [qsTr("平板"), qsTr("乡镇"), qsTr("省里")]
                                delegate: MetaText {
                                    required property string modelData

                                    width: 56
                                    text: modelData
                                    horizontalAlignment: Text.AlignHCenter
                                    wrapMode: Text.NoWrap
                                }
                            }
                        }
                    }
                    AppText {
                        visible: recent.count === 0
                        bottomPadding: 12
                        text: page.sync.waitingText.length > 0 ? qsTr("省里收到以后，会列在这里") : qsTr("还没有记过")
                        color: Theme.ink2
                    }
                    Repeater {
                        id: recent

                        readonly property real dotsAt: (page.contentRoom - (Theme.compact || Theme.medium ? 0 : 344) - 48) * (Theme.compact ? 0.5 : 0.55)

                        model: page.sync.records
                        delegate: RecordRow {
                            width: parent?.width ?? 0
                            dotsAt: recent.dotsAt
                            onClicked: page.sync.open(recordId)
                        }
                    }
                    AppButton {
                        visible: page.sync.hasMore
                        compact: true
                        kind: AppButton.Quiet
                        iconName: "history"
                        text: qsTr("再往前看")
                        onClicked: page.sync.showMore()
                    }
                }
            }
            SyncSide {
                Layout.preferredWidth: Theme.compact || Theme.medium ? page.contentRoom : 320
                Layout.alignment: Qt.AlignTop
                sync: page.sync
                carry: page.session.carry
            }
        }
    }
}

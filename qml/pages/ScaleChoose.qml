// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which scale: those whose lines can be read here, and those of which only the score is kept.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

FocusScope {
    id: page

    required property Session session
    readonly property ScaleModel scale: session.scale

    PageHead {
        id: head

        width: parent.width
        least: Theme.low ? 72 : 96
        size: Theme.title
        heading: page.scale.heading.length > 0 ? qsTr("%1·念哪一份").arg(page.scale.heading) : qsTr("念哪一份")
        line: qsTr("先问一声愿不愿意；不想答的都可以跳过")
        onBack: page.scale.leave()

        SosButton {
            session: page.session
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true

        GridLayout {
            width: scroll.contentRoom
            columns: Theme.compact || Theme.medium ? 1 : 2
            columnSpacing: 32
            rowSpacing: 24

            Repeater {
                model: [false, true]
                delegate: ColumnLayout {
                    id: group

                    required property bool modelData

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    spacing: 12

                    SectionLabel {
                        text: group.modelData ? qsTr("在纸上做的，只记分数") : qsTr("一句一句念")
                    }
                    Card {
                        Layout.fillWidth: true
                        padding: 20
                        paddingY: 8

                        Repeater {
                            model: page.scale.choices
                            delegate: ListRow {
                                id: row

                                required property int index
                                required property int code
                                required property string name
                                required property bool gated
                                required property bool first

                                required line
                                width: parent?.width ?? 0
                                visible: gated === group.modelData
                                height: visible ? implicitHeight : 0
                                heading: name
                                iconName: gated ? "pen" : "chat"
                                onClicked: page.scale.take(code)

                                Rule {
                                    width: parent.width
                                    visible: !row.first
                                }
                            }
                        }
                    }
                    MetaText {
                        Layout.fillWidth: true
                        visible: group.modelData
                        text: qsTr("这几份的题目要有许可才能放进平板，眼下只记分数。")
                    }
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 更多: the pages that are seldom needed, each with one line that says what is there.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

PageScroll {
    id: more

    required property Session session

    marginTop: 20

    ColumnLayout {
        width: more.contentRoom
        spacing: 20

        TopBar {
            Layout.fillWidth: true
            heading: qsTr("更多")

            UserChip {
                session: more.session
            }
        }
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.compact ? 1 : 2
            columnSpacing: 24
            rowSpacing: 16

            Repeater {
                model: more.session.moreItems
                delegate: PressArea {
                    id: item

                    required property int page
                    required property string label
                    required property string line
                    required property string iconName

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    implicitHeight: Math.max(96, implicitContentHeight + 32)
                    corner: 20
                    text: line.length > 0 ? label + "，" + line : label
                    onClicked: more.session.show(item.page)

                    background: Rectangle {
                        radius: 20
                        color: item.down ? Theme.inset : Theme.surf
                        border.width: 1
                        border.color: Theme.line

                        FocusRing {
                            shown: item.visualFocus
                            inner: 20
                        }
                    }
                    contentItem: RowLayout {
                        spacing: 16

                        Rectangle {
                            Layout.leftMargin: 20
                            implicitWidth: 56
                            implicitHeight: 56
                            radius: 28
                            color: Theme.inset

                            Icon {
                                anchors.centerIn: parent
                                name: item.iconName
                                color: Theme.ink2
                            }
                        }
                        Column {
                            Layout.fillWidth: true

                            AppText {
                                width: parent.width
                                text: item.label
                                size: Theme.lead
                                strong: true
                                Accessible.ignored: true
                            }
                            MetaText {
                                width: parent.width
                                visible: text.length > 0
                                text: item.line
                                Accessible.ignored: true
                            }
                        }
                        Icon {
                            Layout.rightMargin: 20
                            name: "right"
                        }
                    }
                }
            }
        }
    }
}

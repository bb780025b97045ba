// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What else can be noted for a family, by service: one touch begins the note.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property NotingModel noting: session.noting

    PageHead {
        id: head

        width: parent.width
        initial: page.noting.initial
        tint: page.noting.tint
        heading: qsTr("还能记什么")
        line: page.noting.heading
        onBack: page.session.back()
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        GridLayout {
            width: scroll.contentRoom
            columns: Theme.compact || Theme.large ? 1 : 2
            columnSpacing: 24
            rowSpacing: 16

            Repeater {
                model: page.noting.services
                delegate: Card {
                    id: service

                    required property string label
                    required property QtObject items

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    paddingY: 16
                    spacing: 4

                    SectionLabel {
                        text: service.label
                    }
                    Repeater {
                        model: service.items
                        delegate: ListRow {
                            id: item

                            required property string kind
                            required property string label

                            required line
                            required iconName
                            width: parent?.width ?? 0
                            heading: item.label
                            onClicked: page.noting.note(item.kind)
                        }
                    }
                }
            }
        }
    }
}

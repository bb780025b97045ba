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
    readonly property int columns: Theme.compact || Theme.large ? 1 : 2

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

        // Cards of unlike height stand in columns of their own, so that none leaves a hole beside it.
        RowLayout {
            width: scroll.contentRoom
            spacing: 24

            Repeater {
                model: page.columns
                delegate: ColumnLayout {
                    id: column

                    required property int index

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    spacing: 16

                    Repeater {
                        model: page.noting.services
                        delegate: NotingCard {
                            required property int index

                            Layout.fillWidth: true
                            visible: index % page.columns === column.index
                            onChosen: kind => page.noting.note(kind)
                        }
                    }
                }
            }
        }
    }
}

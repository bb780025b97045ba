// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that belong to a form: the last few of them, a way to all of them, and one touch for a new one.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

Column {
    id: field

    required property FormRowBase row

    spacing: 12

    RowLayout {
        width: field.width
        spacing: 12

        Flow {
            Layout.fillWidth: true
            spacing: 10

            AppText {
                width: Math.min(implicitWidth, parent.width)
                text: field.row?.label ?? ""
                size: Theme.title
                strong: true
                Accessible.role: Accessible.Heading
            }
            MetaText {
                height: Math.max(implicitHeight, Math.round(Theme.title * 1.448))
                visible: text.length > 0
                text: field.row?.counterText ?? ""
            }
        }
        AppButton {
            compact: true
            kind: AppButton.Tonal
            iconName: "plus"
            text: qsTr("添一项")
            Accessible.name: qsTr("添一项，%1").arg(field.row?.label ?? "")
            onClicked: field.row.form.addItem(field.row.key)
        }
    }
    MetaText {
        width: field.width
        visible: text.length > 0
        text: field.row?.hint ?? ""
    }
    Card {
        width: field.width
        visible: few.count > 0
        padding: 8
        paddingY: 8

        Repeater {
            id: few

            model: field.row?.items ?? null
            delegate: RepeatRow {
                width: field.width - 16
                form: field.row.form
            }
        }
        PressArea {
            width: field.width - 16
            visible: field.row?.open ?? false
            height: visible ? Math.max(Theme.tap, implicitContentHeight + 16) : 0
            leftPadding: 16
            rightPadding: 16
            corner: 12
            text: qsTr("看全部，%1").arg(field.row?.counterText ?? "")
            onClicked: field.row.form.listItems(field.row.key)

            contentItem: RowLayout {
                AppText {
                    Layout.fillWidth: true
                    text: qsTr("看全部")
                    strong: true
                    color: Theme.pri
                    Accessible.ignored: true
                }
                Icon {
                    name: "right"
                    size: 22
                }
            }
        }
    }
}

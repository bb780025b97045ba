// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A family in a list of many, or something else that was found: avatar or icon, name with the letters that were searched for, where and with whom, one word at the right.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin

PressArea {
    id: row

    required property string familyId
    required property string name
    required property string pinyinText
    required property string line
    required property string stateText
    required property string initial
    required property int tint
    property string iconName
    property bool lit: false
    readonly property color quiet: lit ? Theme.onpris : Theme.ink2

    implicitHeight: Math.max(84, implicitContentHeight + 24)
    implicitWidth: 440
    corner: 0
    chosen: lit
    leftPadding: 24
    rightPadding: 24

    contentItem: RowLayout {
        spacing: 16

        Avatar {
            initial: row.initial
            tint: row.tint
            size: 48
            color: row.lit ? Theme.surf : Theme.tints[row.tint & 3]

            Icon {
                anchors.centerIn: parent
                name: row.iconName
                color: Theme.tintInks[row.tint & 3]
            }
        }
        Column {
            Layout.fillWidth: true

            Row {
                spacing: 12

                AppText {
                    text: row.name
                    size: Theme.lead
                    strong: true
                    color: row.lit ? Theme.onpris : Theme.ink
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Row {
                    Repeater {
                        model: row.pinyinText.length > 0 ? row.pinyinText.split("|") : null
                        delegate: MetaText {
                            required property string modelData
                            required property int index

                            height: Math.round(Theme.lead * 1.448)
                            text: modelData
                            wrapMode: Text.NoWrap
                            strong: index % 2 === 1
                            font.underline: strong
                            color: strong ? Theme.pri : row.quiet
                            Accessible.ignored: true
                        }
                    }
                }
            }
            MetaText {
                width: parent.width
                text: row.line
                color: row.quiet
                elide: Text.ElideRight
                maximumLineCount: Theme.large ? 2 : 1 // the village stands behind the county: in large letters on the second line
                Accessible.ignored: true
            }
        }
        MetaText {
            Layout.maximumWidth: row.width * 0.4
            text: row.stateText
            color: row.quiet
            horizontalAlignment: Text.AlignRight
            maximumLineCount: 2
            Accessible.ignored: true
        }
    }

    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence whose pieces say who wrote them: solid line the first writer, dotted the second, struck through what was taken out.
// Character by character, so that it wraps like any text and never needs markup.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Flow {
    id: flow

    property QtObject parts
    property int size: Theme.lead
    property string whole

    Accessible.role: Accessible.StaticText
    Accessible.name: whole

    Repeater {
        model: flow.parts
        delegate: Repeater {
            id: piece

            required property string line
            required property int mark

            model: Array.from(line)
            delegate: Item {
                id: cell

                required property string modelData

                width: glyph.implicitWidth
                height: glyph.implicitHeight

                AppText {
                    id: glyph

                    text: cell.modelData
                    size: flow.size
                    strong: piece.mark === 1 || piece.mark === 2
                    font.strikeout: piece.mark === 3
                    color: piece.mark === 3 ? Theme.ink3 : Theme.ink
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Rectangle {
                    y: parent.height - 4
                    width: parent.width
                    height: 3
                    visible: piece.mark === 1
                    color: Theme.pri
                }
                Row {
                    y: parent.height - 4
                    width: parent.width
                    clip: true
                    visible: piece.mark === 2

                    Repeater {
                        model: piece.mark === 2 ? Math.ceil(cell.width / 6) : 0
                        delegate: Item {
                            width: 6
                            height: 3

                            Rectangle {
                                x: 1.5
                                width: 3
                                height: 3
                                color: Theme.clay
                            }
                        }
                    }
                }
            }
        }
    }
}

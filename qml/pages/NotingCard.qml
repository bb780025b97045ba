// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One service and what can be noted for it.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Card {
    id: service

    required property string label
    required property QtObject items

    signal chosen(string kind)

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
            onClicked: service.chosen(item.kind)
        }
    }
}

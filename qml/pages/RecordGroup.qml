// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Records of one kind that hang on another: their lines, and a way to add one.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Card {
    id: group

    required property string groupId
    required property string label
    required property string line
    required property bool canAdd
    required property string addLabel
    required property QtObject items
    required property QtObject checks

    signal added(string id)
    signal opened(string id)
    signal checked(string id, int code)

    paddingY: 16
    spacing: 4

    Item {
        width: parent.width
        implicitHeight: Math.max(title.implicitHeight, count.implicitHeight)

        SectionLabel {
            id: title

            width: parent.width - count.width - 12
            text: group.label
        }
        MetaText {
            id: count

            anchors.right: parent.right
            width: implicitWidth
            text: group.line
        }
    }
    Repeater {
        model: group.items
        delegate: ListRow {
            required property string recordId

            required heading
            required line
            required iconName
            width: parent?.width ?? 0
            onClicked: group.opened(recordId)
        }
    }
    Repeater {
        model: group.checks
        delegate: CheckRow {
            id: check

            required property int code
            required property string label

            required done
            width: parent?.width ?? 0
            text: check.label
            onClicked: group.checked(group.groupId, check.code)
        }
    }
    AppButton {
        visible: group.canAdd
        compact: true
        kind: AppButton.Quiet
        iconName: "plus"
        text: qsTr("添一条")
        Accessible.name: group.addLabel
        onClicked: group.added(group.groupId)
    }
}

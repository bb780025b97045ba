// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that happened with a family, newest first.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

Column {
    id: timeline

    required property FamilyModel family

    spacing: 0

    Flow {
        width: parent.width
        bottomPadding: 20
        spacing: 8

        Repeater {
            model: timeline.family.filters
            delegate: OptionButton {
                required property string filterId

                required label
                required chosen
                round: true
                onClicked: timeline.family.toggleFilter(filterId)
            }
        }
    }
    AppText {
        width: parent.width
        visible: entries.count === 0
        topPadding: 24
        text: timeline.family.timelineEmptyText
        size: Theme.lead
        color: Theme.ink2
    }
    Repeater {
        id: entries

        model: timeline.family.timeline
        delegate: TimelineItem {
            required property int index
            required property string entryId

            width: timeline.width
            last: index === entries.count - 1
            onClicked: timeline.family.openEntry(entryId)
            onPictureOpened: id => timeline.family.openAttachment(id)
        }
    }
    AppButton {
        visible: timeline.family.hasMoreTimeline
        kind: AppButton.Quiet
        iconName: "history"
        text: qsTr("再往前看")
        onClicked: timeline.family.showMore()
    }
}

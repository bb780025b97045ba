// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One moment: icon on the thread, heading and who wrote it, the words; counselling stays a locked strip for those who do not read it.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

PressArea {
    id: item

    required property string heading
    required property string byline
    required property string body
    required property string iconName
    required property string tone
    required property string lockedText
    required property string placeText
    required property bool isDraft
    required property bool canOpen
    required property string accessibleText
    required property QtObject pictures
    property bool last: false

    signal pictureOpened(string attachmentId)

    implicitHeight: words.implicitHeight + 20
    implicitWidth: 480
    enabled: canOpen
    text: accessibleText
    corner: 14

    contentItem: Item {
    }

    Rectangle {
        x: 21
        y: 44
        width: 2
        height: item.height - 44
        visible: !item.last
        color: Theme.line
    }
    Rectangle {
        width: 44
        height: 44
        radius: 22
        color: item.tone === "visit" ? Theme.pris : (item.tone === "counsel" ? Theme.skys : Theme.inset)

        Icon {
            anchors.centerIn: parent
            name: item.iconName
            size: 22
            color: item.tone === "visit" ? Theme.onpris : (item.tone === "counsel" ? Theme.onskys : Theme.ink2)
        }
    }
    Column {
        id: words

        x: 60
        width: item.width - 60
        spacing: item.lockedText.length > 0 ? 6 : 2

        Flow {
            width: parent.width
            spacing: 12

            AppText {
                text: item.heading
                strong: true
                Accessible.ignored: true
            }
            MetaText {
                height: Math.round(Theme.body * 1.448)
                text: item.byline
                Accessible.ignored: true
            }
            Tag {
                label: item.isDraft ? qsTr("还没写完") : item.placeText
                iconName: item.isDraft ? "pen" : "tablet"
                implicitHeight: Math.round(Theme.body * 1.448)
            }
        }
        AppText {
            width: parent.width
            visible: text.length > 0
            text: item.body
            maximumLineCount: 4
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        PictureStrip {
            width: parent.width
            topPadding: 8
            model: item.pictures
            onOpened: id => item.pictureOpened(id)
        }
        InfoStrip {
            width: parent.width
            tone: InfoStrip.Sky
            padding: 10
            radius: 14
            iconName: "lock"
            label: item.lockedText
        }
    }
}

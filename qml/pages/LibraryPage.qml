// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// 资料: choose a shelf, read one, or listen. All of it without a network.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property LibraryModel library: session.library
    readonly property bool reading: library.itemId.length > 0

    PageHead {
        id: head

        width: parent.width
        heading: page.reading ? page.library.heading : qsTr("看一看，听一听")
        line: page.reading ? page.library.line : ""
        size: page.reading ? Theme.head : Theme.page
        onBack: page.session.back()
    }
    PageScroll {
        id: list

        visible: !page.reading
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        ColumnLayout {
            width: list.contentRoom
            spacing: 20

            Flow {
                Layout.fillWidth: true
                spacing: 12

                Repeater {
                    model: page.library.shelves
                    delegate: OptionButton {
                        id: option

                        required property int shelf

                        required label
                        required iconName
                        required chosen
                        round: true
                        onClicked: page.library.choose(option.shelf)
                    }
                }
            }
            AppText {
                Layout.fillWidth: true
                visible: text.length > 0
                text: page.library.emptyText
                color: Theme.ink2
            }
            Card {
                Layout.fillWidth: true
                visible: items.count > 0
                paddingY: 12
                spacing: 0

                Repeater {
                    id: items

                    model: page.library.items
                    delegate: ListRow {
                        required property string itemId

                        required heading
                        required line
                        required iconName
                        width: parent?.width ?? 0
                        onClicked: page.library.open(itemId)
                    }
                }
            }
        }
    }
    PageScroll {
        id: sheet

        visible: page.reading
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        ColumnLayout {
            width: Math.min(sheet.contentRoom, Theme.lead * 36)
            spacing: 24

            AppButton {
                visible: page.library.canPlay
                kind: page.library.playing ? AppButton.Outline : AppButton.Primary
                iconName: page.library.playing ? "pause" : "speaker"
                text: page.library.playLabel
                onClicked: page.library.togglePlay()
            }
            Repeater {
                model: page.library.sounds
                delegate: RowLayout {
                    id: sound

                    required property string soundId
                    required property string label
                    required property string line
                    required property bool playing

                    Layout.fillWidth: true
                    spacing: 16

                    RoundButton {
                        size: Theme.large ? 68 : 60
                        name: sound.playing ? qsTr("停，%1").arg(sound.label) : qsTr("放给我听，%1").arg(sound.label)
                        iconName: sound.playing ? "pause" : "speaker"
                        onClicked: page.library.toggleSound(sound.soundId)
                    }
                    Column {
                        Layout.fillWidth: true

                        AppText {
                            width: parent.width
                            text: sound.label
                            size: Theme.lead
                            strong: true
                        }
                        MetaText {
                            width: parent.width
                            visible: text.length > 0
                            text: sound.playing ? qsTr("正在放") : sound.line
                        }
                    }
                }
            }
            PictureStrip {
                Layout.fillWidth: true
                model: page.library.pictures
                onOpened: id => page.library.openAttachment(id)
            }
            InfoStrip {
                Layout.fillWidth: true
                label: page.library.missingText
                iconName: "cloudup"
            }
            AppText {
                Layout.fillWidth: true
                visible: text.length > 0
                text: page.library.body
                size: Theme.lead
                lineHeight: 1.6
            }
        }
    }
}

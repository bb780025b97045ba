// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One line at a time, read aloud: the line, its answers, and always a way not to answer.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

FocusScope {
    id: page

    required property Session session
    readonly property ScaleModel scale: session.scale
    readonly property int edge: Theme.compact ? Theme.margin : 64
    readonly property int many: answers.count

    // A second touch of the same finger belongs to the line that is gone.
    Timer {
        id: still

        interval: 400
    }
    Connections {
        target: page.scale

        function onPositionChanged(): void {
            still.restart();
            turn.restart();
            scroll.contentY = 0;
        }
    }
    RowLayout {
        id: head

        x: page.edge
        y: Theme.low ? 16 : 32
        width: parent.width - 2 * x
        spacing: 16

        GridLayout {
            Layout.fillWidth: true
            columns: Theme.compact || page.scale.count > 10 ? 1 : 2
            columnSpacing: 20
            rowSpacing: 8

            StepDots {
                position: page.scale.position
                count: page.scale.count
            }
            AppText {
                Layout.fillWidth: true
                text: qsTr("第%1句，一共%2句").arg(page.scale.position).arg(page.scale.count)
                color: Theme.ink2
            }
        }
        SosButton {
            implicitHeight: Theme.tap
            corner: 16
            session: page.session
        }
        AppButton {
            kind: AppButton.Outline
            iconName: "pause"
            text: qsTr("先停在这里")
            onClicked: page.scale.stopHere()
        }
    }
    PageScroll {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: foot.top
        width: parent.width
        margin: page.edge
        marginTop: 16
        marginBottom: 16
        focus: true

        ColumnLayout {
            width: scroll.contentRoom
            height: Math.max(implicitHeight, scroll.room)
            spacing: 0

            Item {
                Layout.preferredHeight: Math.max(0, (scroll.room - 360) * 0.26)
            }
            Column {
                id: words

                Layout.fillWidth: true
                spacing: Theme.low ? 4 : 12

                AppText {
                    width: parent.width
                    text: page.scale.stemText
                    size: Theme.readStem
                    color: Theme.ink2
                }
                AppText {
                    width: parent.width
                    text: page.scale.itemText
                    size: page.scale.itemText.length > 30 ? Math.round(Theme.read * 0.8) : Theme.read
                    strong: true
                    lineHeight: 0.95
                    Accessible.role: Accessible.Heading
                }
            }
            Item {
                Layout.fillHeight: true
                Layout.minimumHeight: 20
                Layout.maximumHeight: Theme.compact ? 120 : 104
            }
            GridLayout {
                Layout.fillWidth: true
                columns: Theme.compact ? (page.many === 3 ? 1 : 2) : Math.max(2, page.many)
                columnSpacing: 20
                rowSpacing: 20

                Repeater {
                    id: answers

                    model: page.scale.answers
                    delegate: AnswerButton {
                        required property int index
                        required property int value
                        required property string label

                        required chosen
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        focus: index === 0
                        text: label
                        onClicked: still.running || page.scale.answer(value)
                    }
                }
            }
            Item {
                Layout.fillHeight: true
            }
        }
    }
    ColumnLayout {
        id: foot

        x: page.edge
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.low ? 12 : 32
        width: parent.width - 2 * x
        spacing: Theme.low ? 8 : 20

        RowLayout {
            Layout.fillWidth: true
            spacing: 16

            AppButton {
                implicitHeight: Theme.large ? 76 : (Theme.low ? 60 : 72)
                visible: page.scale.canGoBack
                kind: AppButton.Outline
                size: Theme.title
                iconName: "left"
                text: qsTr("上一句")
                onClicked: page.scale.previous()
            }
            Item {
                Layout.fillWidth: true
            }
            AppButton {
                implicitHeight: Theme.large ? 76 : (Theme.low ? 60 : 72)
                least: 200
                kind: page.scale.declined ? AppButton.Tonal : AppButton.Outline
                size: Theme.title + 2
                iconName: page.scale.declined ? "check" : ""
                text: qsTr("不想回答")
                onClicked: still.running || page.scale.decline()
            }
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("不想答的可以跳过，随时能停。")
            color: Theme.ink2
            horizontalAlignment: Text.AlignHCenter
        }
    }
    NumberAnimation {
        id: turn

        target: words
        property: "opacity"
        from: 0
        to: 1
        duration: Theme.turn
    }
}

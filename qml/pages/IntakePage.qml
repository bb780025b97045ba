// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A list of families from a spreadsheet: choose the file, look through it, write it down.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Item {
    id: page

    required property Session session
    readonly property IntakeModel intake: session.intake
    readonly property bool looking: intake.step === IntakeModel.Look || intake.step === IntakeModel.Done

    PageHead {
        id: head

        width: parent.width
        heading: qsTr("收一份名册")
        line: page.intake.fileName
        onBack: page.session.back()

        AppButton {
            visible: page.looking
            kind: AppButton.Quiet
            text: qsTr("换一份")
            onClicked: page.intake.again()
        }
    }
    PageScroll {
        id: choosing

        visible: page.intake.step === IntakeModel.Choose
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        ColumnLayout {
            width: choosing.contentRoom
            spacing: 20

            InfoStrip {
                Layout.fillWidth: true
                label: page.intake.troubleText
                iconName: "info"
                tone: InfoStrip.Clay
            }
            AppText {
                Layout.fillWidth: true
                text: qsTr("先看，再记：一行一行看过，您点头才写进来。已有档案的不会再写一遍。")
                color: Theme.ink2
            }
            SectionLabel {
                visible: files.count > 0
                text: qsTr("这台平板上的表格")
            }
            Card {
                Layout.fillWidth: true
                visible: files.count > 0
                paddingY: 12
                spacing: 0

                Repeater {
                    id: files

                    model: page.intake.files
                    delegate: ListRow {
                        required property string path
                        required property string name

                        required line
                        heading: name
                        iconName: "doc"
                        width: parent?.width ?? 0
                        onClicked: page.intake.read(path)
                    }
                }
            }
            AppText {
                Layout.fillWidth: true
                visible: text.length > 0
                text: page.intake.noFilesText
                size: Theme.lead
                color: Theme.ink2
            }
            AppButton {
                kind: files.count > 0 ? AppButton.Quiet : AppButton.Tonal
                iconName: "refresh"
                text: qsTr("再找一遍")
                onClicked: page.intake.lookAgain()
            }
            MetaText {
                Layout.fillWidth: true
                text: qsTr("表格放在“下载”“文档”里，或插上U盘。.xlsx、.csv 都行，第一行写上姓名、身份证号、村、住址这些名目。")
            }
        }
    }
    ColumnLayout {
        visible: page.intake.step !== IntakeModel.Choose
        anchors.top: head.bottom
        anchors.bottom: foot.top
        anchors.topMargin: Theme.low ? 12 : 20
        anchors.bottomMargin: 0
        x: Theme.margin
        width: parent.width - 2 * Theme.margin
        spacing: Theme.low ? 8 : 16

        AppText {
            Layout.fillWidth: true
            text: page.intake.sumText
            size: Theme.title
            strong: true
            Accessible.role: Accessible.Heading
        }
        Flow {
            Layout.fillWidth: true
            visible: page.looking
            spacing: 12

            Repeater {
                model: page.intake.filters
                delegate: OptionButton {
                    id: option

                    required property int which

                    required label
                    required chosen
                    round: true
                    onClicked: page.intake.show(option.which)
                }
            }
        }
        MetaText {
            Layout.fillWidth: true
            visible: page.looking && text.length > 0
            text: page.intake.strangeText
        }
        ListView {
            id: rows

            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: page.looking
            clip: true
            model: page.intake.rows
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("名册里的各行")
            delegate: SheetRow {
                required property string tone

                required number
                required heading
                required line
                required stateText
                look: tone === "look"
                width: rows.width
            }
        }
        Item {
            Layout.fillHeight: true
            visible: !page.looking
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: page.intake.step === IntakeModel.Choose ? 0 : 96
        visible: height > 0

        Rule {
            width: parent.width
        }
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            spacing: 16

            MetaText {
                Layout.fillWidth: true
                visible: page.intake.step === IntakeModel.Look
                text: qsTr("要改的在表格里改好，再收一次，只写还没有的。")
            }
            Item {
                Layout.fillWidth: true
                visible: page.intake.step !== IntakeModel.Look
            }
            AppButton {
                visible: page.intake.step === IntakeModel.Write
                kind: AppButton.Outline
                text: qsTr("先停在这里")
                onClicked: page.intake.stop()
            }
            AppButton {
                visible: page.intake.canTake
                kind: AppButton.Primary
                text: page.intake.takeLabel
                onClicked: page.intake.take()
            }
            AppButton {
                visible: page.intake.step === IntakeModel.Done
                kind: AppButton.Primary
                iconName: "people"
                text: qsTr("看看家人")
                onClicked: page.intake.goFamilies()
            }
        }
    }
}

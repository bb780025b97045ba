// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

Card {
    id: card

    required property AboutModel about

    signal more

    paddingY: 20
    spacing: 12

    RowLayout {
        width: parent.width
        spacing: 12

        Logo {
        }
        Column {
            Layout.fillWidth: true
            spacing: -2

            AppText {
                text: qsTr("连心桥")
                size: Theme.title
                strong: true
            }
            MetaText {
                width: parent.width
                text: card.about.versionText
            }
        }
    }
    Rule {
        width: parent.width
    }
    Fact {
        width: parent.width
        keyWidth: Theme.large ? 124 : 96
        label: qsTr("备案编号")
        line: card.about.filingText
    }
    Fact {
        width: parent.width
        keyWidth: Theme.large ? 124 : 96
        label: qsTr("主管单位")
        line: card.about.ownerText
    }
    AppButton {
        compact: true
        kind: AppButton.Outline
        text: qsTr("隐私说明和开源许可")
        onClicked: card.more()
    }
    MetaText {
        width: parent.width
        text: qsTr("不记在线时长，也不比谁做得多。")
    }
}

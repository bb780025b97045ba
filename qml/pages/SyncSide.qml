// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What went over the line, and the sentence that lets one rest.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Lianxin
import Lianxin.App

ColumnLayout {
    id: side

    required property SyncModel sync
    required property CarryModel carry

    spacing: 16

    Card {
        Layout.fillWidth: true
        paddingY: 20
        spacing: 8

        SectionLabel {
            text: qsTr("这次打开用掉的流量")
        }
        Row {
            spacing: 8

            AppText {
                id: figure

                text: side.sync.dataText
                size: Theme.num
                strong: true
            }
            AppText {
                anchors.baseline: figure.baseline
                text: qsTr("KB，都是文字")
                color: Theme.ink2
                wrapMode: Text.NoWrap
            }
        }
    }
    CarryCard {
        Layout.fillWidth: true
        carry: side.carry
    }
    InfoStrip {
        Layout.fillWidth: true
        iconName: "info"
        label: qsTr("不连网也能一直用。记录不会丢，换人登录也不会丢。")
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The way out of danger, where the rail is hidden.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

AppButton {
    required property Session session

    compact: true
    kind: AppButton.ClaySoft
    iconName: "sos"
    text: qsTr("紧急")
    onClicked: session.openCrisis()
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Paper on paper: a surface and one hairline.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin

Rectangle {
    id: card

    default property alias content: body.data
    property int padding: 24
    property int paddingY: padding
    property alias spacing: body.spacing

    implicitWidth: 320
    implicitHeight: body.implicitHeight + 2 * paddingY
    radius: 20
    color: Theme.surf
    border.width: 1
    border.color: Theme.line

    Column {
        id: body

        x: card.padding
        y: card.paddingY
        width: card.width - 2 * card.padding
    }
}

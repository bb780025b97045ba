// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A page that may be longer than the window. What takes the focus scrolls into sight, above a toast too; the content is at least as high as the
// page.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin

Flickable {
    id: scroll

    default property alias content: body.data
    property int margin: Theme.margin
    property int marginTop: 24
    property int marginBottom: 24
    readonly property real room: height - marginTop - marginBottom
    readonly property real contentRoom: width - 2 * margin
    readonly property Item focused: Window.activeFocusItem
    readonly property real veil: Theme.toastVeil

    contentWidth: width
    contentHeight: Math.max(height, body.height + marginTop + marginBottom + veil)
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick
    clip: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("这一页可以上下移")
    Accessible.onScrollDownAction: scroll.leaf(0.8)
    Accessible.onScrollUpAction: scroll.leaf(-0.8)
    onFocusedChanged: scroll.reveal(focused)
    onVeilChanged: {
        scroll.reveal(focused);
        returnToBounds();
    }

    // A screen reader's swipe: most of a window, so that a line is seen twice rather than never.
    function leaf(part: real): void {
        contentY = Math.max(0, Math.min(contentHeight - height, contentY + part * height));
    }
    function holds(item: Item): bool {
        for (let at = item; at; at = at.parent)
            if (at === body)
                return true;
        return false;
    }
    function reveal(item: Item): void {
        if (!item || !holds(item))
            return;
        const top = item.mapToItem(body, 0, 0).y + marginTop;
        if (top < contentY + 24 || top + Math.min(item.height, height / 2) > contentY + height - 24 - veil)
            contentY = Math.max(0, Math.min(contentHeight - height, top - height / 3));
    }

    Item {
        id: body

        x: scroll.margin
        y: scroll.marginTop
        width: scroll.contentRoom
        height: childrenRect.height
    }

    T.ScrollBar.vertical: T.ScrollBar {
        id: bar

        width: 12
        policy: T.ScrollBar.AsNeeded
        Accessible.ignored: true // what takes the focus scrolls into sight by itself
        contentItem: Rectangle {
            implicitWidth: 6
            radius: 3
            color: Theme.edge
            opacity: bar.active && bar.size < 1 ? 0.6 : 0
        }
    }
}

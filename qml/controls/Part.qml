// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Loader does, for bound components: the Loader of Qt 6.4 refuses them ("outside its creation context"), a Repeater does not.
pragma ComponentBehavior: Bound
import QtQuick

FocusScope {
    id: part

    property bool active: true
    // The item takes this height too; otherwise it has its own and gives it to the part.
    property bool fills: false
    property Component sourceComponent
    property Item item: null

    signal loaded

    implicitWidth: item?.implicitWidth ?? 0
    implicitHeight: item?.implicitHeight ?? 0

    function settle(made: Item): void {
        made.width = Qt.binding(() => part.width);
        if (fills)
            made.height = Qt.binding(() => part.height);
        item = made;
        loaded();
    }

    Repeater {
        model: part.active && part.sourceComponent ? 1 : 0
        delegate: part.sourceComponent
        onItemAdded: (index, made) => part.settle(made)
        onItemRemoved: part.item = null
    }
}

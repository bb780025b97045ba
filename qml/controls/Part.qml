// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Loader does, for bound components: the Loader of Qt 6.4 refuses them ("outside its creation context"), createObject does not.
// What was shown before goes at the next turn of the event loop, as with Loader; until then it stands aside, whole, so that a model that
// changes meanwhile finds its views in order.
pragma ComponentBehavior: Bound
import QtQuick

FocusScope {
    id: part

    property bool active: true
    // The item takes this height too; otherwise it has its own and gives it to the part.
    property bool fills: false
    property Component sourceComponent
    property Item item: null
    property bool ready: false

    signal loaded

    implicitWidth: item?.implicitWidth ?? 0
    implicitHeight: item?.implicitHeight ?? 0
    onActiveChanged: ready && fill()
    onSourceComponentChanged: ready && fill()
    Component.onCompleted: fill()

    function fill(): void {
        ready = true;
        clear(item);
        if (active && sourceComponent)
            settle(sourceComponent.createObject(part) as Item);
    }
    function clear(old: Item): void {
        item = null;
        if (old) {
            old.visible = false;
            old.enabled = false;
            old.destroy();
        }
    }
    function settle(made: Item): void {
        made.width = Qt.binding(() => part.width);
        if (fills)
            made.height = Qt.binding(() => part.height);
        item = made;
        loaded();
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every page test needs: a page on a fresh stub session, finding things as a screen reader does, and the audit of targets.
import QtQuick
import QtQuick.Templates as T
import QtTest
import Lianxin
import Lianxin.App

TestCase {
    id: pageCase

    property Session session: null
    property Item page: null
    property Component pageComponent
    readonly property Component sessionComponent: Component {
        Session {
        }
    }

    visible: true
    when: windowShown
    width: 1280
    height: 800

    function init(): void {
        failOnWarning(/TypeError|ReferenceError|[Bb]inding loop|Unable to assign|Polish loop/);
        open(1280, 800, false);
    }
    function cleanup(): void {
        close();
    }
    // The page goes before what it shows, as in the app.
    function close(): void {
        if (page)
            page.destroy();
        page = null;
        wait(0);
    }
    function open(wide: int, high: int, large: bool): void {
        pageCase.width = wide;
        pageCase.height = high;
        Window.window.width = wide;
        Window.window.height = high;
        Theme.windowWidth = wide;
        Theme.windowHeight = high;
        Theme.large = large;
        Theme.reducedMotion = true;
        close();
        session = sessionComponent.createObject(pageCase);
        page = pageComponent.createObject(pageCase, {
                "session": session,
                "width": wide,
                "height": high
            });
        verify(page);
        settle();
    }

    // After the layouts have had their say.
    function settle(): void {
        grabImage(page);
    }

    // Visible items for which the test is true, in reading order of the tree.
    function all(root, test) {
        let found = [];
        for (let i = 0; i < root.children.length; ++i) {
            const child = root.children[i];
            if (!child.visible)
                continue;
            if (test(child))
                found.push(child);
            found = found.concat(all(child, test));
        }
        return found;
    }
    function targets() {
        return all(page, item => item instanceof T.AbstractButton && item.enabled);
    }
    function target(name) {
        const hits = targets().filter(item => item.Accessible.name === name);
        verify(hits.length > 0, "no button named " + name);
        return hits[0];
    }
    function hasTarget(name: string): bool {
        return targets().some(item => item.Accessible.name === name);
    }
    function field(name) {
        const hits = all(page, item => (item instanceof T.TextField || item instanceof T.TextArea) && item.label === name);
        verify(hits.length > 0, "no field named " + name);
        return hits[0];
    }
    function shows(words: string): bool {
        return all(page, item => item instanceof Text && item.text.indexOf(words) >= 0 && item.opacity > 0).length > 0;
    }
    function tap(name: string): void {
        const item = target(name);
        item.forceActiveFocus();
        settle();
        mouseClick(item, item.width / 2, Math.min(item.height / 2, 24));
    }

    // Every target has a name, a role and a size; every word is plain text.
    function audit(least: int): void {
        for (const item of targets()) {
            verify(item.Accessible.name.length > 0, "a button without a name: " + item);
            verify(item.Accessible.role !== Accessible.NoRole, "a button without a role: " + item.Accessible.name);
            verify(item.height >= least && item.width >= least, item.Accessible.name + " is " + item.width + "x" + item.height);
        }
        for (const words of all(page, item => item instanceof Text))
            compare(words.textFormat, Text.PlainText);
        for (const box of all(page, item => item instanceof T.TextField || item instanceof T.TextArea))
            verify(box.Accessible.name.length + box.Accessible.description.length > 0, "a field without a name");
    }
    function auditAll(): void {
        for (const [wide, high, large] of [[1280, 800, false], [800, 1280, false], [960, 600, false], [1280, 800, true], [800, 1280, true]]) {
            open(wide, high, large);
            audit(large ? 60 : 48);
        }
    }
}

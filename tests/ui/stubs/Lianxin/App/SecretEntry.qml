// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: entry

    enum Kind {
        Pin,
        Passphrase,
        Recovery
    }

    property bool active: false
    property int kind: SecretEntry.Pin
    property string label: "六位数字密码"
    property int digits: 2
    property bool canUsePin: true
    property bool canUsePassphrase: true
    property string message
    property bool inputEnabled: true
    property bool busy: false
    property string hintText
    property bool fresh: false
    property bool again: false

    signal emptied

    function pressDigit(digit: int): void {
        entry.ask("digit " + digit);
    }
    function backspace(): void {
        entry.ask("backspace");
    }
    function submit(text: string): void {
        entry.ask("submit " + text.length);
    }
    function usePin(): void {
        kind = SecretEntry.Pin;
    }
    function usePassphrase(): void {
        kind = SecretEntry.Passphrase;
    }
    function useRecovery(): void {
        kind = SecretEntry.Recovery;
    }
    function cancel(): void {
        active = false;
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A scale, from choosing one to what it means. Its middle is the person's: one line, large answers, and a way to stop.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

FocusScope {
    id: page

    required property Session session
    readonly property ScaleModel scale: session.scale
    readonly property list<Component> parts: [nothing, choose, consent, item, thanks, score, found]

    Part {
        anchors.fill: parent
        fills: true
        focus: true
        sourceComponent: page.parts[page.scale.step]
    }

    Component {
        id: nothing

        Item {
        }
    }
    Component {
        id: choose

        ScaleChoose {
            session: page.session
        }
    }
    Component {
        id: consent

        ScaleWords {
            session: page.session
            heading: qsTr("想问您两句心情，可以吗")
            line: qsTr("我们会把今天聊的简单记下来，只给负责照顾您的人看。您可以说“不”，服务照常。")
            agree: qsTr("可以")
            refuse: qsTr("今天不问")
            onAgreed: page.scale.consent(true)
            onRefused: page.scale.consent(false)
        }
    }
    Component {
        id: item

        ScaleItem {
            session: page.session
            focus: true
        }
    }
    Component {
        id: thanks

        ScaleWords {
            session: page.session
            heading: qsTr("谢谢您。今天先到这里，喝口水。")
            line: page.scale.staysToTalk ? qsTr("听起来这阵子不容易。我们再说会儿话，好吗？") : ""
            quiet: page.scale.handBackText
            onGone: page.scale.handBack()
        }
    }
    Component {
        id: score

        ScaleScore {
            session: page.session
        }
    }
    Component {
        id: found

        ScaleFound {
            session: page.session
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "CapturePage"
    pageComponent: Component {
        CapturePage {
        }
    }

    function test_aPicture(): void {
        session.capture.showCamera();
        settle();
        verify(shows("不拍也没关系"));
        tap("拍下来");
        tap("从平板里选一张");
        compare(session.capture.asked, ["shoot", "album"]);
    }
    function test_fromTheTablet(): void {
        session.capture.showAlbum();
        settle();
        tap("第2张照片");
        compare(session.capture.asked, ["pick p1"]);
    }
    function test_whoCanBeSeen(): void {
        session.capture.showCheck(false);
        settle();
        verify(!shows("家里人怎么说"));
        tap("看得见脸");
        compare(session.capture.asked, ["answer 2"]);
        session.capture.showCheck(true);
        settle();
        verify(shows("只放在这台平板上"));
        tap("答应了，签个字");
        tap("放进去");
        tap("换一张");
        compare(session.capture.asked, ["answer 2", "agree 1", "keep", "again"]);
    }
    function test_aVoice(): void {
        session.capture.showVoice(false);
        settle();
        tap("说好了");
        session.capture.showVoice(true);
        settle();
        tap("听一听 0:18");
        tap("有家里人的");
        tap("放进去");
        compare(session.capture.asked, ["record", "play", "answer 1", "keep"]);
    }
    function test_aSignature(): void {
        session.capture.showSign();
        settle();
        compare(hasTarget("签好了"), false); // nothing is written yet
        const pad = all(page, item => item.Accessible.role === Accessible.Canvas)[0];
        mousePress(pad, pad.width * 0.2, pad.height * 0.5);
        mouseMove(pad, pad.width * 0.6, pad.height * 0.4);
        mouseRelease(pad, pad.width * 0.6, pad.height * 0.4);
        settle();
        tap("签好了");
        tap("重新签");
        compare(session.capture.asked, ["press 0.2 0.5", "keep", "wipe"]);
    }
    function test_aPlaceIsShownBeforeItIsNoted(): void {
        session.capture.showPlace();
        settle();
        verify(shows("北纬25.50316"));
        verify(shows("不会跟着走"));
        tap("记下");
        tap("再找一次");
        compare(session.capture.asked, ["keep", "place"]);
    }
    function test_aCodeNeedsNoButton(): void {
        session.capture.showScan();
        settle();
        compare(hasTarget("拍下来"), false);
    }
    function test_lookingAtIt(): void {
        session.capture.showLook(false);
        settle();
        verify(shows("只留在这台平板上"));
        session.capture.showLook(true);
        settle();
        tap("听一听");
        compare(session.capture.asked, ["play"]);
    }
    function test_targets(): void {
        for (const [wide, high, large] of [[1280, 800, false], [800, 1280, false], [960, 600, false], [1280, 800, true], [800, 1280, true]])
            for (const step of ["showCamera", "showAlbum", "showCheck", "showVoice", "showSign", "showPlace", "showScan", "showLook"]) {
                open(wide, high, large);
                session.capture[step](true);
                settle();
                audit(large ? 60 : 48);
            }
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Lianxin
import Lianxin.App

PageCase {
    id: test

    name: "SyncPage"
    pageComponent: Component {
        SyncPage {
        }
    }

    function test_connectAndStuck(): void {
        tap("现在连一下");
        tap("用流量传这张");
        tap("林阿姨 上门，这台平板");
        compare(session.sync.asked, ["connect", "stuck", "open 1"]);
    }
    function test_picturesAndTheirCost(): void {
        verify(shows("还有5张照片和录音在等"));
        verify(shows("用掉的流量：今天3.2 MB"));
        tap("现在全部传");
        compare(session.carry.asked, ["all"]);
        session.carry.canSendAll = false;
        session.carry.sendingAll = true;
        verify(shows("正在全部传"));
        session.carry.sendingAll = false;
        verify(!hasTarget("现在全部传"));
    }
    function test_withoutAPlaceForPictures(): void {
        session.carry.here = false;
        verify(!shows("照片和录音"));
    }
    function test_busy(): void {
        session.sync.busy = true;
        session.sync.busyText = "正在传，还有12条";
        verify(shows("正在传，还有12条"));
        verify(!hasTarget("现在连一下"));
    }
    function test_nothingStuck(): void {
        session.sync.stuckHeading = "";
        verify(!hasTarget("用流量传这张"));
    }
    function test_setAside(): void {
        verify(!shows("省里请您再看一下"));
        session.sync.setAside.fill();
        settle();
        verify(shows("省里请您再看一下"));
        verify(shows("这一条太长了，短一点再记一次"));
        verify(shows("等省里定的"));
        tap("看一看");
        compare(session.sync.setAside.asked, ["act 3"]);
        tap("林阿姨，上门，这一条太长了，短一点再记一次");
        compare(session.sync.setAside.asked, ["act 3", "open 3"]);
        const leaves = targets().filter(item => item.Accessible.name === "请省里决定");
        compare(leaves.length, 2); // beside 看一看, and alone
        leaves[1].clicked();
        leaves[0].clicked();
        compare(session.sync.setAside.asked, ["act 3", "open 3", "act 5", "leave 3"]);
    }
    function test_waiting(): void {
        session.sync.fillWaiting(2, 9);
        session.sync.moreText = "再看12户";
        settle();
        verify(shows("还在路上的18条"));
        verify(shows("还有3条"));
        tap("林阿姨，9条");
        tap("再看12户");
        compare(session.sync.asked, ["family f0", "more waiting"]);
    }
    function test_full(): void {
        for (const [wide, high, large] of [[1280, 800, false], [800, 1280, false], [960, 600, false], [1280, 800, true], [800, 1280, true]]) {
            open(wide, high, large);
            session.sync.setAside.fill();
            session.sync.fillWaiting(8, 25);
            settle();
            audit(large ? 60 : 48);
        }
    }
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

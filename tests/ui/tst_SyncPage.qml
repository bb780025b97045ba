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
    function test_everyTargetHasNameRoleAndSize(): void {
        auditAll();
    }
}

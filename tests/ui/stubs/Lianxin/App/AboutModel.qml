// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    property string versionText: "版本 0.1.0，演示数据"
    property string filingText: "演示版，还没有编号"
    property string ownerText: "省级部署，名称待填"
    property string licenceText: "本软件按 GPL-3.0-or-later 发布。"
    property string privacyText: "记录加密存在平板里，只给有权看的人看。"
}

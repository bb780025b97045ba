// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: family

    property string familyId: "f1"
    property string initial: "林"
    property int tint: 0
    property string name: "林阿姨"
    property string line: "林秀英·68岁·一个人住·桥头村一组"
    property string phoneText: "199 0000 0012"
    property string noticeText: "不提孩子名字，不拍照\n车别停在家门口"
    property string lookText
    property bool canWrite: true
    property bool canEdit: true
    property bool canStartSession: false
    property bool canStartEmergency: true
    property bool canSumClaim: true
    property bool canReadScale: true
    property string scaleLabel: "问两句心情"
    property bool canAskSafety: true
    property string timelineEmptyText: "还没有记过，去坐坐也好"
    property bool hasMoreTimeline: false
    property string careText: "重点关注"
    readonly property ListModel haves: ListModel {
        ListElement {
            label: "精神有慰藉"
            have: true
        }
        ListElement {
            label: "生活有帮助"
            have: true
        }
        ListElement {
            label: "活动有场所"
            have: false
        }
        ListElement {
            label: "意外有保险"
            have: true
        }
    }
    readonly property ListModel careReasons: ListModel {
        ListElement {
            line: "一个人住"
        }
        ListElement {
            line: "有一阵没联系上了"
        }
    }
    readonly property ListModel duties: ListModel {
        ListElement {
            taskId: "t1"
            heading: "重阳前去看看"
            line: "还有4天，这个月也还没联系"
            iconName: "today"
            canExplain: true
        }
        ListElement {
            taskId: "t2"
            heading: "还差一句"
            line: "写过的都在"
            iconName: "pen"
            canExplain: false
        }
    }
    readonly property ListModel tags: ListModel {
        ListElement {
            label: "重点关注"
            strong: true
        }
        ListElement {
            label: "先打电话"
            strong: false
        }
        ListElement {
            label: "上午方便"
            strong: false
        }
    }
    readonly property ListModel carers: ListModel {
        ListElement {
            name: "吴美华"
            line: "村联系人·主要"
            initial: "吴"
            tint: 0
        }
        ListElement {
            name: "郑志强"
            line: "镇联系人·您"
            initial: "郑"
            tint: 1
        }
    }
    readonly property ListModel infoRows: ListModel {
        ListElement {
            label: "称呼"
            line: "林阿姨，讲闽南话更自在"
        }
        ListElement {
            label: "方便"
            line: "上午，先打个电话"
        }
        ListElement {
            label: "怎么走"
            line: "村口榕树右拐第三家"
        }
    }
    readonly property ListModel closePeople: ListModel {
        ListElement {
            name: "林秀玉"
            line: "妹妹，住上厝村"
            phoneText: "199 0000 0031"
            accessibleText: "给林秀玉打电话"
        }
    }
    readonly property ListModel people: ListModel {
        ListElement {
            personId: "p1"
            name: "林秀英"
            line: "本人·68岁"
            initial: "林"
            tint: 0
            canEdit: true
        }
    }
    readonly property ListModel openMatters: ListModel {
        ListElement {
            matterId: "m1"
            heading: "卫生间扶手"
            line: "镇里在办·9月28日转去"
            iconName: "transfer"
        }
        ListElement {
            matterId: "m2"
            heading: "陪去卫生院看膝盖"
            line: "说好这个月去"
            iconName: "today"
        }
    }
    readonly property ListModel workInfo: ListModel {
        ListElement {
            label: "类别"
            line: "计生特殊家庭（A类）"
        }
    }
    readonly property ListModel filters: ListModel {
        ListElement {
            filterId: "all"
            label: "全部"
            chosen: true
        }
        ListElement {
            filterId: "met"
            label: "见面"
            chosen: false
        }
        ListElement {
            filterId: "phone"
            label: "电话"
            chosen: false
        }
        ListElement {
            filterId: "counsel"
            label: "辅导"
            chosen: false
        }
        ListElement {
            filterId: "help"
            label: "帮扶"
            chosen: false
        }
    }
    readonly property ListModel timeline: TimelineRows {
    }
    readonly property ListModel recent: ListModel {
        ListElement {
            whenText: "9月28日"
            line: "转来一件事：卫生间想装扶手"
            locked: false
        }
        ListElement {
            whenText: "9月16日"
            line: "上门，精神不错，正在晒菜干"
            locked: false
        }
        ListElement {
            whenText: "9月10日"
            line: "心理辅导，内容只给咨询师看"
            locked: true
        }
        ListElement {
            whenText: "8月20日"
            line: "送去夏季清凉包，本人签收"
            locked: false
        }
    }

    function explain(taskId: string): void {
        family.ask("explain " + taskId);
    }
    function write(): void {
        family.ask("write");
    }
    function call(): void {
        family.ask("call");
    }
    function callPerson(row: int): void {
        family.ask("callPerson " + row);
    }
    function toggleFilter(filterId: string): void {
        family.ask("filter " + filterId);
    }
    function openAttachment(attachmentId: string): void {
        ask("openAttachment " + attachmentId);
    }
    function openEntry(entryId: string): void {
        family.ask("entry " + entryId);
    }
    function openMatter(matterId: string): void {
        family.ask("matter " + matterId);
    }
    function editHousehold(): void {
        family.ask("editHousehold");
    }
    function editPerson(personId: string): void {
        family.ask("editPerson " + personId);
    }
    function addPerson(): void {
        family.ask("addPerson");
    }
    function startSession(): void {
        family.ask("startSession");
    }
    function sumClaim(): void {
        family.ask("sumClaim");
    }
    function openAllowance(): void {
        family.ask("allowance");
    }
    function noteMore(): void {
        family.ask("noteMore");
    }
    function startEmergency(): void {
        family.ask("startEmergency");
    }
    function readScale(): void {
        family.ask("scale");
    }
    function askSafety(): void {
        family.ask("safety");
    }
    function openHistory(): void {
        family.ask("history");
    }
    function openLook(): void {
        family.ask("look");
    }
    function showMore(): void {
        family.ask("more");
    }
    function changeCarer(): void {
        family.ask("changeCarer");
    }
}

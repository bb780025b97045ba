// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: families

    enum Layout {
        Cards,
        List
    }

    property int layout: FamiliesModel.List
    property string countText: "全镇150户"
    property string searchText: "lx"
    property bool searching: false
    property string resultText: "“lx” 找到7户，另有2项"
    property string emptyText: "没找到，换个字试试"
    property bool canAdd: false
    property bool hasSelection: true
    readonly property FamilyModel selected: FamilyModel {
        name: "林秀英"
        line: "68岁·一个人住·桥头村一组"
        noticeText: "不提孩子名字，不拍照，车别停在家门口"
    }
    readonly property ListModel filters: ListModel {
        ListElement {
            filterId: "all"
            label: "全部"
            chosen: true
        }
        ListElement {
            filterId: "notYet"
            label: "这月还没联系上"
            chosen: false
        }
        ListElement {
            filterId: "more"
            label: "要多关心"
            chosen: false
        }
    }
    readonly property ListModel cards: CardRows {
    }
    readonly property ListModel rows: ListModel {
        ListElement {
            familyId: "f1"
            name: "林秀英"
            pinyinText: "|l|in |x|iu ying"
            line: "桥头村·吴美华在联系"
            stateText: "重阳前去看看"
            initial: "林"
            iconName: ""
            tint: 0
            sectionText: "家人"
            chosen: true
            accessibleText: "林秀英，重阳前去看看"
        }
        ListElement {
            familyId: "f2"
            name: "林秀玉"
            pinyinText: "|l|in |x|iu yu"
            line: "上厝村·许碧云在联系"
            stateText: "9月30日见过"
            initial: "林"
            iconName: ""
            tint: 2
            sectionText: ""
            chosen: false
            accessibleText: "林秀玉"
        }
        ListElement {
            familyId: "f3"
            name: "李小云"
            pinyinText: "|l|i |x|iao yun"
            line: "茶坪村·钟惠珍在联系"
            stateText: "这月还没联系上"
            initial: "李"
            iconName: ""
            tint: 1
            sectionText: ""
            chosen: false
            accessibleText: "李小云"
        }
        ListElement {
            familyId: "f4"
            name: "蓝秀芳"
            pinyinText: "|l|an |x|iu fang"
            line: "岭下村·雷金土在联系"
            stateText: "10月8日通过电话"
            initial: "蓝"
            iconName: ""
            tint: 3
            sectionText: ""
            chosen: false
            accessibleText: "蓝秀芳"
        }
        ListElement {
            familyId: "f5"
            name: "刘翔飞"
            pinyinText: "|l|iu |x|iang fei"
            line: "溪口村·邱美珠在联系"
            stateText: "暂时不想被打扰"
            initial: "刘"
            iconName: ""
            tint: 0
            sectionText: ""
            chosen: false
            accessibleText: "刘翔飞"
        }
        ListElement {
            familyId: "f6"
            name: "连细妹"
            pinyinText: "|l|ian |x|i mei"
            line: "上厝村·许碧云在联系"
            stateText: "10月12日见过"
            initial: "连"
            iconName: ""
            tint: 1
            sectionText: ""
            chosen: false
            accessibleText: "连细妹"
        }
        ListElement {
            familyId: "f7"
            name: "欧阳𬭎龑"
            pinyinText: "ouyang hong yan"
            line: "翀瑄村·许碧云在联系"
            stateText: ""
            initial: "欧"
            iconName: ""
            tint: 2
            sectionText: ""
            chosen: false
            accessibleText: "欧阳𬭎龑"
        }
        ListElement {
            familyId: "h1"
            name: "兰溪暖心家园"
            pinyinText: "|l|an |x|i nuan xin jia yuan"
            line: "运行·桥头村党群服务中心"
            stateText: ""
            initial: ""
            iconName: "house"
            tint: 2
            sectionText: "暖心家园"
            chosen: false
            accessibleText: "兰溪暖心家园 暖心家园"
        }
        ListElement {
            familyId: "v1"
            name: "李晓"
            pinyinText: "|l|i |x|iao"
            line: "志愿者"
            stateText: ""
            initial: ""
            iconName: "visitor"
            tint: 3
            sectionText: "志愿者"
            chosen: false
            accessibleText: "李晓 志愿者"
        }
    }

    function toggleFilter(filterId: string): void {
        families.ask("filter " + filterId);
    }
    function select(familyId: string): void {
        families.ask("select " + familyId);
    }
    function openSelected(): void {
        families.ask("openSelected");
    }
    function open(familyId: string): void {
        families.ask("open " + familyId);
    }
    function addHousehold(): void {
        families.ask("add");
    }
    function clearSearch(): void {
        searchText = "";
    }
}

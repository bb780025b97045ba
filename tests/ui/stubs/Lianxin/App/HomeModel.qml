// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: home

    property string homeId: "h1"
    property string heading: "桥头暖心家园"
    property string levelText: "省级"
    property string yearText: "2026年"
    property string yearLine: "10个月里，9个月有活动，这个月的排好了"
    property string placeText: "桥头村党群服务中心一楼"
    property string wayText: "祠堂对面，车站下来走五分钟"
    property string hoursText: "每天 8:30—17:00"
    property string managerText: "邱美珠，负责人"
    property string phoneText: "199 0000 0701"
    property string sixText: "都齐了"
    property string planText: "2026年计划，已公布"
    property string emptyText
    property bool canNavigate: true
    property bool calendarOpen: false
    property string calendarText: "2026年10月"
    property string calendarEmptyText
    property bool canAdd: true
    property bool canEdit: true
    readonly property ListModel calendar: ListModel {
        ListElement {
            activityId: "a1"
            dayText: "3日"
            underText: "周六"
            heading: "国庆茶话"
            line: "9:00·活动室·已举办"
            accessibleText: "10月3日，国庆茶话，9:00·活动室·已举办"
        }
        ListElement {
            activityId: "a2"
            dayText: "18日"
            underText: "周日"
            heading: "重阳茶话"
            line: "9:30·活动室·已发布"
            accessibleText: "10月18日，重阳茶话，9:30·活动室·已发布"
        }
        ListElement {
            activityId: "a3"
            dayText: "25日"
            underText: "周日"
            heading: "义诊体检"
            line: "8:30·县医院来4位医生·已发布"
            accessibleText: "10月25日，义诊体检，8:30·县医院来4位医生·已发布"
        }
    }
    readonly property ListModel homes: ListModel {
        ListElement {
            homeId: "h1"
            label: "桥头"
            chosen: true
        }
        ListElement {
            homeId: "h2"
            label: "上厝"
            chosen: false
        }
        ListElement {
            homeId: "h3"
            label: "镇中心"
            chosen: false
        }
    }
    readonly property ListModel quarters: ListModel {
        ListElement {
            quarter: 1
            label: "一季度"
            theme: "常来坐坐"
            months: [
                ListElement {
                    month: 1
                    label: "1月"
                    line: "2场·31人次"
                    held: true
                    current: false
                    activityId: "a1"
                    accessibleText: "1月，办过，2场·31人次"
                },
                ListElement {
                    month: 2
                    label: "2月"
                    line: "1场·22人次"
                    held: true
                    current: false
                    activityId: "a2"
                    accessibleText: "2月，办过，1场·22人次"
                },
                ListElement {
                    month: 3
                    label: "3月"
                    line: "2场·37人次"
                    held: true
                    current: false
                    activityId: "a3"
                    accessibleText: "3月，办过，2场·37人次"
                }
            ]
        }
        ListElement {
            quarter: 2
            label: "二季度"
            theme: "春茶与健康"
            months: [
                ListElement {
                    month: 4
                    label: "4月"
                    line: "1场·15人次"
                    held: true
                    current: false
                    activityId: "a4"
                    accessibleText: "4月，办过，1场·15人次"
                },
                ListElement {
                    month: 5
                    label: "5月"
                    line: "2场·40人次"
                    held: true
                    current: false
                    activityId: "a5"
                    accessibleText: "5月，办过，2场·40人次"
                },
                ListElement {
                    month: 6
                    label: "6月"
                    line: "2场·38人次"
                    held: true
                    current: false
                    activityId: "a6"
                    accessibleText: "6月，办过，2场·38人次"
                }
            ]
        }
        ListElement {
            quarter: 3
            label: "三季度"
            theme: "清凉一夏"
            months: [
                ListElement {
                    month: 7
                    label: "7月"
                    line: "1场·18人次"
                    held: true
                    current: false
                    activityId: "a7"
                    accessibleText: "7月，办过，1场·18人次"
                },
                ListElement {
                    month: 8
                    label: "8月"
                    line: "2场·35人次"
                    held: true
                    current: false
                    activityId: "a8"
                    accessibleText: "8月，办过，2场·35人次"
                },
                ListElement {
                    month: 9
                    label: "9月"
                    line: "2场·44人次"
                    held: true
                    current: false
                    activityId: "a9"
                    accessibleText: "9月，办过，2场·44人次"
                }
            ]
        }
        ListElement {
            quarter: 4
            label: "四季度"
            theme: "重阳到冬至"
            months: [
                ListElement {
                    month: 10
                    label: "10月"
                    line: "18日 茶话"
                    held: false
                    current: true
                    activityId: "a10"
                    accessibleText: "10月，待办，18日 茶话"
                },
                ListElement {
                    month: 11
                    label: "11月"
                    line: "手工课"
                    held: false
                    current: false
                    activityId: ""
                    accessibleText: "11月，待办，手工课"
                },
                ListElement {
                    month: 12
                    label: "12月"
                    line: "冬至搓丸"
                    held: false
                    current: false
                    activityId: ""
                    accessibleText: "12月，待办，冬至搓丸"
                }
            ]
        }
    }
    readonly property ListModel next: ListModel {
        ListElement {
            activityId: "n1"
            dayText: "18日"
            underText: "周日"
            heading: "重阳茶话"
            line: "9:30，活动室，志愿者2人"
            accessibleText: "重阳茶话，9:30，活动室，志愿者2人"
        }
        ListElement {
            activityId: "n2"
            dayText: "25日"
            underText: "周日"
            heading: "义诊体检"
            line: "8:30，县医院来4位医生"
            accessibleText: "义诊体检，8:30，县医院来4位医生"
        }
        ListElement {
            activityId: "n3"
            dayText: "8日"
            underText: "11月"
            heading: "竹编手工课"
            line: "9:00，还在找老师"
            accessibleText: "竹编手工课，9:00，还在找老师"
        }
    }
    readonly property ListModel beside: ListModel {
        ListElement {
            recordId: "t1"
            heading: "桥头暖心志愿队"
            line: "志愿者队伍"
            iconName: "people"
        }
        ListElement {
            recordId: "u1"
            heading: "桥头暖心家园"
            line: "督导评估·办妥了"
            iconName: "eye"
        }
    }
    readonly property ListModel six: ListModel {
        ListElement {
            thing: "have_place"
            label: "有场所"
            have: true
        }
        ListElement {
            thing: "have_sign"
            label: "有标识"
            have: true
        }
        ListElement {
            thing: "have_rules"
            label: "有制度"
            have: true
        }
        ListElement {
            thing: "have_plan"
            label: "有计划"
            have: true
        }
        ListElement {
            thing: "have_activity"
            label: "有活动"
            have: true
        }
        ListElement {
            thing: "have_care"
            label: "有管理"
            have: true
        }
    }

    function choose(id: string): void {
        home.ask("choose " + id);
    }
    function noteActivity(): void {
        home.ask("note");
    }
    function openActivity(id: string): void {
        home.ask("open " + id);
    }
    function openBeside(id: string): void {
        home.ask("beside " + id);
    }
    function openPlan(): void {
        home.ask("plan");
    }
    function edit(): void {
        home.ask("edit");
    }
    function call(): void {
        home.ask("call");
    }
    function clearAll(): void {
        home.homes.clear();
        home.quarters.clear();
        home.next.clear();
        home.six.clear();
        home.beside.clear();
        home.heading = "";
        home.levelText = "";
        home.canAdd = false;
        home.emptyText = "这台平板上还没有家园";
    }
    function fill(): void {
        home.yearLine = "10个月里，9个月有活动，这个月还缺一场，还有一句很长很长的话也要放得下";
        home.quarters.setProperty(0, "theme", "新年里多走动，常来坐坐，一起喝茶说说话");
        for (let i = 0; i < 5; ++i)
            home.homes.append({
                    "homeId": "x" + i,
                    "label": "很长名字的村子" + i,
                    "chosen": false
                });
    }
    function navigate(): void {
        home.ask("navigate");
    }
    function toggleCalendar(): void {
        home.calendarOpen = !home.calendarOpen;
        home.ask("calendar");
    }
    function turnMonth(by: int): void {
        home.ask("month " + by);
    }
}

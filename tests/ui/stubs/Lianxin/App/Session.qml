// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQml.Models

Stub {
    id: session

    enum State {
        NoUser,
        Locked,
        Unlocking,
        Open
    }
    enum Page {
        Today,
        Families,
        Family,
        Form,
        Saved,
        Emergency,
        Sync,
        Conflict,
        Settings,
        More,
        Received,
        Feedback,
        About,
        Gallery,
        Scale,
        Record,
        Noting,
        Work,
        SameFamily,
        Home,
        Attendance,
        Intake,
        Library,
        Handover,
        Team,
        Project,
        Supervision,
        ClaimSum,
        Allowance
    }

    property int state: Session.Open
    property int page: Session.Today
    property int section: Session.Today
    property bool canGoBack: true
    property bool crisisOpen: false
    property bool demo: true
    property string userName: "吴美华"
    property string userInitial: "吴"
    property int userTint: 0
    property string userPlace: "桥头村"
    property string readOnlyText
    property string troubleText
    property string toastText
    property bool toastIsDone: true
    property bool toastCanUndo: true
    property string dialName
    property string dialNumber
    readonly property ListModel navigation: ListModel {
        ListElement {
            page: 0
            label: "今天"
            iconName: "today"
            hasLook: false
        }
        ListElement {
            page: 1
            label: "家人"
            iconName: "people"
            hasLook: false
        }
        ListElement {
            page: 19
            label: "家园"
            iconName: "house"
            hasLook: false
        }
        ListElement {
            page: 9
            label: "更多"
            iconName: "more"
            hasLook: false
        }
    }
    readonly property ListModel moreItems: ListModel {
        ListElement {
            page: 6
            label: "记录都在哪儿"
            line: "3条待传"
            iconName: "cloudup"
        }
        ListElement {
            page: 16
            label: "家园和工作"
            line: "家园、队伍、培训、文件"
            iconName: "house"
        }
        ListElement {
            page: 8
            label: "设置"
            line: "字号、浅色深色、语言"
            iconName: "sliders"
        }
        ListElement {
            page: 11
            label: "投诉建议"
            line: "没有网也能写"
            iconName: "mail"
        }
        ListElement {
            page: 12
            label: "关于"
            line: "版本、许可、隐私"
            iconName: "info"
        }
    }
    readonly property SecretEntry stepUp: SecretEntry {
    }
    readonly property UnlockModel unlock: UnlockModel {
    }
    readonly property RegisterModel registration: RegisterModel {
    }
    readonly property TodayModel today: TodayModel {
    }
    readonly property FamiliesModel families: FamiliesModel {
    }
    readonly property FamilyModel family: FamilyModel {
    }
    readonly property FormEditor form: FormEditor {
    }
    readonly property SavedModel saved: SavedModel {
    }
    readonly property ScaleModel scale: ScaleModel {
    }
    readonly property EmergencyModel emergency: EmergencyModel {
    }
    readonly property CrisisModel crisis: CrisisModel {
    }
    readonly property SyncModel sync: SyncModel {
    }
    readonly property CarryModel carry: CarryModel {
    }
    readonly property ConflictModel conflict: ConflictModel {
    }
    readonly property ReceivedModel received: ReceivedModel {
    }
    readonly property RecordModel record: RecordModel {
    }
    readonly property NotingModel noting: NotingModel {
    }
    readonly property HandoverModel handover: HandoverModel {
    }
    readonly property ClaimSumModel claimSum: ClaimSumModel {
    }
    readonly property AllowanceModel allowance: AllowanceModel {
    }
    readonly property LibraryModel library: LibraryModel {
    }
    readonly property TeamModel team: TeamModel {
    }
    readonly property ProjectModel project: ProjectModel {
    }
    readonly property SupervisionModel supervision: SupervisionModel {
    }
    readonly property PrintModel paper: PrintModel {
    }
    readonly property IntakeModel intake: IntakeModel {
    }
    readonly property WorkModel work: WorkModel {
    }
    readonly property CaptureModel capture: CaptureModel {
    }
    readonly property SameFamilyModel sameFamily: SameFamilyModel {
    }
    readonly property HomeModel home: HomeModel {
    }
    readonly property AttendanceModel attendance: AttendanceModel {
    }
    readonly property TogetherModel together: TogetherModel {
    }
    readonly property Settings settings: Settings {
    }
    readonly property FeedbackModel feedback: FeedbackModel {
    }
    readonly property SupportModel support: SupportModel {
    }
    readonly property AboutModel about: AboutModel {
    }

    function scanInvitation(): void {
        session.ask("scanInvitation");
    }
    function show(next: int): void {
        session.ask("show " + next);
        page = next;
    }
    function back(): void {
        session.ask("back");
    }
    function lock(): void {
        session.ask("lock");
    }
    function switchUser(): void {
        session.ask("switch");
    }
    function openTogether(): void {
        session.ask("together");
        together.open = true;
        state = Session.Locked;
    }
    function leaveTogether(): void {
        session.ask("handBack");
        together.open = false;
    }
    function beginRegistration(): void {
        session.ask("register");
    }
    function openCrisis(): void {
        session.ask("crisis");
        crisisOpen = true;
    }
    function closeCrisis(): void {
        session.ask("closeCrisis");
        crisisOpen = false;
    }
    function undoToast(): void {
        session.ask("undo");
        toastText = "";
    }
    function dismissToast(): void {
        toastText = "";
    }
    function dial(number: string, name: string): void {
        dialNumber = number;
        dialName = name;
    }
    function closeDial(): void {
        dialNumber = "";
    }
    function openFamily(familyId: string): void {
        session.ask("family " + familyId);
    }
    function openConflicts(): void {
        session.ask("conflicts");
    }
}

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/auto_lock.hpp"
#include "app/viewmodel/about_model.hpp"
#include "app/viewmodel/allowance_model.hpp"
#include "app/viewmodel/attendance_model.hpp"
#include "app/viewmodel/capture_model.hpp"
#include "app/viewmodel/carry_model.hpp"
#include "app/viewmodel/claim_sum_model.hpp"
#include "app/viewmodel/conflict_model.hpp"
#include "app/viewmodel/crisis_model.hpp"
#include "app/viewmodel/emergency_model.hpp"
#include "app/viewmodel/families_model.hpp"
#include "app/viewmodel/feedback_model.hpp"
#include "app/viewmodel/form_editor.hpp"
#include "app/viewmodel/handover_model.hpp"
#include "app/viewmodel/home_model.hpp"
#include "app/viewmodel/intake_model.hpp"
#include "app/viewmodel/library_model.hpp"
#include "app/viewmodel/noting_model.hpp"
#include "app/viewmodel/print_model.hpp"
#include "app/viewmodel/project_model.hpp"
#include "app/viewmodel/received_model.hpp"
#include "app/viewmodel/record_model.hpp"
#include "app/viewmodel/register_model.hpp"
#include "app/viewmodel/same_family_model.hpp"
#include "app/viewmodel/saved_model.hpp"
#include "app/viewmodel/scale_model.hpp"
#include "app/viewmodel/sentences.hpp"
#include "app/viewmodel/settings.hpp"
#include "app/viewmodel/supervision_model.hpp"
#include "app/viewmodel/support_model.hpp"
#include "app/viewmodel/sync_model.hpp"
#include "app/viewmodel/team_model.hpp"
#include "app/viewmodel/together_model.hpp"
#include "app/viewmodel/unlock_model.hpp"
#include "app/viewmodel/work_model.hpp"
#include "platform/maps.hpp"
#include "platform/network_monitor.hpp"

#include <QThread>

namespace lianxin::ui {

// One running tablet for the pages: who is in, which page is shown, and everything that a page speaks to.
class Session : public QObject, public Navigator {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(Page section READ section NOTIFY pageChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY pageChanged)
    Q_PROPERTY(bool crisisOpen READ crisisOpen NOTIFY crisisChanged)
    Q_PROPERTY(bool demo READ demo CONSTANT)
    Q_PROPERTY(QString userName READ userName NOTIFY lineChanged)
    Q_PROPERTY(QString userInitial READ userInitial NOTIFY lineChanged)
    Q_PROPERTY(int userTint READ userTint NOTIFY lineChanged)
    Q_PROPERTY(QString userPlace READ userPlace NOTIFY lineChanged)
    Q_PROPERTY(QString readOnlyText READ readOnlyText NOTIFY lineChanged)
    Q_PROPERTY(QString troubleText READ troubleText NOTIFY lineChanged)
    Q_PROPERTY(QString toastText READ toastText NOTIFY toastChanged)
    Q_PROPERTY(bool toastIsDone READ toastIsDone NOTIFY toastChanged)
    Q_PROPERTY(bool toastCanUndo READ toastCanUndo NOTIFY toastChanged)
    Q_PROPERTY(QString dialName READ dialName NOTIFY dialChanged)
    Q_PROPERTY(QString dialNumber READ dialledNumber NOTIFY dialChanged)
    Q_PROPERTY(QAbstractItemModel* navigation READ navigation CONSTANT)
    Q_PROPERTY(QAbstractItemModel* moreItems READ moreItems CONSTANT)
    Q_PROPERTY(lianxin::ui::SecretEntry* stepUp READ stepUp CONSTANT)
    Q_PROPERTY(lianxin::ui::UnlockModel* unlock READ unlock CONSTANT)
    Q_PROPERTY(lianxin::ui::RegisterModel* registration READ registration CONSTANT)
    Q_PROPERTY(lianxin::ui::TodayModel* today READ today CONSTANT)
    Q_PROPERTY(lianxin::ui::FamiliesModel* families READ families CONSTANT)
    Q_PROPERTY(lianxin::ui::FamilyModel* family READ family CONSTANT)
    Q_PROPERTY(lianxin::ui::FormEditor* form READ form CONSTANT)
    Q_PROPERTY(lianxin::ui::SavedModel* saved READ saved CONSTANT)
    Q_PROPERTY(lianxin::ui::ScaleModel* scale READ scale CONSTANT)
    Q_PROPERTY(lianxin::ui::EmergencyModel* emergency READ emergency CONSTANT)
    Q_PROPERTY(lianxin::ui::CrisisModel* crisis READ crisis CONSTANT)
    Q_PROPERTY(lianxin::ui::SyncModel* sync READ sync CONSTANT)
    Q_PROPERTY(lianxin::ui::CarryModel* carry READ carry CONSTANT)
    Q_PROPERTY(lianxin::ui::ConflictModel* conflict READ conflict CONSTANT)
    Q_PROPERTY(lianxin::ui::ReceivedModel* received READ received CONSTANT)
    Q_PROPERTY(lianxin::ui::RecordModel* record READ record CONSTANT)
    Q_PROPERTY(lianxin::ui::NotingModel* noting READ noting CONSTANT)
    Q_PROPERTY(lianxin::ui::WorkModel* work READ work CONSTANT)
    Q_PROPERTY(lianxin::ui::CaptureModel* capture READ capture CONSTANT)
    Q_PROPERTY(lianxin::ui::SameFamilyModel* sameFamily READ sameFamily CONSTANT)
    Q_PROPERTY(lianxin::ui::HomeModel* home READ home CONSTANT)
    Q_PROPERTY(lianxin::ui::AttendanceModel* attendance READ attendance CONSTANT)
    Q_PROPERTY(lianxin::ui::HandoverModel* handover READ handover CONSTANT)
    Q_PROPERTY(lianxin::ui::TeamModel* team READ team CONSTANT)
    Q_PROPERTY(lianxin::ui::ProjectModel* project READ project CONSTANT)
    Q_PROPERTY(lianxin::ui::SupervisionModel* supervision READ supervision CONSTANT)
    Q_PROPERTY(lianxin::ui::ClaimSumModel* claimSum READ claimSum CONSTANT)
    Q_PROPERTY(lianxin::ui::AllowanceModel* allowance READ allowance CONSTANT)
    Q_PROPERTY(lianxin::ui::LibraryModel* library READ library CONSTANT)
    Q_PROPERTY(lianxin::ui::PrintModel* paper READ paper CONSTANT)
    Q_PROPERTY(lianxin::ui::IntakeModel* intake READ intake CONSTANT)
    Q_PROPERTY(lianxin::ui::TogetherModel* together READ together CONSTANT)
    Q_PROPERTY(lianxin::ui::Settings* settings READ settings CONSTANT)
    Q_PROPERTY(lianxin::ui::FeedbackModel* feedback READ feedback CONSTANT)
    Q_PROPERTY(lianxin::ui::AboutModel* about READ about CONSTANT)
    Q_PROPERTY(lianxin::ui::SupportModel* support READ support CONSTANT)
public:
    enum State { NoUser, Locked, Unlocking, Open };
    Q_ENUM(State)
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
    };
    Q_ENUM(Page)

    struct Parts {
        tablet::Tablet& tablet;
        const Shelf& shelf;
        platform::NetworkMonitor& network;
        bool demo{false};
        QString hint; // demo only: the passphrase in words
        std::function<vault::ArgonParams()> argon{[] { return vault::kArgonFloor; }}; // cost of a new person's vault
        std::string householdList{};                 // rules of lists from spreadsheets; empty: none are taken here
        QStringList folders{};                       // where spreadsheets lie
        std::string printRules{};                    // what may stand on paper; empty: nothing is printed here
        QString papers{};                            // where papers go
        std::string library{};                       // what the program brings along to read and to hear
        platform::Loudspeaker* loudspeaker{nullptr}; // null: silent
        platform::Maps* maps{nullptr};               // null: the way is told in words
    };
    explicit Session(const Parts& parts, QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Page page() const { return m_pages.back(); }
    [[nodiscard]] Page section() const;
    [[nodiscard]] bool canGoBack() const { return m_pages.size() > 1; }
    [[nodiscard]] bool crisisOpen() const { return m_crisisOpen; }
    [[nodiscard]] bool demo() const { return m_demo; }
    [[nodiscard]] QString userName() const { return m_userName; }
    [[nodiscard]] QString userInitial() const { return initialOf(m_userName); }
    [[nodiscard]] int userTint() const;
    [[nodiscard]] QString userPlace() const { return m_userPlace; }
    [[nodiscard]] QString readOnlyText() const { return m_readOnly; }
    [[nodiscard]] QString troubleText() const { return m_trouble; }
    [[nodiscard]] QString toastText() const { return m_toast; }
    [[nodiscard]] bool toastIsDone() const { return m_toastIsDone; } // something was done; else something is told
    [[nodiscard]] bool toastCanUndo() const { return static_cast<bool>(m_undo); }
    [[nodiscard]] QString dialName() const { return m_dialName; }
    [[nodiscard]] QString dialledNumber() const { return m_dialNumber; }
    [[nodiscard]] RowsModel* navigation() { return &m_navigation; }
    [[nodiscard]] RowsModel* moreItems() { return &m_moreItems; }
    [[nodiscard]] SecretEntry* stepUp() { return &m_stepUp; }
    [[nodiscard]] UnlockModel* unlock() { return &m_unlock; }
    [[nodiscard]] RegisterModel* registration() { return &m_register; }
    [[nodiscard]] TodayModel* today() { return &m_today; }
    [[nodiscard]] FamiliesModel* families() { return &m_families; }
    [[nodiscard]] FamilyModel* family() { return &m_family; }
    [[nodiscard]] FormEditor* form() { return &m_form; }
    [[nodiscard]] SavedModel* saved() { return &m_saved; }
    [[nodiscard]] ScaleModel* scale() { return &m_scale; }
    [[nodiscard]] EmergencyModel* emergency() { return &m_emergency; }
    [[nodiscard]] CrisisModel* crisis() { return &m_crisis; }
    [[nodiscard]] SyncModel* sync() { return &m_sync; }
    [[nodiscard]] CarryModel* carry() { return &m_carry; }
    [[nodiscard]] ConflictModel* conflict() { return &m_conflict; }
    [[nodiscard]] ReceivedModel* received() { return &m_received; }
    [[nodiscard]] RecordModel* record() { return &m_record; }
    [[nodiscard]] NotingModel* noting() { return &m_noting; }
    [[nodiscard]] WorkModel* work() { return &m_work; }
    [[nodiscard]] CaptureModel* capture() { return &m_capture; }
    [[nodiscard]] SameFamilyModel* sameFamily() { return &m_sameFamily; }
    [[nodiscard]] HomeModel* home() { return &m_home; }
    [[nodiscard]] AttendanceModel* attendance() { return &m_attendance; }
    [[nodiscard]] HandoverModel* handover() { return &m_handover; }
    [[nodiscard]] ClaimSumModel* claimSum() { return &m_claimSum; }
    [[nodiscard]] AllowanceModel* allowance() { return &m_allowance; }
    [[nodiscard]] LibraryModel* library() { return &m_library; }
    [[nodiscard]] TeamModel* team() { return &m_team; }
    [[nodiscard]] ProjectModel* project() { return &m_project; }
    [[nodiscard]] SupervisionModel* supervision() { return &m_supervision; }
    [[nodiscard]] PrintModel* paper() { return &m_print; }
    [[nodiscard]] IntakeModel* intake() { return &m_intake; }
    [[nodiscard]] TogetherModel* together() { return &m_together; }
    [[nodiscard]] ui::Settings* settings() { return &m_settings; }
    [[nodiscard]] FeedbackModel* feedback() { return &m_feedback; }
    [[nodiscard]] AboutModel* about() { return &m_about; }
    [[nodiscard]] SupportModel* support() { return &m_support; }
    [[nodiscard]] Desk& desk() { return m_desk; }

    Q_INVOKABLE void show(int page);
    Q_INVOKABLE void back();
    Q_INVOKABLE void lock();
    Q_INVOKABLE void switchUser() { lock(); }
    Q_INVOKABLE void openCrisis();
    Q_INVOKABLE void closeCrisis();
    Q_INVOKABLE void openTogether(); // into a family's hands: locked behind it
    Q_INVOKABLE void leaveTogether();
    Q_INVOKABLE void beginRegistration();
    Q_INVOKABLE void scanInvitation();
    Q_INVOKABLE void undoToast();
    Q_INVOKABLE void dismissToast();
    Q_INVOKABLE void dial(const QString& number, const QString& name) { dialNumber(number, name); }
    Q_INVOKABLE void closeDial();
    Q_INVOKABLE void openFamily(const QString& familyId) { goFamily(idOf(familyId)); }
    Q_INVOKABLE void openConflicts() { goConflicts({}); }

    // A new person was registered while the door was shown.
    void usersChanged();
    void wordsChanged(); // after the translator was changed

    void goFamily(RecordId household) override;
    void goForm(forms::NewRecord wanted) override;
    void goEdit(RecordId record) override;
    void goDraft(const store::Draft& draft) override;
    void goSaved(RecordId record) override;
    void goEmergency(RecordId emergency) override;
    void goScales(const ScaleWish& wish) override;
    void goSession(RecordId session, RecordId result) override;
    void goConflicts(RecordId first) override;
    void goRecord(RecordId record) override;
    void goNoting(RecordId household) override;
    void goClaimSum(RecordId about) override;
    void goAllowance(RecordId household) override;
    void goHandover(RecordId household) override;
    [[nodiscard]] bool hasMaps() const override { return m_maps != nullptr; }
    void showOnMap(const platform::Place& place, const QString& name) override;
    void goSettings() override;
    void goCrisis() override { openCrisis(); }
    void goBack() override;
    void dialNumber(const QString& number, const QString& name) override;
    void say(const QString& text, std::function<void()> undo) override;
    void tell(const Error& error) override { tellFault(savingFault(error)); }
    void tellFault(Fault fault) override;
    void withStepUp(std::function<void()> then) override;
    void dropStepUp() override;
    void goHands(HandWish wish, HandDone done) override;
    void goAttachment(RecordId attachment, const FieldValues& values, bool isNew) override;

signals:
    void stateChanged();
    void pageChanged();
    void crisisChanged();
    void lineChanged();
    void toastChanged();
    void dialChanged();
    void languageWanted(const QString& language);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // touches keep the tablet open

private:
    void wireUp();
    void wireDoor();
    // Key derivation takes most of a second: it runs beside the screen. `then` is called on this thread.
    void derive(std::function<Result<void>()> work, std::function<void(Result<void>)> then);
    void chosen(UserId user);
    void judgeUnlock(platform::SecretBytes secret, SecretEntry::Kind kind);
    // `typed` opened the vault just now; needed once more where the recovery code was never copied.
    void unlocked(const Result<void>& outcome, const std::shared_ptr<platform::SecretBytes>& typed = {});
    void showOwedCode(const std::shared_ptr<platform::SecretBytes>& typed);
    void judgeRecovery(platform::SecretBytes typed);
    void judgeFresh(platform::SecretBytes typed);
    void registrationUnlocked();
    void registrationLeft();
    void checkConfirmed();
    void refused(SecretEntry& entry, const Error& error);
    void judgeStepUp(platform::SecretBytes secret);
    void openDesk();
    void setState(State state);
    void push(Page page);
    bool showOwnPage(std::string_view type, RecordId record, RecordId root); // false: it has none
    void settle(); // after a page came up: what it shows, how soon it locks
    void leaveForm();
    void scaleOpened(const Result<void>& outcome);
    void showConfidence(); // how soon the page that is shown locks
    [[nodiscard]] bool readsSealed(const RecordType& type) const;
    void formOpened(const Result<void>& outcome);
    void refreshLines();
    void showDutyNumbers(const std::vector<vault::DutyNumber>& duty);
    void refreshNavigation();
    [[nodiscard]] bool isAsked() const; // by the province, to look once more
    [[nodiscard]] Row syncItem() const;
    void checkLock();
    void sweepHands();
    void listenToBytes();
    void settleHands(const std::set<RecordId>& records);

    tablet::Tablet& m_tablet;
    platform::NetworkMonitor& m_network;
    platform::Maps* m_maps;
    bool m_demo;
    Desk m_desk;
    FamilyBook m_book;
    SecretEntry m_stepUp;
    UnlockModel m_unlock;
    RegisterModel m_register;
    TodayModel m_today;
    FamiliesModel m_families;
    FamilyModel m_family;
    FormEditor m_form;
    SavedModel m_saved;
    ScaleModel m_scale;
    EmergencyModel m_emergency;
    CrisisModel m_crisis;
    SyncModel m_sync;
    CarryModel m_carry{m_desk};
    ConflictModel m_conflict;
    ReceivedModel m_received;
    RecordModel m_record;
    NotingModel m_noting;
    WorkModel m_work;
    CaptureModel m_capture;
    SameFamilyModel m_sameFamily;
    HomeModel m_home;
    AttendanceModel m_attendance;
    IntakeModel m_intake;
    PrintModel m_print;
    LibraryModel m_library;
    HandoverModel m_handover;
    TeamModel m_team;
    ProjectModel m_project;
    SupervisionModel m_supervision;
    ClaimSumModel m_claimSum;
    AllowanceModel m_allowance;
    TogetherModel m_together;
    ui::Settings m_settings;
    FeedbackModel m_feedback;
    AboutModel m_about;
    SupportModel m_support;
    RowsModel m_navigation, m_moreItems;
    State m_state{NoUser};
    std::vector<Page> m_pages{Today};
    bool m_crisisOpen{false};
    bool m_toastIsDone{true};
    QString m_userName, m_userPlace, m_readOnly, m_trouble, m_toast, m_dialName, m_dialNumber;
    std::function<void()> m_undo;
    std::function<void()> m_afterStepUp;
    UserId m_lender;                      // who gave the tablet into a family's hands,
    RecordId m_lentAt;                    // and whose page stood open
    platform::SecretBytes m_recoveryCode; // between the two steps of a recovery
    FreshSecret m_fresh;                  // the new passphrase of a recovery
    vault::AutoLock m_autoLock;
    QTimer m_lockTimer, m_waitTimer, m_lines, m_confirmTimer;
    std::unique_ptr<QThread> m_deriving;
};

} // namespace lianxin::ui

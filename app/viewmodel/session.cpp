// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/session.hpp"

#include "app/viewmodel/open_looks.hpp"

#include <QEvent>
#include <QGuiApplication>

#include <algorithm>

namespace lianxin::ui {

namespace {
constexpr int kLinesDelay = 50; // ms: many changes are one refresh
constexpr int kLockLook = 1000; // ms between looks at the lock
} // namespace

Session::Session(const Parts& parts, QObject* parent)
    : QObject(parent), m_tablet(parts.tablet), m_network(parts.network), m_maps(parts.maps), m_demo(parts.demo),
      m_desk(parts.shelf), m_book(m_desk), m_stepUp(SecretEntry::Purpose::stepUp),
      m_unlock(parts.tablet, parts.shelf.clock), m_register({parts.tablet, parts.demo, parts.argon}),
      m_today(m_book, *this), m_families(m_book, m_today, *this), m_family(m_book, *this), m_form(m_book, *this),
      m_saved(m_book, *this), m_scale(m_book, *this), m_emergency(m_book, *this), m_crisis(m_desk, *this),
      m_sync(m_desk, m_book, *this, nullptr), m_near(m_desk, *this, parts.nearHost, nullptr),
      m_conflict(m_book, *this, nullptr), m_received(m_book, *this, nullptr), m_record(m_desk, *this, nullptr),
      m_noting(m_book, *this, nullptr), m_work(m_desk, *this, nullptr), m_capture(m_desk),
      m_sameFamily(m_book, *this, nullptr), m_home(m_desk, *this, nullptr), m_attendance(m_book, *this, nullptr),
      m_intake(m_desk, *this, parts.householdList, parts.folders, nullptr),
      m_print(m_desk, *this, parts.printRules, parts.papers, nullptr),
      m_library(m_desk, *this, parts.library, parts.loudspeaker, nullptr), m_handover(m_book, *this, nullptr),
      m_team(m_book, *this, nullptr), m_project(m_book, *this, nullptr), m_supervision(m_desk, *this, nullptr),
      m_claimSum(m_book, *this, nullptr), m_allowance(m_book, *this, nullptr), m_together(m_desk),
      m_settings(m_desk, nullptr), m_feedback(m_desk, *this, nullptr), m_about(m_desk, parts.demo, nullptr),
      m_support(m_desk, m_sync, *this, parts.papers, nullptr),
      m_navigation({{"page", 0}, {"label"}, {"iconName"}, {"hasLook", false}}),
      m_moreItems({{"page", 0}, {"label"}, {"line"}, {"iconName"}}), m_autoLock(parts.tablet.bootClock().now().uptime)
{
    m_unlock.entry()->setHint(parts.hint);
    m_stepUp.setHint(parts.hint);
    wireUp();
    usersChanged();
}

Session::~Session()
{
    if (m_deriving != nullptr)
        m_deriving->wait();
    lock();
}

void Session::wireUp()
{
    m_support.setSizes(
        [this] { return m_tablet.desk() != nullptr ? m_tablet.desk()->sizes() : tablet::Desktop::Sizes{}; });
    m_stepUp.setJudge([this](platform::SecretBytes secret, SecretEntry::Kind) { judgeStepUp(std::move(secret)); });
    connect(&m_stepUp, &SecretEntry::cancelled, this, [this] {
        m_afterStepUp = nullptr;
        m_stepUp.setActive(false);
    });
    const auto saved = [this](RecordId, std::uint64_t number) {
        if (m_tablet.desk() != nullptr)
            m_tablet.desk()->driver().noteSaved(number);
    };
    connect(&m_form, &FormEditor::committed, this, saved);
    connect(&m_saved, &SavedModel::committed, this, saved);
    connect(&m_scale, &ScaleModel::committed, this, saved);
    connect(&m_scale, &ScaleModel::changed, this, &Session::showConfidence);
    connect(&m_emergency, &EmergencyModel::committed, this, saved);
    connect(&m_conflict, &ConflictModel::committed, this, saved);
    connect(&m_sameFamily, &SameFamilyModel::committed, this, saved);
    connect(&m_intake, &IntakeModel::committed, this, saved);
    connect(&m_handover, &HandoverModel::committed, this, saved);
    connect(&m_project, &ProjectModel::committed, this, saved);
    connect(&m_supervision, &SupervisionModel::committed, this, saved);
    connect(&m_claimSum, &ClaimSumModel::committed, this, saved);
    connect(&m_intake, &IntakeModel::familiesWanted, this, [this] { show(Families); });
    connect(&m_settings, &ui::Settings::languageWanted, this, &Session::languageWanted);
    connect(&m_network, &platform::NetworkMonitor::onlineChanged, this, [this](bool online) {
        m_sync.setOnline(online);
        m_register.setOnline(online);
        if (m_tablet.desk() != nullptr)
            m_tablet.desk()->driver().setOnline(online);
    });
    m_lines.setSingleShot(true);
    connect(&m_lines, &QTimer::timeout, this, &Session::refreshLines);
    connect(&m_desk, &Desk::changed, this, [this](const std::set<RecordId>& records) {
        settleHands(records);
        m_lines.start(kLinesDelay);
    });
    // Who speaks into the tablet is not away.
    connect(&m_capture, &CaptureModel::soundChanged, this,
            [this] { m_autoLock.touched(m_tablet.bootClock().now().uptime); });
    connect(&m_lockTimer, &QTimer::timeout, this, &Session::checkLock);
    wireDoor();
    QCoreApplication::instance()->installEventFilter(this);
}

void Session::showDutyNumbers(const std::vector<vault::DutyNumber>& duty)
{
    std::vector<CrisisModel::Number> numbers;
    numbers.reserve(duty.size());
    for (const auto& one : duty)
        numbers.push_back({qs(one.label), qs(one.number)});
    m_crisis.setDutyNumbers(numbers);
}

// --- who is in

void Session::openDesk()
{
    auto& desk = *m_tablet.desk();
    const auto& registration = desk.registration();
    auto role = lianxin::Role::VW;
    for (std::int64_t code = 1; roleOfCode(code).has_value(); ++code)
        if (roleName(*roleOfCode(code)) == registration.role)
            role = *roleOfCode(code);
    desk.store().setChangeListener([this](const std::vector<RecordId>& records) { m_desk.noteChanged(records); });
    m_desk.open({&desk.store(), &desk.sealer(), desk.user(), role, desk.blobs(), desk.transfer()});
    sweepHands();
    listenToBytes();
    m_userName = qs(registration.displayName);
    m_pages = {Today};
    m_sync.setDriver(&desk.driver());
    m_carry.setDriver(&desk.driver());
    m_near.setParts([&desk] { return desk.carrying().nearParts(); });
    m_sync.setOnline(m_network.online());
    connect(&desk.driver(), &client::SyncDriver::changed, this, [this] { m_lines.start(kLinesDelay); });
    connect(&desk.carrying(), &client::CarryDriver::changed, &m_sync, &SyncModel::refresh);
    connect(&desk.driver(), &client::SyncDriver::formsReceived, this, [this](const std::string& text) {
        const auto kept = m_tablet.keepForms(text);
        m_sync.setFormsRefused(!kept);
        if (kept)
            say(tr("New forms have come from the province. They are there when you unlock next"), {});
    });
    desk.driver().setOnline(m_network.online());
    m_autoLock.touched(m_tablet.bootClock().now().uptime);
    m_autoLock.cameBack(m_tablet.bootClock().now().uptime);
    m_lockTimer.start(kLockLook);
    refreshLines();
    setState(Open);
    emit pageChanged();
    const RecordId lentAt = std::exchange(m_lentAt, {});
    if (m_lender == desk.user())
        goFamily(lentAt);
}

void Session::lock()
{
    if (m_state != Open)
        return;
    m_lockTimer.stop();
    m_lines.stop();
    m_undo = nullptr;
    m_toast.clear();
    m_afterStepUp = nullptr;
    m_stepUp.setActive(false);
    m_confirmTimer.stop();
    m_form.close(); // its draft is stored while the store is there
    const UserId user = m_desk.work().user;
    const auto waiting = m_desk.store().waitingCount();
    vault::UserTile tile = m_unlock.tileOf(user);
    tile.displayName = m_userName.toStdString();
    tile.place = m_userPlace.toStdString();
    tile.pending = waiting ? static_cast<std::int64_t>(*waiting) : tile.pending;
    tile.lastUsed = m_desk.now();
    m_sync.setDriver(nullptr);
    m_carry.setDriver(nullptr);
    m_near.setParts({});
    m_desk.close();
    m_tablet.lock();
    m_tablet.rememberTile(tile);
    m_pages = {Today};
    setState(Locked);
    m_register.close();
    emit pageChanged();
    emit toastChanged();
    m_unlock.refresh();
    chosen(user);
}

void Session::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged();
}

bool Session::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::KeyPress:
    case QEvent::Wheel: m_autoLock.touched(m_tablet.bootClock().now().uptime); break;
    case QEvent::ApplicationStateChange:
        // Another window in front is no absence; a tablet that went to sleep or to another program is.
        if (const auto app = QGuiApplication::applicationState();
            app == Qt::ApplicationSuspended || app == Qt::ApplicationHidden)
            m_autoLock.wentToBackground();
        else
            m_autoLock.cameBack(m_tablet.bootClock().now().uptime);
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void Session::checkLock()
{
    if (m_autoLock.due(m_tablet.bootClock().now().uptime))
        lock();
}

// --- the second unlock

void Session::withStepUp(std::function<void()> then)
{
    if (m_tablet.vault() == nullptr)
        return;
    if (m_tablet.vault()->steppedUp())
        return then();
    m_afterStepUp = std::move(then);
    m_stepUp.begin(m_tablet.hardwareBacked());
    m_stepUp.setActive(true);
}

void Session::judgeStepUp(platform::SecretBytes secret)
{
    auto* vault = m_tablet.vault();
    if (vault == nullptr || m_state != Open)
        return m_stepUp.setBusy(false);
    const auto typed = std::make_shared<platform::SecretBytes>(std::move(secret));
    derive([vault, typed] { return vault->stepUp(*typed); },
           [this](const Result<void>& outcome) {
               if (m_state != Open)
                   return;
               if (!outcome)
                   return refused(m_stepUp, outcome.error());
               m_stepUp.setActive(false);
               if (const auto then = std::exchange(m_afterStepUp, nullptr))
                   then();
           });
}

void Session::dropStepUp()
{
    if (m_tablet.vault() != nullptr)
        m_tablet.vault()->dropStepUp();
}

// --- lines that stand on every page

int Session::userTint() const { return m_desk.isOpen() ? tintOf(recordOf(m_desk.work().user)) : 0; }

void Session::refreshLines()
{
    if (!m_desk.isOpen())
        return;
    checkConfirmed();
    const UserId user = m_desk.work().user;
    if (const QString name = m_desk.userName(user); !name.isEmpty())
        m_userName = name;
    // Who works with sealed words is known by the profession, the others by their place.
    m_userPlace =
        m_desk.worksWithSealed() ? m_desk.codeLabel("role", codeOfRole(m_desk.work().role)) : m_desk.userPlace(user);
    if (vault::UserTile tile = m_unlock.tileOf(user); tile.user == user && tile.place != m_userPlace.toStdString()) {
        tile.displayName = m_userName.toStdString();
        tile.place = m_userPlace.toStdString();
        m_tablet.rememberTile(tile);
        m_unlock.refresh(); // or each change of a record would write the tile again
    }
    m_readOnly.clear();
    m_trouble.clear();
    if (const auto state = m_desk.store().syncState()) {
        m_readOnly = awaySentence(state->lastContact, m_desk.now());
        m_trouble = clockSentence(state->clockOffset);
    }
    if (m_tablet.nearlyFull())
        m_trouble = nearlyFullSentence();
    if (m_tablet.desk() != nullptr && m_tablet.desk()->begunAnew())
        m_trouble = explain(Fault::blobsBegunAnew).sentence;
    if (m_tablet.desk() != nullptr && m_tablet.desk()->hasDamage())
        m_trouble = explain(Fault::someDamaged).sentence;
    std::vector<vault::DutyNumber> duty;
    if (const auto partitions = m_desk.store().partitions())
        for (const auto& partition : *partitions)
            for (const auto& [unit, phone] : m_desk.dutyNumbers(partition.partition)) {
                vault::DutyNumber number{tr("On duty: %1").arg(unit).toStdString(), phone.toStdString()};
                if (std::ranges::find(duty, number) == duty.end())
                    duty.push_back(std::move(number));
            }
    if (!duty.empty()) {
        m_tablet.rememberDutyNumbers(duty);
        showDutyNumbers(duty);
    }
    refreshNavigation();
    emit lineChanged();
}

bool Session::isAsked() const
{
    const auto held = askedOf(m_book);
    return std::ranges::find(held, Asked::State::look, &Asked::state) != held.end();
}

// How it stands with what was written here, in one line.
Row Session::syncItem() const
{
    const auto written = m_desk.isOpen() ? m_desk.store().waitingCount() : Result<std::uint64_t>(0);
    const int waiting = written ? static_cast<int>(*written) : 0;
    return {{"page", Sync},
            {"label", tr("Where the records are")},
            {"line", isAsked()     ? tr("The province asks you to look once more")
                     : waiting > 0 ? tr("%n to send", nullptr, waiting)
                                   : tr("All received by the province")},
            {"iconName", waiting > 0 ? "cloudup" : "cloudok"}};
}

void Session::refreshNavigation()
{
    const int looks = static_cast<int>(openLooks(m_book).size());
    const bool look = looks > 0;
    const bool township = m_desk.work().role == lianxin::Role::TO;
    Rows navigation{{{"page", Today}, {"label", tr("Today")}, {"iconName", "today"}},
                    {{"page", Families}, {"label", tr("Families")}, {"iconName", "people"}}};
    if (township)
        navigation.push_back({{"page", Received}, {"label", tr("Received")}, {"iconName", "inbox"}, {"hasLook", look}});
    navigation.push_back({{"page", Home}, {"label", tr("Homes")}, {"iconName", "house"}});
    navigation.push_back(
        {{"page", More}, {"label", tr("More")}, {"iconName", "more"}, {"hasLook", (look && !township) || isAsked()}});
    m_navigation.setRows(navigation);
    Rows more{syncItem()};
    if (look)
        more.push_back({{"page", Conflict},
                        {"label", tr("To look at together")},
                        {"line", tr("%n place(s)", nullptr, looks)},
                        {"iconName", "eye"}});
    more.push_back({{"page", Work},
                    {"label", tr("Homes and work")},
                    {"line", tr("Homes, teams, trainings, documents")},
                    {"iconName", "house"}});
    if (m_desk.isOpen() && m_desk.mayWrite(m_desk.type("pair_note")))
        more.push_back({{"page", SameFamily},
                        {"label", tr("Maybe the same family")},
                        {"line", tr("Two files that look alike")},
                        {"iconName", "people"}});
    more.push_back({{"page", Library},
                    {"label", tr("Read and listen")},
                    {"line", tr("Manuals, policies, something to hear; without a network too")},
                    {"iconName", "book"}});
    if (m_handover.mayHand())
        more.push_back({{"page", Handover},
                        {"label", tr("Hand over families")},
                        {"line", tr("When a colleague goes or changes the village")},
                        {"iconName", "transfer"}});
    if (m_intake.mayTake())
        more.push_back({{"page", Intake},
                        {"label", tr("Take a list of families")},
                        {"line", tr("From a spreadsheet, looked through first")},
                        {"iconName", "inbox"}});
    more.push_back({{"page", Settings},
                    {"label", tr("Settings")},
                    {"line", tr("Text size, light and dark, language")},
                    {"iconName", "sliders"}});
    more.push_back({{"page", Feedback},
                    {"label", tr("Complaints and ideas")},
                    {"line", tr("Also without a network")},
                    {"iconName", "mail"}});
    more.push_back(
        {{"page", About}, {"label", tr("About")}, {"line", tr("Version, licence, privacy")}, {"iconName", "info"}});
    m_moreItems.setRows(more);
    m_settings.setSyncLine(more.front().values.value("line").toString());
}

void Session::wordsChanged()
{
    m_unlock.refresh();
    m_unlock.entry()->wordsChanged();
    m_register.wordsChanged();
    m_stepUp.wordsChanged();
    refreshLines();
    emit lineChanged();
}

} // namespace lianxin::ui

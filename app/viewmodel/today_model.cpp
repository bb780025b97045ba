// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/today_model.hpp"

#include "app/viewmodel/asked.hpp"
#include "app/viewmodel/new_results.hpp"
#include "app/viewmodel/newcomers.hpp"
#include "app/viewmodel/open_looks.hpp"
#include "app/viewmodel/open_needs.hpp"
#include "app/viewmodel/record_lines.hpp"
#include "app/viewmodel/task_note.hpp"
#include "app/viewmodel/timeline.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr int kMostCards = 5; // from six families on they are rows
// A day has room for a dozen; a township's page with all of its families at once would be slow to open and nobody's plan.
constexpr std::size_t kFirstRows = 12;
constexpr std::size_t kMoreRows = 24;
constexpr Millis kHour = 3600 * 1000;
constexpr std::size_t kFollowUps = 3;
constexpr std::size_t kMostResults = 2;
constexpr std::size_t kMostNewcomers = 2;
constexpr std::size_t kMostAsked = 2;
constexpr const char* kResultMark = "result/"; // before the id of a follow-up that is no family
constexpr const char* kAskedMark = "asked/";   // the same, of what the province put aside
constexpr const char* kNewcomerMark = "newcomer/";
constexpr const char* kAlikeMark = "alike"; // files that may be of one family

QString accessibleCard(const Row& row)
{
    QStringList parts;
    for (const char* role : {"name", "reason", "reasonLine"})
        parts << row.values.value(role).toString();
    const QString action = row.values.value("actionLabel").toString();
    if (!action.isEmpty())
        parts << TodayModel::tr("button: %1").arg(action);
    parts.removeAll(QString());
    return parts.join(TodayModel::tr(", ", "between parts that are read aloud"));
}

// Families that came over today, the newest two.
void addNewcomers(ui::Rows& rows, const FamilyBook& book)
{
    auto newcomers = book.newcomers().today();
    newcomers.resize(std::min(newcomers.size(), kMostNewcomers));
    for (const auto& newcomer : newcomers) {
        const auto said = newcomerRow(book, newcomer).values;
        rows.push_back({{"followId", QLatin1String(kNewcomerMark) + idText(newcomer.household)},
                        {"heading", said.value("heading")},
                        {"line", said.value("line")},
                        {"iconName", said.value("iconName")}});
    }
}

} // namespace

Roles cardRoles()
{
    return {{"familyId"},
            {"name"},
            {"subtitle"},
            {"initial"},
            {"tint", 0},
            {"reason"},
            {"reasonLine"},
            {"notes", {}, {{"iconName"}, {"line"}}},
            {"memoryWhen"},
            {"memoryText"},
            {"actionIcon"},
            {"actionLabel"},
            {"actionPrimary", false},
            {"canExplain", false},
            {"accessibleText"}};
}

Row cardOf(const FamilyBook& book, const FamilySummary& summary, const std::vector<duty::Task>& tasks, bool isFirst)
{
    const Desk& desk = book.desk();
    Row row{{"familyId", idText(summary.id)},
            {"name", summary.callName},
            {"subtitle", dotted({summary.fullName == summary.callName ? QString() : summary.fullName, summary.place})},
            {"initial", summary.initial},
            {"tint", summary.tint}};
    std::vector<Row> notes;
    QString tip;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const TaskWords words = wordsOf(desk, tasks[i]);
        if (i == 0) {
            row.set("reason", words.reason).set("reasonLine", words.line);
            tip = words.tip;
        } else {
            notes.push_back({{"iconName", words.iconName}, {"line", dotted({words.reason, words.line})}});
        }
    }
    const bool callFirst = summary.wish == 2 || summary.wish == 3;
    if (callFirst)
        notes.insert(notes.begin(), Row{{"iconName", "phone"}, {"line", desk.codeLabel("contact_pref", summary.wish)}});
    if (const auto family = book.load(summary.id)) {
        const Memory memory = memoryOf(desk, *family);
        row.set("memoryWhen", memory.when).set("memoryText", memory.text);
        const forms::RecordFields fields(desk.type("household"), family->household);
        if (const QString taboo = qs(fields.text("taboo_note")); !taboo.isEmpty())
            notes.push_back({{"iconName", "note"}, {"line", taboo}});
    }
    if (!tip.isEmpty()) // what may be said comes after what must not be said
        notes.push_back({{"iconName", "chat"}, {"line", tip}});
    if (notes.size() > 3)
        notes.resize(3);
    row.list("notes", std::move(notes));
    if (!tasks.empty()) {
        const bool isDraft = tasks.front().kind == duty::RuleKind::draft;
        const bool canCall = !summary.phone.isEmpty();
        const bool helpFirst = tasks.front().ambulanceFirst;
        const bool goThere = tasks.front().contact == duty::Contact::visit && !callFirst;
        row.set("actionIcon", isDraft               ? "pen"
                              : helpFirst           ? "sos"
                              : canCall && !goThere ? "phone"
                                                    : "door")
            .set("actionLabel", isDraft               ? TodayModel::tr("Finish writing")
                                : helpFirst           ? TodayModel::tr("What to do now")
                                : canCall && !goThere ? TodayModel::tr("Call first")
                                                      : TodayModel::tr("Open file"))
            .set("actionPrimary", isFirst)
            .set("canExplain",
                 std::ranges::any_of(tasks, [&](const duty::Task& task) { return canExplain(desk, task); }));
    }
    row.set("accessibleText", accessibleCard(row));
    return row;
}

TodayModel::TodayModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator), m_cards(cardRoles()),
      m_quickCalls({{"familyId"}, {"name"}, {"line"}, {"initial"}, {"tint", 0}, {"accessibleText"}}),
      m_followUps({{"followId"}, {"heading"}, {"line"}, {"iconName"}}), m_duties(book), m_most(kFirstRows)
{
    connect(&m_duties, &DutyBook::changed, this, &TodayModel::render);
    connect(&m_duties, &DutyBook::progressed, this, &TodayModel::changed);
    connect(&book.alike(), &OpenPairs::changed, this, [this] {
        refreshFollowUps();
        emit changed();
    });
}

QString TodayModel::dateText() const
{
    const Day today = m_desk.today();
    return dotted({dayShort(today) + QLatin1Char(' ') + weekday(today), lunarText(today)});
}

QString TodayModel::greeting() const
{
    if (!m_desk.isOpen())
        return {};
    const auto hour = (m_desk.now() / kHour + 8) % 24;
    const QString name = m_desk.userName(m_desk.work().user);
    // Colleagues are called by their given name, as in the pictures.
    const QString called = name.size() == 3 ? name.mid(1) : name;
    return hour < 12   ? tr("Good morning, %1").arg(called)
           : hour < 18 ? tr("Good afternoon, %1").arg(called)
                       : tr("Good evening, %1").arg(called);
}

TodayModel::Layout TodayModel::layout() const
{
    if (m_desk.isOpen() && !m_duties.isReady())
        return Reading;
    return m_cards.count() == 0 ? Empty : m_cards.count() <= kMostCards ? Cards : Rows;
}

std::vector<duty::Task> TodayModel::tasksOf(RecordId household) const
{
    std::vector<duty::Task> tasks;
    std::copy_if(duty().now.begin(), duty().now.end(), std::back_inserter(tasks),
                 [&](const duty::Task& task) { return task.household == household; });
    return tasks;
}

QString TodayModel::readingText() const
{
    return tr("Going through %n family(ies), a moment", nullptr, static_cast<int>(m_book.order().size()));
}

void TodayModel::render()
{
    refreshCards();
    refreshCalls();
    refreshFollowUps();
    refreshLines();
    emit changed();
}

std::vector<RecordId> TodayModel::families() const
{
    std::vector<RecordId> found;
    std::set<RecordId> seen;
    for (const auto& task : duty().now)
        if (m_book.summary(task.household) != nullptr && seen.insert(task.household).second)
            found.push_back(task.household);
    return found;
}

void TodayModel::refreshCards()
{
    if (!m_desk.isOpen())
        m_most = kFirstRows;
    const auto all = families();
    const auto shown = std::min(all.size(), m_most);
    m_beyond = all.size() - shown;
    ui::Rows rows;
    for (std::size_t i = 0; i < shown; ++i)
        rows.push_back(cardOf(m_book, *m_book.summary(all[i]), tasksOf(all[i]), i == 0));
    m_cards.setRows(rows);
}

QString TodayModel::moreText() const
{
    return m_beyond == 0 ? QString() : tr("Go on with %n more family(ies)", nullptr, static_cast<int>(m_beyond));
}

void TodayModel::showMore()
{
    m_most += kMoreRows;
    refreshCards();
    emit changed();
}

void TodayModel::refreshCalls()
{
    ui::Rows rows;
    for (const auto& id : m_book.order()) {
        const FamilySummary* summary = m_book.summary(id);
        if (m_cards.count() != 0 || rows.size() == 3)
            break;
        if (summary->phone.isEmpty() || !summary->served || summary->wish == 5)
            continue;
        QString line = summary->place;
        for (const auto& task : duty().ahead)
            if (task.household == id && task.tone != duty::Tone::watch) {
                line = dotted({relativeDay(task.on, m_desk.today()), wordsOf(m_desk, task).reason});
                break;
            }
        rows.push_back({{"familyId", idText(id)},
                        {"name", summary->callName},
                        {"line", line},
                        {"initial", summary->initial},
                        {"tint", summary->tint},
                        {"accessibleText", tr("Call %1").arg(summary->callName)}});
    }
    m_quickCalls.setRows(rows);
}

void TodayModel::refreshFollowUps()
{
    ui::Rows rows;
    for (const auto& asked : askedOf(m_book))
        if (asked.state == Asked::State::look && rows.size() < kMostAsked)
            rows.push_back({{"followId", QLatin1String(kAskedMark) + idText(asked.main)},
                            {"heading", tr("The province asks you to look once more")},
                            {"line", whoseAndWhat(m_book, asked.main)},
                            {"iconName", "province"}});
    addNewcomers(rows, m_book);
    const auto mostResults = rows.size() + kMostResults;
    if (m_desk.isOpen())
        for (const auto& view : newResults(m_book)) {
            if (rows.size() == mostResults)
                break;
            // The page may be seen by others: from whose family, and no word of what it is.
            rows.push_back(
                {{"followId", QLatin1String(kResultMark) + idText(view.record)},
                 {"heading", tr("New from the village, for you to open")},
                 {"line", dotted({m_book.summary(view.root)->callName, momentText(view.arrived, m_desk.today())})},
                 {"iconName", "inbox"}});
        }
    if (const int pairs = m_book.alike().count(); pairs > 0)
        rows.push_back({{"followId", kAlikeMark},
                        {"heading", tr("Two files look like one family")},
                        {"line", tr("%n pair(s), side by side for you to look at", nullptr, pairs)},
                        {"iconName", "people"}});
    if (m_desk.isOpen())
        addNeeds(rows, m_book);
    // Whose home it is: what its year still lacks.
    if (m_desk.isOpen() && m_desk.mayWrite(m_desk.type("activity_plan")))
        for (const auto& task : duty().homes) {
            const auto view = m_desk.store().view(task.subject);
            if (rows.size() >= kFollowUps || !view || task.suggested || m_desk.today() < task.from)
                continue;
            const auto words = wordsOf(m_desk, task);
            rows.push_back({{"followId", idText(task.subject)},
                            {"heading", words.reason},
                            {"line", dotted({recordLine(m_desk, *view).heading, words.line})},
                            {"iconName", words.iconName}});
        }
    m_followUps.setRows(rows);
}

void TodayModel::refreshLines()
{
    m_syncText.clear();
    m_syncIcon.clear();
    m_aheadText.clear();
    m_lookText.clear();
    if (!m_desk.isOpen())
        return;
    if (const auto waiting = m_desk.store().waitingCount()) {
        m_syncText = *waiting == 0 ? tr("All sent, the province has it")
                                   : tr("%n to send, goes by itself", nullptr, static_cast<int>(*waiting));
        m_syncIcon = *waiting == 0 ? QStringLiteral("cloudok") : QStringLiteral("cloudup");
    }
    if (const auto looks = static_cast<int>(openLooks(m_book).size()); looks > 0)
        m_lookText = looks == 1 ? tr("One thing needs a look") : tr("%n thing(s) need a look", nullptr, looks);
    for (const auto& task : duty().ahead) {
        const FamilySummary* summary = m_book.summary(task.household);
        if (summary == nullptr || task.tone == duty::Tone::watch || task.kind == duty::RuleKind::monthly)
            continue;
        m_aheadText =
            tr("Coming up: %1 %2")
                .arg(relativeDay(task.on, m_desk.today()), dotted({summary->callName, wordsOf(m_desk, task).reason}));
        break;
    }
}

void TodayModel::act(const QString& familyId)
{
    const RecordId id = idOf(familyId);
    const FamilySummary* summary = m_book.summary(id);
    const auto tasks = tasksOf(id);
    if (summary == nullptr)
        return;
    if (!tasks.empty() && tasks.front().kind == duty::RuleKind::draft) {
        if (const auto draft = m_desk.store().draft(tasks.front().subject); draft && *draft)
            m_navigator.goDraft(**draft);
        return;
    }
    if (!tasks.empty() && tasks.front().ambulanceFirst)
        return m_navigator.goEmergency(tasks.front().subject);
    const int row = m_cards.find(familyId);
    if (m_cards.value(row, "actionIcon").toString() == QLatin1String("phone"))
        call(familyId);
    else
        open(familyId);
}

void TodayModel::open(const QString& familyId) { m_navigator.goFamily(idOf(familyId)); }

void TodayModel::call(const QString& familyId)
{
    if (const FamilySummary* summary = m_book.summary(idOf(familyId)); summary != nullptr && !summary->phone.isEmpty())
        m_navigator.dialNumber(phoneGrouped(summary->phone.toStdString()), summary->callName);
}

void TodayModel::explain(const QString& familyId)
{
    for (const auto& task : tasksOf(idOf(familyId)))
        if (canExplain(m_desk, task))
            return explainTask(m_book, m_navigator, task);
}

void TodayModel::openFollowUp(const QString& followId)
{
    if (const QLatin1String mark(kResultMark); followId.startsWith(mark))
        return m_navigator.goEdit(idOf(followId.mid(mark.size())));
    if (const QLatin1String mark(kAskedMark); followId.startsWith(mark))
        return m_navigator.goEdit(idOf(followId.mid(mark.size())));
    if (followId == QLatin1String(kAlikeMark))
        return m_navigator.goSameFamily();
    if (const QLatin1String mark(kNewcomerMark); followId.startsWith(mark))
        return m_navigator.goFamily(idOf(followId.mid(mark.size())));
    const RecordId id = idOf(followId);
    m_book.summary(id) != nullptr ? m_navigator.goFamily(id) : m_navigator.goRecord(id);
}

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/home_model.hpp"

#include "app/viewmodel/value_text.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

// Code lists home_status and activity_state.
constexpr std::int64_t kClosed = 4;
constexpr std::int64_t kCancelled = 4, kHeld = 5, kFiled = 6;
constexpr int kMonthsInQuarter = 3;
constexpr std::size_t kNextRows = 4;
constexpr std::size_t kMostTeams = 3;
constexpr int kMonthsBack = 24, kMonthsAhead = 12; // that a calendar is leafed through

int yearOf(Day day) { return static_cast<int>(day.year()); }
int monthOf(Day day) { return static_cast<int>(static_cast<unsigned>(day.month())); }
int dayOf(Day day) { return static_cast<int>(static_cast<unsigned>(day.day())); }

Roles monthRoles()
{
    return {{"month"}, {"label"}, {"line"}, {"held", false}, {"current", false}, {"activityId"}, {"accessibleText"}};
}

Roles activityRoles()
{
    return {{"activityId"}, {"dayText"}, {"underText"}, {"heading"}, {"line"}, {"accessibleText"}};
}

} // namespace

HomeModel::HomeModel(Desk& desk, Navigator& navigator, QObject* parent)
    : QObject(parent), m_desk(desk), m_navigator(navigator), m_homes({{"homeId"}, {"label"}, {"chosen", false}}),
      m_quarters({{"quarter"}, {"label"}, {"theme"}, {"months", {}, monthRoles()}}), m_next(activityRoles()),
      m_calendar(activityRoles()), m_six({{"thing"}, {"label"}, {"have", false}}), m_beside(recordRoles())
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &HomeModel::refresh);
    connect(&desk, &Desk::closed, this, [this] {
        m_home = {};
        refresh();
    });
    connect(&desk, &Desk::changed, this, [this] { m_later.start(0); });
    connect(&desk, &Desk::languageChanged, this, [this] { m_later.start(0); });
}

void HomeModel::show(RecordId home)
{
    if (m_home != home) {
        m_turned = 0;
        m_calendarOpen = false;
    }
    m_home = home;
    refresh();
}

void HomeModel::clear()
{
    for (QString* text : {&m_heading, &m_level, &m_year, &m_yearLine, &m_place, &m_way, &m_hours, &m_manager, &m_phone,
                          &m_sixText, &m_planText, &m_empty})
        text->clear();
    m_canAdd = m_canEdit = false;
    m_plan = {};
    m_months = {};
    m_themes = {};
    m_coming.clear();
    m_every.clear();
    m_where.reset();
}

void HomeModel::refresh()
{
    m_later.stop();
    clear();
    readHomes();
    const auto view = m_desk.isOpen() && !m_home.isNil() ? m_desk.store().view(m_home)
                                                         : Result<store::RecordView>(fail(Errc::notFound, "no home"));
    if (view) {
        readCard(*view);
        readYear(*view);
        readBeside(*view);
    } else {
        m_empty = tr("No home is on this tablet yet");
        m_quarters.setRows({});
        m_next.setRows({});
        m_calendar.setRows({});
        m_six.setRows({});
        m_beside.setRows({});
    }
    emit changed();
}

// The nearest first: homes of this place by name; the one that was looked at stays.
void HomeModel::readHomes()
{
    Rows rows;
    if (m_desk.isOpen()) {
        const RecordType& type = m_desk.type("warm_home");
        const QString suffix = m_desk.label(type.label);
        const auto views = m_desk.store().ofType(type.number);
        if (views && m_desk.mayRead(type))
            for (const auto& view : *views) {
                const forms::RecordFields fields(type, view);
                if (view.life != store::Life::active || fields.number("status") == kClosed)
                    continue;
                if (m_home.isNil())
                    m_home = view.record;
                QString name = qs(fields.text("name"));
                if (name.endsWith(suffix) && name.size() > suffix.size())
                    name.chop(suffix.size());
                rows.push_back({{"homeId", idText(view.record)}, {"label", name}, {"chosen", view.record == m_home}});
            }
    }
    m_homes.setRows(rows);
}

void HomeModel::readCard(const store::RecordView& view)
{
    const RecordType& type = m_desk.type("warm_home");
    const forms::RecordFields fields(type, view);
    m_heading = qs(fields.text("name"));
    m_level = m_desk.codeLabel(fields, "level");
    m_place = qs(fields.text("address"));
    m_way = qs(fields.text("directions"));
    m_where = placeOf(fields.value("place"));
    m_hours = qs(fields.text("opening_hours"));
    const QString manager = qs(fields.text("manager"));
    m_manager = manager.isEmpty() ? QString() : tr("%1, in charge").arg(manager);
    m_phone = phoneGrouped(fields.text("phone"));
    m_canEdit = m_desk.mayWrite(type);
    m_canAdd = m_desk.mayWrite(m_desk.type("activity"));
    Rows six;
    int missing = 0;
    for (const char* thing : {"have_place", "have_sign", "have_rules", "have_plan", "have_activity", "have_care"}) {
        const Field* field = type.field(std::string_view(thing));
        const bool have = fields.flag(thing);
        missing += have ? 0 : 1;
        six.push_back({{"thing", thing}, {"label", m_desk.label(field->label)}, {"have", have}});
    }
    m_sixText = missing == 0 ? tr("All there") : tr("%n still to come", nullptr, missing);
    m_six.setRows(six);
}

// What belongs to a home without lying in it: its teams of volunteers, the visit of supervision that was last or is to come.
void HomeModel::readBeside(const store::RecordView& home)
{
    const auto team = forms::RecordFields(m_desk.type("warm_home"), home).ref("team");
    Rows rows;
    const auto add = [&](const char* typeName, std::size_t most) {
        const RecordType& type = m_desk.type(typeName);
        auto views = m_desk.mayRead(type) ? m_desk.store().ofType(type.number)
                                          : Result<std::vector<store::RecordView>>(fail(Errc::notAllowed, ""));
        if (!views)
            return;
        std::erase_if(*views, [&](const store::RecordView& view) {
            return view.life != store::Life::active ||
                   (forms::RecordFields(type, view).ref("home") != m_home && view.record != team);
        });
        std::ranges::sort(*views,
                          [](const auto& a, const auto& b) { return createdAt(b.record) < createdAt(a.record); });
        for (std::size_t i = 0; i < std::min(most, views->size()); ++i) {
            Row row = recordRow(m_desk, (*views)[i]);
            if (row.values.value("line").toString().isEmpty())
                row.set("line", m_desk.label(type.label));
            rows.push_back(std::move(row));
        }
    };
    add("vol_team", kMostTeams);
    add("supervision", 1);
    m_beside.setRows(rows);
}

void HomeModel::readYear(const store::RecordView& home)
{
    const int year = yearOf(m_desk.today());
    m_year = tr("Year %1").arg(year);
    const auto children = m_desk.store().children(home.root);
    if (!children)
        return;
    takePlan(*children, year);
    const RecordType& activity = m_desk.type("activity");
    for (const auto& child : *children)
        if (child.type == activity.number && child.life == store::Life::active)
            takeActivity(child, year);
    showYear();
    showNext();
    showCalendar();
}

void HomeModel::takePlan(const std::vector<store::RecordView>& children, int year)
{
    const RecordType& plan = m_desk.type("activity_plan");
    const RecordType& item = m_desk.type("plan_item");
    for (const auto& child : children) {
        const forms::RecordFields fields(plan, child);
        if (child.type != plan.number || child.life != store::Life::active || fields.number("year") != year)
            continue;
        m_plan = child.record;
        for (std::size_t quarter = 0; quarter < m_themes.size(); ++quarter)
            m_themes[quarter] = qs(fields.text("q" + std::to_string(quarter + 1)));
        m_planText = fields.flag("published") ? tr("Plan of %1, shown to all").arg(year) : tr("Plan of %1").arg(year);
    }
    for (const auto& child : children) {
        if (child.type != item.number || child.life != store::Life::active)
            continue;
        const forms::RecordFields fields(item, child);
        const auto month = fields.number("month").value_or(0);
        if (!m_plan.isNil() && fields.ref("plan") == m_plan && month >= 1 && month <= 12)
            m_months[static_cast<std::size_t>(month - 1)].planned =
                fields.flag("excused") ? tr("Excused") : qs(fields.text("title"));
    }
    if (m_plan.isNil())
        m_planText = tr("No plan for %1 yet").arg(year);
}

void HomeModel::takeActivity(const store::RecordView& view, int year)
{
    const forms::RecordFields fields(m_desk.type("activity"), view);
    const auto at = fields.number("start_at");
    const auto state = fields.number("state").value_or(1);
    if (!at || state == kCancelled)
        return;
    const Day day = dayInChina(*at);
    const bool held = state == kHeld || state == kFiled;
    if (yearOf(day) == year) {
        Month& month = m_months[static_cast<std::size_t>(monthOf(day) - 1)];
        if (held) {
            ++month.held;
            month.people += static_cast<int>(
                fields.number("people_all")
                    .value_or(fields.number("people_special").value_or(0) + fields.number("people_other").value_or(0)));
        } else if (month.held == 0 && m_desk.today() <= day) {
            month.planned = tr("%1th %2", "day of the month, what").arg(dayOf(day)).arg(qs(fields.text("title")));
        }
        if (month.first.isNil() || !held)
            month.first = view.record;
    }
    m_every.push_back({view.record, *at, qs(fields.text("title")),
                       dotted({clockTime(*at), qs(fields.text("place")), m_desk.codeLabel(fields, "state")})});
    if (!held && m_desk.today() <= day) {
        QStringList parts{clockTime(*at), qs(fields.text("place"))};
        if (const auto helpers = fields.number("volunteers").value_or(0); helpers > 0)
            parts << tr("%n volunteer(s)", nullptr, static_cast<int>(helpers));
        parts.removeAll(QString());
        m_coming.push_back({view.record, *at, qs(fields.text("title")), parts.join(tr(", ", "between parts"))});
    }
}

QString HomeModel::monthLine(int month) const
{
    const Month& one = m_months[static_cast<std::size_t>(month - 1)];
    if (one.held > 0)
        return dotted({tr("%n held", nullptr, one.held), tr("%n came", nullptr, one.people)});
    if (one.planned.isEmpty() && month == monthOf(m_desk.today()))
        return tr("Nothing held this month yet");
    return one.planned;
}

void HomeModel::showYear()
{
    Rows quarters;
    int kept = 0;
    const int now = monthOf(m_desk.today());
    for (int quarter = 0; quarter < 4; ++quarter) {
        Rows months;
        for (int month = quarter * kMonthsInQuarter + 1; month <= (quarter + 1) * kMonthsInQuarter; ++month) {
            const Month& one = m_months[static_cast<std::size_t>(month - 1)];
            const QString label = tr("Month %1").arg(month);
            const QString line = monthLine(month);
            kept += one.held > 0 && month <= now ? 1 : 0;
            QStringList read{label, one.held > 0 ? tr("held") : month < now ? tr("none held") : tr("to come"), line};
            read.removeAll(QString());
            months.push_back({{"month", month},
                              {"label", label},
                              {"line", line},
                              {"held", one.held > 0},
                              {"current", month == now},
                              {"activityId", one.first.isNil() ? QString() : idText(one.first)},
                              {"accessibleText", read.join(tr(", ", "between parts"))}});
        }
        const QString& theme = m_themes[static_cast<std::size_t>(quarter)];
        Row row{{"quarter", quarter + 1},
                {"label", tr("Quarter %1").arg(quarter + 1)},
                {"theme", theme.isEmpty() ? tr("No theme yet") : theme}};
        row.list("months", std::move(months));
        quarters.push_back(std::move(row));
    }
    m_quarters.setRows(quarters);
    const Month& current = m_months[static_cast<std::size_t>(now - 1)];
    m_yearLine = tr("In %n month(s)", nullptr, now) + tr(", %n of them with an activity", nullptr, kept);
    if (current.held == 0)
        m_yearLine +=
            current.planned.isEmpty() ? tr(", this month lacks one still") : tr(", this month has one planned");
}

void HomeModel::showNext()
{
    std::sort(m_coming.begin(), m_coming.end(),
              [](const Coming& a, const Coming& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
    Rows rows;
    for (const auto& one : m_coming) {
        if (rows.size() == kNextRows)
            break;
        const Day day = dayInChina(one.at);
        const bool sameMonth = monthOf(day) == monthOf(m_desk.today());
        rows.push_back(activityRow(one, sameMonth ? weekday(day) : tr("Month %1").arg(monthOf(day))));
    }
    m_next.setRows(rows);
}

Row HomeModel::activityRow(const Coming& one, const QString& under) const
{
    const Day day = dayInChina(one.at);
    return {{"activityId", idText(one.id)},
            {"dayText", tr("the %1th").arg(dayOf(day))},
            {"underText", under},
            {"heading", one.title},
            {"line", one.line},
            {"accessibleText",
             dayShort(day) + tr(", ", "between parts") + one.title + tr(", ", "between parts") + one.line}};
}

void HomeModel::showCalendar()
{
    const int months = yearOf(m_desk.today()) * 12 + monthOf(m_desk.today()) - 1 + m_turned;
    const int year = months / 12;
    const int month = months % 12 + 1;
    m_calendarText = tr("%1, month %2", "year and month").arg(year).arg(month);
    std::ranges::sort(m_every,
                      [](const Coming& a, const Coming& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
    Rows rows;
    for (const auto& one : m_every)
        if (const Day day = dayInChina(one.at); yearOf(day) == year && monthOf(day) == month)
            rows.push_back(activityRow(one, weekday(day)));
    m_calendar.setRows(rows);
}

void HomeModel::toggleCalendar()
{
    m_calendarOpen = !m_calendarOpen;
    m_turned = 0;
    showCalendar();
    emit changed();
}

void HomeModel::turnMonth(int by)
{
    m_turned = std::clamp(m_turned + by, -kMonthsBack, kMonthsAhead);
    showCalendar();
    emit changed();
}

void HomeModel::navigate()
{
    if (m_where)
        m_navigator.showOnMap(*m_where, m_heading);
}

void HomeModel::noteActivity()
{
    const auto view = m_desk.isOpen() ? m_desk.store().view(m_home) : Result<store::RecordView>{};
    if (view && m_canAdd)
        m_navigator.goForm({m_desk.type("activity").number, view->root, view->partition, {}});
}

void HomeModel::openPlan()
{
    if (!m_plan.isNil())
        return m_navigator.goRecord(m_plan);
    const RecordType& type = m_desk.type("activity_plan");
    const auto view = m_desk.isOpen() ? m_desk.store().view(m_home) : Result<store::RecordView>{};
    if (!view || !m_desk.mayWrite(type))
        return;
    forms::NewRecord wanted{type.number, view->root, view->partition, {}};
    wanted.prefill[type.field(std::string_view("year"))->number] = Value::fromInt(yearOf(m_desk.today()));
    m_navigator.goForm(std::move(wanted));
}

void HomeModel::edit()
{
    if (m_canEdit && !m_home.isNil())
        m_navigator.goEdit(m_home);
}

void HomeModel::call()
{
    if (!m_phone.isEmpty())
        m_navigator.dialNumber(m_phone, m_heading);
}

} // namespace lianxin::ui

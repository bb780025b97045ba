// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/supervision_points.hpp"

#include "app/viewmodel/record_lines.hpp"
#include "app/viewmodel/value_text.hpp"
#include "sync/seal/named_id.hpp"

#include <QCoreApplication>

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SupervisionPoints)
};

constexpr std::int64_t kThere = 1, kNotYet = 3; // code list check_answer
constexpr std::int64_t kHeld = 5, kFiled = 6;   // code list activity_state
constexpr int kTrendDays = 91;                  // a quarter beside the one before

bool isFor(const Code& code, std::int64_t target)
{
    const auto* targets = code.data.if_contains("targets");
    const auto* list = targets != nullptr ? targets->if_array() : nullptr;
    return list != nullptr && std::ranges::any_of(*list, [&](const boost::json::value& one) { return one == target; });
}

// What lies on the home's board already, so that nobody asks for it on site.
class Board {
public:
    Board(const Desk& desk, RecordId home) : m_desk(desk)
    {
        const auto view = home.isNil() ? Result<store::RecordView>(fail(Errc::notFound, "")) : desk.store().view(home);
        if (!view || view->type != desk.type("warm_home").number)
            return;
        m_home = *view;
        if (auto children = desk.store().children(home))
            m_children = std::move(*children);
    }
    [[nodiscard]] QString says(const QString& what) const
    {
        if (!m_home || what.isEmpty())
            return {};
        if (what == QLatin1String("months"))
            return Words::tr("Its board: activities in %n month(s) this year", nullptr, monthsHeld());
        if (what == QLatin1String("attendance"))
            return attendance();
        if (what == QLatin1String("spending"))
            return spending();
        const RecordType& type = m_desk.type("warm_home");
        const std::string name = what.toStdString();
        const bool have = what == QLatin1String("plan") ? hasPlan() : forms::RecordFields(type, *m_home).flag(name);
        return have ? Words::tr("Its data say: there") : Words::tr("Its data say: not yet");
    }

private:
    struct Held {
        Day day;
        forms::RecordFields fields;
    };
    [[nodiscard]] std::vector<Held> held() const
    {
        const RecordType& type = m_desk.type("activity");
        std::vector<Held> found;
        for (const auto& child : m_children) {
            if (child.type != type.number || child.life != store::Life::active)
                continue;
            forms::RecordFields fields(type, child);
            const auto state = fields.number("state").value_or(0);
            if (const auto day = fields.day("start_at"); day && (state == kHeld || state == kFiled))
                found.push_back({*day, std::move(fields)});
        }
        return found;
    }
    [[nodiscard]] int monthsHeld() const
    {
        std::set<unsigned> months;
        for (const auto& activity : held())
            if (activity.day.year() == m_desk.today().year())
                months.insert(static_cast<unsigned>(activity.day.month()));
        return static_cast<int>(months.size());
    }
    // How many of the families come, and whether it grows: by the activities whose number somebody noted.
    [[nodiscard]] QString attendance() const
    {
        std::array<std::int64_t, 2> people{}, times{};
        for (const auto& activity : held()) {
            const int ago = daysBetween(activity.day, m_desk.today());
            const auto came = activity.fields.number("people_special");
            if (!came || ago < 0 || ago >= 2 * kTrendDays)
                continue;
            const auto span = static_cast<std::size_t>(ago / kTrendDays);
            people.at(span) += *came;
            ++times.at(span);
        }
        const auto average = [&](std::size_t span) {
            return QString::number((people.at(span) + times.at(span) / 2) / times.at(span));
        };
        if (times[0] == 0)
            return {};
        return times[1] == 0 ? Words::tr("Its board: about %1 came each time in three months").arg(average(0))
                             : Words::tr("Its board: about %1 came each time in three months, %2 in the three before")
                                   .arg(average(0), average(1));
    }
    [[nodiscard]] QString spending() const
    {
        std::int64_t planned = 0, spent = 0;
        for (const auto& activity : held())
            if (activity.day.year() == m_desk.today().year()) {
                planned += activity.fields.number("budget").value_or(0);
                spent += activity.fields.number("cost").value_or(0);
            }
        return planned + spent == 0 ? QString()
                                    : Words::tr("Its board: %1 yuan planned this year, %2 spent")
                                          .arg(moneyText(planned), moneyText(spent));
    }
    [[nodiscard]] bool hasPlan() const
    {
        const RecordType& type = m_desk.type("activity_plan");
        return std::ranges::any_of(m_children, [&](const store::RecordView& child) {
            return child.type == type.number && child.life == store::Life::active &&
                   forms::RecordFields(type, child).number("year") == static_cast<int>(m_desk.today().year());
        });
    }

    const Desk& m_desk;
    std::optional<store::RecordView> m_home;
    std::vector<store::RecordView> m_children;
};

std::int64_t answerOf(const forms::RecordFields& fields)
{
    if (const auto answer = fields.number("answer"))
        return *answer;
    const Value before = fields.value("fits"); // before there were four answers
    return before.isNull() ? 0 : before.isTrue() ? kThere : kNotYet;
}

} // namespace

RecordId pointRecord(RecordId supervision, std::int64_t code)
{
    return seal::namedId("check_item " + supervision.text() + " " + std::to_string(code));
}

std::vector<CheckPoint> pointsOf(const Desk& desk, const store::RecordView& supervision)
{
    std::vector<CheckPoint> points;
    const RecordType& type = desk.type("check_item");
    const forms::RecordFields visit(desk.type("supervision"), supervision);
    const Board board(desk, visit.ref("home").value_or(RecordId{}));
    auto items = rowsOf(desk, type, supervision);
    const CodeList* list = desk.catalogue().codeList("check_point");
    for (const auto& code : list != nullptr ? list->codes : std::vector<Code>{}) {
        const auto item = std::ranges::find_if(items, [&](const store::RecordView& row) {
            const forms::RecordFields fields(type, row);
            const auto point = fields.number("point");
            return point ? *point == code.number : fields.text("item") == code.label.zh;
        });
        if (item == items.end() && (code.retired || !isFor(code, visit.number("target").value_or(0))))
            continue;
        CheckPoint point{code.number, {}, desk.label(code.label), board.says(codeData(code, "look"))};
        if (item != items.end()) {
            const forms::RecordFields fields(type, *item);
            point.record = item->record;
            point.answer = answerOf(fields);
            if (const QString note = qs(fields.text("note")); !note.isEmpty())
                point.line = note;
            items.erase(item);
        }
        points.push_back(std::move(point));
    }
    for (const auto& row : items) {
        const forms::RecordFields fields(type, row);
        points.push_back({0, row.record, qs(fields.text("item")), qs(fields.text("note")), answerOf(fields)});
    }
    return points;
}

Result<forms::Committed> answerPoint(const Desk& desk, const store::RecordView& supervision, const CheckPoint& point,
                                     std::int64_t answer)
{
    const RecordType& type = desk.type("check_item");
    const auto field = [&](const char* name) { return type.field(std::string_view(name))->number; };
    const RecordId record = point.record.isNil() ? pointRecord(supervision.record, point.code) : point.record;
    const Code* code = desk.catalogue().codeList("check_point")->find(point.code);
    forms::NewRecord wanted{type.number, supervision.root, supervision.partition, {}, {}, record};
    wanted.prefill[type.parentField] = Value::fromText(supervision.record.text());
    if (code != nullptr) {
        wanted.prefill[field("point")] = Value::fromInt(point.code);
        wanted.prefill[field("item")] =
            Value::fromText(code->label.zh); // one wording, whatever language the tablet speaks
    }
    // One that was taken back is there still, without its life: its id is taken.
    auto editor = desk.store().view(record) ? forms::RecordEditor::openExisting(desk.editorPorts(), record)
                                            : forms::RecordEditor::openNew(desk.editorPorts(), wanted);
    if (!editor)
        return editor.error();
    editor->edit().set(field("answer"), point.answer == answer ? Value::null() : Value::fromInt(answer));
    return editor->commit();
}

} // namespace lianxin::ui

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/task_words.hpp"

#include <QCoreApplication>

namespace lianxin::ui {
namespace {

using duty::Contact;
using duty::HappeningKind;
using duty::RuleKind;
using duty::Task;
using duty::Tone;

constexpr int kMonths = 12; // of a year

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Duty)
};

QString icon(const char* name) { return QString::fromLatin1(name); }

QString daysLeft(const Desk& desk, Day until)
{
    const int days = daysBetween(desk.today(), until);
    return days <= 0 ? Words::tr("today") : Words::tr("%n day(s) left", nullptr, days);
}

// Until when, or that it is not done yet; never that somebody is late.
QString byWhen(const Desk& desk, const Task& task)
{
    if (!task.dueAt)
        return daysLeft(desk, task.due);
    if (*task.dueAt <= desk.now())
        return Words::tr("Not reached yet");
    return Words::tr("best before %1")
        .arg(relativeDay(task.due, desk.today()) + QLatin1Char(' ') + clockTime(*task.dueAt));
}

TaskWords reachWords(const Desk& desk, const Task& task)
{
    const QString line = byWhen(desk, task);
    switch (task.happening) {
    case HappeningKind::life:
        return {task.ambulanceFirst ? Words::tr("Call 120 first, then ask how they are")
                                    : Words::tr("Ask how they are now"),
                line,
                icon("sos"),
                {}};
    case HappeningKind::hospital: return {Words::tr("In hospital; call and ask"), line, icon("phone"), {}};
    case HappeningKind::critical: return {Words::tr("Gravely ill; be in touch now"), line, icon("phone"), {}};
    case HappeningKind::childLost:
    case HappeningKind::widowed:
        return {Words::tr("They need company these days"), Words::tr("Best somebody they know well"), icon("note"), {}};
    case HappeningKind::incident: break;
    }
    return {Words::tr("Ask how they are now"), line, icon("phone"), {}};
}

TaskWords meetWords(const Desk& desk, const Task& task)
{
    const bool quiet = task.tone == Tone::watch;
    const QString line = byWhen(desk, task);
    if (task.contact == Contact::kin)
        return {Words::tr("Ask kin how they are"), line, icon("people"), {}};
    if (quiet)
        return {
            Words::tr("Sit with them if they like"), Words::tr("Asking by telephone first is kind"), icon("note"), {}};
    return {task.happening == HappeningKind::hospital ? Words::tr("See them in hospital or at home")
                                                      : Words::tr("Go and see how they are"),
            line,
            icon("door"),
            {}};
}

TaskWords festivalWords(const Desk& desk, const Task& task)
{
    const QString name = desk.codeLabel("festival", task.festival);
    const bool before = daysBetween(desk.today(), task.on) > 0;
    QString reason = before ? Words::tr("Drop in before %1").arg(name) : Words::tr("Drop in for %1").arg(name);
    if (task.contact != Contact::visit)
        reason = task.contact == Contact::kin        ? Words::tr("Ask through kin before %1").arg(name)
                 : task.contact == Contact::activity ? Words::tr("Invite them for %1").arg(name)
                                                     : Words::tr("Call for %1").arg(name);
    QString line = daysLeft(desk, before ? task.on : task.due);
    if (task.catchUp) {
        reason = Words::tr("After %1 is still good").arg(name);
        line = Words::tr("These days when it suits");
    }
    const QString tip = task.tone == Tone::care      ? Words::tr("Say: the festival is near, I came to see you")
                        : task.tone == Tone::respect ? Words::tr("Let them tell first; ask about their health")
                                                     : QString();
    return {reason, task.alsoMonthly ? Words::tr("%1, and not reached this month").arg(line) : line, icon("today"),
            tip};
}

// What the record's type says of its day.
TaskWords datedWords(const Desk& desk, const Task& task)
{
    const auto view = desk.store().view(task.subject);
    const RecordType* type = view ? desk.catalogue().type(view->type) : nullptr;
    if (type == nullptr)
        return {};
    const auto reminder =
        std::ranges::find(type->reminders, static_cast<std::uint32_t>(task.number), &Reminder::number);
    if (reminder == type->reminders.end())
        return {};
    return {desk.label(reminder->label), relativeDay(task.on, desk.today()), qs(type->icon), {}};
}

TaskWords frequencyWords(const Desk& desk, const Task& task)
{
    const QString line = daysLeft(desk, task.due);
    switch (task.kind) {
    case RuleKind::face: return {Words::tr("A while since you met"), line, icon("door"), {}};
    case RuleKind::atHome: return {Words::tr("Sit with them at home for a while"), line, icon("door"), {}};
    case RuleKind::counsellor: return {Words::tr("Ask whether they would like to talk"), line, icon("chat"), {}};
    default: break;
    }
    // Whoever is looked after closely is called several times a month.
    return {task.number > kMonths   ? Words::tr("Not reached these days")
            : task.number < kMonths ? Words::tr("Not reached for a while")
                                    : Words::tr("Not reached this month"),
            line,
            icon("phone"),
            {}};
}

TaskWords birthdayWords(const Desk& desk, const Task& task)
{
    const int days = daysBetween(desk.today(), task.on);
    const QString when = days > 0 ? daysLeft(desk, task.on) : relativeDay(task.on, desk.today());
    if (task.number > 0 && task.contact == Contact::visit)
        return {Words::tr("Turns %1; drop in if it suits").arg(task.number), when, icon("today"), {}};
    return {Words::tr("Somebody's birthday"), when, icon("today"), {}};
}

TaskWords paperWords(const Desk& desk, const Task& task)
{
    if (task.kind == RuleKind::allowance)
        return {Words::tr("Soon %1: ask about the allowance").arg(task.number),
                Words::tr("The township knows the papers"),
                icon("doc"),
                {}};
    if (task.contact == Contact::none)
        return {Words::tr("Has the insurance answered"), daysLeft(desk, task.due), icon("umbrella"), {}};
    return {Words::tr("Insurance papers: what is missing"),
            Words::tr("Ask when you call; you may help"),
            icon("umbrella"),
            {}};
}

TaskWords homeWords(const Desk& desk, const Task& task)
{
    const QString line = task.catchUp ? Words::tr("These days when it suits") : daysLeft(desk, task.due);
    switch (task.kind) {
    case RuleKind::plan:
        return {Words::tr("The plan for %1 is still missing").arg(task.number), line, icon("house"), {}};
    case RuleKind::theme: return {Words::tr("Quarter %1 has no theme yet").arg(task.number), line, icon("house"), {}};
    case RuleKind::activity: return {Words::tr("Nothing was held this month yet"), line, icon("group"), {}};
    default: return {Words::tr("%1 is near").arg(desk.codeLabel("festival", task.festival)), line, icon("group"), {}};
    }
}

TaskWords followWords(const Desk& desk, const Task& task)
{
    switch (task.kind) {
    case RuleKind::hospital:
        return {Words::tr("See whether they are home again"), daysLeft(desk, task.due), icon("cross"), {}};
    case RuleKind::emergency: return {Words::tr("See how they are now"), daysLeft(desk, task.due), icon("sos"), {}};
    case RuleKind::mood:
        if (task.tone == Tone::watch)
            return {Words::tr("Ask how they have been"), Words::tr("A call is enough"), icon("note"), {}};
        break;
    default: break;
    }
    return {
        Words::tr("Keep them company these days"), Words::tr("A call is good, a visit is better"), icon("note"), {}};
}

} // namespace

TaskWords wordsOf(const Desk& desk, const Task& task)
{
    switch (task.kind) {
    case RuleKind::draft:
        return {Words::tr("One sentence to go"), Words::tr("What you wrote is kept"), icon("pen"), {}};
    case RuleKind::reach: return reachWords(desk, task);
    case RuleKind::meet: return meetWords(desk, task);
    case RuleKind::weather:
        return {Words::tr("Rough weather: ask whether all is well"), byWhen(desk, task), icon("phone"), {}};
    case RuleKind::neighbour:
        return {
            Words::tr("Ask a neighbour to look in today"), Words::tr("Nobody answered these days"), icon("people"), {}};
    case RuleKind::risk:
        return {Words::tr("Sit with them and ask the safety questions"), byWhen(desk, task), icon("note"), {}};
    case RuleKind::emergency:
    case RuleKind::hospital:
    case RuleKind::bereavement:
    case RuleKind::mood: return followWords(desk, task);
    case RuleKind::nextDate:
        return {Words::tr("You agreed on %1").arg(relativeDay(task.on, desk.today())),
                task.alsoMonthly ? Words::tr("Not reached this month") : QString(),
                icon("clock"),
                {}};
    case RuleKind::watch:
        return {Words::tr("Keep an eye out these days"), Words::tr("A call is enough"), icon("note"), {}};
    case RuleKind::festival: return festivalWords(desk, task);
    case RuleKind::birthday: return birthdayWords(desk, task);
    case RuleKind::monthly:
    case RuleKind::face:
    case RuleKind::atHome:
    case RuleKind::counsellor: return frequencyWords(desk, task);
    case RuleKind::claim:
    case RuleKind::allowance: return paperWords(desk, task);
    case RuleKind::dated: return datedWords(desk, task);
    case RuleKind::plan:
    case RuleKind::theme:
    case RuleKind::activity:
    case RuleKind::occasion: return homeWords(desk, task);
    }
    return {};
}

QStringList careReasons(const Desk& desk, const duty::CareLevel& care)
{
    QStringList reasons;
    for (int reason = 1; reason <= static_cast<int>(duty::CareReason::townshipHolds); ++reason)
        if (care.has(static_cast<duty::CareReason>(reason)))
            reasons << desk.codeLabel("care_reason", reason);
    return reasons;
}

} // namespace lianxin::ui

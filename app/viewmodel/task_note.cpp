// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/task_note.hpp"

#include <boost/json/array.hpp>

#include <set>

namespace lianxin::ui {
namespace {

using duty::RuleKind;

constexpr std::int64_t kExplained = 1; // code list task_note_kind
// code list visit_purpose
constexpr std::int64_t kFestival = 11, kIllness = 12, kEmergency = 13, kOrdinary = 14, kBirthday = 15, kSpecialDay = 16,
                       kRevisit = 21, kPapers = 19;

std::int64_t purposeOf(const duty::Task& task)
{
    switch (task.kind) {
    case RuleKind::festival: return kFestival;
    case RuleKind::birthday: return kBirthday;
    case RuleKind::watch: return kSpecialDay;
    case RuleKind::reach:
    case RuleKind::meet: return task.happening == duty::HappeningKind::hospital ? kIllness : kEmergency;
    case RuleKind::hospital: return kIllness;
    case RuleKind::emergency:
    case RuleKind::bereavement:
    case RuleKind::mood:
    case RuleKind::risk: return kRevisit;
    case RuleKind::claim:
    case RuleKind::allowance:
    case RuleKind::dated: return kPapers;
    default: return kOrdinary;
    }
}

void put(FieldValues& values, const RecordType& type, const char* field, Value value)
{
    if (const Field* known = type.field(std::string_view(field)))
        values[known->number] = std::move(value);
}

} // namespace

bool canExplain(const Desk& desk, const duty::Task& task)
{
    const bool forLife =
        task.happening == duty::HappeningKind::life && (task.kind == RuleKind::reach || task.kind == RuleKind::meet);
    switch (forLife ? RuleKind::risk : task.kind) {
    case RuleKind::draft:
    case RuleKind::neighbour:
    case RuleKind::risk: return false;
    default: return desk.isOpen() && !task.household.isNil() && desk.mayWrite(desk.type("task_note"));
    }
}

void explainTask(const FamilyBook& book, Navigator& navigator, const duty::Task& task)
{
    const Desk& desk = book.desk();
    const FamilySummary* family = book.summary(task.household);
    if (!canExplain(desk, task) || family == nullptr)
        return;
    if (const auto draft = desk.store().draft(task.id); draft && *draft)
        return navigator.goDraft(**draft);
    if (desk.store().view(task.id))
        return navigator.goEdit(task.id);
    const RecordType& type = desk.type("task_note");
    forms::NewRecord wanted{type.number, family->id, family->partition, {}, {}, task.id};
    put(wanted.prefill, type, "rule", Value::fromText(std::string(duty::ruleName(task.kind))));
    put(wanted.prefill, type, "subject", Value::fromText(task.subject.text()));
    put(wanted.prefill, type, "occurrence", Value::fromText(dayText(task.on)));
    put(wanted.prefill, type, "kind", Value::fromInt(kExplained));
    navigator.goForm(std::move(wanted));
}

FieldValues visitFor(const Desk& desk, const std::vector<duty::Task>& tasks)
{
    const RecordType& type = desk.type("visit");
    std::set<std::string> ids;
    std::set<std::int64_t> purposes;
    std::uint32_t festival = 0;
    for (const auto& task : tasks) {
        if (task.kind == RuleKind::draft || task.suggested)
            continue;
        ids.insert(task.id.text());
        purposes.insert(purposeOf(task));
        if (task.kind == RuleKind::festival && festival == 0)
            festival = task.festival;
    }
    FieldValues values;
    if (ids.empty())
        return values;
    boost::json::array refs;
    for (const auto& id : ids)
        refs.push_back(boost::json::string(id));
    boost::json::array codes;
    for (const auto purpose : purposes)
        codes.push_back(purpose);
    put(values, type, "tasks", Value::fromJson(refs));
    put(values, type, "purpose", Value::fromJson(codes));
    if (festival != 0)
        put(values, type, "festival", Value::fromInt(festival));
    return values;
}

} // namespace lianxin::ui

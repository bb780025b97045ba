// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/record_lines.hpp"

#include "app/viewmodel/value_text.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecordLines)
};

bool isTitle(const RecordType& type, std::uint32_t field)
{
    return std::find(type.title.begin(), type.title.end(), field) != type.title.end();
}

} // namespace

Millis momentOf(const RecordType& type, const forms::RecordFields& fields, RecordId record)
{
    const Field* at = type.timeline ? type.field(type.timeline->at) : nullptr;
    if (at != nullptr)
        if (const auto moment = fields.number(at->name))
            return *moment;
    if (at != nullptr)
        if (const auto day = fields.day(at->name))
            return startOfDayInChina(*day);
    return createdAt(record);
}

RecordLine recordLine(const Desk& desk, const store::RecordView& view)
{
    const RecordType* type = desk.catalogue().type(view.type);
    if (type == nullptr)
        return {};
    const forms::RecordFields fields(*type, view);
    const auto textOf = [&](std::uint32_t number) {
        const Field* field = type->field(number);
        const auto found = fields.values().find(number);
        return field == nullptr || field->sealed || found == fields.values().end()
                   ? QString()
                   : valueText(desk, *field, found->second);
    };
    RecordLine told;
    told.heading = recordName(desk, view.record);
    if (told.heading.isEmpty())
        told.heading = desk.label(type->label);
    told.at = momentOf(*type, fields, view.record);
    QStringList parts;
    if (type->timeline)
        parts << relativeDay(dayInChina(told.at), desk.today());
    for (const auto number : type->title)
        parts << textOf(number);
    if (type->timeline)
        for (const auto number : type->timeline->summary)
            parts << textOf(number);
    if (type->states)
        parts << textOf(type->states->field);
    parts.removeAll(QString());
    // "冬季保暖包" needs no "冬季保暖" below it.
    parts.removeIf([&](const QString& part) { return told.heading.contains(part); });
    parts.removeDuplicates();
    told.line = dotted(parts.mid(0, 4));
    return told;
}

Roles recordRoles() { return {{"recordId"}, {"heading"}, {"line"}, {"iconName"}, {"accessibleText"}}; }

Row recordRow(const Desk& desk, const store::RecordView& view)
{
    const RecordType* type = desk.catalogue().type(view.type);
    const auto told = recordLine(desk, view);
    return {{"recordId", idText(view.record)},
            {"heading", told.heading},
            {"line", told.line},
            {"iconName", type == nullptr ? QString() : qs(type->icon)},
            {"accessibleText",
             told.line.isEmpty() ? told.heading : told.heading + Words::tr(", ", "between parts") + told.line}};
}

std::vector<const RecordType*> rowTypesOf(const Catalogue& catalogue, const RecordType& type)
{
    std::vector<const RecordType*> rows;
    for (const auto& other : catalogue.types())
        if (other.name != "attachment" &&
            (other.parentType.empty() ? type.isRoot && other.hasRoot(type.name) : other.parentType == type.name))
            rows.push_back(&other);
    return rows;
}

std::vector<store::RecordView> rowsOf(const Desk& desk, const RecordType& rowType, const store::RecordView& shown)
{
    std::vector<store::RecordView> rows;
    const auto children = desk.store().children(shown.root);
    if (!children)
        return rows;
    for (const auto& child : *children) {
        if (child.type != rowType.number || child.life != store::Life::active)
            continue;
        const Field* parent = rowType.field(rowType.parentField);
        if (parent != nullptr && forms::RecordFields(rowType, child).ref(parent->name) != shown.record)
            continue;
        rows.push_back(child);
    }
    // What has its day stands newest first; what is counted (months, sessions) by its number; the rest as it was written down.
    const Field* first = rowType.title.empty() ? nullptr : rowType.field(rowType.title.front());
    const auto orderOf = [&](const store::RecordView& view) {
        const forms::RecordFields fields(rowType, view);
        if (rowType.timeline)
            return -momentOf(rowType, fields, view.record);
        return first != nullptr && first->kind == FieldKind::integer ? fields.number(first->name).value_or(0)
                                                                     : createdAt(view.record);
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return orderOf(a) < orderOf(b); });
    return rows;
}

bool hasRecordPage(const Catalogue& catalogue, const RecordType& type)
{
    for (const char* own : {"household", "counsel_case", "counsel_session", "visit", "emergency_case"})
        if (type.name == own)
            return false;
    return !rowTypesOf(catalogue, type).empty();
}

bool rowsComeLater(const Catalogue& catalogue, const RecordType& type)
{
    const auto isWritten = [&](const RecordType* row) {
        return std::ranges::any_of(type.sections, [&](const Section& part) { return part.rowType == row->number; });
    };
    return hasRecordPage(catalogue, type) && !std::ranges::all_of(rowTypesOf(catalogue, type), isWritten);
}

Rows factsOf(const Desk& desk, const store::RecordView& view)
{
    Rows rows;
    const RecordType* type = desk.catalogue().type(view.type);
    if (type == nullptr)
        return rows;
    const forms::RecordFields fields(*type, view);
    for (const auto& field : type->fields) {
        const auto found = fields.values().find(field.number);
        if (field.control == "hidden" || field.control == "attach" || field.sealed || found == fields.values().end() ||
            (isTitle(*type, field.number) && field.number == type->title.front()))
            continue;
        if (field.kind == FieldKind::boolean && !found->second.isTrue())
            continue; // what is not there needs no line
        if (const QString text = valueText(desk, field, found->second); !text.isEmpty())
            rows.push_back({{"label", desk.label(field.label)}, {"line", text}});
    }
    return rows;
}

} // namespace lianxin::ui

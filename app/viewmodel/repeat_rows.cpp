// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/repeat_rows.hpp"

#include "app/viewmodel/value_text.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RepeatRows)
};

constexpr std::size_t kShownInForm = 4; // more than one over this stand in a list of their own
constexpr int kMostParts = 3;           // of a row's line

// What names a row: its title, else its place in the list.
QString titleOf(const Desk& desk, const forms::Repeats::Row& row, std::uint32_t& used)
{
    const RecordType& type = row.state.type();
    for (const auto number : type.title)
        if (const Field* field = type.field(number))
            if (QString text = valueText(desk, *field, row.state.value(number)); !text.isEmpty()) {
                used = number;
                return text;
            }
    return {};
}

QString lineOf(const Desk& desk, const forms::Repeats::Row& row, std::uint32_t title)
{
    const RecordType& type = row.state.type();
    QStringList parts;
    for (const auto& field : type.fields) {
        const auto kept = row.state.kept().find(field.number);
        if (field.number == title || field.number == type.parentField || field.control == "hidden" ||
            kept == row.state.kept().end() || parts.size() == kMostParts)
            continue;
        const QString text = valueText(desk, field, kept->second);
        const QString unit = field.kind == FieldKind::money ? Words::tr("yuan") : desk.label(field.unit);
        if (!text.isEmpty())
            parts << (field.kind == FieldKind::integer || field.kind == FieldKind::money ? text + unit : text);
    }
    return dotted(parts);
}

QString missingText(const Desk& desk, const forms::FormState& state)
{
    QStringList labels;
    for (const auto number : state.missing())
        if (const Field* field = state.type().field(number))
            labels << desk.label(field->label);
    return labels.isEmpty()
               ? QString()
               : Words::tr("Still to come: %1").arg(labels.join(Words::tr(", ", "between the items of a list")));
}

Row itemRow(const Desk& desk, const forms::Repeats::Row& row, int ordinal)
{
    std::uint32_t title = 0;
    QString heading = titleOf(desk, row, title);
    if (heading.isEmpty())
        heading = ordinalText(desk, row.state.type(), ordinal);
    const QString missing = missingText(desk, row.state);
    QString line = lineOf(desk, row, title);
    if (line.isEmpty() && missing.isEmpty())
        line = Words::tr("Nothing written yet");
    QStringList spoken{heading, line, missing};
    spoken.removeAll(QString());
    return Row{{"itemId", idText(row.record)},
               {"ordinal", QString::number(ordinal)},
               {"heading", heading},
               {"line", line},
               {"missingText", missing},
               {"accessibleText", spoken.join(Words::tr(", ", "between parts that are read aloud"))}};
}

} // namespace

Roles itemRoles() { return {{"itemId"}, {"ordinal"}, {"heading"}, {"line"}, {"missingText"}, {"accessibleText"}}; }

QString ordinalText(const Desk& desk, const RecordType& rowType, int ordinal)
{
    return dotted({desk.label(rowType.label), Words::tr("No. %1", "of rows that lie in order").arg(ordinal)});
}

QString countText(int rows) { return Words::tr("%n in all", nullptr, rows); }

Rows itemRows(const Desk& desk, const OpenForm& form, std::uint32_t rowType)
{
    Rows rows;
    int ordinal = 0;
    for (const auto& row : form.repeats.rows(rowType))
        rows.push_back(itemRow(desk, row, ++ordinal));
    return rows;
}

std::optional<Row> repeatRow(const Desk& desk, const OpenForm& form, const Section& section, int key)
{
    const RecordType* type = desk.catalogue().type(section.rowType);
    if (type == nullptr || !mayWrite(desk.work().role, *type, Relation::author))
        return std::nullopt;
    const auto& rows = form.repeats.rows(section.rowType);
    const auto count = rows.size();
    // One row more than fits is shown as well: a list of its own for one row would be a detour.
    const auto from = count > kShownInForm + 1 ? count - kShownInForm : 0;
    std::vector<Row> items;
    for (std::size_t i = from; i < count; ++i)
        items.push_back(itemRow(desk, rows[i], static_cast<int>(i) + 1));
    Row row{{"key", key},
            {"control", "rows"},
            {"label", desk.label(section.fields.empty() ? section.label : type->label)},
            {"hint", count == 0 ? Words::tr("Nothing here yet; add one whenever there is something") : QString()},
            {"counterText", count == 0 ? QString() : countText(static_cast<int>(count))},
            {"open", from > 0}};
    row.list("items", std::move(items));
    return row;
}

} // namespace lianxin::ui

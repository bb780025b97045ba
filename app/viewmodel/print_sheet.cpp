// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/print_sheet.hpp"

#include "app/viewmodel/record_lines.hpp"
#include "app/viewmodel/value_text.hpp"

#include <QCoreApplication>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace lianxin::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PrintSheet)
};

namespace bj = boost::json;
constexpr int kSecret = 4; // level whose words never leave the counsellors
constexpr qsizetype kLastShown = 4;
constexpr std::size_t kMostRows = 60; // of one type; a year of visits is a report, not a sheet

std::vector<std::string> textsOf(const bj::value& list)
{
    std::vector<std::string> texts;
    if (const auto* array = list.if_array())
        for (const auto& item : *array)
            if (item.is_string())
                texts.emplace_back(std::string_view(item.get_string()));
    return texts;
}

// Papers and accounts are told apart by their last digits; the whole number is on the screen, behind an audit.
bool isMasked(const Field& field)
{
    return field.format == TextFormat::idNumber || field.format == TextFormat::disabilityCard ||
           (field.sensitivity >= 3 && field.name.ends_with("_no"));
}

bool isPrinted(const Field& field)
{
    return !field.sealed && field.kind != FieldKind::envelope && field.sensitivity < kSecret &&
           field.control != "hidden" && field.kind != FieldKind::place;
}

QString printed(const Desk& desk, const Field& field, const Value& value)
{
    QString text = valueText(desk, field, value);
    if (isMasked(field) && text.size() > kLastShown)
        text = QStringLiteral("…") + text.right(kLastShown);
    return text;
}

QString line(const QString& label, const QString& text)
{
    return QStringLiteral("<tr><td class='l'>%1</td><td>%2</td></tr>")
        .arg(label.toHtmlEscaped(), text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

QString table(const QString& lines)
{
    return lines.isEmpty() ? QString() : QStringLiteral("<table width='100%' cellspacing='0'>%1</table>").arg(lines);
}

QString page(const QString& heading, const QString& under, const QString& body, const QString& foot)
{
    return QStringLiteral(
               "<html><head><style>body{font-size:11pt} h1{font-size:20pt;margin-bottom:2pt} "
               "h2{font-size:13pt;margin-top:14pt;margin-bottom:4pt} td{padding:3pt 6pt 3pt 0} "
               "td.l{color:#574F45;width:26%} p.f{color:#574F45;font-size:9pt;margin-top:18pt}</style></head>"
               "<body><h1>%1</h1><p>%2</p>%3<p class='f'>%4</p></body></html>")
        .arg(heading.toHtmlEscaped(), under.toHtmlEscaped(), body, foot.toHtmlEscaped());
}

QString footOf(const Desk& desk)
{
    return Words::tr("Printed by %1, %2. Personal details: give it to nobody else, and shred it after use")
        .arg(desk.userName(desk.work().user), qs(dayText(desk.today())));
}

// Sections in the order of the form.
QString sections(const Desk& desk, const RecordType& type, const store::RecordView& view)
{
    const forms::RecordFields fields(type, view);
    QString body;
    for (const auto& section : type.sections) {
        QString lines;
        for (const auto number : section.fields) {
            const Field* field = type.field(number);
            const auto found = field != nullptr ? fields.values().find(number) : fields.values().end();
            if (found == fields.values().end() || !isPrinted(*field))
                continue;
            if (const QString text = printed(desk, *field, found->second); !text.isEmpty())
                lines += line(desk.label(field->label), text);
        }
        if (!lines.isEmpty())
            body += QStringLiteral("<h2>%1</h2>").arg(desk.label(section.label).toHtmlEscaped()) + table(lines);
    }
    return body;
}

// Facts of a row behind each other, its title first.
QString rowText(const Desk& desk, const RecordType& type, const store::RecordView& view)
{
    const forms::RecordFields fields(type, view);
    QStringList parts;
    for (const auto& section : type.sections)
        for (const auto number : section.fields) {
            const Field* field = type.field(number);
            const auto found = field != nullptr ? fields.values().find(number) : fields.values().end();
            if (found == fields.values().end() || !isPrinted(*field) || std::ranges::count(type.title, number) > 0)
                continue;
            if (const QString text = printed(desk, *field, found->second); !text.isEmpty())
                parts << Words::tr("%1: %2", "label, value").arg(desk.label(field->label), text);
        }
    return parts.join(QStringLiteral("；"));
}

QString groups(const Desk& desk, const PrintRules& rules, const RecordType& type, const store::RecordView& shown)
{
    std::vector<const RecordType*> rowTypes = rowTypesOf(desk.catalogue(), type);
    if (const auto named = rules.rows.find(type.name); named != rules.rows.end()) {
        rowTypes.clear();
        for (const auto& name : named->second)
            if (const auto* rowType = desk.catalogue().type(std::string_view(name)))
                rowTypes.push_back(rowType);
    }
    QString body;
    for (const auto* rowType : rowTypes) {
        if (rowType->envelope || rowType->sensitivity >= kSecret || rules.leftOut.contains(rowType->name) ||
            !desk.mayRead(*rowType))
            continue;
        QString lines;
        std::size_t count = 0;
        for (const auto& row : rowsOf(desk, *rowType, shown))
            if (row.life == store::Life::active && count++ < kMostRows)
                lines += line(recordLine(desk, row).heading, rowText(desk, *rowType, row));
        if (!lines.isEmpty())
            body += QStringLiteral("<h2>%1</h2>").arg(desk.label(rowType->label).toHtmlEscaped()) + table(lines);
    }
    return body;
}

Result<std::pair<const RecordType*, store::RecordView>> readable(const Desk& desk, RecordId record)
{
    if (!desk.isOpen())
        return fail(Errc::notAllowed, "nobody is at work");
    LIANXIN_TRY(auto view, desk.store().view(record));
    const RecordType* type = desk.catalogue().type(view.type);
    if (type == nullptr || type->envelope || type->sensitivity >= kSecret || view.partition.isCase() ||
        !desk.mayRead(*type))
        return fail(Errc::notAllowed, "this record is not for paper");
    return std::pair{type, std::move(view)};
}

} // namespace

Result<PrintRules> parsePrintRules(std::string_view json)
{
    LIANXIN_TRY(const auto root, parseJson(json));
    const auto* object = root.if_object();
    if (object == nullptr || !object->contains("rows") || !object->contains("slip"))
        return fail(Errc::invalidInput, "print rules: rows and slip");
    PrintRules rules;
    for (auto [member, target] : {std::pair{"rows", &rules.rows}, std::pair{"slip", &rules.slip}})
        if (const auto* from = object->at(member).if_object())
            for (const auto& [type, list] : *from)
                (*target)[std::string(std::string_view(type))] = textsOf(list);
    if (const auto* left = object->if_contains("leftOut"))
        for (auto& name : textsOf(*left))
            rules.leftOut.insert(std::move(name));
    return rules;
}

Result<QString> recordSheet(const Desk& desk, const PrintRules& rules, RecordId record)
{
    LIANXIN_TRY(const auto found, readable(desk, record));
    const auto& [type, view] = found;
    const auto told = recordLine(desk, view);
    const QString under = dotted({desk.label(type->label), type->isRoot ? desk.placeName(view.partition) : QString()});
    return page(told.heading, under, sections(desk, *type, view) + groups(desk, rules, *type, view), footOf(desk));
}

bool mayPrint(const Desk& desk, RecordId record) { return readable(desk, record).has_value(); }

Result<QString> serviceSlip(const Desk& desk, const PrintRules& rules, RecordId service)
{
    LIANXIN_TRY(const auto found, readable(desk, service));
    const auto& [type, view] = found;
    const auto parts = rules.slip.find(type->name);
    LIANXIN_TRY(const auto family, readable(desk, view.root));
    const auto whom = rules.slip.find(family.first->name);
    if (parts == rules.slip.end() || whom == rules.slip.end() || view.root == service)
        return fail(Errc::notAllowed, "no service at a family");
    QString lines;
    const auto add = [&](const RecordType& of, const store::RecordView& from, const std::vector<std::string>& names) {
        const forms::RecordFields fields(of, from);
        for (const auto& name : names)
            if (const Field* field = of.field(std::string_view(name)); field != nullptr && isPrinted(*field))
                if (const QString text = printed(desk, *field, fields.value(name)); !text.isEmpty())
                    lines += line(desk.label(field->label), text);
    };
    add(*family.first, family.second, whom->second);
    add(*type, view, parts->second);
    if (const QString duty = desk.dutyPhone(view.partition); !duty.isEmpty())
        lines += line(Words::tr("If something comes up"), duty);
    return page(Words::tr("Service slip"), desk.placeName(view.partition), table(lines), footOf(desk));
}

QString tableSheet(const Desk& desk, const QString& heading, const QString& under,
                   const std::vector<QStringList>& lines)
{
    QString body;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        QString cells;
        for (const auto& cell : lines[i])
            cells += QString(i == 0 ? QStringLiteral("<td class='l'>%1</td>") : QStringLiteral("<td>%1</td>"))
                         .arg(cell.toHtmlEscaped());
        body += QStringLiteral("<tr>%1</tr>").arg(cells);
    }
    return page(heading, under, table(body), footOf(desk));
}

} // namespace lianxin::ui

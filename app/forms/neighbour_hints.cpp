// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/neighbour_hints.hpp"

#include "app/forms/record_fields.hpp"
#include "sync/model/catalogue_values.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <set>

namespace lianxin::forms {
namespace {

constexpr std::size_t kIdDigits = 18;
constexpr std::size_t kGuests = 3; // so many more than the family may be there without a word

std::set<std::string> setOf(const RecordFields& fields, std::string_view name)
{
    std::set<std::string> items;
    const auto json = fields.value(name).json();
    if (const auto* list = json.if_array())
        for (const auto& item : *list)
            items.insert(boost::json::serialize(item));
    return items;
}

bool isElsewhere(const EditorPorts& ports, const RecordType& type, const Field& field, RecordId record, RecordId root,
                 const std::string& number)
{
    const auto hits = ports.store->search(number, {8, [&](std::uint32_t found) { return found == type.number; }});
    if (!hits)
        return false;
    return std::any_of(hits->begin(), hits->end(), [&](const store::SearchHit& hit) {
        if (hit.record == record || hit.root == root)
            return false;
        const auto view = ports.store->view(hit.record);
        return view && view->life == store::Life::active && RecordFields(type, *view).text(field.name) == number;
    });
}

void lookAtNumbers(const EditorPorts& ports, RecordId record, RecordId root, const RecordFields& fields,
                   std::vector<Hint>& hints)
{
    const auto rootView = ports.store->view(root);
    const std::string area = rootView ? std::string(rootView->partition.area()) : std::string();
    const RecordType& type = fields.type();
    const auto today = dayInChina(ports.clock->now());
    for (const auto& field : type.fields) {
        const auto text = fields.text(field.name);
        if (text.empty() || field.sealed)
            continue;
        if (field.format == TextFormat::idNumber && checkIdNumber(text, today).problem.empty() &&
            isElsewhere(ports, type, field, record, root, normalIdNumber(text)))
            hints.push_back({field.number, "id_elsewhere", Severity::hint, 0});
        if (field.format != TextFormat::disabilityCard || !isDisabilityCard(text, today))
            continue;
        // Nineteenth digit: kind; twentieth: level; the eighteen before them are the person's identity number.
        for (const auto& other : type.fields) {
            const auto code = fields.number(other.name);
            const bool kind = other.codeList == "disability_type" && code && *code != text[kIdDigits] - '0';
            const bool level = other.codeList == "disability_level" && code && *code != text[kIdDigits + 1] - '0';
            const auto number = other.format == TextFormat::idNumber ? fields.text(other.name) : std::string();
            if (kind || level ||
                (!number.empty() && normalIdNumber(number) != normalIdNumber(text.substr(0, kIdDigits))))
                hints.push_back({other.number, "card_differs", Severity::hint, 0});
        }
        // The allowance asks for a level; a card below it is right, and worth a word before somebody applies (domain 9.6).
        const auto most = ports.parameters == nullptr
                              ? Value::null()
                              : ports.parameters->value("allowance_standard.disability_level_most", area, today);
        if (const auto limit = most.asInt(); limit && text[kIdDigits + 1] - '0' > *limit)
            hints.push_back({field.number, "card_level", Severity::hint, *limit});
    }
}

void lookAtVisits(const EditorPorts& ports, RecordId record, RecordId root, const RecordFields& fields,
                  std::vector<Hint>& hints)
{
    const RecordType& type = fields.type();
    const auto children = ports.store->children(root);
    const auto* person = ports.catalogue->type(std::string_view("person"));
    const auto* at = type.field(std::string_view("occurred_at"));
    if (!children || person == nullptr || at == nullptr)
        return;
    const auto when = fields.number("occurred_at");
    std::size_t people = 0;
    bool isTwice = false;
    for (const auto& child : *children) {
        if (child.life != store::Life::active || child.record == record)
            continue;
        people += child.type == person->number ? 1 : 0;
        if (child.type != type.number || !when || isTwice)
            continue;
        const RecordFields other(type, child);
        const auto then = other.number("occurred_at");
        isTwice = then && dayInChina(*then) == dayInChina(*when) && other.number("mode") == fields.number("mode") &&
                  setOf(other, "purpose") == setOf(fields, "purpose");
    }
    if (isTwice)
        hints.push_back({at->number, "noted_twice", Severity::hint, 0});
    if (const auto* served = type.field(std::string_view("served"));
        served != nullptr && setOf(fields, "served").size() > people + kGuests)
        hints.push_back({served->number, "many_served", Severity::hint, 0});
}

} // namespace

std::vector<Hint> neighbourHints(const EditorPorts& ports, const RecordType& type, RecordId record, RecordId root,
                                 const FieldValues& values)
{
    std::vector<Hint> hints;
    if (ports.store == nullptr)
        return hints;
    const RecordFields fields(type, values);
    lookAtNumbers(ports, record, root, fields, hints);
    if (type.name == "visit")
        lookAtVisits(ports, record, root, fields, hints);
    return hints;
}

} // namespace lianxin::forms

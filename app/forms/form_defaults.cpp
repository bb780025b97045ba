// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/form_defaults.hpp"

#include "app/forms/form_surroundings.hpp"
#include "app/forms/record_fields.hpp"
#include "app/forms/supervisors.hpp"
#include "sync/model/catalogue_values.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace lianxin::forms {
namespace {

// People of the household whom the service is for and who live (domain 2.5, 2.8: persons served are prefilled).
Value targetsOf(const EditorPorts& ports, RecordId root)
{
    const RecordType* person = ports.catalogue->type("person");
    if (person == nullptr || root.isNil())
        return Value::null();
    const auto children = ports.store->children(root);
    if (!children)
        return Value::null();
    const Field* target = person->field("is_service_target");
    const Field* alive = person->field("alive");
    std::vector<std::string> ids;
    for (const auto& view : *children) {
        if (view.type != person->number || view.life != store::Life::active)
            continue;
        const auto fields = fieldsOf(*person, view.values());
        const auto flag = [&](const Field* field, bool otherwise) {
            const auto found = field != nullptr ? fields.find(field->number) : fields.end();
            return found == fields.end() ? otherwise : found->second.asBool().value_or(otherwise);
        };
        if (flag(target, false) && flag(alive, true))
            ids.push_back(view.record.text());
    }
    if (ids.empty())
        return Value::null();
    std::sort(ids.begin(), ids.end());
    boost::json::array array;
    for (const auto& id : ids)
        array.push_back(boost::json::string(id));
    return Value::fromJson(array);
}

Value single(const Field& field, const std::string& id)
{
    return field.isSet() ? Value::fromJson(boost::json::array{boost::json::string(id)}) : Value::fromText(id);
}

// What was said the last time under the same root: asked once, shown from then on (never ask twice).
Value lastAnswer(const EditorPorts& ports, const Field& field, const NewRecord& wanted)
{
    const RecordType* type = ports.catalogue->type(wanted.type);
    const auto children = type != nullptr && !wanted.root.isNil() ? ports.store->children(wanted.root)
                                                                  : Result<std::vector<store::RecordView>>{};
    Value answer;
    RecordId newest;
    if (children)
        for (const auto& view : *children) {
            // Record ids begin with the time of their creation.
            if (view.type != wanted.type || view.life != store::Life::active || !(newest < view.record))
                continue;
            const auto fields = fieldsOf(*type, view.values());
            if (const auto found = fields.find(field.number); found != fields.end()) {
                answer = found->second;
                newest = view.record;
            }
        }
    return answer;
}

// 1, 2, 3 … under one root: one more than the greatest that is known here.
Value nextNumber(const EditorPorts& ports, const RecordType& type, const Field& field, RecordId root)
{
    std::int64_t greatest = 0;
    const auto children = root.isNil() ? Result<std::vector<store::RecordView>>{} : ports.store->children(root);
    if (children)
        for (const auto& view : *children)
            if (view.type == type.number)
                greatest = std::max(greatest, RecordFields(type, view).number(field.name).value_or(0));
    return Value::fromInt(greatest + 1);
}

// The first clinical supervisor whose grant covers the family and whose key is certified: what is sealed can be opened by her at once.
Value supervisorOf(const EditorPorts& ports, const NewRecord& wanted, const RecordType& type)
{
    const Field* household = type.field(std::string_view("household"));
    const auto named = household != nullptr ? wanted.prefill.find(household->number) : wanted.prefill.end();
    const auto family = named != wanted.prefill.end() ? RecordId::parse(named->second.asText().value_or(""))
                                                      : Result<RecordId>(wanted.root);
    const auto view = family ? ports.store->view(*family) : Result<store::RecordView>(family.error());
    const RecordType* certificate = ports.catalogue->type("certificate");
    if (!view || certificate == nullptr)
        return Value::null();
    const auto certificates = ports.store->ofType(certificate->number);
    const auto isCertified = [&](RecordId user) {
        return certificates && std::any_of(certificates->begin(), certificates->end(), [&](const auto& one) {
                   const RecordFields fields(*certificate, one);
                   return fields.ref("user") == user && !fields.text("x25519").empty() && !fields.number("revoked_at");
               });
    };
    const auto supervisors = supervisorsOf(*ports.catalogue, *ports.store, view->partition);
    for (const auto user : supervisors ? *supervisors : std::vector<UserId>{})
        if (isCertified(recordOf(user)))
            return Value::fromText(user.text());
    return Value::null();
}

Value defaultOf(const EditorPorts& ports, const RecordType& type, const Field& field, const NewRecord& wanted)
{
    const Millis now = ports.clock->now();
    switch (field.defaultFrom) {
    case DefaultFrom::literal: return field.defaultValue;
    case DefaultFrom::now:
        // Whole minutes: seconds mean nothing to the person who writes a visit down.
        return field.kind == FieldKind::timestamp ? Value::fromInt(now - now % 60000)
                                                  : Value::fromText(dayText(dayInChina(now)));
    case DefaultFrom::today: return Value::fromText(dayText(dayInChina(now)));
    case DefaultFrom::currentUser: return single(field, recordOf(ports.user).text());
    case DefaultFrom::rootArea:
        return wanted.partition.area().empty() ? Value::null() : Value::fromText(wanted.partition.area());
    case DefaultFrom::targets: return targetsOf(ports, wanted.root);
    case DefaultFrom::last: return lastAnswer(ports, field, wanted);
    case DefaultFrom::next: return nextNumber(ports, type, field, wanted.root);
    case DefaultFrom::supervisor: return supervisorOf(ports, wanted, type);
    case DefaultFrom::parameter:
        return ports.parameters == nullptr
                   ? Value::null()
                   : ports.parameters->value(field.parameter, wanted.partition.area(), dayInChina(ports.clock->now()));
    case DefaultFrom::expression: // when the others are there
    case DefaultFrom::task:       // the caller knows the task
    case DefaultFrom::none: break;
    }
    return Value::null();
}

} // namespace

FieldValues startValues(const EditorPorts& ports, const RecordType& type, const NewRecord& wanted)
{
    FieldValues values = wanted.prefill;
    for (const auto& field : type.fields) {
        if (values.contains(field.number) || field.retired)
            continue;
        Value value = defaultOf(ports, type, field, wanted);
        // A child refers to the record that it hangs on: the root, where its parent is of the root's type.
        if (value.isNull() && field.kind == FieldKind::ref && !wanted.root.isNil() && type.hasRoot(field.refType) &&
            type.parentField == 0 && field.required == Required::always)
            value = Value::fromText(wanted.root.text());
        if (!value.isNull())
            values[field.number] = std::move(value);
    }
    // Expressions come last, in the order of the form: they may look at everything that is known by now.
    auto around = surroundingsOf(ports, type, {}, wanted.root, values);
    if (wanted.parent)
        around.parent = *wanted.parent;
    for (const auto& field : type.fields)
        if (field.defaultExpression && !values.contains(field.number) && !field.retired)
            if (Value value = valueOf(
                    field.defaultExpression->evaluate(RecordSource(values, nullptr, &around.parent), around.moment)
                        .value);
                !value.isNull())
                values[field.number] = std::move(value);
    return values;
}

} // namespace lianxin::forms

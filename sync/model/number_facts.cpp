// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/number_facts.hpp"

#include "sync/model/validate.hpp"

namespace lianxin {
namespace {

constexpr std::size_t kKindAt = 18, kLevelAt = 19; // of a disability card

void ofIdNumber(const RecordType& type, const Field& field, std::string_view entered, Day today, NumberFacts& facts)
{
    const auto check = checkIdNumber(entered, today);
    const bool good = check.problem.empty();
    if (const Field* mark = convertedMark(type, field))
        facts.marks[mark->number] = good && check.id.converted ? Value::fromBool(true) : Value::null();
    if (!good)
        return;
    if (field.idBirth != 0)
        facts.hints[field.idBirth] = Value::fromText(check.id.birth);
    if (field.idSex != 0)
        facts.hints[field.idSex] = Value::fromInt(check.id.sex);
}

void ofCard(const RecordType& type, std::string_view entered, Day today, NumberFacts& facts)
{
    const auto number = normalIdNumber(entered);
    if (!isDisabilityCard(number, today))
        return;
    for (const auto& other : type.fields) {
        if (other.codeList == "disability_type")
            facts.hints[other.number] = Value::fromInt(number[kKindAt] - '0');
        if (other.codeList == "disability_level")
            facts.hints[other.number] = Value::fromInt(number[kLevelAt] - '0');
    }
}

} // namespace

const Field* convertedMark(const RecordType& type, const Field& field)
{
    const Field* mark = type.field(std::string_view(field.name + "_converted"));
    return mark != nullptr && mark->kind == FieldKind::boolean ? mark : nullptr;
}

NumberFacts numberFacts(const RecordType& type, const Field& field, std::string_view entered, Day today)
{
    NumberFacts facts;
    if (field.format == TextFormat::idNumber)
        ofIdNumber(type, field, entered, today, facts);
    else if (field.format == TextFormat::disabilityCard)
        ofCard(type, entered, today, facts);
    return facts;
}

} // namespace lianxin

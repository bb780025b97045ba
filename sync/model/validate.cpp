// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/validate.hpp"

#include "sync/model/number_facts.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace lianxin {

namespace {

constexpr Millis kDayMs = 24LL * 60 * 60 * 1000;

const Value* valueOf(const FieldValues& values, std::uint32_t number)
{
    const auto found = values.find(number);
    return found == values.end() || found->second.isNull() ? nullptr : &found->second;
}

bool isEmpty(const Value* value)
{
    return value == nullptr || value->canonical() == "[]" || value->canonical() == "\"\"";
}

// The day of a date ("2026", "2026-11", "2026-11-23": the first of what it names) or of a timestamp.
std::optional<Day> dayOf(const Value& value)
{
    if (const auto at = value.asInt())
        return dayInChina(*at);
    auto text = value.asText().value_or(std::string());
    if (text.size() == 4)
        text += "-01";
    if (text.size() == 7)
        text += "-01";
    return parseDay(text);
}

std::int64_t codePoints(std::string_view utf8)
{
    return std::count_if(utf8.begin(), utf8.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
}

// Collects the hints of one field.
class FieldCheck {
public:
    FieldCheck(const RecordType& type, const Field& field, const FieldValues& values, const ValidationContext& context,
               std::vector<Hint>& hints)
        : m_type(type), m_field(field), m_values(values), m_context(context), m_hints(hints)
    {}

    void run(const Value& value)
    {
        if (const auto text = value.asText(); text && m_field.kind == FieldKind::text)
            checkText(*text);
        if (const auto number = value.asInt(); number && m_field.kind != FieldKind::code)
            checkBounds(*number);
        if (m_field.kind == FieldKind::date || m_field.kind == FieldKind::timestamp)
            checkDays(value);
        if (m_field.kind == FieldKind::code)
            checkOffered(value.asInt().value_or(-1));
        checkConstraint();
    }

private:
    void hint(const char* code, std::int64_t limit = 0)
    {
        m_hints.push_back({m_field.number, code, Severity::hint, limit});
    }

    void checkText(const std::string& text)
    {
        if (text.size() > kMostTextBytes) // said instead of the wish for brevity; a Chinese character has three bytes
            m_hints.push_back({m_field.number, "too_much", Severity::needed, kMostTextBytes / 3 / 1000 * 1000});
        else if (codePoints(text) > static_cast<std::int64_t>(m_field.maxLength))
            hint("too_long", m_field.maxLength);
        const auto today = dayInChina(m_context.now);
        switch (m_field.format) {
        case TextFormat::phone: checkPhone(text); break;
        case TextFormat::mobile:
            if (phoneKind(normalPhone(text)) != PhoneKind::mobile)
                hint("phone");
            break;
        case TextFormat::idNumber: checkId(text, today); break;
        case TextFormat::disabilityCard:
            if (!isDisabilityCard(text, today))
                hint("disability_card");
            break;
        case TextFormat::division: checkDivision(text); break;
        case TextFormat::householdNumber:
            if (!isHouseholdNumber(text))
                hint("house_number");
            break;
        case TextFormat::creditCode:
            if (!isCreditCode(text))
                hint("credit_code");
            break;
        case TextFormat::base64url:
        case TextFormat::none: break;
        }
    }

    // A village's own short number is right as it is; whoever calls from elsewhere should know (domain 9.5).
    void checkPhone(const std::string& text)
    {
        const auto kind = phoneKind(normalPhone(text));
        if (kind == PhoneKind::unknown)
            hint("phone");
        else if (kind == PhoneKind::villageShort)
            hint("phone_short");
    }

    void checkId(const std::string& text, Day today)
    {
        const auto check = checkIdNumber(text, today);
        if (!check.problem.empty()) {
            hint(check.problem.c_str());
            return;
        }
        const auto* birth = valueOf(m_values, m_field.idBirth);
        if (birth != nullptr && !check.id.birth.starts_with(birth->asText().value_or(std::string())))
            hint("id_birth_differs");
        const auto* sex = valueOf(m_values, m_field.idSex);
        if (sex != nullptr && (sex->asInt() == 1 || sex->asInt() == 2) && *sex->asInt() != check.id.sex)
            hint("id_sex_differs");
        // The last digit was computed, nobody read it off a card: worth a look when there is one (domain 9.4).
        const Field* mark = convertedMark(m_type, m_field);
        const auto* converted = mark != nullptr ? valueOf(m_values, mark->number) : nullptr;
        if (check.id.converted || (converted != nullptr && converted->isTrue()))
            hint("id_converted");
        // Other provinces and codes from before every list are normal: a hint, never more (domain 9.2).
        if (m_context.divisions != nullptr && m_context.divisions->find(check.id.prefix) == nullptr)
            hint("id_prefix");
    }

    void checkDivision(const std::string& text)
    {
        const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
        const bool length =
            text.size() == 2 || text.size() == 4 || text.size() == 6 || text.size() == 9 || text.size() == 12;
        const bool known =
            m_context.divisions == nullptr || text.size() < 6 || m_context.divisions->isCurrent(text.substr(0, 6));
        if (!digits || !length || !known)
            hint("division");
    }

    void checkBounds(std::int64_t number)
    {
        if (m_field.min && number < *m_field.min)
            hint("below", *m_field.min);
        if (m_field.max && number > *m_field.max)
            hint("above", *m_field.max);
    }

    // A tablet whose clock is in 1970 or 2038 saves all the same (D8).
    void checkDays(const Value& value)
    {
        const auto day = dayOf(value);
        if (!day)
            return;
        const int ahead = daysBetween(dayInChina(m_context.now), *day);
        const bool laterToday = m_field.kind == FieldKind::timestamp &&
                                *value.asInt() > m_context.now + kDayMs * m_field.daysAhead.value_or(0);
        if (m_field.daysAhead && (ahead > *m_field.daysAhead || (*m_field.daysAhead == 0 && laterToday)))
            hint(*m_field.daysAhead == 0 ? "future" : "far_ahead", *m_field.daysAhead);
        if (m_field.daysBack && -ahead > *m_field.daysBack)
            hint("long_ago", *m_field.daysBack);
        const auto* other = valueOf(m_values, m_field.notBefore);
        if (other == nullptr)
            return;
        const auto otherDay = dayOf(*other);
        const bool earlierMoment = value.asInt() && other->asInt() && *value.asInt() < *other->asInt();
        if (otherDay && (*day < *otherDay || earlierMoment))
            hint("before_other");
    }

    // Only what is certainly false is told; what cannot be judged is not held against anybody.
    void checkConstraint()
    {
        if (!m_field.constraint)
            return;
        const auto answer =
            m_field.constraint->evaluate(RecordSource(m_values, m_context.rows, m_context.parent), {m_context.now})
                .value;
        if (answer == Datum{false})
            hint("constraint");
    }

    void checkOffered(std::int64_t code)
    {
        const auto* list = m_context.catalogue == nullptr ? nullptr : m_context.catalogue->codeList(m_field.codeList);
        if (list != nullptr && list->find(code) == nullptr) {
            hint("not_offered");
            return;
        }
        if (list == nullptr || (m_field.choices.empty() && !m_field.choiceFilter))
            return;
        const auto offered = offeredCodes(*m_context.catalogue, m_field, m_values);
        if (std::find(offered.begin(), offered.end(), static_cast<std::uint32_t>(code)) == offered.end())
            hint("not_offered");
    }

    const RecordType& m_type;
    const Field& m_field;
    const FieldValues& m_values;
    const ValidationContext& m_context;
    std::vector<Hint>& m_hints;
};

} // namespace

namespace {

bool relevant(const Field& field, const RecordSource& source, const EvaluationMoment& moment)
{
    return !field.relevantWhen || field.relevantWhen->holds(source, moment);
}

bool required(const Field& field, const RecordSource& source, const EvaluationMoment& moment)
{
    return !field.readOnly &&
           (field.required != Required::never || (field.requiredWhen && field.requiredWhen->holds(source, moment)));
}

} // namespace

bool isRelevant(const Field& field, const FieldValues& values) { return relevant(field, RecordSource(values), {}); }

bool isRequired(const Field& field, const FieldValues& values)
{
    const RecordSource source(values);
    return relevant(field, source, {}) && required(field, source, {});
}

FieldValues relevantValues(const RecordType& type, FieldValues values)
{
    // Each round removes at least one value or ends it.
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& field : type.fields)
            if (values.contains(field.number) && !isRelevant(field, values)) {
                values.erase(field.number);
                changed = true;
            }
    }
    return values;
}

std::vector<std::uint32_t> offeredCodes(const Catalogue& catalogue, const Field& field, const FieldValues& values)
{
    RecordSource source(values);
    for (const auto& choice : field.choices)
        if (!choice.when || choice.when->holds(source))
            return choice.codes;
    std::vector<std::uint32_t> codes;
    const auto* list = catalogue.codeList(field.codeList);
    if (list == nullptr)
        return codes;
    const auto members = codeMembers(*list);
    for (const auto& code : list->codes) {
        source.judge(members, code);
        if (!code.retired && (!field.choiceFilter || field.choiceFilter->holds(source)))
            codes.push_back(code.number);
    }
    return codes;
}

std::vector<Hint> validate(const RecordType& type, const FieldValues& values, const ValidationContext& context)
{
    std::vector<Hint> hints;
    const RecordSource source(values, context.rows, context.parent);
    const EvaluationMoment moment{context.now};
    for (const auto& field : type.fields) {
        if (!relevant(field, source, moment))
            continue;
        const auto* value = valueOf(values, field.number);
        if (!isEmpty(value))
            FieldCheck(type, field, values, context, hints).run(*value);
        else if (required(field, source, moment))
            hints.push_back({field.number, "needed", Severity::needed, 0});
    }
    return hints;
}

} // namespace lianxin

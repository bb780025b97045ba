// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/claim_terms.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace lianxin::ui {
namespace {

// Code lists policy_kind, insured_state, claim_state.
constexpr std::int64_t kCare = 2, kSupplement = 3, kCombined = 5;
constexpr std::int64_t kLeft = 2;
constexpr std::int64_t kPaid = 5;

// The claim's terms that a policy of a kind knows under the same name.
constexpr const char* kCareTerms[] = {"daily_subsidy", "icu_daily", "deductible_days", "max_days"};
constexpr const char* kSupplementTerms[] = {"supplement_percent", "capped"};

struct Cover {
    RecordId id;
    std::int64_t kind{0};
    std::optional<Day> from, to;
    std::optional<forms::RecordFields> policy;
};

bool holdsOn(const Cover& cover, Day day)
{
    return (!cover.from || *cover.from <= day) && (!cover.to || day <= *cover.to);
}

class TermReader {
public:
    TermReader(const Desk& desk, const forms::RecordFields& claim, RecordId record,
               const std::vector<store::RecordView>& children)
        : m_desk(desk), m_claim(claim), m_record(record), m_children(children),
          m_day(claim.day("admit_date").value_or(desk.today()))
    {
        for (const auto& [number, value] : claim.values())
            m_terms.sources[number] = TermSource::claim;
    }

    ClaimTerms read(const store::RecordView& household)
    {
        oneWhomItIsFor();
        if (const auto care = coverOf(kCare)) {
            m_terms.insured = care->id;
            take("insured", Value::fromText(care->id.text()), TermSource::policy);
            m_terms.from = care->from;
            m_terms.to = care->to;
            takeTerms(*care, kCareTerms);
            if (care->policy)
                m_terms.leastLevel = care->policy->number("min_hospital_level");
        }
        if (const auto supplement = coverOf(kSupplement))
            takeTerms(*supplement, kSupplementTerms);
        parameterTerms(household);
        daysPaid();
        return std::move(m_terms);
    }

private:
    [[nodiscard]] const Field* field(const char* name) const { return m_claim.type().field(std::string_view(name)); }

    void take(const char* name, const Value& value, TermSource source)
    {
        const Field* known = field(name);
        if (known == nullptr || value.isNull() || !m_claim.value(name).isNull() ||
            m_terms.values.contains(known->number))
            return;
        m_terms.values[known->number] = value;
        m_terms.sources[known->number] = source;
    }

    template <std::size_t N> void takeTerms(const Cover& cover, const char* const (&names)[N])
    {
        for (const char* name : names)
            if (cover.policy)
                take(name, cover.policy->value(name), TermSource::policy);
    }

    // A family with one person to look after has nobody else to ask about.
    void oneWhomItIsFor()
    {
        const RecordType& person = m_desk.type("person");
        std::vector<RecordId> targets;
        for (const auto& child : m_children)
            if (child.type == person.number)
                if (const forms::RecordFields fields(person, child);
                    fields.flag("is_service_target") && fields.flag("alive", true))
                    targets.push_back(child.record);
        if (targets.size() == 1)
            take("person", Value::fromText(targets.front().text()), TermSource::claim);
    }

    [[nodiscard]] std::optional<RecordId> person() const
    {
        const Field* known = field("person");
        const auto found = known != nullptr ? m_terms.values.find(known->number) : m_terms.values.end();
        if (found == m_terms.values.end())
            return m_claim.ref("person");
        const auto id = RecordId::parse(found->second.asText().value_or(""));
        return id ? std::optional(*id) : std::nullopt;
    }

    // The insurance that the claim names; else the newest of its kind that holds on the day and is not another person's.
    [[nodiscard]] std::optional<Cover> coverOf(std::int64_t kind) const
    {
        const RecordType& insured = m_desk.type("insured");
        const RecordType& policy = m_desk.type("policy");
        std::optional<Cover> best;
        for (const auto& child : m_children) {
            if (child.type != insured.number)
                continue;
            const forms::RecordFields fields(insured, child);
            Cover cover{child.record, fields.number("kind").value_or(0), fields.day("from_date"), fields.day("to_date"),
                        std::nullopt};
            const auto whose = fields.ref("person");
            const bool another = whose && person() && *whose != *person();
            const bool named = kind == kCare && m_claim.ref("insured") == child.record;
            if ((cover.kind != kind && cover.kind != kCombined && !named) ||
                fields.number("state").value_or(1) == kLeft || (another && !named))
                continue;
            if (const auto paper = fields.ref("policy"))
                if (const auto view = m_desk.store().view(*paper); view && view->type == policy.number)
                    cover.policy.emplace(policy, *view);
            if (named)
                return cover;
            if (!best || holdsOn(cover, m_day) > holdsOn(*best, m_day) ||
                (holdsOn(cover, m_day) == holdsOn(*best, m_day) && best->from < cover.from))
                best = std::move(cover);
        }
        return best;
    }

    void parameterTerms(const store::RecordView& household)
    {
        const Parameters* parameters = m_desk.shelf().parameters;
        if (parameters == nullptr)
            return;
        for (const auto& known : m_claim.type().fields)
            if (!known.parameter.empty())
                take(known.name.c_str(), parameters->value(known.parameter, household.partition.area(), m_day),
                     TermSource::parameter);
        const auto types = parameters->value("eligibility.hospital_care", household.partition.area(), m_day).json();
        const auto kind = forms::RecordFields(m_desk.type("household"), household).number("family_type");
        if (const auto* list = types.if_array(); list != nullptr && kind)
            m_terms.covered = std::ranges::any_of(
                *list, [&](const boost::json::value& code) { return code.is_int64() && code.get_int64() == *kind; });
    }

    // Of the same person in the same year of the insurance, as it was counted when each was noted.
    void daysPaid()
    {
        const auto whose = person();
        std::int64_t days = 0;
        bool any = false;
        for (const auto& child : m_children) {
            if (child.type != m_claim.type().number || child.record == m_record)
                continue;
            const forms::RecordFields other(m_claim.type(), child);
            const auto day = other.day("admit_date");
            const bool paid = other.number("state") == kPaid || other.number("paid_amount").value_or(0) > 0;
            const bool sameYear = day && (m_terms.from && m_terms.to ? *m_terms.from <= *day && *day <= *m_terms.to
                                                                     : day->year() == m_day.year());
            if (!paid || !sameYear || (whose && other.ref("person") && other.ref("person") != whose))
                continue;
            days += other.number("payable_days").value_or(0);
            any = true;
        }
        if (any)
            take("days_paid", Value::fromInt(days), TermSource::earlierClaims);
    }

    const Desk& m_desk;
    const forms::RecordFields& m_claim;
    RecordId m_record;
    const std::vector<store::RecordView>& m_children;
    Day m_day;
    ClaimTerms m_terms;
};

} // namespace

ClaimTerms claimTerms(const Desk& desk, const forms::RecordFields& claim, RecordId record,
                      const store::RecordView& household, const std::vector<store::RecordView>& children)
{
    return TermReader(desk, claim, record, children).read(household);
}

} // namespace lianxin::ui

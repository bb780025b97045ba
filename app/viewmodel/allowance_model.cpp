// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/allowance_model.hpp"

#include "app/viewmodel/family_facts.hpp"
#include "app/viewmodel/value_text.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace lianxin::ui {
namespace {

using duty::AllowanceItem;
using duty::Outlook;

constexpr std::int64_t kKindA = 1, kKindB = 2; // code list allowance_target

// What there is for families of a kind, as parameters say it, and where a family's own part of it is noted.
struct Benefit {
    const char* parameter;
    const char* type;
    std::int64_t policyKind; // of insured; 0: none
    const char* icon;
};
constexpr Benefit kBenefits[] = {{"eligibility.accident_insurance", "insured", 1, "umbrella"},
                                 {"eligibility.hospital_care", "insured", 2, "umbrella"},
                                 {"eligibility.hospital_supplement", "insured", 3, "umbrella"},
                                 {"eligibility.pension_topup", "pension_topup", 0, "coin"},
                                 {"eligibility.card_benefits", "preferential_card", 0, "cross"}};

bool speaksOf(const Value& codes, std::int64_t kind)
{
    const auto json = codes.json();
    const auto* list = json.if_array();
    return list != nullptr && std::ranges::any_of(*list, [&](const boost::json::value& code) {
               return code.is_int64() && code.get_int64() == kind;
           });
}

} // namespace

AllowanceModel::AllowanceModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator),
      m_people({{"personId"},
                {"name"},
                {"line"},
                {"outlookText"},
                {"fits", false},
                {"nextText"},
                {"items", {}, {{"item", 0}, {"label"}, {"stateText"}, {"have", false}, {"open", false}}}}),
      m_benefits({{"benefitId"}, {"label"}, {"line"}, {"iconName"}, {"canOpen", false}})
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &AllowanceModel::refresh);
    connect(&m_desk, &Desk::closed, this, [this] { show({}); });
    connect(&m_desk, &Desk::changed, this, [this] { m_later.start(0); });
    connect(&m_desk, &Desk::languageChanged, this, [this] { m_later.start(0); });
}

void AllowanceModel::show(RecordId household)
{
    m_household = household;
    refresh();
}

void AllowanceModel::refresh()
{
    m_later.stop();
    m_known.clear();
    m_line.clear();
    m_state.clear();
    m_raise.clear();
    m_empty.clear();
    Rows people;
    const RecordType& type = m_desk.type("household");
    const auto family = m_desk.isOpen() && !m_household.isNil() && m_desk.mayRead(m_desk.type("allowance_pay"))
                            ? m_book.load(m_household)
                            : Result<Family>(fail(Errc::notFound, "nothing is shown"));
    if (family) {
        const forms::RecordFields household(type, family->household);
        const auto& where = family->summary.partition;
        m_line = dotted({family->summary.callName, family->summary.place});
        renderState(household, where);
        m_known = allowanceKnown(m_desk, *family);
        const auto target = household.number("allowance_target").value_or(0);
        const auto& rule = m_desk.shelf().dutyRules.at(m_desk.today(), where.area()).allowance;
        for (const auto& known : m_known)
            people.push_back(personRow(known, rule, target == kKindA || target == kKindB));
        if (people.empty())
            m_empty = tr("Nobody to look after stands in this file yet");
        renderBenefits(*family, household);
    } else {
        m_benefits.setRows({});
    }
    m_people.setRows(people);
    emit changed();
}

// Where the family stands, and the one change of the amount that was published.
void AllowanceModel::renderState(const forms::RecordFields& household, const PartitionId& where)
{
    const auto target = household.number("allowance_target").value_or(0);
    const QString word = m_desk.codeLabel("allowance_target", target);
    const std::string since = household.text("allowance_since");
    m_state = target != kKindA && target != kKindB ? word
              : since.empty()                      ? tr("Included: %1").arg(word)
                                                   : tr("Included: %1, since %2").arg(word, partialDate(since));
    const Parameters* parameters = m_desk.shelf().parameters;
    const Parameter* raise =
        parameters != nullptr ? parameters->parameter("allowance_standard.province_raise") : nullptr;
    const auto fen =
        raise != nullptr ? parameters->value(raise->name, where.area(), m_desk.today()).asInt() : std::nullopt;
    if (!fen)
        return;
    std::optional<Day> from;
    for (const auto& value : raise->values)
        if (value.value.asInt() == fen && std::string(where.area()).starts_with(value.area))
            from = value.from;
    m_raise = from ? tr("Since %1 the province gives %2 yuan a month more for each person")
                         .arg(partialDate(dayText(*from).substr(0, 7)), moneyText(*fen))
                   : QString();
}

Row AllowanceModel::personRow(const AllowanceKnown& known, const duty::AllowanceRule& rule, bool included) const
{
    const auto outlook = duty::allowanceOutlook(rule, known.facts, m_desk.today());
    const bool fits = outlook.outlook == Outlook::fits;
    const bool onlyAge = outlook.outlook == Outlook::doesNotFit && outlook.items.size() == 1 &&
                         outlook.items.front() == AllowanceItem::age;
    const QString word = included                              ? tr("gets it")
                         : fits                                ? tr("may fit")
                         : outlook.outlook == Outlook::missing ? tr("something to ask still")
                         : onlyAge                             ? tr("not of that age yet")
                                                               : tr("seems not to fit");
    Row row{{"personId", idText(known.person)},
            {"name", known.name},
            {"line",
             known.facts.born ? tr("%n year(s) old", nullptr, ageOn(*known.facts.born, m_desk.today())) : QString()},
            {"outlookText", word},
            {"fits", included || fits},
            {"nextText", included ? QString() : nextText(known, outlook, rule)}};
    row.list("items", included ? Rows{} : itemRows(known, outlook, rule));
    return row;
}

QString AllowanceModel::nextText(const AllowanceKnown& known, const duty::AllowanceOutlook& outlook,
                                 const duty::AllowanceRule& rule) const
{
    if (outlook.outlook == Outlook::fits)
        return tr("Ask the township to put the application in; it decides");
    const auto born = duty::birthdayThatCounts(known.facts);
    if (born && outlook.answer(AllowanceItem::age) == false) {
        const Day on = duty::allowanceAgeDay(rule, *born);
        return tr("Of %1 years on %2; from %3 on the day's page says so")
            .arg(rule.age)
            .arg(dayWithYear(on), dayShort(addDays(on, -rule.remindBefore)));
    }
    if (outlook.outlook == Outlook::missing)
        return tr("%n thing(s) to ask, then one can say more", nullptr, static_cast<int>(outlook.items.size()));
    return outlook.answer(AllowanceItem::hukou) == false
               ? tr("The registered place is elsewhere; it is asked for there")
               : tr("The township knows for certain");
}

QString AllowanceModel::itemLabel(AllowanceItem item, const AllowanceKnown& known,
                                  const duty::AllowanceRule& rule) const
{
    switch (item) {
    case AllowanceItem::born: return tr("Born on %1 or after").arg(dayWithYear(rule.bornFrom));
    case AllowanceItem::age:
        return known.facts.woman == true || known.facts.single == true ? tr("Of %1 years").arg(rule.age)
                                                                       : tr("The wife of %1 years").arg(rule.age);
    case AllowanceItem::certificate: return tr("The certificate, or a paper of the township");
    case AllowanceItem::children: return tr("One child, born or adopted");
    case AllowanceItem::child:
        return tr("The child passed away, or has a card of %1 or above")
            .arg(m_desk.codeLabel("disability_level", rule.disabilityLevel));
    case AllowanceItem::hukou: return tr("Registered in this county");
    }
    return {};
}

Rows AllowanceModel::itemRows(const AllowanceKnown& known, const duty::AllowanceOutlook& outlook,
                              const duty::AllowanceRule& rule) const
{
    Rows rows;
    for (std::size_t i = 0; i < duty::kAllowanceItems; ++i) {
        const auto item = static_cast<AllowanceItem>(i);
        const auto answer = outlook.answer(item);
        rows.push_back({{"item", static_cast<int>(i)},
                        {"label", itemLabel(item, known, rule)},
                        {"stateText", !answer                      ? tr("to ask")
                                      : *answer                    ? tr("fits")
                                      : item == AllowanceItem::age ? tr("not yet")
                                                                   : tr("not so")},
                        {"have", answer == true},
                        {"open", !answer.has_value()}});
    }
    return rows;
}

// The form that holds the answer: the person's, the family's, or what the family went through.
void AllowanceModel::answer(const QString& personId, int item)
{
    const RecordId person = idOf(personId);
    const auto known = std::ranges::find_if(m_known, [&](const AllowanceKnown& one) { return one.person == person; });
    if (known == m_known.end() || !m_desk.mayWrite(m_desk.type("person")))
        return;
    switch (static_cast<AllowanceItem>(item)) {
    case AllowanceItem::born: return m_navigator.goEdit(person);
    case AllowanceItem::age: // a husband's answer is his wife's birthday, unless the file does not say how he lives
        return m_navigator.goEdit(known->facts.single == false && known->facts.woman == false && !known->spouse.isNil()
                                      ? known->spouse
                                      : person);
    case AllowanceItem::child:
        if (!known->loss.isNil())
            return m_navigator.goEdit(known->loss);
        if (const auto* family = m_book.summary(m_household); family != nullptr)
            m_navigator.goForm({m_desk.type("loss_record").number, m_household, family->partition, {}});
        return;
    case AllowanceItem::certificate:
    case AllowanceItem::children:
    case AllowanceItem::hukou: break;
    }
    m_navigator.goEdit(m_household);
}

RecordId AllowanceModel::notedOf(const Family& family, const char* type, std::int64_t policyKind) const
{
    RecordId newest;
    for (const auto& [id, fields] : recordsOf(m_desk, family, type))
        if (policyKind == 0 || (fields.number("kind") == policyKind && isInForce(fields, m_desk.today())))
            newest = std::max(newest, id);
    return newest;
}

void AllowanceModel::renderBenefits(const Family& family, const forms::RecordFields& household)
{
    Rows rows;
    const Parameters* parameters = m_desk.shelf().parameters;
    const auto kind = household.number("family_type").value_or(0);
    for (const auto& benefit : kBenefits) {
        const Parameter* known = parameters != nullptr ? parameters->parameter(benefit.parameter) : nullptr;
        const RecordType& type = m_desk.type(benefit.type);
        if (known == nullptr || !m_desk.mayRead(type))
            continue;
        const Value who = parameters->value(benefit.parameter, family.summary.partition.area(), m_desk.today());
        // The card is for every special family of the places that have it; the others name the kinds of families.
        if (known->codeList == "family_type" ? !speaksOf(who, kind) : who.isNull())
            continue;
        const bool noted = !notedOf(family, benefit.type, benefit.policyKind).isNil();
        rows.push_back({{"benefitId", benefit.parameter},
                        {"label", m_desk.label(known->label)},
                        {"line", noted ? tr("noted") : tr("not noted yet")},
                        {"iconName", benefit.icon},
                        {"canOpen", noted || m_desk.mayWrite(type)}});
    }
    m_benefits.setRows(rows);
}

void AllowanceModel::openBenefit(const QString& benefitId)
{
    const auto benefit =
        std::ranges::find_if(kBenefits, [&](const Benefit& one) { return benefitId == QLatin1String(one.parameter); });
    const auto family = m_desk.isOpen() ? m_book.load(m_household) : Result<Family>(fail(Errc::notFound, "closed"));
    if (benefit == std::end(kBenefits) || !family)
        return;
    const RecordType& type = m_desk.type(benefit->type);
    if (const RecordId there = notedOf(*family, benefit->type, benefit->policyKind); !there.isNil())
        return m_navigator.goEdit(there);
    if (!m_desk.mayWrite(type))
        return;
    forms::NewRecord wanted{type.number, m_household, family->summary.partition, {}};
    if (benefit->policyKind > 0)
        wanted.prefill[type.field(std::string_view("kind"))->number] = Value::fromInt(benefit->policyKind);
    m_navigator.goForm(std::move(wanted));
}

} // namespace lianxin::ui

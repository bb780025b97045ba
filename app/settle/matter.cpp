// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settle/matter.hpp"

#include "app/forms/record_editor.hpp"
#include "app/forms/record_fields.hpp"
#include "sync/seal/named_id.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

namespace lianxin::settle {

namespace {

constexpr std::int64_t kEnded = 3;         // code list contact_state
constexpr std::string_view kNever{"9999"}; // later than every day, as text

// A payment by the names of the catalogue: what has to be equal, and the day that has to be near.
struct PaymentKind {
    std::string_view type;
    std::string_view amount;
    std::string_view day;
    std::array<std::string_view, 3> equal;
    bool wholeRecord;
};
constexpr std::array kPayments{
    PaymentKind{"emergency_case", "aid_money", "known_at", {"fund_source", "", ""}, false},
    PaymentKind{"claim", "paid_amount", "admit_date", {"event", "person", ""}, false},
    PaymentKind{"allowance_pay", "amount", "month", {"kind", "person", ""}, true},
    PaymentKind{"pension_topup", "amount", "paid_at", {"scheme", "person", ""}, true},
    PaymentKind{"repayment", "amount", "at", {"project", "", ""}, true},
    PaymentKind{"care_package_issue", "quantity", "issued_at", {"kind", "receiver", ""}, true},
    PaymentKind{"fund_ledger", "amount", "day", {"direction", "use", "source"}, true},
};

const PaymentKind* paymentOf(const RecordType& type)
{
    const auto found = std::ranges::find(kPayments, type.name, &PaymentKind::type);
    return found == kPayments.end() ? nullptr : &*found;
}

bool isAddition(const RecordType& type) { return type.name == "amendment" || type.name == "session_addendum"; }

struct Row {
    const store::RecordView* view;
    const RecordType* type;
    forms::RecordFields fields;
};

using Rows = std::vector<Row>;

Matter matterOf(Question question, const Row& one, const Row& other)
{
    const bool inOrder = one.view->record < other.view->record;
    const auto& first = inOrder ? *one.view : *other.view;
    const auto& second = inOrder ? *other.view : *one.view;
    return {question, first.record, second.record, first.root, first.type, first.partition};
}

// Every two of these that `same` says so of.
template <typename Same> void pairs(std::vector<Matter>& out, Question question, const Rows& rows, Same same)
{
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t k = i + 1; k < rows.size(); ++k)
            if (same(rows[i], rows[k]))
                out.push_back(matterOf(question, rows[i], rows[k]));
}

// --- two main contacts at once: their periods share a day that is not over yet

bool isMain(const Row& row)
{
    return row.fields.flag("is_primary") && row.fields.number("state").value_or(1) != kEnded;
}

std::string untilOf(const Row& row)
{
    auto until = row.fields.text("to_date");
    return until.empty() ? std::string(kNever) : until;
}

bool areTwoMain(const Row& one, const Row& other, const std::string& today)
{
    const auto user = one.fields.ref("user");
    if (user && user == other.fields.ref("user")) // one person, noted for two posts
        return false;
    const auto from = std::max({one.fields.text("from_date"), other.fields.text("from_date"), today});
    return from <= std::min(untilOf(one), untilOf(other));
}

// --- one visit, written down by two

std::set<RecordId> visitorsOf(const Row& row)
{
    const auto refs = row.fields.refs("visitors");
    return {refs.begin(), refs.end()};
}

// Somebody's own two visits of a day are two. Two people's may be one that both wrote down; so may those of one hand that name others.
bool mayBeOneVisit(const Row& one, const Row& other)
{
    const auto mode = one.fields.number("mode");
    const auto otherMode = other.fields.number("mode");
    if (mode && otherMode && mode != otherMode)
        return false;
    if (forms::authorOf(*one.view) != forms::authorOf(*other.view))
        return true;
    const auto visitors = visitorsOf(one);
    const auto others = visitorsOf(other);
    return !visitors.empty() && !others.empty() &&
           std::ranges::none_of(visitors, [&](const RecordId& visitor) { return others.contains(visitor); });
}

// --- one payment, written down twice

std::optional<Day> dayOf(const PaymentKind& kind, const Row& row)
{
    if (const auto day = row.fields.day(kind.day))
        return day;
    return dayInChina(createdAt(row.view->record));
}

std::string sameOf(const PaymentKind& kind, const Row& row)
{
    std::string same(kind.type);
    for (const auto name : kind.equal)
        if (!name.empty())
            same += '\n' + row.fields.value(name).canonical();
    return same + '\n' + std::to_string(row.fields.number(kind.amount).value_or(0));
}

bool isRecent(const std::optional<Day>& day, Day today) { return day && daysBetween(*day, today) <= kAskedDays; }

// --- put away, while somebody added to it

void additions(std::vector<Matter>& out, const Catalogue& catalogue, const std::vector<store::RecordView>& records)
{
    std::map<RecordId, const store::RecordView*> away;
    for (const auto& view : records)
        if (view.life == store::Life::voided)
            away.emplace(view.record, &view);
    if (away.empty())
        return;
    for (const auto& view : records) {
        const auto target = view.life == store::Life::active ? addsTo(catalogue, view) : std::nullopt;
        const auto found = target ? away.find(*target) : away.end();
        if (found != away.end())
            out.push_back({Question::additions, found->first, view.record, found->second->root, found->second->type,
                           found->second->partition});
    }
}

std::set<RecordId> heard(const Catalogue& catalogue, const std::vector<store::RecordView>& records)
{
    std::set<RecordId> notes;
    const auto* type = catalogue.type(std::string_view("settle_note"));
    for (const auto& view : records)
        if (type != nullptr && view.type == type->number && view.life == store::Life::active &&
            forms::RecordFields(*type, view).number("decision") == kBothRight)
            notes.insert(view.record);
    return notes;
}

} // namespace

bool isAsked(const RecordType& type)
{
    return type.name == "contact_assignment" || type.name == "visit" || isAddition(type) || paymentOf(type) != nullptr;
}

std::optional<RecordId> addsTo(const Catalogue& catalogue, const store::RecordView& view)
{
    const auto* type = catalogue.type(view.type);
    if (type == nullptr || !isAddition(*type))
        return std::nullopt;
    const forms::RecordFields fields(*type, view);
    return fields.ref(type->name == "amendment" ? "target" : "session");
}

RecordId noteId(const Matter& matter)
{
    return seal::namedId("settle_note\n" + std::to_string(static_cast<int>(matter.question)) + '\n' +
                         matter.first.text() + '\n' + matter.second.text());
}

const Field* amountField(const RecordType& type)
{
    const auto* kind = paymentOf(type);
    return kind == nullptr ? nullptr : type.field(kind->amount);
}

bool isLedgerRow(const RecordType& type)
{
    const auto* kind = paymentOf(type);
    return kind != nullptr && kind->wholeRecord;
}

std::vector<Matter> mattersOf(const Catalogue& catalogue, const std::vector<store::RecordView>& records, Day today)
{
    Rows mains;
    std::map<Day, Rows> visits;
    std::map<std::string, Rows> payments;
    for (const auto& view : records) {
        const auto* type = catalogue.type(view.type);
        if (type == nullptr || !isAsked(*type) || view.life != store::Life::active)
            continue;
        Row row{&view, type, forms::RecordFields(*type, view)};
        if (type->name == "contact_assignment") {
            if (isMain(row))
                mains.push_back(std::move(row));
        } else if (type->name == "visit") {
            const auto day = row.fields.day("occurred_at");
            if (isRecent(day, today))
                visits[*day].push_back(std::move(row));
        } else if (const auto* kind = paymentOf(*type); kind != nullptr &&
                                                        row.fields.number(kind->amount).value_or(0) > 0 &&
                                                        isRecent(dayOf(*kind, row), today)) {
            auto same = sameOf(*kind, row);
            payments[std::move(same)].push_back(std::move(row));
        }
    }
    std::vector<Matter> matters;
    pairs(matters, Question::primaries, mains,
          [now = dayText(today)](const Row& one, const Row& other) { return areTwoMain(one, other, now); });
    for (const auto& [day, rows] : visits)
        pairs(matters, Question::visits, rows, mayBeOneVisit);
    for (const auto& [same, rows] : payments)
        pairs(matters, Question::payments, rows, [](const Row& one, const Row& other) {
            const auto* kind = paymentOf(*one.type);
            return std::abs(daysBetween(*dayOf(*kind, one), *dayOf(*kind, other))) <= kPaymentDays;
        });
    additions(matters, catalogue, records);
    if (const auto notes = heard(catalogue, records); !notes.empty())
        std::erase_if(matters, [&](const Matter& matter) { return notes.contains(noteId(matter)); });
    std::ranges::sort(matters, {}, [](const Matter& matter) {
        return std::tuple(matter.first, matter.second, static_cast<int>(matter.question));
    });
    return matters;
}

} // namespace lianxin::settle

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/family_book.hpp"

#include "app/pairs/join.hpp"
#include "app/viewmodel/family_pieces.hpp"
#include "app/viewmodel/newcomers.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr std::int64_t kFemale = 2; // GB/T 2261.1
constexpr std::int64_t kMale = 1;
constexpr std::int64_t kPaused = 3; // code list household_status; from here on nobody is reminded
constexpr std::int64_t kSelf = 1;   // code list relation
constexpr std::size_t kFewer = 200; // records looked at one by one

QString surnameOf(const QString& name)
{
    // Two-character family names are rare here; the field "how to address" is there for them.
    return initialOf(name);
}

} // namespace

QString nearAddress(const QString& address, const QString& place)
{
    const auto at = place.isEmpty() ? -1 : address.indexOf(place);
    return at < 0 ? address : address.mid(at);
}

FamilyBook::FamilyBook(Desk& desk, QObject* parent)
    : QObject(parent), m_desk(desk),
      m_matters(new OpenMatters(*this)), // first: whoever hears of a family asks for them
      m_alike(new OpenPairs(desk, this)), m_newcomers(new Newcomers(*this, this)),
      m_pieces(std::make_unique<FamilyPieces>(*this))
{
    connect(&desk, &Desk::opened, this, &FamilyBook::readAll);
    connect(&desk, &Desk::closed, this, [this] {
        m_pieces->keepRest();
        m_pieces->forget();
        m_summaries.clear();
        m_order.clear();
        emit changed({});
    });
    connect(&desk, &Desk::changed, this, &FamilyBook::refresh);
    connect(&desk, &Desk::languageChanged, this, [this] {
        if (m_desk.isOpen())
            readAll();
    });
}

FamilyBook::~FamilyBook() = default;

const FamilySummary* FamilyBook::summary(RecordId household) const
{
    const auto found = m_summaries.find(household);
    return found == m_summaries.end() ? nullptr : &found->second;
}

FamilySummary FamilyBook::summarise(const store::RecordView& household,
                                    const std::vector<const store::RecordView*>& people) const
{
    const forms::RecordFields fields(m_desk.type("household"), household);
    FamilySummary out;
    out.id = household.record;
    out.partition = household.partition;
    out.address = qs(fields.text("address"));
    out.wish = fields.number("contact_pref").value_or(0);
    out.careLevel = fields.number("care_level").value_or(0);
    out.served = fields.number("status").value_or(1) < kPaused;
    out.phone = qs(fields.text("phone1"));

    // The person whom the service is for; of several the one who is "self", else the first.
    const RecordType& personType = m_desk.type("person");
    std::optional<forms::RecordFields> person;
    for (const auto* view : people) {
        forms::RecordFields candidate(personType, *view);
        const bool target = candidate.flag("is_service_target") && candidate.flag("alive", true);
        if (target && (!person || (candidate.number("relation") == kSelf && person->number("relation") != kSelf))) {
            person = std::move(candidate);
            out.person = view->record;
        }
    }
    out.callName = qs(fields.text("call_name"));
    if (person) {
        out.fullName = qs(person->text("name"));
        out.livesAlone = person->flag("lives_alone");
        out.born = person->day("birth_date");
        if (out.callName.isEmpty())
            out.callName = qs(person->text("call_name"));
        if (out.callName.isEmpty() && !out.fullName.isEmpty()) {
            const auto sex = person->number("sex");
            out.callName = sex == kFemale ? tr("Aunt %1").arg(surnameOf(out.fullName))
                           : sex == kMale ? tr("Uncle %1").arg(surnameOf(out.fullName))
                                          : out.fullName;
        }
        if (out.phone.isEmpty())
            out.phone = qs(person->text("phone"));
    }
    if (out.callName.isEmpty())
        out.callName = out.address.isEmpty() ? tr("A family without a name yet") : out.address;
    out.phoneName = out.callName;
    out.initial = initialOf(out.fullName.isEmpty() ? out.callName : out.fullName);
    place(out);
    return out;
}

void FamilyBook::place(FamilySummary& summary) const
{
    summary.tint = tintOf(summary.id);
    summary.place = m_desk.placeName(summary.partition);
    summary.nearAddress = nearAddress(summary.address, summary.place);
    if (summary.born)
        summary.age = ageOn(*summary.born, m_desk.today());
}

bool FamilyBook::isJoined(RecordId household) const
{
    return m_joined.contains(household) ||
           std::ranges::any_of(m_joined, [&](const auto& joined) { return joined.second == household; });
}

RecordId FamilyBook::kept(RecordId household) const
{
    const auto found = m_joined.find(household);
    return found == m_joined.end() ? household : found->second;
}

// Joined files whose earlier one is not here: families of their own on this tablet. Chains lead to ever earlier files, so they end.
std::vector<store::RecordView> FamilyBook::readJoined(const std::vector<RecordId>& households)
{
    m_joined.clear();
    std::vector<store::RecordView> alone;
    const auto notes = pairs::notes(m_desk.store(), m_desk.catalogue());
    if (!notes)
        return alone;
    std::map<RecordId, store::RecordView> joined;
    for (const auto& note : *notes)
        // The file's own life decides; what the note says may be a thing to look at just now.
        if (auto view = m_desk.store().view(note.pair.second); view && pairs::mergedInto(*view))
            joined.emplace(note.pair.second, std::move(*view));
    if (joined.empty())
        return alone;
    const std::set<RecordId> living(households.begin(), households.end());
    for (const auto& [id, view] : joined) {
        RecordId at = *pairs::mergedInto(view);
        for (auto next = joined.find(at); next != joined.end(); next = joined.find(at))
            at = *pairs::mergedInto(next->second);
        if (living.contains(at))
            m_joined[id] = at;
        else
            alone.push_back(view);
    }
    return alone;
}

void FamilyBook::readAll()
{
    m_summaries.clear();
    m_order.clear();
    const auto living = m_desk.store().pieces().order(m_desk.type("household").number);
    if (living) {
        const auto alone = readJoined(*living);
        m_pieces->readKept();
        std::vector<RecordId> unknown;
        for (const auto& id : *living)
            if (const FamilySummary* kept = m_pieces->summary(id))
                m_summaries.emplace(id, *kept);
            else
                unknown.push_back(id);
        readRecords(unknown);
        for (const auto& household : alone)
            if (const auto filed = this->filed(household.record))
                m_summaries.emplace(household.record, summariseFiled(household, *filed));
        std::ranges::copy_if(*living, std::back_inserter(m_order),
                             [this](RecordId id) { return m_summaries.contains(id); });
        for (const auto& household : alone)
            if (m_summaries.contains(household.record))
                m_order.push_back(household.record);
    }
    emit changed({});
}

void FamilyBook::readRecords(const std::vector<RecordId>& households)
{
    if (households.size() <= kFewer) {
        for (const auto& id : households) {
            const auto household = m_desk.store().view(id);
            const auto children = filed(id);
            if (household && children)
                m_summaries.emplace(id, summariseFiled(*household, *children));
        }
        return;
    }
    const auto all = m_desk.store().ofType(m_desk.type("household").number);
    const auto people = m_desk.store().ofType(m_desk.type("person").number);
    if (!all || !people)
        return;
    std::map<RecordId, std::vector<const store::RecordView*>> byRoot;
    for (const auto& person : *people)
        if (person.life == store::Life::active)
            byRoot[kept(person.root)].push_back(&person);
    const std::set<RecordId> wanted(households.begin(), households.end());
    for (const auto& household : *all)
        if (household.life == store::Life::active && wanted.contains(household.record))
            m_summaries.emplace(household.record, summarise(household, byRoot[household.record]));
}

FamilySummary FamilyBook::summariseFiled(const store::RecordView& household,
                                         const std::vector<store::RecordView>& filed) const
{
    std::vector<const store::RecordView*> people;
    for (const auto& child : filed)
        if (child.type == m_desk.type("person").number && child.life == store::Life::active)
            people.push_back(&child);
    return summarise(household, people);
}

void FamilyBook::refresh(const std::set<RecordId>& records)
{
    if (records.size() > kFewer) // a first sync: asking for each is dearer than reading all
        return readAll();
    std::set<RecordId> households;
    bool directoryChanged = false;
    for (const auto& record : records) {
        const auto view = m_desk.store().view(record);
        if (!view) { // purged: its family may be gone too
            if (m_summaries.contains(record))
                households.insert(record);
            continue;
        }
        if (view->type == m_desk.type("pair_note").number) // two files became one, or one became two again
            return readAll();
        directoryChanged = directoryChanged || view->partition == PartitionId::directory();
        if (const auto family = familyOf(record); !family.isNil())
            households.insert(family);
    }
    // Names of places and staff stand on every card, and many families at once come with a first sync.
    if (directoryChanged || households.size() > kFewer) {
        readAll();
        return;
    }
    bool newFamilies = false;
    for (const auto& id : households) {
        const auto family = m_desk.store().view(id);
        // A joined file whose earlier one is not here is a family all the same.
        const bool isFamily =
            family && (family->life == store::Life::active || (m_summaries.contains(id) && pairs::mergedInto(*family)));
        if (!isFamily) {
            m_summaries.erase(id);
            newFamilies = true;
            continue;
        }
        const auto children = filed(id);
        if (!children)
            continue;
        newFamilies = newFamilies || !m_summaries.contains(id);
        m_summaries.insert_or_assign(id, summariseFiled(*family, *children));
    }
    if (newFamilies) {
        m_order.clear();
        if (const auto sorted = m_desk.store().ofType(m_desk.type("household").number))
            for (const auto& household : *sorted)
                if (m_summaries.contains(household.record))
                    m_order.push_back(household.record);
    }
    if (!households.empty())
        emit changed(households);
}

RecordId FamilyBook::familyOf(RecordId record) const
{
    const auto view = m_desk.store().view(record);
    if (!view)
        return {};
    const auto household = m_desk.type("household").number;
    if (view->type == household)
        return kept(record);
    const auto root = m_desk.store().view(view->root);
    if (!root)
        return {};
    if (root->type == household)
        return kept(root->record);
    // A counselling case stands by itself and names its family.
    const RecordType* type = m_desk.catalogue().type(root->type);
    if (type == nullptr)
        return {};
    return kept(forms::RecordFields(*type, *root).ref("household").value_or(RecordId{}));
}

Result<std::vector<store::RecordView>> FamilyBook::filed(RecordId household) const
{
    LIANXIN_TRY(auto all, m_desk.store().children(household));
    for (const auto& [later, stands] : m_joined) {
        if (stands != household)
            continue;
        LIANXIN_TRY(auto more, m_desk.store().children(later));
        for (auto& one : more)
            if (one.record != later)
                all.push_back(std::move(one));
    }
    return all;
}

Result<Family> FamilyBook::load(RecordId household) const
{
    const FamilySummary* found = summary(household);
    if (found == nullptr)
        return fail(Errc::notFound, "family is not on this tablet");
    Family family;
    LIANXIN_TRY(auto all, filed(household));
    for (auto& child : all) {
        if (child.record == household)
            family.household = std::move(child);
        else if (child.life == store::Life::active)
            family.children.push_back(std::move(child));
    }
    // As its records are now: what is on the page may still be told of a change, but what is kept of it (FamilyPieces) must not be older.
    family.summary = family.household.record == household ? summariseFiled(family.household, family.children) : *found;
    return family;
}

} // namespace lianxin::ui

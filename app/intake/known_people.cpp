// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/known_people.hpp"

#include "app/forms/record_fields.hpp"
#include "sync/model/validate.hpp"
#include "sync/store/replica_store.hpp"

namespace lianxin::intake {

Result<KnownPeople> KnownPeople::of(const store::ReplicaStore& store, const Catalogue& catalogue)
{
    KnownPeople known;
    const auto* household = catalogue.type(std::string_view("household"));
    const auto* person = catalogue.type(std::string_view("person"));
    if (household == nullptr || person == nullptr)
        return fail(Errc::upgradeNeeded, "no households in this catalogue");
    std::map<RecordId, Likeness> homes;
    LIANXIN_TRY(const auto families, store.ofType(household->number));
    for (const auto& view : families) {
        const forms::RecordFields fields(*household, view);
        auto& home = homes[view.record];
        home.phone = normalPhone(fields.text("phone1"));
        home.address = fields.text("address");
    }
    LIANXIN_TRY(const auto people, store.ofType(person->number));
    for (const auto& view : people) {
        if (view.life == store::Life::voided)
            continue;
        const forms::RecordFields fields(*person, view);
        Likeness likeness = homes[view.root];
        likeness.name = fields.text("name");
        likeness.idNumber = normalIdNumber(fields.text("id_no"));
        likeness.birth = fields.text("birth_date");
        if (const auto phone = normalPhone(fields.text("phone")); !phone.empty())
            likeness.phone = phone;
        likeness.village = view.partition.area();
        known.add(likeness, {view.record, view.root, 0, likeness.idNumber});
    }
    return known;
}

std::vector<KnownPeople::Key> KnownPeople::keysOf(const Likeness& likeness)
{
    std::vector<Key> keys;
    for (const auto* mark : {&likeness.birth, &likeness.phone, &likeness.address})
        if (!mark->empty() && !likeness.name.empty())
            keys.emplace_back(likeness.village, likeness.name, *mark);
    return keys;
}

void KnownPeople::add(const Likeness& likeness, const Person& person)
{
    Person kept = person;
    kept.idNumber = likeness.idNumber;
    if (!likeness.idNumber.empty())
        m_byNumber.emplace(likeness.idNumber, kept);
    for (auto& key : keysOf(likeness))
        m_byLikeness.emplace(std::move(key), kept);
}

std::optional<KnownPeople::Person> KnownPeople::find(const Likeness& likeness) const
{
    if (!likeness.idNumber.empty())
        if (const auto found = m_byNumber.find(likeness.idNumber); found != m_byNumber.end())
            return found->second;
    for (const auto& key : keysOf(likeness)) {
        const auto [first, last] = m_byLikeness.equal_range(key);
        for (auto found = first; found != last; ++found)
            if (likeness.idNumber.empty() || found->second.idNumber.empty() ||
                likeness.idNumber == found->second.idNumber)
                return found->second;
    }
    return std::nullopt;
}

} // namespace lianxin::intake

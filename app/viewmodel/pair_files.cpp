// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/pair_files.hpp"

#include <map>

namespace lianxin::ui {
namespace {

// Code list relation: oneself and the couple. Others of a family may stand in two files.
bool isOfTheCouple(std::int64_t relation) { return relation == 1 || (relation >= 10 && relation <= 12); }

pairs::Member memberOf(const forms::RecordFields& fields, RecordId id)
{
    return {id,
            fields.text("name"),
            fields.text("birth_date"),
            fields.text("id_no"),
            static_cast<int>(fields.number("sex").value_or(0)),
            fields.text("phone")};
}

} // namespace

std::vector<pairs::FamilyFile> familyFiles(const Desk& desk)
{
    std::vector<pairs::FamilyFile> files;
    const RecordType& household = desk.type("household");
    const RecordType& person = desk.type("person");
    const auto households = desk.store().ofType(household.number);
    const auto people = desk.store().ofType(person.number);
    if (!households || !people)
        return files;
    std::map<RecordId, std::size_t> places;
    for (const auto& view : *households) {
        if (view.life != store::Life::active)
            continue;
        const forms::RecordFields fields(household, view);
        pairs::FamilyFile file{view.record, std::string(view.partition.area()), fields.text("address"), {}, {}};
        for (const char* name : {"phone1", "phone2"})
            if (auto phone = fields.text(name); !phone.empty())
                file.phones.push_back(std::move(phone));
        places.emplace(view.record, files.size());
        files.push_back(std::move(file));
    }
    for (const auto& view : *people) {
        const auto place = places.find(view.root);
        const forms::RecordFields fields(person, view);
        if (place == places.end() || view.life != store::Life::active ||
            !(fields.flag("is_service_target") || isOfTheCouple(fields.number("relation").value_or(0))))
            continue;
        files[place->second].members.push_back(memberOf(fields, view.record));
    }
    return files;
}

} // namespace lianxin::ui

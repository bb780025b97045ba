// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/knowledge.hpp"
#include "app/viewmodel/family_book.hpp"

#include <set>

namespace lianxin::ui {

// Takes records one by one, in any order, and gives what the rules need to know of them.
class DutyCollector {
public:
    explicit DutyCollector(const FamilyBook& book);

    void family(RecordId id);                 // first the families that are asked about …
    void take(const store::RecordView& view); // … then their records; others and voided ones are passed over
    void drafts();                            // what the store holds of sentences that were begun
    [[nodiscard]] duty::Known finish();

private:
    struct Sighting { // what one visit said about somebody's stay in hospital or last illness
        RecordId visit;
        Millis at{0};
        bool inHospital{false};
        bool isHome{false};
        bool lastIllness{false};
    };
    struct Primary { // the main contact who came last
        Day from;
        RecordId assignment;
        UserId user;
    };

    void household(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family);
    void person(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family);
    void loss(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family);
    void watchDay(std::int64_t code, const forms::RecordFields& fields, duty::Household& family);
    void assignment(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family);
    void visit(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family);
    void emergency(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family);
    void claim(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family);
    void home(const store::RecordView& view, const forms::RecordFields& fields); // and what hangs on it
    void excusedMonths(); // a planned month knows its year by its plan, whichever was taken first
    void remind(const store::RecordView& view, const forms::RecordFields& fields, RecordId family);
    void flag(const store::RecordView& view, const forms::RecordFields& fields, duty::Household& family);
    void stays(RecordId household, std::vector<Sighting>& sightings);
    void lastIllness(RecordId household, const std::vector<Sighting>& sightings);
    [[nodiscard]] bool isTownship(UserId user);
    [[nodiscard]] bool coversHospitalCare(const duty::Household& family) const;

    const Desk& m_desk;
    const FamilyBook& m_book;
    duty::Known m_known;
    std::map<RecordId, std::size_t> m_places;
    std::map<RecordId, std::vector<Sighting>> m_sightings;
    std::map<RecordId, Primary> m_primaries;
    std::map<UserId, bool> m_township;
    struct Excused {
        RecordId home, plan;
        unsigned month{0};
    };
    std::vector<Excused> m_excused;
    std::map<RecordId, int> m_planYears;
    std::set<RecordId> m_alone; // households that are filed as one person alone
};

} // namespace lianxin::ui

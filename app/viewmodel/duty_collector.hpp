// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/knowledge.hpp"
#include "app/viewmodel/family_book.hpp"

#include <set>

namespace lianxin::ui {

// What a summary alone says of a family.
[[nodiscard]] duty::Household householdOf(const FamilySummary& summary);
// Of the directory: who works for a township.
[[nodiscard]] bool worksForTownship(const Desk& desk, UserId user);
// A parameter by area and day (domain 3.6); the same one that the forms and the statistics ask.
[[nodiscard]] bool coversHospitalCare(const Desk& desk, const duty::Household& family);

// Takes records one by one, in any order, and gives what the rules need to know of them.
class DutyCollector {
public:
    explicit DutyCollector(const FamilyBook& book);

    void family(RecordId id);                 // first the families that are asked about …
    void take(const store::RecordView& view); // … then their records; others and voided ones are passed over
    void drafts();                            // what the store holds of sentences that were begun
    [[nodiscard]] duty::Known finish();
    // The first day after today on which the same records may say something else; none: they always say this. What the directory, parameters
    // and rules with dates of their own say is not counted: it is asked anew each time.
    [[nodiscard]] std::optional<Day> until() const { return m_until; }
    [[nodiscard]] UserId levelBy() const { return m_levelBy; } // who wrote the care level of the family taken last

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
    void changesOn(std::optional<Day> day); // a day that decides something; those that are over do not count

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
    std::map<const RecordType*, bool> m_askToday; // types whose reminders ask for the day
    std::optional<Day> m_until;
    UserId m_levelBy;
    std::set<RecordId> m_alone; // households that are filed as one person alone
};

} // namespace lianxin::ui

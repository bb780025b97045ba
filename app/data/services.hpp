// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/family.hpp"
#include "app/data/homes.hpp"

#include <vector>

namespace lianxin::data {

// What a family takes part in and is given, at the rates of domain.md 8.4: activities, volunteers' help, insurance and claims, packages, the
// card, project support. A family's position in its village decides which of the rare things it has, so that ten families show each once.
class Services {
public:
    Services(const Family& family, const Home& home, std::vector<NamedChange>& out);
    void addAttendance();
    void addVolunteers();
    void addInsurance();
    void addClaims();
    void addPackages();
    void addCard();
    void addProject();

private:
    struct Stay {
        Day admitted;
        int days{0};
        int state{0};     // code list claim_state
        int filedAfter{}; // days after leaving; 0: not yet
        std::size_t papers{0};
    };
    void addClaim(Stream& stream, const Stay& stay);
    void addLoan();
    void addSteps(Stream& stream, Millis at, RecordId project, int steps);
    void put(Millis at, std::vector<NamedRecord> records);
    [[nodiscard]] Day firstDay() const;
    [[nodiscard]] Day today() const;
    [[nodiscard]] double years() const;
    [[nodiscard]] std::size_t place() const; // in the village, 0 to 9

    const Family& m_family;
    const Home& m_home;
    std::vector<NamedChange>& m_out;
    Stream m_stream;
    RecordId m_hospitalCare; // the family's insured record of that kind
};

} // namespace lianxin::data

// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/family.hpp"
#include "app/data/season.hpp"

#include <vector>

namespace lianxin::data {

// What happens to a family after its file was opened, at the rates of domain.md 8.4 ("calibrated to seed"), for record types that exist.
// Counselling is left out: only a counsellor's own keys can seal it.
class Events {
public:
    Events(const Family& family, std::vector<NamedChange>& out);
    void addContacts();
    void addVisits();
    void addNeeds();
    void addEmergencies();

private:
    void addCalls(Stream& stream);
    void addHomeVisits(Stream& stream);
    void addFestivalVisits(Stream& stream);
    void addHospitalVisits(Stream& stream);
    // Draws what came of it and puts the visit down.
    void put(Stream& stream, Millis at, int mode, boost::json::object fields);
    void put(Millis at, std::vector<NamedRecord> records) { m_out.push_back({at, std::move(records)}); }
    [[nodiscard]] boost::json::array served(Stream& stream) const;
    void addGift(Stream& stream, Millis written, const RecordId& visit, boost::json::object& fields,
                 std::vector<NamedRecord>& records) const;
    [[nodiscard]] RecordId emergencyCase(Stream& stream, Millis at, Millis written, int kind);

    const Family& m_family;
    std::vector<NamedChange>& m_out;
    Season m_season;
};

} // namespace lianxin::data

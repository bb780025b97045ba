// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/care_level.hpp"
#include "app/duty/knowledge.hpp"

#include <memory>

namespace lianxin::duty {

// What is known of one family, sorted once, so that any day can be asked for quickly. Ties are broken by id: the order in which
// things came to be known never matters.
class FamilyLedger {
public:
    // Days that come every year are worked out from `first` to `last` and half a year around.
    FamilyLedger(Household family, Day first, Day last);

    struct Yearly {
        RecordId subject;
        Day on;
        const Person* person{nullptr}; // birthdays; else a day of the child
    };

    void add(const Contacted& item) { m_contacts.push_back(item); }
    void add(const Happening& item) { m_happenings.push_back(item); }
    void add(const Concern& item) { m_concerns.push_back(item); }
    void add(const Assessed& item) { m_assessments.push_back(item.at); }
    void add(const Flag& item) { m_flags.push_back(item); }
    void add(const Look& item) { m_looks.push_back(item.day); }
    void add(const Claim& item) { m_claims.push_back(item); }
    void add(const DatedRecord& item) { m_dated.push_back(item); }
    void add(const OpenDraft& item) { m_drafts.push_back(item.draft); }
    void sort();

    [[nodiscard]] const Household& family() const { return *m_family; }
    [[nodiscard]] const std::string& idText() const { return m_idText; }
    [[nodiscard]] const std::vector<Contacted>& contacts() const { return m_contacts; } // by time
    [[nodiscard]] const std::vector<Happening>& happenings() const { return m_happenings; }
    [[nodiscard]] const std::vector<Concern>& concerns() const { return m_concerns; }
    [[nodiscard]] const std::vector<Millis>& assessments() const { return m_assessments; }
    [[nodiscard]] const std::vector<Day>& looks() const { return m_looks; }
    [[nodiscard]] const std::vector<Claim>& claims() const { return m_claims; }
    [[nodiscard]] const std::vector<DatedRecord>& dated() const { return m_dated; }
    [[nodiscard]] const std::vector<RecordId>& drafts() const { return m_drafts; }
    [[nodiscard]] const std::vector<Yearly>& yearly() const { return m_yearly; } // by day

    [[nodiscard]] const Contacted* lastReached(Day today) const; // up to that day
    [[nodiscard]] CareHistory history(Day today) const;

private:
    void addYearly(const YearlyDay& yearly, RecordId subject, const Person* person, Day first, Day last);

    std::unique_ptr<const Household> m_family; // people are pointed at: it does not move
    std::string m_idText;
    std::vector<Contacted> m_contacts;
    std::vector<Day> m_hospitalDays; // on which a contact found somebody there
    std::vector<Happening> m_happenings;
    std::vector<Concern> m_concerns;
    std::vector<Millis> m_assessments;
    std::vector<Flag> m_flags;
    std::vector<Day> m_looks;
    std::vector<Claim> m_claims;
    std::vector<DatedRecord> m_dated;
    std::vector<RecordId> m_drafts;
    std::vector<Yearly> m_yearly;
};

} // namespace lianxin::duty
